import { CalendarError } from './calendar-error.ts'

/**
 * How long something may take, in one of four units that are never mixed: seconds of open hours, working days (same
 * local time of day), calendar days (statutory, to 23:59:59), or seconds of plain elapsed time.
 */
export type Limit =
  | { workingSeconds: number }
  | { workingDays: number }
  | { calendarDays: number }
  | { elapsedSeconds: number }

const farthestDays = 200 * 366
const farthestSeconds = farthestDays * 86_400

/** Throws `CalendarError` unless the limit is a number the calculator can count: whole days, within 200 years. */
export function checkLimit(limit: Limit): void {
  const [[unit, amount] = ['', NaN]] = Object.entries(limit)
  const farthest = unit.endsWith('Days') ? farthestDays : farthestSeconds
  if (!Number.isFinite(amount) || Math.abs(amount) > farthest) {
    throw new CalendarError(
      `The limit of ${amount} ${unit} is not a number within 200 years. Give a shorter one.`,
    )
  }
  if (unit.endsWith('Days') && !Number.isInteger(amount)) {
    throw new CalendarError(
      `The limit of ${amount} ${unit} is not whole. Give whole days, or working seconds.`,
    )
  }
  if (unit === 'calendarDays' && amount < 0) {
    throw new CalendarError(
      `The limit of ${amount} calendarDays is negative, but day 0 is the first. Give 0 or more.`,
    )
  }
}

/** Does the limit run on open hours, rather than on plain time? */
export function runsOnOpenHours(limit: Limit): boolean {
  return 'workingSeconds' in limit || 'workingDays' in limit
}
