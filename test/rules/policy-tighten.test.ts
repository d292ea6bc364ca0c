import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { isWithin } from '../../src/policy/length.ts'
import { readPack, readStandards } from '../../src/policy/load.ts'
import { toLimit } from '../../src/policy/pack.ts'
import { problemText } from '../../src/policy/problem.ts'
import type { Problem } from '../../src/policy/problem.ts'
import { loosened, tightenProblems } from '../../src/policy/tighten.ts'

const bank = readFileSync('src/policy/bank.yaml', 'utf8')
const headOffice = readFileSync('src/policy/head-office.yaml', 'utf8')

function changed(text: string, from: string, to: string): string {
  const parts = text.split(from)
  if (parts.length !== 2) throw new Error(`"${from}" stands ${parts.length - 1} times in the text`)
  return parts.join(to)
}

function problemsOf(branchText: string, headOfficeText = headOffice): Problem[] {
  const branch = readPack(branchText, 'bank.yaml')
  const standards = readStandards(headOfficeText, 'head-office.yaml')
  if ('problems' in branch) throw new Error(branch.problems.map((each) => problemText(each, 'en')).join('\n'))
  if ('problems' in standards)
    throw new Error(standards.problems.map((each) => problemText(each, 'en')).join('\n'))
  return tightenProblems(branch, standards)
}

function lineOf(text: string, passage: string): number {
  return text.slice(0, text.indexOf(passage)).split('\n').length
}

test('a limit longer than head office allows is refused, naming both lines', () => {
  const text = changed(bank, 'L1: 2h, L2: 4wh, L3: 1BD } # L3', 'L1: 2h, L2: 4wh, L3: 2BD } # L3')
  const [problem, ...others] = problemsOf(text)
  if (problem === undefined) throw new Error('nothing was refused')
  const own = lineOf(text, 'L3: 2BD } # L3')
  const standard = lineOf(headOffice, '{ L1: 2h, L2: 1BD, L3: 1BD }')
  expect(others).toEqual([])
  expect(problemText(problem, 'en')).toBe(
    `bank.yaml:${own}:36 clocks.contact.limits.L3: found 2BD; allowed: no longer than head office's 1BD ` +
      `(head-office.yaml:${standard}:36 clocks.contact.limits.L3)`,
  )
  expect(problemText(problem, 'zh-CN')).toContain(`不长于总行的 1BD（head-office.yaml:${standard}:36`)
})

// [what is looser, passage of the branch's pack, what is written instead, path, part of what is allowed]
const looser: [string, string, string, string, string][] = [
  [
    'a clock taken away from a level',
    '{ L1: 1h, L2: 1BD }',
    '{ L1: 1h }',
    'clocks.reportUp.limits.L2',
    'no longer than',
  ],
  [
    'a limit in a unit that cannot be compared',
    '{ L1: 24h, L2: 1BD, L3: 1BD }\n    rungZero: [handler, sqOfficer]',
    '{ L1: 24h, L2: 1d, L3: 1BD }\n    rungZero: [handler, sqOfficer]',
    'clocks.reply.limits.L2',
    'a unit that compares with',
  ],
  [
    'working hours where elapsed ones are the standard',
    'L1: 4h }',
    'L1: 4wh }',
    'clocks.group.limits.L1',
    'a unit that compares with',
  ],
  [
    'a repeat that comes later',
    '{ L1: 30m, L2: 4wh, L3: 4wh }',
    '{ L1: 1h, L2: 4wh, L3: 4wh }',
    'repeatEvery.L1',
    'no longer than',
  ],
  ['a later root cause', 'limit: 10BD', 'limit: 11BD', 'rootCause.L1.limit', 'no longer than'],
  [
    'a root cause asked for less often',
    '{ limit: 10BD, onlyIf: [] }',
    '{ limit: 10BD, onlyIf: [atFault] }',
    'rootCause.L1.onlyIf',
    'not looser than',
  ],
  [
    'a smaller margin',
    'askBefore: 2BD',
    'askBefore: 7wh',
    'statutory.extension.askBefore',
    'no shorter than',
  ],
  ['a longer extension', 'to: 30d', 'to: 31d', 'statutory.extension.steps.0.to', 'no longer than'],
  [
    'an extension of its own',
    '    pbcMax',
    '      - { to: 60d, approver: sqHead }\n    pbcMax',
    'statutory.extension.steps.2.to',
    'not looser than',
  ],
  ['a smaller sample', 'percent: 30', 'percent: 19', 'followUpSample.L3.percent', 'at least'],
  [
    'a sample that lets faults pass',
    'allIf: [atFault, paid]',
    'allIf: [paid]',
    'followUpSample.L3.allIf',
    'all of',
  ],
  ['a shorter retention', 'years: 5', 'years: 4', 'retention.years', 'at least'],
  ['a longer reveal', 'showSeconds: 60', 'showSeconds: 121', 'reveal.showSeconds', 'at most'],
  ['fewer authorities', '[nfra, pbc, hotline12345, ', '[nfra, pbc, ', 'authoritySources', 'all of'],
  [
    'a step that fewer hear of',
    'rungZero: [sqHead, committeeSecretary]',
    'rungZero: [committeeSecretary]',
    'clocks.group.rungZero',
    'all of',
  ],
  [
    'a rung that calls others',
    'to: [sqHead]\n    after',
    'to: [compliance]\n    after',
    'ladder.3.to',
    'all of',
  ],
  ['a rung that comes later', 'L1: +15m', 'L1: +45m', 'ladder.0.after.L1', 'no later than'],
  [
    'a rung that waits nearer to the statutory due',
    'L3: statutory-1d }',
    'L3: statutory-0d }',
    'ladder.5.after.L3',
    'no later than',
  ],
  [
    'one of two moments dropped',
    '[+5BD, statutory-2d]',
    '+5BD',
    'ladder.5.after.L2',
    'a unit that compares with',
  ],
  ['a private channel opened later', 'branchRung: 3', 'branchRung: 4', 'branchRung', 'at most'],
  ['level 1 in open hours', 'runs: always', 'runs: business', 'levels.0.runs', 'not looser than'],
  [
    'quiet hours for level 1',
    'quietHours: false',
    'quietHours: true',
    'levels.0.quietHours',
    'not looser than',
  ],
  ['a higher threshold', 'atLeast: 20', 'atLeast: 21', 'levels.0.anyOf.1.all', 'kept or tightened'],
  [
    'a criterion with one more condition',
    '[{ kind: flag, fact: staffCrime }]',
    '[{ kind: flag, fact: staffCrime }, { kind: flag, fact: wideImpact }]',
    'levels.0.anyOf.6.all',
    'kept or tightened',
  ],
  [
    'fewer open hours',
    "fri: [['09:00', '17:00']]",
    "fri: [['09:00', '16:00']]",
    'calendar.week.fri',
    'no shorter than',
  ],
]

