import { randomUUID } from 'node:crypto'
import { pino } from 'pino'
import { describe, expect } from 'vitest'
import type { Action } from '../../src/action/action.ts'
import { actionMatter } from '../../src/action/matter.ts'
import type { Matters } from '../../src/handle.ts'
import { createDeliverAll } from '../../src/job/deliver-all.ts'
import { type Actor, clockActor, machineActor } from '../../src/matter/actor.ts'
import { Refusal } from '../../src/matter/refusal.ts'
import { agendaOf } from '../../src/review/agenda.ts'
import { actionIdOf } from '../../src/review/action-id.ts'
import { regularReviewId } from '../../src/review/regular-review-id.ts'
import { reviewMatter } from '../../src/review/matter.ts'
import type { Review } from '../../src/review/review.ts'
import { findActionByNumber, findActions } from '../../src/store/find-actions.ts'
import { findAgendaItems, findClosedCases } from '../../src/store/find-cases-to-review.ts'
import { findLike } from '../../src/store/find-like.ts'
import { findReviewByNumber, findReviews } from '../../src/store/find-reviews.ts'
import { findState } from '../../src/store/find-complaints.ts'
import { readJournal } from '../../src/store/journal.ts'
import { sampleRulebook } from '../support/a-house.ts'
import { test } from '../support/database.ts'
import { type Door, aDoor, aTriage, officer } from '../support/door.ts'
import { aCase, voters } from '../support/review.ts'
import { iso, who } from '../support/rulebook.ts'

const by = (id: string): Actor => ({ kind: 'person', id })
const sqHead = by(who.sqHead)
type Asked = Matters['review']['command']
const page = { offset: 0, limit: 20 }

const begin = {
  step: 'begin',
  unit: 'outlet-renmin-road',
  owner: who.outletManager,
  rootCause: 'process',
  kind: 'fixProcess',
  task: '样例：增加收费双人复核。',
  due: iso('2026-12-31 17:00'),
  like: { cause: 'C01', business: 'B01' },
} as const

/** Sends what waits: commands through the door; what is for Slack is taken as sent, and told. */
function aTray({ db, handle, clock }: Door): { deliver(): Promise<void>; readonly told: string[] } {
  const told: string[] = []
  const deliver = createDeliverAll({
    db,
    handle,
    now: clock.now,
    bell: { ringAt: () => {} },
    log: pino({ level: 'silent' }),
    isServing: () => false,
    async deliver({ effect }) {
      if (effect.kind === 'tell') told.push(`${effect.to}: ${effect.notice.code}`)
      return { kind: 'done' }
    },
  })
  return { deliver, told }
}

/** A complaint of Renmin Road's counter, triaged with cause C01 and business B01. */
async function another(door: Door): Promise<string> {
  const { state } = await door.file()
  await door.handle('complaint', state.id, aTriage, officer)
  return state.number
}

async function stateOf(door: Door, id: string): Promise<Action | undefined> {
  return (await findState(door.db, 'action', id)) as Action | undefined
}

async function doneAction(door: Door): Promise<string> {
  const id = randomUUID()
  await door.handle('action', id, begin, officer)
  door.clock.set(iso('2026-12-01 10:00'))
  const finish = { step: 'finish', doneAt: iso('2026-12-01 09:30'), evidence: '样例：通知已发布。' } as const
  await door.handle('action', id, finish, by(who.outletManager))
  return id
}

/** Convened for 30 November, held and decided at fault with an action; not minuted yet. */
async function heldMeeting(door: Door): Promise<string> {
  const id = regularReviewId('branch-moumou', '2026-11')
  const convene: Asked = { step: 'convene', branch: 'branch-moumou', kind: 'regular', cases: [aCase] }
  await door.handle('review', id, convene, sqHead)
  door.clock.set(iso('2026-11-26 14:00'))
  await door.handle('review', id, { step: 'tick' }, clockActor)
  door.clock.set(iso('2026-11-30 14:00'))
  const attend: Asked = { step: 'attend', openedAt: iso('2026-11-30 14:00'), attended: [...voters] }
  await door.handle('review', id, attend, by(who.secretary))
  const verdict = {
    step: 'verdict',
    complaint: aCase.complaint,
    fault: 'atFault',
    degree: 'general',
    rootCause: 'process',
    actionKind: 'fixProcess',
    actionTask: '样例：增加收费双人复核。',
    actionOwner: who.outletManager,
    actionDue: iso('2026-12-31 17:00'),
  } as const
  await door.handle('review', id, verdict, by(who.director))
  return id
}

