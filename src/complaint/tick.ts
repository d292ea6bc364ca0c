import type { Context } from '../matter/matter.ts'
import { type Call, heard, nextCalls } from './calls.ts'
import { calleesOf } from './callees.ts'
import type { Complaint } from './complaint.ts'
import { isoOf } from '../matter/iso.ts'
import type { Event } from './event.ts'
import { deadlineCallees, deadlineCalls } from './deadlines.ts'
import { evolve } from './evolve.ts'
import { isOver } from './lifecycle.ts'
import { archiveAt, isQuiet } from './next-alarm.ts'
import { type PauseCall, activePause, pauseCalls } from './pausing.ts'
import { headOfficeRung } from './subject.ts'

/**
 * What the clock decides now: every call owed by this instant, in the order in which they were owed, each once. A rung
 * that finds nobody is journalled as a gap and the next rung is climbed at once. In quiet hours nobody is called: what came
 * late waits for the morning.
 */
export function tick(complaint: Complaint, context: Context): Event[] {
  const events: Event[] = []
  let state = complaint
  for (let next = nextEvents(state, context); next.length > 0; next = nextEvents(state, context)) {
    events.push(...next)
    state = next.reduce<Complaint>(evolve, state)
  }
  return events
}

function nextEvents(complaint: Complaint, context: Context): Event[] {
  if (isOver(complaint.status)) {
    const archived = archiving(complaint, context)
    return archived.length > 0 || isQuiet(complaint, context) ? archived : deadlineEvents(complaint, context)
  }
  if (isQuiet(complaint, context)) return []
  const call = nextCalls(complaint, context.rulebook).find((each) => isOwed(each, context.now))
  const ofPause = pauseCalls(complaint, context.rulebook).find(
    ({ at }) => Temporal.Instant.compare(at, call?.at ?? context.now) <= 0 && isPast(at, context.now),
  )
  if (ofPause) return pauseEvents(ofPause, complaint, context)
  const beside = deadlineEvents(complaint, context)
  if (beside.length > 0) return beside
  return call ? callEvents(call, complaint, context) : []
}

function archiving(complaint: Complaint, { now, rulebook }: Context): Event[] {
  const due = archiveAt(complaint, rulebook)
  const isWanted = due !== undefined && Temporal.Instant.compare(due, now) <= 0
  return isWanted && !complaint.archiveWanted ? [{ type: 'archiveWanted', at: isoOf(now) }] : []
}

/** The first call that a deadline beside the clocks owes by now. */
function deadlineEvents(complaint: Complaint, context: Context): Event[] {
  const call = deadlineCalls(complaint, context.rulebook).find(({ at }) => isPast(at, context.now))
  if (!call) return []
  const { deadline, mark, due } = call
  const owed = { owedAt: isoOf(heard(call.at, complaint, context.rulebook)), due: isoOf(due) }
  const to = deadlineCallees(call, complaint, context)
  const said = { deadline: deadline.id, kind: deadline.kind, mark, ...owed, to }
  return [{ type: 'deadlineCalled', at: isoOf(context.now), ...said }]
}

function isPast(at: Temporal.Instant, now: Temporal.Instant): boolean {
  return Temporal.Instant.compare(at, now) <= 0
}

/** A pause ends when it was to end, also where the clock looks later: no due time depends on when it looked. */
function pauseEvents(call: PauseCall, complaint: Complaint, context: Context): Event[] {
  const { kind, mark } = call
  const at = isoOf(context.now)
  const owedAt = isoOf(heard(call.at, complaint, context.rulebook))
  const pause = activePause(complaint)
  if (!pause) return []
  const to = calleesOf(call.to, 'overall', complaint, context)
  if (kind === 'end') return [{ type: 'resumed', at, endedAt: pause.until, owedAt, to }]
  const told = { at, mark, code: pause.code, until: pause.until, owedAt, to }
  return [{ type: kind === 'reminder' ? 'pauseEnding' : 'pauseReviewWanted', ...told }]
}

/** In open hours, what became owed in the quiet hours before is owed too. */
function isOwed(call: Call, now: Temporal.Instant): boolean {
  return call.at.epochMilliseconds <= now.epochMilliseconds || followsGap(call)
}

/** The rung below was climbed and nobody stood on it. */
function followsGap({ kind, rung, clock }: Call): boolean {
  return kind === 'rung' && clock.run.gapAt === rung - 1
}

function callEvents(call: Call, complaint: Complaint, context: Context): Event[] {
  const { clock, mark, rung } = call
  const to = calleesOf(call.to, clock.run.code, complaint, context)
  const base = { at: isoOf(context.now), clock: clock.run.code, due: isoOf(clock.due), to }
  if (call.kind === 'repeat') return [{ type: 'calledAgain', ...base, rung }]
  const owed = heard(call.at, complaint, context.rulebook)
  const owedAt = isoOf(Temporal.Instant.compare(owed, context.now) < 0 ? owed : context.now)
  if (call.kind === 'reminder') return [{ type: 'reminded', ...base, mark, owedAt }]
  const reached: Event = { type: 'rungReached', ...base, rung, owedAt }
  return [reached, ...escalation(call, to, complaint, context)]
}

/** When the ladder reaches the branch, and again when it reaches head office, the complaint is escalated: each once. */
function escalation(
  { rung, clock }: Call,
  called: string[],
  complaint: Complaint,
  { now, rulebook }: Context,
): Event[] {
  const reached = complaint.escalation?.rung ?? 0
  const isCrossed = [rulebook.pack.branchRung, headOfficeRung].some((line) => reached < line && line <= rung)
  return isCrossed
    ? [{ type: 'escalated', at: isoOf(now), rung, reason: `overdue:${clock.run.code}`, called }]
    : []
}
