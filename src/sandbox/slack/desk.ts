import { setTimeout } from 'node:timers/promises'
import type { Ephemerals } from './ephemerals.ts'
import type { Faults } from './faults.ts'
import type { FormState } from './form-state.ts'
import type { Json } from './json.ts'
import type { Directory, Member } from './people.ts'
import type { ResponseUrls } from './response-urls.ts'
import { postSigned, type Ack, type SignedRequest, type Signing } from './signed-post.ts'
import type { ConversationReader } from './seen.ts'
import type { Stamps } from './stamps.ts'
import type { State } from './state.ts'
import type { Traffic } from './traffic.ts'
import type { Triggers } from './triggers.ts'
import type { Views } from './views.ts'
import { workspace } from './workspace.ts'

/** All that a person's hands and eyes in the workspace need. */
export type Desk = {
  readonly state: State
  readonly reader: ConversationReader
  readonly directory: Directory
  readonly views: Views
  readonly triggers: Triggers
  readonly ephemerals: Ephemerals
  readonly responseUrls: ResponseUrls
  readonly stamps: Stamps
  readonly traffic: Traffic
  readonly faults: Faults
  readonly origin: string
  /** Where the bot listens; throws while nobody has said so. */
  readonly botUrl: () => string
  readonly ackTimeoutMs: number
  /** What people have chosen in messages, by person and message. */
  readonly choices: Map<string, FormState>
  /** Gestures on their way to a slow bot, of which Slack has told the person that they failed. */
  readonly late: Set<Promise<void>>
  /** The last request each person caused, to be sent again. */
  readonly lastRequests: Map<string, { readonly what: string; readonly request: SignedRequest }>
}

type Gesture = { readonly what: string; readonly request: SignedRequest; readonly sent: Json }

/** Sends what a person did to the bot, signed, and notes it in the chronicle. */
export async function deliver(
  desk: Desk,
  member: Member,
  gesture: Gesture,
  signing: Signing = { secret: workspace.signingSecret, ageSeconds: 0 },
): Promise<Ack> {
  const ack = await sendGesture(desk, member, gesture, signing)
  desk.lastRequests.set(member.id, gesture)
  note(desk, member, gesture, ack)
  return ack
}

async function sendGesture(desk: Desk, member: Member, gesture: Gesture, signing: Signing): Promise<Ack> {
  if (desk.faults.isDown()) return slackDown
  if (!desk.faults.isSlow()) return post(desk, gesture.request, signing)
  await setTimeout(desk.ackTimeoutMs)
  sendLate(desk, member, gesture, signing)
  return { ok: false, status: 0, body: '', ms: desk.ackTimeoutMs, error: 'timeout' }
}

/** The bot gets it after all, with a trigger that has expired; Slack passes its answer over, for nobody waits any more. */
function sendLate(desk: Desk, member: Member, gesture: Gesture, signing: Signing): void {
  desk.triggers.expire(member.userId)
  const sending = postSigned(desk.botUrl(), gesture.request, { signing, timeoutMs: lateTimeoutMs })
    .then((ack) => note(desk, member, { ...gesture, what: `${gesture.what}, too late` }, ack))
    .finally(() => desk.late.delete(sending))
  desk.late.add(sending)
}

const lateTimeoutMs = 10_000

function note(desk: Desk, member: Member, { what, sent }: Gesture, ack: Ack): void {
  const { status, body: answer, error } = ack
  desk.traffic.note({
    kind: 'gesture',
    what,
    by: member.id,
    sent,
    status,
    answer,
    warnings: error ? [error] : [],
  })
}

const slackDown: Ack = { ok: false, status: 0, body: '', ms: 0, error: 'slack_down' }

function post(desk: Desk, request: SignedRequest, signing: Signing): Promise<Ack> {
  return postSigned(desk.botUrl(), request, { signing, timeoutMs: desk.ackTimeoutMs })
}

/** Sends the person's last request once more, signed anew. Throws when they have caused none. */
export function repeatLast(desk: Desk, member: Member, signing: Partial<Signing>): Promise<Ack> {
  const last = desk.lastRequests.get(member.id)
  if (!last) {
    throw new Error(`${member.id} has sent nothing yet that could be sent again. Make a gesture first.`)
  }
  const again = { what: `${last.what}, again`, request: last.request, sent: {} }
  return deliver(desk, member, again, { secret: workspace.signingSecret, ageSeconds: 0, ...signing })
}

/** A trigger id for what the person just did; `viewId` when they did it in a modal. */
export function issueTrigger(desk: Desk, member: Member, viewId?: string): string {
  return desk.triggers.issue({ userId: member.userId, ...(viewId === undefined ? {} : { viewId }) })
}

/** The Slack id of a person named by our id or by Slack's. */
export function userIdOf(desk: Desk, person: string): string {
  return desk.directory.byUserId(person)?.userId ?? desk.directory.byPersonId(person).userId
}

/** A channel as interaction payloads name it: of private ones they tell the kind only. */
export function channelPart(channel: string): Json {
  const name =
    channel === workspace.generalId ? 'general' : channel.startsWith('D') ? 'directmessage' : 'privategroup'
  return { id: channel, name }
}

/** The person as interaction payloads name them. */
export function userPart(member: Member): Json {
  return { id: member.userId, username: member.id, name: member.id, team_id: workspace.teamId }
}

/** What every interaction payload carries. */
export function commonPart(member: Member): Json {
  return {
    team: { id: workspace.teamId, domain: 'sandbox' },
    user: userPart(member),
    api_app_id: workspace.appId,
    token: workspace.verificationToken,
    enterprise: null,
    is_enterprise_install: false,
  }
}
