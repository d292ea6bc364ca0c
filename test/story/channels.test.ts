/**
 * Issue 2, "What a complaint does", point 6: channels. Names and topics without a customer in them (every story ends with that
 * look), people who join when a dispatch or the ladder brings them in, closing.
 * Already shown in test/slack/deliver.test.ts: name clash, refused invitation, pinned card, bookmark, lost answers.
 */
import { expect } from 'vitest'
import { readJournal } from '../../src/store/journal.ts'
import { marked, markedText } from '../support/marked.ts'
import {
  channelNamed,
  filing,
  sends,
  stateOf,
  teller,
  test,
  timesTold,
  typed,
  who,
} from '../support/a-story.ts'

const serious = { ...filing, facts: ['fundSafety'] }

test('whom a dispatch names joins the channel and is told why; whom nobody named does not', async ({
  stage,
  play,
}) => {
  const number = await play.files(teller, serious)
  await play.takes(who.officer, 'triage', { ...typed.triage, level: 'L2' }, number)
  expect((await channelNamed(stage, 'c-')).members).not.toContain(who.handler)
  await play.takes(who.officer, 'dispatch', typed.dispatch, number)
  const { members } = await channelNamed(stage, 'c-')
  expect(members).toContain(who.handler)
  expect(members).not.toContain(who.stranger)
  expect(
    await timesTold(stage, who.handler, /You were added to the channel of .* You handle this complaint/),
  ).toBe(1)
})

test('name, topic and purpose tell number, level, state and next due, whatever the customer’s name', async ({
  stage,
  play,
}) => {
  const number = await play.files(teller, { ...serious, story: markedText, ...marked })
  await play.takes(who.officer, 'triage', { ...typed.triage, level: 'L2' }, number)
  const { name, topic, purpose } = await channelNamed(stage, 'c-')
  expect(name).toBe('c-2026-00001')
  expect(topic).toMatch(
    /^🟠 Level 2 \(serious\) · Level set · Renmin Road Outlet · next: dispatch Mon 14 Sept, 12:00/,
  )
  expect(purpose).toMatch(/^Working channel of complaint 2026-00001\./)
})

test('the topic follows: dispatched, overdue, taken over', async ({ stage, play }) => {
  const number = await play.files(teller, serious)
  await play.takes(who.officer, 'triage', { ...typed.triage, level: 'L2' }, number)
  await play.takes(who.officer, 'dispatch', typed.dispatch, number)
  expect((await channelNamed(stage, 'c-')).topic).toContain('Dispatched')
  await stage.waits({ hours: 3 })
  expect((await channelNamed(stage, 'c-')).topic).toContain('OVERDUE: take over')
  await play.takes(who.handler, 'take', undefined, number)
  expect((await channelNamed(stage, 'c-')).topic).not.toContain('OVERDUE: take over')
})

test('nobody complained about is ever in the channel', async ({ stage, play }) => {
  const number = await play.files(teller, { ...serious, respondents: [who.unitHead] })
  await play.takes(who.officer, 'triage', { ...typed.triage, level: 'L2' }, number)
  await stage.waits({ hours: 30 })
  const { members } = await channelNamed(stage, 'c-')
  expect(members).toContain(who.outletManager)
  expect(members).not.toContain(who.unitHead)
})

test('closing keeps the timeline with us, and archives the channel after its seven days of grace', async ({
  stage,
  play,
}) => {
  const number = await play.files(teller, { ...serious, anonymous: ['yes'] })
  await play.takes(who.officer, 'triage', { ...typed.triage, level: 'L2' }, number)
  await play.takes(who.officer, 'dispatch', typed.dispatch, number)
  await play.takes(who.handler, 'take', undefined, number)
  await play.takes(who.handler, 'investigate', typed.investigate, number)
  await play.takes(who.handler, 'propose', typed.propose, number)
  await play.takes(who.sqHead, 'approve', typed.approve, number)
  await sends(stage, who.officer, `close ${number}`, typed.close)
  await stage.waits({ hours: 7 * 24 - 1 })
  expect((await channelNamed(stage, 'c-')).isArchived).toBe(false)
  await stage.waits({ hours: 18 })
  expect((await channelNamed(stage, 'c-')).isArchived).toBe(true)
  const { id } = await stateOf(stage, number)
  const journal = await readJournal(stage.redress.db, 'complaint', String(id))
  const types = journal.map(({ event }) => (event as { type: string }).type)
  const timeline = [
    'filed',
    'triaged',
    'channelOpened',
    'dispatched',
    'taken',
    'investigated',
    'proposed',
    'approved',
    'closed',
  ]
  expect(types.filter((type) => timeline.includes(type))).toEqual(timeline)
  expect(types.at(-1)).toBe('channelArchived')
})
