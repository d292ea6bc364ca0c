/**
 * Issue 2, "What a complaint does", points 2 to 5, where several people or several cases meet: the same step at the same moment,
 * the hand-over, deputies, the lanes of the outbox; and the turn of a year whose successor has no official holidays yet.
 */
import { describe, expect } from 'vitest'
import { readJournal } from '../../src/store/journal.ts'
import {
  asks,
  broughtToHandler,
  buttonsOf,
  filing,
  sends,
  shanghai,
  stateOf,
  teller,
  test,
  timesTold,
  toldTo,
  typed,
  who,
} from '../support/a-story.ts'
import { sentMessages } from '../support/last-look.ts'

describe('the same moment', () => {
  test('two who set the level at once: one does, the other is told who was faster, and nothing is there twice', async ({
    stage,
    play,
  }) => {
    const number = await play.files(teller, filing)
    const people = [who.officer, who.otherOfficer]
    for (const person of people) {
      await stage.slack.as(person).command('/complaint', `triage ${number}`)
      stage.slack.as(person).modal().fillIn(typed.triage)
    }
    const sent = await Promise.all(people.map((person) => stage.slack.as(person).modal().submit()))
    expect(sent.filter(({ closed }) => closed)).toHaveLength(1)
    const slower = people[sent.findIndex(({ closed }) => !closed)] ?? ''
    expect(JSON.stringify(stage.slack.as(slower).modal().view)).toContain('Meanwhile')
    const { id } = await stateOf(stage, number)
    const events = (await readJournal(stage.redress.db, 'complaint', String(id))).map(
      ({ event }) => (event as { type: string }).type,
    )
    expect(events.filter((type) => type === 'triaged')).toHaveLength(1)
  })

  test('a button pressed twice is one step', async ({ stage, play }) => {
    const number = await play.files(teller, filing)
    await play.takes(who.outletManager, 'triage', typed.triage, number)
    await play.takes(who.outletManager, 'dispatch', typed.dispatch, number)
    const offer = await play.offer(who.handler, 'take', number)
    if (!offer) throw new Error('no offer')
    const hands = stage.slack.as(who.handler)
    await Promise.all([hands.click(offer, 'step:take'), hands.click(offer, 'step:take')])
    await stage.settle()
    expect(await timesTold(stage, who.outletManager, /took over/)).toBe(1)
  })
})

describe('the hand-over', () => {
  test('dispatched to somebody else, the old owner answers for it until the new one has taken it over', async ({
    stage,
    play,
  }) => {
    const number = await play.files(teller, filing)
    await broughtToHandler(play, number)
    await sends(stage, who.officer, `dispatch ${number}`, { ...typed.dispatch, handler: who.liaison })
    expect(await stateOf(stage, number)).toMatchObject({
      owner: who.handler,
      offeredTo: who.liaison,
      status: 'dispatched',
    })
    expect(await asks(stage, who.handler, 'mine')).toContain(number)
    await play.takes(who.liaison, 'take', undefined, number)
    expect(await stateOf(stage, number)).toMatchObject({ owner: who.liaison, handler: who.liaison })
    expect(await asks(stage, who.handler, 'mine')).not.toContain(number)
  })

  test('taken over by nobody in time, the deputy is called and may take it', async ({ stage, play }) => {
    const number = await play.files(teller, filing)
    await play.takes(who.outletManager, 'triage', typed.triage, number)
    await play.takes(who.outletManager, 'dispatch', typed.dispatch, number)
    expect(await buttonsOf(stage, who.liaison, number)).not.toContain('take')
    await stage.waitsUntil(shanghai('2026-09-14 14:01'))
    expect(await timesTold(stage, who.liaison, /overdue: take over/)).toBe(1)
    await play.takes(who.liaison, 'take', undefined, number)
    expect(await stateOf(stage, number)).toMatchObject({ handler: who.liaison })
  })
})

test('a level-1 alert overtakes what waits for twenty ordinary cases', async ({ stage }) => {
  for (let count = 0; count < 20; count += 1) {
    const hands = stage.slack.as(teller)
    await hands.command('/complaint')
    await hands.modal().fillIn(filing).submit()
    await hands.modal().cancel()
  }
  const hands = stage.slack.as(who.stranger)
  await hands.command('/complaint')
  await hands.click(hands.modal(), 'file:details')
  await hands
    .modal()
    .fillIn({ ...filing, facts: ['lifeThreat'] })
    .submit()
  await stage.settle()
  const { id } = await stateOf(stage, '2026-00021')
  const streams = (await sentMessages(stage)).map(({ stream }) => stream)
  expect(streams.length).toBeGreaterThan(40)
  expect(streams.indexOf(`complaint/${String(id)}`)).toBeLessThan(8)
})

describe('the turn of the year', () => {
  const lateTest = test.extend({ start: '2026-12-31 15:00' })

  lateTest(
    'due times that reach into a year without an official notice are told as provisional, and calls go on',
    async ({ stage, play }) => {
      const number = await play.files(teller, filing)
      expect(await asks(stage, who.officer, `why ${number}`)).toMatch(/provisional|may still move/i)
      await stage.waitsUntil(shanghai('2027-01-04 17:00'))
      expect(
        (await toldTo(stage, who.outletManager)).filter((text) => text.startsWith('⛔')).length,
      ).toBeGreaterThan(0)
    },
  )

  lateTest('numbers begin again at 1', async ({ stage, play }) => {
    expect(await play.files(teller, filing)).toBe('2026-00001')
    await stage.waitsUntil(shanghai('2027-01-01 00:00'))
    expect(await play.files(teller, filing)).toBe('2027-00001')
  })
})
