import { createHash } from 'node:crypto'

/** The UUID that belongs to a name such as `fund:branch-moumou:2026`: always the same, so that beginning it twice is once. */
export function derivedId(name: string): string {
  const hex = createHash('sha256').update(name).digest('hex')
  return [
    hex.slice(0, 8),
    hex.slice(8, 12),
    `8${hex.slice(13, 16)}`,
    `8${hex.slice(17, 20)}`,
    hex.slice(20, 32),
  ].join('-')
}
