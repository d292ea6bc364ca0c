import type { Outcome } from '../../matter/outcome.ts'
import { findCard } from '../../store/slack-message.ts'
import type { Message } from '../view/blocks.ts'
import { type Sending, type Sent, channelReader } from './house.ts'
import { inOwnChannel } from './in-own-channel.ts'
import { doneWith } from './done-with.ts'
import { refusedWith } from './outcome-of.ts'
import { pinMessage } from './post.ts'
import { postOnce } from './post-once.ts'
import type { Scene } from './scene.ts'

/** The card was deleted: then a new one is posted. */
const gone = ['message_not_found', 'cant_update_message']

/**
 * The channel shows the state of now: its topic where that changed, and its pinned card, which is changed in place. Where
 * there is no card yet, or somebody deleted it, one is posted, pinned, and bookmarked.
 */
export async function refresh(
  sending: Sending,
  sent: Sent,
  { scene, stream }: { scene: Scene; stream: string },
): Promise<Outcome> {
  return inOwnChannel(sending, scene, async (channel, room) => {
    const reader = channelReader(sending.channelLanguage, scene.view)
    const message = await scene.card(reader)
    const card = await findCard(sending.db, stream)
    const standing = card?.channel === channel && (await isUpdated(sending, card, message))
    const posted = standing
      ? undefined
      : await postCard(sending, sent, { channel, message, title: scene.number })
    await setTopic(sending, channel, room.topic(reader.language))
    return posted ? doneWith(posted) : { kind: 'done' }
  })
}

async function isUpdated(
  { client }: Sending,
  { channel, ts }: { channel: string; ts: string },
  message: Message,
): Promise<boolean> {
  return (await refusedWith(client.chat.update({ channel, ts, ...message }), gone)) === undefined
}

async function postCard(
  sending: Sending,
  sent: Sent,
  { channel, message, title }: { channel: string; message: Message; title: string },
) {
  const posted = await postOnce(sending, sent, { to: { channel }, message, part: 'card' })
  await pinMessage(sending, posted)
  await bookmark(sending, posted, title)
  return posted
}

/** One bookmark, to the card: a deep link for whoever comes late. */
async function bookmark(
  { client }: Sending,
  { channel, ts }: { channel: string; ts: string },
  title: string,
): Promise<void> {
  const { permalink } = await client.chat.getPermalink({ channel, message_ts: ts })
  if (permalink === undefined) throw new Error('Slack gave no link to a message that it has just taken.')
  const { bookmarks = [] } = await client.bookmarks.list({ channel_id: channel })
  const ours = bookmarks.find((each) => each.title === title)
  if (ours?.link === permalink) return
  if (ours?.id !== undefined) {
    await client.bookmarks.edit({ channel_id: channel, bookmark_id: ours.id, link: permalink })
    return
  }
  await client.bookmarks.add({
    channel_id: channel,
    title,
    type: 'link',
    link: permalink,
    emoji: ':pushpin:',
  })
}

/** Setting a topic posts a line in the channel, so it is set only where it differs. */
export async function setTopic({ client, topics }: Sending, channel: string, topic: string): Promise<void> {
  if (topics.get(channel) === topic) return
  const { channel: info } = await client.conversations.info({ channel })
  if (unescaped(info?.topic?.value ?? '') !== topic) await client.conversations.setTopic({ channel, topic })
  topics.set(channel, topic)
}

function unescaped(text: string): string {
  return text.replaceAll('&lt;', '<').replaceAll('&gt;', '>').replaceAll('&amp;', '&')
}
