import { randomUUID } from 'node:crypto'
import { sql } from 'kysely'
import { expect } from 'vitest'
import { complaintMatter } from '../../src/complaint/matter.ts'
import type { Complaint } from '../../src/complaint/complaint.ts'
import { createHandle } from '../../src/handle.ts'
import { clockActor } from '../../src/matter/actor.ts'
import { Refusal } from '../../src/matter/refusal.ts'
import { connect } from '../../src/store/connect.ts'
import { readJournal } from '../../src/store/journal.ts'
import { storeOrganisation } from '../../src/store/rules.ts'
import { readSampleBank } from '../../src/sandbox/sample-bank.ts'
import { test } from '../support/database.ts'
import { aDoor, aFiling, aSealedCustomer, aTriage, clerk, officer, otherOfficer } from '../support/door.ts'

type Db = Parameters<typeof aDoor>[0]['db']

const tables = [
  'matter',
  'journal',
  'outbox',
  'complaint',
  'vault_key',
  'vault_field',
  'vault_digest',
] as const

async function counts(db: Db): Promise<Record<string, number>> {
  const counted: Record<string, number> = {}
  for (const table of tables) {
    const { rows } = await sql<{ n: number }>`select count(*)::int as n from ${sql.table(table)}`.execute(db)
    counted[table] = rows[0]?.n ?? -1
  }
  return counted
}

const nothing = Object.fromEntries(tables.map((table) => [table, 0]))

async function numbers(db: Db): Promise<string[]> {
  const rows = await db.selectFrom('complaint').select('number').orderBy('number').execute()
  return rows.map(({ number }) => number)
}

function gapless(count: number): string[] {
  return Array.from({ length: count }, (_, place) => `2026-${String(place + 1).padStart(5, '0')}`)
}

test('the first complaint of a branch in a year is 2026-00001, and everything it writes is there', async ({
  database: { db },
}) => {
  const door = aDoor({ db })
  const id = randomUUID()
  const { state, events } = await door.file({ id, sealed: aSealedCustomer(id) })
  expect(state).toMatchObject({ id, number: '2026-00001', branch: 'branch-moumou', status: 'received' })
  expect(events).toBe(1)
  expect(await counts(db)).toEqual({
    matter: 1,
    journal: 1,
    outbox: 2,
    complaint: 1,
    vault_key: 1,
    vault_field: 2,
    vault_digest: 2,
  })
})

test('filing rings for its effects and for its first alarm', async ({ database: { db } }) => {
  const door = aDoor({ db })
  await door.file()
  const row = await db.selectFrom('matter').select('alarm_at').executeTakeFirstOrThrow()
  expect(door.rings).toEqual([{ effects: true, alarmAt: row.alarm_at }])
})

test.for(['matter', 'journal', 'outbox', 'complaint', 'vault_field', 'number_series'])(
  'where writing %s fails, nothing is written and no number is used up',
  async (table, { database: { db } }) => {
    const door = aDoor({ db })
    await sql`
      create function fail() returns trigger language plpgsql as $$ begin raise 'the disk is full'; end $$`.execute(
      db,
    )
    await sql`create trigger fail before insert or update on ${sql.table(table)} for each row execute function fail()`.execute(
      db,
    )
    const id = randomUUID()
    await expect(door.file({ id, sealed: aSealedCustomer(id) })).rejects.toThrow('the disk is full')
    expect(await counts(db)).toEqual(nothing)
    expect(door.rings).toEqual([])
    await sql`drop trigger fail on ${sql.table(table)}`.execute(db)
    const { state } = await door.file()
    expect(state.number).toBe('2026-00001')
  },
)

test('the same form sent twice is one complaint with one number, and the second changes nothing', async ({
  database: { db },
}) => {
  const door = aDoor({ db })
  const id = randomUUID()
  const first = await door.file({ id, sealed: aSealedCustomer(id) })
  const before = await counts(db)
  const second = await door.file({ id, sealed: aSealedCustomer(id), story: '样例：另一句话。' })
  expect(second.state).toEqual(first.state)
  expect(second.events).toBe(0)
  expect(await counts(db)).toEqual(before)
  expect((await door.file()).state.number).toBe('2026-00002')
})

test('the same form sent twenty times at once, from two processes, is one complaint with one number', async ({
  database: { db, url },
}) => {
  const other = connect(url, { max: 10, onError: () => {} })
  const doors = [aDoor({ db }), aDoor(other)] as const
  const id = randomUUID()
  const sent = Array.from({ length: 20 }, (_, place) =>
    doors[place % 2 ? 1 : 0].file({ id, sealed: aSealedCustomer(id) }),
  )
  const told = await Promise.all(sent)
  expect(new Set(told.map((each) => each.state.number))).toEqual(new Set(['2026-00001']))
  expect(told.reduce((sum, each) => sum + each.events, 0)).toBe(1)
  expect((await doors[0].file()).state.number).toBe('2026-00002')
  await other.close()
})

