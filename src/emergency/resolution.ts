import { certainOutcome, electorsOf, seatOf } from '../matter/ballot.ts'
import { isoOf } from '../matter/iso.ts'
import type { Context } from '../matter/matter.ts'
import { Refusal } from '../matter/refusal.ts'
import type { PersonId } from '../organisation/organisation.ts'
import type { EmergencyCommandOf } from './command.ts'
import type { Emergency } from './emergency.ts'
import type { EmergencyEvent } from './event.ts'
import { evolve } from './evolve.ts'
import { voteClosesAt } from './waits.ts'

/** Puts the handling plan to the committee's vote. Refused where nobody sits on it who may vote. */
export function putToVote(
  emergency: Emergency,
  { handlingPlan: plan }: EmergencyCommandOf<'putToVote'>,
  by: PersonId,
  context: Context,
): EmergencyEvent[] {
  const electors = electorsOf(emergency.branch, emergency.respondents, context)
  if (electors.length === 0) throw new Refusal('no-committee')
  const ballot = (emergency.ballots ?? []).length + 1
  return [{ type: 'ballotOpened', at: isoOf(context.now), by, ballot, plan, electors }]
}

/** One vote, once for each seat; where no other vote can change the outcome any more, it closes with it. */
export function castVote(
  emergency: Emergency,
  { ballot: no, voice, remark }: EmergencyCommandOf<'castVote'>,
  by: PersonId,
  context: Context,
): EmergencyEvent[] {
  const { now, rulebook } = context
  const ballot = emergency.ballots?.find((each) => each.no === Number(no))
  const isOver =
    !ballot || ballot.outcome || Temporal.Instant.compare(voteClosesAt(ballot, rulebook), now) <= 0
  if (!ballot || isOver) throw new Refusal('vote-closed')
  const seat = seatOf(ballot, by, emergency.branch, context) ?? by
  const at = isoOf(now)
  const said = { ballot: ballot.no, voice, ...(remark !== undefined && { remark }) }
  const voted: EmergencyEvent = { type: 'voted', at, by, seat, ...said }
  const counted = evolve(emergency, voted).ballots?.find((each) => each.no === ballot.no)
  const outcome = counted && certainOutcome(counted)
  return [voted, ...(outcome ? [{ type: 'ballotClosed' as const, at, ballot: ballot.no, outcome }] : [])]
}
