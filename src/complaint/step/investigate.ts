import { knownCode } from '../../matter/known-code.ts'
import { z } from 'zod'
import { type Field, choice, option, text } from '../../matter/field.ts'
import type { Complaint } from '../complaint.ts'
import type { StepContext } from '../context.ts'
import type { Event } from '../event.ts'

export const faultOpinions = ['yes', 'part', 'no'] as const

/** The findings: what happened, how we know, why, and whose fault. Filing them again replaces them; the journal keeps both. */
export const Investigate = z.strictObject({
  step: z.literal('investigate'),
  facts: z.string().trim().min(1),
  evidence: z.string().trim().min(1),
  records: z.string().trim().min(1).exactOptional(),
  statement: z.string().trim().min(1).exactOptional(),
  cause: z.string(),
  fault: z.enum(faultOpinions),
  similar: z.string().trim().min(1).exactOptional(),
})

export const investigateFields: readonly Field[] = [
  text('facts', true),
  text('evidence', true),
  text('records', false),
  text('statement', false),
  choice('cause', 'cause', true),
  option('fault', faultOpinions, true),
  text('similar', false, 500),
]

export function investigate(
  _complaint: Complaint,
  command: z.infer<typeof Investigate>,
  context: StepContext,
): Event[] {
  knownCode('cause', command.cause, context)
  const { step: _step, ...said } = command
  return [{ type: 'investigated', at: context.at, by: context.by, ...said }]
}
