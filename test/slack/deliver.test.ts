import { expect } from 'vitest'
import { createPlay } from '../../src/sandbox/play.ts'
import type { Stage } from '../../src/sandbox/stage.ts'
import { filed, manager, officer, sqHead, teller, test, triage } from './a-stage.ts'

/** A complaint of level 2, whose private channel opens at once. */
async function levelTwo(stage: Stage): Promise<string> {
  const number = await filed(stage)
  const hands = stage.slack.as(officer)
  await hands.command('/complaint', `triage ${number}`)
  await hands
    .modal()
    .fillIn({ ...triage, level: 'L2', levelReason: 'sample reason' })
    .submit()
  await stage.settle()
  return number
}

async function channels(stage: Stage) {
  const all = await stage.slack.seen.conversations()
  return all.filter(({ kind }) => kind === 'private')
}

/** The complaint's own channel; the morning's list may have made one for service quality beside it. */
async function channel(stage: Stage) {
  const [only, ...others] = (await channels(stage)).filter(({ name }) => name.startsWith('c-'))
  if (!only || others.length > 0)
    throw new Error(`There are ${others.length + (only ? 1 : 0)} such channels.`)
  return only
}

/** The service quality head lowers a complaint's level. */
async function lowered(stage: Stage, number: string): Promise<void> {
  const hands = stage.slack.as(sqHead)
  await hands.command('/complaint', `relevel ${number}`)
  await hands.modal().fillIn({ level: 'L3', reason: 'sample reason' }).submit()
  await stage.settle()
}

/** How often the bot has told somebody something that has these words, the notification text of the message. */
async function told(stage: Stage, person: string, words: RegExp): Promise<number> {
  const messages = await stage.slack.as(person).messages()
  return messages.filter(({ text }) => words.test(text)).length
}

test('the channel has the number in its name, the state in its topic, the card pinned and bookmarked, the right people in it', async ({
  stage,
}) => {
  const number = await levelTwo(stage)
  const { name, topic, purpose, pins, bookmarks, members, messages } = await channel(stage)
  expect(name).toBe('c-2026-00001')
  expect(topic).toContain('Level set')
  expect(purpose).toContain(number)
  const pinned = messages.filter(({ ts }) => pins.includes(ts))
  expect(pinned.map(({ text }) => text)).toEqual([expect.stringContaining(number)])
  expect(bookmarks.map(({ title }) => title)).toEqual([number])
  expect(members.toSorted()).toEqual(['bot', 'p-li-jing', 'p-qi-wei', 'p-xie-fei', 'p-zhou-lin'])
})

test('whoever is brought in is told privately why, once', async ({ stage }) => {
  await levelTwo(stage)
  expect(await told(stage, sqHead, /You are in the channel|channel of 2026-00001/)).toBe(1)
})

test('a name that people took means the next name, never their channel', async ({ stage }) => {
  const theirs = await stage.slack.makeChannel({
    name: 'c-2026-00001',
    creator: officer,
    isPrivate: true,
    members: ['bot'],
  })
  await levelTwo(stage)
  const ours = (await channels(stage)).find(({ id }) => id !== theirs)
  expect(ours?.name).toBe('c-2026-00001-2')
  expect(
    (await channels(stage)).find(({ id }) => id === theirs)?.messages.filter(({ from }) => from === 'bot'),
  ).toEqual([])
})

test.for([
  'conversations.create',
  'conversations.setPurpose',
  'conversations.setTopic',
  'pins.add',
  'bookmarks.add',
  'chat.postMessage',
  'conversations.invite',
])('when Slack does %s and its answer is lost, nothing is there twice', async (method, { stage }) => {
  const number = await filed(stage)
  stage.slack.faults.next(method, 'dropAnswer')
  // By the head, so that there is a direct message too: the officer is asked to dispatch it.
  const hands = stage.slack.as(sqHead)
  await hands.command('/complaint', `triage ${number}`)
  await hands
    .modal()
    .fillIn({ ...triage, level: 'L2', levelReason: 'sample reason' })
    .submit()
  await stage.settle()
  await stage.waits({ minutes: 2 })
  const { pins, bookmarks, messages, members } = await channel(stage)
  expect([pins.length, bookmarks.length]).toEqual([1, 1])
  expect(messages.filter(({ from, subtype }) => from === 'bot' && !subtype)).toHaveLength(1)
  expect(members).toContain(sqHead)
  expect(members).toContain(officer)
  expect(await told(stage, officer, /Please dispatch/)).toBe(1)
})

