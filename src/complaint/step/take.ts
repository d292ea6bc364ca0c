import { z } from 'zod'
import type { Field } from '../../matter/field.ts'
import { deputyOf, isAway } from '../../organisation/away.ts'
import type { Complaint } from '../complaint.ts'
import type { StepContext } from '../context.ts'
import type { Event } from '../event.ts'

/** Taking over: only now does responsibility pass to the handler. */
export const Take = z.strictObject({ step: z.literal('take') })

export const takeFields: readonly Field[] = []

export function take(
  _complaint: Complaint,
  _command: z.infer<typeof Take>,
  { at, by }: StepContext,
): Event[] {
  return [{ type: 'taken', at, by }]
}

/** The person named; their deputy while they are away or once the take-over is overdue (`DOMAIN.md` 9.5, row "take"). */
export function mayTake(
  complaint: Complaint,
  { by, organisation, now }: Pick<StepContext, 'by' | 'organisation' | 'now'>,
): boolean {
  const named = complaint.offeredTo
  if (named === undefined) return false
  if (named === by) return true
  if (deputyOf(organisation, named, now) !== by) return false
  const overdue = complaint.clocks.some(
    ({ code, stoppedAt, served }) => code === 'take' && !stoppedAt && served.includes('k0'),
  )
  return overdue || isAway(organisation, named, now)
}
