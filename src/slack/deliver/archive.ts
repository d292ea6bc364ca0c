import { machineActor } from '../../matter/actor.ts'
import type { Outcome } from '../../matter/outcome.ts'
import type { Sending } from './house.ts'
import { refusedWith } from './outcome-of.ts'
import { type Scene, openChannelOf } from './scene.ts'

/**
 * Archives the matter's channel after its grace; one that somebody archived or deleted by hand counts as archived. A complaint
 * that was taken up again meanwhile keeps its own.
 */
export async function archive(sending: Sending, scene: Scene): Promise<Outcome> {
  const { room, id } = scene
  const channel = openChannelOf(scene)
  if (!room?.archiveWanted || channel === undefined) return { kind: 'done' }
  await refusedWith(sending.client.conversations.archive({ channel }), [
    'already_archived',
    'channel_not_found',
  ])
  await sending.handle(room.kind, id, { step: 'noteArchived' }, machineActor)
  return { kind: 'done' }
}
