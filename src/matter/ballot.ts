import { actsAs, allOnDuty } from '../organisation/away.ts'
import type { PersonId, Post, UnitId } from '../organisation/organisation.ts'
import { postsOf, postsWithRole } from '../organisation/posts-of.ts'
import { isWithin } from '../organisation/unit-path.ts'
import type { Context } from './matter.ts'

/** How one may vote. */
export const voices = ['yes', 'no', 'abstain'] as const
export type Voice = (typeof voices)[number]

/** How a vote may end. */
export const ballotOutcomes = ['adopted', 'rejected', 'noQuorum'] as const
export type BallotOutcome = (typeof ballotOutcomes)[number]

/** A vote of the committee: the seats that it had when it was opened, and what was voted. `by` stands in for `seat` or is it. */
export interface Ballot {
  readonly electors: readonly PersonId[]
  readonly votes: readonly { readonly by: PersonId; readonly seat: PersonId; readonly voice: Voice }[]
}

type People = Pick<Context, 'organisation' | 'now'>

/** The seats of the branch's committee that vote: all but the secretary's, present or not, without those who are partial. */
export function electorsOf(branch: UnitId, partial: readonly PersonId[], context: People): PersonId[] {
  const posts = postsWithRole(context.organisation, 'COM', context.now)
  const seats = posts.filter((post) => isSeat(post, branch, context)).map(({ person }) => person)
  return [...new Set(seats)].filter((person) => !partial.includes(person))
}

/**
 * For which seat may this person vote: their own, or that of an away member for whom they stand in, the first one still without
 * a vote? Undefined where the seat was not one when the vote was opened, or is theirs no more.
 */
export function seatOf(
  { electors, votes }: Ballot,
  by: PersonId,
  branch: UnitId,
  context: People,
): PersonId | undefined {
  const { organisation, now } = context
  const seats = actsAs(organisation, by, now).filter(
    (person) =>
      electors.includes(person) &&
      postsOf(organisation, person, now).some((post) => isSeat(post, branch, context)),
  )
  return seats.find((seat) => !hasVoted(seat, votes)) ?? seats[0]
}

/** Was a vote given for this seat already? */
export function hasVoted(seat: PersonId, votes: Ballot['votes']): boolean {
  return votes.some((vote) => vote.seat === seat)
}

/** Those whose vote is still missing, or who stand in for them. */
export function missingVoters({ electors, votes }: Ballot, { organisation, now }: People): PersonId[] {
  const missing = electors.filter((seat) => !hasVoted(seat, votes))
  return [...allOnDuty(organisation, missing, now)]
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

function isSeat({ role, duty, unit }: Post, branch: UnitId, { organisation }: People): boolean {
  return role === 'COM' && duty !== 'secretary' && isWithin(organisation, unit, branch)
}
