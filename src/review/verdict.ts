import { isoOf } from '../matter/iso.ts'
import type { Context } from '../matter/matter.ts'
import { Refusal } from '../matter/refusal.ts'
import { knownCode } from '../matter/known-code.ts'
import type { PersonId, UnitId } from '../organisation/organisation.ts'
import { postsOf } from '../organisation/posts-of.ts'
import { isWithin } from '../organisation/unit-path.ts'
import type { ReviewCommandOf } from './command.ts'
import { isPartial, unitsOf } from './people.ts'
import { type Blame, type FollowingAction, type Review, type ReviewCase, isFault } from './review.ts'
import { votesOn } from './vote.ts'

/** The code of the list `degree` that goes with a verdict of no fault. */
const noDegree = 'none'

/** The code of the list `action` that is none. */
const noAction = 'none'

interface Meeting {
  readonly review: Review
  readonly context: Context
}

/** Service quality's proposal, checked as a verdict is, without votes and action. */
export function proposed(each: ReviewCase, command: ReviewCommandOf<'proposeVerdict'>, meeting: Meeting) {
  const { rootCause, opinion } = command
  knownCode('rootCause', rootCause, meeting.context)
  return {
    ...blameIn(command, meeting.context),
    unit: unitIn(each, command.unit, meeting),
    rootCause,
    ...(opinion !== undefined && { opinion }),
  }
}

/**
 * The verdict with its votes. A fault has a degree above none and an action that follows; no fault has neither degree, nor
 * penalties, nor persons. Whoever gives it is none whose own case the blamed unit makes it.
 */
export function verdictGiven(
  each: ReviewCase,
  command: ReviewCommandOf<'verdict'>,
  { review, by, context }: Meeting & { readonly by: PersonId },
) {
  const { persons, rootCause, rootCauseRemark, opinion } = command
  knownCode('rootCause', rootCause, context)
  const blame = blameIn(command, context)
  const unit = unitIn(each, command.unit, { review, context })
  const units = [...new Set([...unitsOf(each), unit])]
  if (isPartial(by, each, units, context)) throw new Refusal('own-unit', { person: by })
  checkPersons(persons, blame, context)
  const action = actionIn(command, [...persons, ...each.respondents], context)
  if (isFault(blame.fault) && !action) throw new Refusal('actions-missing')
  const votes = votesOn(each, command, { review, units, context })
  return {
    ...blame,
    unit,
    persons,
    rootCause,
    ...(rootCauseRemark !== undefined && { rootCauseRemark }),
    ...(opinion !== undefined && { opinion }),
    ...votes,
    ...(action && { action }),
  }
}

/** The answer to an objection: the verdict stands, or this blame holds instead. */
export function answered(command: ReviewCommandOf<'answerObjection'>, context: Context) {
  const { outcome, remark, fault = '', degree = '', penalties } = command
  if (outcome === 'keep') return { remark }
  return { remark, blame: blameIn({ fault, degree, penalties }, context) }
}

function blameIn({ fault, degree, penalties }: Blame, context: Context) {
  knownCode('responsibility', fault, context)
  knownCode('degree', degree, context)
  for (const penalty of penalties) knownCode('penalty', penalty, context)
  const isNone = degree === noDegree
  if (isFault(fault) === isNone) throw new Refusal('unknown-choice', { list: 'degree', code: degree })
  const [penalty] = penalties
  if (!isFault(fault) && penalty !== undefined)
    throw new Refusal('unknown-choice', { list: 'penalty', code: penalty })
  return { fault, degree, penalties: [...new Set(penalties)] }
}

function unitIn(each: ReviewCase, unit: UnitId | undefined, { review, context }: Meeting): UnitId {
  const blamed = unit ?? each.unit
  if (!isWithin(context.organisation, blamed, review.branch))
    throw new Refusal('unknown-unit', { unit: blamed })
  return blamed
}

/** People who have left may be blamed; people nobody knows may not, nor anybody where the bank is not at fault. */
function checkPersons(persons: readonly PersonId[], { fault }: Blame, { organisation }: Context): void {
  const stranger = persons.find((person) => !isFault(fault) || !organisation.people.has(person))
  if (stranger !== undefined) throw new Refusal('unknown-person', { person: stranger })
}

function actionIn(
  { actionKind: kind, actionTask: task, actionOwner: owner, actionDue }: ReviewCommandOf<'verdict'>,
  blamed: readonly PersonId[],
  context: Context,
): FollowingAction | undefined {
  const { organisation, now } = context
  if (kind === undefined && task === undefined && owner === undefined && actionDue === undefined)
    return undefined
  if (kind === undefined || task === undefined || owner === undefined || actionDue === undefined)
    throw new Refusal('actions-missing')
  if (kind === noAction) throw new Refusal('actions-missing')
  knownCode('action', kind, context)
  if (postsOf(organisation, owner, now).length === 0)
    throw new Refusal('unknown-person', { person: owner, field: 'actionOwner' })
  if (blamed.includes(owner)) throw new Refusal('recused', { person: owner })
  const due = Temporal.Instant.from(actionDue)
  if (Temporal.Instant.compare(due, now) <= 0) throw new Refusal('must-be-later', { field: 'actionDue' })
  return { kind, task, owner, due: isoOf(due) }
}
