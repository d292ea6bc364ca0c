import { createElement } from 'react'
import { renderToStaticMarkup } from 'react-dom/server'
import { expect, test } from 'vitest'
import type { BlockKit, Drawn } from '../../src/sandbox/page/block-kit/drawn.ts'

/** Read at run time: JSX is checked with the page, whose tsconfig knows the DOM. */
const source = new URL('../../src/sandbox/page/block-kit/blocks.tsx', import.meta.url).href
const { Mrkdwn } = (await import(source)) as BlockKit

/** Invented, like everybody in the sample bank. */
const xieFei = {
  id: 'p-xie-fei',
  userId: 'U0XIEFEI',
  name: { zh: '谢菲', en: 'Xie Fei' },
  reads: 'zh-CN',
  posts: [],
  unit: { zh: '人民路支行营业部', en: 'Renmin Road Outlet' },
} as const
const drawn: Drawn = {
  people: [xieFei],
  conversations: [{ id: 'C0SERVICE', name: '服务品质' }],
  language: 'zh-CN',
  theme: 'light',
}

function said(text: string): string {
  return renderToStaticMarkup(createElement(Mrkdwn, { text, drawn }))
}

test.for([
  ['*bold* _italic_ ~struck~', '<strong>bold</strong> <em>italic</em> <s>struck</s>'],
  ['*both _of them_*', '<strong>both <em>of them</em></strong>'],
  ['`a *b*`', '<code>a *b*</code>'],
  ['a\n> b\n> c\nd', '<p>a</p><blockquote>b\nc</blockquote><p>d</p>'],
  ['```\nx  y\n```', '<pre>x  y\n</pre>'],
  ['<https://bank.example/a?b=1&amp;c=2|policy>', '>policy</a>'],
  ['see https://bank.example/x_y_z。', 'href="https://bank.example/x_y_z"'],
  ['<!here> <#C0SERVICE> <#C0OTHER|else>', '>@here</span> '],
] as const)('%j is drawn as Slack draws it', ([text, markup]) => {
  expect(said(text)).toContain(markup)
})

test('a mention shows the name in the reader’s language, and the id of somebody unknown', () => {
  expect(said('<@U0XIEFEI>、<@U0NOBODY>')).toContain('@谢菲</span>、<span class="bk-mention">@U0NOBODY')
})

test.for([
  '&lt;@U0XIEFEI&gt;',
  '# heading',
  '---',
  '[a](b)',
  '![a](b)',
  '10:00:30',
  'a &amp; b',
  '~5 ~ 6',
  '2*3*4',
])('what somebody typed, %j, stays as it was typed', (text) => {
  expect(said(text)).toBe(`<div class="bk-text"><p>${text}</p></div>`)
})

test.for(['*组长*：', '*待我办理*（1）', '这是*粗体*字', '*完成*✅', 'a*b*c', '* a*'])(
  'a star that Slack would not read, as in %s, is shown as a star',
  (text) => {
    expect(said(text)).toContain(`<p>${text}</p>`)
  },
)

test('an address that would run a script is words only', () => {
  expect(said('<javascript:alert(1)|press>')).toBe('<div class="bk-text"><p>press</p></div>')
})
