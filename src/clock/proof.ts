import type { Window } from './calendar-spec.ts'
import type { CountedDay } from './count.ts'
import type { Day } from './day.ts'
import type { Limit } from './limit.ts'
import type { Stretch } from './stretch.ts'

/**
 * One line of the sum that proves a due time. Dates are local dates (`2026-10-01`), `seconds` and `total` are seconds
 * of the limit's own kind. The `seconds` of all `day` lines, or of all `elapsed` lines, add up to the limit.
 */
export type ProofLine = Readonly<
  | { kind: 'start'; at: Temporal.Instant; limit: Limit }
  /** The start was outside open hours, or in a pause: counting began here. */
  | { kind: 'moved'; to: Temporal.Instant }
  /** The clock stood still: reasons as given, elapsed seconds of it, and the whole days it gave a calendar-day limit. */
  | {
      kind: 'pause'
      from: Temporal.Instant
      until: Temporal.Instant | null
      reasons: readonly string[]
      seconds: number | null
      days?: number
    }
  /** A date with open hours: the seconds that counted, those that a pause took out, and the running total. */
  | ({ kind: 'day'; seconds: number; pausedSeconds: number; total: number } & OpenDate)
  /** A date counted as a working day; number 0 is the day of the start. */
  | ({ kind: 'workingDay'; number: number } & OpenDate)
  /** A date that did not count: closed by the week, a holiday with its notice, or skipped by the zone. */
  | { kind: 'closed'; date: string; because: Day['plan']['because']; name?: string; notice?: string }
  /** Working days: the working seconds that pauses took out, which follow after the last day. */
  | { kind: 'extended'; seconds: number }
  | { kind: 'calendarDays'; from: string; to: string; days: number }
  | { kind: 'elapsed'; from: Temporal.Instant; until: Temporal.Instant; seconds: number; total: number }
  /** The official holidays of these local years are not known yet: the due may still move. */
  | { kind: 'provisional'; years: readonly number[] }
  | { kind: 'due'; at: Temporal.Instant }
  | { kind: 'paused'; since: Temporal.Instant; remainingSeconds: number }
>

type OpenDate = { date: string; hours: readonly Window[]; makeUp: boolean; notice?: string }

/** One line per local date that working time went over. */
export function provenTime(days: readonly CountedDay[]): ProofLine[] {
  let total = 0
  return days.map(({ day, counted, paused }) => {
    if (day.open.length === 0) return closed(day)
    total += counted
    const sums = { seconds: counted / 1000, pausedSeconds: paused / 1000, total: total / 1000 }
    return { kind: 'day', ...openDate(day), ...sums }
  })
}

/** One line per local date that working days went over, the first being day 0. */
export function provenDays(days: readonly Day[]): ProofLine[] {
  let number = -1
  return days.map((day) => {
    if (day.open.length === 0) return closed(day)
    number += 1
    return { kind: 'workingDay', ...openDate(day), number }
  })
}

/** One line per stretch of plain time between pauses, in the order it was counted. */
export function provenElapsed(ran: readonly Stretch[]): ProofLine[] {
  let total = 0
  return ran.map((stretch) => {
    const from = Temporal.Instant.fromEpochMilliseconds(stretch[0])
    const until = Temporal.Instant.fromEpochMilliseconds(stretch[1])
    const seconds = (stretch[1] - stretch[0]) / 1000
    total += seconds
    return { kind: 'elapsed', from, until, seconds, total }
  })
}

function openDate({ date, plan: { hours, because, notice } }: Day): OpenDate {
  return { date, hours, makeUp: because === 'workday', ...(notice !== undefined && { notice }) }
}

function closed({ date, plan: { because, name, notice } }: Day): ProofLine {
  const told = { ...(name !== undefined && { name }), ...(notice !== undefined && { notice }) }
  return { kind: 'closed', date, because, ...told }
}
