import { createHash } from 'node:crypto'

/**
 * The id of the nth emergency that this complaint forms: derived, so that forming it twice is forming it once. Raised to level 1
 * again after the group has gone home, it forms the next one.
 */
export function emergencyIdOf(complaintId: string, nth = 1): string {
  const name = nth === 1 ? `emergency:${complaintId}` : `emergency:${complaintId}:${nth}`
  const hex = createHash('sha256').update(name).digest('hex')
  return [
    hex.slice(0, 8),
    hex.slice(8, 12),
    `8${hex.slice(13, 16)}`,
    `8${hex.slice(17, 20)}`,
    hex.slice(20, 32),
  ].join('-')
}
