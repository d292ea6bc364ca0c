import { deliver, type Desk } from './desk.ts'
import { objectAt, textAt, type Json } from './json.ts'
import { RefusedBySlack } from './not-there.ts'
import { viewWithState } from './open-modal.ts'
import type { Member } from './people.ts'
import type { SeenMessage } from './seen.ts'
import { conversationOf } from './sight.ts'
import { eventRequest, type Ack } from './signed-post.ts'
import { workspace } from './workspace.ts'

const channelTypes = { dm: 'im', private: 'group', public: 'channel' } as const

/** Writes a message as the person, under another with `threadTs`; the bot hears of it as `message` or as `app_mention`. */
export async function writeMessage(
  desk: Desk,
  member: Member,
  written: {
    readonly channel: string
    readonly text: string
    readonly event: 'message' | 'app_mention'
    readonly threadTs?: string
  },
): Promise<Ack> {
  const { text, threadTs } = written
  const thread = threadTs === undefined ? {} : { thread_ts: threadTs }
  const target =
    written.channel === 'bot' ? workspace.botUserId : (await conversationOf(desk, member, written.channel)).id
  const answer = await asPerson(desk, member, 'chat.postMessage', { channel: target, text, ...thread })
  const conversation = await conversationOf(desk, member, textAt(answer, 'channel') ?? '')
  const ts = textAt(answer, 'ts') ?? ''
  return sendEvent(desk, member, {
    type: written.event,
    user: member.userId,
    text,
    ts,
    channel: conversation.id,
    event_ts: ts,
    ...thread,
    ...(written.event === 'message' ? { channel_type: channelTypes[conversation.kind] } : {}),
  })
}

/** Puts an emoji under a message as the person. */
export async function addReaction(
  desk: Desk,
  member: Member,
  added: { readonly message: SeenMessage; readonly emoji: string },
): Promise<Ack> {
  const { channel, ts } = added.message
  await asPerson(desk, member, 'reactions.add', { channel, timestamp: ts, name: added.emoji })
  return sendEvent(desk, member, {
    type: 'reaction_added',
    user: member.userId,
    reaction: added.emoji,
    item: { type: 'message', channel, ts },
    item_user: workspace.botUserId,
    event_ts: desk.stamps.next(),
  })
}

/** Pins a message to its conversation as the person. */
export async function addPin(desk: Desk, member: Member, message: SeenMessage): Promise<Ack> {
  const { channel, ts, text } = message
  await asPerson(desk, member, 'pins.add', { channel, timestamp: ts })
  const eventTs = desk.stamps.next()
  return sendEvent(desk, member, {
    type: 'pin_added',
    user: member.userId,
    channel_id: channel,
    item: {
      type: 'message',
      channel,
      created: Math.floor(Number(eventTs)),
      created_by: member.userId,
      message: { type: 'message', text, ts },
    },
    event_ts: eventTs,
  })
}

/** Opens the bot's Home tab. */
export async function openHomeTab(desk: Desk, member: Member): Promise<Ack> {
  const opened = await desk.state.call('conversations.open', { users: member.userId }, 'reader')
  const home = desk.views.homeOf(member.userId)
  return sendEvent(desk, member, {
    type: 'app_home_opened',
    user: member.userId,
    channel: textAt(objectAt(opened, 'channel') ?? {}, 'id') ?? '',
    tab: 'home',
    event_ts: desk.stamps.next(),
    ...(home ? { view: viewWithState(home) } : {}),
  })
}

async function asPerson(desk: Desk, member: Member, method: string, args: Json): Promise<Json> {
  const answer = await desk.state.call(method, args, { userId: member.userId })
  if (answer['ok'] === true) return answer
  const code = textAt(answer, 'error') ?? 'no reason given'
  throw new RefusedBySlack(
    code,
    `Slack refused ${method} of ${member.id}: ${code}. Use a conversation and a message that this person sees.`,
  )
}

function sendEvent(desk: Desk, member: Member, event: Json): Promise<Ack> {
  const eventTs = textAt(event, 'event_ts') ?? ''
  const body = {
    token: workspace.verificationToken,
    team_id: workspace.teamId,
    api_app_id: workspace.appId,
    event,
    type: 'event_callback',
    event_id: `Ev${eventTs.replace('.', '')}`,
    event_time: Math.floor(Number(eventTs)),
    is_ext_shared_channel: false,
    authorizations: [authorization],
  }
  const what = `event ${textAt(event, 'type') ?? ''}`
  return deliver(desk, member, { what, request: eventRequest(body), sent: body })
}

const authorization = {
  enterprise_id: null,
  team_id: workspace.teamId,
  user_id: workspace.botUserId,
  is_bot: true,
  is_enterprise_install: false,
}
