import { knownCode } from '../../matter/known-code.ts'
import { z } from 'zod'
import { type Field, choice, line, when } from '../../matter/field.ts'
import { Refusal } from '../../matter/refusal.ts'
import type { Complaint } from '../complaint.ts'
import type { StepContext } from '../context.ts'
import type { Event } from '../event.ts'
import { noFutureOf, utc } from './guard.ts'

/** The customer withdraws (`DOMAIN.md` 9.3): said in writing or on a recording, of which the proof names the place. */
export const Withdraw = z.strictObject({
  step: z.literal('withdraw'),
  withdrawnAt: z.iso.datetime(),
  mode: z.string(),
  proof: z.string().trim().min(1),
})

export const withdrawFields: readonly Field[] = [
  when('withdrawnAt', true),
  choice('mode', 'contactMode', true),
  line('proof', true),
]

/** Handling ends when the customer said so; it counts as withdrawn, not as solved. */
export function withdraw(
  complaint: Complaint,
  command: z.infer<typeof Withdraw>,
  context: StepContext,
): Event[] {
  const { withdrawnAt, mode, proof } = command
  noFutureOf(withdrawnAt, context)
  const isBefore =
    Temporal.Instant.compare(
      Temporal.Instant.from(withdrawnAt),
      Temporal.Instant.from(complaint.receivedAt),
    ) < 0
  if (isBefore) throw new Refusal('before-receipt')
  knownCode('contactMode', mode, context)
  return [{ type: 'withdrawn', at: context.at, by: context.by, withdrawnAt: utc(withdrawnAt), mode, proof }]
}
