import { CalendarError } from './calendar-error.ts'
import { CalendarSpec, describeIssues } from './calendar-spec.ts'
import { createDay, msOfDay, type Day, type DayPlan } from './day.ts'
import { touches } from './stretch.ts'

export { CalendarError, CalendarSpec }

/** A checked calendar. `day` gives a local date by its number since 1970-01-01 and remembers it. */
export type Calendar = Readonly<{
  timeZone: string
  /** Local years whose holiday notice is unknown: what touches them is provisional. */
  missingYears: readonly number[]
  /** False when no weekday and no make-up workday has hours: working time may then not be asked of it. */
  hasHours: boolean
  day: (number: number) => Day
}>

const weekdays = ['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun'] as const
const always: [string, string][] = [['00:00', '24:00']]

/** Checks the spec and makes it answer for days; throws `CalendarError` naming everything that is wrong with it. */
export function createCalendar(spec: CalendarSpec): Calendar {
  const checked = CalendarSpec.safeParse(spec)
  if (!checked.success)
    throw new CalendarError(`This calendar cannot be used: ${describeIssues(checked.error)}.`)
  const { timeZone, week, workdays = [], missingYears = [] } = checked.data
  const planOf = createPlan(checked.data)
  const days = new Map<number, Day>()
  return {
    timeZone,
    missingYears,
    hasHours: workdays.length > 0 || weekdays.some((weekday) => week[weekday]?.length),
    day(number) {
      const known = days.get(number)
      if (known) return known
      const day = createDay(number, timeZone, planOf)
      days.set(number, day)
      return day
    },
  }
}

/** The calendar of a 24x7 clock: every second of every day is open. */
export function alwaysOpen(timeZone: string): Calendar {
  const week = Object.fromEntries(weekdays.map((weekday) => [weekday, always]))
  return createCalendar({ timeZone, week })
}

/** When is the calendar open on this local date? Ascending, apart from each other; empty when closed. */
export function windowsOf(
  calendar: Calendar,
  date: Temporal.PlainDate | string,
): { opens: Temporal.Instant; closes: Temporal.Instant }[] {
  const number = Temporal.PlainDate.from('1970-01-01').until(date).days
  return calendar.day(number).open.map(([opens, closes]) => ({
    opens: Temporal.Instant.fromEpochMilliseconds(opens),
    closes: Temporal.Instant.fromEpochMilliseconds(closes),
  }))
}

/** Is this instant inside open hours? The opening is inside, the closing is not. */
export function isOpen(calendar: Calendar, instant: Temporal.Instant): boolean {
  const moment = instant.epochMilliseconds
  return dayAt(calendar, moment).open.some(([opens, closes]) => opens <= moment && moment < closes)
}

/** The instant itself when it is inside open hours, else the earliest opening after it. */
export function nextOpening(calendar: Calendar, instant: Temporal.Instant): Temporal.Instant {
  return isOpen(calendar, instant)
    ? instant
    : Temporal.Instant.fromEpochMilliseconds(openingFrom(calendar, instant.epochMilliseconds))
}

/** The instant itself when it is inside open hours or exactly at a closing, else the latest closing before it. */
export function lastWorkingMoment(calendar: Calendar, instant: Temporal.Instant): Temporal.Instant {
  return Temporal.Instant.fromEpochMilliseconds(workingMomentUpTo(calendar, instant.epochMilliseconds))
}

/** `nextOpening` on epoch milliseconds. */
export function openingFrom(calendar: Calendar, moment: number): number {
  return search(calendar, dayAt(calendar, moment), dayAfter(calendar), (day) => {
    const stretch = day.open.find(([, closes]) => closes > moment)
    return stretch && Math.max(stretch[0], moment)
  })
}

/** `lastWorkingMoment` on epoch milliseconds. */
export function workingMomentUpTo(calendar: Calendar, moment: number): number {
  return search(calendar, dayAt(calendar, moment), dayBefore(calendar), (day) => {
    if (touches(day.open, moment)) return moment
    return day.open.findLast(([, closes]) => closes <= moment)?.[1]
  })
}

/** The local date that an instant, in epoch milliseconds, belongs to. */
export function dayAt(calendar: Calendar, moment: number): Day {
  let day = calendar.day(Math.floor(moment / msOfDay))
  while (moment < day.starts) day = calendar.day(day.number - 1)
  while (moment >= day.ends) day = calendar.day(day.number + 1)
  return day
}

/** The step of `search` to the next local date. */
export function dayAfter(calendar: Calendar): (day: Day) => Day {
  return (day) => calendar.day(day.number + 1)
}

/** The step of `search` to the local date before. */
export function dayBefore(calendar: Calendar): (day: Day) => Day {
  return (day) => calendar.day(day.number - 1)
}

const searchDays = 3660

/**
 * Goes from day to day until `find` finds something. Throws `CalendarError` where some ten years of days in a row are
 * closed, and at once when the calendar has no hours at all.
 */
export function search<Found>(
  calendar: Calendar,
  first: Day,
  next: (day: Day) => Day,
  find: (day: Day) => Found | undefined,
): Found {
  let closed = 0
  for (let day = first; calendar.hasHours && closed <= searchDays; day = next(day)) {
    closed = day.open.length > 0 ? 0 : closed + 1
    const found = find(day)
    if (found !== undefined) return found
  }
  throw barren(calendar, first)
}

function barren(calendar: Calendar, first: Day): CalendarError {
  return new CalendarError(
    calendar.hasHours
      ? `The calendar has no open hours within ten years of ${first.date}. Check its week and its holidays.`
      : 'The calendar has no open hours at all, so working time cannot be counted. Give at least one weekday hours.',
  )
}

type Special = Readonly<{ date: string; name?: string | undefined; notice?: string | undefined }>

function createPlan({
  week,
  holidays,
  workdays,
  workdayHours,
}: CalendarSpec): (date: Temporal.PlainDate) => DayPlan {
  const closed = byDate(holidays)
  const opened = byDate(workdays)
  return (date) => {
    const key = date.toString()
    const workday = opened.get(key)
    if (workday) return { because: 'workday', hours: workdayHours ?? week.mon ?? [], ...told(workday) }
    const holiday = closed.get(key)
    if (holiday) return { because: 'holiday', hours: [], ...told(holiday) }
    const weekday = weekdays[date.dayOfWeek - 1]
    return { because: 'week', hours: (weekday && week[weekday]) ?? [] }
  }
}

function byDate(days: readonly (string | Special)[] = []): Map<string, Special> {
  return new Map(days.map((day) => (typeof day === 'string' ? [day, { date: day }] : [day.date, day])))
}

function told({ name, notice }: Special): Pick<DayPlan, 'name' | 'notice'> {
  return { ...(name !== undefined && { name }), ...(notice !== undefined && { notice }) }
}
