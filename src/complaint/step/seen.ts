import { z } from 'zod'
import { type Field, text, when } from '../../matter/field.ts'
import type { Complaint } from '../complaint.ts'
import { repeatFrom } from '../calls.ts'
import type { StepContext } from '../context.ts'
import { isoOf } from '../../matter/iso.ts'
import type { Event } from '../event.ts'
import { onlyFutureOf, utc } from './guard.ts'

/** "Seen, new time, reason": silences one interval of calls on the clocks that called this person; no due time moves. */
export const Seen = z.strictObject({
  step: z.literal('seen'),
  newTime: z.iso.datetime(),
  reason: z.string().trim().min(1),
})

export const seenFields: readonly Field[] = [when('newTime', true), text('reason', true, 500)]

export function seen(complaint: Complaint, command: z.infer<typeof Seen>, context: StepContext): Event[] {
  onlyFutureOf(command.newTime, context)
  const calling = complaint.clocks.filter((run) => !run.stoppedAt && run.called.includes(context.by))
  const silentUntil = isoOf(repeatFrom(context.now, complaint, context))
  return calling.map((run) => ({
    type: 'seen',
    at: context.at,
    by: context.by,
    clock: run.code,
    reason: command.reason,
    newTime: utc(command.newTime),
    silentUntil,
  }))
}
