import type { App, ViewClosedAction, ViewResponseAction } from '@slack/bolt'
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { isJson } from '../../src/sandbox/slack/json.ts'
import { startTinyBot, type TinyBank } from '../support/tiny-bot.ts'

const plain = (text: string) => ({ type: 'plain_text' as const, text })
const modal = (callbackId: string, more: object = {}) => ({
  type: 'modal' as const,
  callback_id: callbackId,
  title: plain(callbackId),
  submit: plain('Go'),
  blocks: [],
  ...more,
})
const everyInput = [
  ['text', { type: 'plain_text_input' }],
  ['number', { type: 'number_input', is_decimal_allowed: false, min_value: '1' }],
  ['email', { type: 'email_text_input' }],
  ['url', { type: 'url_text_input' }],
  ['date', { type: 'datepicker' }],
  ['time', { type: 'timepicker' }],
  ['instant', { type: 'datetimepicker' }],
  ['one', { type: 'static_select', options: [{ text: plain('A'), value: 'a' }] }],
  [
    'many',
    {
      type: 'multi_static_select',
      options: [
        { text: plain('A'), value: 'a' },
        { text: plain('B'), value: 'b' },
      ],
    },
  ],
  ['radio', { type: 'radio_buttons', options: [{ text: plain('A'), value: 'a' }] }],
  ['boxes', { type: 'checkboxes', options: [{ text: plain('A'), value: 'a' }] }],
  ['user', { type: 'users_select' }],
  ['users', { type: 'multi_users_select' }],
  ['conversation', { type: 'conversations_select' }],
  ['file', { type: 'file_input' }],
] as const
const inputs = everyInput.map(([name, element]) => ({
  type: 'input' as const,
  block_id: name,
  label: plain(name),
  element: { ...element, action_id: 'v' },
}))

const patient = { timeout: 10_000, interval: 5 }

const pusher = { type: 'actions', elements: [{ type: 'button', action_id: 'more', text: plain('More') }] }

const heard: Record<string, unknown>[] = []
let next: Record<string, unknown> | undefined

function listen(app: App): void {
  app.command('/open', async ({ ack, body, client }) => {
    await client.views.open({ trigger_id: body.trigger_id, view: modal('first', next) })
    await ack()
  })
  app.command('/quiet', async ({ ack }) => ack())
  app.view('first', async ({ ack, view }) => {
    heard.push({ ...view.state.values })
    await ack(isAnswer(next) ? next : undefined)
  })
  app.view<ViewClosedAction>({ callback_id: 'first', type: 'view_closed' }, async ({ ack, body }) => {
    heard.push({ closed: body.is_cleared })
    await ack()
  })
  app.shortcut('file', async ({ ack, shortcut, client }) => {
    heard.push({ type: shortcut.type, text: 'message' in shortcut ? shortcut.message.text : undefined })
    await client.views.open({ trigger_id: shortcut.trigger_id, view: modal('first') })
    await ack()
  })
  app.action(/.*/, async ({ ack, action, body, client }) => {
    heard.push({ ...action, state: 'state' in body ? body.state : undefined })
    const trigger = 'trigger_id' in body ? body.trigger_id : ''
    if ('action_id' in action && action.action_id === 'more')
      await client.views.push({ trigger_id: trigger, view: modal('second', { blocks: [pusher] }) })
    await ack()
  })
  app.event('app_home_opened', async ({ event, client }) => {
    await client.views.publish({
      user_id: event.user,
      view: {
        type: 'home',
        blocks: [
          { type: 'actions', elements: [{ type: 'button', action_id: 'desk', text: plain('My desk') }] },
        ],
      },
    })
  })
  app.event('app_mention', async ({ event }) => void heard.push({ mention: event.text }))
  app.event('reaction_added', async ({ event }) => void heard.push({ reaction: event.reaction }))
  app.message(
    async ({ message }) =>
      void heard.push({ message: 'text' in message ? message.text : '', in: message.channel_type }),
  )
}

/** The tests decide what is answered, also what no typed bot could answer. */
function isAnswer(answer: unknown): answer is ViewResponseAction {
  return isJson(answer) && 'response_action' in answer
}

let bank: TinyBank
beforeAll(async () => {
  bank = await startTinyBot(listen)
})
beforeEach(() => {
  bank.slack.reset()
  heard.length = 0
  next = {}
})
afterAll(async () => bank.close())
const wangli = () => bank.slack.as('wangli')

async function openedWith(view: Record<string, unknown>): Promise<void> {
  next = view
  await wangli().command('/open')
  next = undefined
}

