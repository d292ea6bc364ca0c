import { knownCode } from '../../matter/known-code.ts'
import { z } from 'zod'
import { type Field, choice, option, text, when } from '../../matter/field.ts'
import type { Complaint } from '../complaint.ts'
import type { StepContext } from '../context.ts'
import type { Event } from '../event.ts'
import { noFutureOf, onlyFutureOf, utc } from './guard.ts'

/** One attempt to reach the customer. The first one, reached or not, stops the contact clock (9.7: "reached or attempted"). */
export const Contact = z.strictObject({
  step: z.literal('contact'),
  contactAt: z.iso.datetime(),
  mode: z.string(),
  reached: z.enum(['yes', 'no']),
  words: z.string().trim().min(1).exactOptional(),
  mood: z.string().exactOptional(),
  promise: z.string().trim().min(1).exactOptional(),
  promiseUntil: z.iso.datetime().exactOptional(),
  nextContact: z.iso.datetime().exactOptional(),
})

export const contactFields: readonly Field[] = [
  when('contactAt', true),
  choice('mode', 'contactMode', true),
  option('reached', ['yes', 'no'], true),
  text('words', false),
  choice('mood', 'mood', false),
  text('promise', false, 500),
  when('promiseUntil', false),
  when('nextContact', false),
]

export function contact(
  _complaint: Complaint,
  command: z.infer<typeof Contact>,
  context: StepContext,
): Event[] {
  noFutureOf(command.contactAt, context)
  knownCode('contactMode', command.mode, context)
  if (command.mood) knownCode('mood', command.mood, context)
  if (command.promiseUntil) onlyFutureOf(command.promiseUntil, context, 'promiseUntil')
  if (command.nextContact) onlyFutureOf(command.nextContact, context, 'nextContact')
  const { step: _step, reached, contactAt, promiseUntil, nextContact, ...said } = command
  return [
    {
      type: 'contacted',
      at: context.at,
      by: context.by,
      ...said,
      reached: reached === 'yes',
      contactAt: utc(contactAt),
      ...(promiseUntil && { promiseUntil: utc(promiseUntil) }),
      ...(nextContact && { nextContact: utc(nextContact) }),
    },
  ]
}
