import { CalendarError } from './calendar-error.ts'
import type { Calendar } from './calendar.ts'
import { countLimit } from './count-limit.ts'
import { countBetween, countForward } from './count.ts'
import { elapseForward } from './elapsed.ts'
import { checkLimit, runsOnOpenHours, type Limit } from './limit.ts'
import { instantAt, minutesOf } from './local-time.ts'
import { mergePauses, type Pause } from './pause.ts'
import { clip, lengthOf, type Stretch } from './stretch.ts'

/** A moment told from a clock: part of its time, a length before or after its due, or before the statutory due. */
export type Moment =
  | { percent: number }
  | { before: Limit }
  | { after: Limit }
  | { calendarDaysBefore: number; at: string }
  | { beforeStatutory: Limit }

/** A clock whose due is known. */
export type DueClock = Readonly<{
  start: Temporal.Instant
  due: Temporal.Instant
  limit: Limit
  calendar: Calendar
  pauses?: readonly Pause[] | undefined
  statutoryDue?: Temporal.Instant | undefined
}>

/**
 * When is this moment of the clock?
 *
 * - `percent` of the time between start and due that no pause took out: open hours for the two working limits, plain
 *   time for the two others; down to the whole second; 100 and more is the due.
 * - `before` counts back from the due in its own unit, over the pauses; `calendarDays` is the same local time on an
 *   earlier date. It may lie before the start of a short clock: the caller decides what that means.
 * - `after` counts on from the due and knows no pauses: an overdue clock is not hidden by pausing it.
 * - `calendarDaysBefore` is `at` (local time) so many dates before the due's date.
 * - `beforeStatutory` counts back from the statutory due. Throws `CalendarError` when the clock has none.
 */
export function momentOf(moment: Moment, clock: DueClock): Temporal.Instant {
  const { due, calendar, pauses, statutoryDue } = clock
  if ('percent' in moment) return partOf(moment.percent, clock)
  if ('before' in moment) return before(due, moment.before, calendar, pauses)
  if ('after' in moment) return after(due, moment.after, calendar)
  if ('calendarDaysBefore' in moment) {
    const date = due.toZonedDateTimeISO(calendar.timeZone).toPlainDate()
    const days = moment.calendarDaysBefore
    return instantAt(date.subtract({ days }), minutesOf(moment.at), calendar.timeZone)
  }
  if (!statutoryDue) {
    throw new CalendarError(
      'A moment before the statutory due was asked of a clock without one. Give statutoryDue, or use another moment.',
    )
  }
  return before(statutoryDue, moment.beforeStatutory, calendar)
}

/** So much before an instant, in the limit's unit and over the pauses; see `momentOf`. */
export function before(
  instant: Temporal.Instant,
  limit: Limit,
  calendar: Calendar,
  pauses: readonly Pause[] = [],
): Temporal.Instant {
  return shift(instant, turned(limit), calendar, pauses)
}

function after(instant: Temporal.Instant, limit: Limit, calendar: Calendar): Temporal.Instant {
  return shift(instant, limit, calendar, [])
}

function shift(
  instant: Temporal.Instant,
  limit: Limit,
  calendar: Calendar,
  told: readonly Pause[],
): Temporal.Instant {
  if (Object.values(limit).every((amount) => amount === 0)) return instant
  if ('calendarDays' in limit) {
    return instant.toZonedDateTimeISO(calendar.timeZone).add({ days: limit.calendarDays }).toInstant()
  }
  checkLimit(limit)
  const asked = { start: instant.epochMilliseconds, calendar, pauses: mergePauses(told), told }
  const counted = countLimit(limit, asked)
  return 'at' in counted ? Temporal.Instant.fromEpochMilliseconds(counted.at) : instant
}

function turned(limit: Limit): Limit {
  if ('workingSeconds' in limit) return { workingSeconds: -limit.workingSeconds }
  if ('workingDays' in limit) return { workingDays: -limit.workingDays }
  if ('calendarDays' in limit) return { calendarDays: -limit.calendarDays }
  return { elapsedSeconds: -limit.elapsedSeconds }
}

function partOf(percent: number, clock: DueClock): Temporal.Instant {
  if (percent >= 100) return clock.due
  const [from, until] = [clock.start.epochMilliseconds, clock.due.epochMilliseconds]
  const pauses = clip(mergePauses(clock.pauses ?? []), from, until)
  const total = runsOnOpenHours(clock.limit)
    ? countBetween(clock.calendar, pauses, from, until)
    : until - from - lengthOf(pauses)
  const amount = Math.floor((total * percent) / 100 / 1000) * 1000
  return Temporal.Instant.fromEpochMilliseconds(partAt(clock, pauses, amount))
}

function partAt({ calendar, limit, start }: DueClock, pauses: readonly Stretch[], amount: number): number {
  const from = start.epochMilliseconds
  const count = runsOnOpenHours(limit)
    ? countForward(calendar, pauses, from, amount)
    : elapseForward(pauses, from, amount)
  return 'at' in count ? count.at : from
}
