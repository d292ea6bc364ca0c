import type { Ephemeral } from './ephemerals.ts'
import { flagAt, listOf, objectAt, objectsAt, textAt, textsAt, type Json } from './json.ts'
import type { Directory } from './people.ts'
import type { State } from './state.ts'
import { withIds } from './views.ts'
import { workspace } from './workspace.ts'

/** A message as somebody sees it. `from` is a person id, or `bot`. */
export type SeenMessage = {
  readonly surface: 'message'
  readonly channel: string
  readonly ts: string
  readonly from: string
  readonly text: string
  readonly blocks: readonly Json[]
  /** Seen by one person alone. */
  readonly isEphemeral: boolean
  readonly isEdited: boolean
  /** Set on replies: the message they answer. */
  readonly threadTs?: string
  /** Set on notices that Slack makes itself, as channel_topic. */
  readonly subtype?: string
  readonly metadata?: Json
  readonly reactions: readonly string[]
  readonly files: readonly string[]
  /** As the Web API shows it. */
  readonly raw: Json
}

export type SeenConversation = {
  readonly id: string
  readonly name: string
  readonly kind: 'public' | 'private' | 'dm'
  readonly topic: string
  readonly purpose: string
  readonly isArchived: boolean
  /** Person ids, and `bot`. */
  readonly members: readonly string[]
  /** Oldest first; replies follow in the order of time. */
  readonly messages: readonly SeenMessage[]
  /** Timestamps of pinned messages. */
  readonly pins: readonly string[]
  readonly bookmarks: readonly { readonly title: string; readonly link: string; readonly emoji: string }[]
}

export type ConversationReader = {
  /** Every conversation the bot is in or could read, whoever may see it. */
  readonly all: () => Promise<readonly SeenConversation[]>
  /** The same without direct messages of others than this Slack user. */
  readonly near: (userId: string) => Promise<readonly SeenConversation[]>
  readonly reset: () => void
}

type Listing = { readonly version: number; readonly infos: readonly Json[] }

/** Reads conversations back from the emulator; one that has not changed since the last look is not read again. */
export function createConversationReader(state: State, directory: Directory): ConversationReader {
  const known = new Map<string, { readonly version: number; readonly seen: SeenConversation }>()
  let listed: Listing | undefined

  async function list(): Promise<Listing> {
    if (listed?.version === state.version()) return listed
    const version = state.version()
    const types = 'public_channel,private_channel,im'
    const answer = await ask('conversations.list', { types, limit: 1000 })
    listed = { version, infos: objectsAt(answer, 'channels') }
    return listed
  }

  async function read(info: Json, listedAt: number): Promise<SeenConversation> {
    const id = textAt(info, 'id') ?? ''
    const version = state.versionOf(id)
    const earlier = known.get(id)
    if (earlier?.version === version) return earlier.seen
    const seen = await readNow(id, info)
    // What changed after the list was made may have a newer topic than the list says: look again next time.
    if (version <= listedAt) known.set(id, { version, seen })
    return seen
  }

  async function readNow(id: string, info: Json): Promise<SeenConversation> {
    const isDirect = flagAt(info, 'is_im')
    const [members, messages, pins, bookmarks] = await Promise.all([
      ask('conversations.members', { channel: id }),
      messagesOf(id),
      isDirect ? {} : ask('pins.list', { channel: id }),
      isDirect ? {} : ask('bookmarks.list', { channel_id: id }),
    ])
    return {
      id,
      name: textAt(info, 'name') ?? '',
      kind: isDirect ? 'dm' : flagAt(info, 'is_private') ? 'private' : 'public',
      topic: textIn(info, 'topic'),
      purpose: textIn(info, 'purpose'),
      isArchived: flagAt(info, 'is_archived'),
      members: textsAt(members, 'members').map((userId) => personOf(directory, userId)),
      messages,
      pins: objectsAt(pins, 'items').map((item) => textAt(objectAt(item, 'message') ?? {}, 'ts') ?? ''),
      bookmarks: objectsAt(bookmarks, 'bookmarks').map(seenBookmark),
    }
  }

  async function messagesOf(channel: string): Promise<readonly SeenMessage[]> {
    const history = await ask('conversations.history', { channel, limit: 1000 })
    const roots = objectsAt(history, 'messages')
    const threads = await Promise.all(
      roots
        .filter((message) => Number(message['reply_count'] ?? 0) > 0)
        .map((message) => ask('conversations.replies', { channel, ts: message['ts'] })),
    )
    const replies = threads.flatMap((thread) => objectsAt(thread, 'messages').slice(1))
    return [...roots, ...replies].map((message) => seenMessage(directory, channel, message)).toSorted(byTime)
  }

  async function ask(method: string, args: Json): Promise<Json> {
    return state.call(method, args, 'reader')
  }

  return {
    async all() {
      const { infos, version } = await list()
      return Promise.all(infos.map((info) => read(info, version)))
    },
    async near(userId) {
      const { infos, version } = await list()
      const mine = infos.filter((info) => !flagAt(info, 'is_im') || info['user'] === userId)
      return Promise.all(mine.map((info) => read(info, version)))
    },
    reset() {
      known.clear()
      listed = undefined
    },
  }
}

