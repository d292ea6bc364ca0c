import { expect, test } from 'vitest'
import { blockProblems, type Surface } from '../../src/sandbox/slack/block-kit-limits.ts'
import { messageRefusal } from '../../src/sandbox/slack/message-limits.ts'
import { isViewTooLarge, viewProblems } from '../../src/sandbox/slack/view-limits.ts'

const plain = (text: string) => ({ type: 'plain_text', text })
const mrkdwn = (text: string) => ({ type: 'mrkdwn', text })
const long = (length: number) => '字'.repeat(length)
const times = <T>(count: number, make: (index: number) => T): T[] =>
  Array.from({ length: count }, (_, index) => make(index))
const section = (text: string) => ({ type: 'section', text: mrkdwn(text) })
const button = (more: object = {}) => ({ type: 'button', action_id: 'a', text: plain('Go'), ...more })
const actions = (...elements: object[]) => ({ type: 'actions', elements })
const option = (index: number, more: object = {}) => ({
  text: plain(`Option ${index}`),
  value: String(index),
  ...more,
})
const menu = (count: number, more: object = {}) => ({
  type: 'static_select',
  action_id: 'm',
  options: times(count, (index) => option(index)),
  ...more,
})
const input = (element: object, more: object = {}) => ({
  type: 'input',
  label: plain('Label'),
  element,
  ...more,
})
const typed = (more: object = {}) => ({ type: 'plain_text_input', action_id: 't', ...more })

