import { reachOf } from './branch-of.ts'
import { localDate } from './local-date.ts'
import type { MatrixRole, Right } from './matrix.ts'
import type { Organisation, PersonId, PostDuty, UnitId } from './organisation.ts'
import type { RightsLimits, Subject } from './subject.ts'
import { isWithin } from './unit-path.ts'

/** A person in one role: of a post in a unit, or (without a unit) of the case itself. */
export interface Hat {
  readonly person: PersonId
  readonly role: MatrixRole
  readonly unit?: UnitId
  readonly duty?: PostDuty
}

/** The case that is asked about, when, and under which numbers of the policy. */
export interface Question {
  readonly org: Organisation
  readonly subject: Subject
  readonly at: Temporal.Instant
  readonly limits: RightsLimits
}

/** Does a right of the matrix, held under this hat, reach this case: its place, its level, its amount, its age? */
export function covers(right: Right, hat: Hat, question: Question): boolean {
  const { level } = question.subject
  if (right.levels && !right.levels.includes(level)) return false
  if (right.endsAfterClosure === true && isPastGrace(question)) return false
  return isInBand(right, question) && isWhere[right.where](right, hat, question)
}

const isWhere: Record<Right['where'], (right: Right, hat: Hat, question: Question) => boolean> = {
  anywhere: () => true,
  reach: (_right, hat, question) => isInReach(hat, question),
  passedUp: (_right, hat, question) =>
    question.subject.escalatedToHeadOffice === true && isInReach(hat, question),
  filed: (_right, { person }, { subject }) => subject.filedBy === person,
  department: (_right, { unit }, { org, subject }) => isAnyWithin(org, [subject.handlingUnit], unit),
  own: (right, hat, question) =>
    isOwn(hat, question) || (right.supporting === true && isSupporting(hat, question)),
}

function isInReach({ unit }: Hat, { org, subject }: Question): boolean {
  const reach = unit === undefined ? undefined : reachOf(org, unit)
  return reach !== undefined && isWithin(org, subject.branch, reach.id)
}

/**
 * Own, role by role. Outlet manager and unit head: the outlet complained about or the handling unit is theirs or below
 * theirs. Liaison, service quality officer and head: the handling unit is; or, for the latter two, they own the case.
 * Roles of the case: the case itself.
 */
function isOwn({ person, role, unit }: Hat, { org, subject }: Question): boolean {
  if (unit === undefined) return true
  const { outlet, handlingUnit, owner } = subject
  if (role === 'OCM') return isAnyWithin(org, [outlet, handlingUnit], unit)
  if (role === 'SBH') return isHeadedUnit(org, unit) && isAnyWithin(org, [outlet, handlingUnit], unit)
  if ((role === 'SQO' || role === 'SQH') && owner === person) return true
  return isAnyWithin(org, [handlingUnit], unit)
}

function isSupporting({ unit }: Hat, { org, subject }: Question): boolean {
  return isAnyWithin(org, subject.supportUnits ?? [], unit)
}

function isAnyWithin(
  org: Organisation,
  units: readonly (UnitId | undefined)[],
  ancestor: UnitId | undefined,
): boolean {
  if (ancestor === undefined) return false
  return units.some((unit) => unit !== undefined && isWithin(org, unit, ancestor))
}

/** A unit head heads an outlet, a sub-branch or a department; a post on the branch itself makes no case one's own. */
function isHeadedUnit(org: Organisation, unit: UnitId): boolean {
  const level = org.units.get(unit)?.level
  return level === 'OUTLET' || level === 'SUBBRANCH' || level === 'DEPARTMENT'
}

function isInBand({ upTo, over }: Right, { subject: { amount }, limits: { fundUpTo } }: Question): boolean {
  if (upTo === undefined && over === undefined) return true
  if (amount === undefined) return false
  return (over === undefined || amount > fundUpTo[over]) && (upTo === undefined || amount <= fundUpTo[upTo])
}

function isPastGrace({ org, subject: { closedAt }, at, limits }: Question): boolean {
  if (!closedAt) return false
  const days = limits.revealDaysAfterClosure
  const last = Temporal.PlainDate.from(localDate(org, closedAt)).add({ days })
  return localDate(org, at) > last.toString()
}