/** Orders messages by time, the oldest first. */
export function byTime(one: { readonly ts: string }, other: { readonly ts: string }): number {
  return Number(one.ts) - Number(other.ts)
}

/** Our id for a Slack user: a person's id, `bot`, or Slack's id where it is neither. */
export function personOf(directory: Directory, userId: string): string {
  if (userId === workspace.botUserId) return 'bot'
  return directory.byUserId(userId)?.id ?? userId
}

function seenMessage(directory: Directory, channel: string, message: Json): SeenMessage {
  const ts = textAt(message, 'ts') ?? ''
  const threadTs = textAt(message, 'thread_ts')
  const subtype = textAt(message, 'subtype')
  const metadata = objectAt(message, 'metadata')
  const blocks = objectsAt(withIds(message, ts), 'blocks')
  return {
    surface: 'message',
    channel,
    ts,
    from: personOf(directory, textAt(message, 'user') ?? ''),
    text: textAt(message, 'text') ?? '',
    blocks,
    isEphemeral: false,
    isEdited: objectAt(message, 'edited') !== undefined,
    ...(threadTs && threadTs !== ts ? { threadTs } : {}),
    ...(subtype ? { subtype } : {}),
    ...(metadata ? { metadata } : {}),
    reactions: objectsAt(message, 'reactions').map((reaction) => textAt(reaction, 'name') ?? ''),
    files: objectsAt(message, 'files').map((file) => textAt(file, 'title') ?? textAt(file, 'name') ?? ''),
    raw: message['blocks'] === undefined ? message : { ...message, blocks },
  }
}

/** An ephemeral message as its one reader sees it. */
export function seenEphemeral(ephemeral: Ephemeral): SeenMessage {
  return {
    surface: 'message',
    channel: ephemeral.channel,
    ts: ephemeral.ts,
    from: ephemeral.by === 'slack' ? 'slack' : 'bot',
    text: ephemeral.text,
    blocks: listOf(withIds({ blocks: ephemeral.blocks }, ephemeral.ts)['blocks']),
    isEphemeral: true,
    isEdited: false,
    ...(ephemeral.threadTs ? { threadTs: ephemeral.threadTs } : {}),
    reactions: [],
    files: [],
    raw: { type: 'message', ts: ephemeral.ts, text: ephemeral.text },
  }
}

function textIn(info: Json, key: string): string {
  return textAt(objectAt(info, key) ?? {}, 'value') ?? ''
}

function seenBookmark(bookmark: Json): SeenConversation['bookmarks'][number] {
  return {
    title: textAt(bookmark, 'title') ?? '',
    link: textAt(bookmark, 'link') ?? '',
    emoji: textAt(bookmark, 'emoji') ?? '',
  }
}
