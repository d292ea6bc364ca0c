import { createElement } from 'react'
import { renderToStaticMarkup } from 'react-dom/server'
import { describe, expect, test } from 'vitest'
import { choicesFitting, choicesOf } from '../../src/sandbox/page/block-kit/choices.ts'
import type { BlockKit, BlocksProps, Drawn } from '../../src/sandbox/page/block-kit/drawn.ts'
import { heardAs } from '../../src/sandbox/page/block-kit/heard-as.ts'
import { readTime } from '../../src/sandbox/page/block-kit/read-time.ts'
import { fieldName } from '../../src/sandbox/serve/field-name.ts'
import type { BlockTold, Entry, PersonTold } from '../../src/sandbox/serve/told.ts'

/** Read at run time: JSX is checked with the page, whose tsconfig knows the DOM. */
const source = new URL('../../src/sandbox/page/block-kit/blocks.tsx', import.meta.url).href
const { Blocks } = (await import(source)) as BlockKit

const people: readonly PersonTold[] = [
  aPerson('p-xie-fei', 'U0XIEFEI', { zh: '谢菲', en: 'Xie Fei' }),
  aPerson('p-yu-qing', 'U0YUQING', { zh: '喻晴', en: 'Yu Qing' }),
]
const drawn: Drawn = {
  people,
  conversations: [{ id: 'C0SERVICE', name: '服务品质' }],
  language: 'zh-CN',
  theme: 'light',
}

/** Invented, like everybody in the sample bank. */
function aPerson(id: string, userId: string, name: PersonTold['name']): PersonTold {
  const unit = { zh: '人民路支行营业部', en: 'Renmin Road Outlet' }
  return { id, userId, name, reads: 'zh-CN', posts: [{ zh: '网点投诉管理员', en: 'manager' }], unit }
}

const plain = (text: string) => ({ type: 'plain_text', text })
const mrkdwn = (text: string) => ({ type: 'mrkdwn', text })
const option = (value: string, text: string) => ({ value, text: plain(text) })
const two = [option('fee', '退费'), option('sorry', '道歉')]
const many = Array.from({ length: 15 }, (_, index) => option(`v${index}`, `选项${index}`))

function html(blocks: readonly BlockTold[], props: Partial<BlocksProps> = {}): string {
  const all = { values: {}, drawn, onUse: () => undefined, ...props, blocks }
  return renderToStaticMarkup(createElement(Blocks, all))
}

function input(element: object, more: object = {}): BlockTold {
  return {
    type: 'input',
    block_id: 'b',
    label: plain('处理要求'),
    element: { action_id: 'a', ...element },
    ...more,
  }
}

function inputHtml(element: object, value: Entry, more: object = {}): string {
  return html([input(element, more)], { values: { [fieldName('b', 'a')]: value } })
}

function actions(element: object): BlockTold {
  return {
    type: 'actions',
    block_id: 'b',
    elements: [{ action_id: 'a', ...element }],
  }
}

function hears(
  block: BlockTold,
  element: { type: string; [key: string]: unknown },
  where: 'form' | 'message',
): string {
  const heard: string[] = []
  const entered = { onEnter: (...told: unknown[]) => heard.push(`enter ${told.join(' ')}`) }
  const surface = {
    values: {},
    drawn,
    onUse: (...told: unknown[]) => heard.push(`use ${told.join(' ')}`),
    ...(where === 'form' && entered),
  }
  const { give, tell } = heardAs(block, { action_id: 'a', ...element }, surface)
  give('x')
  heard.push('|')
  tell?.('x')
  return heard.join(' ')
}

function found(query: string): readonly string[] {
  return choicesFitting(choicesOf({ type: 'users_select' }, drawn), query).map(({ label }) => label)
}

describe('plain text is never read as mrkdwn', () => {
  const stars = '138****5678 *a* <@U0XIEFEI>'
  const shown = '138****5678 *a* &lt;@U0XIEFEI&gt;'
  test.for([
    ['a header', { type: 'header', text: plain(stars) }],
    ['a section', { type: 'section', text: plain(stars) }],
    ['a field', { type: 'section', fields: [plain(stars)] }],
    ['small print', { type: 'context', elements: [plain(stars)] }],
    ['a button', { type: 'actions', elements: [{ type: 'button', text: plain(stars) }] }],
    ['a label', { ...input({ type: 'plain_text_input' }), label: plain(stars) }],
    ['a hint', input({ type: 'plain_text_input' }, { hint: plain(stars) })],
    ['an option', input({ type: 'radio_buttons', options: [option('x', stars)] })],
    ['a table', { type: 'table', rows: [[{ type: 'raw_text', text: stars }]] }],
  ] as const)('in %s', ([, block]) => {
    expect(html([block])).toContain(shown)
  })
})

