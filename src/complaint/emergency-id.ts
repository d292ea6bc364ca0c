import { createHash } from 'node:crypto'

/** The id of the emergency that this complaint forms: derived, so that forming it twice is forming it once. */
export function emergencyIdOf(complaintId: string): string {
  const hex = createHash('sha256').update(`emergency:${complaintId}`).digest('hex')
  return [
    hex.slice(0, 8),
    hex.slice(8, 12),
    `8${hex.slice(13, 16)}`,
    `8${hex.slice(17, 20)}`,
    hex.slice(20, 32),
  ].join('-')
}
