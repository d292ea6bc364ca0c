import type { Limit, Pack } from './pack.ts'

/** Open seconds of a plain working day: Monday's, else those of a make-up workday, else the first day of the week. */
export function workingDaySeconds(calendar: Pack['calendar']): number {
  const day = calendar.week.mon ?? calendar.workdayHours ?? Object.values(calendar.week)[0] ?? []
  return openSeconds(day)
}

/** Seconds between opening and closing, over all windows of a day. */
export function openSeconds(day: readonly (readonly [string, string])[]): number {
  return day.reduce((sum, [opens, closes]) => sum + secondOfDay(closes) - secondOfDay(opens), 0)
}

/** How long a limit is, in seconds, where a day (working or calendar) counts as `daySeconds`. A measure, not a due. */
export function secondsOf(limit: Limit, daySeconds: number): number {
  if ('elapsedSeconds' in limit) return limit.elapsedSeconds
  if ('workingSeconds' in limit) return limit.workingSeconds
  if ('workingDays' in limit) return limit.workingDays * daySeconds
  return limit.calendarDays * daySeconds
}

/**
 * Is `limit` never due later than `bound`, both from the same start? `undefined` when that depends on the start.
 * Days of one kind are compared as days; working hours and working days by the open hours of each one's own day.
 * Elapsed time inside as many working hours (or full calendar days) is always due first; the other way round is unknown.
 */
export function isWithin(
  limit: Limit,
  bound: Limit,
  days: { limit: number; bound: number },
): boolean | undefined {
  if ('workingDays' in limit && 'workingDays' in bound) return limit.workingDays <= bound.workingDays
  if ('calendarDays' in limit && 'calendarDays' in bound) return limit.calendarDays <= bound.calendarDays
  if ('elapsedSeconds' in limit) {
    const boundSeconds = secondsOf(bound, 'calendarDays' in bound ? 86_400 : days.bound)
    if (limit.elapsedSeconds <= boundSeconds) return true
    return 'elapsedSeconds' in bound ? false : undefined
  }
  if ('elapsedSeconds' in bound || 'calendarDays' in limit || 'calendarDays' in bound) return undefined
  return secondsOf(limit, days.limit) <= secondsOf(bound, days.bound)
}

function secondOfDay(time: string): number {
  const [hours = 0, minutes = 0] = time.split(':').map(Number)
  return hours * 3600 + minutes * 60
}
