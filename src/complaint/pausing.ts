import { before } from '../clock/moment.ts'
import type { Pause as Stop } from '../clock/pause.ts'
import type { Context, Rulebook } from '../matter/matter.ts'
import { endOf } from '../matter/end-of.ts'
import type { Callee, ClockCode, Pack } from '../policy/pack.ts'
import type { Complaint, Pause } from './complaint.ts'

/** What a pause may stop: the steps of handling and their overall limit. Contact, reporting up and the emergency group go on (c). */
const pausable: readonly ClockCode[] = [
  'dispatch',
  'take',
  'investigate',
  'propose',
  'approve',
  'reply',
  'overall',
]

export type PauseReason = Pack['pauses'][number]

/** The reason of the pack behind a code; undefined where this pack has none of that code. */
export function pauseReason(code: string, { pack }: Rulebook): PauseReason | undefined {
  return pack.pauses.find((each) => each.code === code)
}

/** The pause that lasts now: there is one at most. */
export function activePause({ pauses = [] }: Pick<Complaint, 'pauses'>): Pause | undefined {
  return pauses.find(({ endedAt }) => endedAt === undefined)
}

/**
 * The stretches in which this clock stands still, with their reasons. One that lasts is taken to end when it was granted to
 * end, so that a due time can be told while it lasts.
 */
export function stopsOf(code: ClockCode, { pauses = [] }: Pick<Complaint, 'pauses'>): Stop[] {
  return pauses
    .filter((pause) => stops(pause, code))
    .map(({ from, until, endedAt, code: reason }) => ({
      from: Temporal.Instant.from(from),
      until: Temporal.Instant.from(endedAt ?? until),
      reason,
    }))
}

/** Does this pause stop that clock? */
export function stops(pause: Pick<Pause, 'stopsStep' | 'stopsStatutory'>, code: ClockCode): boolean {
  return code === 'statutory' ? pause.stopsStatutory : pause.stopsStep && pausable.includes(code)
}

/** What the due times of a complaint depend on beside its clocks, as a key for `remember`. */
export function pauseKey({ pauses = [] }: Pick<Complaint, 'pauses'>): string {
  return pauses
    .map(({ from, until, endedAt, stopsStep, stopsStatutory }) =>
      [from, until, endedAt, stopsStep, stopsStatutory].join(),
    )
    .join(';')
}

/** What a pause that lasts owes: a reminder before its end, a review on its rhythm, the end itself. */
export interface PauseCall {
  readonly kind: 'reminder' | 'review' | 'end'
  readonly mark: string
  readonly at: Temporal.Instant
  readonly to: readonly Callee[]
}

/** Owed now or later, in the order in which it is owed. The end is the pack's limit or the time it was granted for. */
export function pauseCalls(complaint: Complaint, rulebook: Rulebook): PauseCall[] {
  const pause = activePause(complaint)
  if (!pause) return []
  const until = Temporal.Instant.from(pause.until)
  const calls: PauseCall[] = [
    ...endPlan(pause, until, rulebook),
    ...reviews(pause, rulebook),
    { kind: 'end', mark: 'end', at: until, to: ['owner', 'sqOfficer'] },
  ]
  return calls
    .filter(({ mark, at }) => !pause.served.includes(mark) && Temporal.Instant.compare(at, until) <= 0)
    .toSorted((one, other) => Temporal.Instant.compare(one.at, other.at))
}

function endPlan({ from }: Pause, until: Temporal.Instant, { pack, business }: Rulebook): PauseCall[] {
  return pack.reminderPlans.ends.calls.flatMap(({ at, to }, place): PauseCall[] => {
    if (!('before' in at)) return []
    const moment = before(until, at.before, business)
    const isAhead = Temporal.Instant.compare(moment, Temporal.Instant.from(from)) > 0
    return isAhead ? [{ kind: 'reminder', mark: `r${place}`, at: moment, to }] : []
  })
}

/** The next review only: each counts from the one before. */
function reviews({ code, from, served }: Pause, rulebook: Rulebook): PauseCall[] {
  const every = pauseReason(code, rulebook)?.reviewEvery
  if (!every) return []
  const done = served.filter((mark) => mark.startsWith('v')).length
  let at = Temporal.Instant.from(from)
  for (let count = 0; count <= done; count += 1) at = endOf(at, every, rulebook)
  return [{ kind: 'review', mark: `v${done}`, at, to: ['owner', 'sqOfficer'] }]
}

/** How long a pause for this reason may last from now, where the pack limits it. */
export function latestEnd(
  { limit }: PauseReason,
  { now, rulebook }: Pick<Context, 'now' | 'rulebook'>,
): Temporal.Instant | undefined {
  return limit && endOf(now, limit, rulebook)
}
