import type { Kysely } from 'kysely'
import type { Logger } from 'pino'
import type { Handle, Matters } from '../handle.ts'
import { machineActor } from '../matter/actor.ts'
import type { MatterKind } from '../matter/effect.ts'
import type { Outcome } from '../matter/outcome.ts'
import { Refusal } from '../matter/refusal.ts'
import type { Database } from '../store/database.ts'
import { type Claimed, claimEffects, markDone, mostAttempts, postpone, setAside } from '../store/outbox.ts'
import { saveBranchChannel, saveSlackMessage } from '../store/slack-message.ts'
import type { Bell } from './bell.ts'
import { tellCount } from './tell-count.ts'

/** Sends one effect outside; `slack/deliver.ts` does it in a real house. */
export type Deliver = (claimed: Claimed) => Promise<Outcome>

export interface DeliverHouse {
  readonly db: Kysely<Database>
  readonly handle: Handle
  readonly deliver: Deliver
  readonly bell: Pick<Bell, 'ringAt'>
  readonly now: () => Temporal.Instant
  readonly log: Logger
  /** While alarms are being served, ordinary effects wait: a burst of due times is decided before it is told. */
  readonly isServing: () => boolean
}

/** The door parses it: what a row of the outbox holds is only known to be a command. */
type MattersCommand = Matters[MatterKind]['command']

/** How many effects, each of another stream, are on their way at once. */
export const atOnce = 8

/**
 * Sends what waits in the outbox until nothing is due: in order within a stream, several streams at once, the urgent
 * lanes first. Waits for the senders that this call set going: where all are busy with earlier calls it returns at once,
 * and they look once more before they stop.
 */
export function createDeliverAll(house: DeliverHouse): () => Promise<void> {
  let calls = 0
  let sending = 0

  async function sendUntilEmpty(): Promise<void> {
    sending += 1
    try {
      let heard: number
      do {
        heard = calls
        // oxlint-disable-next-line no-await-in-loop -- the next effect of a stream waits for the one before
        while (await sendNext(house));
      } while (heard !== calls)
    } finally {
      sending -= 1
    }
  }

  return async function deliverAll() {
    calls += 1
    const senders = Array.from({ length: atOnce - sending }, sendUntilEmpty)
    const failed = (await Promise.allSettled(senders)).find(({ status }) => status === 'rejected')
    if (failed?.status === 'rejected') throw failed.reason
  }
}

/** Sends the most urgent effect; false where none can be sent now. */
async function sendNext(house: DeliverHouse): Promise<boolean> {
  const [claimed] = await claimEffects(house.db, house.now(), 1, house.isServing() ? 'alert' : 'digest')
  if (claimed) await send(house, claimed)
  return claimed !== undefined
}

async function send(house: DeliverHouse, claimed: Claimed): Promise<void> {
  const outcome = await attempt(house, claimed)
  const { db, now } = house
  switch (outcome.kind) {
    case 'done': {
      const { message, branchChannel } = outcome
      if (message)
        await saveSlackMessage(db, { outboxId: claimed.id, stream: claimed.stream, ...message }, now())
      if (branchChannel) await saveBranchChannel(db, branchChannel)
      return markDone(db, claimed.id, now())
    }
    case 'wait':
      return putOff(house, claimed, outcome)
    case 'later': {
      const isLast = claimed.attempts - claimed.waits >= mostAttempts
      return isLast
        ? giveUp(house, claimed, outcome.error)
        : putOff(house, claimed, { ...outcome, kind: 'failure' })
    }
    case 'never':
      return giveUp(house, claimed, outcome.error)
  }
}

async function attempt(house: DeliverHouse, claimed: Claimed): Promise<Outcome> {
  try {
    const { effect } = claimed
    if (effect.kind === 'countLike') return await tellCount(house, claimed, effect)
    if (effect.kind !== 'command') return await house.deliver(claimed)
    await house.handle(effect.matter, effect.id, effect.command as MattersCommand, machineActor)
    return { kind: 'done' }
  } catch (error) {
    if (error instanceof Refusal) return { kind: 'never', error: error.message }
    return {
      kind: 'later',
      seconds: backoff(claimed.attempts),
      error: error instanceof Error ? error.name : 'unknown',
    }
  }
}

async function putOff(
  { db, now, bell, log }: DeliverHouse,
  claimed: Claimed,
  { kind, seconds, error }: { kind: 'failure' | 'wait'; seconds: number; error: string },
): Promise<void> {
  const until = now().add({ milliseconds: Math.ceil(seconds * 1000) })
  log.warn({ ...told(claimed), error, seconds }, 'an effect could not be sent; it is tried again')
  await postpone(db, claimed, { until, error, kind })
  bell.ringAt(until)
}

async function giveUp({ db, now, log }: DeliverHouse, claimed: Claimed, error: string): Promise<void> {
  log.error({ ...told(claimed), error }, 'an effect was set aside; those behind it move on')
  await setAside(db, claimed, now(), error)
}

function told({ id, stream, effect, attempts }: Claimed) {
  return { outbox: id, stream, effect: effect.kind, attempts }
}

/** Seconds: 2, 4, 8 … up to five minutes. */
function backoff(attempts: number): number {
  return Math.min(2 ** attempts, 300)
}
