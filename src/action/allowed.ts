import type { Context } from '../matter/matter.ts'
import type { RefusalCode } from '../matter/refusal.ts'
import { actsAs } from '../organisation/away.ts'
import { branchOf } from '../organisation/branch-of.ts'
import { liaisonOf } from '../organisation/liaison.ts'
import type { PersonId, UnitId } from '../organisation/organisation.ts'
import { postsOf } from '../organisation/posts-of.ts'
import { type Subject, mayDo } from '../organisation/rights.ts'
import { unitHeadOf } from '../organisation/unit-people.ts'
import { type Action, waitingExtension } from './action.ts'
import { type ActionStep, lifecycle } from './lifecycle.ts'

type Looking = Pick<Context, 'organisation' | 'now'>
type Place = Pick<Action, 'branch' | 'unit' | 'respondents'>

/** Why may this person not take this step now? Undefined when they may. */
export function actionObjection(
  action: Action,
  step: ActionStep,
  by: PersonId,
  context: Looking,
): RefusalCode | undefined {
  const possible: readonly ActionStep[] = lifecycle[action.status]
  if (!possible.includes(step)) return 'not-now'
  const isWaiting = waitingExtension(action) !== undefined
  if (isWaiting ? step === 'askExtension' : step === 'answerExtension') return 'not-now'
  if (action.respondents.includes(by)) return 'recused'
  if (!mayStep[step](action, by, context)) return 'not-you'
  if (step === 'askExtension' && isOverdue(action, context)) return 'too-late'
  return isOwn(action, step, by, context) ? 'same-person' : undefined
}

/** The steps this person may take now: the buttons of their card. */
export function allowedActionSteps(action: Action, by: PersonId, context: Looking): ActionStep[] {
  return lifecycle[action.status].filter((step) => actionObjection(action, step, by, context) === undefined)
}

/**
 * May this person see it? Whoever has a part in it or oversees it, its unit's people, and whoever sees the unit's complaints;
 * never somebody complained about in the case that it follows from.
 */
export function maySeeAction(action: Action, by: PersonId, context: Looking): boolean {
  if (action.respondents.includes(by)) return false
  const { organisation, now } = context
  return (
    mayCarryOut(action, by, context) ||
    overseesAction(action, by, context) ||
    isOfUnit(action.unit, by, context) ||
    mayDo(organisation, by, 'seeList', subjectOf(action), now)
  )
}

/** Service quality, and whoever grants more time: they look over the actions of the whole branch. */
export function overseesAction(place: Place, by: PersonId, context: Looking): boolean {
  return !place.respondents.includes(by) && isOverseer(place, by, context)
}

/** May this person begin an action there? Service quality and the committee anywhere in the branch, a unit in itself. */
export function mayBegin(place: Place, by: PersonId, context: Looking): boolean {
  return isOverseer(place, by, context) || isOfUnit(place.unit, by, context)
}

/** May this person begin an action in some unit of their own, or of their branch? */
export function mayBeginSomewhere(by: PersonId, context: Looking): boolean {
  const { organisation, now } = context
  return postsOf(organisation, by, now).some(({ unit }) => {
    const branch = branchOf(organisation, unit)?.id
    return branch !== undefined && mayBegin({ branch, unit, respondents: [] }, by, context)
  })
}

const mayStep: Record<ActionStep, (action: Action, by: PersonId, context: Looking) => boolean> = {
  finish: mayCarryOut,
  askExtension: mayCarryOut,
  answerExtension: isApprover,
  handOverAction: (action, by, context) =>
    isServiceQuality(action, by, context) || headsUnit(action.unit, by, context),
  cancelAction: isApprover,
  rejectEvidence: isServiceQuality,
  checkEffect: isServiceQuality,
}

/** Once the due has passed the action is overdue, and stays so. */
function isOverdue({ due }: Action, { now }: Looking): boolean {
  return Temporal.Instant.compare(due, now) < 0
}

/** Nobody judges what is their own: neither its owner nor whoever asked or finished. */
function isOwn(action: Action, step: ActionStep, by: PersonId, { organisation, now }: Looking): boolean {
  const own: Partial<Record<ActionStep, readonly (PersonId | undefined)[]>> = {
    answerExtension: [action.owner, waitingExtension(action)?.by],
    cancelAction: [action.owner],
    rejectEvidence: [action.owner, action.finishes.at(-1)?.by],
    checkEffect: [action.owner, action.finishes.at(-1)?.by],
  }
  const acting = actsAs(organisation, by, now)
  return own[step]?.some((person) => person !== undefined && acting.includes(person)) === true
}

/** The owner or who stands in for them, and the head of the unit; whoever has left the bank may nothing. */
function mayCarryOut({ owner, unit }: Action, by: PersonId, context: Looking): boolean {
  const { organisation, now } = context
  if (postsOf(organisation, by, now).length === 0) return false
  return actsAs(organisation, by, now).includes(owner) || headsUnit(unit, by, context)
}

function isOfUnit(unit: UnitId, by: PersonId, context: Looking): boolean {
  const { organisation, now } = context
  return headsUnit(unit, by, context) || liaisonOf(organisation, unit, now).includes(by)
}

function headsUnit(unit: UnitId, by: PersonId, { organisation, now }: Looking): boolean {
  return unitHeadOf(organisation, unit, now).includes(by)
}

/** Service quality finds root causes and holds to account (source rules, duty 1 of the department). */
function isServiceQuality(place: Place, by: PersonId, { organisation, now }: Looking): boolean {
  return mayDo(organisation, by, 'verdictPropose', subjectOf(place), now)
}

/** Who grants more time, or lets it be: the service quality head, the committee. */
function isApprover(place: Place, by: PersonId, { organisation, now }: Looking): boolean {
  const subject = subjectOf(place)
  return (['approveExtension', 'verdict'] as const).some((right) =>
    mayDo(organisation, by, right, subject, now),
  )
}

function isOverseer(place: Place, by: PersonId, context: Looking): boolean {
  return isServiceQuality(place, by, context) || isApprover(place, by, context)
}

/** What the rights matrix needs to know of an action. */
function subjectOf({ branch, unit, respondents }: Place): Subject {
  return { branch, outlet: unit, handlingUnit: unit, level: 'L3', filedBy: '', respondents: [...respondents] }
}
