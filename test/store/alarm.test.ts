import { expect } from 'vitest'
import { claimDue, nextAlarms } from '../../src/store/alarm.ts'
import { connect } from '../../src/store/connect.ts'
import { test } from '../support/database.ts'
import { aDoor, tuesday } from '../support/door.ts'

type Db = Parameters<typeof claimDue>[0]

const now = Temporal.Instant.from(tuesday)

/** So many complaints, the first due first, a second apart, all due by now. */
async function dueComplaints(db: Db, count: number): Promise<string[]> {
  const door = aDoor({ db })
  const filed = await Promise.all(Array.from({ length: count }, () => door.file()))
  const ids = filed.map(({ state }) => state.id)
  for (const [place, id] of ids.entries()) await setAlarm(db, id, now.subtract({ seconds: count - place }))
  return ids
}

async function setAlarm(db: Db, id: string, at: Temporal.Instant): Promise<void> {
  await db.updateTable('matter').set({ alarm_at: at.toString() }).where('id', '=', id).execute()
}

test('what is due is claimed in the order in which it was due', async ({ database: { db } }) => {
  const ids = await dueComplaints(db, 5)
  const first = await claimDue(db, { now, limit: 3 })
  const rest = await claimDue(db, { now, limit: 3 })
  expect([first, rest].map((claimed) => claimed.map(({ id }) => id))).toEqual([ids.slice(0, 3), ids.slice(3)])
})

test('among workers who claim at once each alarm is taken by one', async ({ database: { db, url } }) => {
  const other = connect(url, { max: 10, onError: () => {} })
  const ids = await dueComplaints(db, 60)
  const claims = Array.from({ length: 12 }, (_, place) =>
    claimDue(place % 2 ? db : other.db, { now, limit: 10 }),
  )
  const taken = (await Promise.all(claims)).flat().map(({ id }) => id)
  const left = (await claimDue(db, { now, limit: 100 })).map(({ id }) => id)
  expect([...taken, ...left].toSorted()).toEqual(ids.toSorted())
  await other.close()
})

test('what is due later is left alone', async ({ database: { db } }) => {
  const [id = ''] = await dueComplaints(db, 1)
  await setAlarm(db, id, now.add({ milliseconds: 1 }))
  expect(await claimDue(db, { now, limit: 10 })).toEqual([])
})

test('the claim of a worker that died returns after half a minute', async ({ database: { db } }) => {
  await dueComplaints(db, 1)
  expect(await claimDue(db, { now, limit: 10 })).toHaveLength(1)
  expect(await claimDue(db, { now: now.add({ seconds: 29 }), limit: 10 })).toEqual([])
  expect(await claimDue(db, { now: now.add({ seconds: 30 }), limit: 10 })).toHaveLength(1)
})

test('the instants to ring for are whole seconds without doubles, the next first, up to a bound', async ({
  database: { db },
}) => {
  const ids = await dueComplaints(db, 4)
  const offsets = [90_000, 1200, 1900, 5000]
  for (const [place, id] of ids.entries())
    await setAlarm(db, id, now.add({ milliseconds: offsets[place] ?? 0 }))
  const seconds = async (limit: number, by?: Temporal.Instant) =>
    (await nextAlarms(db, now, limit, by)).map((at) => at.since(now).total('seconds'))
  expect(await seconds(10)).toEqual([1, 5, 90])
  expect(await seconds(1)).toEqual([1])
  expect(await seconds(10, now.add({ seconds: 60 }))).toEqual([1, 5])
})