test('every kind of input is sent in its own shape', async () => {
  await openedWith({ blocks: inputs })
  await wangli()
    .modal()
    .fillIn({
      text: '字',
      number: 3,
      email: 'a@b.example',
      url: 'https://b.example',
      date: '2026-03-02',
      time: '09:30',
      instant: '2026-03-02T01:00:00Z',
      one: 'A',
      many: ['a', 'B'],
      radio: 'a',
      boxes: ['a'],
      user: 'smith',
      users: ['smith', 'wangli'],
      conversation: 'C000000001',
      file: ['scan.pdf'],
    })
    .submit()
  const a = { text: plain('A'), value: 'a' }
  const held = Object.fromEntries(
    Object.entries(heard[0] ?? {}).map(([block, value]) => [block, isJson(value) ? value['v'] : undefined]),
  )
  expect(held).toEqual({
    text: { type: 'plain_text_input', value: '字' },
    number: { type: 'number_input', value: '3' },
    email: { type: 'email_text_input', value: 'a@b.example' },
    url: { type: 'url_text_input', value: 'https://b.example' },
    date: { type: 'datepicker', selected_date: '2026-03-02' },
    time: { type: 'timepicker', selected_time: '09:30' },
    instant: { type: 'datetimepicker', selected_date_time: 1_772_413_200 },
    one: { type: 'static_select', selected_option: a },
    many: { type: 'multi_static_select', selected_options: [a, { text: plain('B'), value: 'b' }] },
    radio: { type: 'radio_buttons', selected_option: a },
    boxes: { type: 'checkboxes', selected_options: [a] },
    user: { type: 'users_select', selected_user: 'U0SMITH' },
    users: { type: 'multi_users_select', selected_users: ['U0SMITH', 'U0WANGLI'] },
    conversation: { type: 'conversations_select', selected_conversation: 'C000000001' },
    file: { type: 'file_input', files: [{ id: 'F0SCANPDF', name: 'scan.pdf' }] },
  })
})

test.for([
  ['text', '', 'Please complete this required field.', '请填写此必填字段。'],
  ['number', 'three', 'Must be a number.', '必须是数字。'],
  ['number', '1.5', 'Must be a whole number.', '必须是整数。'],
  ['number', '0', 'Must be at least 1.', '不得小于 1。'],
  ['email', 'nobody', 'Must be a valid email address.', '必须是有效的电子邮件地址。'],
  ['url', 'nowhere', 'Must be a valid URL.', '必须是有效的网址。'],
] as const)(
  'the client refuses %s "%s" by itself, in the language of its reader',
  async ([block, entry, english, chinese]) => {
    await openedWith({ blocks: inputs.filter((input) => input.block_id === block) })
    const submit = () =>
      wangli()
        .modal()
        .fillIn({ [block]: entry })
        .submit()
    expect((await submit()).errors).toEqual({ [block]: chinese })
    bank.slack.changePerson('wangli', { locale: 'en-US' })
    expect((await submit()).errors).toEqual({ [block]: english })
    expect(heard).toEqual([])
  },
)

test('a submission can update the modal, push another, or clear all of them', async () => {
  await openedWith({ blocks: [] })
  next = { response_action: 'update', view: modal('first', { title: plain('changed') }) }
  await wangli().modal().submit()
  expect(wangli().modal().title).toBe('changed')
  next = { response_action: 'push', view: modal('first', { title: plain('above') }) }
  await wangli().modal().submit()
  expect((await wangli().sees()).modals.map((each) => each.title)).toEqual(['changed', 'above'])
  next = { response_action: 'clear' }
  await wangli().modal().submit()
  expect(wangli().hasModal()).toBe(false)
})

test('an update keeps what was typed in the fields that stay', async () => {
  const [text] = inputs
  await openedWith({ blocks: [text] })
  next = { response_action: 'update', view: modal('first', { blocks: [text, { type: 'divider' }] }) }
  await wangli().modal().fillIn({ text: 'kept' }).submit()
  expect(wangli().modal().fields[0]?.value).toBe('kept')
})

test('an answer that Slack cannot use is trouble for the person and an error for the test', async () => {
  await openedWith({ blocks: [] })
  next = { response_action: 'update', view: modal('first', { title: plain('x'.repeat(25)) }) }
  const submission = await wangli().modal().submit()
  expect(submission).toMatchObject({ ok: false, error: 'invalid_answer' })
  next = { response_action: 'errors', errors: { nowhere: 'no such field' } }
  expect(await wangli().modal().submit()).toMatchObject({ ok: false, error: 'invalid_answer' })
  expect(wangli().modal().errors).toEqual({ '': '连接时遇到了一些问题。要重试吗？' })
  bank.slack.changePerson('wangli', { locale: 'en-US' })
  await wangli().modal().submit()
  expect(wangli().modal().errors).toEqual({ '': 'We had some trouble connecting. Try again?' })
})

