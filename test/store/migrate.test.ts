import { sql } from 'kysely'
import { expect } from 'vitest'
import { connect } from '../../src/store/connect.ts'
import { migrate } from '../../src/store/migrate.ts'
import { test } from '../support/database.ts'

test('a migrated database has nothing left to migrate', async ({ database }) => {
  expect(await migrate(database.db)).toEqual([])
})

test('of several processes that start at once on an empty database one migrates and the others wait', async ({
  database: { db, url },
}) => {
  await sql`drop schema public cascade`.execute(db)
  await sql`create schema public`.execute(db)
  const processes = Array.from({ length: 4 }, () => connect(url, { max: 2, onError: () => {} }))
  const ran = await Promise.all(processes.map((each) => migrate(each.db)))
  expect(ran.filter((names) => names.length > 0)).toHaveLength(1)
  await Promise.all(processes.map((each) => each.close()))
})

test('after migrating, statements are bounded again as everywhere', async ({ database: { db } }) => {
  await migrate(db)
  const { rows } = await sql<{ lock_timeout: string }>`show lock_timeout`.execute(db)
  expect(rows).toEqual([{ lock_timeout: '1s' }])
})
