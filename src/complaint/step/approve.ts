import { z } from 'zod'
import { type Field, option, text } from '../../matter/field.ts'
import { Refusal } from '../../matter/refusal.ts'
import type { Complaint } from '../complaint.ts'
import type { StepContext } from '../context.ts'
import type { Event } from '../event.ts'

export const decisions = ['approve', 'back'] as const

/** The decision on the proposed solution, by somebody who is neither its author nor the handler (see `objection`). */
export const Approve = z.strictObject({
  step: z.literal('approve'),
  decision: z.enum(decisions),
  remark: z.string().trim().min(1).exactOptional(),
  conditions: z.string().trim().min(1).exactOptional(),
})

export const approveFields: readonly Field[] = [
  option('decision', decisions, true),
  text('remark', false),
  text('conditions', false),
]

export function approve(
  _complaint: Complaint,
  command: z.infer<typeof Approve>,
  { by, at }: StepContext,
): Event[] {
  const { step: _step, decision, remark, conditions } = command
  if (decision === 'approve')
    return [{ type: 'approved', at, by, ...(remark && { remark }), ...(conditions && { conditions }) }]
  if (!remark) throw new Refusal('remark-missing')
  return [{ type: 'planRejected', at, by, remark }]
}
