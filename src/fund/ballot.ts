import type { Context } from '../matter/matter.ts'
import { actsAs } from '../organisation/away.ts'
import type { Organisation, PersonId, Post, UnitId } from '../organisation/organisation.ts'
import { postsOf, postsWithRole } from '../organisation/posts-of.ts'
import { isWithin } from '../organisation/unit-path.ts'
import type { Ballot, BallotOutcome } from './fund.ts'

type People = Pick<Context, 'organisation' | 'now'>

/** The seats of the branch's committee that vote: all but the secretary's, present or not, without those who are partial. */
export function electorsOf(
  branch: UnitId,
  partial: readonly PersonId[],
  { organisation, now }: People,
): PersonId[] {
  const posts = postsWithRole(organisation, 'COM', now).filter((post) => isSeat(organisation, post, branch))
  return [...new Set(posts.map(({ person }) => person))].filter((person) => !partial.includes(person))
}

/**
 * For which seat does this person vote: their own, or that of an away member for whom they stand in? Undefined where the
 * seat was not one when the vote was opened, or is theirs no more.
 */
export function seatOf(
  { electors }: Ballot,
  by: PersonId,
  branch: UnitId,
  { organisation, now }: People,
): PersonId | undefined {
  return actsAs(organisation, by, now).find(
    (person) =>
      electors.includes(person) &&
      postsOf(organisation, person, now).some((post) => isSeat(organisation, post, branch)),
  )
}

function isSeat(organisation: Organisation, { role, duty, unit }: Post, branch: UnitId): boolean {
  return role === 'COM' && duty !== 'secretary' && isWithin(organisation, unit, branch)
}

/** The outcome that no vote still to come can change: yes has more than half of all seats, or cannot reach it any more. */
export function certainOutcome(ballot: Ballot): BallotOutcome | undefined {
  const { electors, votes } = ballot
  const yes = yesIn(ballot)
  if (yes * 2 > electors.length) return 'adopted'
  const best = yes + electors.length - votes.length
  return best * 2 > electors.length ? undefined : 'rejected'
}

/** The outcome when its time is over: more than half of the seats must have voted, and more than half of those for it. */
export function closingOutcome(ballot: Ballot): BallotOutcome {
  const { electors, votes } = ballot
  if (votes.length * 2 <= electors.length) return 'noQuorum'
  return yesIn(ballot) * 2 > votes.length ? 'adopted' : 'rejected'
}

function yesIn({ votes }: Ballot): number {
  return votes.filter(({ voice }) => voice === 'yes').length
}
