import { type DueClock, momentOf } from '../clock/moment.ts'
import { afterQuiet } from '../clock/quiet.ts'
import { workingSecondsBetween } from '../clock/working-time.ts'
import type { Rulebook } from '../matter/matter.ts'
import { endOf } from '../matter/end-of.ts'
import type { Callee } from '../policy/pack.ts'
import type { Action } from './action.ts'

/** One call that an open action owes: a reminder before its due, a rung of the ladder after it, or its repetition. */
export interface Call {
  readonly kind: 'reminder' | 'rung' | 'repeat'
  readonly mark: string
  readonly rung: number
  readonly at: Temporal.Instant
  readonly to: readonly Callee[]
}

/**
 * The calls owed next, now or later, in order. Reminders are those of a long step; the ladder is that of the level which
 * the pack names as the pace of actions, climbed rung by rung.
 */
export function nextCalls(action: Action, rulebook: Rulebook): Call[] {
  if (action.status !== 'open') return []
  const calls = [...reminders(action, rulebook), ...nextRung(action, rulebook), ...repeat(action, rulebook)]
  return calls.toSorted((one, other) => Temporal.Instant.compare(one.at, other.at) || one.rung - other.rung)
}

/** When may a call be heard? Actions keep the quiet hours. */
export function heard(at: Temporal.Instant, { pack }: Rulebook): Temporal.Instant {
  return afterQuiet(at, pack.calendar.quiet, pack.calendar.timeZone)
}

/** When is the check owed whether the cause came back? Undefined while the action is not done; asked again in vain, later. */
export function checkDue(action: Action, rulebook: Rulebook): Temporal.Instant | undefined {
  const done = action.finishes.at(-1)
  if (action.status !== 'done' || !done) return undefined
  const { checkAfter, repeatEvery } = rulebook.pack.improvement
  return action.checkAskedAt === undefined
    ? endOf(done.at, checkAfter, rulebook)
    : endOf(action.checkAskedAt, repeatEvery, rulebook)
}

/** The highest rung among the marks of what was served; undefined where no rung was climbed. */
export function highestRung({ served }: Action): number | undefined {
  const climbed = served.filter((mark) => mark.startsWith('k')).map((mark) => Number(mark.slice(1)))
  return climbed.length > 0 ? Math.max(...climbed) : undefined
}

/** A due that people set counts in open hours, as the moments of the pack do. One begun too late has no time before it. */
function clockOf({ runsSince, due }: Action, { business }: Rulebook): DueClock {
  const end = Temporal.Instant.from(due)
  const start = isBefore(end, Temporal.Instant.from(runsSince)) ? end : Temporal.Instant.from(runsSince)
  const limit = { workingSeconds: workingSecondsBetween(business, start, end) }
  return { start, due: end, limit, calendar: business }
}

function reminders(action: Action, rulebook: Rulebook): Call[] {
  const clock = clockOf(action, rulebook)
  return rulebook.pack.reminderPlans.long.calls.flatMap((call, place): Call[] => {
    const [mark, at] = [`r${place}`, momentOf(call.at, clock)]
    const isOwed = isBefore(clock.start, at) && isBefore(at, clock.due) && !action.served.includes(mark)
    return isOwed ? [{ kind: 'reminder', mark, rung: -1, to: call.to, at }] : []
  })
}

/** The lowest rung not climbed yet; at once where nobody stood on the one below. */
function nextRung(action: Action, rulebook: Rulebook): Call[] {
  const clock = clockOf(action, rulebook)
  const next = ladder(rulebook).find(({ rung }) => !action.served.includes(`k${rung}`))
  if (!next) return []
  const { rung, to, moments } = next
  const [first = clock.due] = moments
    .map((moment) => momentOf(moment, clock))
    .toSorted((one, other) => Temporal.Instant.compare(one, other))
  const isGap = action.gapAt !== undefined && action.gapAt === rung - 1 && action.calledAt !== undefined
  return [{ kind: 'rung', mark: `k${rung}`, rung, to, at: isGap ? calledAtOf(action, first) : first }]
}

/** Rung 0 is the pack's own for actions. Rungs told from the statutory due alone have no moment here. */
function ladder({ pack }: Rulebook) {
  const { rungZero, pace } = pack.improvement
  const above = pack.ladder.map(({ rung, to, after: told }) => {
    return { rung, to, moments: told[pace].filter((moment) => !('beforeStatutory' in moment)) }
  })
  return [{ rung: 0, to: rungZero, moments: [] }, ...above.filter(({ moments }) => moments.length > 0)]
}

function repeat(action: Action, rulebook: Rulebook): Call[] {
  const rung = highestRung(action)
  if (rung === undefined || action.calledAt === undefined) return []
  const at = endOf(action.calledAt, rulebook.pack.improvement.repeatEvery, rulebook)
  const step = ladder(rulebook).find((each) => each.rung === rung)
  return [{ kind: 'repeat', mark: `k${rung}`, rung, to: ['owner', ...(step?.to ?? [])], at }]
}

function calledAtOf({ calledAt }: Action, otherwise: Temporal.Instant): Temporal.Instant {
  return calledAt === undefined ? otherwise : Temporal.Instant.from(calledAt)
}

function isBefore(one: Temporal.Instant, other: Temporal.Instant): boolean {
  return Temporal.Instant.compare(one, other) < 0
}
