import { derivedId } from '../matter/derived-id.ts'
import type { UnitId } from '../organisation/organisation.ts'

/** The id of the one fund that a branch has in a year. */
export function fundIdOf(branch: UnitId, year: number): string {
  return derivedId(`fund:${branch}:${year}`)
}