const refused: readonly [string, Surface, readonly unknown[], string][] = [
  [
    '51 blocks in a message',
    'message',
    times(51, () => ({ type: 'divider' })),
    'no more than 50 items allowed',
  ],
  [
    '101 blocks in a modal',
    'modal',
    times(101, () => ({ type: 'divider' })),
    'no more than 100 items allowed',
  ],
  [
    '101 blocks in App Home',
    'home',
    times(101, () => ({ type: 'divider' })),
    'no more than 100 items allowed',
  ],
  ['a block type nobody knows', 'message', [{ type: 'hologram' }], 'unsupported type: hologram'],
  [
    'a field nobody knows',
    'message',
    [{ type: 'divider', colour: 'red' }],
    'invalid additional property: colour',
  ],
  ['an empty section', 'message', [section('')], 'must be more than 0 characters'],
  ['a section without text', 'message', [{ type: 'section' }], 'missing required field: text or fields'],
  ['3,001 characters in a section', 'message', [section(long(3001))], 'must be less than 3001 characters'],
  [
    '11 fields',
    'message',
    [{ type: 'section', fields: times(11, () => mrkdwn('f')) }],
    'no more than 10 items allowed',
  ],
  [
    '2,001 characters in a field',
    'message',
    [{ type: 'section', fields: [mrkdwn(long(2001))] }],
    'must be less than 2001 characters',
  ],
  [
    '151 characters in a header',
    'message',
    [{ type: 'header', text: plain(long(151)) }],
    'must be less than 151 characters',
  ],
  ['markup in a header', 'message', [{ type: 'header', text: mrkdwn('*x*') }], 'must be plain_text'],
  [
    '11 context elements',
    'message',
    [{ type: 'context', elements: times(11, () => mrkdwn('c')) }],
    'no more than 10 items allowed',
  ],
  [
    'a button in a context',
    'message',
    [{ type: 'context', elements: [button()] }],
    'must be plain_text or mrkdwn',
  ],
  [
    '26 buttons',
    'message',
    [actions(...times(26, (index) => button({ action_id: `a${index}` })))],
    'no more than 25 items allowed',
  ],
  ['no buttons', 'message', [actions()], 'no fewer than 1 items allowed'],
  [
    '76 characters on a button',
    'message',
    [actions(button({ text: plain(long(76)) }))],
    'must be less than 76 characters',
  ],
  [
    'a button value of 2,001',
    'message',
    [actions(button({ value: long(2001) }))],
    'must be less than 2001 characters',
  ],
  [
    'a button URL of 3,001',
    'message',
    [actions(button({ url: long(3001) }))],
    'must be less than 3001 characters',
  ],
  [
    'a button style nobody knows',
    'message',
    [actions(button({ style: 'blue' }))],
    'must be one of: primary, danger',
  ],
  [
    'an action id of 256',
    'message',
    [actions(button({ action_id: long(256) }))],
    'must be less than 256 characters',
  ],
  [
    'a block id of 256',
    'message',
    [{ type: 'divider', block_id: long(256) }],
    'must be less than 256 characters',
  ],
  [
    'two blocks of one id',
    'message',
    [
      { type: 'divider', block_id: 'b' },
      { type: 'divider', block_id: 'b' },
    ],
    'block_id must be unique: b',
  ],
  [
    'two buttons of one id',
    'message',
    [actions(button(), button())],
    'action_id must be unique within a block: a',
  ],
  ['a menu of 101', 'message', [actions(menu(101))], 'no more than 100 items allowed'],
  ['a menu of none', 'message', [actions(menu(0))], 'no fewer than 1 items allowed'],
  [
    'an option of 76 characters',
    'message',
    [actions(menu(0, { options: [option(1, { text: plain(long(76)) })] }))],
    'must be less than 76 characters',
  ],
  [
    'an option value of 151',
    'message',
    [actions(menu(0, { options: [option(1, { value: long(151) })] }))],
    'must be less than 151 characters',
  ],
  [
    'options of one value',
    'message',
    [actions(menu(0, { options: [option(1), option(1)] }))],
    'option values must be unique: 1',
  ],
  [
    'an initial option not offered',
    'message',
    [actions(menu(2, { initial_option: option(7) }))],
    'an initial option must exactly match one of the options',
  ],
  [
    'an overflow of 6',
    'message',
    [actions({ type: 'overflow', action_id: 'o', options: times(6, (index) => option(index)) })],
    'no more than 5 items allowed',
  ],
  [
    '11 checkboxes',
    'modal',
    [input({ type: 'checkboxes', action_id: 'c', options: times(11, (index) => option(index)) })],
    'no more than 10 items allowed',
  ],
  [
    '11 radio buttons',
    'modal',
    [input({ type: 'radio_buttons', action_id: 'r', options: times(11, (index) => option(index)) })],
    'no more than 10 items allowed',
  ],
  [
    'a confirmation title of 101',
    'message',
    [
      actions(
        button({
          confirm: { title: plain(long(101)), text: plain('t'), confirm: plain('y'), deny: plain('n') },
        }),
      ),
    ],
    'must be less than 101 characters',
  ],
  [
    'a confirmation text of 301',
    'message',
    [
      actions(
        button({
          confirm: { title: plain('t'), text: plain(long(301)), confirm: plain('y'), deny: plain('n') },
        }),
      ),
    ],
    'must be less than 301 characters',
  ],
  [
    'a placeholder of 151',
    'modal',
    [input(typed({ placeholder: plain(long(151)) }))],
    'must be less than 151 characters',
  ],
  [
    'an input without a label',
    'modal',
    [{ type: 'input', element: typed() }],
    'missing required field: label',
  ],
  ['a button as input', 'modal', [input(button())], 'unsupported type: button'],
  ['an input longer than 3,000', 'modal', [input(typed({ max_length: 3001 }))], 'must be between 1 and 3000'],
  [
    'an initial value beyond its maximum',
    'modal',
    [input(typed({ max_length: 2, initial_value: 'abc' }))],
    'must be less than 3 characters',
  ],
  ['a text input among buttons', 'modal', [actions(typed())], 'unsupported type: plain_text_input'],
  [
    'a number input undecided on decimals',
    'modal',
    [input({ type: 'number_input', action_id: 'n' })],
    'missing required field: is_decimal_allowed',
  ],
  [
    'a number input in a message',
    'message',
    [input({ type: 'number_input', action_id: 'n', is_decimal_allowed: false })],
    'unsupported type outside modals: number_input',
  ],
  [
    'a file input in App Home',
    'home',
    [input({ type: 'file_input', action_id: 'f' })],
    'unsupported type outside modals: file_input',
  ],
  [
    'a date that is none',
    'modal',
    [input({ type: 'datepicker', action_id: 'd', initial_date: '2 March' })],
    'must be in the form YYYY-MM-DD',
  ],
  [
    'an image without words',
    'message',
    [{ type: 'image', image_url: 'https://bank.example/a.png' }],
    'missing required field: alt_text',
  ],
  [
    'a table in a modal',
    'modal',
    [{ type: 'table', rows: [[{ type: 'raw_text', text: 'x' }]] }],
    'unsupported type: table',
  ],
  [
    'a table of 101 rows',
    'message',
    [{ type: 'table', rows: times(101, () => []) }],
    'no more than 100 items allowed',
  ],
  [
    'a table of 21 columns',
    'message',
    [{ type: 'table', rows: [times(21, () => ({}))] }],
    'no more than 20 items allowed',
  ],
  [
    'three charts',
    'message',
    times(3, () => ({ type: 'data_visualization', title: 't', chart: {} })),
    'no more than 2 data_visualization blocks allowed',
  ],
]

