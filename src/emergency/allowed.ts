import { hasVoted, seatOf } from '../matter/ballot.ts'
import type { Context } from '../matter/matter.ts'
import type { RefusalCode } from '../matter/refusal.ts'
import { actsAs } from '../organisation/away.ts'
import type { PersonId } from '../organisation/organisation.ts'
import { type Subject, isRecused, mayDo } from '../organisation/rights.ts'
import type { Emergency, Task } from './emergency.ts'
import { type EmergencyStep, lifecycle } from './lifecycle.ts'
import { isMember } from './people.ts'
import { coveredAt, dailySince } from './reporting.ts'

type Looking = Pick<Context, 'organisation' | 'now'>

/** What the rights matrix needs to know of an emergency; whoever has a task of it sees it. */
export function emergencySubject(emergency: Emergency): Subject {
  return {
    branch: emergency.branch,
    outlet: emergency.outlet,
    level: 'L1',
    filedBy: '',
    respondents: [...emergency.respondents],
    emergencyMembers: [...emergency.members],
    broughtIn: (emergency.tasks ?? []).map(({ owner }) => owner),
  }
}

/** Why may this person not take this step now? Undefined when they may. */
export function emergencyObjection(
  emergency: Emergency,
  step: EmergencyStep,
  by: PersonId,
  context: Looking,
): RefusalCode | undefined {
  const possible: readonly EmergencyStep[] = lifecycle[emergency.status]
  if (!possible.includes(step)) return 'not-now'
  if (!isItsTime(emergency, step))
    return step === 'castVote' && emergency.ballots?.length ? 'vote-closed' : 'not-now'
  if (isRecused(by, emergencySubject(emergency))) return 'recused'
  return rightObjection(emergency, step, by, context)
}

/** The steps this person may take now: the buttons of their card. */
export function allowedEmergencySteps(emergency: Emergency, by: PersonId, context: Looking): EmergencyStep[] {
  return stepsNow(emergency).filter((step) => emergencyObjection(emergency, step, by, context) === undefined)
}

/** The steps that somebody may take now: the buttons of the channel's card. */
export function stepsNow(emergency: Emergency): EmergencyStep[] {
  const possible: readonly EmergencyStep[] = lifecycle[emergency.status]
  return possible.filter((step) => isItsTime(emergency, step))
}

/** The tasks that are not done. */
export function openTasks({ tasks = [] }: Pick<Emergency, 'tasks'>): Task[] {
  return tasks.filter(({ done }) => !done)
}

/** The vote that is open. */
export function openBallot({ ballots = [] }: Pick<Emergency, 'ballots'>) {
  return ballots.find(({ outcome }) => !outcome)
}

/** Why may this person not finish this task? */
export function taskObjection(
  emergency: Emergency,
  task: Task,
  by: PersonId,
  context: Looking,
): RefusalCode | undefined {
  const own = actsAs(context.organisation, by, context.now).includes(task.owner)
  return own || leads(emergency, by, context) ? undefined : 'not-you'
}

/** Each report is written once, the daily ones one after the other; of a task or a vote there must be one. */
function isItsTime(emergency: Emergency, step: EmergencyStep): boolean {
  switch (step) {
    case 'confirmGroup':
      return emergency.confirmed === undefined
    case 'oralReport':
      return coveredAt(emergency, 'oral') === undefined
    case 'writtenReport':
      return coveredAt(emergency, 'written') === undefined
    case 'dailyReport':
      return dailySince(emergency) !== undefined
    case 'finalReport':
      return coveredAt(emergency, 'final') === undefined
    case 'finishTask':
    case 'takeTask':
    case 'handTask':
      return openTasks(emergency).length > 0
    case 'putToVote':
      return openBallot(emergency) === undefined
    case 'castVote':
      return openBallot(emergency) !== undefined
    case 'closingReport':
      return emergency.stoodDown?.ground !== 'mistake'
    default:
      return true
  }
}

function rightObjection(
  emergency: Emergency,
  step: EmergencyStep,
  by: PersonId,
  context: Looking,
): RefusalCode | undefined {
  switch (step) {
    case 'acceptCluster':
    case 'dismissCluster':
    case 'confirmGroup':
    case 'appoint':
    case 'standDown':
      return needs(isHead(emergency, by, context))
    case 'instruct':
      return needs(isServiceQuality(emergency, by, context))
    case 'joinComplaint':
    case 'putToVote':
    case 'handTask':
      return needs(leads(emergency, by, context))
    case 'situation':
    case 'oralReport':
    case 'writtenReport':
    case 'dailyReport':
    case 'finalReport':
    case 'assignTask':
    case 'takeTask':
    case 'recordDecision':
    case 'logMedia':
    case 'logRegulator':
    case 'closingReport':
      return needs(worksHere(emergency, by, context))
    case 'finishTask': {
      const mine = openTasks(emergency).some((task) => !taskObjection(emergency, task, by, context))
      return needs(mine)
    }
    case 'castVote':
      return voteObjection(emergency, by, context)
  }
}

/** Why may this person not vote on the plan that is put to the vote? */
function voteObjection(emergency: Emergency, by: PersonId, context: Looking): RefusalCode | undefined {
  const ballot = openBallot(emergency)
  if (!ballot) return 'not-now'
  const seat = seatOf(ballot, by, emergency.branch, context)
  if (seat === undefined) return 'not-a-member'
  return hasVoted(seat, ballot.votes) ? 'voted-already' : undefined
}

function needs(may: boolean): RefusalCode | undefined {
  return may ? undefined : 'not-you'
}

/** The service quality head decides about the group as about the level (`DOMAIN.md` 9.9, lower level). */
function isHead(emergency: Emergency, by: PersonId, { organisation, now }: Looking): boolean {
  return mayDo(organisation, by, 'lower', emergencySubject(emergency), now)
}

function isServiceQuality(emergency: Emergency, by: PersonId, { organisation, now }: Looking): boolean {
  return mayDo(organisation, by, 'recordInstruction', emergencySubject(emergency), now)
}

/** Members and the service quality department. */
export function worksHere(emergency: Emergency, by: PersonId, context: Looking): boolean {
  return isMember(emergency, by, context) || isServiceQuality(emergency, by, context)
}

/** The leader, or who stands in, and the service quality department. */
function leads(emergency: Emergency, by: PersonId, context: Looking): boolean {
  const { leader } = emergency.roles
  const isLeader = leader !== undefined && actsAs(context.organisation, by, context.now).includes(leader)
  return isLeader || isServiceQuality(emergency, by, context)
}
