import type { Calendar } from './calendar.ts'
import { countBackward, countBetween, countForward } from './count.ts'
import { countDaysBackward, countDaysForward } from './working-days.ts'

/**
 * The instant so many seconds of open hours after `from`, or before it when negative. Forwards it is the earliest such
 * instant (exactly at a closing stays), backwards the latest (exactly at an opening stays); 0 gives the next opening
 * unless `from` is inside hours. Throws `CalendarError` when the calendar has no open hours.
 */
export function addWorkingTime(
  calendar: Calendar,
  from: Temporal.Instant,
  seconds: number,
): Temporal.Instant {
  const moment = from.epochMilliseconds
  const amount = Math.round(Math.abs(seconds) * 1000)
  const count =
    seconds < 0 ? countBackward(calendar, [], moment, amount) : countForward(calendar, [], moment, amount)
  return Temporal.Instant.fromEpochMilliseconds('at' in count ? count.at : moment)
}

/** Seconds of open hours from `a` to `b`; negative when `b` is the earlier. Throws `CalendarError` without open hours. */
export function workingSecondsBetween(calendar: Calendar, a: Temporal.Instant, b: Temporal.Instant): number {
  const [from, until] = [a.epochMilliseconds, b.epochMilliseconds]
  return from <= until
    ? countBetween(calendar, [], from, until) / 1000
    : -countBetween(calendar, [], until, from) / 1000
}

/**
 * The instant so many working days on at the same local time of day, or back when negative, by the rules of
 * `countDaysForward` and `countDaysBackward`. Throws `CalendarError` when the calendar has no open hours.
 */
export function addWorkingDays(calendar: Calendar, from: Temporal.Instant, days: number): Temporal.Instant {
  const count =
    days < 0
      ? countDaysBackward(calendar, from.epochMilliseconds, -days)
      : countDaysForward(calendar, from.epochMilliseconds, days)
  return Temporal.Instant.fromEpochMilliseconds(count.at)
}
