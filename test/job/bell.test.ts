import { randomUUID } from 'node:crypto'
import { Queue } from 'bullmq'
import { Redis } from 'ioredis'
import { describe, expect, inject, test } from 'vitest'
import { type Bell, type BellOptions, type HeldJob, type Wake, createBell } from '../../src/job/bell.ts'
import { cloneDatabase } from '../support/database.ts'
import { redisProgram, startRedisServer } from '../support/redis.ts'

const redis = inject('redis')
const noRedis = 'missing' in redis ? `; skipped: ${redis.missing}` : ''
const noServer = redisProgram()
  ? ''
  : '; skipped: no redis-server on PATH; `apt-get install redis-server` brings one'
const digest = { cron: '50 8 * * *', timeZone: 'Asia/Shanghai' }
const now = () => Temporal.Now.instant()

/** A bell, whoever answers it, and what was heard. */
interface Belfry {
  readonly bell: Bell
  readonly errors: Error[]
  readonly heard: Wake[]
  /** Starts answering; each wake-up is noted, then performed so. */
  answer(perform?: (wake: Wake) => Promise<void> | void): Promise<void>
  /** Resolves as soon as what was heard (bells only, sweeps apart) is as wanted. */
  hears(isEnough: (bells: readonly Wake[], all: readonly Wake[]) => boolean): Promise<true>
}

async function aBelfry(
  options: Pick<BellOptions, 'backend' | 'prefix' | 'sweepMilliseconds'>,
): Promise<Belfry> {
  const errors: Error[] = []
  const heard: Wake[] = []
  const looks = new Set<() => void>()
  const bell = await createBell({ ...options, now, onError: (error) => errors.push(error) })
  return {
    bell,
    errors,
    heard,
    answer: (perform = () => {}) =>
      bell.answer(async (wake) => {
        heard.push(wake)
        await perform(wake)
        for (const look of looks) look()
      }, digest),
    hears: (isEnough) =>
      new Promise((resolve) => {
        const look = () => {
          if (isEnough(heard.filter(isBell), heard)) resolve(true)
        }
        looks.add(look)
        look()
      }),
  }
}

/** What the bell holds, once so many of its rings have arrived: nobody waits for a ring. */
async function untilHeld(bell: Bell, rings: number): Promise<readonly HeldJob[]> {
  const jobs = await bell.jobs()
  return jobs.filter(({ name, state }) => name === 'bell' && state === 'delayed').length >= rings
    ? jobs
    : untilHeld(bell, rings)
}

function isBell(wake: Wake): wake is Extract<Wake, { kind: 'bell' }> {
  return wake.kind === 'bell'
}

/** A backend with one bell on it, and as many more as a test wants, each as in a process of its own. */
type Backend = (
  sweepMilliseconds?: number,
) => Promise<{ belfry: Belfry; another: () => Promise<Belfry>; end: () => Promise<void> }>

const onPostgres: Backend = async (sweepMilliseconds = 60_000) => {
  const database = await cloneDatabase()
  const another = () => aBelfry({ backend: { kind: 'postgres', url: database.url }, sweepMilliseconds })
  const belfry = await another()
  return { belfry, another, end: () => belfry.bell.close().then(() => database.drop()) }
}

const onRedis: Backend = async (sweepMilliseconds = 60_000) => {
  const url = 'url' in redis ? redis.url : ''
  const prefix = randomUUID()
  const another = () => aBelfry({ backend: { kind: 'redis', url }, prefix, sweepMilliseconds })
  const belfry = await another()
  return { belfry, another, end: () => belfry.bell.close() }
}

const backends = [
  { name: 'Postgres', open: onPostgres, isThere: true },
  { name: `Redis${noRedis}`, open: onRedis, isThere: noRedis === '' },
]

