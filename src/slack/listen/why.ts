import { whyMessage } from '../view/why.ts'
import { openCase } from './cases.ts'
import { type ActionArgs, actionGesture } from './gesture.ts'
import { guarded } from './guarded.ts'
import type { Listening } from './house.ts'
import { valueOf } from './value-of.ts'

/** Every due time with the sum that proves it. */
export async function whyButton(house: Listening, args: ActionArgs): Promise<void> {
  const gesture = actionGesture(args)
  await guarded(house, gesture, async (asker) => {
    const { complaint, view } = await openCase(house, asker, valueOf(args.action))
    await gesture.say(whyMessage(complaint, asker.reader, view))
  })
}
