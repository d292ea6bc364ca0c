import type { Outcome } from '../../matter/outcome.ts'
import type { Sending } from './house.ts'
import { inOwnChannel } from './in-own-channel.ts'
import { refusedWith } from './outcome-of.ts'
import type { Scene } from './scene.ts'

/** What Slack answers for somebody who is not there any more, or whom it does not know. */
const gone = ['not_in_channel', 'user_not_found', 'cant_kick_self']

/** Takes one person out of the matter's channel; nothing to do for somebody who is not in it. */
export async function remove(
  sending: Sending,
  { scene, person }: { scene: Scene; person: string },
): Promise<Outcome> {
  const known = await sending.directory.byPerson(person)
  if (!known) return { kind: 'done' }
  return inOwnChannel(sending, scene, async (channel): Promise<Outcome> => {
    await refusedWith(sending.client.conversations.kick({ channel, user: known.slackUser }), gone)
    return { kind: 'done' }
  })
}
