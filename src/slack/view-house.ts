import type { Directory } from '../directory.ts'
import type { InForce } from '../in-force.ts'
import type { House } from './view/house.ts'

/** What views look things up in, under the rules of one policy version (without it, those in force). */
export async function viewHouse(
  {
    inForce,
    directory,
    now,
  }: { readonly inForce: InForce; readonly directory: Directory; readonly now: () => Temporal.Instant },
  policyVersion?: string,
): Promise<House> {
  const [organisation, rulebook] = await Promise.all([
    inForce.organisation(),
    inForce.rulebook(policyVersion),
  ])
  return { organisation, rulebook, now: now(), slackIdOf: (person) => directory.known(person) }
}
