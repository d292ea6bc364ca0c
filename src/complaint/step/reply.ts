import { knownCode } from '../../matter/known-code.ts'
import { z } from 'zod'
import { type Field, choice, choices, line, text, when } from '../../matter/field.ts'
import type { Complaint } from '../complaint.ts'
import type { StepContext } from '../context.ts'
import type { Event } from '../event.ts'
import { isDrawnForFollowUp } from '../follow-up-sample.ts'
import { knownCodes, noFutureOf, utc } from './guard.ts'

/** The reply to the customer, with the remedies told. The system then draws the follow-up sample. */
export const Reply = z.strictObject({
  step: z.literal('reply'),
  replyAt: z.iso.datetime(),
  mode: z.string(),
  summary: z.string().trim().min(1),
  remedies: z.array(z.string()).min(1),
  response: z.string(),
  letter: z.string().trim().min(1).exactOptional(),
})

export const replyFields: readonly Field[] = [
  when('replyAt', true),
  choice('mode', 'contactMode', true),
  text('summary', true),
  choices('remedies', 'remedy', true),
  choice('response', 'customerResponse', true),
  line('letter', false),
]

export function reply(complaint: Complaint, command: z.infer<typeof Reply>, context: StepContext): Event[] {
  noFutureOf(command.replyAt, context)
  knownCode('contactMode', command.mode, context)
  knownCodes('remedy', command.remedies, context)
  knownCode('customerResponse', command.response, context)
  const { step: _step, ...said } = command
  const replied: Event = {
    type: 'replied',
    at: context.at,
    by: context.by,
    ...said,
    replyAt: utc(command.replyAt),
  }
  const drawn = isDrawnForFollowUp(complaint, context.rulebook.pack)
  return drawn ? [replied, { type: 'followUpDrawn', at: context.at }] : [replied]
}
