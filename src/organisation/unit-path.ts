import type { Organisation, Unit, UnitFunction, UnitId } from './organisation.ts'

/** The unit itself first, then each unit above it, up to head office. Empty for a unit that no longer exists. */
export function pathUp(org: Organisation, unit: UnitId): readonly Unit[] {
  return org.paths.get(unit) ?? []
}

/** Is the unit this ancestor itself, or anywhere below it? */
export function isWithin(org: Organisation, unit: UnitId, ancestor: UnitId): boolean {
  return pathUp(org, unit).some(({ id }) => id === ancestor)
}

/** The path up as far as the branch: a gap inside a branch must never fall on head office by accident. */
export function pathInBranch(org: Organisation, unit: UnitId): readonly Unit[] {
  const path = pathUp(org, unit)
  const branch = path.findIndex(({ level }) => level === 'BRANCH')
  return branch === -1 ? path : path.slice(0, branch + 1)
}

/** The first unit of the document with this function inside `under`, such as the compliance department of a branch. */
export function unitWithFunction(org: Organisation, fn: UnitFunction, under: UnitId): Unit | undefined {
  return org.document.units.find((unit) => unit.function === fn && isWithin(org, unit.id, under))
}
