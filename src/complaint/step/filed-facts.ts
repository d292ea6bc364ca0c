import type { StepContext } from '../context.ts'
import type { Facts } from '../level.ts'

/** The fact of the pack that says: the same matter again within the window. The machine ticks it, see `again.ts`. */
export const repeatFact = 'repeatWithin90d'

/** What is known for the level: what was ticked and counted, the amount, and that an authority referred it. */
export function filedFacts(
  { facts, amount, source }: { readonly facts: Facts; readonly amount?: number; readonly source: string },
  { rulebook }: Pick<StepContext, 'rulebook'>,
): Record<string, number> {
  return {
    ...facts,
    ...(amount !== undefined && { amount }),
    ...(rulebook.pack.authoritySources.includes(source) && { authorityReferral: 1 }),
  }
}
