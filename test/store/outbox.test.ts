import { randomUUID } from 'node:crypto'
import * as fc from 'fast-check'
import { expect } from 'vitest'
import { type Deliver, atOnce, createDeliverAll } from '../../src/job/deliver-all.ts'
import { type Lane, lanes } from '../../src/matter/effect.ts'
import type { Outcome } from '../../src/matter/outcome.ts'
import { Refusal } from '../../src/matter/refusal.ts'
import {
  claimEffects,
  markDone,
  mostAttempts,
  nextEffectDue,
  postpone,
  putOnce,
  setAside,
} from '../../src/store/outbox.ts'
import { cloneDatabase, test } from '../support/database.ts'
import { type HandClock, createHandClock } from '../support/hand-clock.ts'
import { silentLog } from '../support/silent-log.ts'

type Db = Parameters<typeof putOnce>[0]

const start = '2026-11-24T03:00:00Z'

interface Put {
  readonly stream: string
  readonly lane?: Lane
  /** What the effect says: tells them apart. */
  readonly name: string
}

async function put(db: Db, puts: readonly Put[], now = Temporal.Instant.from(start)): Promise<void> {
  const effects = puts.map(({ stream, lane = 'work', name }) => ({
    stream,
    lane,
    key: `${stream}/${name}/${randomUUID()}`,
    effect: { kind: 'openChannel' as const, slug: name },
  }))
  await putOnce(db, effects, now)
}

function nameOf(claimed: { effect: { kind: string; slug?: string } }): string {
  return claimed.effect.slug ?? claimed.effect.kind
}

async function claim(db: Db, clock: Pick<HandClock, 'now'>, limit = 10) {
  return claimEffects(db, clock.now(), limit)
}

/** No matter is known here: a command for one is refused. */
const handle = () => Promise.reject(new Refusal('not-found'))

function aDelivery(db: Db, clock: HandClock, deliver: Deliver) {
  const rings: Temporal.Instant[] = []
  const bell = { ringAt: (at: Temporal.Instant) => rings.push(at) }
  return {
    rings,
    deliverAll: createDeliverAll({
      db,
      handle,
      deliver,
      bell,
      now: clock.now,
      log: silentLog,
      isServing: () => false,
    }),
  }
}

const done: Outcome = { kind: 'done' }

test('of each stream only the oldest effect can be claimed, and the next when it is done', async ({
  database: { db },
}) => {
  const clock = createHandClock(start)
  await put(db, [
    { stream: 'a', name: 'a1' },
    { stream: 'a', name: 'a2' },
    { stream: 'b', name: 'b1' },
  ])
  const first = await claim(db, clock)
  expect(first.map(nameOf)).toEqual(['a1', 'b1'])
  expect(await claim(db, clock)).toEqual([])
  await markDone(db, first[0]?.id ?? '', clock.now())
  expect((await claim(db, clock)).map(nameOf)).toEqual(['a2'])
})

test('the urgent lane goes first, the oldest first within it', async ({ database: { db } }) => {
  const clock = createHandClock(start)
  const shuffled: Lane[] = ['digest', 'work', 'alert', 'work', 'emergency', 'alert']
  await put(
    db,
    shuffled.map((lane, place) => ({ stream: `s${place}`, lane, name: `${lane}${place}` })),
  )
  const order: string[] = []
  for (let [next] = await claim(db, clock, 1); next; [next] = await claim(db, clock, 1))
    order.push(nameOf(next))
  expect(order).toEqual(['emergency4', 'alert2', 'alert5', 'work1', 'work3', 'digest0'])
})

test('an urgent effect never overtakes one that its own stream put before it', async ({
  database: { db },
}) => {
  const clock = createHandClock(start)
  await put(db, [
    { stream: 'a', lane: 'work', name: 'first' },
    { stream: 'a', lane: 'emergency', name: 'second' },
  ])
  expect((await claim(db, clock)).map(nameOf)).toEqual(['first'])
})

test('what a dead process had claimed comes back after a minute, counted as one more attempt', async ({
  database: { db },
}) => {
  const clock = createHandClock(start)
  await put(db, [{ stream: 'a', name: 'a1' }])
  expect(await claim(db, clock)).toMatchObject([{ attempts: 1 }])
  clock.push({ seconds: 59 })
  expect(await claim(db, clock)).toEqual([])
  clock.push({ seconds: 1 })
  expect(await claim(db, clock)).toMatchObject([{ attempts: 2 }])
})

test('a postponed effect holds its own stream until its time and no other', async ({ database: { db } }) => {
  const clock = createHandClock(start)
  await put(db, [
    { stream: 'a', name: 'a1' },
    { stream: 'a', name: 'a2' },
    { stream: 'b', name: 'b1' },
    { stream: 'b', name: 'b2' },
  ])
  const [a1, b1] = await claim(db, clock)
  const until = clock.now().add({ seconds: 30 })
  if (a1) await postpone(db, a1, { until, error: 'ratelimited', kind: 'failure' })
  await markDone(db, b1?.id ?? '', clock.now())
  expect((await claim(db, clock)).map(nameOf)).toEqual(['b2'])
  expect(await nextEffectDue(db)).toEqual(Temporal.Instant.from(start))
  clock.push({ seconds: 30 })
  expect((await claim(db, clock)).map(nameOf)).toEqual(['a1'])
})

