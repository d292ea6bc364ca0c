import { derivedId } from '../matter/derived-id.ts'

/**
 * The id of the nth emergency that this complaint forms: derived, so that forming it twice is forming it once. Raised to level 1
 * again after the group has gone home, it forms the next one.
 */
export function emergencyIdOf(complaintId: string, nth = 1): string {
  return derivedId(nth === 1 ? `emergency:${complaintId}` : `emergency:${complaintId}:${nth}`)
}
