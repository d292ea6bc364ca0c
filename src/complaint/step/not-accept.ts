import { knownCode } from '../../matter/known-code.ts'
import { z } from 'zod'
import { type Field, choice, person, when } from '../../matter/field.ts'
import { Refusal } from '../../matter/refusal.ts'
import type { Complaint } from '../complaint.ts'
import type { StepContext } from '../context.ts'
import type { Event } from '../event.ts'
import { noFutureOf, notRecused, utc } from './guard.ts'

/** Not accepted (`DOMAIN.md` 9.3): one of the pack's reasons, and who told the customer, when and how. */
export const NotAccept = z.strictObject({
  step: z.literal('notAccept'),
  reason: z.string(),
  toldBy: z.string().exactOptional(),
  toldAt: z.iso.datetime().exactOptional(),
  mode: z.string().exactOptional(),
})

export const notAcceptFields: readonly Field[] = [
  choice('reason', 'notAcceptedReason', true),
  person('toldBy', false),
  when('toldAt', false),
  choice('mode', 'contactMode', false),
]

/** Takes effect only once the customer was told, by somebody who is not complained about; an anonymous one cannot be told. */
export function notAccept(
  complaint: Complaint,
  command: z.infer<typeof NotAccept>,
  context: StepContext,
): Event[] {
  const { at, by } = context
  const { reason, toldBy, toldAt, mode } = command
  knownCode('notAcceptedReason', reason, context)
  if (complaint.anonymous) return [{ type: 'notAccepted', at, by, reason }]
  if (toldBy === undefined || toldAt === undefined || mode === undefined)
    throw new Refusal('customer-not-told')
  if (!context.organisation.people.has(toldBy)) throw new Refusal('unknown-person', { person: toldBy })
  notRecused(complaint, toldBy, 'handle', context)
  noFutureOf(toldAt, context)
  knownCode('contactMode', mode, context)
  return [{ type: 'notAccepted', at, by, reason, toldBy, toldAt: utc(toldAt), mode }]
}
