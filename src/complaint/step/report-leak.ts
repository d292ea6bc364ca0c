import { z } from 'zod'
import { type Field, choice, line, text, when } from '../../matter/field.ts'
import type { Complaint } from '../complaint.ts'
import type { StepContext } from '../context.ts'
import type { Event } from '../event.ts'
import { noFutureOf, utc } from './guard.ts'
import { isAuthority } from './refer.ts'

/** The leak of customers' data is reported to the authority; 72 hours are left for it from when the bank learnt of it. */
export const ReportLeak = z.strictObject({
  step: z.literal('reportLeak'),
  body: z.string(),
  reportAt: z.iso.datetime(),
  externalNumber: z.string().trim().min(1).exactOptional(),
  note: z.string().trim().min(1),
})

export const reportLeakFields: readonly Field[] = [
  choice('body', 'source', true),
  when('reportAt', true),
  line('externalNumber', false),
  text('note', true),
]

export function reportLeak(
  _complaint: Complaint,
  command: z.infer<typeof ReportLeak>,
  context: StepContext,
): Event[] {
  const { step: _step, externalNumber, reportAt, ...said } = command
  isAuthority(said.body, context)
  noFutureOf(reportAt, context)
  const reported = { ...said, reportAt: utc(reportAt), ...(externalNumber && { number: externalNumber }) }
  return [{ type: 'leakReported', at: context.at, by: context.by, ...reported }]
}
