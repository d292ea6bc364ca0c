import type { Kysely } from 'kysely'
import type { Logger } from 'pino'
import type { Handle } from '../handle.ts'
import type { InForce } from '../in-force.ts'
import { clockActor } from '../matter/actor.ts'
import { type DueMatter, claimDue, nextAlarms } from '../store/alarm.ts'
import type { Database } from '../store/database.ts'
import type { Bell, Wake } from './bell.ts'
import { type Deliver, createDeliverAll } from './deliver-all.ts'
import { putDigests } from './digest.ts'
import { gatherAgendas } from './gather-agendas.ts'
import { seekClusters } from './seek-clusters.ts'

export interface PerformHouse {
  readonly db: Kysely<Database>
  readonly handle: Handle
  readonly inForce: InForce
  readonly deliver: Deliver
  readonly bell: Pick<Bell, 'ringAt'>
  readonly now: () => Temporal.Instant
  readonly log: Logger
}

/**
 * What a wake-up does: serves every alarm owed by now, the longest owed first, then sends every effect that waits. Run
 * twice, early or late, it does no harm. Throws where the database does not answer.
 */
export type Perform = (wake: Wake) => Promise<void>

const batch = 300
const alarmsAtOnce = 12
/** The sweep rings again for what is due before the sweep after next, should the bells have been lost. */
const ringAhead = { seconds: 120 }

export function createPerform(house: PerformHouse): Perform {
  let turn = Promise.resolve()
  let serving = 0
  const deliverAll = createDeliverAll({ ...house, isServing: () => serving > 0 })

  /** One at a time in a process: who comes meanwhile looks afterwards for what is still owed, and the pool is not emptied. */
  function serveInTurn(): Promise<void> {
    serving += 1
    const served = turn.catch(() => undefined).then(() => serveAlarms(house))
    turn = served.finally(() => (serving -= 1))
    return turn
  }

  return async function perform(wake) {
    switch (wake.kind) {
      case 'bell':
        await serveInTurn()
        ringAgainIfEarly(house, Temporal.Instant.from(wake.by))
        break
      case 'sweep':
        await serveInTurn()
        await putDigests(house)
        await gatherAgendas(house)
        await seekClusters(house)
        await ringForNext(house)
        break
      case 'digest':
        await putDigests(house)
        await gatherAgendas(house)
        break
    }
    await deliverAll()
  }
}

async function serveAlarms(house: PerformHouse): Promise<void> {
  const claim = () => claimDue(house.db, { now: house.now(), limit: batch })
  for (let due = await claim(); due.length > 0; due = await claim()) {
    const waiting = due.values()
    // oxlint-disable-next-line no-await-in-loop -- batch after batch, until nothing is owed
    await Promise.all(Array.from({ length: alarmsAtOnce }, () => serveEach(house, waiting)))
  }
}

async function serveEach({ handle, log }: PerformHouse, waiting: IterableIterator<DueMatter>): Promise<void> {
  for (const { kind, id } of waiting) {
    try {
      // oxlint-disable-next-line no-await-in-loop -- each matter in its own short transaction
      await handle(kind, id, { step: 'tick' }, clockActor)
    } catch (error) {
      log.error(
        { kind, id, error: messageOf(error) },
        'an alarm could not be served; its claim runs out and it is tried again',
      )
    }
  }
}

/** The clock that set the bell was ahead of ours: what it names is not due here yet. */
function ringAgainIfEarly({ now, bell }: PerformHouse, by: Temporal.Instant): void {
  if (Temporal.Instant.compare(by, now()) > 0) bell.ringAt(by.add({ seconds: 1 }))
}

async function ringForNext({ db, now, bell }: PerformHouse): Promise<void> {
  const until = now().add(ringAhead)
  for (const at of await nextAlarms(db, now(), ringAhead.seconds, until)) bell.ringAt(at.add({ seconds: 1 }))
}

function messageOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error)
}
