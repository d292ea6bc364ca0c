import type { Context } from '../matter/matter.ts'
import type { RefusalCode } from '../matter/refusal.ts'
import type { PersonId, UnitId } from '../organisation/organisation.ts'
import { type Subject, mayDo } from '../organisation/rights.ts'
import { type ReviewStep, lifecycle } from './lifecycle.ts'
import { calledTo, isPartial, secretaryOf, spokenForBy, unitsOf } from './people.ts'
import { type Review, type ReviewCase, isFault } from './review.ts'
import { objectUntil, openObjections } from './rhythm.ts'

type Looking = Pick<Context, 'organisation' | 'now' | 'rulebook'>

/** Why may this person not take this step now? Undefined when they may; of a step on a case, ask `caseObjection` too. */
export function reviewObjection(
  review: Review,
  step: ReviewStep,
  by: PersonId,
  context: Looking,
): RefusalCode | undefined {
  const possible: readonly ReviewStep[] = lifecycle[review.status]
  if (!possible.includes(step)) return 'not-now'
  return mayStep[step](review, by, context) ? notReady(review, step, context) : 'not-you'
}

/** What the step builds on: the pack was sent, every case decided, every objection answered or its time over. */
function notReady(review: Review, step: ReviewStep, { now, rulebook }: Looking): RefusalCode | undefined {
  switch (step) {
    case 'attend':
      return review.pack ? undefined : 'pack-missing'
    case 'minutes':
      return undecided(review).length > 0 ? 'verdict-missing' : undefined
    case 'closeReview': {
      if (openObjections(review).length > 0) return 'objection-open'
      const until = mayStillObject(review) ? objectUntil(review, rulebook) : undefined
      return until && Temporal.Instant.compare(now, until) <= 0 ? 'too-early' : undefined
    }
    default:
      return undefined
  }
}

/** The cases that have neither a verdict nor been deferred. */
export function undecided({ cases }: Review): ReviewCase[] {
  return cases.filter(({ verdict, deferred }) => !verdict && deferred === undefined)
}

function mayStillObject({ cases }: Review): boolean {
  return cases.some(({ verdict, objection }) => verdict && isFault(verdict.fault) && !objection)
}

/** Why may this person not take this step on this case now? The one whose own it is neither judges nor proposes. */
export function caseObjection(
  review: Review,
  each: ReviewCase,
  { step, by }: { readonly step: ReviewStep; readonly by: PersonId },
  context: Looking,
): RefusalCode | undefined {
  const refused = reviewObjection(review, step, by, context)
  if (refused) return refused
  if (step === 'object') return objectObjection(review, each, by, context)
  if (step === 'answerObjection' && (!each.objection || each.objection.answer)) return 'not-now'
  const judges = step === 'verdict' || step === 'proposeVerdict' || step === 'answerObjection'
  if (!judges || !isPartial(by, each, unitsOf(each), context)) return undefined
  return each.respondents.includes(by) ? 'recused' : 'own-unit'
}

/** The steps that this person may take on the meeting now: the buttons of its card, beside those of its cases. */
export function allowedReviewSteps(review: Review, by: PersonId, context: Looking): ReviewStep[] {
  return lifecycle[review.status].filter((step) => reviewObjection(review, step, by, context) === undefined)
}

/** The steps that this person may take on one case now. */
export function allowedCaseSteps(
  review: Review,
  each: ReviewCase,
  by: PersonId,
  context: Looking,
): ReviewStep[] {
  return caseSteps.filter((step) => caseObjection(review, each, { step, by }, context) === undefined)
}

/**
 * The cases of the meeting that this person may see: all of them for whoever is called to it or keeps an eye on the branch; for
 * the unit that a verdict blames its own, once the minutes are filed. Nobody sees a case in which they are complained about.
 */
export function visibleCases(review: Review, by: PersonId, context: Looking): ReviewCase[] {
  const isTold = review.status === 'minuted' || review.status === 'closed'
  const seesAll = seesMeeting(review, by, context)
  return review.cases.filter(
    (each) =>
      !each.respondents.includes(by) && (seesAll || (isTold && spokenFor(each, context).includes(by))),
  )
}

/** May this person see the meeting at all? */
export function maySeeReview(review: Review, by: PersonId, context: Looking): boolean {
  return seesMeeting(review, by, context) || visibleCases(review, by, context).length > 0
}

function seesMeeting(review: Review, by: PersonId, context: Looking): boolean {
  const { organisation, now } = context
  return (
    calledTo(review, context).includes(by) ||
    mayDo(organisation, by, 'seeList', subjectOf(review.branch), now)
  )
}

/** Steps that are taken on one case. */
export const caseSteps = [
  'takeOffAgenda',
  'proposeVerdict',
  'verdict',
  'defer',
  'object',
  'answerObjection',
] as const satisfies readonly ReviewStep[]

/** May this person convene a meeting of the branch? Service quality (source rules, duty 9 of the department). */
export function mayConvene(branch: UnitId, by: PersonId, { organisation, now }: Looking): boolean {
  return mayDo(organisation, by, 'verdictPropose', subjectOf(branch), now)
}

const mayStep: Record<ReviewStep, (review: Review, by: PersonId, context: Looking) => boolean> = {
  putOnAgenda: isServiceQuality,
  takeOffAgenda: isServiceQuality,
  proposeVerdict: isServiceQuality,
  sendPack: isServiceQuality,
  reschedule: isServiceQuality,
  cancelReview: isServiceQuality,
  closeReview: isServiceQuality,
  attend: keepsMinutes,
  minutes: keepsMinutes,
  defer: (review, by, context) => keepsMinutes(review, by, context) || isJudge(review, by, context),
  verdict: (review, by, context) => isJudge(review, by, context) && review.held?.voters.includes(by) === true,
  answerObjection: isJudge,
  object: (review, by, context) => review.cases.some((each) => spokenFor(each, context).includes(by)),
}

function isServiceQuality({ branch }: Review, by: PersonId, context: Looking): boolean {
  return mayConvene(branch, by, context)
}

function keepsMinutes(review: Review, by: PersonId, context: Looking): boolean {
  return isServiceQuality(review, by, context) || secretaryOf(review.branch, context).includes(by)
}

/** A member of the committee with a vote; its secretary has none. */
function isJudge({ branch }: Review, by: PersonId, { organisation, now }: Looking): boolean {
  return mayDo(organisation, by, 'verdict', subjectOf(branch), now)
}

/** Once and in time, by whoever speaks for the unit that the verdict blames. */
function objectObjection(
  review: Review,
  each: ReviewCase,
  by: PersonId,
  context: Looking,
): RefusalCode | undefined {
  if (each.respondents.includes(by)) return 'recused'
  if (!spokenFor(each, context).includes(by)) return 'not-you'
  if (each.objection) return 'not-now'
  const until = objectUntil(review, context.rulebook)
  return until && Temporal.Instant.compare(context.now, until) > 0 ? 'too-late' : undefined
}

function spokenFor(each: ReviewCase, context: Looking): PersonId[] {
  const { verdict } = each
  return verdict && isFault(verdict.fault) ? spokenForBy(verdict.unit, each, context) : []
}

/** What the rights matrix needs to know of a meeting: it reaches over its whole branch. */
function subjectOf(branch: UnitId): Subject {
  return { branch, outlet: branch, level: 'L3', filedBy: '', respondents: [] }
}