describe('every input shows its label, what it holds and its error', () => {
  const cases: readonly (readonly [
    element: { readonly type: string; readonly [key: string]: unknown },
    value: Entry,
    shown: string,
  ])[] = [
    [{ type: 'plain_text_input' }, '排队过久', 'value="排队过久"'],
    [{ type: 'plain_text_input', multiline: true }, '排队过久', '>排队过久</textarea>'],
    [{ type: 'rich_text_input' }, '排队过久', '>排队过久</textarea>'],
    [{ type: 'number_input', is_decimal_allowed: true, min_value: '0' }, '3.5', 'value="3.5"'],
    [{ type: 'email_text_input' }, 'a@bank.example', 'value="a@bank.example"'],
    [{ type: 'url_text_input' }, 'https://bank.example', 'value="https://bank.example"'],
    [{ type: 'static_select', options: two }, 'sorry', '<option value="sorry" selected="">道歉'],
    [{ type: 'static_select', options: many }, 'v13', 'value="选项13"'],
    [
      { type: 'static_select', option_groups: [{ label: plain('湖滨支行'), options: two }] },
      'fee',
      '<optgroup label="湖滨支行">',
    ],
    [{ type: 'multi_static_select', options: two }, ['fee', 'sorry'], 'aria-label="移除道歉"'],
    [{ type: 'users_select' }, 'U0XIEFEI', 'value="谢菲"'],
    [{ type: 'multi_users_select' }, ['U0XIEFEI', 'U0YUQING'], 'aria-label="移除喻晴"'],
    [{ type: 'conversations_select' }, 'C0SERVICE', 'value="服务品质"'],
    [{ type: 'multi_conversations_select' }, ['C0SERVICE'], 'aria-label="移除服务品质"'],
    [{ type: 'channels_select' }, 'C0SERVICE', 'value="服务品质"'],
    [{ type: 'multi_channels_select' }, ['C0SERVICE'], 'aria-label="移除服务品质"'],
    [{ type: 'checkboxes', options: two }, ['sorry'], 'checked=""'],
    [{ type: 'radio_buttons', options: two }, 'fee', 'checked="" value="fee"'],
    [{ type: 'datepicker' }, '2026-03-02', '2026年3月2日星期一'],
    [{ type: 'timepicker' }, '14:30', 'value="14:30"'],
    [{ type: 'datetimepicker' }, '2026-03-02T14:30', 'value="14:30"'],
    [{ type: 'file_input', filetypes: ['pdf'] }, ['回单.pdf'], '回单.pdf'],
  ]

  test.for(cases.map(([element, ...rest]) => [element.type, element, ...rest] as const))(
    '%s',
    ([, element, value, shown]) => {
      const block = input(element)
      const drawnNow = html([block], { values: { [fieldName('b', 'a')]: value }, errors: { b: '请填写。' } })
      expect(drawnNow).toContain(shown)
      expect(drawnNow).toMatch(/class="bk-label">处理要求</)
      expect(drawnNow).toMatch(/<div id="(\S+)-error" class="bk-error">请填写。<\/div>/)
      expect(drawnNow).toMatch(/aria-describedby="\S+-error"[^>]* aria-invalid="true"/)
      expect(html([block])).not.toContain('aria-invalid')
    },
  )

  test('a label belongs to its control, and names the group where there are several', () => {
    expect(inputHtml({ type: 'plain_text_input' }, null)).toMatch(/<label for="(\S+)"[\s\S]*<input id="\1"/)
    expect(inputHtml({ type: 'checkboxes', options: two }, [])).toMatch(
      /<div id="(\S+)" class="bk-label"[\s\S]*role="group"[^>]*aria-labelledby="\1"/,
    )
  })

  test('what may be left out says so in the reader’s language, what may not is required', () => {
    expect(inputHtml({ type: 'plain_text_input' }, null, { optional: true })).toContain('（选填）')
    expect(inputHtml({ type: 'plain_text_input' }, null)).toContain('aria-required="true"')
    const english = html([input({ type: 'plain_text_input' }, { optional: true })], {
      drawn: { ...drawn, language: 'en' },
    })
    expect(english).toContain('(optional)')
  })

  test('the room left is told near its end only', () => {
    const element = { type: 'plain_text_input', max_length: 100 }
    expect(inputHtml(element, '字'.repeat(50))).not.toContain('还可输入')
    expect(inputHtml(element, '字'.repeat(95))).toContain('还可输入 5 字')
  })

  test('a menu asks with its own placeholder, else with the page’s', () => {
    expect(inputHtml({ type: 'users_select', placeholder: plain('选择人员') }, null)).toContain(
      'placeholder="选择人员"',
    )
    expect(inputHtml({ type: 'static_select', options: two }, null)).toContain('请选择</option>')
  })
})

