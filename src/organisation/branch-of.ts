import type { Organisation, Unit, UnitId } from './organisation.ts'
import { pathUp } from './unit-path.ts'

/** The branch that the unit is, or belongs to; undefined for head office, regions and what stands directly under them. */
export function branchOf(org: Organisation, unit: UnitId): Unit | undefined {
  return pathUp(org, unit).find(({ level }) => level === 'BRANCH')
}

/** The region that the unit is, or belongs to; undefined where the bank has none there. */
export function regionOf(org: Organisation, unit: UnitId): Unit | undefined {
  return pathUp(org, unit).find(({ level }) => level === 'REGION')
}

/**
 * How far does a post in this unit reach when its right is "all cases": the whole branch, else the whole region, else
 * the whole bank. Undefined for a unit that no longer exists.
 */
export function reachOf(org: Organisation, unit: UnitId): Unit | undefined {
  return branchOf(org, unit) ?? regionOf(org, unit) ?? pathUp(org, unit).at(-1)
}
