import type { Calendar } from '../clock/calendar.ts'
import { type DueAnswer, dueTime } from '../clock/due.ts'
import type { Limit } from '../clock/limit.ts'

export type UnpausedDue = Extract<DueAnswer, { due: Temporal.Instant }>

/** When is a limit over that nothing pauses, with its proof? For clocks, repetitions and grace periods alike. */
export function unpausedDue(start: string | Temporal.Instant, limit: Limit, calendar: Calendar): UnpausedDue {
  const answer = dueTime({ start: Temporal.Instant.from(start), limit, calendar })
  if ('paused' in answer)
    throw new Error('A due time without pauses came out paused; this is a bug of the clock.')
  return answer
}
