import { refuse, type ApiContext, type Handlers } from './api-context.ts'
import { forwardToEmulator } from './conversations-api.ts'
import { listOf, objectAt, textAt, textsAt, type Json } from './json.ts'
import { messageRefusal } from './message-limits.ts'

/** chat.*: messages are kept by the emulator once they keep Slack's limits; ephemeral ones by the gate. */
export function chatApi(context: ApiContext): Handlers {
  const { state, directory } = context

  async function channelRefusal(channel: string): Promise<Json | undefined> {
    const answer = await state.call('conversations.info', { channel }, 'reader')
    if (answer['ok'] !== true) return refuse('channel_not_found')
    const info = objectAt(answer, 'channel') ?? {}
    if (info['is_archived'] === true) return refuse('is_archived')
    return info['is_member'] === true || context.scopes.includes('chat:write.public')
      ? undefined
      : refuse('not_in_channel')
  }

  async function targetRefusal(channel: string): Promise<Json | undefined> {
    if (!/^[UW][A-Z0-9]+$/.test(channel)) return channelRefusal(channel)
    const member = directory.byUserId(channel)
    return member && !member.deactivated ? undefined : refuse('channel_not_found')
  }

  async function postMessage(args: Json): Promise<Json> {
    const refused = messageRefusal(args) ?? (await targetRefusal(textAt(args, 'channel') ?? ''))
    return refused ?? forwardToEmulator(state, 'chat.postMessage', args)
  }

  async function update(args: Json): Promise<Json> {
    const refused = messageRefusal(args)
    if (refused) return refused
    const info = await state.call('conversations.info', { channel: args['channel'] }, 'reader')
    if (info['ok'] !== true) return refuse('channel_not_found')
    if (objectAt(info, 'channel')?.['is_archived'] === true) return refuse('is_inactive')
    return forwardToEmulator(state, 'chat.update', args)
  }

  async function postEphemeral(args: Json): Promise<Json> {
    const channel = textAt(args, 'channel') ?? ''
    const userId = textAt(args, 'user') ?? ''
    const refused = messageRefusal(args) ?? (await channelRefusal(channel))
    if (refused) return refused
    if (!directory.byUserId(userId)) return refuse('user_not_found')
    const members = await state.call('conversations.members', { channel }, 'reader')
    if (!textsAt(members, 'members').includes(userId)) return refuse('user_not_in_channel')
    const ts = context.stamps.next()
    context.ephemerals.add({ ...contentOf(args), ts, channel, userId, by: 'postEphemeral' })
    return { ok: true, message_ts: ts }
  }

  async function getPermalink(args: Json): Promise<Json> {
    const answer = await forwardToEmulator(state, 'chat.getPermalink', args)
    if (answer['ok'] !== true) return answer
    const channel = textAt(args, 'channel') ?? ''
    const stamp = (textAt(args, 'message_ts') ?? '').replace('.', '')
    return { ok: true, channel, permalink: `${context.origin}/archives/${channel}/p${stamp}` }
  }

  return {
    'chat.postMessage': postMessage,
    'chat.update': update,
    'chat.postEphemeral': postEphemeral,
    'chat.getPermalink': getPermalink,
  }
}

function contentOf(args: Json): {
  readonly text: string
  readonly blocks: readonly Json[]
  readonly threadTs?: string
} {
  const threadTs = textAt(args, 'thread_ts')
  return {
    text: textAt(args, 'text') ?? '',
    blocks: listOf(args['blocks']),
    ...(threadTs === undefined ? {} : { threadTs }),
  }
}
