import { expect } from 'vitest'
import { gatherAgendas } from '../../src/job/gather-agendas.ts'
import { regularReviewId } from '../../src/review/regular-review-id.ts'
import type { Review } from '../../src/review/review.ts'
import { findReviews } from '../../src/store/find-reviews.ts'
import { findState } from '../../src/store/find-complaints.ts'
import { readJournal } from '../../src/store/journal.ts'
import { test } from '../support/database.ts'
import { type Door, aDoor, aTriage, officer } from '../support/door.ts'
import { iso, who } from '../support/rulebook.ts'
import { silentLog } from '../support/silent-log.ts'

const november = regularReviewId('branch-moumou', '2026-11')
const december = regularReviewId('branch-moumou', '2026-12')

const gathers = (door: Door) => gatherAgendas({ ...door, now: door.clock.now, log: silentLog })

/** A complaint of this level that counts as closed: the job looks at nothing but its row and its state. */
async function closed({ db, handle, file, clock }: Door, level: 'L2' | 'L3' = 'L2'): Promise<string> {
  const { state } = await file({ facts: level === 'L2' ? { fundSafety: 1 } : {} })
  await handle('complaint', state.id, { ...aTriage, level }, officer)
  await closes({ db, clock }, state.id)
  return state.number
}

async function closes({ db, clock }: Pick<Door, 'db' | 'clock'>, id: string): Promise<void> {
  await db
    .updateTable('complaint')
    .set({ closed_at: clock.now().subtract({ minutes: 1 }).toString() as never })
    .where('id', '=', id)
    .execute()
}

async function agendaIn({ db }: Door, id: string): Promise<string[] | undefined> {
  const review = (await findState(db, 'review', id)) as Review | undefined
  return review?.cases.map(({ number }) => number).toSorted()
}

test('the first run convenes the first regular meeting of each branch, also where nothing is to be reviewed', async ({
  database: { db },
}) => {
  const door = aDoor({ db })
  await gathers(door)
  const [meeting, ...others] = await findReviews(db, {}, { offset: 0, limit: 10 })
  expect(others).toEqual([])
  expect(meeting).toMatchObject({
    id: november,
    number: 'R2026-001',
    branch: 'branch-moumou',
    kind: 'regular',
    month: '2026-11',
    meetsAt: iso('2026-11-30 14:00'),
    cases: [],
  })
  expect(meeting?.convenedBy).toBeUndefined()
})

test('closed cases that the rule calls for come onto the agenda of the next meeting, each once, run as often as it likes', async ({
  database: { db },
}) => {
  const door = aDoor({ db })
  const numbers = [await closed(door), await closed(door)]
  await Promise.all([gathers(door), gathers(door)])
  await gathers(door)
  expect(await agendaIn(door, november)).toEqual(numbers.toSorted())
  door.clock.push({ hours: 24 })
  const later = await closed(door)
  await gathers(door)
  expect(await agendaIn(door, november)).toEqual([...numbers, later].toSorted())
  const types = (await readJournal(db, 'review', november)).map(
    ({ event }) => (event as { type: string }).type,
  )
  expect(types).toEqual(['convened', 'putOnAgenda', 'putOnAgenda'])
})

test('what service quality takes off stays off, and what it put before another meeting is not reviewed twice', async ({
  database: { db },
}) => {
  const door = aDoor({ db })
  const number = await closed(door)
  await gathers(door)
  const review = (await findState(db, 'review', november)) as Review
  const complaint = review.cases[0]?.complaint ?? ''
  await door.handle('review', november, { step: 'takeOffAgenda', complaint, reason: '样例' }, officer)
  const special = { step: 'convene', branch: 'branch-moumou', kind: 'special' } as const
  const other = await closed(door)
  const items = (await findState(db, 'complaint', await idOf(door, other))) as { id: string }
  await door.handle(
    'review',
    '0195f0a0-0000-7000-8000-00000000f001',
    {
      ...special,
      cases: [{ ...review.cases[0], complaint: items.id, number: other, why: ['asked'] } as never],
    },
    officer,
  )
  door.clock.push({ hours: 24 })
  await gathers(door)
  expect(await agendaIn(door, november)).toEqual([])
  expect(number).not.toBe(other)
})

test('a case of level 3 that nothing speaks for is left to the lot', async ({ database: { db } }) => {
  const door = aDoor({ db })
  await Promise.all(Array.from({ length: 12 }, () => closed(door, 'L3')))
  await gathers(door)
  const review = (await findState(db, 'review', november)) as Review
  expect(review.cases.length).toBeLessThan(12)
  expect(review.cases.flatMap(({ why }) => why).every((why) => why === 'sample')).toBe(true)
})

test('before the hour of the digest, and on a day off, nothing is gathered', async ({ database: { db } }) => {
  const door = aDoor({ db })
  await closed(door)
  for (const time of ['2026-11-25 08:59', '2026-11-28 10:00']) {
    door.clock.set(iso(time))
    await gathers(door)
  }
  expect(await findReviews(db, {}, { offset: 0, limit: 10 })).toEqual([])
  door.clock.set(iso('2026-11-30 09:00'))
  await gathers(door)
  expect(await agendaIn(door, november)).toHaveLength(1)
})

test('a meeting that was cancelled, or is over ahead of its day, takes nothing more: the next month has it', async ({
  database: { db },
}) => {
  const door = aDoor({ db })
  await gathers(door)
  await door.handle(
    'review',
    november,
    { step: 'cancelReview', reason: '样例' },
    { kind: 'person', id: who.sqHead },
  )
  door.clock.push({ hours: 24 })
  const number = await closed(door)
  await gathers(door)
  expect(await agendaIn(door, november)).toEqual([])
  expect(await agendaIn(door, december)).toEqual([number])
})

test('what was closed while we were down is gathered when we are back, however long it was', async ({
  database: { db },
}) => {
  const door = aDoor({ db })
  await gathers(door)
  door.clock.set(iso('2026-11-26 10:00'))
  const number = await closed(door)
  door.clock.set(iso('2027-03-10 10:00'))
  await gathers(door)
  expect(await agendaIn(door, regularReviewId('branch-moumou', '2027-03'))).toEqual([number])
})

test('a person who convened the regular meeting first has convened the very one that the run fills', async ({
  database: { db },
}) => {
  const door = aDoor({ db })
  const convene = { step: 'convene', branch: 'branch-moumou', kind: 'regular', place: '样例会议室' } as const
  await door.handle('review', november, convene, officer)
  const number = await closed(door)
  await gathers(door)
  expect(await findReviews(db, {}, { offset: 0, limit: 10 })).toHaveLength(1)
  expect(await agendaIn(door, november)).toEqual([number])
})

test('what breaks for a branch is tried again with the next wake-up', async ({ database: { db } }) => {
  const door = aDoor({ db })
  const number = await closed(door)
  const broken = { ...door, handle: () => Promise.reject(new Error('The database is away.')) }
  await gathers(broken)
  expect(await agendaIn(door, november)).toBeUndefined()
  await gathers(door)
  expect(await agendaIn(door, november)).toEqual([number])
})

async function idOf({ db }: Door, number: string): Promise<string> {
  const row = await db
    .selectFrom('complaint')
    .select('id')
    .where('number', '=', number)
    .executeTakeFirstOrThrow()
  return row.id
}
