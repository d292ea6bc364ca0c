import { type DueAnswer, dueTime } from '../clock/due.ts'
import type { Limit } from '../clock/limit.ts'
import type { Context, Rulebook } from '../matter/matter.ts'
import { endOf } from '../matter/end-of.ts'
import { calendarOf } from '../matter/calendar-of.ts'
import type { PersonId } from '../organisation/organisation.ts'
import { complianceOf } from '../organisation/compliance.ts'
import { headOfficeSqOf, sqHeadOf, sqOfficersOf } from '../organisation/service-quality.ts'
import type { Complaint, Deadline, DeadlineKind } from './complaint.ts'

/**
 * Deadlines beside the clocks of handling, each with a limit of its own: the answer to an authority, the decision of a
 * higher-level review, the report of a data leak, the next look at special care. They run on when the complaint has ended.
 */
export interface DeadlineDue {
  readonly deadline: Deadline
  readonly due: Temporal.Instant
  readonly proof: DueAnswer['proof']
  /** The limit of the pack; none where the due was named by somebody. */
  readonly limit?: Limit
}

/** The running ones, the earliest first. */
export function runningDeadlines({ deadlines = [] }: Complaint, rulebook: Rulebook): DeadlineDue[] {
  return deadlines
    .filter(({ stoppedAt }) => stoppedAt === undefined)
    .map((deadline) => deadlineDue(deadline, rulebook))
    .toSorted((one, other) => Temporal.Instant.compare(one.due, other.due))
}

/** When it is due: as named by the authority or the plan, else by the pack's limit from its start. */
export function deadlineDue(deadline: Deadline, rulebook: Rulebook): DeadlineDue {
  const start = Temporal.Instant.from(deadline.startedAt)
  if (deadline.namedDue !== undefined)
    return { deadline, due: Temporal.Instant.from(deadline.namedDue), proof: [] }
  const limit = limitFor(deadline.kind, rulebook)
  const answer = dueTime({ start, limit, calendar: calendarOf(limit, rulebook) })
  if ('paused' in answer)
    throw new Error('A deadline without pauses came out paused; this is a bug of the clock.')
  return { deadline, due: answer.due, proof: answer.proof, limit }
}

function limitFor(kind: DeadlineKind, { pack: { special } }: Rulebook): Limit {
  switch (kind) {
    case 'referral':
      return special.referralAnswer
    case 'higherReview':
      return special.higherReview.decideWithin
    case 'leak':
      return special.leakReport
    case 'care':
      return special.careReview
  }
}

/** A call that a running deadline owes: at half and at four fifths of its time, at its due, then again and again. */
export interface DeadlineCall extends DeadlineDue {
  readonly kind: 'reminder' | 'due' | 'repeat'
  readonly mark: string
  readonly at: Temporal.Instant
}

const reminders = [
  { mark: 'r0', percent: 50 },
  { mark: 'r1', percent: 80 },
] as const

/** Owed now or later, the earliest first. What passed before the deadline was known is nobody's to call. */
export function deadlineCalls(complaint: Complaint, rulebook: Rulebook): DeadlineCall[] {
  return runningDeadlines(complaint, rulebook)
    .flatMap((running) => callsOf(running, complaint, rulebook))
    .toSorted((one, other) => Temporal.Instant.compare(one.at, other.at))
}

function callsOf(running: DeadlineDue, { level }: Complaint, rulebook: Rulebook): DeadlineCall[] {
  const { deadline, due } = running
  const { startedAt, knownSince, served, calledAt } = deadline
  const known = Temporal.Instant.from(knownSince).epochMilliseconds
  const from = Temporal.Instant.from(startedAt).epochMilliseconds
  const before = reminders.flatMap(({ mark, percent }): DeadlineCall[] => {
    const moment = from + Math.floor(((due.epochMilliseconds - from) * percent) / 100_000) * 1000
    const isOwed = moment > known && moment < due.epochMilliseconds && !served.includes(mark)
    return isOwed
      ? [{ ...running, kind: 'reminder', mark, at: Temporal.Instant.fromEpochMilliseconds(moment) }]
      : []
  })
  if (!served.includes('k0')) {
    const at = due.epochMilliseconds < known ? Temporal.Instant.from(knownSince) : due
    return [...before, { ...running, kind: 'due', mark: 'k0', at }]
  }
  if (calledAt === undefined) return before
  const every = rulebook.pack.repeatEvery[level]
  const at = endOf(calledAt, every, rulebook)
  return [...before, { ...running, kind: 'repeat', mark: 'k0', at }]
}

/** Who must act on it; over its due, also whoever is above them. Never somebody complained about. */
export function deadlineCallees(call: DeadlineCall, complaint: Complaint, context: Context): PersonId[] {
  const { organisation, now } = context
  const { branch, handler, owner, respondents } = complaint
  const officer = sqOfficersOf(organisation, branch, now).slice(0, 1)
  const head = sqHeadOf(organisation, branch, now)
  const own: Record<DeadlineKind, readonly PersonId[]> = {
    referral: [handler ?? owner, ...officer],
    higherReview: complaint.higherReview ? [complaint.higherReview.reviewer] : [],
    leak: [...officer, ...head, ...complianceOf(organisation, branch, now)],
    care: [handler ?? owner],
  }
  const above: Record<DeadlineKind, readonly PersonId[]> = {
    referral: [...head, ...complianceOf(organisation, branch, now)],
    higherReview: [...head, ...headOfficeSqOf(organisation, now)],
    leak: headOfficeSqOf(organisation, now),
    care: officer,
  }
  const { kind } = call.deadline
  const called = call.kind === 'reminder' ? own[kind] : [...own[kind], ...above[kind]]
  return [...new Set(called)].filter((person) => !respondents.includes(person))
}
