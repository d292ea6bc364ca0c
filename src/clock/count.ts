import { dayAfter, dayAt, dayBefore, search, type Calendar } from './calendar.ts'
import type { Day } from './day.ts'
import { clip, cut, lengthOf, type Stretch } from './stretch.ts'

/** Of one local date: the open milliseconds that counted, and the open ones that a pause took out. */
export type CountedDay = Readonly<{ day: Day; counted: number; paused: number }>

/**
 * Where a count ended, in epoch milliseconds, with the days it touched in the order it touched them; or, when a pause
 * without an end came first, how many milliseconds were left.
 */
export type Count = Readonly<{ days: readonly CountedDay[] } & ({ at: number } | { left: number })>

/**
 * Counts open, unpaused milliseconds forwards. The end of a count is the earliest moment at which all of it has passed:
 * exactly at a closing or at the beginning of a pause it stays there. A count of 0 ends at the first open, unpaused moment.
 */
export function countForward(
  calendar: Calendar,
  pauses: readonly Stretch[],
  from: number,
  amount: number,
): Count {
  const days: CountedDay[] = []
  const endless = pauses.at(-1)?.[1] === Infinity ? pauses.at(-1) : undefined
  let left = amount
  const next = overPauses(pauses, ([, until]) => dayAt(calendar, until), dayAfter(calendar))
  return search(calendar, dayAt(calendar, from), next, (day): Count | undefined => {
    const open = clip(day.open, from, Infinity)
    const counting = cut(open, pauses)
    const at = forwardIn(counting, left)
    const counted = at === undefined ? lengthOf(counting) : left
    days.push({ day, counted, paused: lengthOf(clip(open, from, at ?? day.ends)) - counted })
    if (at !== undefined) return { at, days }
    left -= counted
    return endless && endless[0] <= day.ends ? { left, days } : undefined
  })
}

/**
 * The same backwards: the end is the latest moment after which all of the count still follows, so exactly at an opening
 * it stays there. An open-ended pause is skipped like any other, since time before it is never out of reach.
 */
export function countBackward(
  calendar: Calendar,
  pauses: readonly Stretch[],
  from: number,
  amount: number,
): Readonly<{ at: number; days: readonly CountedDay[] }> {
  const days: CountedDay[] = []
  let left = amount
  const next = overPauses(pauses, ([pausedFrom]) => dayAt(calendar, pausedFrom), dayBefore(calendar))
  return search(calendar, dayAt(calendar, from), next, (day) => {
    const open = clip(day.open, -Infinity, from)
    const counting = cut(open, pauses)
    const at = backwardIn(counting, left)
    const counted = at === undefined ? lengthOf(counting) : left
    days.push({ day, counted, paused: lengthOf(clip(open, at ?? day.starts, from)) - counted })
    left -= counted
    return at === undefined ? undefined : { at, days }
  })
}

/** Open, unpaused milliseconds between two moments, the earlier first. */
export function countBetween(
  calendar: Calendar,
  pauses: readonly Stretch[],
  from: number,
  until: number,
): number {
  let sum = 0
  const next = overPauses(pauses, ([, end]) => dayAt(calendar, Math.min(end, until)), dayAfter(calendar))
  return search(calendar, dayAt(calendar, from), next, (day) => {
    sum += lengthOf(cut(clip(day.open, from, until), pauses))
    return until <= day.ends ? sum : undefined
  })
}

/** Steps to the neighbouring day, but leaps where a pause covers that day whole. */
function overPauses(pauses: readonly Stretch[], leap: (pause: Stretch) => Day, step: (day: Day) => Day) {
  return (day: Day): Day => {
    const next = step(day)
    const pause = pauses.find(
      ([from, until]) => from <= next.starts && next.ends <= until && Number.isFinite(until),
    )
    return pause ? leap(pause) : next
  }
}

function forwardIn(stretches: readonly Stretch[], amount: number): number | undefined {
  let left = amount
  for (const [from, until] of stretches) {
    if (left <= until - from) return from + left
    left -= until - from
  }
  return undefined
}

function backwardIn(stretches: readonly Stretch[], amount: number): number | undefined {
  let left = amount
  for (const [from, until] of stretches.toReversed()) {
    if (left <= until - from) return until - left
    left -= until - from
  }
  return undefined
}
