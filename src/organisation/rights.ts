import { actsAs } from './away.ts'
import { regionOf } from './branch-of.ts'
import { committeeOf } from './committee.ts'
import { covers, type Hat } from './covers.ts'
import { liaisonOf } from './liaison.ts'
import {
  type Action,
  type CaseRole,
  caseRoles,
  matrix,
  neverTheAdmin,
  notTheHandler,
  notTheSecretary,
  regionActions,
  type Right,
} from './matrix.ts'
import type { Organisation, PersonId, Post, UnitId } from './organisation.ts'
import { postsOf } from './posts-of.ts'
import { headOfficeSqOf, sqHeadOf, sqOfficersOf } from './service-quality.ts'
import { defaultLimits, type RightsLimits, type Subject } from './subject.ts'
import { outletManagersOf, unitHeadOf } from './unit-people.ts'
import { isWithin } from './unit-path.ts'

export type { Action } from './matrix.ts'
export { defaultLimits } from './subject.ts'
export type { RightsLimits, Subject } from './subject.ts'

/**
 * May this person do this on this case at that instant? A person without a post in force may do nothing; a respondent of
 * the case may do nothing on it; the handler may not approve or make the follow-up call. A deputy who stands in for
 * somebody away has that person's rights beside their own. The lifecycle is not asked: whether it is the time for
 * it, `decide` knows.
 */
export function mayDo(
  org: Organisation,
  person: PersonId,
  action: Action,
  subject: Subject,
  at: Temporal.Instant,
  limits: RightsLimits = defaultLimits,
): boolean {
  if (postsOf(org, person, at).length === 0) return false
  if (isOfCases(action) && isRecused(person, subject)) return false
  if (mustBeAnother(org, person, action, subject, at)) return false
  const hats = hatsOf(org, person, subject, at)
  if (neverTheAdmin.includes(action) && hats.some(({ role }) => role === 'ADM')) return false
  return hats.some((hat) => {
    const right = rightOf(org, hat, action)
    return right !== undefined && covers(right, hat, { org, subject, at, limits })
  })
}

/**
 * May this person ever do this, whichever the case: log a complaint, see any list at all, read reports? Only posts count
 * (their own, and those they stand in for); what comes with a case, such as being its handler, is asked of `mayDo`.
 */
export function mayEver(org: Organisation, person: PersonId, action: Action, at: Temporal.Instant): boolean {
  if (postsOf(org, person, at).length === 0) return false
  const hats = postHats(org, person, at)
  if (neverTheAdmin.includes(action) && hats.some(({ role }) => role === 'ADM')) return false
  return hats.some((hat) => rightOf(org, hat, action) !== undefined)
}

/**
 * May this person send the case to that unit? As `mayDo` with `dispatch`, but a liaison only moves a case inside the
 * department, so the target must lie within it too.
 */
export function mayDispatchTo(
  org: Organisation,
  person: PersonId,
  subject: Subject,
  target: UnitId,
  at: Temporal.Instant,
): boolean {
  if (!mayDo(org, person, 'dispatch', subject, at)) return false
  return hatsOf(org, person, subject, at).some((hat) => {
    const right = rightOf(org, hat, 'dispatch')
    if (!right || !covers(right, hat, { org, subject, at, limits: defaultLimits })) return false
    return right.where !== 'department' || (hat.unit !== undefined && isWithin(org, target, hat.unit))
  })
}

/** Is the person complained about in this case? Then somebody else acts: see `nextInstead`. */
export function isRecused(person: PersonId, subject: Subject): boolean {
  return subject.respondents.includes(person)
}

/** Does the rule ask for somebody else because this person handles the case, or stands in for its handler? */
export function mustBeAnother(
  org: Organisation,
  person: PersonId,
  action: Action,
  subject: Subject,
  at: Temporal.Instant,
): boolean {
  return notTheHandler.includes(action) && isHandler(org, person, subject, at)
}

