import { z } from 'zod'
import { type Field, text } from '../../matter/field.ts'
import type { Complaint } from '../complaint.ts'
import type { StepContext } from '../context.ts'
import type { Event } from '../event.ts'

/** The clocks run again before the pause's time is over, and what came of the waiting. */
export const Resume = z.strictObject({ step: z.literal('resume'), note: z.string().trim().min(1) })

export const resumeFields: readonly Field[] = [text('note', true, 500)]

export function resume(
  _complaint: Complaint,
  { note }: z.infer<typeof Resume>,
  { at, by }: StepContext,
): Event[] {
  return [{ type: 'resumed', at, by, endedAt: at, note }]
}