test('numbers stay without a gap under fifty filings at once in two processes, refused and failing ones among them', async ({
  database: { db, url },
}) => {
  const other = connect(url, { max: 10, onError: () => {} })
  const doors = [aDoor({ db }), aDoor(other)] as const
  await sql`
    create function fail_some() returns trigger language plpgsql as $$
    begin if new.state->>'story' like '%失败%' then raise check_violation using message = 'this one fails'; end if; return new; end $$`.execute(
    db,
  )
  await sql`create trigger fail_some before insert on matter for each row execute function fail_some()`.execute(
    db,
  )
  const sent = Array.from({ length: 50 }, (_, place) => {
    const door = doors[place % 2 ? 1 : 0]
    if (place % 5 === 1) return door.file({ request: 'no-such-request' })
    if (place % 5 === 2) return door.file({ story: '样例：失败。' })
    return door.file()
  })
  const told = await Promise.allSettled(sent)
  const given = told.flatMap((each) => (each.status === 'fulfilled' ? [each.value] : []))
  expect(given.map(({ state }) => state.number).toSorted()).toEqual(gapless(30))
  expect(await numbers(db)).toEqual(gapless(30))
  expect(told.filter((each) => each.status === 'rejected' && each.reason instanceof Refusal)).toHaveLength(10)
  await other.close()
})

test('each branch and each local year counts for itself', async ({ database: { db } }) => {
  const bank = await readSampleBank()
  const branch = {
    id: 'branch-other',
    name: { zh: '样例分行', en: 'Sample Branch' },
    level: 'BRANCH' as const,
  }
  const outlet = { ...branch, id: 'outlet-other', level: 'OUTLET' as const, parent: branch.id }
  const units = [...bank.units, { ...branch, parent: 'region-east' }, outlet]
  await storeOrganisation(db, { ...bank, units }, 'test', Temporal.Now.instant())
  const door = aDoor({ db })
  const here = await door.file()
  const there = await door.file({ outlet: 'outlet-other' })
  expect([here.state.number, there.state.number]).toEqual(['2026-00001', '2026-00001'])
  door.clock.set('2026-12-31T16:00:00Z')
  expect((await door.file()).state.number).toBe('2027-00001')
})

test('two people who click at once take turns, and the second meets the new state', async ({
  database: { db },
}) => {
  const door = aDoor({ db })
  const { state } = await door.file()
  const clicks = [officer, otherOfficer].map((by) => door.handle('complaint', state.id, aTriage, by))
  const told = await Promise.allSettled(clicks)
  expect(told.map(({ status }) => status).toSorted()).toEqual(['fulfilled', 'rejected'])
  const refused = told.find(({ status }) => status === 'rejected')
  expect(refused).toMatchObject({ reason: { code: 'not-now' } })
  expect(await readJournal(db, 'complaint', state.id)).toHaveLength(2)
})

test('a lock held elsewhere for more than a second is an honest failure with nothing half-done', async ({
  database: { db },
}) => {
  const door = aDoor({ db })
  const { state } = await door.file()
  const before = await counts(db)
  await db.transaction().execute(async (elsewhere) => {
    await sql`select 1 from matter where id = ${state.id} for update`.execute(elsewhere)
    const late = door.handle('complaint', state.id, aTriage, officer)
    await expect(late).rejects.toMatchObject({ code: '55P03' })
  })
  expect(await counts(db)).toEqual(before)
  const { state: now } = await door.handle('complaint', state.id, aTriage, officer)
  expect(now.status).toBe('triaged')
})

test('a series locked elsewhere fails the filing honestly, and the next one has no gap before it', async ({
  database: { db },
}) => {
  const door = aDoor({ db })
  await door.file()
  await db.transaction().execute(async (elsewhere) => {
    await sql`select 1 from number_series for update`.execute(elsewhere)
    await expect(door.file()).rejects.toMatchObject({ code: '55P03' })
  })
  expect((await door.file()).state.number).toBe('2026-00002')
})

test('a refusal writes nothing and rings for nothing', async ({ database: { db } }) => {
  const door = aDoor({ db })
  const { state } = await door.file()
  const before = await counts(db)
  door.rings.length = 0
  await expect(door.handle('complaint', state.id, aTriage, clerk)).rejects.toBeInstanceOf(Refusal)
  await expect(door.handle('complaint', randomUUID(), aTriage, officer)).rejects.toMatchObject({
    code: 'not-found',
  })
  await expect(door.file({ outlet: 'no-such-outlet' })).rejects.toMatchObject({ code: 'unknown-unit' })
  expect(await counts(db)).toEqual(before)
  expect(door.rings).toEqual([])
})

