import { clientWords } from './client-words.ts'
import { deliver, issueTrigger, type Desk } from './desk.ts'
import { isJson, listOf, textAt, wordsOf } from './json.ts'
import { messageRefusal } from './message-limits.ts'
import type { Member } from './people.ts'
import type { SeenConversation } from './seen.ts'
import { conversationOf } from './sight.ts'
import { formRequest, type Ack } from './signed-post.ts'
import { workspace } from './workspace.ts'

export type TypedCommand = { readonly name: string; readonly text: string; readonly channel: string }

/** Types a slash command in a channel and shows the person what comes back. */
export async function typeCommand(desk: Desk, member: Member, typed: TypedCommand): Promise<Ack> {
  const channel = await conversationOf(desk, member, typed.channel)
  const fields = {
    token: workspace.verificationToken,
    team_id: workspace.teamId,
    team_domain: 'sandbox',
    channel_id: channel.id,
    channel_name: channelName(channel),
    user_id: member.userId,
    user_name: member.id,
    command: typed.name,
    text: typed.text,
    api_app_id: workspace.appId,
    is_enterprise_install: 'false',
    response_url: desk.origin + desk.responseUrls.issue({ userId: member.userId, channel: channel.id }),
    trigger_id: issueTrigger(desk, member),
  }
  const what = `types ${typed.name} ${typed.text}`.trim()
  const ack = await deliver(desk, member, { what, request: formRequest(fields), sent: fields })
  const shown = ack.ok ? await showAnswer(desk, member, { ack, channel: channel.id }) : ack
  if (!shown.ok) showFailure(desk, member, { ack: shown, channel: channel.id, name: typed.name })
  return shown
}

/** The name by which payloads call a channel. */
export function channelName(channel: Pick<SeenConversation, 'kind' | 'name'>): string {
  if (channel.kind === 'public') return channel.name
  return channel.kind === 'dm' ? 'directmessage' : 'privategroup'
}

async function showAnswer(
  desk: Desk,
  member: Member,
  answered: { readonly ack: Ack; readonly channel: string },
): Promise<Ack> {
  const { ack, channel } = answered
  if (ack.body === '') return ack
  const body = isJson(ack.body) ? ack.body : { text: wordsOf(ack.body) }
  const refused = messageRefusal(body)
  if (refused) return { ...ack, ok: false, error: 'invalid_answer', detail: JSON.stringify(refused) }
  const content = { text: textAt(body, 'text') ?? '', blocks: listOf(body['blocks']) }
  if (body['response_type'] === 'in_channel') {
    await desk.state.call('chat.postMessage', { channel, ...content }, 'reader')
    return ack
  }
  const ts = desk.stamps.next()
  desk.ephemerals.add({ ...content, ts, channel, userId: member.userId, by: 'ack' })
  return ack
}

/** Slack's own words to a person whose command failed. */
function showFailure(
  desk: Desk,
  member: Member,
  failed: { readonly ack: Ack; readonly channel: string; readonly name: string },
): void {
  const words = clientWords(member.locale)
  desk.ephemerals.add({
    ts: desk.stamps.next(),
    channel: failed.channel,
    userId: member.userId,
    text: words.commandFailed(failed.name, failureCode(failed.ack)),
    blocks: [],
    by: 'slack',
  })
}

/** The code with which Slack tells a person that a command failed. */
export function failureCode({ error }: Pick<Ack, 'error'>): 'operation_timeout' | 'dispatch_failed' {
  return error === 'timeout' ? 'operation_timeout' : 'dispatch_failed'
}
