import { allOnDuty } from './away.ts'
import type { Organisation, PersonId, PostRole, UnitId } from './organisation.ts'
import { holders } from './posts-of.ts'
import { pathInBranch } from './unit-path.ts'

/**
 * Who are the complaint managers of this outlet? Those of the next unit up that has one there, when the outlet has none;
 * nobody for a department. Away persons are replaced by who stands in, or left out.
 */
export function outletManagersOf(
  org: Organisation,
  outlet: UnitId,
  at: Temporal.Instant,
): readonly PersonId[] {
  return nearest(org, 'OCM', outlet, at)
}

/**
 * Who heads this unit: the sub-branch head for an outlet, the department head for a department; else the head of the
 * next unit up, no higher than the branch. Away heads are replaced by who stands in; with nobody there, one unit up.
 */
export function unitHeadOf(org: Organisation, unit: UnitId, at: Temporal.Instant): readonly PersonId[] {
  return nearest(org, 'SBH', unit, at)
}

/** The holders of a role in the nearest unit, from this one up to its branch, where somebody answers for it. */
export function nearest(
  org: Organisation,
  role: PostRole,
  unit: UnitId,
  at: Temporal.Instant,
): readonly PersonId[] {
  for (const { id } of pathInBranch(org, unit)) {
    const found = allOnDuty(org, holders(org, { role, unit: id }, at), at)
    if (found.length > 0) return found
  }
  return []
}
