import type { Gestures } from '../slack/gestures.ts'
import type { Reader } from '../slack/mrkdwn-text.ts'
import type { SeenConversation, SeenMessage } from '../slack/seen.ts'
import { workspace } from '../slack/workspace.ts'
import { messageTold } from './message-told.ts'
import { homeTold, modalTold } from './modal-told.ts'
import { expectPerson, type Playing } from './playing.ts'
import type { ConversationTold, SightTold } from './told.ts'

/** All that this person sees in Slack now, ready to be drawn. Throws, as an answer 404, where the bank has no such person. */
export async function sightTold(playing: Playing, person: string): Promise<SightTold> {
  expectPerson(playing.organisation, person)
  const { slack } = playing.stage
  const hands = slack.as(person)
  const reader = slack.readerFor(person)
  const { conversations, home, modals } = await hands.sees()
  const seeing = { hands, reader, nameOf: nameIn(playing, reader) }
  return {
    person,
    conversations: conversations.toSorted(bySidebar).map((each) => conversationTold(each, seeing)),
    ...(home && { home: homeTold(home, reader) }),
    modals: modals.map((each) => modalTold(each, reader)),
  }
}

interface Seeing {
  readonly hands: Pick<Gestures, 'chosenIn'>
  readonly reader: Reader
  readonly nameOf: (from: string) => string
}

function conversationTold(conversation: SeenConversation, seeing: Seeing): ConversationTold {
  const { id, kind, topic, purpose, isArchived, members, pins } = conversation
  return {
    id,
    name: kind === 'dm' ? botName : conversation.name,
    kind,
    topic,
    purpose,
    isArchived,
    members,
    bookmarks: conversation.bookmarks.map(({ title, link }) => ({ title, link })),
    pins,
    messages: conversation.messages.map((message) => told(message, seeing)),
  }
}

function told(message: SeenMessage, { hands, reader, nameOf }: Seeing): ConversationTold['messages'][number] {
  return messageTold(message, { reader, chosen: hands.chosenIn(message), name: nameOf(message.from) })
}

const botName = 'Redress'

/** Names as Slack writes them above messages; of a Slack user whom the bank does not know, the id. */
function nameIn({ stage, organisation }: Playing, reader: Reader): (from: string) => string {
  const known = new Set(organisation.people.map(({ id }) => id))
  return (from) => {
    if (from === 'bot') return botName
    if (from === 'slack') return 'Slackbot'
    return known.has(from) ? reader.nameOf(stage.slack.userIdOf(from)) : from
  }
}

/** The channel for everybody, then the others by their newest message, the newest first, then the direct message. */
function bySidebar(one: SeenConversation, other: SeenConversation): number {
  return rankOf(one) - rankOf(other) || newestIn(other) - newestIn(one)
}

function rankOf({ id, kind }: SeenConversation): number {
  if (id === workspace.generalId) return 0
  return kind === 'dm' ? 2 : 1
}

function newestIn({ messages }: SeenConversation): number {
  return Number(messages.at(-1)?.ts ?? 0)
}
