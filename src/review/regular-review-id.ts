import { derivedId } from '../matter/derived-id.ts'

/** The id of a branch's regular meeting of a month (`2026-03`): there is one. */
export function regularReviewId(branch: string, month: string): string {
  return derivedId(`review:${branch}:${month}`)
}
