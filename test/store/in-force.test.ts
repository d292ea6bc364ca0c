import { expect } from 'vitest'
import { createInForce } from '../../src/in-force.ts'
import { readSampleBank } from '../../src/sandbox/sample-bank.ts'
import { findPack, storeOrganisation, storePack } from '../../src/store/rules.ts'
import { test } from '../support/database.ts'
import { tuesday } from '../support/door.ts'
import { createHandClock } from '../support/hand-clock.ts'

type Db = Parameters<typeof createInForce>[0]

/** The pack of the template under another version and date. */
async function anotherPack(db: Db, version: string, effectiveFrom: string) {
  const current = await createInForce(db, () => Temporal.Instant.from(tuesday)).rulebook()
  const row = await findPack(db, current.pack.version)
  const document = { ...(row?.document as object), version, effectiveFrom }
  return { version, effectiveFrom, document, holidays: row?.holidays }
}

test('new matters open under the pack that came into effect last on its own local date', async ({
  database: { db },
}) => {
  const clock = createHandClock(tuesday)
  const inForce = createInForce(db, clock.now)
  const before = (await inForce.rulebook()).pack.version
  await storePack(db, await anotherPack(db, '2027.1', '2027-01-01'), clock.now())
  clock.set('2026-12-31T15:59:59Z')
  expect((await inForce.rulebook()).pack.version).toBe(before)
  clock.set('2026-12-31T16:00:00Z')
  expect((await inForce.rulebook()).pack.version).toBe('2027.1')
  expect((await inForce.rulebook(before)).pack.version).toBe(before)
})

test('a version under which a matter was opened and that is not stored is told with what to do', async ({
  database: { db },
}) => {
  const inForce = createInForce(db, createHandClock(tuesday).now)
  await expect(inForce.rulebook('1999.1')).rejects.toThrow(/1999\.1 is not stored.*Restore it/)
})

test('an imported organisation counts at once where it is forgotten, and soon everywhere', async ({
  database: { db },
}) => {
  const clock = createHandClock(tuesday)
  const [here, there] = [createInForce(db, clock.now), createInForce(db, clock.now)]
  await Promise.all([here.organisation(), there.organisation()])
  const bank = await readSampleBank()
  const people = bank.people.map((each) =>
    each.id === 'p-yu-qing' ? { ...each, email: 'new@huahua-bank.example' } : each,
  )
  await storeOrganisation(db, { ...bank, people }, 'test', clock.now())
  here.forget()
  expect((await here.organisation()).people.get('p-yu-qing')?.email).toBe('new@huahua-bank.example')
  clock.push({ seconds: 1 })
  expect((await there.organisation()).people.get('p-yu-qing')?.email).toBe('new@huahua-bank.example')
})

test('without an organisation or a pack in force it says which command brings one', async ({
  database: { db },
}) => {
  await db.deleteFrom('organisation').execute()
  const inForce = createInForce(db, createHandClock('1990-01-01T00:00:00Z').now)
  await expect(inForce.organisation()).rejects.toThrow('redress organisation import')
  await expect(inForce.rulebook()).rejects.toThrow('POLICY_FILE')
})

test('a pack keeps its content under its version; only its calendar may change', async ({
  database: { db },
}) => {
  const now = Temporal.Instant.from(tuesday)
  const pack = await anotherPack(db, '2027.1', '2027-01-01')
  expect(await storePack(db, pack, now)).toBe('stored')
  expect(await storePack(db, pack, now)).toBe('known')
  expect(await storePack(db, { ...pack, document: { ...pack.document, note: 'changed' } }, now)).toBe(
    'changed',
  )
  expect(await storePack(db, { ...pack, holidays: { coveredYears: [2027] } }, now)).toBe('recalendared')
  expect((await findPack(db, '2027.1'))?.holidays).toEqual({ coveredYears: [2027] })
})
