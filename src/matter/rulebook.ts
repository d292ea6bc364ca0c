import { alwaysOpen, createCalendar } from '../clock/calendar.ts'
import { calendarSpecOf } from '../policy/calendar-spec-of.ts'
import type { Holidays } from '../policy/holidays.ts'
import type { Pack } from '../policy/pack.ts'
import type { Rulebook } from './matter.ts'

/** How far ahead of the covered years a due time may reach before it is told as provisional. */
const yearsAhead = 3

/** The pack with its calendars built; years without an official holiday notice make due times provisional. */
export function rulebookOf(pack: Pack, holidays: Holidays): Rulebook {
  const first = Math.min(...holidays.coveredYears)
  const last = Math.max(...holidays.coveredYears)
  const spec = calendarSpecOf(pack, holidays, { from: first, to: last + yearsAhead })
  return { pack, business: createCalendar(spec), always: alwaysOpen(pack.calendar.timeZone) }
}
