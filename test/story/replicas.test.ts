/**
 * DESIGN 1, promise 3, and DESIGN 4 "any number of each": two whole processes, bot and worker, with BullMQ's own workers, on one
 * database and in front of one Slack; on each backend of the queue.
 */
import { randomUUID } from 'node:crypto'
import { Redis } from 'ioredis'
import { pino } from 'pino'
import { describe, expect, inject } from 'vitest'
import { createStage, type Stage } from '../../src/sandbox/stage.ts'
import { readOwed } from '../../src/store/owed.ts'
import { filing, sends, teller, timesTold, typed, who } from '../support/a-story.ts'
import { test as withDatabase } from '../support/database.ts'
import { lastLook, sentMessages } from '../support/last-look.ts'
import { marked, markedText, marksIn } from '../support/marked.ts'

const redis = inject('redis')
const prefix = `story-${randomUUID()}`

const backends = [
  { name: 'Postgres', redisUrl: undefined, isThere: true },
  'url' in redis
    ? { name: 'Redis', redisUrl: redis.url, isThere: true }
    : { name: `Redis; skipped: ${redis.missing}`, redisUrl: undefined, isThere: false },
]

const patience = { timeout: 15_000, interval: 50 }

describe.for(backends)('two processes on $name', ({ redisUrl, isThere }) => {
  const test = withDatabase.extend<{ stage: Stage; lines: string[] }>({
    // oxlint-disable-next-line no-empty-pattern -- vitest reads the fixture's needs from this pattern
    lines: async ({}, use) => use([]),
    stage: async ({ database, lines }, use) => {
      const stage = await createStage({
        databaseUrl: database.url,
        ...(redisUrl && { redisUrl }),
        prefix,
        role: 'all',
        start: '2026-09-14T02:00:00Z',
        language: 'en',
        log: pino({ level: 'debug', base: {} }, { write: (line) => void lines.push(line) }),
      })
      try {
        await stage.another()
        await use(stage)
        await lastLook(stage, lines)
      } finally {
        await stage.stop()
      }
    },
  })

  test.skipIf(!isThere)(
    'what nine people file at once is told by whichever worker is free, each thing once',
    async ({ stage }) => {
      const filers = [
        teller,
        who.handler,

        who.stranger,
        'p-shui-miao',
        'p-su-he',
        'p-ge-jun',
        'p-lang-yue',
        'p-yun-fei',
        'p-chang-sheng',
      ]
      await Promise.all(
        filers.map(async (person, place) => {
          const { name, agentName } = marked
          // Nine customers: one customer's second complaint would be asked about.
          const customer = { name, agentName, phone: `1391234560${place}` }
          const hands = stage.slack.as(person)
          await hands.command('/complaint')
          await hands.click(hands.modal(), 'file:details')
          await hands
            .modal()
            .fillIn({ ...filing, story: markedText, ...customer })
            .submit()
        }),
      )
      await untilQuiet(stage)
      for (const person of filers)
        expect([person, await timesTold(stage, person, /You filed complaint/)]).toEqual([person, 1])
      const numbers = await stage.redress.db
        .selectFrom('complaint')
        .select('number')
        .orderBy('number')
        .execute()
      expect(numbers.map(({ number }) => number)).toEqual(
        filers.map((_, place) => `2026-000${String(place + 1).padStart(2, '0')}`),
      )
      expect((await sentMessages(stage)).length).toBeGreaterThanOrEqual(18)
    },
  )

  test.skipIf(!isThere)(
    'one of them stopped in the middle of it: what it had begun is finished, what it had not the other does',
    async ({ stage }) => {
      const other = await stage.another()
      const filers = [teller, who.handler, who.stranger, 'p-shui-miao', 'p-su-he']
      await Promise.all(
        filers.map(async (person) => {
          const hands = stage.slack.as(person)
          await hands.command('/complaint')
          await hands.modal().fillIn(filing).submit()
        }),
      )
      await other.stop()
      await untilQuiet(stage)
      for (const person of filers)
        expect([person, await timesTold(stage, person, /You filed complaint/)]).toEqual([person, 1])
    },
  )

  test.skipIf(!isThere)(
    'answers of Slack that get lost while three look for what to send: nothing is said twice',
    async ({ stage }) => {
      stage.slack.faults.next('chat.postMessage', 'dropAnswer', 4)
      stage.slack.faults.next('conversations.create', '500', 2)
      const hands = stage.slack.as(teller)
      await hands.command('/complaint')
      await hands.click(hands.modal(), 'file:details')
      await hands
        .modal()
        .fillIn({ ...filing, facts: ['fundSafety'] })
        .submit()
      await hands.modal().cancel()
      await sends(stage, who.officer, 'triage 1', { ...typed.triage, level: 'L2' })
      // Tries again lie in the future of a clock that stands, so it goes on while the workers work.
      await expect
        .poll(async () => {
          await stage.waits({ seconds: 10 })
          return (await readOwed(stage.redress.db, stage.now())).effects
        }, patience)
        .toBe(0)
      expect(await timesTold(stage, teller, /You filed complaint/)).toBe(1)
      expect(await timesTold(stage, who.sqHead, /You were added to the channel/)).toBe(1)
    },
  )

  test.skipIf(!isThere)('alarms that both are rung for are served once', async ({ stage }) => {
    const hands = stage.slack.as(teller)
    await hands.command('/complaint')
    await hands.modal().fillIn(filing).submit()
    await untilQuiet(stage)
    stage.sleepsUntil(stage.now().add({ hours: 3, minutes: 30 }))
    for (let ring = 0; ring < 5; ring += 1) stage.redress.bell.ringNow()
    await Promise.all([stage.settle(), stage.settle()])
    await untilQuiet(stage)
    expect(await timesTold(stage, who.outletManager, /⏰ .*accept and set level/u)).toBe(2)
    expect(await timesTold(stage, who.liaison, /⏰ .*accept and set level/u)).toBe(1)
  })

  test.skipIf(!isThere)(
    'a level-1 case has one group and one channel each, whoever sends what',
    async ({ stage }) => {
      const hands = stage.slack.as(teller)
      await hands.command('/complaint')
      await hands.click(hands.modal(), 'file:details')
      await hands
        .modal()
        .fillIn({ ...filing, facts: ['lifeThreat'] })
        .submit()
      await sends(stage, who.officer, 'triage 1', { ...typed.triage, level: 'L1' })
      await untilQuiet(stage)
      const made = (await stage.slack.seen.conversations()).filter(({ kind }) => kind === 'private')
      const channels = made.filter(({ name }) => !name.startsWith('service-quality'))
      expect(channels.map(({ name }) => name).toSorted()).toEqual(['c-2026-00001', 'emergency-2026-001'])
      expect(channels.map(({ pins }) => pins.length).toSorted((one, other) => one - other)).toEqual([1, 2])
      for (const { members } of channels) expect(members).toContain(who.sqHead)
    },
  )
})

