import { randomUUID } from 'node:crypto'
import { sql } from 'kysely'
import { expect } from 'vitest'
import { createPerform } from '../../src/job/perform.ts'
import type { Deliver } from '../../src/job/deliver-all.ts'
import { windowsOf } from '../../src/clock/calendar.ts'
import { connect } from '../../src/store/connect.ts'
import { readJournal } from '../../src/store/journal.ts'
import { test } from '../support/database.ts'
import { type Door, aDoor, aTriage, officer } from '../support/door.ts'
import { silentLog } from '../support/silent-log.ts'

type Claimed = Parameters<Deliver>[0]

/** A worker behind the door, with what it sent and rang for. */
function aWorker(door: Door) {
  const sent: Claimed[] = []
  const rings: Temporal.Instant[] = []
  const deliver: Deliver = async (claimed) => {
    sent.push(claimed)
    return { kind: 'done' }
  }
  const bell = { ringAt: (at: Temporal.Instant) => rings.push(at) }
  const { db, handle, inForce, clock } = door
  const perform = createPerform({ db, handle, inForce, deliver, bell, now: clock.now, log: silentLog })
  return {
    sent,
    rings,
    perform,
    rung: () => perform({ kind: 'bell', by: clock.now().toString() }),
    swept: () => perform({ kind: 'sweep' }),
  }
}

async function fileMany(door: Door, count: number): Promise<string[]> {
  const filed = await Promise.all(Array.from({ length: count }, () => door.file()))
  return filed.map(({ state }) => state.id)
}

/** The first reminder of a complaint filed on the Tuesday morning. */
async function firstAlarm({ db }: Door): Promise<Temporal.Instant> {
  const row = await db.selectFrom('matter').select('alarm_at').orderBy('alarm_at').executeTakeFirstOrThrow()
  return Temporal.Instant.from(row.alarm_at ?? '')
}

test('five hundred complaints due in the same second are each served once, and each effect is sent once', async ({
  database: { db, url },
}) => {
  const second = connect(url, { max: 10, onError: () => {} })
  const door = aDoor({ db })
  const ids = await fileMany(door, 500)
  const workers = [aWorker(door), aWorker(aDoor(second, door.clock))]
  await workers[0]?.rung()
  for (const worker of workers) worker.sent.length = 0
  door.clock.set(await firstAlarm(door))
  await Promise.all(workers.map((worker) => worker.rung()))
  const lines = await db.selectFrom('journal').select('id').where('seq', '=', 2).execute()
  expect(lines.map(({ id }) => id).toSorted()).toEqual(ids.toSorted())
  expect((await db.selectFrom('journal').select('id').where('seq', '>', 2).execute()).length).toBe(0)
  const sent = workers.flatMap((worker) => worker.sent)
  expect(new Set(sent.map(({ id }) => id)).size).toBe(sent.length)
  expect(new Set(sent.map(({ stream }) => stream)).size).toBe(500)
  await second.close()
})

test('alarms are served in the order in which they were owed', async ({ database: { db } }) => {
  const door = aDoor({ db })
  const filed: string[] = []
  for (let minute = 0; minute < 20; minute += 1) {
    filed.unshift((await door.file()).state.id)
    door.clock.push({ minutes: 1 })
  }
  const owed = await db.selectFrom('matter').select('id').orderBy('alarm_at').execute()
  const served: string[] = []
  const handle: Door['handle'] = (kind, id, ...rest) => {
    served.push(id)
    return door.handle(kind, id, ...rest)
  }
  door.clock.push({ hours: 3 })
  await aWorker({ ...door, handle }).rung()
  expect(served).toEqual(owed.map(({ id }) => id))
  expect(served).toEqual(filed.toReversed())
})

test('of one complaint the effects are sent in the order in which they were put', async ({
  database: { db },
}) => {
  const door = aDoor({ db })
  const { state } = await door.file()
  await door.handle('complaint', state.id, aTriage, officer)
  const worker = aWorker(door)
  await worker.rung()
  const ids = worker.sent.map(({ id }) => Number(id))
  expect(ids.length).toBeGreaterThan(1)
  expect(ids).toEqual(ids.toSorted((one, other) => one - other))
})

