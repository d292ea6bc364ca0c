import { scrub } from '../../vault/scrub.ts'
import { viewHouse } from '../view-house.ts'
import { nameOf } from '../view/names.ts'
import { openFiling } from './file.ts'
import { type ShortcutArgs, shortcutGesture } from './gesture.ts'
import { guarded } from './guarded.ts'
import type { Asker, Listening } from './house.ts'
import { mentionedIn, plainMessage } from './plain-message.ts'

/** The global shortcut: files a complaint from anywhere. */
export async function fileShortcut(house: Listening, args: ShortcutArgs): Promise<void> {
  const gesture = shortcutGesture(args)
  await guarded(house, gesture, (asker) => openFiling(house, gesture, asker))
}

/** The shortcut on a message: its text, scrubbed, is what happened. */
export async function fileFromMessage(house: Listening, args: ShortcutArgs): Promise<void> {
  const gesture = shortcutGesture(args)
  const { shortcut } = args
  const told = shortcut.type === 'message_action' ? (shortcut.message.text ?? '') : ''
  await guarded(house, gesture, (asker) =>
    openFiling(house, gesture, asker, async () => ({ story: scrub(await read(house, asker, told)).text })),
  )
}

async function read(house: Listening, { reader }: Asker, text: string): Promise<string> {
  const view = await viewHouse(house)
  const mentioned = await Promise.all(
    mentionedIn(text).map(async (user) => [user, await house.directory.byUser(user)] as const),
  )
  const people = new Map(mentioned)
  return plainMessage(text, (user) => {
    const known = people.get(user)
    return known && nameOf(known.person, reader.language, view)
  })
}
