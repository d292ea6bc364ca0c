import { machineActor } from '../../matter/actor.ts'
import type { Outcome } from '../../matter/outcome.ts'
import { findByNumber } from '../../store/find-complaints.ts'
import { textFor } from '../../text/text.ts'
import { channelName } from '../view/channel-name.ts'
import type { Sending, Sent } from './house.ts'
import { ownChannel } from './own-channel.ts'
import { setTopic } from './refresh.ts'
import type { Scene } from './scene.ts'

/**
 * Makes the matter's private channel and tells the matter which one it is; the card, the bookmark and the people follow as
 * effects of that. A matter that has its channel already wants nothing more.
 */
export async function openChannel(
  sending: Sending,
  sent: Sent,
  { scene, slug }: { scene: Scene; slug: string },
): Promise<Outcome> {
  const { id, number, room } = scene
  if (!room || room.channel?.id !== undefined) return { kind: 'done' }
  const made = await ownChannel(sending, sent, {
    name: (attempt) => channelName(slug, attempt),
    nameIsUnique: await isNumberUnique(sending, scene),
    purpose: textFor(sending.channelLanguage).topic.purpose(number),
    marker: `redress:${room.kind}/${id}`,
  })
  await setTopic(sending, made.id, room.topic(sending.channelLanguage))
  await sending.handle(
    room.kind,
    id,
    { step: 'noteChannel', channel: made.id, name: made.name },
    machineActor,
  )
  return { kind: 'done' }
}

/** Numbers count per branch, so two branches may have the same one. */
async function isNumberUnique({ db }: Sending, { kind, number, view }: Scene): Promise<boolean> {
  const branches = view.organisation.document.units.filter(({ level }) => level === 'BRANCH')
  if (branches.length === 1) return true
  return kind === 'complaint' && (await findByNumber(db, number)).length === 1
}