test('what Slack limits or cannot do now comes later, in order, once', async ({ stage }) => {
  const number = await filed(stage)
  stage.slack.faults.next('conversations.create', { kind: '429', retryAfter: 30 })
  await stage.slack.as(officer).command('/complaint', `triage ${number}`)
  await stage.slack
    .as(officer)
    .modal()
    .fillIn({ ...triage, level: 'L2', levelReason: 'sample reason' })
    .submit()
  await stage.settle()
  expect(await channels(stage)).toEqual([])
  await stage.waits({ seconds: 29 })
  expect(await channels(stage)).toEqual([])
  await stage.waits({ seconds: 2 })
  expect((await channel(stage)).bookmarks).toHaveLength(1)
})

test('a person whom Slack does not let in becomes a warning to service quality, and their deputy is asked', async ({
  stage,
}) => {
  stage.slack.changePerson('p-qi-wei', { guest: true })
  await levelTwo(stage)
  const { members } = await channel(stage)
  expect(members).not.toContain('p-qi-wei')
  expect(members).toContain(manager)
  expect(await told(stage, officer, /could not be invited|Qi Wei/)).toBe(1)
})

test('somebody whom Slack does not know at all holds up nobody behind them', async ({ stage }) => {
  stage.slack.changePerson(manager, { deactivated: true })
  await filed(stage)
  expect(await told(stage, teller, /You filed/)).toBe(1)
  const waiting = await stage.redress.db.selectFrom('outbox_next').select('id').execute()
  expect(waiting).toEqual([])
})

test('the pinned card is changed in place as the case goes on', async ({ stage }) => {
  const number = await levelTwo(stage)
  const before = await channel(stage)
  await lowered(stage, number)
  const after = await channel(stage)
  expect(after.pins).toEqual(before.pins)
  expect(after.messages.find(({ ts }) => after.pins.includes(ts))?.text).toContain('Level 3')
  expect(after.topic).not.toBe(before.topic)
})

test('a card that somebody deleted is posted, pinned and bookmarked anew', async ({ stage }) => {
  const number = await levelTwo(stage)
  const before = await channel(stage)
  stage.slack.faults.next('chat.update', { kind: 'error', error: 'message_not_found' })
  await lowered(stage, number)
  const after = await channel(stage)
  expect(after.pins.filter((ts) => !before.pins.includes(ts))).toHaveLength(1)
  expect(after.bookmarks.map(({ title }) => title)).toEqual([number])
  expect(after.bookmarks[0]?.link).not.toBe(before.bookmarks[0]?.link)
})

test('the morning’s list goes to everybody with something open, and to the branch’s own channel of service quality', async ({
  stage,
}) => {
  const number = await filed(stage)
  await stage.waitsUntil('2026-03-03T01:05:00Z')
  expect(await told(stage, manager, /Your complaints, Tue.? 3 Mar/)).toBe(1)
  const own = (await channels(stage)).find(({ name }) => name === 'service-quality-branch-moumou')
  expect(own?.members).toEqual(expect.arrayContaining(['bot', officer, sqHead]))
  expect(JSON.stringify(own?.messages)).toContain(number)
  await stage.waitsUntil('2026-03-04T01:05:00Z')
  expect((await channels(stage)).filter(({ name }) => name.startsWith('service-quality'))).toHaveLength(1)
})

test('the emergency group has its own channel with the brief pinned; stood down, it is archived after its grace', async ({
  stage,
}) => {
  const play = createPlay(stage)
  const number = await filed(stage)
  await stage.slack.as(sqHead).command('/complaint', `triage ${number}`)
  await stage.slack
    .as(sqHead)
    .modal()
    .fillIn({ ...triage, level: 'L1', levelReason: 'sample reason' })
    .submit()
  await stage.settle()
  const group = async () => (await channels(stage)).find(({ name }) => name === 'emergency-2026-001')
  expect((await group())?.pins).toHaveLength(2)
  expect((await group())?.members).toContain('p-zhao-qiming')
  await play.takes(sqHead, 'standDown', { ground: 'mistake', reason: 'sample reason' })
  expect((await group())?.isArchived).toBe(false)
  stage.sleepsUntil(stage.now().add({ hours: 24 * 60 }))
  await stage.settle()
  expect((await group())?.isArchived).toBe(true)
})
