import type { Calendar } from '../clock/calendar.ts'
import type { Limit } from '../policy/pack.ts'
import type { Rulebook } from './matter.ts'

/** The calendar of a length of time outside any clock (a repetition, a grace period): elapsed time runs 24x7. */
export function calendarOf(limit: Limit, { business, always }: Rulebook): Calendar {
  return 'elapsedSeconds' in limit ? always : business
}
