import { knownCode } from '../../matter/known-code.ts'
import { z } from 'zod'
import { type Field, choice, text, when } from '../../matter/field.ts'
import type { Complaint } from '../complaint.ts'
import type { StepContext } from '../context.ts'
import type { Event } from '../event.ts'
import { noFutureOf, utc } from './guard.ts'

export const bodies = ['sqHead', 'committee', 'headOffice', 'compliance'] as const

/** Reporting up within the limit of the level (`DOMAIN.md` 9.2, row "report up"): to whom, how, when, what. */
export const ReportUp = z.strictObject({
  step: z.literal('reportUp'),
  reportedTo: z.array(z.enum(bodies)).min(1),
  mode: z.string(),
  reportAt: z.iso.datetime(),
  note: z.string().trim().min(1),
})

export const reportUpFields: readonly Field[] = [
  { name: 'reportedTo', kind: 'option', options: bodies, many: true, required: true },
  choice('mode', 'contactMode', true),
  when('reportAt', true),
  text('note', true),
]

export function reportUp(
  _complaint: Complaint,
  command: z.infer<typeof ReportUp>,
  context: StepContext,
): Event[] {
  knownCode('contactMode', command.mode, context)
  noFutureOf(command.reportAt, context)
  const { step: _step, ...said } = command
  return [{ type: 'reportedUp', at: context.at, by: context.by, ...said, reportAt: utc(command.reportAt) }]
}
