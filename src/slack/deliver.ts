import type { Effect } from '../matter/effect.ts'
import type { Outcome } from '../matter/outcome.ts'
import type { Claimed } from '../store/outbox.ts'
import { createSender } from './client.ts'
import { archive } from './deliver/archive.ts'
import { channelDigest, digest } from './deliver/digest.ts'
import type { DeliverHouse, Sending } from './deliver/house.ts'
import { invite } from './deliver/invite.ts'
import { openChannel } from './deliver/open-channel.ts'
import { outcomeOf } from './deliver/outcome-of.ts'
import { post } from './deliver/post.ts'
import { refresh } from './deliver/refresh.ts'
import { remove } from './deliver/remove.ts'
import { sceneOf } from './deliver/scene.ts'
import { tell } from './deliver/tell.ts'

export type { DeliverHouse } from './deliver/house.ts'

/**
 * Sends one effect of the outbox to Slack, drawn from the state as it is now and in its reader's language. Answers whether it
 * is there, is to be tried again, or never will be. Throws what is no answer of Slack's: a database away, a bug.
 */
export function createDeliver(house: DeliverHouse): (claimed: Claimed) => Promise<Outcome> {
  const sending = createSending(house)
  return async function deliver(claimed) {
    try {
      return await send(sending, claimed)
    } catch (error) {
      const outcome = outcomeOf(error, claimed.attempts)
      if (!outcome || outcome.kind === 'done') throw error
      return { ...outcome, error: `${claimed.effect.kind}: ${outcome.error}` }
    }
  }
}

async function send(sending: Sending, claimed: Claimed): Promise<Outcome> {
  const { effect, stream } = claimed
  const scene = () => sceneOf(sending, stream)
  switch (effect.kind) {
    case 'tell':
      return tell(sending, claimed, { scene: await scene(), ...effect })
    case 'post':
      return post(sending, claimed, { scene: await scene(), notice: effect.notice, pin: effect.pin === true })
    case 'openChannel':
      return openChannel(sending, claimed, { scene: await scene(), slug: effect.slug })
    case 'invite':
      return invite(sending, claimed, { scene: await scene(), ...effect })
    case 'remove':
      return remove(sending, { scene: await scene(), person: effect.person })
    case 'refresh':
      return refresh(sending, claimed, { scene: await scene(), stream })
    case 'archive':
      return archive(sending, await scene())
    case 'digest':
      return digest(sending, claimed, effect)
    case 'channelDigest':
      return channelDigest(sending, claimed, effect)
    case 'command':
    case 'countLike':
      return notForSlack(effect)
  }
}

function notForSlack({ kind }: Effect): Outcome {
  return { kind: 'never', error: `an effect of the kind ${kind} is not for Slack` }
}

function createSending(house: DeliverHouse): Sending {
  const client = createSender(house.slack)
  let bot: string | undefined
  return {
    ...house,
    client,
    topics: new Map(),
    async botUser() {
      bot ??= (await client.auth.test()).user_id
      if (bot === undefined)
        throw new Error('Slack took our token and did not say whose it is; is it a bot token?')
      return bot
    },
  }
}