describe.for(backends)('a bell on $name', ({ open, isThere }) => {
  test.skipIf(!isThere)('wakes a worker at once', async () => {
    const { belfry, end } = await open()
    await belfry.answer()
    belfry.bell.ringNow()
    expect(await belfry.hears((bells) => bells.length === 1)).toBe(true)
    await end()
  })

  test.skipIf(!isThere)('rung before anybody answers, is heard by who comes', async () => {
    const { belfry, end } = await open()
    belfry.bell.ringNow()
    await belfry.answer()
    expect(await belfry.hears((bells) => bells.length === 1)).toBe(true)
    await end()
  })

  test.skipIf(!isThere)('tells what it holds: what it will ring for and when, and its rhythms', async () => {
    const { belfry, end } = await open()
    const at = Temporal.Instant.fromEpochMilliseconds(
      Math.ceil(now().add({ hours: 1 }).epochMilliseconds / 1000) * 1000,
    )
    belfry.bell.ringAt(at)
    belfry.bell.ringAt(at.add({ hours: 1 }))
    await belfry.answer()
    const jobs = await untilHeld(belfry.bell, 2)
    expect(jobs.filter(({ name }) => name === 'bell')).toEqual([
      { name: 'bell', state: 'delayed', at },
      { name: 'bell', state: 'delayed', at: at.add({ hours: 1 }) },
    ])
    const rhythms = jobs.filter(({ state }) => state === 'scheduled')
    expect(rhythms.map(({ name }) => name).toSorted()).toEqual(['digest', 'sweep'])
    for (const { at: next } of rhythms) expect(next).toBeInstanceOf(Temporal.Instant)
    await end()
  })

  test.skipIf(!isThere)('told to forget, holds nothing any more, and can be rung again', async () => {
    const { belfry, end } = await open()
    belfry.bell.ringAt(now().add({ hours: 1 }))
    await belfry.answer()
    await untilHeld(belfry.bell, 1)
    await belfry.bell.forget()
    expect(await belfry.bell.jobs()).toEqual([])
    belfry.bell.ringNow()
    expect(await belfry.hears((bells) => bells.length === 1)).toBe(true)
    await end()
  })

  test.skipIf(!isThere)(
    'rung a thousand times, wakes far less often, and the last wake-up sees the last change',
    async () => {
      const { belfry, end } = await open()
      let committed = 0
      let seen = 0
      await belfry.answer(() => {
        seen = committed
      })
      for (let change = 0; change < 1000; change += 1) {
        committed += 1
        belfry.bell.ringNow()
        if (change % 50 === 0) await new Promise(setImmediate)
      }
      expect(await belfry.hears(() => seen === 1000)).toBe(true)
      expect(belfry.heard.length).toBeLessThan(100)
      await end()
    },
  )

  test.skipIf(!isThere)('rung by another process while a job is just ending, is heard again', async () => {
    const { belfry, another, end } = await open()
    let rounds = 0
    await belfry.answer(async ({ kind }) => {
      if (kind !== 'bell') return
      rounds += 1
      if (rounds > 5) return
      const other = await another()
      other.bell.ringNow()
      await other.bell.close()
    })
    belfry.bell.ringNow()
    expect(await belfry.hears(() => rounds > 5)).toBe(true)
    await end()
  })

  test.skipIf(!isThere)(
    'set for an instant, wakes then and names it; many alarms of one second are one job',
    async () => {
      const { belfry, end } = await open()
      await belfry.answer()
      const at = now().add({ milliseconds: 700 })
      const second = Math.ceil(at.epochMilliseconds / 1000)
      const within = Temporal.Instant.fromEpochMilliseconds(second * 1000)
      for (let alarm = 0; alarm < 300; alarm += 1)
        belfry.bell.ringAt(within.subtract({ milliseconds: alarm }))
      belfry.bell.ringAt(within.add({ seconds: 1 }))
      expect(await belfry.hears((bells) => bells.length === 2)).toBe(true)
      expect(belfry.heard.filter(isBell).map(({ by }) => by)).toEqual(
        [within, within.add({ seconds: 1 })].map(String),
      )
      expect(Temporal.Instant.compare(now(), within)).toBe(1)
      await end()
    },
  )

  test.skipIf(!isThere)('set for an instant that has passed, wakes at once', async () => {
    const { belfry, end } = await open()
    await belfry.answer()
    belfry.bell.ringAt(now().subtract({ hours: 1 }))
    expect(await belfry.hears((bells) => bells.length === 1)).toBe(true)
    await end()
  })

  test.skipIf(!isThere)('waits for the job being performed before it closes', async () => {
    const { belfry, end } = await open()
    const { promise: work, resolve: finish } = Promise.withResolvers<void>()
    const { promise: begun, resolve: begin } = Promise.withResolvers<void>()
    const order: string[] = []
    await belfry.answer(async ({ kind }) => {
      if (kind !== 'bell') return
      begin()
      await work
      order.push('job done')
    })
    belfry.bell.ringNow()
    await begun
    const closing = end().then(() => order.push('closed'))
    await new Promise(setImmediate)
    finish()
    await closing
    expect(order).toEqual(['job done', 'closed'])
  })

  test.skipIf(!isThere)('tells of a job that failed, and wakes again all the same', async () => {
    const { belfry, end } = await open()
    let calls = 0
    await belfry.answer(() => {
      calls += 1
      if (calls === 1) throw new Error('the database is away')
    })
    belfry.bell.ringNow()
    await expect.poll(() => belfry.errors.map(({ message }) => message)).toEqual(['the database is away'])
    belfry.bell.ringNow()
    expect(await belfry.hears(() => calls === 2)).toBe(true)
    await end()
  })

  test.skipIf(!isThere)('sweeps by itself in every process, whatever became of its jobs', async () => {
    const { belfry, end } = await open(20)
    await belfry.answer()
    expect(await belfry.hears((_, all) => all.filter(({ kind }) => kind === 'sweep').length >= 3)).toBe(true)
    await end()
  })

  test.skipIf(!isThere)('after it closed, rings into the void', async () => {
    const { belfry, end } = await open()
    await end()
    belfry.bell.ringNow()
    belfry.bell.ringAt(now().add({ seconds: 1 }))
    expect(belfry.errors).toEqual([])
  })
})

