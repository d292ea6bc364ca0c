import { knownCode } from '../../matter/known-code.ts'
import { z } from 'zod'
import { type Field, choice, text } from '../../matter/field.ts'
import type { Complaint } from '../complaint.ts'
import type { StepContext } from '../context.ts'
import type { Event } from '../event.ts'

/** Return to the sender, once, with a reason; after that the service quality department decides by dispatching again. */
export const SendBack = z.strictObject({
  step: z.literal('sendBack'),
  reason: z.string(),
  remark: z.string().trim().min(1).exactOptional(),
})

export const sendBackFields: readonly Field[] = [
  choice('reason', 'returnReason', true),
  text('remark', false),
]

export function sendBack(
  _complaint: Complaint,
  command: z.infer<typeof SendBack>,
  context: StepContext,
): Event[] {
  knownCode('returnReason', command.reason, context)
  const { step: _step, ...said } = command
  return [{ type: 'sentBack', at: context.at, by: context.by, ...said }]
}
