import type { Context } from '../matter/matter.ts'
import type { RefusalCode } from '../matter/refusal.ts'
import type { PersonId } from '../organisation/organisation.ts'
import { type Action, type Subject, isRecused, mayDo } from '../organisation/rights.ts'
import { approversFor } from './callees.ts'
import { headOfficeSqOf } from '../organisation/service-quality.ts'
import { limitOf } from './clocks.ts'
import type { Complaint } from './complaint.ts'
import { openMediation } from './open-mediation.ts'
import { extensionTimes, nextExtension } from './extending.ts'
import { rankOf } from './level.ts'
import { type StepName, lifecycle } from './lifecycle.ts'
import { activePause } from './pausing.ts'
import { reopenUntil } from './step/reopen.ts'
import { openReferrals } from './step/answer-referral.ts'
import { reviewerFor } from './step/ask-review.ts'
import { fastLaneUntil } from './step/solve-on-spot.ts'
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
  reopen: 'reopen',
  withdraw: 'withdraw',
  notAccept: 'notAccept',
  merge: 'merge',
  addChild: 'merge',
  solveOnSpot: 'close',
  refer: 'raise',
  answerReferral: 'raise',
  logAuthority: 'raise',
  reportLeak: 'raise',
  askReview: 'reopen',
  decideReview: 'approve',
  mediate: 'handle',
  endMediation: 'handle',
  care: 'handle',
  authorise: 'handle',
  pause: 'extendAsk',
  decidePause: 'approvePause',
  resume: 'extendAsk',
  extend: 'extendAsk',
  decideExtension: 'approveExtension',
  tellExtension: 'extendAsk',
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

/** What the state says to everybody alike: these steps are drawn for nobody. */
const forNobody: readonly RefusalCode[] = [
  'not-in-fast-lane',
  'no-leak',
  'before-reply',
  'mediation-open',
  'nothing-asked',
  'not-paused',
  'paused-already',
  'asked-already',
  'no-extension-left',
  'too-late-to-extend',
]

/** The steps that somebody may take now, whoever it is: the buttons of a channel's card. */
export function possibleSteps(complaint: Complaint, context: Looking): StepName[] {
  return lifecycle[complaint.status].filter((step) => {
    const code = notReady(complaint, step, '', context)
    return code === undefined || !forNobody.includes(code)
  })
}

function mayStep(complaint: Complaint, step: StepName, by: PersonId, context: Looking): boolean {
  if (step === 'take') return mayTake(complaint, { by, ...context })
  const may = (right: Action) => mayDo(context.organisation, by, right, subjectOf(complaint), context.now)
  if (step === 'pause') return may('extendAsk') || may('approvePause')
  if (step === 'resume') return may('extendAsk') || may('approvePause') || isAsked(complaint, by, context)
  if (step === 'tellExtension') return may('extendAsk') || may('handle')
  if (step === 'solveOnSpot') return may('close') || may('extendAsk')
  if (step === 'decideReview') return complaint.higherReview?.reviewer === by
  if (step === 'mediate' || step === 'endMediation' || step === 'care' || step === 'authorise')
    return may('handle') || may('raise') || may('extendAsk')
  if (step === 'decideExtension') return may(rightToExtend(complaint))
  const subject = step === 'approve' ? awaitingApproval(complaint, context) : subjectOf(complaint)
  return mayDo(context.organisation, by, rightFor[step], subject, context.now)
}

/** Head office, while the case waits for its answer. */
function isAsked(complaint: Complaint, by: PersonId, { organisation, now }: Looking): boolean {
  return activePause(complaint)?.withHeadOffice === true && headOfficeSqOf(organisation, now).includes(by)
}