test('one form with a value that no column can hold fails alone; those beside it are filed', async ({
  database: { db },
}) => {
  const door = aDoor({ db })
  const sent = [door.file(), door.file({ story: '样例：\u0000' }), door.file()]
  const told = await Promise.allSettled(sent)
  expect(told.map(({ status }) => status)).toEqual(['fulfilled', 'rejected', 'fulfilled'])
  expect(await numbers(db)).toEqual(gapless(2))
})

test('twice as many callers as the pool has connections, with nothing read yet, wait for each other and not for themselves', async ({
  database: { url },
}) => {
  const small = connect(url, { max: 2, onError: () => {} })
  const door = aDoor(small)
  const filed = await Promise.all(Array.from({ length: 20 }, () => door.file()))
  const fresh = aDoor(small)
  const triaged = filed.map(({ state }) => fresh.handle('complaint', state.id, aTriage, officer))
  expect((await Promise.all(triaged)).map(({ state }) => state.status)).toEqual(
    Array.from({ length: 20 }, () => 'triaged'),
  )
  await small.close()
})

test('a stale alarm changes nothing and moves on', async ({ database: { db } }) => {
  const door = aDoor({ db })
  const { state } = await door.file()
  const before = await db.selectFrom('matter').selectAll().executeTakeFirstOrThrow()
  await db.updateTable('matter').set({ alarm_at: door.clock.now().toString() }).execute()
  const { events } = await door.handle('complaint', state.id, { step: 'tick' }, clockActor)
  expect(events).toBe(0)
  expect(await db.selectFrom('matter').selectAll().executeTakeFirstOrThrow()).toEqual(before)
  expect(await readJournal(db, 'complaint', state.id)).toHaveLength(1)
})

test('what the clock decides at an alarm is journalled, and the alarm moves behind now', async ({
  database: { db },
}) => {
  const door = aDoor({ db })
  const { state } = await door.file()
  const { alarm_at: first } = await db.selectFrom('matter').select('alarm_at').executeTakeFirstOrThrow()
  door.clock.set(first ?? '')
  const { events } = await door.handle('complaint', state.id, { step: 'tick' }, clockActor)
  expect(events).toBeGreaterThan(0)
  const { alarm_at: next } = await db.selectFrom('matter').select('alarm_at').executeTakeFirstOrThrow()
  expect(Temporal.Instant.compare(next ?? '', door.clock.now())).toBe(1)
})

test('folding the journal gives the row, whatever happened', async ({ database: { db } }) => {
  const door = aDoor({ db })
  const id = randomUUID()
  await door.file({ id, vulnerability: [], amount: 1e15 + 0.3 })
  await door.handle('complaint', id, { ...aTriage, levelReason: '样例：金额已退。' }, officer)
  for (let alarm = 0; alarm < 12; alarm += 1) {
    const { alarm_at } = await db.selectFrom('matter').select('alarm_at').executeTakeFirstOrThrow()
    door.clock.set(alarm_at ?? '')
    await door.handle('complaint', id, { step: 'tick' }, clockActor)
  }
  const lines = await readJournal(db, 'complaint', id)
  const folded = lines
    .map(({ event }) => complaintMatter.parseEvent(event))
    .reduce<Complaint | undefined>((state, event) => complaintMatter.evolve(state, event), undefined)
  const row = await db.selectFrom('matter').select('state').executeTakeFirstOrThrow()
  expect(lines.length).toBeGreaterThan(10)
  expect(row.state).toEqual(JSON.parse(JSON.stringify(folded)))
})

test('an instant finer than a millisecond files as well as any other', async ({ database: { db } }) => {
  const door = aDoor({ db })
  door.clock.set('2026-11-24T03:00:00.123456789Z')
  expect((await door.file()).events).toBe(1)
})

test('a command that no form could have sent is refused before anything is locked', async ({
  database: { db },
}) => {
  const door = aDoor({ db })
  const odd = { ...aFiling, receivedAt: '2026-11-24T02:00:00Z', surplus: 'field' }
  await expect(door.handle('complaint', randomUUID(), odd, clerk)).rejects.toThrow('surplus')
  expect(await counts(db)).toEqual(nothing)
})

test('a bell that fails to ring does not make the complaint undone', async ({ database: { db } }) => {
  const { inForce, clock } = aDoor({ db })
  const handle = createHandle({ db, inForce, now: clock.now, ring: () => {} })
  const receivedAt = clock.now().toString()
  const { state } = await handle('complaint', randomUUID(), { ...aFiling, receivedAt }, clerk)
  expect(await numbers(db)).toEqual([state.number])
})
