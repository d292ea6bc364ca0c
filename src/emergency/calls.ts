import { momentOf } from '../clock/moment.ts'
import type { Rulebook } from '../matter/matter.ts'
import { endOf } from '../matter/end-of.ts'
import { emergencyRulesOf } from '../policy/emergency-rules.ts'
import { secondsOf, workingDaySeconds } from '../policy/length.ts'
import { type Callee, lengthPlans } from '../policy/pack.ts'
import type { Emergency, Served } from './emergency.ts'
import { type Wait, waitsOf } from './waits.ts'

/** One call that a running clock owes: a reminder before its due, a rung of the ladder after it, or its repetition. */
export interface EmergencyCall {
  readonly kind: 'reminder' | 'rung' | 'repeat'
  readonly wait: Wait
  readonly mark: string
  readonly rung: number
  readonly at: Temporal.Instant
  readonly to: readonly Callee[]
}

/** The calls owed next by every clock, now or later, in order. Level 1 has no quiet hours. */
export function nextCalls(emergency: Emergency, rulebook: Rulebook): EmergencyCall[] {
  return waitsOf(emergency, rulebook)
    .flatMap((wait) => {
      const served = emergency.served?.[wait.key] ?? { marks: [] }
      return [
        ...reminders(wait, served, rulebook),
        ...nextRung(wait, served, rulebook),
        ...repeat(wait, served, rulebook),
      ]
    })
    .toSorted((one, other) => Temporal.Instant.compare(one.at, other.at) || one.rung - other.rung)
}

/** Those of the pack's plan for so long a time; on a 24x7 clock a day counts as 24 h. */
function reminders(wait: Wait, { marks }: Served, { pack }: Rulebook): EmergencyCall[] {
  const daySeconds = 'elapsedSeconds' in wait.limit ? 86_400 : workingDaySeconds(pack.calendar)
  const plan = lengthPlans.find((name) => {
    const each = pack.reminderPlans[name]
    return !('upTo' in each) || secondsOf(wait.limit, daySeconds) <= secondsOf(each.upTo, daySeconds)
  })
  return pack.reminderPlans[plan ?? 'long'].calls.flatMap((call, place): EmergencyCall[] => {
    const [mark, at] = [`r${place}`, momentOf(call.at, wait)]
    const isOwed = isBefore(wait.start, at) && isBefore(at, wait.due) && !marks.includes(mark)
    return isOwed ? [{ kind: 'reminder', wait, mark, rung: -1, at, to: call.to }] : []
  })
}

/** The lowest rung not climbed yet; at once where nobody stood on the one below. */
function nextRung(wait: Wait, { marks, gapAt, calledAt }: Served, rulebook: Rulebook): EmergencyCall[] {
  const steps = ladderOf(wait, rulebook)
  const place = steps.findIndex(({ rung }) => !marks.includes(`k${rung}`))
  const next = steps[place]
  if (!next) return []
  const below = steps[place - 1]
  const isGap = below !== undefined && gapAt === below.rung && calledAt !== undefined
  const at = isGap ? Temporal.Instant.from(calledAt) : next.at
  return [{ kind: 'rung', wait, mark: `k${next.rung}`, rung: next.rung, at, to: next.to }]
}

/** The highest rung climbed is called again, and the owner with it. */
function repeat(wait: Wait, { marks, calledAt }: Served, rulebook: Rulebook): EmergencyCall[] {
  const climbed = ladderOf(wait, rulebook).findLast(({ rung }) => marks.includes(`k${rung}`))
  if (!climbed || calledAt === undefined) return []
  const at = endOf(calledAt, rulebook.pack.repeatEvery.L1, rulebook)
  const { rung } = climbed
  return [{ kind: 'repeat', wait, mark: `k${rung}`, rung, at, to: ['owner', ...climbed.to] }]
}

/**
 * Rung 0 is the one responsible and the group's leader, then the pack's ladder of level 1. A task stays with the department, and
 * a vote, which closes by itself, climbs nothing.
 */
function ladderOf(wait: Wait, { pack }: Rulebook) {
  if (wait.clock === 'emergencyVote') return []
  const top = wait.clock === 'emergencyTask' ? emergencyRulesOf(pack).taskTopRung : Number.POSITIVE_INFINITY
  const first = { rung: 0, to: ['owner', 'emergencyLeader'] as readonly Callee[], at: wait.due }
  const above = pack.ladder
    .filter(({ rung }) => rung <= top)
    .flatMap(({ rung, to, after }) => {
      const [at] = after.L1.filter((moment) => !('beforeStatutory' in moment))
        .map((moment) => momentOf(moment, wait))
        .toSorted((one, other) => Temporal.Instant.compare(one, other))
      return at ? [{ rung, to, at }] : []
    })
  return [first, ...above]
}

function isBefore(one: Temporal.Instant, other: Temporal.Instant): boolean {
  return Temporal.Instant.compare(one, other) < 0
}
