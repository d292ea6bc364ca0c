import type { Calendar } from './calendar.ts'
import { countLimit } from './count-limit.ts'
import { checkLimit, type Limit } from './limit.ts'
import { mergePauses, type Pause } from './pause.ts'
import type { ProofLine } from './proof.ts'

/** What a due time is a function of: nothing else may move it. */
export type ClockQuestion = Readonly<{
  start: Temporal.Instant
  limit: Limit
  calendar: Calendar
  pauses?: readonly Pause[] | undefined
}>

/**
 * The due instant with its proof, `provisional` when the local years from start to due touch one whose holiday notice
 * is missing; or, when an open pause began before the due was reached, the seconds left of it (working seconds for the
 * two working limits, elapsed seconds up to the due for the two others).
 */
export type DueAnswer = Readonly<
  | { due: Temporal.Instant; provisional: boolean; proof: readonly ProofLine[] }
  | { paused: true; remainingSeconds: number; proof: readonly ProofLine[] }
>

/**
 * By when must it be done? Instants are taken in whole milliseconds.
 *
 * - `workingSeconds`: open hours outside the pauses, from the next opening; negative counts backwards.
 * - `workingDays`: see `countDaysForward`, as if nothing had paused; then the working time that pauses took out between
 *   start and due follows, and so on as the due moves. A due inside a pause that began before it moves past the pause.
 * - `calendarDays`: day 0 is the local day of the start, due 23:59:59 of day n; each pause (overlapping ones being one,
 *   from the start at the earliest) that begins before the due lengthens it by its length rounded up to whole 24 hours.
 * - `elapsedSeconds`: plain time outside the pauses; negative counts backwards.
 *
 * A start in a pause counts from the pause's end. Throws `CalendarError` for limits, pauses or calendars without answer.
 */
export function dueTime({ start, limit, calendar, pauses = [] }: ClockQuestion): DueAnswer {
  checkLimit(limit)
  const merged = mergePauses(pauses)
  const counted = countLimit(limit, {
    start: start.epochMilliseconds,
    calendar,
    pauses: merged,
    told: pauses,
  })
  const proof: ProofLine[] = [{ kind: 'start', at: start, limit }, ...counted.lines]
  if ('left' in counted) {
    const since = Temporal.Instant.fromEpochMilliseconds(merged.at(-1)?.[0] ?? start.epochMilliseconds)
    const remainingSeconds = counted.left / 1000
    return { paused: true, remainingSeconds, proof: [...proof, { kind: 'paused', since, remainingSeconds }] }
  }
  const due = Temporal.Instant.fromEpochMilliseconds(counted.at)
  const years = missingBetween(calendar, start, due)
  if (years.length > 0) proof.push({ kind: 'provisional', years })
  return { due, provisional: years.length > 0, proof: [...proof, { kind: 'due', at: due }] }
}

function missingBetween(calendar: Calendar, start: Temporal.Instant, due: Temporal.Instant): number[] {
  if (calendar.missingYears.length === 0) return []
  const [from = 0, until = 0] = [start, due]
    .map((instant) => instant.toZonedDateTimeISO(calendar.timeZone).year)
    .toSorted((a, b) => a - b)
  return calendar.missingYears.filter((year) => from <= year && year <= until)
}
