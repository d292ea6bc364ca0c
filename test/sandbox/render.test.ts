import { expect, test } from 'vitest'
import { renderBlocks, renderMessage, renderModal, type Reader } from '../../src/sandbox/slack/render.ts'
import { shownModal } from '../../src/sandbox/slack/open-modal.ts'
import { createViews } from '../../src/sandbox/slack/views.ts'

const now = Temporal.Instant.from('2026-03-02T02:00:00Z')
const nameOf = (userId: string) => ({ U0WANGLI: '王莉' })[userId] ?? userId
const inShanghai: Reader = { locale: 'zh-CN', timeZone: 'Asia/Shanghai', now, nameOf }
const inLondon: Reader = { locale: 'en-US', timeZone: 'Europe/London', now, nameOf }
const plain = (text: string) => ({ type: 'plain_text', text })

test('a message reads as a person reads it', () => {
  const blocks = [
    { type: 'header', text: plain('Complaint 2026-00001') },
    {
      type: 'section',
      text: { type: 'mrkdwn', text: '*Owner* <@U0WANGLI> &amp; <https://bank.example|policy>' },
    },
    { type: 'section', fields: [{ type: 'mrkdwn', text: '*Level*\n3' }] },
    { type: 'divider' },
    {
      type: 'actions',
      elements: [
        { type: 'button', text: plain('Take over') },
        { type: 'overflow', options: [{ text: plain('Relevel'), value: 'r' }] },
      ],
    },
    { type: 'context', elements: [{ type: 'mrkdwn', text: 'Policy 2026-03' }] },
  ]
  expect(renderMessage({ text: 'fallback', blocks }, inLondon)).toBe(
    [
      '# Complaint 2026-00001',
      '*Owner* @王莉 & policy',
      '  *Level* 3',
      '────────',
      '[ Take over ] [ … Relevel ]',
      '· Policy 2026-03',
    ].join('\n'),
  )
})

test('a message without blocks reads as its text', () => {
  expect(renderMessage({ text: 'Hello <@U0WANGLI>', blocks: [] }, inLondon)).toBe('Hello @王莉')
})

test.for([
  [inShanghai, '{date_num} {time}', '2026-03-02 09:30'],
  [inLondon, '{date_num} {time}', '2026-03-02 01:30'],
  [inShanghai, '{date_short_pretty} {time}', '今天 09:30'],
  [inLondon, '{date_short_pretty}', 'today'],
  [inLondon, '{date_long}', 'Monday, March 2, 2026'],
  [inShanghai, '{date}', '2026年3月2日'],
  [inLondon, '{ago}', '30 minutes ago'],
] as const)('a date is told in the reader’s zone and language: %#', ([reader, format, told]) => {
  const seconds = Temporal.Instant.from('2026-03-02T01:30:00Z').epochMilliseconds / 1000
  expect(renderMessage({ text: `<!date^${seconds}^${format}|fallback>`, blocks: [] }, reader)).toBe(told)
})

test('a modal shows what was entered, and the error under its field', () => {
  const views = createViews()
  const view = views.open('U0WANGLI', {
    type: 'modal',
    title: plain('File'),
    submit: plain('Send'),
    close: plain('Cancel'),
    blocks: [
      {
        type: 'input',
        block_id: 'what',
        label: plain('What happened?'),
        hint: plain('In short'),
        element: { type: 'plain_text_input', action_id: 't' },
      },
      {
        type: 'input',
        block_id: 'who',
        optional: true,
        label: plain('Staff'),
        element: { type: 'users_select', action_id: 'u', initial_user: 'U0WANGLI' },
      },
      {
        type: 'input',
        block_id: 'when',
        label: plain('When?'),
        element: { type: 'datetimepicker', action_id: 'd', initial_date_time: 1_789_720_200 },
      },
    ],
  })
  views.enter(view.id, JSON.stringify(['what', 't']), { type: 'plain_text_input', value: 'Card kept' })
  views.setErrors(view.id, { what: 'Say more' })
  const changed = views.find({ viewId: view.id })
  if (!changed) throw new Error('no view')
  expect(renderModal(shownModal(changed), inLondon)).toBe(
    [
      '┌ File',
      'What happened?: [Card kept]',
      '  In short',
      '  ! Say more',
      'Staff (optional): [王莉]',
      'When?: [Sep 18, 2026 09:30]',
      '└ [ Cancel ] [ Send ]',
    ].join('\n'),
  )
})

test('a menu shows what is chosen before anybody chose', () => {
  const options = [{ text: plain('Phone'), value: 'phone' }]
  const element = { type: 'static_select', action_id: 'm', options, initial_option: options[0] }
  expect(renderBlocks([{ type: 'actions', block_id: 'b', elements: [element] }], inLondon)).toBe('[Phone]')
})
