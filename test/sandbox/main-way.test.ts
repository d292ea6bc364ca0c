import type { App, types } from '@slack/bolt'
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { startTinyBot, type TinyBank } from '../support/tiny-bot.ts'

const filingForm: types.ModalView = {
  type: 'modal',
  callback_id: 'file',
  title: { type: 'plain_text', text: '登记投诉' },
  submit: { type: 'plain_text', text: 'Submit' },
  close: { type: 'plain_text', text: 'Cancel' },
  private_metadata: 'matter-1',
  blocks: [
    {
      type: 'input',
      block_id: 'what',
      label: { type: 'plain_text', text: 'What happened?' },
      element: { type: 'plain_text_input', action_id: 'text', multiline: true, max_length: 200 },
    },
    {
      type: 'input',
      block_id: 'how',
      label: { type: 'plain_text', text: 'Came in by' },
      element: {
        type: 'static_select',
        action_id: 'pick',
        options: [
          { text: { type: 'plain_text', text: 'Phone' }, value: 'phone' },
          { text: { type: 'plain_text', text: 'Letter' }, value: 'letter' },
        ],
      },
    },
    {
      type: 'input',
      block_id: 'when',
      optional: true,
      label: { type: 'plain_text', text: 'First spoke' },
      element: { type: 'datepicker', action_id: 'date', initial_date: '2026-03-02' },
    },
    {
      type: 'input',
      block_id: 'about',
      optional: true,
      label: { type: 'plain_text', text: 'Staff' },
      element: { type: 'users_select', action_id: 'user' },
    },
  ],
}

const heard: unknown[] = []

function listen(app: App): void {
  app.command('/complaint', async ({ ack, client, body }) => {
    await client.views.open({ trigger_id: body.trigger_id, view: filingForm })
    await ack()
  })
  app.command('/help', async ({ ack }) => ack({ text: 'Try /complaint' }))
  app.view('file', async ({ ack, client, view, body }) => {
    heard.push({ values: view.state.values, metadata: view.private_metadata })
    if (view.state.values['what']?.['text']?.value === 'bad') {
      return ack({ response_action: 'errors', errors: { what: '请写清楚' } })
    }
    await ack()
    const dm = await client.conversations.open({ users: body.user.id })
    const channel = dm.channel?.id ?? ''
    await client.chat.postMessage({
      channel,
      text: 'Filed as 2026-00001',
      metadata: { event_type: 'outbox', event_payload: { key: 'k1' } },
      blocks: [
        { type: 'section', text: { type: 'mrkdwn', text: '*2026-00001* filed' } },
        {
          type: 'actions',
          elements: [
            {
              type: 'button',
              action_id: 'step:take',
              value: '1',
              text: { type: 'plain_text', text: 'Take over' },
            },
          ],
        },
      ],
    })
  })
  app.action('step:take', async ({ ack, client, body, respond, action }) => {
    heard.push(action)
    await ack()
    await respond({ text: 'You have it' })
    const made = await client.conversations.create({ name: '2026-00001-card', is_private: true })
    const channel = made.channel?.id ?? ''
    await client.conversations.invite({ channel, users: body.user.id })
    await client.conversations.setTopic({ channel, topic: 'Level 3' })
    const card = await client.chat.postMessage({ channel, text: 'Card', blocks: [{ type: 'divider' }] })
    await client.pins.add({ channel, timestamp: card.ts ?? '' })
    await client.bookmarks.add({
      channel_id: channel,
      title: 'Policy',
      type: 'link',
      link: 'https://bank.example/',
    })
    await client.chat.postEphemeral({ channel, user: body.user.id, text: 'You are here as liaison' })
  })
}

let bank: TinyBank
beforeAll(async () => {
  bank = await startTinyBot(listen)
})
beforeEach(() => {
  bank.slack.reset()
  heard.length = 0
})
afterAll(async () => bank.close())

async function file(): Promise<void> {
  const wangli = bank.slack.as('wangli')
  await wangli.command('/complaint')
  await wangli.modal().fillIn({ what: 'The card was kept', how: 'letter', about: 'smith' }).submit()
}

async function settled(condition: () => Promise<boolean>): Promise<void> {
  await expect.poll(condition, { timeout: 10_000, interval: 5 }).toBe(true)
}

test('a signed slash command is acked and opens the modal on the screen of the one who typed it', async () => {
  const ack = await bank.slack.as('wangli').command('/complaint')
  expect(ack).toMatchObject({ ok: true, status: 200, body: '' })
  expect(bank.slack.as('wangli').modal()).toMatchObject({ title: '登记投诉', callbackId: 'file' })
  expect(bank.slack.as('smith').hasModal()).toBe(false)
})

test('what is typed and picked reaches the bot in the shape Slack sends it', async () => {
  await file()
  expect(heard).toEqual([
    {
      metadata: 'matter-1',
      values: {
        what: { text: { type: 'plain_text_input', value: 'The card was kept' } },
        how: {
          pick: {
            type: 'static_select',
            selected_option: { text: { type: 'plain_text', text: 'Letter' }, value: 'letter' },
          },
        },
        when: { date: { type: 'datepicker', selected_date: '2026-03-02' } },
        about: { user: { type: 'users_select', selected_user: bank.slack.userIdOf('smith') } },
      },
    },
  ])
  expect(bank.slack.as('wangli').hasModal()).toBe(false)
})

