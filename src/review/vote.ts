import type { Context } from '../matter/matter.ts'
import { Refusal } from '../matter/refusal.ts'
import type { PersonId, UnitId } from '../organisation/organisation.ts'
import { isPartial } from './people.ts'
import type { Review, ReviewCase } from './review.ts'

export interface Votes {
  readonly inFavour: PersonId[]
  readonly against: PersonId[]
  readonly abstained: PersonId[]
}

/**
 * Who voted how on a verdict: those who came with a vote and whose own case it is not; whoever is not named votes for it.
 * Refuses a vote given twice, one of somebody without a vote on it, and a verdict for which less than half of them are.
 */
export function votesOn(
  each: ReviewCase,
  { against, abstained }: Omit<Votes, 'inFavour'>,
  { review, units, context }: { review: Review; units: readonly UnitId[]; context: Context },
): Votes {
  const voters = review.held?.voters ?? []
  const entitled = voters.filter((person) => !isPartial(person, each, units, context))
  const named = [...against, ...abstained]
  const twice = named.find((person, at) => named.indexOf(person) < at)
  if (twice !== undefined) throw new Refusal('voted-twice', { person: twice })
  const stranger = named.find((person) => !entitled.includes(person))
  if (stranger !== undefined) throw new Refusal('no-vote', { person: stranger })
  const inFavour = entitled.filter((person) => !named.includes(person))
  if (inFavour.length * 2 <= entitled.length) throw new Refusal('no-majority')
  return { inFavour, against, abstained }
}
