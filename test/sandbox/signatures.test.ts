import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { startTinyBot, type TinyBank } from '../support/tiny-bot.ts'

let bank: TinyBank
const done: string[] = []
beforeAll(async () => {
  bank = await startTinyBot((app) => {
    app.command('/complaint', async ({ ack, body }) => {
      done.push(body.text)
      await ack()
    })
  })
})
beforeEach(async () => {
  bank.slack.reset()
  await bank.slack.as('wangli').command('/complaint', 'mine')
  done.length = 0
})
afterAll(async () => bank.close())

test('a request signed with another secret is answered 401 and nothing is done', async () => {
  const ack = await bank.slack.as('wangli').resend({ secret: 'another' })
  expect(ack).toMatchObject({ ok: false, status: 401 })
  expect(done).toEqual([])
})

test('a request older than five minutes is answered 401 and nothing is done', async () => {
  expect(await bank.slack.as('wangli').resend({ ageSeconds: 301 })).toMatchObject({ ok: false, status: 401 })
  expect(done).toEqual([])
})

test('the same request sent twice reaches the bot twice, as when a network repeats it', async () => {
  expect(await bank.slack.as('wangli').resend()).toMatchObject({ ok: true, status: 200 })
  expect(done).toEqual(['mine'])
})

test('the bot proves its URL by giving the challenge back', async () => {
  expect(await bank.slack.verifyUrl()).toMatchObject({ ok: true, body: { challenge: 'sandbox-challenge' } })
})