test.for(refused)('%s on a %s is refused', ([, surface, blocks, problem]) => {
  expect(blockProblems(blocks, surface).map((each) => each.problem)).toContain(problem)
})

test('blocks at their very limits are taken', () => {
  const blocks = [
    section(long(3000)),
    { type: 'section', fields: times(10, () => mrkdwn(long(2000))), accessory: button({ action_id: 'x' }) },
    { type: 'header', text: plain(long(150)) },
    { type: 'context', elements: times(10, () => mrkdwn('c')) },
    actions(
      ...times(25, (index) => button({ action_id: `a${index}`, value: long(2000), text: plain(long(75)) })),
    ),
    actions(menu(100), { type: 'overflow', action_id: 'o', options: times(5, (index) => option(index)) }),
    ...times(44, (index) => ({ type: 'divider', block_id: `${index}` })),
  ]
  expect(blockProblems(blocks, 'message')).toEqual([])
})

test('a problem says where it is, from the argument down', () => {
  const [problem] = blockProblems([section('fine'), actions(button({ text: plain('') }))], 'message')
  expect(problem).toEqual({ at: '/blocks/1/elements/0/text/text', problem: 'must be more than 0 characters' })
})

const modal = (more: object = {}) => ({
  type: 'modal',
  title: plain('Title'),
  blocks: [section('x')],
  ...more,
})

test.for([
  ['a title of 25', modal({ title: plain(long(25)) }), 'must be less than 25 characters'],
  ['no title', modal({ title: undefined }), 'missing required field: title'],
  ['a submit button of 25', modal({ submit: plain(long(25)) }), 'must be less than 25 characters'],
  ['a close button of 25', modal({ close: plain(long(25)) }), 'must be less than 25 characters'],
  ['private metadata of 3,001', modal({ private_metadata: long(3001) }), 'must be less than 3001 characters'],
  ['a callback id of 256', modal({ callback_id: long(256) }), 'must be less than 256 characters'],
  [
    'an input without a submit button',
    modal({ blocks: [input(typed())] }),
    'submit is required when an input block is within the blocks list',
  ],
  ['a home where a modal must be', { type: 'home', blocks: [] }, 'must be modal'],
] as const)('a modal with %s is refused', ([, view, problem]) => {
  expect(viewProblems(view, 'modal').map((each) => each.problem)).toContain(problem)
})

test('a view larger than 250 kB is too large', () => {
  expect(isViewTooLarge(modal({ blocks: times(100, () => section(long(900))) }))).toBe(true)
  expect(isViewTooLarge(modal({ blocks: times(100, () => section(long(700))) }))).toBe(false)
})

test('a text of 40,001 characters is refused, not cut', () => {
  expect(messageRefusal({ text: 'x'.repeat(40_001) })).toEqual({ ok: false, error: 'msg_too_long' })
  expect(messageRefusal({ text: 'x'.repeat(40_000) })).toBeUndefined()
})

test('blocks whose texts are each within limits, but too long together, are refused', () => {
  expect(messageRefusal({ text: 'x', blocks: times(5, () => section(long(2500))) })).toEqual({
    ok: false,
    error: 'msg_blocks_too_long',
  })
})
