import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import type { OrganisationDocument } from '../../src/organisation/organisation.ts'
import { createStandingClock } from '../../src/sandbox/clock.ts'
import { doGesture } from '../../src/sandbox/serve/do-gesture.ts'
import { fieldName } from '../../src/sandbox/serve/field-name.ts'
import { sightTold } from '../../src/sandbox/serve/sight.ts'
import { startTinyBot, type TinyBank } from '../support/tiny-bot.ts'

let bank: TinyBank
let next: object | undefined
beforeAll(async () => {
  bank = await startTinyBot((app) => {
    app.command('/complaint', async ({ ack, body, client }) => {
      await client.views.open({ trigger_id: body.trigger_id, view: next as never })
      await ack()
    })
    app.action(/.*/, async ({ ack }) => ack())
  })
})
beforeEach(async () => {
  bank.slack.reset()
  await bank.app.client.conversations.join({ channel: 'C000000001' })
})
afterAll(async () => bank.close())

/** A bank whose two people the tiny workspace has; nothing is owed in it. */
const playing = () => ({
  stage: {
    slack: bank.slack,
    clock: createStandingClock('2026-03-02T02:00:00Z'),
    settle: async () => {},
    redress: undefined as never,
  },
  organisation: {
    people: ['wangli', 'smith'].map((id) => ({ id, name: { zh: id, en: id }, email: '' })),
  } as unknown as OrganisationDocument,
})
const sees = (person: string) => sightTold(playing(), person)

/** What stands chosen in the newest message of the channel for everybody. */
const chosenBy = async (person: string) => (await sees(person)).conversations[0]?.messages.at(-1)?.values
const sidebarOf = async (person: string) => (await sees(person)).conversations.map(({ name }) => name)

const words = (text: string) => ({ type: 'plain_text', text })
const options = ['a', 'b'].map((value) => ({ text: words(value.toUpperCase()), value }))
const at = Temporal.Instant.from('2026-09-14T02:00:00Z').epochMilliseconds / 1000
const elements: readonly (readonly [string, object, unknown])[] = [
  ['text', { type: 'plain_text_input', initial_value: '字' }, '字'],
  ['number', { type: 'number_input', is_decimal_allowed: false }, null],
  ['date', { type: 'datepicker', initial_date: '2026-09-14' }, '2026-09-14'],
  ['time', { type: 'timepicker', initial_time: '10:00' }, '10:00'],
  ['moment', { type: 'datetimepicker', initial_date_time: at }, '2026-09-14T10:00'],
  ['one', { type: 'static_select', options, initial_option: options[1] }, 'b'],
  ['many', { type: 'multi_static_select', options, initial_options: options }, ['a', 'b']],
  ['radio', { type: 'radio_buttons', options }, null],
  ['boxes', { type: 'checkboxes', options }, []],
  ['user', { type: 'users_select', initial_user: 'U0SMITH' }, 'U0SMITH'],
  ['users', { type: 'multi_users_select', initial_users: ['U0SMITH'] }, ['U0SMITH']],
  ['talk', { type: 'conversations_select', initial_conversation: 'C000000001' }, 'C000000001'],
  ['channel', { type: 'channels_select' }, null],
]
const modal = {
  type: 'modal',
  callback_id: 'all',
  title: words('All'),
  submit: words('Go'),
  close: words('Leave'),
  blocks: elements.map(([name, element]) => ({
    type: 'input',
    block_id: name,
    optional: true,
    label: words(name),
    element: { ...element, action_id: name },
  })),
}
const values = (told: readonly (readonly [string, unknown])[]) =>
  Object.fromEntries(told.map(([name, value]) => [fieldName(name, name), value]))

test('every element of a form tells what it holds, before and after somebody has entered something', async () => {
  next = modal
  const channel = 'C000000001'
  await doGesture(playing(), 'wangli', { do: 'command', command: '/complaint', text: '', channel })
  const [shown] = (await sees('wangli')).modals
  expect(shown).toMatchObject({ title: 'All', submit: 'Go', close: 'Leave', errors: {} })
  expect(shown?.values).toEqual(values(elements.map(([name, , value]) => [name, value])))
  const entered = {
    number: '3',
    moment: '2026-09-15T00:30',
    one: 'a',
    boxes: ['b'],
    radio: 'a',
    user: 'U0WANGLI',
    users: [],
    talk: 'C000000001',
    channel,
  }
  const id = shown?.id ?? ''
  const typed = values(Object.entries(entered)) as Record<string, string | string[]>
  const surface = { kind: 'modal', id, values: typed } as const
  await doGesture(playing(), 'wangli', {
    do: 'use',
    surface,
    blockId: 'time',
    actionId: 'time',
    entry: '11:15',
  })
  expect((await sees('wangli')).modals[0]?.values).toEqual({
    ...shown?.values,
    ...typed,
    ...values([['time', '11:15']]),
  })
  const sent = bank.slack.seen.traffic().findLast(({ what }) => what === 'uses time')?.sent
  const moment = {
    selected_date_time: Temporal.Instant.from('2026-09-14T16:30:00Z').epochMilliseconds / 1000,
  }
  expect(sent).toMatchObject({
    view: {
      state: { values: { moment: { moment }, channel: { channel: { selected_channel: channel } } } },
    },
  })
})

