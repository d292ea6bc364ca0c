import { assert, property, string } from 'fast-check'
import { expect, test } from 'vitest'
import { stepNames } from '../../src/complaint/lifecycle.ts'
import { readCommand } from '../../src/slack/listen/read-command.ts'
import { readNumber } from '../../src/slack/read-number.ts'
import { textFor } from '../../src/text/text.ts'

test('no words at all file a complaint', () => {
  expect(readCommand('')).toEqual({ kind: 'file' })
  expect(readCommand('  \t　')).toEqual({ kind: 'file' })
})

test.each([
  ['2026-00123', '2026-00123'],
  ['2026-123', '2026-00123'],
  ['123', '123'],
  ['00123', '123'],
  ['#123', '123'],
  ['# 123', '123'],
  ['№ 123', '123'],
  ['２０２６－００１２３', '2026-00123'],
])('a number may be written %s', (written, read) => {
  expect(readNumber(written)).toBe(read)
})

test.each(['', 'abc', '1234567', '2026-', '12-3', '2026-00123-4', '13912345678', '-1'])(
  '"%s" is no number of a complaint',
  (written) => {
    expect(readNumber(written)).toBeUndefined()
  },
)

test('a number alone shows its complaint', () => {
  expect(readCommand('#123')).toEqual({ kind: 'show', number: '123' })
})

test.each([
  ['show 123', { kind: 'show', number: '123' }],
  ['查看 123', { kind: 'show', number: '123' }],
  ['查看2026-00123', { kind: 'show', number: '2026-00123' }],
  ['E2026-001', { kind: 'matter', matter: 'emergency', number: 'E2026-001' }],
  ['show e2026-1', { kind: 'matter', matter: 'emergency', number: 'E2026-001' }],
  ['查看 E12', { kind: 'matter', matter: 'emergency', number: 'E12' }],
  ['WHY 2026-00123', { kind: 'why', number: '2026-00123' }],
  ['mine', { kind: 'mine' }],
  ['我的', { kind: 'mine' }],
  ['overdue', { kind: 'overdue' }],
  ['超时', { kind: 'overdue' }],
  ['org', { kind: 'org' }],
  ['help', { kind: 'help' }],
  ['？', { kind: 'help' }],
  ['who', { kind: 'who' }],
  ['who 123', { kind: 'who', number: '123' }],
  ['who 2026-11-25 9:00', { kind: 'who', at: '2026-11-25T09:00' }],
  ['who 2026-11-25', { kind: 'who', at: '2026-11-25T09:00' }],
  ['search fee refund', { kind: 'search', words: 'fee refund' }],
  ['搜索 手续费', { kind: 'search', words: '手续费' }],
  ['list', { kind: 'list', filters: {} }],
  ['list L1', { kind: 'list', filters: { level: 'L1' } }],
  [
    'list level:L2 state:in_progress unit:东门 open',
    { kind: 'list', filters: { level: 'L2', status: 'in_progress', unit: '东门', open: true } },
  ],
  [
    '列表 级别:一级 状态:处理中 未结',
    { kind: 'list', filters: { level: 'L1', status: 'in_progress', open: true } },
  ],
  ['列表 级别：一级', { kind: 'list', filters: { level: 'L1' } }],
])('"%s" is understood', (typed, asked) => {
  expect(readCommand(typed)).toEqual(asked)
})

test.each(stepNames)(
  'the step "%s" can be typed by its name and by its buttons in both languages',
  (step) => {
    const buttons = [textFor('en').steps[step].button, textFor('zh-CN').steps[step].button]
    for (const word of [step, step.toLowerCase(), ...buttons]) {
      expect(readCommand(`${word} 123`)).toEqual({ kind: 'step', step, number: '123' })
    }
  },
)

test.each([
  'show',
  'why',
  'triage',
  'send back',
  'search',
  'who nobody',
  'who 2026-13-40',
  'show me',
  'why E1',
])('"%s" lacks what it needs', (typed) => {
  expect(readCommand(typed)).toMatchObject({ kind: 'incomplete' })
})

test.each([
  ['shwo 123', 'show'],
  ['hlep', 'help'],
  ['overdeu', 'overdue'],
  ['serach fee', 'search'],
  ['escalte 123', 'escalate'],
])('"%s" is not a command, and the nearest one is told', (typed, nearest) => {
  expect(readCommand(typed)).toEqual({ kind: 'unknown', said: typed, nearest })
})

test('a word far from every command is only called unknown', () => {
  expect(readCommand('xylophone')).toEqual({ kind: 'unknown', said: 'xylophone' })
})

test('a filter that is not known makes the whole list unknown, so that nobody reads a wrong list', () => {
  expect(readCommand('list level:L9')).toMatchObject({ kind: 'unknown' })
  expect(readCommand('list colour:red')).toMatchObject({ kind: 'unknown' })
})

test('whatever is typed, reading it never fails', () => {
  assert(
    property(
      string({ unit: 'grapheme', maxLength: 200 }),
      (typed) => typeof readCommand(typed).kind === 'string',
    ),
  )
})
