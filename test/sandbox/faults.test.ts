import { WebClient } from '@slack/web-api'
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { createHandClock, refusalOf, silentLogger, startTinyBot, type TinyBank } from '../support/tiny-bot.ts'

const clock = createHandClock()
let bank: TinyBank
beforeAll(async () => {
  bank = await startTinyBot(
    (app) => {
      app.command('/slow', () => Promise.resolve())
      app.command('/ok', async ({ ack }) => ack())
    },
    { now: clock.now, ackTimeoutMs: 60 },
  )
})
beforeEach(() => bank.slack.reset())
afterAll(async () => bank.close())

const post = () => bank.app.client.chat.postMessage({ channel: bank.slack.userIdOf('wangli'), text: 'hello' })
const noAnswer = { code: 'slack_webapi_request_error' }
const heard = async () => (await bank.slack.as('wangli').messages()).map((message) => message.text)

test('429 tells how long to wait, does nothing, and passes', async () => {
  bank.slack.faults.next('chat.postMessage', { kind: '429', retryAfter: 7 })
  await expect(post()).rejects.toMatchObject({ retryAfter: 7 })
  expect(await heard()).toEqual([])
  await post()
  expect(await heard()).toEqual(['hello'])
})

test('a fault can wait for the channel it is meant for', async () => {
  const limited = bank.slack.userIdOf('smith')
  bank.slack.faults.next(
    'chat.postMessage',
    { kind: '429', retryAfter: 7 },
    1,
    (args) => args['channel'] === limited,
  )
  await post()
  const toSmith = bank.app.client.chat.postMessage({ channel: limited, text: 'hello' })
  await expect(toSmith).rejects.toMatchObject({ retryAfter: 7 })
})

test('500 does nothing', async () => {
  bank.slack.faults.next(/^chat\./, '500', 2)
  await expect(post()).rejects.toMatchObject({ statusCode: 500 })
  await expect(post()).rejects.toMatchObject({ statusCode: 500 })
  await post()
  expect(await heard()).toEqual(['hello'])
})

test('a refused connection gives no answer and does nothing', async () => {
  bank.slack.faults.next('chat.postMessage', 'refuse')
  await expect(post()).rejects.toMatchObject(noAnswer)
  expect(await heard()).toEqual([])
})

test('a hanging Slack never answers and does nothing; only the caller’s own patience ends the wait', async () => {
  bank.slack.faults.next('chat.postMessage', 'hang')
  const hasty = new WebClient(bank.slack.botToken, {
    slackApiUrl: bank.slack.url,
    timeout: 50,
    logger: silentLogger,
    retryConfig: { retries: 0 },
  })
  const hanging = hasty.chat.postMessage({ channel: bank.slack.userIdOf('wangli'), text: 'hello' })
  await expect(hanging).rejects.toMatchObject(noAnswer)
  expect(await heard()).toEqual([])
})

test('a dropped answer fails at the caller though the message is there', async () => {
  bank.slack.faults.next('chat.postMessage', 'dropAnswer')
  await expect(post()).rejects.toMatchObject(noAnswer)
  expect(await heard()).toEqual(['hello'])
})

test('an ordered error code is answered as Slack answers it', async () => {
  bank.slack.faults.next('conversations.create', { kind: 'error', error: 'restricted_action' })
  expect(await refusalOf(bank.app.client.conversations.create({ name: 'x' }))).toBe('restricted_action')
})

test('while Slack is down neither the bot nor its people get through', async () => {
  bank.slack.faults.down()
  await expect(post()).rejects.toMatchObject(noAnswer)
  expect(await bank.slack.as('wangli').command('/ok')).toMatchObject({ ok: false, error: 'slack_down' })
  bank.slack.faults.up()
  await post()
  expect(await heard()).toContain('hello')
})

test('a bot that does not answer in time is told to the person as Slack tells it', async () => {
  bank.slack.changePerson('wangli', { locale: 'en-US' })
  expect(await bank.slack.as('wangli').command('/slow')).toMatchObject({ ok: false, error: 'timeout' })
  expect(await heard()).toEqual(['/slow failed with the error "operation_timeout"'])
})

test('the published limits answer 429 on the given clock, per method and per channel', async () => {
  const limited = await startTinyBot(undefined, { now: clock.now, rateLimits: true })
  const { client } = limited.app
  for (let call = 0; call < 20; call += 1)
    await client.conversations.create({ name: `c${call}`, is_private: true })
  await expect(client.conversations.create({ name: 'c20' })).rejects.toMatchObject({ retryAfter: 60 })
  const write = (person: string) =>
    client.chat.postMessage({ channel: limited.slack.userIdOf(person), text: 'x' })
  await write('wangli')
  await expect(write('wangli')).rejects.toMatchObject({ retryAfter: 1 })
  await write('smith')
  clock.push(60_000)
  await write('wangli')
  await client.conversations.create({ name: 'c20' })
  await limited.close()
})
