import type { Calendar } from '../clock/calendar.ts'
import { capBeforeStatutory } from '../clock/cap.ts'
import { type ClockQuestion, dueTime } from '../clock/due.ts'
import type { Pause } from '../clock/pause.ts'
import type { ProofLine } from '../clock/proof.ts'
import type { Rulebook } from '../matter/matter.ts'
import type { UnpausedDue } from '../matter/unpaused-due.ts'
import type { ClockCode, Level, Limit } from '../policy/pack.ts'
import { runsOn } from '../policy/reminders.ts'
import type { ClockRun, Complaint } from './complaint.ts'
import { activePause, stops, stopsOf } from './pausing.ts'
import { remember, statutoryRunOf } from './remember.ts'

/** When a clock of a complaint is due, with the sum that proves it. */
export interface ClockDue {
  readonly run: ClockRun
  readonly start: Temporal.Instant
  readonly limit: Limit
  readonly calendar: Calendar
  readonly pauses: readonly Pause[]
  readonly due: Temporal.Instant
  /** A year on the way has no official holiday notice yet: the due time may still move. */
  readonly provisional: boolean
  readonly proof: readonly ProofLine[]
  /** The plain sum passed the last working moment before the statutory due, and this is that moment. */
  readonly capped: boolean
  /** The plain sum lay before this instant, two hours after the level was raised. */
  readonly lifted: boolean
}

/** Clocks that run before the reply and so must leave a margin to the statutory due. */
const beforeReply: readonly ClockCode[] = [
  'triage',
  'dispatch',
  'take',
  'contact',
  'reportUp',
  'group',
  'investigate',
  'propose',
  'approve',
  'reply',
  'overall',
]

/** The limit of this clock at this level; undefined where the pack lets it not run. */
export function limitOf(code: ClockCode, level: Level, { pack }: Rulebook): Limit | undefined {
  return code === 'statutory' ? pack.statutory.limit : pack.clocks[code].limits[level]
}

/** The running clocks that have a limit at the complaint's level, with their due times, the earliest first. */
export function runningClocks(complaint: Complaint, rulebook: Rulebook): ClockDue[] {
  const running = complaint.clocks
    .filter((run) => !run.stoppedAt)
    .map((run) => clockDue(run, complaint, rulebook))
  return running
    .filter((clock) => clock !== undefined)
    .toSorted((one, other) => Temporal.Instant.compare(one.due, other.due))
}

/** When is this clock due? Undefined where it has no limit at this level. */
export function clockDue(run: ClockRun, complaint: Complaint, rulebook: Rulebook): ClockDue | undefined {
  const sum = sumOf(run, complaint, rulebook)
  return sum && { ...sum, run }
}

const sumOf = remember(
  ({ code, startedAt, notBefore, extraDays }) => `${code} ${startedAt} ${notBefore} ${extraDays}`,
  sumUp,
)

function sumUp(run: ClockRun, complaint: Complaint, rulebook: Rulebook): Omit<ClockDue, 'run'> | undefined {
  const usual = limitOf(run.code, complaint.level, rulebook)
  if (!usual) return undefined
  const limit = extended(usual, run)
  const calendar = rulebook[runsOn(rulebook.pack, run.code, complaint.level)]
  const start = Temporal.Instant.from(run.startedAt)
  const pauses = stopsOf(run.code, complaint)
  const sum = dueWithPauses({ start, limit, calendar, pauses })
  const notBefore = run.notBefore && run.code !== 'statutory' ? Temporal.Instant.from(run.notBefore) : sum.due
  const lifted = Temporal.Instant.compare(notBefore, sum.due) > 0
  const { due, capped } = cap({ run, start, due: lifted ? notBefore : sum.due }, complaint, rulebook)
  const { provisional, proof } = sum
  return { start, limit, calendar, pauses, due, capped, lifted, provisional, proof }
}

/** An extension lengthens calendar days, and no other limit. */
function extended(limit: Limit, { extraDays = 0 }: ClockRun): Limit {
  return 'calendarDays' in limit ? { calendarDays: limit.calendarDays + extraDays } : limit
}

/** Every pause has an end, if only the one it was granted for, so a due time can always be told. */
function dueWithPauses(question: ClockQuestion): UnpausedDue {
  const answer = dueTime(question)
  if ('paused' in answer)
    throw new Error('A pause without an end reached a clock; this is a bug of the core.')
  return answer
}

/** Held back before the statutory due, but not before the clock began. */
function cap(
  { run, start, due }: Pick<ClockDue, 'run' | 'start' | 'due'>,
  complaint: Complaint,
  rulebook: Rulebook,
): { due: Temporal.Instant; capped: boolean } {
  const statutoryDue = beforeReply.includes(run.code) ? statutoryDueOf(complaint, rulebook) : undefined
  if (!statutoryDue) return { due, capped: false }
  const margin = rulebook.pack.statutory.safetyMargin
  const held = capBeforeStatutory({ due, statutoryDue, margin, calendar: rulebook.business })
  return Temporal.Instant.compare(held.due, start) < 0 ? { due: start, capped: held.capped } : held
}

/** The statutory due while that clock runs. */
export function statutoryDueOf(complaint: Complaint, rulebook: Rulebook): Temporal.Instant | undefined {
  const run = statutoryRunOf(complaint)
  return run && clockDue(run, complaint, rulebook)?.due
}

/**
 * Does this clock stand still now? Nobody is called about it then. One that was overdue before the pause began is not hidden
 * by it, and goes on calling.
 */
export function standsStill({ run, due }: ClockDue, complaint: Complaint): boolean {
  const pause = activePause(complaint)
  if (!pause || !stops(pause, run.code)) return false
  return Temporal.Instant.compare(due, Temporal.Instant.from(pause.from)) > 0
}
