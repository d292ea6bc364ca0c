import { allOnDuty } from './away.ts'
import type { Organisation, PersonId, Unit, UnitId } from './organisation.ts'
import { holders } from './posts-of.ts'
import { nearest } from './unit-people.ts'
import { isWithin } from './unit-path.ts'

/**
 * Who is the unit's complaint liaison? Where the unit has none there, the liaison of the next unit up inside its branch;
 * the gap itself is told by `unitsWithoutLiaison`.
 */
export function liaisonOf(org: Organisation, unit: UnitId, at: Temporal.Instant): readonly PersonId[] {
  return nearest(org, 'LIA', unit, at)
}

/**
 * Who is the liaison of the business line, that is of the branch's departments which answer for this business type
 * (list B of the policy pack)? Nobody when no department answers for it.
 */
export function businessLiaisonOf(
  org: Organisation,
  branch: UnitId,
  businessCode: string,
  at: Temporal.Instant,
): readonly PersonId[] {
  const departments = org.document.units.filter(
    (unit) => unit.business?.includes(businessCode) === true && isWithin(org, unit.id, branch),
  )
  const liaisons = departments.flatMap(({ id }) => holders(org, { role: 'LIA', unit: id }, at))
  return allOnDuty(org, liaisons, at)
}

/**
 * Which units have named no liaison? Every outlet, sub-branch and department must name one; head office, regions and
 * branches as such are made of departments, and a committee is a body and no department. Leave leaves no gap: the
 * liaison is named all the same.
 */
export function unitsWithoutLiaison(org: Organisation, at: Temporal.Instant): readonly Unit[] {
  return org.document.units.filter(
    (unit) => needsLiaison(unit) && holders(org, { role: 'LIA', unit: unit.id }, at).length === 0,
  )
}

function needsLiaison({ level, function: fn }: Unit): boolean {
  return fn !== 'committee' && (level === 'OUTLET' || level === 'SUBBRANCH' || level === 'DEPARTMENT')
}
