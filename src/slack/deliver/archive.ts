import { machineActor } from '../../matter/actor.ts'
import type { Outcome } from '../../matter/outcome.ts'
import type { Sending } from './house.ts'
import { refusedWith } from './outcome-of.ts'
import { type Scene, openChannelOf } from './scene.ts'

/** Archives the matter's channel after its grace; one that somebody archived or deleted by hand counts as archived. */
export async function archive(sending: Sending, scene: Scene): Promise<Outcome> {
  const channel = openChannelOf(scene)
  if (channel === undefined) return { kind: 'done' }
  await refusedWith(sending.client.conversations.archive({ channel }), [
    'already_archived',
    'channel_not_found',
  ])
  await sending.handle(scene.kind, scene.matter.id, { step: 'noteArchived' }, machineActor)
  return { kind: 'done' }
}
