import { actsAs } from './away.ts'
import { liaisonOf } from './liaison.ts'
import type { Organisation, PersonId, UnitId } from './organisation.ts'
import { postsOf } from './posts-of.ts'
import { unitHeadOf } from './unit-people.ts'
import { isWithin, unitWithFunction } from './unit-path.ts'

/** Whom to tell in the branch's finance department: its liaison first, then its head, or who stands in for them. */
export function financeOf(org: Organisation, branch: UnitId, at: Temporal.Instant): readonly PersonId[] {
  const department = unitWithFunction(org, 'finance', branch)
  if (!department) return []
  return [...new Set([...liaisonOf(org, department.id, at), ...unitHeadOf(org, department.id, at)])]
}

/** Does this person work in the branch's finance department, or stand in for somebody who does? */
export function isInFinance(
  org: Organisation,
  person: PersonId,
  branch: UnitId,
  at: Temporal.Instant,
): boolean {
  const department = unitWithFunction(org, 'finance', branch)
  if (!department) return false
  const posts = actsAs(org, person, at).flatMap((as) => postsOf(org, as, at))
  return posts.some(({ unit }) => isWithin(org, unit, department.id))
}
