import { z } from 'zod'
import { type Field, day, line, option, text, when } from '../../matter/field.ts'
import type { Complaint } from '../complaint.ts'
import type { StepContext } from '../context.ts'
import type { Event } from '../event.ts'
import { noFutureOf, utc } from './guard.ts'

export const mediationAnswers = ['accepted', 'refused'] as const

/** Mediation by an outside body was offered to the customer, who accepts or refuses it (`DOMAIN.md` 2.3, 9.3). */
export const Mediate = z.strictObject({
  step: z.literal('mediate'),
  mediator: z.string().trim().min(1),
  offeredAt: z.iso.datetime(),
  answer: z.enum(mediationAnswers),
  meetsOn: z.iso.date().exactOptional(),
  note: z.string().trim().min(1).exactOptional(),
})

export const mediateFields: readonly Field[] = [
  line('mediator', true),
  when('offeredAt', true),
  option('answer', mediationAnswers, true),
  day('meetsOn', false),
  text('note', false, 500),
]

export function mediate(
  _complaint: Complaint,
  command: z.infer<typeof Mediate>,
  context: StepContext,
): Event[] {
  const { step: _step, offeredAt, ...said } = command
  noFutureOf(offeredAt, context)
  return [{ type: 'mediationOffered', at: context.at, by: context.by, ...said, offeredAt: utc(offeredAt) }]
}
