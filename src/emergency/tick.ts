import { closingOutcome } from '../matter/ballot.ts'
import type { Context, Rulebook } from '../matter/matter.ts'
import { isoOf } from '../matter/iso.ts'
import { endOf } from '../matter/end-of.ts'
import { type EmergencyCall, nextCalls } from './calls.ts'
import type { Emergency, PlanBallot } from './emergency.ts'
import type { EmergencyEvent } from './event.ts'
import { evolve } from './evolve.ts'
import { calleesOf } from './people.ts'
import { voteClosesAt } from './waits.ts'

/** When must the emergency next be looked at? The next call, situation report wanted, end of a vote, or the archive. */
export function nextAlarm(emergency: Emergency, { rulebook }: Context): Temporal.Instant | undefined {
  return nextOwed(emergency, rulebook)?.at
}

/** What the clock decides: everything owed by now, in the order in which it was owed, each once. */
export function tick(emergency: Emergency, context: Context): EmergencyEvent[] {
  const events: EmergencyEvent[] = []
  let state = emergency
  for (let next = owedNow(state, context); next; next = owedNow(state, context)) {
    events.push(next)
    state = evolve(state, next)
  }
  return events
}

/** A thing that the clock will decide, and when. */
type Owed = { readonly at: Temporal.Instant } & (
  | { readonly kind: 'call'; readonly call: EmergencyCall }
  | { readonly kind: 'vote'; readonly ballot: PlanBallot }
  | { readonly kind: 'update' | 'archive' }
)

function nextOwed(emergency: Emergency, rulebook: Rulebook): Owed | undefined {
  const [call] = nextCalls(emergency, rulebook)
  const ballot = emergency.stoodDown ? undefined : emergency.ballots?.find(({ outcome }) => !outcome)
  const update = updateWantedAt(emergency, rulebook)
  const archive = archiveAt(emergency, rulebook)
  const owed: Owed[] = [
    ...(ballot ? [{ kind: 'vote' as const, ballot, at: voteClosesAt(ballot, rulebook) }] : []),
    ...(update ? [{ kind: 'update' as const, at: update }] : []),
    ...(call ? [{ kind: 'call' as const, call, at: call.at }] : []),
    ...(archive ? [{ kind: 'archive' as const, at: archive }] : []),
  ]
  return owed.toSorted((one, other) => Temporal.Instant.compare(one.at, other.at))[0]
}

function owedNow(emergency: Emergency, context: Context): EmergencyEvent | undefined {
  const { now, rulebook } = context
  const owed = nextOwed(emergency, rulebook)
  if (!owed || Temporal.Instant.compare(owed.at, now) > 0) return undefined
  const at = isoOf(now)
  switch (owed.kind) {
    case 'call':
      return called(owed.call, emergency, context)
    case 'vote':
      return { type: 'ballotClosed', at, ballot: owed.ballot.no, outcome: closingOutcome(owed.ballot) }
    case 'update':
      return { type: 'updateWanted', at, owedAt: isoOf(owed.at) }
    case 'archive':
      return { type: 'archiveWanted', at }
  }
}

function called(call: EmergencyCall, emergency: Emergency, context: Context): EmergencyEvent {
  const { wait, rung, mark } = call
  const base = {
    at: isoOf(context.now),
    key: wait.key,
    clock: wait.clock,
    ...(wait.task && { task: wait.task.no }),
    due: isoOf(wait.due),
    owedAt: isoOf(call.at),
    to: calleesOf(call.to, emergency, wait, context),
  }
  switch (call.kind) {
    case 'reminder':
      return { type: 'reminded', ...base, mark }
    case 'rung':
      return { type: 'rungReached', ...base, rung }
    case 'repeat':
      return { type: 'calledAgain', ...base, rung }
  }
}

/** The first report is wanted one interval after the group was formed, each later one when the last one promised it. */
function updateWantedAt(emergency: Emergency, rulebook: Rulebook): Temporal.Instant | undefined {
  if (emergency.status !== 'forming' && emergency.status !== 'active') return undefined
  const interval = rulebook.pack.repeatEvery.L1
  if (emergency.askedAt !== undefined) return endOf(emergency.askedAt, interval, rulebook)
  const promised = emergency.situations.at(-1)?.nextUpdate
  return promised === undefined
    ? endOf(emergency.formedAt, interval, rulebook)
    : Temporal.Instant.from(promised)
}

function archiveAt(emergency: Emergency, rulebook: Rulebook): Temporal.Instant | undefined {
  const { stoodDown, channel, archiveWanted } = emergency
  if (!stoodDown || !channel.id || channel.archived || archiveWanted) return undefined
  return endOf(stoodDown.at, rulebook.pack.channel.archiveAfter, rulebook)
}
