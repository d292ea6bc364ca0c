import { derivedId } from '../matter/derived-id.ts'

/** The id of the action that follows from a meeting's verdict on a complaint. */
export function actionIdOf(reviewId: string, complaintId: string): string {
  return derivedId(`action:${reviewId}:${complaintId}`)
}
