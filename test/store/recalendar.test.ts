import { expect } from 'vitest'
import { createHandle } from '../../src/handle.ts'
import { createInForce } from '../../src/in-force.ts'
import { loadPolicy } from '../../src/policy/policy.ts'
import { recalendar } from '../../src/recalendar.ts'
import { findOpenDues } from '../../src/store/find-complaints.ts'
import { storePack } from '../../src/store/rules.ts'
import { test } from '../support/database.ts'
import { aDoor } from '../support/door.ts'
import { createHandClock } from '../support/hand-clock.ts'

/** Thursday 31 December 2026, 15:00 in Shanghai; the notice for 2027 has not come. */
const newYearsEve = '2026-12-31T07:00:00Z'

const bank = await loadPolicy(new URL('../../src/policy/bank.yaml', import.meta.url).pathname)

/** The calendar with 1 January 2027 closed by an invented notice. */
const withNewYear = {
  ...bank.holidays,
  holidays: [
    ...bank.holidays.holidays,
    { date: '2027-01-01', name: { zh: '元旦', en: 'New Year' }, notice: 'invented for this test' },
  ],
  coveredYears: [...bank.holidays.coveredYears, 2027],
}

function pack(holidays: unknown) {
  const { version, effectiveFrom } = bank.pack
  return { version, effectiveFrom, document: bank.pack, holidays }
}

test('when the notice of a year arrives, open due times move and are listed; run again, nothing moves', async ({
  database: { db },
}) => {
  const clock = createHandClock(newYearsEve)
  const { number } = (await aDoor({ db }, clock).file()).state
  // Triage in 4 working hours: 2 h until closing at 17:00, and 2 h on Friday 1 January, which nobody knows to be closed.
  expect((await findOpenDues(db))[0]?.dues.next).toBe('2027-01-01T03:00:00.000Z')

  expect(await storePack(db, pack(withNewYear), clock.now())).toBe('recalendared')
  const inForce = createInForce(db, clock.now)
  const handle = createHandle({ db, inForce, now: clock.now, ring: () => {} })
  const moved = await recalendar(db, handle)

  // Now the 2 h fall on Monday 4 January, 11:00.
  expect(moved).toMatchObject([
    { number, from: { next: '2027-01-01T03:00:00.000Z' }, to: { next: '2027-01-04T03:00:00.000Z' } },
  ])
  expect(await recalendar(db, handle)).toEqual([])
})

test('a pack loaded again with the calendar it has moves nothing; another content under its version is refused', async ({
  database: { db },
}) => {
  const now = Temporal.Instant.from(newYearsEve)
  expect(await storePack(db, pack(bank.holidays), now)).toBe('known')
  const reopened = { ...pack(bank.holidays), document: { ...bank.pack, reopenDays: 31 } }
  expect(await storePack(db, reopened, now)).toBe('changed')
})