test('what somebody chose in a message stands there for them alone', async () => {
  const menu = { type: 'static_select', action_id: 'menu', options }
  const picker = { type: 'conversations_select', action_id: 'where' }
  const blocks = [{ type: 'actions', block_id: 'act', elements: [menu, picker] }]
  const posting = { channel: 'C000000001', text: 'card', blocks: blocks as never }
  const { ts = '' } = await bank.app.client.chat.postMessage(posting)
  const surface = { kind: 'message', channel: 'C000000001', ts } as const
  const place = { do: 'use', surface, blockId: 'act' } as const
  await doGesture(playing(), 'wangli', { ...place, actionId: 'menu', entry: 'b' })
  await doGesture(playing(), 'wangli', { ...place, actionId: 'where', entry: 'C000000001' })
  expect(await chosenBy('wangli')).toEqual({
    [fieldName('act', 'menu')]: 'b',
    [fieldName('act', 'where')]: 'C000000001',
  })
  expect(await chosenBy('smith')).toEqual({
    [fieldName('act', 'menu')]: null,
    [fieldName('act', 'where')]: null,
  })
  expect(await doGesture(playing(), 'wangli', { ...place, actionId: 'menu', entry: 'z' })).toMatchObject({
    ok: false,
    why: { en: expect.stringContaining('no longer offered') },
  })
})

test('an entry of a menu behind three dots is sent as picked, and keeps nothing', async () => {
  const menu = { type: 'overflow', action_id: 'step:more', options }
  const blocks = [{ type: 'section', block_id: 'act', text: words('card'), accessory: menu }]
  const posting = { channel: 'C000000001', text: 'card', blocks: blocks as never }
  const { ts = '' } = await bank.app.client.chat.postMessage(posting)
  const surface = { kind: 'message', channel: 'C000000001', ts } as const
  const use = { do: 'use', surface, blockId: 'act', actionId: 'step:more', entry: 'b' } as const
  expect(await doGesture(playing(), 'wangli', use)).toEqual({ ok: true })
  const sent = bank.slack.seen.traffic().findLast(({ what }) => what === 'uses step:more')?.sent
  expect(sent).toMatchObject({ actions: [{ type: 'overflow', selected_option: { value: 'b' } }] })
  expect(await chosenBy('wangli')).toEqual({})
})

test('only dates in mrkdwn become words; mentions, emphasis and links stay as they are', async () => {
  const text = `*<@U0SMITH>* by <!date^${at}^{date_num} {time}|then>, see <https://bank.example|policy>`
  const blocks = [
    { type: 'section', text: { type: 'mrkdwn', text } },
    { type: 'context', elements: [{ type: 'mrkdwn', text }, words(text)] },
  ]
  await bank.app.client.chat.postMessage({ channel: 'C000000001', text, blocks })
  const told = '*<@U0SMITH>* by 2026-09-14 03:00, see <https://bank.example|policy>'
  const message = (await sees('smith')).conversations[0]?.messages.at(-1)
  expect(message?.text).toBe(told)
  expect(message?.blocks).toMatchObject([
    { text: { text: told } },
    { elements: [{ text: told }, { type: 'plain_text', text }] },
  ])
})

test('private channels stand by their newest message, between the one for everybody and the direct message', async () => {
  const direct = { channel: bank.slack.userIdOf('wangli'), text: 'hello' }
  await bank.app.client.chat.postMessage(direct)
  const making = { creator: 'wangli', isPrivate: true, members: ['bot'] }
  const older = await bank.slack.makeChannel({ name: 'older', ...making })
  await bank.slack.makeChannel({ name: 'newer', ...making })
  await bank.slack.as('wangli').says('newer', 'one')
  expect(await sidebarOf('wangli')).toEqual(['general', 'newer', 'older', 'Redress'])
  await bank.slack.as('wangli').says(older, 'two')
  expect(await sidebarOf('wangli')).toEqual(['general', 'older', 'newer', 'Redress'])
})

test('a view that Slack finds wrong is told with what is wrong in it', async () => {
  next = { ...modal, title: words('x'.repeat(30)) }
  const command = { do: 'command', command: '/complaint', text: '', channel: 'C000000001' } as const
  expect(await doGesture(playing(), 'wangli', command)).toMatchObject({
    ok: false,
    why: { en: expect.stringMatching(/invalid_arguments|HTTP/) },
  })
})
