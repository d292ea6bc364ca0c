import type { DueClock } from '../clock/moment.ts'
import type { Rulebook } from '../matter/matter.ts'
import { endOf } from '../matter/end-of.ts'
import { calendarOf } from '../matter/calendar-of.ts'
import { emergencyRulesOf } from '../policy/emergency-rules.ts'
import type { Limit } from '../policy/pack.ts'
import type { Emergency, EmergencyClock, PlanBallot, Task } from './emergency.ts'
import { allAnsweredAt, coveredAt, dailySince } from './reporting.ts'

/** Something that runs towards a due. `key` names it among all that the emergency ever ran. */
export interface Wait extends DueClock {
  readonly key: string
  readonly clock: EmergencyClock
  readonly task?: Task
  readonly ballot?: PlanBallot
}

/** Everything that runs now: the head's confirmation, the reports upwards, tasks, the vote, the closing report. */
export function waitsOf(emergency: Emergency, rulebook: Rulebook): Wait[] {
  const isWorking = emergency.status === 'forming' || emergency.status === 'active'
  return [
    ...(isWorking ? [...confirmation(emergency, rulebook), ...upward(emergency, rulebook)] : []),
    ...(isWorking ? votes(emergency, rulebook) : []),
    ...tasks(emergency, rulebook),
    ...closing(emergency, rulebook),
  ]
}

/** When does a vote close by itself? */
export function voteClosesAt({ at }: PlanBallot, rulebook: Rulebook): Temporal.Instant {
  return endOf(at, emergencyRulesOf(rulebook.pack).voteWithin, rulebook)
}

function wait(clock: EmergencyClock, since: string, limit: Limit, rulebook: Rulebook): Wait {
  const start = Temporal.Instant.from(since)
  const due = endOf(start, limit, rulebook)
  return { key: `${clock}:${since}`, clock, start, due, limit, calendar: calendarOf(limit, rulebook) }
}

function confirmation({ confirmed, formedAt }: Emergency, rulebook: Rulebook): Wait[] {
  const { confirmWithin } = emergencyRulesOf(rulebook.pack)
  return confirmed ? [] : [wait('emergencyConfirm', formedAt, confirmWithin, rulebook)]
}

function upward(emergency: Emergency, rulebook: Rulebook): Wait[] {
  const rules = emergencyRulesOf(rulebook.pack)
  const { formedAt } = emergency
  const isOwed = (kind: 'oral' | 'written' | 'final') => coveredAt(emergency, kind) === undefined
  const [daily, answeredAt] = [dailySince(emergency), allAnsweredAt(emergency)]
  return [
    ...(isOwed('oral') ? [wait('emergencyOral', formedAt, rules.oralWithin, rulebook)] : []),
    ...(isOwed('written') ? [wait('emergencyWritten', formedAt, rules.writtenWithin, rulebook)] : []),
    ...(daily === undefined ? [] : [wait('emergencyDaily', daily, rules.dailyEvery, rulebook)]),
    ...(answeredAt !== undefined && isOwed('final')
      ? [wait('emergencyFinal', answeredAt, rules.finalWithin, rulebook)]
      : []),
  ]
}

/** A due that people set, day and night as all of level 1. One set too late has no time before it. */
function tasks({ tasks: all = [], stoodDown }: Emergency, { always }: Rulebook): Wait[] {
  return all
    .filter(({ done, handedOver }) => !done && (!stoodDown || handedOver))
    .map((task) => {
      const due = Temporal.Instant.from(task.due)
      const since = Temporal.Instant.from(task.since)
      const start = Temporal.Instant.compare(since, due) < 0 ? since : due
      const limit = { elapsedSeconds: Math.round(due.since(start).total('seconds')) }
      return {
        key: `emergencyTask:${task.no}:${task.since}`,
        clock: 'emergencyTask' as const,
        start,
        due,
        limit,
        calendar: always,
        task,
      }
    })
}

function votes({ ballots = [] }: Emergency, rulebook: Rulebook): Wait[] {
  const { voteWithin } = emergencyRulesOf(rulebook.pack)
  return ballots
    .filter(({ outcome }) => !outcome)
    .map((ballot) => ({ ...wait('emergencyVote', ballot.at, voteWithin, rulebook), ballot }))
}

/** What was a mistake needs no report. */
function closing({ status, stoodDown }: Emergency, rulebook: Rulebook): Wait[] {
  if (status !== 'stood_down' || !stoodDown || stoodDown.ground !== 'settled') return []
  return [wait('emergencyClosing', stoodDown.at, emergencyRulesOf(rulebook.pack).closingWithin, rulebook)]
}
