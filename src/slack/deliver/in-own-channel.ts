import { machineActor } from '../../matter/actor.ts'
import type { Outcome } from '../../matter/outcome.ts'
import type { Room } from '../face/face.ts'
import type { Sending } from './house.ts'
import { slackCode } from './outcome-of.ts'
import { type Scene, openChannelOf } from './scene.ts'

/**
 * What Slack answers where we can no longer write: the channel was deleted (or the workspace is another one), archived by
 * hand, or we were removed from it. `channel_not_found` is also its answer for a private channel that we are not in.
 */
const lost = ['channel_not_found', 'is_archived', 'is_inactive', 'not_in_channel']

/**
 * Does something in the matter's own channel; nothing to do while there is no open one. Where Slack says that the channel is
 * lost the matter hears of it, and wants another one: its people are invited anew and its card is posted there. What was to
 * be posted is not: the card has the state of now, and whoever it concerned had a private message. One archived by hand
 * counts as lost too, while the case goes on: to unarchive would undo what somebody did on purpose, and without a channel
 * the people whom the rules bring together would not meet.
 */
export async function inOwnChannel<Done extends Outcome | undefined>(
  sending: Sending,
  scene: Scene,
  run: (channel: string, room: Room) => Promise<Done>,
): Promise<Done | Outcome> {
  const { room, id } = scene
  const channel = openChannelOf(scene)
  if (!room || channel === undefined) return { kind: 'done' }
  try {
    return await run(channel, room)
  } catch (error) {
    if (!lost.includes(slackCode(error) ?? '')) throw error
    await sending.handle(room.kind, id, { step: 'noteChannelLost', channel }, machineActor)
    return { kind: 'done' }
  }
}
