import { Refusal } from '../../matter/refusal.ts'
import { kindCalled } from '../matter-faces.ts'
import { openMatter } from './cases.ts'
import { type ActionArgs, actionGesture } from './gesture.ts'
import { guarded } from './guarded.ts'
import type { Listening } from './house.ts'
import { readPlace } from './read-step-action.ts'
import { valueOf } from './value-of.ts'

/** `look:<kind>:…`: the card of now of a matter of any kind, or of something inside it; see `lookButton`. */
export async function lookAt(house: Listening, args: ActionArgs): Promise<void> {
  const gesture = actionGesture(args)
  await guarded(house, gesture, async (asker) => {
    const [, kind] = args.action.action_id.split(':')
    const matter = kindCalled(kind)
    if (!matter) throw new Refusal('not-now')
    const { id, inner } = readPlace(valueOf(args.action))
    const seen = await openMatter(house, asker, { matter, id, ...(inner && { inner }) })
    await gesture.say(await seen.card(asker.reader, inner))
  })
}