test('a complaint that cannot be served does not stop the others, and is tried again when its claim has run out', async ({
  database: { db },
}) => {
  const door = aDoor({ db })
  const [poison = '', ...others] = await fileMany(door, 5)
  await sql`update matter set state = state - 'clocks' where id = ${poison}`.execute(db)
  door.clock.set(await firstAlarm(door))
  const worker = aWorker(door)
  await worker.rung()
  const served = await db.selectFrom('journal').select('id').where('seq', '=', 2).execute()
  expect(served.map(({ id }) => id).toSorted()).toEqual(others.toSorted())
  await sql`update matter set state = state || '{"clocks":[]}' where id = ${poison}`.execute(db)
  door.clock.push({ seconds: 30 })
  await worker.swept()
  const row = await db.selectFrom('matter').selectAll().where('id', '=', poison).executeTakeFirstOrThrow()
  expect(row).toMatchObject({ alarm_at: null, alarm_claimed_until: null })
})

test('a worker that died with its claims is replaced within half a minute', async ({ database: { db } }) => {
  const door = aDoor({ db })
  const ids = await fileMany(door, 3)
  door.clock.set(await firstAlarm(door))
  await sql`update matter set alarm_claimed_until = ${door.clock.now().add({ seconds: 30 }).toString()}`.execute(
    db,
  )
  const worker = aWorker(door)
  await worker.swept()
  expect(await readJournal(db, 'complaint', ids[0] ?? '')).toHaveLength(1)
  door.clock.push({ seconds: 30 })
  await worker.swept()
  for (const id of ids) expect(await readJournal(db, 'complaint', id)).toHaveLength(2)
})

test('a bell that rings before its instant serves nothing yet and rings again a second after it', async ({
  database: { db },
}) => {
  const door = aDoor({ db })
  await door.file()
  const at = await firstAlarm(door)
  door.clock.set(at.subtract({ milliseconds: 40 }))
  const worker = aWorker(door)
  await worker.perform({ kind: 'bell', by: at.toString() })
  expect(worker.rings).toEqual([at.add({ seconds: 1 })])
  expect(await db.selectFrom('journal').select('id').execute()).toHaveLength(1)
  door.clock.set(at.add({ seconds: 1 }))
  await worker.rung()
  expect(await db.selectFrom('journal').select('id').execute()).toHaveLength(2)
})

test('a bell rung twice or too late does no harm', async ({ database: { db } }) => {
  const door = aDoor({ db })
  await fileMany(door, 3)
  door.clock.set(await firstAlarm(door))
  const worker = aWorker(door)
  await Promise.all([worker.rung(), worker.rung(), worker.swept()])
  const journal = await db.selectFrom('journal').selectAll().execute()
  const sent = worker.sent.length
  await worker.rung()
  expect(await db.selectFrom('journal').selectAll().execute()).toEqual(journal)
  expect(worker.sent.length).toBe(sent)
})

test('the sweep rings for every second in which something is due within the next two minutes', async ({
  database: { db },
}) => {
  const door = aDoor({ db })
  const ids = await fileMany(door, 3)
  const now = door.clock.now()
  for (const [place, seconds] of [5, 119, 121].entries()) {
    const at = now.add({ seconds }).toString()
    await db
      .updateTable('matter')
      .set({ alarm_at: at })
      .where('id', '=', ids[place] ?? '')
      .execute()
  }
  const worker = aWorker(door)
  await worker.swept()
  expect(worker.rings.map((at) => at.since(now).total('seconds'))).toEqual([6, 120])
})

test('rules that disagree about what is owed cost one look per claim, not a loop', async ({
  database: { db },
}) => {
  const door = aDoor({ db })
  const { state } = await door.file()
  let looks = 0
  const stubborn: Door = {
    ...door,
    handle: (kind, id, command, by) => {
      looks += 1
      return door.handle(kind, id, command, by).then(async (handled) => {
        await sql`update matter set alarm_at = ${door.clock.now().toString()},
          alarm_claimed_until = coalesce(alarm_claimed_until, ${door.clock.now().add({ seconds: 30 }).toString()})`.execute(
          db,
        )
        return handled
      })
    },
  }
  await db
    .updateTable('matter')
    .set({ alarm_at: door.clock.now().toString() })
    .where('id', '=', state.id)
    .execute()
  await aWorker(stubborn).rung()
  expect(looks).toBe(1)
})

