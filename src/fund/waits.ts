import { afterQuiet } from '../clock/quiet.ts'
import { before } from '../clock/moment.ts'
import type { Context, Rulebook } from '../matter/matter.ts'
import { unpausedDue } from '../matter/unpaused-due.ts'
import { endOf } from '../matter/end-of.ts'
import type { Ballot, Fund, Served } from './fund.ts'
import { type FundCallee, type FundClock, fundRules } from './fund-rules.ts'

/** Something that runs towards a due: a request's step, a vote, the closing of the year. */
export interface Running {
  readonly clock: FundClock
  readonly start: Temporal.Instant
  readonly due: Temporal.Instant
  readonly served: Served
  readonly request?: number
  readonly ballot?: number
}

/** One call that a running clock owes; `mark` is absent for the repetition of the top rung. */
export interface FundCall {
  readonly at: Temporal.Instant
  readonly mark?: string
  readonly overdue: boolean
  readonly to: readonly FundCallee[]
}

/** Everything that runs in this fund now, with its due times. */
export function runningOf(fund: Fund, rulebook: Rulebook): Running[] {
  if (fund.status === 'closed') return []
  const requests = fund.requests.flatMap(({ no, status, wait }): Running[] => {
    const clock = status === 'requested' ? 'fundDecide' : status === 'approved' ? 'fundPay' : 'fundSettle'
    return wait ? [{ ...timesOf(clock, wait.since, rulebook), served: wait, request: no }] : []
  })
  const ballots = fund.ballots
    .filter(({ outcome }) => !outcome)
    .map(({ no, wait }) => ({ ...timesOf('fundVote', wait.since, rulebook), served: wait, ballot: no }))
  const yearIsOver = endOfYear(fund, rulebook)
  return [
    ...requests,
    ...ballots,
    ...(fund.status === 'open'
      ? [{ ...timesOf('fundClose', yearIsOver, rulebook), served: fund.closing }]
      : []),
  ]
}

function timesOf(clock: FundClock, since: string | Temporal.Instant, rulebook: Rulebook) {
  const start = Temporal.Instant.from(since)
  return { clock, start, due: unpausedDue(start, fundRules.clocks[clock].limit, rulebook.business).due }
}

/** The first instant of the local year after the fund's. */
export function endOfYear({ year }: Pick<Fund, 'year'>, { pack }: Rulebook): Temporal.Instant {
  return Temporal.PlainDate.from({ year: year + 1, month: 1, day: 1 })
    .toZonedDateTime(pack.calendar.timeZone)
    .toInstant()
}

/** When does this vote close by itself? */
export function closesAt({ wait }: Ballot, rulebook: Rulebook): Temporal.Instant {
  return timesOf('fundVote', wait.since, rulebook).due
}

/** Is the time of this vote over, whether or not the clock has looked? */
export function isOver(ballot: Ballot, { rulebook, now }: Pick<Context, 'rulebook' | 'now'>): boolean {
  return Temporal.Instant.compare(closesAt(ballot, rulebook), now) <= 0
}

/** The calls that this clock owes, now or later, in the order in which they are owed. */
export function callsOf({ clock, due, served }: Running, rulebook: Rulebook): FundCall[] {
  const { remindBefore, climbs } = fundRules.clocks[clock]
  const reminder = before(due, remindBefore, rulebook.business)
  const rungs = climbs ? fundRules.ladder : []
  const calls: (FundCall & { mark: string })[] = [
    { at: reminder, mark: 'r0', overdue: false, to: ['owner'] },
    ...rungs.map(({ after, to }, rung) => ({
      at: later(due, after, rulebook),
      mark: `k${rung}`,
      overdue: true,
      to,
    })),
  ]
  const left = calls.filter(({ mark }) => !served.marks.includes(mark))
  return left.length > 0 || !climbs || served.calledAt === undefined
    ? left
    : [repeat(served.calledAt, rulebook)]
}

function repeat(calledAt: string, rulebook: Rulebook): FundCall {
  const at = later(Temporal.Instant.from(calledAt), fundRules.repeatEvery, rulebook)
  return { at, overdue: true, to: fundRules.ladder[fundRules.ladder.length - 1]?.to ?? ['owner'] }
}

function later(
  from: Temporal.Instant,
  by: (typeof fundRules.ladder)[number]['after'],
  rulebook: Rulebook,
): Temporal.Instant {
  if ('elapsedSeconds' in by && by.elapsedSeconds === 0) return from
  return endOf(from, by, rulebook)
}

/** When may it be said? What falls into the bank's quiet hours is held, not dropped. */
export function heardAt(at: Temporal.Instant, { pack }: Rulebook): Temporal.Instant {
  return afterQuiet(at, pack.calendar.quiet, pack.calendar.timeZone)
}
