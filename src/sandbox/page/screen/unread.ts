import type { ConversationTold, MessageTold } from '../../serve/told.ts'
import { kept, keyOf } from '../kept.ts'

/** Is this one of the notices that Slack makes itself, as about a topic or somebody who joined? */
export function isNotice({ subtype }: MessageTold): boolean {
  return subtype !== undefined && /^(channel|group|im)_|^(pinned_item|bot_add|bookmark_)/.test(subtype)
}

/** Does somebody else's message stand there since this person last looked? */
export function isUnread(
  conversation: ConversationTold,
  person: string,
  readUntil: string | undefined,
): boolean {
  return conversation.messages.some((message) => isNewTo(message, person, readUntil ?? '0'))
}

/** Was this message written by somebody else since then? */
export function isNewTo(message: MessageTold, person: string, readUntil: string): boolean {
  return message.from !== person && !isNotice(message) && Number(message.ts) > Number(readUntil)
}

/** Remembers that this person has seen the conversation as it is now. */
export function markRead(person: string, { id, messages }: ConversationTold): void {
  const key = keyOf(person, id)
  const last = messages.reduce((latest, { ts }) => (Number(ts) > Number(latest) ? ts : latest), '0')
  if (Number(kept.get().read[key] ?? '0') >= Number(last)) return
  kept.change((before) => ({ ...before, read: { ...before.read, [key]: last } }))
}
