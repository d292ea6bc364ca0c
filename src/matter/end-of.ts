import type { Limit } from '../policy/pack.ts'
import { calendarOf } from './calendar-of.ts'
import type { Rulebook } from './matter.ts'
import { unpausedDue } from './unpaused-due.ts'

/** When is a length of time over that nothing pauses? Counted on the calendar that its unit asks for. */
export function endOf(start: string | Temporal.Instant, limit: Limit, rulebook: Rulebook): Temporal.Instant {
  return unpausedDue(start, limit, calendarOf(limit, rulebook)).due
}
