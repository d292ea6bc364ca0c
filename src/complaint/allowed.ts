import type { Context } from '../matter/matter.ts'
import type { RefusalCode } from '../matter/refusal.ts'
import type { PersonId } from '../organisation/organisation.ts'
import { type Action, type Subject, isRecused, mayDo } from '../organisation/rights.ts'
import { approversFor } from './callees.ts'
import { limitOf } from './clocks.ts'
import type { Complaint } from './complaint.ts'
import { rankOf } from './level.ts'
import { type StepName, lifecycle } from './lifecycle.ts'
import { mayTake } from './step/take.ts'
import { headOfficeRung, subjectOf } from './subject.ts'

/** The right of the matrix (`DOMAIN.md` 9.9) that each step takes. */
export const rightFor = {
  triage: 'triage',
  dispatch: 'dispatch',
  take: 'handle',
  sendBack: 'handle',
  contact: 'handle',
  investigate: 'handle',
  propose: 'handle',
  approve: 'approve',
  reply: 'handle',
  followUp: 'followUp',
  close: 'close',
  reportUp: 'raise',
  relevel: 'raise',
  escalate: 'escalate',
  seen: 'seeList',
} as const satisfies Record<StepName, Action>

type Looking = Pick<Context, 'organisation' | 'now' | 'rulebook'>

/**
 * Why may this person not take this step now? Undefined when they may. The one rule behind both the door and the buttons:
 * the lifecycle first, then recusal and rights, then what the step itself must find done.
 */
export function objection(
  complaint: Complaint,
  step: StepName,
  by: PersonId,
  context: Looking,
): RefusalCode | undefined {
  const possible: readonly StepName[] = lifecycle[complaint.status]
  if (!possible.includes(step)) return 'not-now'
  if (isRecused(by, subjectOf(complaint))) return 'recused'
  return mayStep(complaint, step, by, context) ? notReady(complaint, step, by, context) : 'not-you'
}

/** The steps this person may take now: the buttons of their card, in the order of the lifecycle. */
export function allowedSteps(complaint: Complaint, by: PersonId, context: Looking): StepName[] {
  return lifecycle[complaint.status].filter((step) => objection(complaint, step, by, context) === undefined)
}

function mayStep(complaint: Complaint, step: StepName, by: PersonId, context: Looking): boolean {
  if (step === 'take') return mayTake(complaint, { by, ...context })
  const subject = step === 'approve' ? awaitingApproval(complaint, context) : subjectOf(complaint)
  return mayDo(context.organisation, by, rightFor[step], subject, context.now)
}

/** Whoever the approval waits for may give it, also where that is not the level's usual approver. */
function awaitingApproval(complaint: Complaint, context: Looking): Subject {
  const [approver] = approversFor(complaint, context)
  return { ...subjectOf(complaint), ...(approver !== undefined && { approver }) }
}

function notReady(
  complaint: Complaint,
  step: StepName,
  by: PersonId,
  context: Looking,
): RefusalCode | undefined {
  switch (step) {
    case 'propose':
      return complaint.findings ? undefined : 'findings-missing'
    case 'reply':
      return complaint.contacts.length > 0 ? undefined : 'contact-missing'
    case 'approve':
      return by === complaint.handler || by === complaint.plan?.by ? 'same-person' : undefined
    case 'followUp':
      return by === complaint.handler ? 'same-person' : undefined
    case 'sendBack':
      if (complaint.offeredTo !== by) return 'not-you'
      return complaint.sentBack ? 'already-returned' : undefined
    case 'contact':
      return complaint.anonymous ? 'not-now' : undefined
    case 'reportUp':
      return mustReportUp(complaint, context) ? undefined : 'no-clock'
    case 'seen':
      return wasCalled(complaint, by) ? undefined : 'no-clock'
    case 'escalate':
      return (complaint.escalation?.rung ?? 0) < headOfficeRung ? undefined : 'nothing-above'
    case 'relevel':
      return mayRelevel(complaint, by, context) ? undefined : 'only-head-lowers'
    case 'triage':
    case 'dispatch':
    case 'take':
    case 'investigate':
    case 'close':
      return undefined
  }
}

/** Its clock runs, and the pack has a limit for it at this level: level 3 is not reported up. */
function mustReportUp({ clocks, level }: Complaint, { rulebook }: Looking): boolean {
  const runs = clocks.some(({ code, stoppedAt }) => code === 'reportUp' && !stoppedAt)
  return runs && limitOf('reportUp', level, rulebook) !== undefined
}

/** From the gravest level it only goes down, and only the service quality head lowers. */
function mayRelevel(complaint: Complaint, by: PersonId, { organisation, now }: Looking): boolean {
  return rankOf(complaint.level) > 0 || mayDo(organisation, by, 'lower', subjectOf(complaint), now)
}

function wasCalled({ clocks }: Complaint, by: PersonId): boolean {
  return clocks.some(({ stoppedAt, called }) => !stoppedAt && called.includes(by))
}
