import { expect } from 'vitest'
import { clockActor } from '../../src/matter/actor.ts'
import { everyCase } from '../../src/store/every-case.ts'
import { journalHeads, linesSince } from '../../src/store/journal-since.ts'
import { claimEffects, markDone, setAside } from '../../src/store/outbox.ts'
import { readTray } from '../../src/store/tray.ts'
import { upcomingMatters } from '../../src/store/upcoming.ts'
import { test } from '../support/database.ts'
import { aDoor, officer } from '../support/door.ts'

const triage = {
  step: 'triage',
  level: 'L3',
  caseType: 'complaint',
  channelCode: 'A11',
  business: 'B02',
  cause: 'C07',
  statutoryBasis: 'own',
} as const

test('the next alarms come with their matters, the soonest first', async ({ database: { db } }) => {
  const door = aDoor({ db })
  const first = await door.file()
  door.clock.push({ minutes: 10 })
  const second = await door.file()
  const upcoming = await upcomingMatters(db, 5)
  expect(upcoming.map(({ kind, id }) => [kind, id])).toEqual([
    ['complaint', first.state.id],
    ['complaint', second.state.id],
  ])
  expect(upcoming[0]?.state).toMatchObject({ number: first.state.number })
  expect(upcoming[0]?.at.toString()).toBe('2026-11-24T05:00:00Z')
  expect(await upcomingMatters(db, 1)).toHaveLength(1)
})

test('a matter that waits for nothing has no alarm', async ({ database: { db } }) => {
  const { state } = await aDoor({ db }).file()
  await db.updateTable('matter').set({ alarm_at: null }).where('id', '=', state.id).execute()
  expect(await upcomingMatters(db, 5)).toEqual([])
})

test('the cases are told the newest first, so many at most', async ({ database: { db } }) => {
  const door = aDoor({ db })
  const older = await door.file()
  door.clock.push({ minutes: 1 })
  const newer = await door.file()
  const cases = await everyCase(db, 10)
  expect(cases.map(({ number }) => number)).toEqual([newer.state.number, older.state.number])
  expect(cases[0]).toMatchObject({ kind: 'complaint', id: newer.state.id, status: 'received' })
  expect(await everyCase(db, 1)).toHaveLength(1)
})

test('since a point in time every matter’s new lines are told in the order of time, with their number', async ({
  database: { db },
}) => {
  const door = aDoor({ db })
  const before = await door.file()
  const heads = await journalHeads(db)
  expect(await linesSince(db, heads)).toEqual([])
  door.clock.push({ minutes: 1 })
  const after = await door.file()
  door.clock.set('2026-11-24T05:00:00Z')
  await door.handle('complaint', before.state.id, { step: 'tick' }, clockActor)
  const lines = await linesSince(db, heads)
  expect(lines.map(({ number, actor, seq }) => [number, actor.kind, seq])).toEqual([
    [after.state.number, 'person', 1],
    [before.state.number, 'clock', 2],
  ])
  expect(await linesSince(db, [])).toHaveLength(3)
})

test('the tray tells of each effect whether it waits, was sent, or was set aside and why, the newest first', async ({
  database: { db },
}) => {
  const door = aDoor({ db })
  const { state } = await door.file()
  const stream = `complaint/${state.id}`
  await door.handle('complaint', state.id, triage, officer)
  await door.handle(
    'complaint',
    state.id,
    { step: 'escalate', reason: 'customerInsists', remark: 'Asks for the branch.' },
    officer,
  )
  const now = door.clock.now()
  const [sent] = await claimEffects(db, now, 1)
  if (sent) await markDone(db, sent.id, now)
  const [failed] = await claimEffects(db, now, 1)
  if (failed) await setAside(db, failed, now, 'channel_not_found')
  const tray = await readTray(db, { stream, limit: 50 })
  expect(tray.map(({ id }) => Number(id))).toEqual(
    tray.map(({ id }) => Number(id)).toSorted((one, other) => other - one),
  )
  expect(tray.at(-1)).toMatchObject({ id: sent?.id, state: 'sent', attempts: 1, stream })
  expect(tray.at(-2)).toMatchObject({ id: failed?.id, state: 'setAside', lastError: 'channel_not_found' })
  expect(tray[0]).toMatchObject({ state: 'waiting', attempts: 0 })
  expect(await readTray(db, { stream: 'complaint/another', limit: 50 })).toEqual([])
  expect(await readTray(db, { limit: 1 })).toHaveLength(1)
})
