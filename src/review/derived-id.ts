import { createHash } from 'node:crypto'

/** An id made from a name: whoever begins a matter twice under the same name begins it once. In the form of a UUID. */
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

/** The id of the action that follows from a meeting's verdict on a complaint. */
export function actionIdOf(reviewId: string, complaintId: string): string {
  return derivedId(`action:${reviewId}:${complaintId}`)
}

/** The id of a branch's regular meeting of a month (`2026-03`): there is one. */
export function regularReviewId(branch: string, month: string): string {
  return derivedId(`review:${branch}:${month}`)
}
