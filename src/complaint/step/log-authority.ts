import { knownCode } from '../../matter/known-code.ts'
import { z } from 'zod'
import { type Field, choice, option, text, when } from '../../matter/field.ts'
import type { Complaint } from '../complaint.ts'
import type { StepContext } from '../context.ts'
import type { Event } from '../event.ts'
import { noFutureOf, utc } from './guard.ts'
import { isAuthority } from './refer.ts'

export const directions = ['fromThem', 'toThem'] as const

/** One contact with an authority about this complaint (duty 6 of the service quality department): the log that is never overwritten. */
export const LogAuthority = z.strictObject({
  step: z.literal('logAuthority'),
  body: z.string(),
  direction: z.enum(directions),
  spokeAt: z.iso.datetime(),
  mode: z.string(),
  note: z.string().trim().min(1),
})

export const logAuthorityFields: readonly Field[] = [
  choice('body', 'source', true),
  option('direction', directions, true),
  when('spokeAt', true),
  choice('mode', 'contactMode', true),
  text('note', true),
]

export function logAuthority(
  _complaint: Complaint,
  command: z.infer<typeof LogAuthority>,
  context: StepContext,
): Event[] {
  const { step: _step, spokeAt, ...said } = command
  isAuthority(said.body, context)
  noFutureOf(spokeAt, context)
  knownCode('contactMode', said.mode, context)
  return [{ type: 'authoritySpoken', at: context.at, by: context.by, ...said, spokeAt: utc(spokeAt) }]
}
