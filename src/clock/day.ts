import type { Window } from './calendar-spec.ts'
import { instantAt, minutesOf } from './local-time.ts'
import { clip, merge, type Stretch } from './stretch.ts'

/**
 * Why a local date is open or closed: the week's plan, a holiday, a make-up workday, or `skipped` where the zone never
 * had that date (2011-12-30 in Pacific/Apia).
 */
export type DayPlan = Readonly<{
  because: 'week' | 'holiday' | 'workday' | 'skipped'
  hours: readonly Window[]
  name?: string
  notice?: string
}>

/**
 * One local date of a calendar. `number` counts dates from 1970-01-01; `starts` and `ends` are its first instant and
 * the first of the next date, `open` its open stretches, all in epoch milliseconds.
 */
export type Day = Readonly<{
  number: number
  date: string
  starts: number
  ends: number
  open: readonly Stretch[]
  plan: DayPlan
}>

export const msOfDay = 86_400_000
const epoch = new Temporal.PlainDate(1970, 1, 1)

/**
 * Builds the local date with its open stretches. Windows are local times, so on the day of a clock change one may be
 * shorter or longer; seconds counted in it are real ones.
 */
export function createDay(
  number: number,
  timeZone: string,
  planOf: (date: Temporal.PlainDate) => DayPlan,
): Day {
  const date = epoch.add({ days: number })
  const starts = date.toZonedDateTime(timeZone).epochMilliseconds
  const ends = date.add({ days: 1 }).toZonedDateTime(timeZone).epochMilliseconds
  const plan: DayPlan = ends > starts ? planOf(date) : { because: 'skipped', hours: [] }
  const at = (time: string): number =>
    ends - starts === msOfDay
      ? starts + minutesOf(time) * 60_000
      : instantAt(date, minutesOf(time), timeZone).epochMilliseconds
  const open = plan.hours.map(([opens, closes]): Stretch => [at(opens), at(closes)])
  return { number, date: date.toString(), starts, ends, open: clip(merge(open), starts, ends), plan }
}

/** The instant, in epoch milliseconds, at which `other` shows the wall time that `moment` has on `day`. */
export function sameTimeOn(other: Day, day: Day, moment: number, timeZone: string): number {
  if (isPlain(day) && isPlain(other)) return other.starts + moment - day.starts
  const plainTime = Temporal.Instant.fromEpochMilliseconds(moment).toZonedDateTimeISO(timeZone).toPlainTime()
  return Temporal.PlainDate.from(other.date).toZonedDateTime({ timeZone, plainTime }).epochMilliseconds
}

function isPlain(day: Day): boolean {
  return day.ends - day.starts === msOfDay
}
