import { knownCode } from '../../matter/known-code.ts'
import { z } from 'zod'
import { type Field, choice, text } from '../../matter/field.ts'
import { Refusal } from '../../matter/refusal.ts'
import type { Complaint } from '../complaint.ts'
import type { StepContext } from '../context.ts'
import type { Event } from '../event.ts'
import { headOfficeRung } from '../subject.ts'

/** Escalating by hand, with a reason: to the branch, or from there ("branch cannot solve") to head office. */
export const Escalate = z.strictObject({
  step: z.literal('escalate'),
  reason: z.string(),
  remark: z.string().trim().min(1),
})

export const escalateFields: readonly Field[] = [
  choice('reason', 'escalationReason', true),
  text('remark', true),
]

export function escalate(
  complaint: Complaint,
  command: z.infer<typeof Escalate>,
  context: StepContext,
): Event[] {
  knownCode('escalationReason', command.reason, context)
  const rung = command.reason === 'branchCannotSolve' ? headOfficeRung : context.rulebook.pack.branchRung
  if ((complaint.escalation?.rung ?? 0) >= rung) throw new Refusal('nothing-above')
  return [
    {
      type: 'escalated',
      at: context.at,
      by: context.by,
      rung,
      reason: command.reason,
      remark: command.remark,
    },
  ]
}
