import { knownCode } from '../../matter/known-code.ts'
import { z } from 'zod'
import { type Field, choice, choices, day, line } from '../../matter/field.ts'
import { Refusal } from '../../matter/refusal.ts'
import type { Complaint } from '../complaint.ts'
import type { StepContext } from '../context.ts'
import type { Event } from '../event.ts'
import { isoOf } from '../../matter/iso.ts'
import { knownCodes } from './guard.ts'

/** Special care for a vulnerable customer (`DOMAIN.md` 9.3): how they are spoken to, who helps, when it is looked at again. */
export const Care = z.strictObject({
  step: z.literal('care'),
  vulnerability: z.array(z.string()).min(1),
  mode: z.string(),
  helper: z.string().trim().min(1).exactOptional(),
  reviewOn: z.iso.date(),
})

export const careFields: readonly Field[] = [
  choices('vulnerability', 'vulnerability', true),
  choice('mode', 'contactMode', true),
  line('helper', false),
  day('reviewOn', true),
]

export function care(_complaint: Complaint, command: z.infer<typeof Care>, context: StepContext): Event[] {
  const { step: _step, ...said } = command
  knownCodes('vulnerability', said.vulnerability, context)
  knownCode('contactMode', said.mode, context)
  const zone = context.rulebook.pack.calendar.timeZone
  const reviewAt = Temporal.PlainDate.from(said.reviewOn)
    .toZonedDateTime({ timeZone: zone, plainTime: context.rulebook.pack.digest.sqChannel })
    .toInstant()
  if (Temporal.Instant.compare(reviewAt, context.now) <= 0)
    throw new Refusal('must-be-later', { field: 'reviewOn' })
  return [{ type: 'careSet', at: context.at, by: context.by, ...said, reviewAt: isoOf(reviewAt) }]
}