test('a claim that ran out and was taken by another process has nothing more to say', async ({
  database: { db },
}) => {
  const clock = createHandClock(start)
  await put(db, [{ stream: 'a', name: 'a1' }])
  const [slow] = await claim(db, clock)
  clock.push({ seconds: 60 })
  const [quick] = await claim(db, clock)
  if (slow) await postpone(db, slow, { until: clock.now(), error: 'late', kind: 'failure' })
  if (slow) await setAside(db, slow, clock.now(), 'late')
  expect(await claim(db, clock)).toEqual([])
  await markDone(db, quick?.id ?? '', clock.now())
  if (quick) await setAside(db, quick, clock.now(), 'too late')
  const row = await db.selectFrom('outbox').selectAll().executeTakeFirstOrThrow()
  expect(row).toMatchObject({ set_aside_at: null, last_error: null })
})

test('an effect is put once per key, whoever asks and however often', async ({ database: { db } }) => {
  const now = Temporal.Instant.from(start)
  const effects = ['one', 'other'].map((to) => ({
    stream: `person/${to}`,
    key: `digest/2026-11-24/${to}`,
    lane: 'digest' as const,
    effect: { kind: 'digest' as const, to, day: '2026-11-24' },
  }))
  const asked = await Promise.all(Array.from({ length: 5 }, () => putOnce(db, effects, now)))
  expect(asked.reduce((sum, each) => sum + each, 0)).toBe(2)
  expect(await db.selectFrom('outbox').select('key').execute()).toHaveLength(2)
})

test('after twelve failures an effect is set aside, and the rest of its stream moves on', async ({
  database: { db },
}) => {
  const clock = createHandClock(start)
  await put(db, [
    { stream: 'a', name: 'poison' },
    { stream: 'a', name: 'after' },
  ])
  const sent: string[] = []
  const { deliverAll } = aDelivery(db, clock, async (claimed) => {
    sent.push(nameOf(claimed))
    if (nameOf(claimed) === 'poison') throw new TypeError('a bug of ours')
    return done
  })
  for (let round = 0; round < mostAttempts; round += 1) {
    await deliverAll()
    clock.push({ minutes: 5 })
  }
  expect(sent).toEqual([...Array.from({ length: 12 }, () => 'poison'), 'after'])
  const rows = await db.selectFrom('outbox').selectAll().orderBy('id').execute()
  expect(rows[0]).toMatchObject({ attempts: 12, last_error: 'TypeError', done_at: null })
  expect(rows.map((row) => [row.set_aside_at !== null, row.done_at !== null])).toEqual([
    [true, false],
    [false, true],
  ])
})

test('a week without Slack sets nothing aside: waiting is not a failure of the effect', async ({
  database: { db },
}) => {
  const clock = createHandClock(start)
  await put(db, [{ stream: 'a', name: 'a1' }])
  let isSlackBack = false
  const { deliverAll } = aDelivery(db, clock, async () =>
    isSlackBack ? done : { kind: 'wait', seconds: 300, error: 'no answer' },
  )
  for (let round = 0; round < 40; round += 1) {
    await deliverAll()
    clock.push({ seconds: 300 })
  }
  isSlackBack = true
  await deliverAll()
  expect(await db.selectFrom('outbox').selectAll().executeTakeFirstOrThrow()).toMatchObject({
    attempts: 41,
    waits: 40,
    set_aside_at: null,
    done_at: clock.now(),
  })
})

test('what will never succeed is set aside at once, and a refused consequence too', async ({
  database: { db },
}) => {
  const clock = createHandClock(start)
  const command = { step: 'noteArchived' }
  const refused = { kind: 'command' as const, matter: 'complaint' as const, id: randomUUID(), command }
  await putOnce(db, [{ stream: 'b', key: 'k', lane: 'work', effect: refused }], clock.now())
  await put(db, [{ stream: 'a', name: 'a1' }])
  const { deliverAll } = aDelivery(db, clock, async () => ({ kind: 'never', error: 'channel_not_found' }))
  await deliverAll()
  const rows = await db.selectFrom('outbox').select(['last_error', 'set_aside_at']).orderBy('id').execute()
  expect(rows.map((row) => row.last_error)).toEqual(['refused: not-found', 'channel_not_found'])
  expect(rows.every((row) => row.set_aside_at !== null)).toBe(true)
})

