import {
  dayAfter,
  dayAt,
  dayBefore,
  openingFrom,
  search,
  workingMomentUpTo,
  type Calendar,
} from './calendar.ts'
import { sameTimeOn, type Day } from './day.ts'
import { touches } from './stretch.ts'

/** Where a count of working days ended, in epoch milliseconds, and the dates it went over, the first being day 0. */
export type DayCount = Readonly<{ at: number; days: readonly Day[] }>

/**
 * Working days on, for `count` of 0 or more: a start outside hours (a closing is outside) first moves to the next
 * opening; then so many dates with open hours on, the same local time; where that is not inside that date's hours, the
 * earliest opening after it (exactly at a closing stays).
 */
export function countDaysForward(calendar: Calendar, from: number, count: number): DayCount {
  const start = openingFrom(calendar, from)
  const days = daysFrom(calendar, dayAt(calendar, start), dayAfter(calendar), count)
  const at = sameTime(calendar, days, start)
  return { at: touches(days.at(-1)?.open ?? [], at) ? at : openingFrom(calendar, at), days }
}

/**
 * Working days back, the mirror: a start outside hours (opening and closing are both inside) first moves to the latest
 * closing before it; then so many dates with open hours back, the same local time, or the latest working moment before.
 */
export function countDaysBackward(calendar: Calendar, from: number, count: number): DayCount {
  const start = workingMomentUpTo(calendar, from)
  const days = daysFrom(calendar, dayAt(calendar, start), dayBefore(calendar), count)
  return { at: workingMomentUpTo(calendar, sameTime(calendar, days, start)), days }
}

function sameTime(calendar: Calendar, days: readonly Day[], start: number): number {
  const [first, last] = [days[0], days.at(-1)]
  return first && last && first !== last ? sameTimeOn(last, first, start, calendar.timeZone) : start
}

function daysFrom(calendar: Calendar, first: Day, next: (day: Day) => Day, count: number): readonly Day[] {
  const days = [first]
  let left = count
  if (left === 0) return days
  return search(calendar, next(first), next, (day) => {
    days.push(day)
    if (day.open.length > 0) left -= 1
    return left === 0 ? days : undefined
  })
}
