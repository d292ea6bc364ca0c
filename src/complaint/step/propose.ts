import { knownCode } from '../../matter/known-code.ts'
import { z } from 'zod'
import { type Field, choice, number, text } from '../../matter/field.ts'
import type { Complaint } from '../complaint.ts'
import type { StepContext } from '../context.ts'
import type { Event } from '../event.ts'

/** The proposed solution, on filed findings; goes to the approver of its level. */
export const Propose = z.strictObject({
  step: z.literal('propose'),
  solution: z.string().trim().min(1),
  basis: z.string().trim().min(1),
  compensation: z.string().exactOptional(),
  amount: z.number().nonnegative().finite().exactOptional(),
  script: z.string().trim().min(1).exactOptional(),
  risk: z.string().trim().min(1).exactOptional(),
})

export const proposeFields: readonly Field[] = [
  text('solution', true),
  text('basis', true),
  choice('compensation', 'compensation', false),
  number('amount', false),
  text('script', false),
  text('risk', false, 500),
]

export function propose(
  _complaint: Complaint,
  command: z.infer<typeof Propose>,
  context: StepContext,
): Event[] {
  if (command.compensation) knownCode('compensation', command.compensation, context)
  const { step: _step, ...said } = command
  return [{ type: 'proposed', at: context.at, by: context.by, ...said }]
}
