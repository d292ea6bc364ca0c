import { expect } from 'vitest'
import { type Stage, createStage } from '../../src/sandbox/stage.ts'
import { answers, manager, newest, teller } from '../slack/a-stage.ts'
import { test as withDatabase } from '../support/database.ts'
import { createPlay } from '../../src/sandbox/play.ts'

const test = withDatabase.extend<{ ackTimeoutMs: number; stage: Stage }>({
  ackTimeoutMs: 3000,
  stage: async ({ database, ackTimeoutMs }, use) => {
    const stage = await createStage({
      databaseUrl: database.url,
      start: '2026-03-02T02:00:00Z',
      language: 'en',
      ackTimeoutMs,
    })
    await use(stage)
    await stage.stop()
  },
})

/** Slack gives up after 60 milliseconds in place of three seconds, so that nobody waits for a slow bot. */
const impatient = test.extend('ackTimeoutMs', 60)

test('a stopped bot is not there: gestures meet a refused connection, and the bank can still be read', async ({
  stage,
}) => {
  await stage.setBot('stopped')
  expect(stage.bot).toBe('stopped')
  const ack = await stage.slack.as(teller).command('/complaint', 'help')
  expect(ack).toMatchObject({ ok: false, error: 'unreachable' })
  expect((await stage.redress.inForce.organisation()).people.has(teller)).toBe(true)
  expect(await stage.redress.db.selectFrom('matter').selectAll().execute()).toEqual([])
})

test('a bot started again goes on where it stood, and serves what came due meanwhile at once', async ({
  stage,
}) => {
  const number = await createPlay(stage).files(teller, answers)
  await stage.setBot('stopped')
  await stage.waits({ hours: 3 })
  const heard = async () => (await stage.slack.as(manager).messages()).map(({ text }) => text)
  expect(await heard()).toHaveLength(1)
  await stage.setBot('running')
  expect(stage.bot).toBe('running')
  expect((await heard()).some((text) => text.includes(`${number} waits for`))).toBe(true)
  expect(await stage.slack.as(teller).command('/complaint', 'help')).toMatchObject({ ok: true })
})

impatient(
  'a slow bot answers nobody in time, and gets the gesture with a trigger that has expired',
  async ({ stage }) => {
    await stage.setBot('slow')
    expect(stage.bot).toBe('slow')
    const ack = await stage.slack.as(teller).command('/complaint')
    expect(ack).toMatchObject({ ok: false, error: 'timeout' })
    await stage.settle()
    expect(stage.slack.as(teller).hasModal()).toBe(false)
    const opened = stage.slack.seen.traffic().find(({ what }) => what === 'views.open')
    expect(opened?.answer).toMatchObject({ ok: false, error: 'expired_trigger_id' })
  },
)

impatient('a slow bot does its work after all: the form that Slack gave up on is kept', async ({ stage }) => {
  const hands = stage.slack.as(teller)
  await stage.setBot('running')
  await hands.command('/complaint')
  await stage.setBot('slow')
  const sent = await hands.modal().fillIn(answers).submit()
  expect(sent).toMatchObject({ ok: false, error: 'timeout' })
  expect(hands.hasModal()).toBe(true)
  await stage.settle()
  const filed = await stage.db.selectFrom('complaint').select('number').execute()
  expect(filed).toHaveLength(1)
  const late = stage.slack.seen.traffic().findLast(({ what }) => what.endsWith('too late'))
  expect(late).toMatchObject({ kind: 'gesture', by: teller, status: 200 })
})

impatient('a bot that was slow is prompt again when it is set to run', async ({ stage }) => {
  await stage.setBot('slow')
  await stage.setBot('running')
  expect(stage.bot).toBe('running')
  expect(stage.slack.faults.isSlow()).toBe(false)
})

withDatabase('a gesture, a push and another state of the bot are changes', async ({ database }) => {
  let changes = 0
  const changed = async (work: () => unknown) => {
    const before = changes
    await work()
    return changes > before
  }
  const stage = await createStage({
    databaseUrl: database.url,
    start: '2026-03-02T02:00:00Z',
    onChange: () => (changes += 1),
  })
  expect(await changed(() => stage.slack.as(teller).command('/complaint', 'help'))).toBe(true)
  expect(await changed(() => stage.waits({ minutes: 1 }))).toBe(true)
  expect(await changed(() => stage.sleepsUntil('2026-03-02T02:02:00Z'))).toBe(true)
  expect(await changed(() => stage.setBot('stopped'))).toBe(true)
  await stage.stop()
})

test('everybody reads another language at once, the bot’s channels too', async ({ stage }) => {
  const play = createPlay(stage)
  await play.files(teller, answers)
  expect((await newest(stage, manager)).text).toContain('Please accept it')
  await stage.everybodyReads('zh-CN')
  expect(stage.slack.readerFor(manager)).toMatchObject({ locale: 'zh-CN' })
  expect(stage.slack.readerFor(manager).nameOf(stage.slack.userIdOf(manager))).toBe('谢菲')
  await play.files(teller, answers)
  expect((await newest(stage, manager)).text).toMatch(/受理/)
  await stage.everybodyReads('en')
  await play.files(teller, answers)
  expect((await newest(stage, manager)).text).toContain('Please accept it')
})

test('a language that changed while the bot was stopped is known to it when it is started', async ({
  stage,
}) => {
  const play = createPlay(stage)
  await play.files(teller, answers)
  await stage.setBot('stopped')
  await stage.everybodyReads('zh-CN')
  await stage.setBot('running')
  await play.files(teller, answers)
  expect((await newest(stage, manager)).text).toMatch(/受理/)
})