test('after a week of downtime one sweep does everything owed, and what was late because of us says so', async ({
  database: { db },
}) => {
  const door = aDoor({ db })
  const { state } = await door.file()
  const worker = aWorker(door)
  await worker.swept()
  worker.sent.length = 0
  door.clock.push({ hours: 7 * 24 })
  await worker.swept()
  const notices = worker.sent.flatMap(({ effect }) => (effect.kind === 'tell' ? [effect.notice] : []))
  expect(notices.some(({ lateSeconds = 0 }) => lateSeconds > 24 * 3600)).toBe(true)
  const row = await db.selectFrom('matter').selectAll().where('id', '=', state.id).executeTakeFirstOrThrow()
  expect(Temporal.Instant.compare(row.alarm_at ?? '', door.clock.now())).toBe(1)
})

async function digests(door: Door): Promise<string[]> {
  const rows = await door.db
    .selectFrom('outbox')
    .select(['key', 'id'])
    .where('key', 'is not', null)
    .orderBy('id')
    .execute()
  return rows.map(({ key }) => key ?? '')
}

/** 24 November 2026 in Shanghai, at this local time. */
const at = (time: string, day = '2026-11-24') =>
  Temporal.ZonedDateTime.from(`${day}T${time}[Asia/Shanghai]`).toInstant()

test('at the time of the pack every person with something open gets one digest, and a little later every branch', async ({
  database: { db },
}) => {
  const door = aDoor({ db })
  door.clock.set(at('08:30'))
  await door.file()
  const worker = aWorker(door)
  await worker.swept()
  expect(await digests(door)).toEqual([])
  door.clock.set(at('08:50'))
  await worker.perform({ kind: 'digest' })
  const people = await digests(door)
  expect(people).toContain('digest/2026-11-24/p-yu-qing')
  expect(people).not.toContain('digest/2026-11-24/branch-moumou')
  door.clock.set(at('09:00'))
  await worker.swept()
  expect(await digests(door)).toEqual([...people, 'digest/2026-11-24/branch-moumou'])
})

test('digests are put once a day whoever asks, and not again for what comes in later', async ({
  database: { db },
}) => {
  const door = aDoor({ db })
  const workers = [aWorker(door), aWorker(door)]
  await Promise.all(workers.map(({ perform }) => perform({ kind: 'digest' })))
  expect(await digests(door)).toEqual(['digest/2026-11-24/branch-moumou'])
  await door.file()
  door.clock.set(at('17:00'))
  await Promise.all(workers.map(({ swept }) => swept()))
  expect(await digests(door)).toEqual(['digest/2026-11-24/branch-moumou'])
  door.clock.set(at('09:00', '2026-11-25'))
  await Promise.all(workers.map(({ swept }) => swept()))
  expect(await digests(door)).toContain('digest/2026-11-25/p-yu-qing')
})

test('a holiday and a weekend bring no digest, a make-up workday does', async ({ database: { db } }) => {
  const door = aDoor({ db })
  const worker = aWorker(door)
  const { business } = await door.inForce.rulebook()
  const days = ['2026-10-01', '2026-10-10', '2026-11-28']
  const open = days.filter((day) => windowsOf(business, Temporal.PlainDate.from(day)).length > 0)
  for (const day of days) {
    door.clock.set(at('12:00', day))
    await worker.swept()
  }
  expect(open).toEqual(['2026-10-10'])
  expect(await digests(door)).toEqual(['digest/2026-10-10/branch-moumou'])
})

test('a digest that nobody rang for is caught up by the sweep on the same day', async ({
  database: { db },
}) => {
  const door = aDoor({ db })
  door.clock.set(at('08:00'))
  await door.file({ id: randomUUID() })
  door.clock.set(at('15:30'))
  await aWorker(door).swept()
  expect(await digests(door)).toContain('digest/2026-11-24/p-yu-qing')
})
