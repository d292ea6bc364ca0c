import type { ConversationsHistoryResponse } from '@slack/web-api'
import type { PostedMessage } from '../../matter/outcome.ts'
import { findSlackMessage } from '../../store/slack-message.ts'
import type { Message } from '../view/blocks.ts'
import type { Sending, Sent } from './house.ts'

/** A user's id (a direct message) or a channel's. */
export type Target = { readonly user: string } | { readonly channel: string }

/** The type of the metadata that carries an effect's id; visible to every app of the workspace, so it holds nothing else. */
const eventType = 'redress_outbox'
/** As far back as a post of an effect's earlier try can lie. */
const lookBack = 200

/**
 * Posts a message of this effect exactly once. On a second try it looks first: Slack may have posted it and only the
 * answer was lost (Slack has no idempotency key, `STACK.md` 6.4).
 */
export async function postOnce(
  sending: Sending,
  sent: Sent,
  { to, message, part }: { to: Target; message: Message; part: PostedMessage['part'] },
): Promise<PostedMessage> {
  const known = sent.attempts > 1 ? await alreadyPosted(sending, sent, to) : undefined
  if (known) return { part, ...known }
  const channel = 'user' in to ? to.user : to.channel
  const posted = await sending.client.chat.postMessage({
    channel,
    ...message,
    metadata: { event_type: eventType, event_payload: { k: sent.id } },
    unfurl_links: false,
    unfurl_media: false,
  })
  if (posted.channel === undefined || posted.ts === undefined) {
    throw new Error(`Slack took the message of effect ${sent.id} and did not say where it stands.`)
  }
  return { part, channel: posted.channel, ts: posted.ts }
}

async function alreadyPosted(sending: Sending, { id }: Sent, to: Target) {
  const stored = await findSlackMessage(sending.db, id)
  if (stored) return stored
  const channel = 'channel' in to ? to.channel : await directChannel(sending, to.user)
  const history = await sending.client.conversations.history({
    channel,
    limit: lookBack,
    include_all_metadata: true,
  })
  const ts = (history.messages ?? []).find((message) => carries(message, id))?.ts
  return ts === undefined ? undefined : { channel, ts }
}

async function directChannel({ client }: Sending, user: string): Promise<string> {
  const { channel } = await client.conversations.open({ users: user })
  if (channel?.id === undefined) throw new Error('Slack opened a direct message and did not say which one.')
  return channel.id
}

type HistoryMessage = NonNullable<ConversationsHistoryResponse['messages']>[number]

function carries({ metadata }: HistoryMessage, id: string): boolean {
  const payload: unknown = metadata?.event_payload
  return (
    metadata?.event_type === eventType &&
    typeof payload === 'object' &&
    payload !== null &&
    'k' in payload &&
    payload.k === id
  )
}