test.each(looser)('%s is refused, naming both lines', (_, from, to, path, allowed) => {
  const problems = problemsOf(changed(bank, from, to))
  expect(problems.map((problem) => problem.path)).toEqual([path])
  expect(problems[0]?.file).toBe('bank.yaml')
  expect(problems[0]?.allowed.en).toContain(allowed)
  expect(problems[0]?.allowed.en).toMatch(/\(head-office\.yaml:\d+:\d+ /)
})

test('a criterion left out is refused at the list that lacks it', () => {
  const at = bank.indexOf('      - code: causedByDisaster')
  const text = bank.slice(0, at) + bank.slice(bank.indexOf('      - code: suspectedCrime'))
  const [problem] = problemsOf(text)
  expect(problem?.path).toBe('levels.0.anyOf')
  expect(problem?.allowed.en).toContain(`head-office.yaml:${lineOf(headOffice, 'fact: disaster')}:`)
})

test('a rung left out is refused', () => {
  const text = bank.slice(0, bank.indexOf('  - rung: 6')) + bank.slice(bank.indexOf('repeatEvery:'))
  expect(problemsOf(text).map(({ path }) => path)).toEqual(['ladder'])
})

test('a criterion that asks for more shows both as they are written', () => {
  const [problem] = problemsOf(changed(bank, 'atLeast: 20', 'atLeast: 21'))
  expect(problem?.seen.en).toBe('[{ kind: number, fact: complainants, atLeast: 21 }]')
  expect(problem?.allowed.en).toContain('[{ kind: number, fact: complainants, atLeast: 20 }]')
})

// [what is tighter, passage, what is written instead]
const tighter: [string, string, string][] = [
  ['a shorter limit', 'L1: 2h, L2: 4wh, L3: 1BD } # L3', 'L1: 1h, L2: 2wh, L3: 4wh } # L3'],
  [
    'elapsed hours inside as many working ones',
    'L1: 2h, L2: 4wh, L3: 1BD } # L3',
    'L1: 2h, L2: 4h, L3: 8h } # L3',
  ],
  ['a lower threshold', 'atLeast: 20', 'atLeast: 10'],
  ['no extension at all', '      - { to: 60d, approver: headOfficeSq } # (b) [R1b]; approver (b?)\n', ''],
  ['a larger sample', 'percent: 30', 'percent: 100'],
  ['a longer retention', 'l1Years: 10', 'l1Years: 30'],
  ['one more callee', 'to: [sqHead]\n    after', 'to: [sqHead, compliance]\n    after'],
]

test.each(tighter)('%s is the right of a branch', (_, from, to) => {
  expect(problemsOf(changed(bank, from, to))).toEqual([])
})

test('a pack is never looser than itself', () => {
  const read = readPack(bank, 'bank.yaml')
  expect('pack' in read && loosened(read.pack, read.pack)).toEqual([])
})

const days = { limit: 28_800, bound: 28_800 }
const unsure = undefined
test.each<[string, string, boolean | undefined]>([
  ['2h', '2h', true],
  ['121m', '2h', false],
  ['8wh', '1BD', true],
  ['9wh', '1BD', false],
  ['1BD', '8wh', true],
  ['2BD', '1BD', false],
  ['15d', '15d', true],
  ['16d', '15d', false],
  ['4h', '4wh', true],
  ['5h', '4wh', unsure],
  ['4wh', '4h', unsure],
  ['24h', '1d', true],
  ['25h', '1d', unsure],
  ['1d', '1BD', unsure],
  ['1BD', '1d', unsure],
])('is %s within %s: %s', (limit, bound, within) => {
  expect(isWithin(toLimit(limit), toLimit(bound), days)).toBe(within)
})
