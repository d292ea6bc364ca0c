import { Refusal } from '../../matter/refusal.ts'
import { openMatter } from './cases.ts'
import { type ActionArgs, actionGesture } from './gesture.ts'
import { guarded } from './guarded.ts'
import type { Listening } from './house.ts'
import { listPage, readToken } from './list-page.ts'
import { valueOf } from './value-of.ts'

/** `open:<id>` in a list, `show` under a notice: the card of now. */
export async function openButton(house: Listening, args: ActionArgs): Promise<void> {
  const gesture = actionGesture(args)
  await guarded(house, gesture, async (asker) => {
    const seen = await openMatter(house, asker, { matter: 'complaint', id: valueOf(args.action) })
    await gesture.say(await seen.card(asker.reader))
  })
}

/** `page:<token>`: another page in the place of this one. */
export async function pageButton(house: Listening, args: ActionArgs): Promise<void> {
  const gesture = actionGesture(args)
  await guarded(house, gesture, async (asker) => {
    const query = readToken(valueOf(args.action))
    if (!query) throw new Refusal('not-now')
    await gesture.replace(await listPage(house, asker, query))
  })
}
