import { z } from 'zod'
import { type Field, option, text } from '../../matter/field.ts'
import { isoOf } from '../../matter/iso.ts'
import { Refusal } from '../../matter/refusal.ts'
import type { Complaint } from '../complaint.ts'
import type { StepContext } from '../context.ts'
import type { Event } from '../event.ts'
import { dueExtendedBy } from '../extending.ts'
import { decisions } from './approve.ts'

/**
 * Grants a longer limit or refuses it: the head of service quality for the first step, head office beyond. It binds only once
 * the customer was told; one who gave no name cannot be told, and for them it binds at once.
 */
export const DecideExtension = z.strictObject({
  step: z.literal('decideExtension'),
  decision: z.enum(decisions),
  remark: z.string().trim().min(1).exactOptional(),
})

export const decideExtensionFields: readonly Field[] = [
  option('decision', decisions, true),
  text('remark', false, 500),
]

export function decideExtension(
  complaint: Complaint,
  { decision, remark }: z.infer<typeof DecideExtension>,
  context: StepContext,
): Event[] {
  const { at, by } = context
  if (decision === 'back') {
    if (!remark) throw new Refusal('remark-missing')
    return [{ type: 'extensionRefused', at, by, remark }]
  }
  const granted: Event = { type: 'extensionGranted', at, by, ...(remark && { remark }) }
  if (!complaint.anonymous) return [granted]
  const due = dueExtendedBy(complaint, complaint.extensionAsked?.extraDays ?? 0, context)
  return due ? [granted, { type: 'extended', at, by, due: isoOf(due) }] : [granted]
}
