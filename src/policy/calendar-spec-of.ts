import type { Holidays } from './holidays.ts'
import type { Pack } from './pack.ts'

/** The calendar as `redress deadline --batch` and `src/clock` write it; declared here by its shape alone. */
export interface PolicyCalendar {
  timeZone: string
  week: Pack['calendar']['week']
  holidays: { date: string; name: string; notice: string }[]
  workdays: { date: string; notice: string }[]
  workdayHours?: [string, string][]
  /** Local years without an official notice: what touches them is provisional. */
  missingYears: number[]
}

/**
 * The pack's open hours with the official holidays. Names stand in both languages, Chinese first.
 * @param years the local years the caller may ask about, both inclusive; those without a notice are `missingYears`.
 */
export function calendarSpecOf(
  pack: Pack,
  { holidays, workdays, coveredYears }: Holidays,
  years: { from: number; to: number },
): PolicyCalendar {
  const { timeZone, week, workdayHours } = pack.calendar
  const asked = Array.from({ length: Math.max(years.to - years.from + 1, 0) }, (_, at) => years.from + at)
  return {
    timeZone,
    week,
    holidays: holidays.map(({ date, name, notice }) => ({ date, name: `${name.zh} ${name.en}`, notice })),
    workdays: workdays.map(({ date, notice }) => ({ date, notice })),
    ...(workdayHours ? { workdayHours } : {}),
    missingYears: asked.filter((year) => !coveredYears.includes(year)),
  }
}
