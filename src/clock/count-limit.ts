import type { Calendar } from './calendar.ts'
import { countBackward, countBetween, countForward, type Count } from './count.ts'
import { msOfDay } from './day.ts'
import { elapseBackward, elapseForward } from './elapsed.ts'
import type { Limit } from './limit.ts'
import { reasonsOf, type Pause } from './pause.ts'
import { provenDays, provenElapsed, provenTime, type ProofLine } from './proof.ts'
import type { Stretch } from './stretch.ts'
import { countDaysBackward, countDaysForward } from './working-days.ts'

/** A start and what stops the clock, in epoch milliseconds; `pauses` are merged, `told` are they as people gave them. */
export type Asked = Readonly<{
  start: number
  calendar: Calendar
  pauses: readonly Stretch[]
  told: readonly Pause[]
}>

/** Where a limit ended, or what was left of it when an open pause came first, in milliseconds, with the lines of proof. */
export type Counted = Readonly<{ lines: readonly ProofLine[] } & ({ at: number } | { left: number })>

/** Counts the limit from the start by the rules that `dueTime` tells. */
export function countLimit(limit: Limit, asked: Asked): Counted {
  if ('workingSeconds' in limit) return countWorkingTime(limit.workingSeconds, asked)
  if ('workingDays' in limit) return countWorkingDays(limit.workingDays, asked)
  if ('calendarDays' in limit) return countCalendarDays(limit.calendarDays, asked)
  return countElapsed(limit.elapsedSeconds, asked)
}

function countWorkingTime(seconds: number, asked: Asked): Counted {
  const amount = Math.round(seconds * 1000)
  const count = countOpen(asked, asked.start, Math.abs(amount), amount < 0 ? 'back' : 'on')
  const moved = amount >= 0 ? movedLines(asked) : []
  return ended(count, [...moved, ...pauseLines(asked, count), ...provenTime(count.days)])
}

function countWorkingDays(days: number, asked: Asked): Counted {
  if (days === 0) return countWorkingTime(0, asked)
  const { start, calendar, pauses } = asked
  const direction = days < 0 ? 'back' : 'on'
  const countDays = days < 0 ? countDaysBackward : countDaysForward
  const plain = countDays(calendar, start, Math.abs(days))
  const lines = [...(days > 0 ? movedLines(asked) : []), ...provenDays(plain.days)]
  const taken = pausedBetween(calendar, pauses, Math.min(start, plain.at), Math.max(start, plain.at))
  const stands = pauses.some(([from, until]) => from < plain.at && plain.at < until)
  if (taken === 0 && !stands) return ended(plain, [...lines, ...pauseLines(asked, plain)])

  const count = countOpen(asked, plain.at, taken, direction)
  const extended: ProofLine = { kind: 'extended', seconds: taken / 1000 }
  return ended(count, [...lines, ...pauseLines(asked, count), extended, ...provenTime(count.days)])
}

function countCalendarDays(days: number, asked: Asked): Counted {
  const { start, calendar, pauses } = asked
  const received = localDate(start, calendar.timeZone)
  const lines: ProofLine[] = []
  let total = days
  let at = lastSecondOf(received.add({ days }), calendar.timeZone)
  for (const pause of pauses) {
    const from = Math.max(pause[0], start)
    if (pause[1] <= start) continue
    if (from >= at) break
    if (pause[1] === Infinity) return { left: at - from, lines: [...lines, pauseLine(asked, pause)] }
    const lengthened = Math.ceil((pause[1] - from) / msOfDay)
    total += lengthened
    lines.push({ ...pauseLine(asked, pause), days: lengthened })
    at = lastSecondOf(received.add({ days: total }), calendar.timeZone)
  }
  const to = received.add({ days: total }).toString()
  return { at, lines: [...lines, { kind: 'calendarDays', from: received.toString(), to, days: total }] }
}

function countElapsed(seconds: number, asked: Asked): Counted {
  const amount = Math.round(seconds * 1000)
  const elapse = amount < 0 ? elapseBackward : elapseForward
  const elapsed = elapse(asked.pauses, asked.start, Math.abs(amount))
  return ended(elapsed, [...pauseLines(asked, elapsed), ...provenElapsed(elapsed.ran)])
}

function countOpen(
  { calendar, pauses }: Asked,
  from: number,
  amount: number,
  direction: 'on' | 'back',
): Count {
  return direction === 'on'
    ? countForward(calendar, pauses, from, amount)
    : countBackward(calendar, pauses, from, amount)
}

function pausedBetween(calendar: Calendar, pauses: readonly Stretch[], from: number, until: number): number {
  if (pauses.length === 0) return 0
  return countBetween(calendar, [], from, until) - countBetween(calendar, pauses, from, until)
}

function ended(count: { at: number } | { left: number }, lines: readonly ProofLine[]): Counted {
  return 'at' in count ? { at: count.at, lines } : { left: count.left, lines }
}

/** Where counting begins, when that is not the start itself. */
function movedLines({ calendar, pauses, start }: Asked): ProofLine[] {
  const first = countForward(calendar, pauses, start, 0)
  if (!('at' in first) || first.at === start) return []
  return [{ kind: 'moved', to: Temporal.Instant.fromEpochMilliseconds(first.at) }]
}

/** The pauses between the start and where the count ended. */
function pauseLines(asked: Asked, count: { at: number } | { left: number }): ProofLine[] {
  const at = 'at' in count ? count.at : Infinity
  const from = Math.min(asked.start, at)
  const until = Math.max(asked.start, at)
  return asked.pauses
    .filter((pause) => pause[0] < until && pause[1] > from)
    .map((pause) => pauseLine(asked, pause))
}

function pauseLine({ told }: Asked, pause: Stretch): Extract<ProofLine, { kind: 'pause' }> {
  const endless = pause[1] === Infinity
  return {
    kind: 'pause',
    from: Temporal.Instant.fromEpochMilliseconds(pause[0]),
    until: endless ? null : Temporal.Instant.fromEpochMilliseconds(pause[1]),
    reasons: reasonsOf(told, pause),
    seconds: endless ? null : (pause[1] - pause[0]) / 1000,
  }
}

function localDate(moment: number, timeZone: string): Temporal.PlainDate {
  return Temporal.Instant.fromEpochMilliseconds(moment).toZonedDateTimeISO(timeZone).toPlainDate()
}

function lastSecondOf(date: Temporal.PlainDate, timeZone: string): number {
  return date.toZonedDateTime({ timeZone, plainTime: '23:59:59' }).epochMilliseconds
}
