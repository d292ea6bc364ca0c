import { z } from 'zod'
import { type Field, option, text, when } from '../../matter/field.ts'
import { Refusal } from '../../matter/refusal.ts'
import type { Complaint } from '../complaint.ts'
import type { StepContext } from '../context.ts'
import type { Event } from '../event.ts'
import { noFutureOf, utc } from './guard.ts'

/** The follow-up call, never by the handler (see `objection`). A customer who is not content sends the case back into handling. */
export const FollowUp = z.strictObject({
  step: z.literal('followUp'),
  callAt: z.iso.datetime(),
  satisfaction: z.enum(['1', '2', '3', '4', '5']),
  promiseKept: z.enum(['yes', 'no', 'none']),
  content: z.enum(['yes', 'no']),
  comment: z.string().trim().min(1).exactOptional(),
})

export const followUpFields: readonly Field[] = [
  when('callAt', true),
  option('satisfaction', ['5', '4', '3', '2', '1'], true),
  option('promiseKept', ['yes', 'no', 'none'], true),
  option('content', ['yes', 'no'], true),
  text('comment', false),
]

export function followUp(
  _complaint: Complaint,
  command: z.infer<typeof FollowUp>,
  context: StepContext,
): Event[] {
  const { by, at } = context
  noFutureOf(command.callAt, context)
  const content = command.content === 'yes'
  if (!content && !command.comment) throw new Refusal('remark-missing')
  return [
    {
      type: 'followedUp',
      at,
      by,
      callAt: utc(command.callAt),
      satisfaction: Number(command.satisfaction),
      promiseKept: command.promiseKept,
      content,
      ...(command.comment && { comment: command.comment }),
    },
  ]
}
