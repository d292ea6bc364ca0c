import { afterAll, beforeAll, expect, test } from 'vitest'
import { messageModal } from '../../src/slack/listen/message-modal.ts'
import { commandGesture } from '../../src/slack/listen/gesture.ts'
import type { Asker, Listening } from '../../src/slack/listen/house.ts'
import { type Prepared, openWhenReady } from '../../src/slack/listen/open-when-ready.ts'
import { message, section } from '../../src/slack/view/blocks.ts'
import { startTinyBot, type TinyBank } from '../support/tiny-bot.ts'

const asker: Asker = {
  person: 'p-sample',
  slackUser: 'U1',
  reader: { personId: 'p-sample', language: 'en', timeZone: 'UTC' },
}
const drawn: Prepared = { modal: messageModal(message('The form', [section('The form')])) }

/** What the next command is answered with; a test that wants it late gives it when the loading modal is there. */
let prepare: () => Promise<Prepared> = () => Promise.resolve(drawn)
let bank: TinyBank

beforeAll(async () => {
  bank = await startTinyBot((app) => {
    app.command('/complaint', async (args) => {
      const house = { client: args.client, log: { error: () => undefined } } as unknown as Listening
      const gesture = commandGesture(args)
      await openWhenReady(house, gesture, asker, () => prepare())
      await gesture.ack()
    })
  })
})
afterAll(() => bank.close())

test('a form that is drawn in time opens as it is', async () => {
  prepare = () => Promise.resolve(drawn)
  await bank.slack.as('smith').command('/complaint')
  expect(bank.slack.as('smith').modal().title).toBe('The form')
})

test('a form that is slow to draw opens as a promise within the trigger’s life, and is filled when it is there', async () => {
  const late = Promise.withResolvers<Prepared>()
  prepare = () => late.promise
  const ack = await bank.slack.as('smith').command('/complaint')
  expect(ack).toMatchObject({ ok: true, status: 200 })
  expect(bank.slack.as('smith').modal().title).toBe('One moment')
  late.resolve(drawn)
  await expect.poll(() => bank.slack.as('smith').modal().title).toBe('The form')
})

test('a form that is slow to fail says so in the modal that is open, with a reference', async () => {
  const late = Promise.withResolvers<Prepared>()
  prepare = () => late.promise
  await bank.slack.as('smith').command('/complaint')
  late.reject(new Error('sample failure'))
  await expect
    .poll(() => JSON.stringify(bank.slack.as('smith').modal().view))
    .toMatch(/nothing was saved.*[0-9A-F]{6}/)
})
