import type { Context } from '../matter/matter.ts'
import { isoOf } from '../matter/iso.ts'
import { Refusal } from '../matter/refusal.ts'
import type { PersonId } from '../organisation/organisation.ts'
import { voteObjection } from './allowed.ts'
import { certainOutcome, closingOutcome, electorsOf, seatOf } from '../matter/ballot.ts'
import type { FundCommandOf } from './command.ts'
import type { FundEvent } from './event.ts'
import { evolve } from './evolve.ts'
import type { Ballot, BallotOutcome, Fund, FundRequest } from './fund.ts'
import { availableOf } from './ledger.ts'

/** Puts something to the committee's vote. Refused where nobody sits on it who may vote. */
export function openBallot(
  { branch, ballots }: Pick<Fund, 'branch' | 'ballots'>,
  on: Ballot['on'],
  partial: readonly PersonId[],
  context: Context,
): FundEvent {
  const electors = electorsOf(branch, partial, context)
  if (electors.length === 0) throw new Refusal('no-committee')
  return { type: 'ballotOpened', at: isoOf(context.now), ballot: ballots.length + 1, on, electors }
}

/** One vote; where no other vote can change the outcome any more, the matter is decided with it. */
export function vote(
  fund: Fund,
  { ballot: no, voice, remark }: FundCommandOf<'vote'>,
  by: PersonId,
  context: Context,
): FundEvent[] {
  const ballot = fund.ballots.find((each) => each.no === no)
  if (!ballot) throw new Refusal('not-found')
  const objection = voteObjection(fund, ballot, by, context)
  if (objection) throw new Refusal(objection, objection === 'recused' ? { person: by } : {})
  const seat = seatOf(ballot, by, fund.branch, context) ?? by
  const voted: FundEvent = {
    type: 'voted',
    at: isoOf(context.now),
    by,
    seat,
    ballot: no,
    voice,
    ...(remark !== undefined && { remark }),
  }
  const after = evolve(fund, voted)
  const counted = after.ballots.find((each) => each.no === no)
  const outcome = counted && certainOutcome(counted)
  return [voted, ...(counted && outcome ? closeBallot(after, counted, outcome, context) : [])]
}

/** What the clock does with a vote whose time is over. */
export function endBallot(fund: Fund, ballot: Ballot, context: Context): FundEvent[] {
  return closeBallot(fund, ballot, closingOutcome(ballot), context)
}

function closeBallot(fund: Fund, ballot: Ballot, outcome: BallotOutcome, { now }: Context): FundEvent[] {
  const { on, no } = ballot
  const at = isoOf(now)
  const closed: FundEvent = { type: 'ballotClosed', at, ballot: no, outcome }
  if (on.kind === 'budget')
    return outcome === 'adopted' ? [closed, { type: 'budgetAdopted', at, amount: on.amount }] : [closed]
  const request = fund.requests.find((each) => each.no === on.request)
  return request ? [closed, verdict(fund, request, { ballot, outcome, at })] : [closed]
}

/** What the committee granted is not reserved where the money has gone meanwhile: the request goes back. */
function verdict(
  fund: Fund,
  { no, amount }: FundRequest,
  { ballot, outcome, at }: { ballot: Ballot; outcome: BallotOutcome; at: string },
): FundEvent {
  if (outcome === 'noQuorum') return { type: 'sentBack', at, request: no, reason: 'noQuorum' }
  if (outcome !== 'adopted') return { type: 'refused', at, request: no }
  if (amount > availableOf(fund)) return { type: 'sentBack', at, request: no, reason: 'overdrawn' }
  return { type: 'approved', at, request: no, amount, approvers: ballot.votes.map(({ by }) => by) }
}