test('a required field left empty is refused by the client and never reaches the bot', async () => {
  const wangli = bank.slack.as('wangli')
  await wangli.command('/complaint')
  const submission = await wangli.modal().fillIn({ how: 'Phone' }).submit()
  expect(Object.keys(submission.errors)).toEqual(['what'])
  expect(heard).toEqual([])
})

test('an error the bot answers stands under its field, and what was typed stays', async () => {
  const wangli = bank.slack.as('wangli')
  await wangli.command('/complaint')
  const submission = await wangli.modal().fillIn({ 'What happened?': 'bad', how: 'phone' }).submit()
  expect(submission).toMatchObject({ ok: true, closed: false, errors: { what: '请写清楚' } })
  expect(wangli.modal().fields[0]).toMatchObject({ value: 'bad', error: '请写清楚' })
  expect((await wangli.modal().fillIn({ what: 'good' }).submit()).closed).toBe(true)
})

test('a direct message is seen by its reader alone, with its blocks and metadata', async () => {
  await file()
  const wangli = bank.slack.as('wangli')
  await settled(async () => (await wangli.messages()).length > 0)
  const [message] = (await wangli.conversation('bot')).messages
  expect(message).toMatchObject({
    from: 'bot',
    text: 'Filed as 2026-00001',
    metadata: { event_type: 'outbox', event_payload: { key: 'k1' } },
  })
  expect(await bank.slack.as('smith').messages()).toEqual([])
})

test('a button opens a private channel with topic, pin, bookmark and an ephemeral word, hidden from others', async () => {
  await file()
  const wangli = bank.slack.as('wangli')
  await settled(async () => (await wangli.messages()).length > 0)
  const [card] = await wangli.messages()
  if (!card) throw new Error('no card')
  expect(await wangli.click(card, 'Take over')).toMatchObject({ ok: true })
  await settled(async () => (await wangli.messages()).some((message) => message.text.includes('liaison')))
  const channel = await wangli.conversation('2026-00001-card')
  expect(channel).toMatchObject({
    kind: 'private',
    topic: 'Level 3',
    isArchived: false,
    members: ['bot', 'wangli'],
  })
  expect(channel.bookmarks).toEqual([{ title: 'Policy', link: 'https://bank.example/', emoji: '' }])
  expect(
    channel.messages.filter((message) => channel.pins.includes(message.ts)).map((message) => message.text),
  ).toEqual(['Card'])
  expect(channel.messages.find((message) => message.isEphemeral)?.text).toBe('You are here as liaison')
  const others = await bank.slack.as('smith').sees()
  expect(others.conversations.map((conversation) => conversation.name)).toEqual(['general'])
})

test('an answer to a response URL is seen where the button was, by the one who pressed it', async () => {
  await file()
  const wangli = bank.slack.as('wangli')
  await settled(async () => (await wangli.messages()).length > 0)
  const [card] = await wangli.messages()
  if (!card) throw new Error('no card')
  await wangli.click(card, 'step:take')
  await settled(async () =>
    (await wangli.conversation('bot')).messages.some((message) => message.text === 'You have it'),
  )
  await settled(async () => (await wangli.messages()).some((message) => message.text.includes('liaison')))
  expect(heard[1]).toMatchObject({ type: 'button', action_id: 'step:take', value: '1' })
})

test('the text of an ack is seen by the one who typed the command, and by nobody else', async () => {
  await bank.slack.as('wangli').command('/help')
  const [message] = await bank.slack.as('wangli').messages()
  expect(message).toMatchObject({ text: 'Try /complaint', isEphemeral: true, channel: 'C000000001' })
  expect(await bank.slack.as('smith').messages()).toEqual([])
})

test('history tells metadata only when asked for all of it, and finds what was posted since an instant', async () => {
  await file()
  const wangli = bank.slack.as('wangli')
  await settled(async () => (await wangli.messages()).length > 0)
  const { id } = await wangli.conversation('bot')
  const full = await bank.app.client.conversations.history({
    channel: id,
    include_all_metadata: true,
    oldest: '1',
  })
  expect(full.messages?.[0]?.metadata).toEqual({ event_type: 'outbox', event_payload: { key: 'k1' } })
  expect(full.messages?.[0]).toMatchObject({ bot_id: 'B0SANDBOX', app_id: 'A0SANDBOX' })
  const short = await bank.app.client.conversations.history({ channel: id })
  expect(short.messages?.[0]?.metadata).toEqual({ event_type: 'outbox' })
  const later = await bank.app.client.conversations.history({
    channel: id,
    oldest: full.messages?.[0]?.ts ?? '',
  })
  expect(later.messages).toEqual([])
})

test('the chronicle holds every gesture and every call, in order', async () => {
  await file()
  await settled(async () => (await bank.slack.as('wangli').messages()).length > 0)
  const told = bank.slack.seen.traffic().map((entry) => entry.what)
  expect(told.filter((what) => what !== 'auth.test')).toEqual([
    'views.open',
    'types /complaint',
    'submits file',
    'conversations.open',
    'chat.postMessage',
  ])
})
