import { type MatterKind, matterKinds } from '../matter/effect.ts'
import { actionFace } from './face/action.ts'
import { complaintFace } from './face/complaint.ts'
import { emergencyFace } from './face/emergency.ts'
import type { Face } from './face/face.ts'
import { fundFace } from './face/fund.ts'
import { reviewFace } from './face/review.ts'

/** How every kind of matter shows itself in Slack. A sixth kind is a sixth line. */
export const matterFaces: readonly Face[] = [complaintFace, emergencyFace, fundFace, actionFace, reviewFace]

/** The face of this kind. Throws where the table above has none. */
export function faceOf(kind: MatterKind): Face {
  const face = matterFaces.find((each) => each.kind === kind)
  if (!face)
    throw new Error(`Matters of the kind "${kind}" have no face in Slack; add a line to matter-faces.ts.`)
  return face
}

/** Which kind of matter is this the name of? Undefined for a name of an earlier version. */
export function kindCalled(name: string | undefined): MatterKind | undefined {
  return matterKinds.find((kind) => kind === name)
}

/** `E2026-001`, `F2026-007`: whose number is it, and in which form does its `find` look for it? */
export function readMatterNumber(
  text: string,
): { readonly matter: MatterKind; readonly number: string } | undefined {
  for (const { kind, numbers } of matterFaces) {
    const number = numbers?.read(text)
    if (number !== undefined) return { matter: kind, number }
  }
  return undefined
}
