import { machineActor } from '../../matter/actor.ts'
import type { Outcome } from '../../matter/outcome.ts'
import type { Sending, Sent } from './house.ts'
import { inOwnChannel } from './in-own-channel.ts'
import { refusedWith } from './outcome-of.ts'
import type { Scene } from './scene.ts'
import { tell } from './tell.ts'

/** What Slack answers for a person who cannot be brought in: a warning and a substitute, not a failure. */
const personal = [
  'cant_invite',
  'cant_invite_self',
  'user_not_found',
  'user_disabled',
  'user_is_restricted',
  'user_is_ultra_restricted',
  'ura_max_channels',
  'user_team_not_in_channel',
  'org_user_not_in_team',
  'external_team_member',
  'no_external_invite_permission',
]

/**
 * Brings one person into the matter's channel and tells them privately why they are there. Where Slack refuses the person the
 * matter hears of it, and asks their substitute. The members of an emergency have had their private word already.
 */
export async function invite(
  sending: Sending,
  sent: Sent,
  { scene, person, why }: { scene: Scene; person: string; why: string },
): Promise<Outcome> {
  const instead = await inOwnChannel(sending, scene, async (channel, room): Promise<Outcome | undefined> => {
    const refused = await inviteInto(sending, channel, person)
    if (refused === undefined) return undefined
    const note = { step: 'noteInviteRefused' as const, person, error: refused }
    await sending.handle(room.kind, scene.id, note, machineActor)
    return { kind: 'done' }
  })
  if (instead || scene.room?.membersAreTold) return instead ?? { kind: 'done' }
  return tell(sending, sent, { scene, to: person, notice: { code: 'joined', reason: why } })
}

/** Why the person is not in the channel now; undefined when they are. */
export async function inviteInto(
  sending: Sending,
  channel: string,
  person: string,
): Promise<string | undefined> {
  const known = await sending.directory.byPerson(person)
  if (!known) return 'user_not_found'
  const inviting = sending.client.conversations.invite({ channel, users: known.slackUser })
  const refused = await refusedWith(inviting, ['already_in_channel', ...personal])
  return refused === 'already_in_channel' ? undefined : refused
}