/**
 * Who may approve the solution, the first to be asked first? L3 the unit head, L2 the service quality head, L1 the
 * committee's director, then its members; never the handler, never a respondent. With nobody left, the next rung:
 * unit head, service quality head, committee, head office. Whoever stands here may `approve` by `mayDo`.
 */
export function approversOf(org: Organisation, subject: Subject, at: Temporal.Instant): readonly PersonId[] {
  const { branch, handlingUnit, outlet, level } = subject
  const rungs = [
    () => unitHeadOf(org, handlingUnit ?? outlet, at),
    () => sqHeadOf(org, branch, at),
    () => voters(org, branch, at),
    () => headOfficeSqOf(org, at),
  ]
  for (const rung of rungs.slice(firstRung[level])) {
    const left = rung().filter((id) => !isRecused(id, subject) && !isHandler(org, id, subject, at))
    if (left.length > 0) return left
  }
  return []
}

/**
 * When this person may not because they are complained about, or because handler and approver must be different people:
 * who may do it instead? The first who may, from the handler up the ladder to head office; undefined if nobody.
 */
export function nextInstead(
  org: Organisation,
  subject: Subject,
  person: PersonId,
  action: Action,
  at: Temporal.Instant,
): PersonId | undefined {
  const { branch, outlet, handler, handlingUnit = outlet } = subject
  const ladder = [
    ...(action === 'approve' ? approversOf(org, subject, at) : []),
    ...(handler === undefined ? [] : [handler]),
    ...outletManagersOf(org, handlingUnit, at),
    ...liaisonOf(org, handlingUnit, at),
    ...unitHeadOf(org, handlingUnit, at),
    ...sqOfficersOf(org, branch, at),
    ...sqHeadOf(org, branch, at),
    ...voters(org, branch, at),
    ...headOfficeSqOf(org, at),
  ]
  return ladder.find((other) => other !== person && mayDo(org, other, action, subject, at))
}

const firstRung = { L3: 0, L2: 1, L1: 2 } as const

function hatsOf(org: Organisation, person: PersonId, subject: Subject, at: Temporal.Instant): readonly Hat[] {
  const fromCase = actsAs(org, person, at).flatMap((as) => caseRolesOf(org, as, subject, at))
  return [...postHats(org, person, at), ...fromCase]
}

function postHats(org: Organisation, person: PersonId, at: Temporal.Instant): readonly Post[] {
  return actsAs(org, person, at).flatMap((as) => postsOf(org, as, at))
}

function caseRolesOf(
  org: Organisation,
  person: PersonId,
  subject: Subject,
  at: Temporal.Instant,
): readonly Hat[] {
  const held: Record<CaseRole, boolean> = {
    HDL: subject.handler === person || subject.offeredTo?.includes(person) === true,
    EMG: subject.emergencyMembers?.includes(person) === true,
    OWN: subject.owner === person,
    APR: subject.approver === person || approversOf(org, subject, at).includes(person),
    INV: subject.broughtIn?.includes(person) === true,
  }
  return caseRoles.filter((role) => held[role]).map((role) => ({ person, role }))
}

function rightOf(org: Organisation, { role, unit, duty }: Hat, action: Action): Right | undefined {
  if (duty === 'secretary' && notTheSecretary.includes(action)) return undefined
  const ofRegion = role === 'HOQ' && unit !== undefined && regionOf(org, unit) !== undefined
  if (ofRegion && !regionActions.includes(action)) return undefined
  return matrix[action][role]
}

function isHandler(org: Organisation, person: PersonId, subject: Subject, at: Temporal.Instant): boolean {
  const { handler } = subject
  return handler !== undefined && actsAs(org, person, at).includes(handler)
}

function voters(org: Organisation, branch: UnitId, at: Temporal.Instant): readonly PersonId[] {
  const { director, members } = committeeOf(org, branch, at)
  return director === undefined ? members : [director, ...members]
}

/** Actions that no case is asked for; recusal does not touch them. */
function isOfCases(action: Action): boolean {
  return !Object.values(matrix[action]).some(({ where }) => where === 'anywhere')
}