/** The first extension is the service quality head's to grant, a further one head office's. */
function rightToExtend({ extensionAsked }: Complaint): Action {
  return extensionAsked?.approver === 'headOfficeSq' ? 'approveLongExtension' : 'approveExtension'
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
      if (complaint.onBehalf && !complaint.authority) return 'authority-missing'
      return awaitsContact(complaint) ? 'contact-missing' : undefined
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
    case 'reopen':
      return isTooLate(complaint, context) ? 'too-late-to-reopen' : undefined
    case 'merge':
      return complaint.children || openReferrals(complaint).length > 0 ? 'not-mergeable' : undefined
    case 'addChild':
      return complaint.parent ? 'in-other-group' : undefined
    case 'solveOnSpot':
      return inFastLane(complaint, context) ? undefined : 'not-in-fast-lane'
    case 'answerReferral':
      return openReferrals(complaint).length > 0 ? undefined : 'nothing-asked'
    case 'reportLeak':
      return leaks(complaint) ? undefined : 'no-leak'
    case 'askReview':
      return mayAskReview(complaint, context)
    case 'decideReview':
      return complaint.higherReview && !complaint.higherReview.decided ? undefined : 'nothing-asked'
    case 'mediate':
      return openMediation(complaint) || complaint.anonymous ? 'mediation-open' : undefined
    case 'endMediation':
      return openMediation(complaint) ? undefined : 'nothing-asked'
    case 'authorise':
      return complaint.onBehalf && !complaint.authority ? undefined : 'nothing-asked'
    case 'close':
      return openReferrals(complaint).length > 0 ? 'referral-open' : undefined
    case 'refer':
    case 'logAuthority':
    case 'care':
      return undefined
    case 'pause':
      return activePause(complaint) || complaint.pauseAsked ? 'paused-already' : undefined
    case 'decidePause':
      return decidable(complaint.pauseAsked, complaint, by)
    case 'resume':
      return activePause(complaint) ? undefined : 'not-paused'
    case 'extend':
      return mayExtend(complaint, context)
    case 'decideExtension':
      return decidableExtension(complaint, by, context)
    case 'tellExtension':
      return complaint.extensionAsked?.granted ? inTime(complaint, context) : 'nothing-asked'
    case 'withdraw':
    case 'notAccept':
    case 'triage':
    case 'dispatch':
    case 'take':
    case 'investigate':
      return undefined
  }
}

/** Levels that the pack lets be solved on the spot, before anything was found out, and while there is time. */
function inFastLane(complaint: Complaint, { rulebook, now }: Looking): boolean {
  const { fastLane } = rulebook.pack
  const isPlain = !complaint.findings && !complaint.onBehalf && complaint.cycle === 1
  const isOpen = Temporal.Instant.compare(now, fastLaneUntil(complaint, { rulebook })) <= 0
  return (
    fastLane.levels.includes(complaint.level) && isPlain && isOpen && openReferrals(complaint).length === 0
  )
}

function leaks({ deadlines = [] }: Complaint): boolean {
  return deadlines.some(({ id, stoppedAt }) => id === 'leak' && stoppedAt === undefined)
}

/** One review of a decision, by somebody above who never had a hand in it. */
function mayAskReview(complaint: Complaint, context: Looking): RefusalCode | undefined {
  if (complaint.higherReview) return 'asked-already'
  if (!complaint.reply) return 'before-reply'
  return reviewerFor(complaint, context) === undefined ? 'no-reviewer' : undefined
}

/** Something is asked for, and by somebody else than the one who decides. */
function decidable(
  asked: { readonly by: PersonId } | undefined,
  { handler }: Complaint,
  by: PersonId,
): RefusalCode | undefined {
  if (!asked) return 'nothing-asked'
  return by === asked.by || by === handler ? 'same-person' : undefined
}

/** Asked for so long before the due, while there is a longer limit; one at a time. */
function mayExtend(complaint: Complaint, { rulebook, now }: Looking): RefusalCode | undefined {
  const times = extensionTimes(complaint, rulebook)
  if (!times) return 'no-clock'
  if (complaint.extensionAsked) return 'asked-already'
  if (!nextExtension(complaint, rulebook)) return 'no-extension-left'
  return Temporal.Instant.compare(now, times.askUntil) > 0 ? 'too-late-to-extend' : undefined
}

function decidableExtension(complaint: Complaint, by: PersonId, context: Looking): RefusalCode | undefined {
  const { extensionAsked: asked } = complaint
  if (!asked || asked.granted) return 'nothing-asked'
  return decidable(asked, complaint, by) ?? inTime(complaint, context)
}

/** Once the statutory due is missed, no extension mends it. */
function inTime(complaint: Complaint, { rulebook, now }: Looking): RefusalCode | undefined {
  const times = extensionTimes(complaint, rulebook)
  if (!times) return 'no-clock'
  return Temporal.Instant.compare(now, times.due) > 0 ? 'too-late-to-extend' : undefined
}

/** Has nobody spoken to the customer yet, or not since it was reopened? */
export function awaitsContact({ contacts, clocks }: Complaint): boolean {
  return contacts.length === 0 || clocks.some(({ code, stoppedAt }) => code === 'contact' && !stoppedAt)
}

function isTooLate(complaint: Complaint, context: Looking): boolean {
  const until = reopenUntil(complaint, context)
  return until !== undefined && Temporal.Instant.compare(context.now, until) > 0
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
