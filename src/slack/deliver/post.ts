import type { Notice } from '../../matter/effect.ts'
import type { Outcome } from '../../matter/outcome.ts'
import { type Sending, type Sent, channelReader } from './house.ts'
import { inOwnChannel } from './in-own-channel.ts'
import { doneWith } from './done-with.ts'
import { refusedWith } from './outcome-of.ts'
import { postOnce } from './post-once.ts'
import type { Scene } from './scene.ts'

/** A post in the matter's own channel, pinned where that is asked. Nothing to do while there is no open channel. */
export async function post(
  sending: Sending,
  sent: Sent,
  { scene, notice, pin }: { scene: Scene; notice: Notice; pin: boolean },
): Promise<Outcome> {
  return inOwnChannel(sending, scene, async (channel, room) => {
    const message = room.post(notice, channelReader(sending.channelLanguage, scene.view))
    const posted = await postOnce(sending, sent, { to: { channel }, message, part: 'post' })
    if (pin) await pinMessage(sending, posted)
    return doneWith(posted)
  })
}

export async function pinMessage(
  { client }: Sending,
  { channel, ts }: { channel: string; ts: string },
): Promise<void> {
  await refusedWith(client.pins.add({ channel, timestamp: ts }), ['already_pinned'])
}