describe('an action', () => {
  test('whose cause came back is reopened: the alarm rings, the house counts, the door tells it', async ({
    database: { db },
  }) => {
    const door = aDoor({ db })
    const tray = aTray(door)
    await another(door)
    const id = await doneAction(door)
    door.clock.set(iso('2027-01-05 10:00'))
    const since = await another(door)
    const { alarm_at: alarm } = await db
      .selectFrom('matter')
      .select('alarm_at')
      .where('id', '=', id)
      .executeTakeFirstOrThrow()
    door.clock.set(alarm ?? '')
    await door.handle('action', id, { step: 'tick' }, clockActor)
    await tray.deliver()
    expect(await stateOf(door, id)).toMatchObject({
      status: 'open',
      checks: [{ count: 1, numbers: [since], cameBack: true }],
    })
    expect(tray.told).toContain(`${who.outletManager}: action-came-back`)
    const row = await db.selectFrom('action').selectAll().where('id', '=', id).executeTakeFirstOrThrow()
    expect(row).toMatchObject({ status: 'open', came_back: 1, awaited: [who.outletManager] })
  })

  test('whose cause did not come back is lasting, and has no alarm', async ({ database: { db } }) => {
    const door = aDoor({ db })
    const tray = aTray(door)
    await another(door)
    const id = await doneAction(door)
    door.clock.set(iso('2027-03-02 08:30'))
    await door.handle('action', id, { step: 'tick' }, clockActor)
    await tray.deliver()
    await tray.deliver()
    expect(await stateOf(door, id)).toMatchObject({ status: 'lasting' })
    const row = await db
      .selectFrom('matter')
      .select('alarm_at')
      .where('id', '=', id)
      .executeTakeFirstOrThrow()
    expect(row.alarm_at).toBeNull()
  })

  test('counts only complaints like those it names, after it was done', async ({ database: { db } }) => {
    const door = aDoor({ db })
    const number = await another(door)
    const since = door.clock.now().subtract({ hours: 1 })
    const like = { branch: 'branch-moumou', cause: 'C01', since }
    expect(await findLike(db, like)).toEqual([number])
    expect(await findLike(db, { ...like, business: 'B01', unit: 'outlet-renmin-road' })).toEqual([number])
    expect(await findLike(db, { ...like, business: 'B02' })).toEqual([])
    expect(await findLike(db, { ...like, unit: 'outlet-lakeside' })).toEqual([])
    expect(await findLike(db, { ...like, cause: 'C02' })).toEqual([])
    expect(await findLike(db, { ...like, branch: 'branch-other' })).toEqual([])
    expect(await findLike(db, { ...like, since: door.clock.now() })).toEqual([])
  })

  test('is found by number, by whom it waits for, by its cause, and when it is overdue', async ({
    database: { db },
  }) => {
    const door = aDoor({ db })
    const id = randomUUID()
    const { state } = await door.handle('action', id, begin, officer)
    expect(state.number).toBe('A2026-001')
    expect(await findActionByNumber(db, 'A1')).toEqual([id])
    expect(await findActionByNumber(db, 'A2026-001')).toEqual([id])
    expect(await findActionByNumber(db, 'R1')).toEqual([])
    const found = async (wanted: Parameters<typeof findActions>[1]) =>
      (await findActions(db, wanted, page)).map(({ number }) => number)
    expect(await found({ awaited: who.outletManager })).toEqual(['A2026-001'])
    expect(await found({ awaited: who.officer })).toEqual([])
    expect(await found({ unit: 'outlet-renmin-road', rootCause: 'process', status: 'open' })).toEqual([
      'A2026-001',
    ])
    expect(await found({ rootCause: 'skill' })).toEqual([])
    expect(await found({ overdueAt: door.clock.now() })).toEqual([])
    expect(await found({ overdueAt: Temporal.Instant.from(iso('2027-01-01 10:00')) })).toEqual(['A2026-001'])
  })

  test('begun twice at once is one action with one number, and a refusal writes nothing', async ({
    database: { db },
  }) => {
    const door = aDoor({ db })
    const id = randomUUID()
    const sent = Array.from({ length: 6 }, () => door.handle('action', id, begin, machineActor))
    const told = await Promise.all(sent)
    expect(told.reduce((sum, { events }) => sum + events, 0)).toBe(1)
    const refused = door.handle('action', randomUUID(), { ...begin, owner: 'p-nobody' }, officer)
    await expect(refused).rejects.toBeInstanceOf(Refusal)
    const rows = await db.selectFrom('action').select('number').execute()
    expect(rows).toEqual([{ number: 'A2026-001' }])
    expect((await door.handle('action', randomUUID(), begin, officer)).state.number).toBe('A2026-002')
  })
})

