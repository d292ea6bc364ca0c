import { knownCode } from '../../matter/known-code.ts'
import { z } from 'zod'
import { type Field, choice, choices, text, when } from '../../matter/field.ts'
import { Refusal } from '../../matter/refusal.ts'
import { endOf } from '../../matter/end-of.ts'
import type { Complaint } from '../complaint.ts'
import type { StepContext } from '../context.ts'
import type { Event } from '../event.ts'
import { faults } from './close.ts'
import { knownCodes, noFutureOf, utc } from './guard.ts'

/** Codes of the list `customerResponse` with which a customer is content. */
const content = ['satisfied', 'accepts']

/**
 * The fast lane (`DOMAIN.md` 9.1): solved and accepted by the customer within the pack's time. One form from filing to closed:
 * the codes, the contact, what was done, what the customer said; it counts and is listed like any other.
 */
export const SolveOnSpot = z.strictObject({
  step: z.literal('solveOnSpot'),
  solvedAt: z.iso.datetime(),
  mode: z.string(),
  summary: z.string().trim().min(1),
  response: z.string(),
  channelCode: z.string(),
  business: z.string(),
  cause: z.string(),
  outcome: z.string(),
  responsibility: z.string(),
  actions: z.array(z.string()).default([]),
})

export const solveOnSpotFields: readonly Field[] = [
  when('solvedAt', true),
  choice('mode', 'contactMode', true),
  text('summary', true),
  choice('response', 'customerResponse', true),
  choice('channelCode', 'channel', true),
  choice('business', 'business', true),
  choice('cause', 'cause', true),
  choice('outcome', 'outcome', true),
  choice('responsibility', 'responsibility', true),
  choices('actions', 'action', false),
]

export function solveOnSpot(
  complaint: Complaint,
  command: z.infer<typeof SolveOnSpot>,
  context: StepContext,
): Event[] {
  const { step: _step, ...said } = command
  noFutureOf(said.solvedAt, context)
  inTheFastLane(complaint, said.solvedAt, context)
  knownCode('contactMode', said.mode, context)
  knownCode('customerResponse', said.response, context)
  if (!content.includes(said.response)) throw new Refusal('customer-not-content')
  knownCode('channel', said.channelCode, context)
  knownCode('business', said.business, context)
  knownCode('cause', said.cause, context)
  knownCode('outcome', said.outcome, context)
  knownCode('responsibility', said.responsibility, context)
  knownCodes('action', said.actions, context)
  if (faults.includes(said.responsibility) && said.actions.length === 0) throw new Refusal('actions-missing')
  return [{ type: 'solvedOnSpot', at: context.at, by: context.by, ...said, solvedAt: utc(said.solvedAt) }]
}

/** By the close of the last day: the fast lane counts whole working days, whatever the time of day on which it began. */
export function fastLaneUntil(
  { receivedAt }: Pick<Complaint, 'receivedAt'>,
  { rulebook }: Pick<StepContext, 'rulebook'>,
): Temporal.Instant {
  const { within } = rulebook.pack.fastLane
  const due = endOf(receivedAt, within, rulebook)
  const zone = rulebook.pack.calendar.timeZone
  return due.toZonedDateTimeISO(zone).withPlainTime('23:59:59').toInstant()
}

function inTheFastLane(complaint: Complaint, solvedAt: string, context: StepContext): void {
  const solved = Temporal.Instant.from(solvedAt)
  if (Temporal.Instant.compare(solved, Temporal.Instant.from(complaint.receivedAt)) < 0)
    throw new Refusal('before-receipt')
  if (Temporal.Instant.compare(solved, fastLaneUntil(complaint, context)) > 0)
    throw new Refusal('too-late-for-fast-lane')
}
