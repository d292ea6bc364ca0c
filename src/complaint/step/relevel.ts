import { z } from 'zod'
import { type Field, option, text } from '../../matter/field.ts'
import { Refusal } from '../../matter/refusal.ts'
import { mayDo } from '../../organisation/rights.ts'
import { levels } from '../../policy/pack.ts'
import type { Complaint } from '../complaint.ts'
import type { StepContext } from '../context.ts'
import type { Event } from '../event.ts'
import { isGraver, reasonsFor } from '../level.ts'
import { raisedGrace } from '../raised-grace.ts'
import { subjectOf } from '../subject.ts'

/**
 * A new level with its reason: an officer may raise it, only the service quality head may lower it. Raised late, it leaves
 * the pack's grace, so that nothing is overdue at once (`DOMAIN.md` section 6).
 */
export const Relevel = z.strictObject({
  step: z.literal('relevel'),
  level: z.enum(levels),
  reason: z.string().trim().min(1),
})

export const relevelFields: readonly Field[] = [option('level', levels, true), text('reason', true, 500)]

export function relevel(
  complaint: Complaint,
  command: z.infer<typeof Relevel>,
  context: StepContext,
): Event[] {
  const { by, at, now, organisation, rulebook } = context
  if (command.level === complaint.level) throw new Refusal('same-level')
  const raised = isGraver(command.level, complaint.level)
  if (!raised && !mayDo(organisation, by, 'lower', subjectOf(complaint), now))
    throw new Refusal('only-head-lowers')
  return [
    {
      type: 'relevelled',
      at,
      by,
      level: command.level,
      reason: command.reason,
      levelReasons: [...reasonsFor(command.level, complaint.facts, rulebook.pack), command.reason],
      ...raisedGrace(complaint, command.level, context),
    },
  ]
}
