import { sql } from 'kysely'
import { expect } from 'vitest'
import { connect } from '../../src/store/connect.ts'
import { migrate } from '../../src/store/migrate.ts'
import {
  emptySandbox,
  findSandboxMark,
  foreignTables,
  markSandbox,
  mayMarkSandbox,
} from '../../src/store/sandbox-mark.ts'
import { test } from '../support/database.ts'
import { aDoor } from '../support/door.ts'

test('a migrated database without a matter may be called the sandbox’s own: every table in it is made by a migration', async ({
  database: { db },
}) => {
  expect(await foreignTables(db)).toEqual([])
  expect(await mayMarkSandbox(db)).toBe(true)
  expect(await findSandboxMark(db)).toBeUndefined()
})

test('a database in which a case was filed, or which holds a table of somebody else, is not the sandbox’s own', async ({
  database: { db },
}) => {
  await sql`create table ledger (entry text)`.execute(db)
  expect(await foreignTables(db)).toEqual(['ledger'])
  expect(await mayMarkSandbox(db)).toBe(false)
  await sql`drop table ledger`.execute(db)
  await aDoor({ db }).file()
  expect(await mayMarkSandbox(db)).toBe(false)
})

test('to look at which tables are ours leaves nothing behind', async ({ database: { db } }) => {
  await foreignTables(db)
  const { rows } = await sql<{ name: string }>`
    select nspname as name from pg_namespace where nspname like 'redress_look%'`.execute(db)
  expect(rows).toEqual([])
  const path = await sql<{ search_path: string }>`show search_path`.execute(db)
  expect(path.rows[0]?.search_path).toContain('public')
})

test('the mark keeps the text of the policy that is played under, whatever stands in it', async ({
  database: { db },
}) => {
  const policy = 'version: "2026.7" # 它的 \'quotes\' and \\ signs\n'
  await markSandbox(db, { policy })
  expect(await findSandboxMark(db)).toEqual({ policy })
  await markSandbox(db, {})
  expect(await findSandboxMark(db)).toEqual({})
})

test('somebody else’s remark on the schema is no mark', async ({ database: { db } }) => {
  await sql`comment on schema public is 'standard public schema'`.execute(db)
  expect(await findSandboxMark(db)).toBeUndefined()
  await sql`comment on schema public is '{"redress":"production"}'`.execute(db)
  expect(await findSandboxMark(db)).toBeUndefined()
})

test('emptied, a marked database is as new: no journal, no jobs, marked, and ready to be migrated', async ({
  database,
}) => {
  await markSandbox(database.db, {})
  await aDoor({ db: database.db }).file()
  await emptySandbox(database.db, { policy: 'other' })
  const fresh = connect(database.url, { max: 1, onError: () => {} })
  expect(await findSandboxMark(fresh.db)).toEqual({ policy: 'other' })
  expect((await migrate(fresh.db)).length).toBeGreaterThan(0)
  expect(await fresh.db.selectFrom('matter').selectAll().execute()).toEqual([])
  const { rows } = await sql`select from pg_namespace where nspname = 'bullmq'`.execute(fresh.db)
  expect(rows).toEqual([])
  await fresh.close()
})

test('a database without the mark is not emptied', async ({ database: { db } }) => {
  await aDoor({ db }).file()
  await expect(emptySandbox(db, {})).rejects.toThrow(/not begun by the sandbox.*not emptied/)
  expect(await db.selectFrom('matter').selectAll().execute()).toHaveLength(1)
})

test('a marked database in which somebody has since made a table is not emptied, and the table is named', async ({
  database: { db },
}) => {
  await markSandbox(db, {})
  await sql`create table ledger (entry text)`.execute(db)
  await expect(emptySandbox(db, {})).rejects.toThrow(/ledger/)
  expect((await sql`select from ledger`.execute(db)).rows).toEqual([])
})
