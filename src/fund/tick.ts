import type { Context } from '../matter/matter.ts'
import { isoOf } from '../matter/iso.ts'
import type { FundEvent } from './event.ts'
import { evolve } from './evolve.ts'
import type { Fund } from './fund.ts'
import { calleesOf } from './people.ts'
import { endBallot } from './voting.ts'
import { type Running, callsOf, closesAt, heardAt, isOver, runningOf } from './waits.ts'

/** When must the fund next be looked at? The next vote that closes, or the next call that may be heard. */
export function nextAlarm(
  fund: Fund,
  { rulebook, now }: Pick<Context, 'rulebook' | 'now'>,
): Temporal.Instant | undefined {
  const closings = fund.ballots.filter(({ outcome }) => !outcome).map((ballot) => closesAt(ballot, rulebook))
  const calls = runningOf(fund, rulebook).flatMap((running) => {
    const [first] = callsOf(running, rulebook)
    return first ? [heardAt(latest(first.at, now), rulebook)] : []
  })
  return [...closings, ...calls].toSorted(Temporal.Instant.compare)[0]
}

/** What the clock decides now: votes whose time is over are closed, and outside the quiet hours everybody owed is called. */
export function tick(fund: Fund, context: Context): FundEvent[] {
  const over = fund.ballots.filter((ballot) => !ballot.outcome && isOver(ballot, context))
  let state = fund
  const events: FundEvent[] = []
  for (const ballot of over) {
    const closing = endBallot(state, ballot, context)
    events.push(...closing)
    state = closing.reduce<Fund>(evolve, state)
  }
  const isQuiet = Temporal.Instant.compare(heardAt(context.now, context.rulebook), context.now) > 0
  if (isQuiet) return events
  const calls = runningOf(state, context.rulebook).flatMap((running) => callNow(state, running, context))
  return [...events, ...calls]
}

/** Everything this clock owes by now in one call, that of the highest rung: after a week of downtime nobody hears it thrice. */
function callNow(fund: Fund, running: Running, context: Context): FundEvent[] {
  const { clock, due, request, ballot } = running
  const owed = callsOf(running, context.rulebook).filter(
    ({ at }) => Temporal.Instant.compare(at, context.now) <= 0,
  )
  const last = owed.at(-1)
  if (!last) return []
  return [
    {
      type: 'called',
      at: isoOf(context.now),
      clock,
      ...(request !== undefined && { request }),
      ...(ballot !== undefined && { ballot }),
      marks: owed.flatMap(({ mark }) => (mark === undefined ? [] : [mark])),
      overdue: last.overdue,
      due: isoOf(due),
      owedAt: isoOf(heardAt(last.at, context.rulebook)),
      to: calleesOf(last.to, fund, running, context),
    },
  ]
}

function latest(one: Temporal.Instant, other: Temporal.Instant): Temporal.Instant {
  return Temporal.Instant.compare(one, other) < 0 ? other : one
}