test('a postponed effect rings for the instant at which it may go again', async ({ database: { db } }) => {
  const clock = createHandClock(start)
  await put(db, [{ stream: 'a', name: 'a1' }])
  const { deliverAll, rings } = aDelivery(db, clock, async () => ({
    kind: 'later',
    seconds: 1.5,
    error: 'x',
  }))
  await deliverAll()
  expect(rings).toEqual([Temporal.Instant.from(start).add({ milliseconds: 1500 })])
})

test('an effect put while the last one of all is on its way is sent by the same call', async ({
  database: { db },
}) => {
  const clock = createHandClock(start)
  await put(db, [{ stream: 'a', name: 'a1' }])
  const sent: string[] = []
  const calls: Promise<void>[] = []
  const { deliverAll } = aDelivery(db, clock, async (claimed) => {
    sent.push(nameOf(claimed))
    if (nameOf(claimed) === 'a1') {
      await put(db, [{ stream: 'b', name: 'b1' }])
      calls.push(deliverAll())
    }
    return done
  })
  await deliverAll()
  await Promise.all(calls)
  expect(sent).toEqual(['a1', 'b1'])
})

test('an effect that comes due while every sender is finding nothing is not left lying', async ({
  database: { db },
}) => {
  const clock = createHandClock(start)
  await put(db, [{ stream: 'a', name: 'a1' }], clock.now().add({ seconds: 1 }))
  const sent: string[] = []
  const deliver: Deliver = async (claimed) => {
    sent.push(nameOf(claimed))
    return done
  }
  let looks = 0
  const now = () => {
    const seen = clock.now()
    looks += 1
    if (looks === atOnce) {
      clock.push({ seconds: 1 })
      void deliverAll()
    }
    return seen
  }
  const { deliverAll } = aDelivery(db, { ...clock, now }, deliver)
  await deliverAll()
  expect(sent).toEqual(['a1'])
})

test('while all senders hang at Slack, a further call returns at once and is not forgotten', async ({
  database: { db },
}) => {
  const clock = createHandClock(start)
  await put(
    db,
    Array.from({ length: atOnce }, (_, place) => ({ stream: `s${place}`, name: `hanging${place}` })),
  )
  const { promise: slackAnswers, resolve: answer } = Promise.withResolvers<void>()
  const { promise: allHang, resolve: allStarted } = Promise.withResolvers<void>()
  const sent: string[] = []
  const { deliverAll } = aDelivery(db, clock, async (claimed) => {
    sent.push(nameOf(claimed))
    if (sent.length === atOnce) allStarted()
    if (nameOf(claimed).startsWith('hanging')) await slackAnswers
    return done
  })
  const first = deliverAll()
  await allHang
  await put(db, [{ stream: 'urgent', lane: 'emergency', name: 'urgent' }])
  await deliverAll()
  answer()
  await first
  expect(sent.at(-1)).toBe('urgent')
})

test('with several deliverers at once no effect is sent twice, none out of order, none left', async () => {
  const scenario = fc.record({
    puts: fc.array(
      fc.record({ stream: fc.constantFrom('a', 'b', 'c', 'd'), lane: fc.constantFrom(...lanes) }),
      { minLength: 1, maxLength: 40 },
    ),
    failures: fc.array(fc.constantFrom('ok', 'ok', 'later', 'wait', 'throw', 'never'), { maxLength: 60 }),
    deliverers: fc.integer({ min: 2, max: 3 }),
  })
  const database = await cloneDatabase()
  const { db } = database
  await fc.assert(
    fc.asyncProperty(scenario, async ({ puts, failures, deliverers }) => {
      await db.deleteFrom('outbox').execute()
      const clock = createHandClock(start)
      await put(
        db,
        puts.map((each, place) => ({ ...each, name: String(place) })),
      )
      const fates = failures.values()
      const sent = new Map<string, string[]>()
      const flying = new Set<string>()
      const overlaps: string[] = []
      const deliver: Deliver = async (claimed) => {
        if (flying.has(claimed.stream)) overlaps.push(claimed.stream)
        flying.add(claimed.stream)
        await new Promise(setImmediate)
        flying.delete(claimed.stream)
        const fate = fates.next().value ?? 'ok'
        if (fate === 'later' || fate === 'wait') return { kind: fate, seconds: 1, error: fate }
        if (fate === 'throw') throw new Error('no luck')
        sent.set(claimed.stream, [...(sent.get(claimed.stream) ?? []), nameOf(claimed)])
        return fate === 'never' ? { kind: 'never', error: 'never' } : done
      }
      const all = Array.from({ length: deliverers }, () => aDelivery(db, clock, deliver))
      while (await nextEffectDue(db)) {
        await Promise.all(all.map(({ deliverAll }) => deliverAll()))
        clock.push({ minutes: 6 })
      }
      expect(overlaps).toEqual([])
      const wanted = Map.groupBy(puts.entries(), ([, each]) => each.stream)
      for (const [stream, each] of wanted) {
        expect(sent.get(stream)).toEqual(each.map(([place]) => String(place)))
      }
    }),
    { numRuns: 25 },
  )
  await database.drop()
})
