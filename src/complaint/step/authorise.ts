import { z } from 'zod'
import { type Field, line, option } from '../../matter/field.ts'
import type { Complaint } from '../complaint.ts'
import type { StepContext } from '../context.ts'
import type { Event } from '../event.ts'

export const capacities = ['agent', 'heir', 'guardian'] as const

/**
 * The authority of whoever complains for somebody else was seen and checked: what it is, and where the copy is kept
 * (`DOMAIN.md` 2.3). Until then they are told no details, so no reply is recorded.
 */
export const Authorise = z.strictObject({
  step: z.literal('authorise'),
  capacity: z.enum(capacities),
  authorityKind: z.string().trim().min(1),
  fileReference: z.string().trim().min(1),
})

export const authoriseFields: readonly Field[] = [
  option('capacity', capacities, true),
  line('authorityKind', true),
  line('fileReference', true),
]

export function authorise(
  _complaint: Complaint,
  command: z.infer<typeof Authorise>,
  { at, by }: StepContext,
): Event[] {
  const { step: _step, ...said } = command
  return [{ type: 'authorised', at, by, ...said }]
}