describe('actions', () => {
  const button = { type: 'button', text: plain('受理定级'), value: 'v' }

  test('a button has its words and style', () => {
    expect(html([actions({ ...button, style: 'primary' })])).toMatch(
      /data-style="primary"[^>]*><span>受理定级/,
    )
  })

  test('a button under way says so, cannot be used again, and keeps the focus', () => {
    const busy = html([actions(button)], { busy: fieldName('b', 'a') })
    expect(busy).toMatch(/aria-disabled="true" aria-busy="true"[\s\S]*aria-label="正在处理"/)
    expect(busy).not.toMatch(/ disabled/)
  })

  test('a button with an address is a link beside the page; a script is none', () => {
    expect(html([actions({ ...button, url: 'https://bank.example' })])).toContain(
      'href="https://bank.example" target="_blank"',
    )
    expect(html([actions({ ...button, url: 'javascript:alert(1)' })])).not.toContain('href')
  })

  test('an overflow menu names itself and holds its entries', () => {
    const overflow = html([actions({ type: 'overflow', options: two })])
    expect(overflow).toMatch(/aria-haspopup="menu" aria-label="更多操作"/)
    expect(overflow).toMatch(/role="menuitem"[^>]*><span class="bk-plain">道歉/)
  })

  test('an accessory stands beside its text and is named by it', () => {
    const block = {
      type: 'section',
      block_id: 'b',
      text: mrkdwn('选一天'),
      accessory: { type: 'datepicker', action_id: 'a' },
    }
    expect(html([block])).toMatch(
      /class="bk-section-words" id="(\S+)"[\s\S]*aria-labelledby="\1"[^>]*type="date"/,
    )
  })
})

test.for([
  ['a block', { type: 'lever' }, '此处有一个“lever”类型的内容块，本页无法显示。'],
  ['an element', actions({ type: 'lever' }), '此处有一个“lever”类型的控件，本页无法显示。'],
  ['an input', input({ type: 'lever' }), '此处有一个“lever”类型的控件，本页无法显示。'],
] as const)('what the page cannot draw is said in words: %s', ([, block, words]) => {
  expect(html([block])).toContain(words)
})

test('what is only read is left to the library: rich text, markdown', () => {
  const text = { type: 'rich_text_section', elements: [{ type: 'user', user_id: 'U0XIEFEI' }] }
  expect(html([{ type: 'rich_text', elements: [text] }])).toContain('谢菲')
  expect(html([{ type: 'markdown', text: '**粗**' }])).toContain('>粗</strong>')
})

describe('who hears of what is done', () => {
  const choice = { type: 'actions', block_id: 'b' }
  const field = { type: 'input', block_id: 'b' }
  const told = { ...field, dispatch_action: true }
  const atEachCharacter = { trigger_actions_on: ['on_character_entered'] }

  test.for([
    ['a choice in a message: the bot', choice, { type: 'static_select' }, 'message', 'use b a x |'],
    [
      'a choice in a form: the form, then the bot',
      choice,
      { type: 'static_select' },
      'form',
      'enter b a x use b a x |',
    ],
    ['a button: the bot alone', choice, { type: 'button' }, 'form', 'use b a x |'],
    ['an input: the form alone', field, { type: 'static_select' }, 'form', 'enter b a x |'],
    ['an input that tells: both', told, { type: 'static_select' }, 'form', 'enter b a x use b a x |'],
    [
      'a text that tells: the bot at Enter',
      told,
      { type: 'plain_text_input' },
      'form',
      'enter b a x | enter b a x use b a x',
    ],
    [
      'a text that tells each character: both at once',
      told,
      { type: 'plain_text_input', dispatch_action_config: atEachCharacter },
      'form',
      'enter b a x use b a x |',
    ],
  ] as const)('%s', ([, block, element, where, heard]) => {
    expect(hears(block, element, where)).toBe(heard)
  })
})

describe('searching a menu', () => {
  test('people are found by name in either language and by post', () => {
    expect(found('菲')).toEqual(['谢菲'])
    expect(found('QING')).toEqual(['喻晴'])
    expect(found('投诉 管理')).toEqual(['谢菲', '喻晴'])
    expect(found('nobody')).toEqual([])
  })
})

test.for([
  ['9:30', '09:30'],
  ['0930', '09:30'],
  ['９：３０', '09:30'],
  ['23：59', '23:59'],
  ['24:00', undefined],
  ['9', undefined],
  ['', undefined],
] as const)('the time typed as %j is read as %j', ([typed, read]) => {
  expect(readTime(typed)).toBe(read)
})