test('cancelling tells the bot only where the modal asks for it', async () => {
  await openedWith({ blocks: [] })
  expect(await wangli().modal().cancel()).toBeUndefined()
  await openedWith({ notify_on_close: true, clear_on_close: true })
  expect(await wangli().modal().cancel()).toMatchObject({ ok: true })
  expect(heard).toEqual([{ closed: true }])
})

test('a modal pushed from a button stands on the first; a fourth is refused', async () => {
  await openedWith({ blocks: [pusher] })
  for (let press = 0; press < 3; press += 1) await wangli().click(wangli().modal(), 'More')
  const answers = bank.slack.seen.traffic().filter((entry) => entry.what === 'views.push')
  expect(answers.map((entry) => entry.answer)).toMatchObject([
    { ok: true },
    { ok: true },
    { ok: false, error: 'push_limit_reached' },
  ])
  expect((await wangli().sees()).modals.map((each) => each.title)).toEqual(['first', 'second', 'second'])
})

test('menus, pickers and overflow entries in a message reach the bot with the message state', async () => {
  const options = [
    { text: plain('A'), value: 'a' },
    { text: plain('B'), value: 'b' },
  ]
  const blocks = [
    {
      type: 'actions',
      block_id: 'act',
      elements: [
        { type: 'static_select', action_id: 'menu', options },
        { type: 'users_select', action_id: 'who' },
        { type: 'datepicker', action_id: 'day' },
        { type: 'overflow', action_id: 'rest', options },
      ],
    },
  ]
  await bank.app.client.chat.postMessage({ channel: bank.slack.userIdOf('wangli'), text: 'card', blocks })
  const [card] = await wangli().messages()
  if (!card) throw new Error('no card')
  await wangli().select(card, 'menu', 'B')
  await wangli().select(card, 'who', 'smith')
  await wangli().select(card, 'day', '2026-03-02')
  await wangli().click(card, 'rest', 'a')
  expect(heard).toMatchObject([
    { action_id: 'menu', selected_option: { value: 'b' } },
    { action_id: 'who', selected_user: 'U0SMITH' },
    { action_id: 'day', selected_date: '2026-03-02' },
    {
      action_id: 'rest',
      selected_option: { value: 'a' },
      state: {
        values: { act: { menu: { selected_option: { value: 'b' } }, day: { selected_date: '2026-03-02' } } },
      },
    },
  ])
})

test('shortcuts open a modal, from anywhere and from a message', async () => {
  await wangli().globalShortcut('file')
  expect(wangli().modal().callbackId).toBe('first')
  await wangli().says('general', 'My card was kept')
  const [message] = await bank.slack.as('smith').messages()
  if (!message) throw new Error('no message')
  await bank.slack.as('smith').messageShortcut('file', message)
  expect(heard).toMatchObject([
    { type: 'shortcut' },
    { message: 'My card was kept' },
    { type: 'message_action', text: 'My card was kept' },
  ])
})

test('App Home is published when it is opened, and its buttons work', async () => {
  await wangli().openHome()
  await expect.poll(() => wangli().home()?.blocks.length, patient).toBe(1)
  const home = wangli().home()
  if (!home) throw new Error('no home')
  await wangli().click(home, 'My desk')
  expect(heard).toMatchObject([{ action_id: 'desk' }])
  expect(bank.slack.as('smith').home()).toBeUndefined()
})

test('mentions, direct messages and reactions reach the bot as events', async () => {
  await wangli().mentions('general', 'help')
  await wangli().says('bot', 'hello')
  const [message] = (await wangli().conversation('bot')).messages
  if (!message) throw new Error('no message')
  await wangli().reacts(message, 'eyes')
  await expect.poll(() => heard.length, patient).toBe(3)
  expect(heard).toEqual([
    { mention: '<@U0REDRESS> help' },
    { message: 'hello', in: 'im' },
    { reaction: 'eyes' },
  ])
})

test('a response URL serves five times', async () => {
  await wangli().command('/quiet')
  const sent = bank.slack.seen.traffic().find((entry) => entry.kind === 'gesture')?.sent['response_url']
  const statuses: number[] = []
  for (let use = 0; use < 6; use += 1) {
    const answer = await fetch(String(sent), {
      method: 'POST',
      body: JSON.stringify({ text: `word ${use}` }),
    })
    statuses.push(answer.status)
  }
  expect(statuses).toEqual([200, 200, 200, 200, 200, 404])
})

test('a button that is not there is named, with those that are', async () => {
  await wangli().openHome()
  await expect.poll(() => wangli().home()?.blocks.length, patient).toBe(1)
  const home = wangli().home()
  if (!home) throw new Error('no home')
  await expect(wangli().click(home, 'Close case')).rejects.toThrow('Offered: My desk (desk)')
  expect(() => wangli().modal()).toThrow('wangli has no modal open')
})
