import { Refusal } from '../../matter/refusal.ts'
import { type ActionArgs, actionGesture } from './gesture.ts'
import { guarded } from './guarded.ts'
import type { Listening } from './house.ts'

/** A button that no listener knows: a message of an earlier version keeps its buttons for ever. It no longer fits, and says so. */
export async function unknownButton(house: Listening, args: ActionArgs): Promise<void> {
  await guarded(house, actionGesture(args), () => Promise.reject(new Refusal('not-now')))
}
