import { liaisonOf } from './liaison.ts'
import type { Organisation, PersonId, UnitId } from './organisation.ts'
import { unitHeadOf } from './unit-people.ts'
import { unitWithFunction } from './unit-path.ts'

/** Whom to tell in the branch's compliance department: its liaison first, then its head, or who stands in for them. */
export function complianceOf(org: Organisation, branch: UnitId, at: Temporal.Instant): readonly PersonId[] {
  const department = unitWithFunction(org, 'compliance', branch)
  if (!department) return []
  return [...new Set([...liaisonOf(org, department.id, at), ...unitHeadOf(org, department.id, at)])]
}
