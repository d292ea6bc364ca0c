import { randomUUID } from 'node:crypto'
import * as fc from 'fast-check'
import { sql } from 'kysely'
import { expect } from 'vitest'
import { canonical } from '../../src/store/canonical.ts'
import { readJournal } from '../../src/store/journal.ts'
import { type BrokenChain, verifyJournals } from '../../src/store/verify-journal.ts'
import { test } from '../support/database.ts'
import { aDoor, aTriage, officer } from '../support/door.ts'

type Db = Parameters<typeof aDoor>[0]['db']

/** Two complaints, the first with three lines in its journal. */
async function twoComplaints(db: Db): Promise<{ id: string; other: string }> {
  const door = aDoor({ db })
  const [id, other] = [randomUUID(), randomUUID()]
  await door.file({ id })
  await door.file({ id: other })
  await door.handle('complaint', id, aTriage, officer)
  const escalate = { step: 'escalate', reason: 'outletCannotSolve', remark: '样例' } as const
  await door.handle('complaint', id, escalate, officer)
  return { id, other }
}

/** What somebody with the owner's rights could do behind our back. */
async function tamper(db: Db, statement: ReturnType<typeof sql>): Promise<void> {
  await db.transaction().execute(async (trx) => {
    await sql`alter table journal disable trigger only_appended`.execute(trx)
    await statement.execute(trx)
    await sql`alter table journal enable trigger only_appended`.execute(trx)
  })
}

async function brokenAfter(db: Db, statement: ReturnType<typeof sql>): Promise<readonly BrokenChain[]> {
  await tamper(db, statement)
  return (await verifyJournals(db)).broken
}

test('journals that nobody touched are whole', async ({ database: { db } }) => {
  const { id } = await twoComplaints(db)
  expect((await readJournal(db, 'complaint', id)).length).toBeGreaterThanOrEqual(3)
  expect(await verifyJournals(db)).toEqual({ checked: 2, broken: [] })
})

test('more journals than are read at once are all checked', async ({ database: { db } }) => {
  const door = aDoor({ db })
  const filed = await Promise.all(Array.from({ length: 201 }, () => door.file()))
  const last =
    filed
      .map(({ state }) => state.id)
      .toSorted()
      .at(-1) ?? ''
  expect(await verifyJournals(db)).toEqual({ checked: 201, broken: [] })
  const broken = await brokenAfter(
    db,
    sql`update journal set event = jsonb_set(event, '{story}', '"x"') where id = ${last}`,
  )
  expect(broken).toEqual([{ kind: 'complaint', id: last, seq: 1, what: 'changed' }])
})

test.for([
  'update journal set seq = seq',
  'delete from journal',
  'truncate journal',
  'delete from access_log',
])('the database itself refuses: %s', async (statement, { database: { db } }) => {
  await twoComplaints(db)
  await expect(sql.raw(statement).execute(db)).rejects.toThrow('only grows')
})

test('a changed event is found', async ({ database: { db } }) => {
  const { id } = await twoComplaints(db)
  const statement = sql`update journal set event = jsonb_set(event, '{story}', '"样例：改过"') where id = ${id} and seq = 1`
  expect(await brokenAfter(db, statement)).toEqual([{ kind: 'complaint', id, seq: 1, what: 'changed' }])
})

test.for([
  [`actor`, `'{"kind":"machine"}'`],
  [`at`, `at + interval '1 second'`],
  [`policy_version`, `'1999.1'`],
])('a changed %s is found', async ([column = '', value = ''], { database: { db } }) => {
  const { id } = await twoComplaints(db)
  const statement = sql`update journal set ${sql.ref(column)} = ${sql.raw(value)} where id = ${id} and seq = 2`
  expect(await brokenAfter(db, statement)).toEqual([{ kind: 'complaint', id, seq: 2, what: 'changed' }])
})

test('a changed line whose hash was made to fit is found at the line after it', async ({
  database: { db },
}) => {
  const { id } = await twoComplaints(db)
  const [, second] = await readJournal(db, 'complaint', id)
  const statement = sql`update journal set hash = ${'f'.repeat(64)}, event = event || '{"by":"p-sun-bo"}' where id = ${id} and seq = 2`
  const broken = await brokenAfter(db, statement)
  expect(second?.seq).toBe(2)
  expect(broken).toEqual([{ kind: 'complaint', id, seq: 2, what: 'changed' }])
})

test('a removed line is found', async ({ database: { db } }) => {
  const { id } = await twoComplaints(db)
  const broken = await brokenAfter(db, sql`delete from journal where id = ${id} and seq = 2`)
  expect(broken).toEqual([{ kind: 'complaint', id, seq: 2, what: 'gap' }])
})

test('a cut end is found', async ({ database: { db } }) => {
  const { id } = await twoComplaints(db)
  const lines = await readJournal(db, 'complaint', id)
  const broken = await brokenAfter(db, sql`delete from journal where id = ${id} and seq = ${lines.length}`)
  expect(broken).toEqual([{ kind: 'complaint', id, seq: lines.length, what: 'truncated' }])
})

test('a journal emptied whole is found', async ({ database: { db } }) => {
  const { id } = await twoComplaints(db)
  const broken = await brokenAfter(db, sql`delete from journal where id = ${id}`)
  expect(broken).toEqual([{ kind: 'complaint', id, seq: 1, what: 'truncated' }])
})

test('two swapped lines are found', async ({ database: { db } }) => {
  const { id } = await twoComplaints(db)
  await tamper(db, sql`update journal set seq = seq + 100 where id = ${id} and seq in (2, 3)`)
  const swap = sql`update journal set seq = 105 - seq where id = ${id} and seq > 100`
  expect(await brokenAfter(db, swap)).toEqual([{ kind: 'complaint', id, seq: 2, what: 'unlinked' }])
})

test('a line moved to another complaint is found in both', async ({ database: { db } }) => {
  const { id, other } = await twoComplaints(db)
  const broken = await brokenAfter(db, sql`update journal set id = ${other} where id = ${id} and seq = 2`)
  expect(broken.map((each) => each.id).toSorted()).toEqual([id, other].toSorted())
})

test('a complaint removed with its row leaves lines that belong to nobody, and they are found', async ({
  database: { db },
}) => {
  const { id } = await twoComplaints(db)
  await db.deleteFrom('matter').where('id', '=', id).execute()
  expect(await verifyJournals(db)).toEqual({
    checked: 1,
    broken: [{ kind: 'complaint', id, seq: 1, what: 'orphaned' }],
  })
})

test('whatever JSON goes into the database comes back with the same canonical text', async ({
  database: { db },
}) => {
  const storable = fc.json({ maxDepth: 3 }).filter((text) => !text.includes('\\u0000') && text.isWellFormed())
  await fc.assert(
    fc.asyncProperty(storable, async (text) => {
      const value: unknown = JSON.parse(text)
      const { rows } = await sql<{ back: unknown }>`select ${text}::jsonb as back`.execute(db)
      expect(canonical({ value: rows[0]?.back })).toBe(canonical({ value }))
    }),
    { numRuns: 300 },
  )
})