describe.for(backends.slice(1))('the job queue on $name', ({ isThere }) => {
  withDatabase.skipIf(!isThere)(
    'holds no personal data, and no fact of a case: its jobs name an instant or a duty',
    async ({ database }) => {
      if (!('url' in redis)) return
      const mine = `story-${randomUUID()}`
      const stage = await createStage({
        databaseUrl: database.url,
        redisUrl: redis.url,
        prefix: mine,
        start: '2026-09-14T02:00:00Z',
        language: 'en',
      })
      const client = new Redis(redis.url)
      try {
        const hands = stage.slack.as(teller)
        await hands.command('/complaint')
        await hands.click(hands.modal(), 'file:details')
        await hands
          .modal()
          .fillIn({ ...filing, story: markedText, ...marked })
          .submit()
        await expect.poll(async () => (await client.keys(`${mine}:*`)).length, patience).toBeGreaterThan(3)
        const kept = await dump(client, mine)
        expect(kept).toMatch(/"kind":"bell","by":"2026-09-14T/)
        expect(marksIn(kept)).toEqual([])
        const { id } = await stage.redress.db.selectFrom('complaint').select('id').executeTakeFirstOrThrow()
        expect(kept).not.toContain(id)
        expect(kept).not.toContain('2026-00001')
      } finally {
        client.disconnect()
        await stage.stop()
      }
    },
  )
})

async function untilQuiet(stage: Stage): Promise<void> {
  await expect.poll(async () => (await readOwed(stage.redress.db, stage.now())).effects, patience).toBe(0)
}

/** Every key of this prefix with its value, as text. */
async function dump(client: Redis, of: string): Promise<string> {
  const keys = await client.keys(`${of}:*`)
  const values = await Promise.all(keys.map(async (key) => `${key} ${await valueOf(client, key)}`))
  return values.join('\n')
}

async function valueOf(client: Redis, key: string): Promise<string> {
  switch (await client.type(key)) {
    case 'string':
      return (await client.get(key)) ?? ''
    case 'hash':
      return Object.entries(await client.hgetall(key)).join('\n')
    case 'list':
      return (await client.lrange(key, 0, -1)).join('\n')
    case 'zset':
      return (await client.zrange(key, 0, -1)).join('\n')
    case 'set':
      return (await client.smembers(key)).join('\n')
    case 'stream':
      return JSON.stringify(await client.xrange(key, '-', '+'))
    default:
      return ''
  }
}