describe(`a bell whose Redis has trouble${noServer}`, () => {
  test.skipIf(noServer !== '')(
    'is heard after FLUSHALL, and its schedulers are put back by the next sweep',
    async () => {
      const server = await startRedisServer()
      const { url } = server.found
      const belfry = await aBelfry({ backend: { kind: 'redis', url }, sweepMilliseconds: 50 })
      await belfry.answer()
      const connection = new Redis(url, { maxRetriesPerRequest: null })
      const queue = new Queue('redress', { connection })
      expect((await queue.getJobSchedulers()).map(({ key }) => key).toSorted()).toEqual(['digest', 'sweep'])
      await connection.flushall()
      await expect.poll(async () => (await queue.getJobSchedulers()).length).toBe(2)
      belfry.bell.ringNow()
      expect(await belfry.hears((bells) => bells.length === 1)).toBe(true)
      await queue.close()
      connection.disconnect()
      await belfry.bell.close()
      await server.stop()
    },
  )

  test.skipIf(noServer !== '')(
    'rings without a throw while Redis is away, sweeps meanwhile, and is heard when it is back',
    async () => {
      const server = await startRedisServer()
      const { url } = server.found
      const belfry = await aBelfry({ backend: { kind: 'redis', url }, sweepMilliseconds: 50 })
      await belfry.answer()
      await server.stop()
      belfry.bell.ringNow()
      belfry.bell.ringAt(now().add({ seconds: 1 }))
      const before = belfry.heard.length
      expect(await belfry.hears((_, all) => all.length > before + 2)).toBe(true)
      const again = await startRedisServer(Number(new URL(url).port))
      await belfry.hears((bells) => {
        belfry.bell.ringNow()
        return bells.length > 0
      })
      await belfry.bell.close()
      await again.stop()
    },
  )

  test.skipIf(noServer !== '')('starts and closes where there is no Redis at all', async () => {
    const server = await startRedisServer()
    await server.stop()
    const belfry = await aBelfry({ backend: { kind: 'redis', url: server.found.url }, sweepMilliseconds: 50 })
    await belfry.answer()
    expect(await belfry.hears((_, all) => all.length > 0)).toBe(true)
    await belfry.bell.close()
    expect(belfry.errors.length).toBeGreaterThan(0)
  })
})
