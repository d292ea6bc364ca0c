import { momentOf } from '../clock/moment.ts'
import { afterQuiet } from '../clock/quiet.ts'
import type { Rulebook } from '../matter/matter.ts'
import { endOf } from '../matter/end-of.ts'
import type { Callee, Moment } from '../policy/pack.ts'
import { remindersOf } from '../policy/reminders.ts'
import { type ClockDue, clockDue, standsStill, statutoryDueOf } from './clocks.ts'
import type { ClockRun, Complaint } from './complaint.ts'
import { remember } from './remember.ts'

/**
 * One call that a running clock owes: a reminder before its due, a rung of the ladder after it, or the repetition of a call
 * that nobody answered. `at` is when it is owed; where that is in quiet hours, it is heard after them (`heard`).
 */
export interface Call {
  readonly kind: 'reminder' | 'rung' | 'repeat'
  readonly clock: ClockDue
  /** `r0`, `r1`, … for reminders, `k0`, `k1`, … for rungs. */
  readonly mark: string
  readonly rung: number
  readonly at: Temporal.Instant
  readonly to: readonly Callee[]
}

/** The rung that a missed statutory due stands for: everybody up to the committee at once (`DOMAIN.md` 9.5). */
const statutoryRung = 5

/**
 * The calls that the running clocks owe next, now or later, in the order in which they are owed. A ladder is climbed from its
 * lowest rung that is left; those above follow when that one is served, save for one that may come early.
 */
export function nextCalls(complaint: Complaint, rulebook: Rulebook): Call[] {
  return complaint.clocks
    .filter((run) => !run.stoppedAt)
    .flatMap((run) => callsOf(run, complaint, rulebook))
    .toSorted((one, other) => one.at.epochMilliseconds - other.at.epochMilliseconds || one.rung - other.rung)
}

/** The calls of one clock; none where it has no limit at this level. */
const callsOf = remember(keyOf, (run, complaint, rulebook): readonly Call[] => {
  const clock = clockDue(run, complaint, rulebook)
  if (!clock || standsStill(clock, complaint)) return []
  return [
    ...reminders(clock, complaint, rulebook),
    ...rungs(clock, complaint, rulebook),
    ...repeat(clock, complaint, rulebook),
  ]
})

function keyOf({
  code,
  startedAt,
  notBefore,
  knownSince,
  calledAt,
  silentUntil,
  gapAt,
  extraDays,
  served,
}: ClockRun): string {
  return `${code} ${startedAt} ${notBefore} ${knownSince} ${calledAt} ${silentUntil} ${gapAt} ${extraDays} ${served.join()}`
}

/** One interval of repetition after an instant, at the complaint's level. */
export function repeatFrom(
  from: Temporal.Instant,
  complaint: Complaint,
  { rulebook }: { rulebook: Rulebook },
): Temporal.Instant {
  const limit = rulebook.pack.repeatEvery[complaint.level]
  return endOf(from, limit, rulebook)
}

/** When may a call be heard? Held over the quiet hours where the level keeps them, never dropped. */
export function heard(at: Temporal.Instant, { level }: Complaint, { pack }: Rulebook): Temporal.Instant {
  const keepsQuiet = pack.levels.some((each) => each.level === level && each.quietHours)
  return keepsQuiet ? afterQuiet(at, pack.calendar.quiet, pack.calendar.timeZone) : at
}

/** Reminders of what passed before the clock was known, and those that "seen" silences up to the due, are not owed. */
function reminders(clock: ClockDue, { level }: Complaint, { pack }: Rulebook): Call[] {
  const { run, start, due } = clock
  const known = later(start, run.knownSince)
  return remindersOf(pack, run.code, level).flatMap((call, place): Call[] => {
    const mark = `r${place}`
    if (run.served.includes(mark)) return []
    const moment = momentOf(call.at, clock)
    const at = later(moment, run.silentUntil)
    const isOwed = isBefore(known, moment) && isBefore(at, due)
    return isOwed ? [{ kind: 'reminder', clock, mark, rung: -1, to: call.to, at }] : []
  })
}

interface Rung {
  readonly rung: number
  readonly to: readonly Callee[]
  /** The earliest of them counts. */
  readonly after: readonly Moment[]
}

function rungs(clock: ClockDue, complaint: Complaint, rulebook: Rulebook): Call[] {
  const { pack } = rulebook
  const { run } = clock
  const above = pack.ladder.map(({ rung, to, after }) => ({ rung, to, after: after[complaint.level] }))
  const first = { rung: 0, to: pack.clocks[run.code].rungZero, after: [atTheDue] }
  const ladder: Rung[] = run.code === 'statutory' ? [{ ...first, rung: statutoryRung }] : [first, ...above]
  const [lowest, ...higher] = ladder.filter(({ rung }) => !run.served.includes(`k${rung}`))
  const early = lowest?.rung === 0 ? [] : higher.filter(({ after }) => after.some(isFromStatutory))
  const statutoryDue = statutoryDueOf(complaint, rulebook)
  return [...(lowest ? [lowest] : []), ...early].flatMap(({ rung, to, after }): Call[] => {
    const at = earliest(after, clock, statutoryDue)
    return at ? [{ kind: 'rung', clock, mark: `k${rung}`, rung, to, at: later(at, run.knownSince) }] : []
  })
}

const atTheDue: Moment = { after: { elapsedSeconds: 0 } }

function isFromStatutory(moment: Moment): boolean {
  return 'beforeStatutory' in moment
}

/** The earliest of a rung's moments, never before the due; undefined once the statutory due it counts from is met. */
function earliest(
  moments: readonly Moment[],
  clock: ClockDue,
  statutoryDue: Temporal.Instant | undefined,
): Temporal.Instant | undefined {
  const [first] = moments
    .filter((moment) => statutoryDue !== undefined || !isFromStatutory(moment))
    .map((moment) => momentOf(moment, { ...clock, statutoryDue }))
    .toSorted((one, other) => one.epochMilliseconds - other.epochMilliseconds)
  return first && (isBefore(first, clock.due) ? clock.due : first)
}

/** The highest rung climbed is called again, and the owner with it; not while a new level leaves the clock time again. */
function repeat(clock: ClockDue, complaint: Complaint, rulebook: Rulebook): Call[] {
  const { calledAt, served, silentUntil } = clock.run
  const rung = highestRung(served)
  if (rung === undefined || !calledAt) return []
  const next = repeatFrom(Temporal.Instant.from(calledAt), complaint, { rulebook })
  const at = later(later(next, silentUntil), clock.due)
  return [{ kind: 'repeat', clock, mark: `k${rung}`, rung, to: calledAtRung(rung, clock, rulebook), at }]
}

/** The highest rung among the marks of what was served; undefined where no rung was climbed. */
export function highestRung(served: readonly string[]): number | undefined {
  const climbed = served.filter((mark) => mark.startsWith('k')).map((mark) => Number(mark.slice(1)))
  return climbed.length > 0 ? Math.max(...climbed) : undefined
}

function calledAtRung(rung: number, clock: ClockDue, { pack }: Rulebook): readonly Callee[] {
  const step = pack.ladder.find((each) => each.rung === rung)
  return ['owner', ...(step?.to ?? pack.clocks[clock.run.code].rungZero)]
}

function later(one: Temporal.Instant, other: Temporal.Instant | string | undefined): Temporal.Instant {
  const second = other === undefined ? one : Temporal.Instant.from(other)
  return isBefore(one, second) ? second : one
}

function isBefore(one: Temporal.Instant, other: Temporal.Instant): boolean {
  return one.epochMilliseconds < other.epochMilliseconds
}
