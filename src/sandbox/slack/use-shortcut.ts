import { channelPart, commonPart, deliver, issueTrigger, type Desk } from './desk.ts'
import type { Member } from './people.ts'
import type { SeenMessage } from './seen.ts'
import { interactionRequest, type Ack } from './signed-post.ts'

/** Picks a shortcut from the menu that is the same everywhere. */
export function useGlobalShortcut(desk: Desk, member: Member, callbackId: string): Promise<Ack> {
  const payload = {
    type: 'shortcut',
    ...commonPart(member),
    callback_id: callbackId,
    trigger_id: issueTrigger(desk, member),
    action_ts: desk.stamps.next(),
  }
  const what = `shortcut ${callbackId}`
  return deliver(desk, member, { what, request: interactionRequest(payload), sent: payload })
}

/** Picks a shortcut from the menu of one message. */
export function useMessageShortcut(
  desk: Desk,
  member: Member,
  used: { readonly callbackId: string; readonly message: SeenMessage },
): Promise<Ack> {
  const { channel, ts, raw } = used.message
  const origin = { userId: member.userId, channel, messageTs: ts }
  const payload = {
    type: 'message_action',
    ...commonPart(member),
    callback_id: used.callbackId,
    trigger_id: issueTrigger(desk, member),
    response_url: desk.origin + desk.responseUrls.issue(origin),
    message_ts: ts,
    channel: channelPart(channel),
    message: raw,
    action_ts: desk.stamps.next(),
  }
  const what = `message shortcut ${used.callbackId}`
  return deliver(desk, member, { what, request: interactionRequest(payload), sent: payload })
}