describe('a review meeting', () => {
  test('begins the action of its verdict by the effect exactly once, however often the effect is sent, and the next meeting', async ({
    database: { db },
  }) => {
    const door = aDoor({ db })
    const tray = aTray(door)
    const id = await heldMeeting(door)
    await tray.deliver()
    expect(await db.selectFrom('action').select('id').execute()).toEqual([])
    await door.handle('review', id, { step: 'minutes', text: '样例：纪要。' }, by(who.secretary))
    await tray.deliver()
    await db.updateTable('outbox').set({ done_at: null }).where('stream', '=', `review/${id}`).execute()
    await tray.deliver()

    const actionId = actionIdOf(id, aCase.complaint)
    const actions = await findActions(db, { originId: id }, page)
    expect(actions).toMatchObject([
      { id: actionId, number: 'A2026-001', rootCause: 'process', unit: aCase.unit },
    ])
    expect(await readJournal(db, 'action', actionId)).toHaveLength(1)
    expect(tray.told.filter((each) => each === `${who.outletManager}: action-yours`)).toHaveLength(1)
    expect(tray.told).toContain(`${who.unitHead}: verdict-told`)
    const december = (await findState(db, 'review', regularReviewId('branch-moumou', '2026-12'))) as Review
    expect(december).toMatchObject({
      number: 'R2026-002',
      meetsAt: iso('2026-12-31 14:00'),
      status: 'convened',
    })
  })

  test('whose verdict is lifted by an objection cancels the action that it began', async ({
    database: { db },
  }) => {
    const door = aDoor({ db })
    const tray = aTray(door)
    const id = await heldMeeting(door)
    await door.handle('review', id, { step: 'minutes', text: '样例：纪要。' }, by(who.secretary))
    await tray.deliver()
    const { complaint } = aCase
    await door.handle('review', id, { step: 'object', complaint, grounds: '样例' }, by(who.unitHead))
    const change = { outcome: 'change', remark: '样例', fault: 'none', degree: 'none' } as const
    await door.handle('review', id, { step: 'answerObjection', complaint, ...change }, by(who.director))
    await tray.deliver()
    expect(await stateOf(door, actionIdOf(id, complaint))).toMatchObject({ status: 'cancelled' })
  })

  test('is found by its number, by a case on its agenda, by a unit it blames, by whom it waits for', async ({
    database: { db },
  }) => {
    const door = aDoor({ db })
    const id = await heldMeeting(door)
    expect(await findReviewByNumber(db, 'R1')).toEqual([id])
    expect(await findReviewByNumber(db, 'A1')).toEqual([])
    const found = async (wanted: Parameters<typeof findReviews>[1]) =>
      (await findReviews(db, wanted, page)).map(({ number }) => number)
    expect(await found({ branch: 'branch-moumou', status: 'held' })).toEqual(['R2026-001'])
    expect(await found({ complaint: aCase.complaint })).toEqual(['R2026-001'])
    expect(await found({ complaint: 'nowhere' })).toEqual([])
    expect(await found({ unit: 'outlet-renmin-road', awaited: who.sqHead })).toEqual(['R2026-001'])
    expect(await found({ status: 'closed' })).toEqual([])
  })

  test('gets its cases by number, or by rule from what was closed in the period', async ({
    database: { db },
  }) => {
    const door = aDoor({ db })
    const number = await another(door)
    const [item] = await findAgendaItems(db, 'branch-moumou', [number, '2026-99999'])
    expect(item).toMatchObject({
      number,
      outlet: 'outlet-renmin-road',
      unit: 'outlet-renmin-road',
      cause: 'C01',
    })
    expect(await findAgendaItems(db, 'branch-other', [number])).toEqual([])
    expect(await findAgendaItems(db, 'branch-moumou', [])).toEqual([])

    const [from, until] = [iso('2026-11-01 00:00'), iso('2026-12-01 00:00')].map((at) =>
      Temporal.Instant.from(at),
    )
    if (!from || !until) throw new Error('The period has two ends.')
    const period = { branch: 'branch-moumou', from, until }
    expect(await findClosedCases(db, period)).toEqual([])
    await db
      .updateTable('complaint')
      .set({ closed_at: iso('2026-11-25 10:00'), rung: 4 })
      .execute()
    const closed = await findClosedCases(db, period)
    expect(agendaOf(closed, sampleRulebook.pack)).toMatchObject([{ number, why: ['overdue'] }])
  })
})

describe('folding the journal gives the row', () => {
  test('of an action and of a review meeting', async ({ database: { db } }) => {
    const door = aDoor({ db })
    const actionId = await doneAction(door)
    const other = aDoor({ db })
    const reviewId = randomUUID()
    const convene: Asked = { step: 'convene', branch: 'branch-moumou', kind: 'special', cases: [aCase] }
    await other.handle('review', reviewId, convene, sqHead)
    await other.handle('review', reviewId, { step: 'sendPack' }, officer)
    const action = (await readJournal(db, 'action', actionId))
      .map(({ event }) => actionMatter.parseEvent(event))
      .reduce<Action | undefined>((state, event) => actionMatter.evolve(state, event), undefined)
    const review = (await readJournal(db, 'review', reviewId))
      .map(({ event }) => reviewMatter.parseEvent(event))
      .reduce<Review | undefined>((state, event) => reviewMatter.evolve(state, event), undefined)
    expect(await findState(db, 'action', actionId)).toEqual(JSON.parse(JSON.stringify(action)))
    expect(await findState(db, 'review', reviewId)).toEqual(JSON.parse(JSON.stringify(review)))
  })
})
