import { mkdtempSync, readFileSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { readPack, readStandards } from '../../src/policy/load.ts'
import { loadPolicy } from '../../src/policy/policy.ts'
import { PolicyError, problemText } from '../../src/policy/problem.ts'
import type { Problem } from '../../src/policy/problem.ts'

const bank = readFileSync('src/policy/bank.yaml', 'utf8')

/** The text with one passage changed; the passage must stand there exactly once. */
function changed(text: string, ...changes: [from: string, to: string][]): string {
  return changes.reduce((now, [from, to]) => {
    const parts = now.split(from)
    if (parts.length !== 2) throw new Error(`"${from}" stands ${parts.length - 1} times in the text`)
    return parts.join(to)
  }, text)
}

function problemsIn(text: string): Problem[] {
  const read = readPack(text, 'bank.yaml')
  return 'problems' in read ? read.problems : []
}

/** The line on which a passage starts, from 1. */
function lineOf(text: string, passage: string): number {
  return text.slice(0, text.indexOf(passage)).split('\n').length
}

const contact = '{ L1: 2h, L2: 4wh, L3: 1BD } # L3'
const overall = '{ L1: 7d, L2: 11d, L3: 13d }'

// [what is wrong, passage, what is written instead, path, seen, part of what is allowed]
const bad: [string, string, string, string, string, string][] = [
  [
    'a limit that is no length',
    contact,
    '{ L1: 2 hours, L2: 4wh, L3: 1BD } # L3',
    'clocks.contact.limits.L1',
    '2 hours',
    '30m, 2h, 4wh, 1BD or 15d',
  ],
  [
    'a limit of zero',
    contact,
    '{ L1: 0h, L2: 4wh, L3: 1BD } # L3',
    'clocks.contact.limits.L1',
    '0h',
    'above zero',
  ],
  [
    'half a working day',
    contact,
    '{ L1: 2h, L2: 0.5BD, L3: 1BD } # L3',
    'clocks.contact.limits.L2',
    '0.5BD',
    'whole numbers',
  ],
  [
    'a bare number as a limit',
    contact,
    '{ L1: 2, L2: 4wh, L3: 1BD } # L3',
    'clocks.contact.limits.L1',
    '2',
    'a length above zero',
  ],
  [
    'minute 60',
    "person: '08:50'",
    "person: '08:60'",
    'digest.person',
    "'08:60'",
    'a local time such as 09:00',
  ],
  [
    '24:30 as a closing',
    "fri: [['09:00', '17:00']]",
    "fri: [['09:00', '24:30']]",
    'calendar.week.fri.0.1',
    "'24:30'",
    'a local time',
  ],
  [
    'a window that ends before it starts',
    "fri: [['09:00', '17:00']]",
    "fri: [['17:00', '09:00']]",
    'calendar.week.fri',
    "[['17:00', '09:00']]",
    'windows in order',
  ],
  [
    'windows that overlap',
    "fri: [['09:00', '17:00']]",
    "fri: [['09:00', '12:00'], ['11:00', '17:00']]",
    'calendar.week.fri',
    "[['09:00', '12:00'], ['11:00', '17:00']]",
    'not overlapping',
  ],
  [
    'an unknown time zone',
    'Asia/Shanghai',
    'Asia/Shangai',
    'calendar.timeZone',
    'Asia/Shangai',
    'an IANA zone',
  ],
  ['a version without quotes', "'2026.2'", '2026.20', 'version', '2026.20', 'quotes'],
  ['a date that does not exist', '2026-01-01', '2026-02-30', 'effectiveFrom', '2026-02-30', 'a date such as'],
  [
    'an unknown callee',
    'rungZero: [owner, unitHead]',
    'rungZero: [owner, unitBoss]',
    'clocks.triage.rungZero.1',
    'unitBoss',
    'firstReceiver',
  ],
  [
    'an unknown key',
    'relevelGrace: 2h',
    'relevelGrace: 2h\nrelevelGrase: 3h',
    'relevelGrase',
    'the unknown key relevelGrase',
    'relevelGrace',
  ],
  [
    'an unknown key of a fact',
    'fact: onSite, atLeast: 5',
    'fact: onSite, atLeast: 5, atMost: 9',
    'levels.0.anyOf.2.all.0.atMost',
    'the unknown key atMost',
    'atLeast',
  ],
  ['an unknown clock', '  triage:\n', '  triages:\n', 'clocks.triages', 'the unknown key triages', 'triage'],
  [
    'a missing level of the ladder',
    '{ L1: +15m, L2: +2wh, L3: +4wh }',
    '{ L1: +15m, L2: +2wh }',
    'ladder.0.after.L3',
    'nothing',
    'a moment such as',
  ],
  [
    'an unknown kind of fact',
    'kind: flag, fact: lifeThreat',
    'kind: tick, fact: lifeThreat',
    'levels.0.anyOf.4.all.0.kind',
    'tick',
    'flag, number',
  ],
  [
    'a fact that no list has',
    'fact: onSite,',
    'fact: onSide,',
    'levels.0.anyOf.2.all.0.fact',
    'onSide',
    'onSite',
  ],
  [
    'a counted fact used as a tick',
    'kind: number, fact: onSite, atLeast: 5',
    'kind: flag, fact: onSite',
    'levels.0.anyOf.2.all.0.kind',
    'flag',
    'number',
  ],
  [
    'a criterion code used twice',
    'code: gathering',
    'code: manyComplainants',
    'levels.0.anyOf.2.code',
    'manyComplainants for the second time',
    'once',
  ],
  [
    'criteria on the lowest level',
    '    anyOf: []',
    '    anyOf: [{ code: any, name: { zh: 任何, en: Any }, all: [{ kind: flag, fact: fundSafety }] }]',
    'levels.2.anyOf',
    '[{ code: any',
    'the lowest level takes all the rest',
  ],
  ['a level twice', '- level: L2', '- level: L3', 'levels', 'no L2', 'each once'],
  [
    'an overall limit that reaches the statutory one',
    overall,
    '{ L1: 7d, L2: 15d, L3: 13d }',
    'clocks.overall.limits.L2',
    '15d',
    'before the statutory 15d',
  ],
  [
    'an overall limit in working days',
    overall,
    '{ L1: 7d, L2: 9BD, L3: 13d }',
    'clocks.overall.limits.L2',
    '9BD',
    'calendar days or hours',
  ],
  [
    'a level without an overall limit',
    overall,
    '{ L1: 7d, L2: 11d }',
    'clocks.overall.limits.L3',
    'nothing',
    'every level',
  ],
  [
    'a statutory clock beyond the law',
    '{ L1: 15d, L2: 15d, L3: 15d }',
    '{ L1: 15d, L2: 15d, L3: 16d }',
    'clocks.statutory.limits.L3',
    '16d',
    'at most statutory.limit, 15d',
  ],
  ['a retention below its floor', 'years: 5', 'years: 2', 'retention.years', '2', 'at least 3'],
  ['a floor below three years', 'floorYears: 3', 'floorYears: 2', 'retention.floorYears', '2', 'at least 3'],
  ['level 1 kept shorter than others', 'l1Years: 10', 'l1Years: 4', 'retention.l1Years', '4', 'at least 5'],
  ['a rung left out', '- rung: 3', '- rung: 4', 'ladder.2.rung', '4', '3 (consecutive from 1)'],
  ['a channel at a rung that is not there', 'branchRung: 3', 'branchRung: 7', 'branchRung', '7', '1 to 6'],
  ['a rung before the due', 'L1: +15m', 'L1: -15m', 'ladder.0.after.L1', '-15m', 'at the due or after it'],
  [
    'a rung before the due, among several',
    '[+5BD, statutory-2d]',
    '[+5BD, 50%]',
    'ladder.5.after.L2.1',
    '50%',
    'at the due or after it',
  ],
  [
    'a reminder after the due',
    'at: 80%',
    'at: +1wh',
    'reminderPlans.short.calls.1.at',
    '+1wh',
    'at the due or before it',
  ],
  [
    'a code twice in a list',
    'code: fax,',
    'code: email,',
    'lists.source.4.code',
    'email for the second time',
    'once',
  ],
  [
    'an authority that is no source',
    '[nfra, pbc, hotline12345,',
    '[nfra, pboc, hotline12345,',
    'authoritySources.1',
    'pboc',
    'pbc',
  ],
  [
    'a tag that is no sensitivity',
    'tags: [judicial]',
    'tags: [court]',
    'lists.levelFact.8.tags.0',
    'court',
    'judicial',
  ],
  [
    'a detail of no business type',
    'code: B0201, parent: B02',
    'code: B0201, parent: B22',
    'lists.businessDetail.0.parent',
    'B22',
    'B02',
  ],
  [
    'a fact neither ticked nor counted',
    'code: disaster\n      kind: flag',
    'code: disaster',
    'lists.levelFact.7.kind',
    'nothing',
    'flag or number',
  ],
  [
    'a pause that stops the law untold',
    'stopsStatutory: always\n    customerTold: true',
    'stopsStatutory: always\n    customerTold: false',
    'pauses.2.customerTold',
    'false',
    'told to the customer',
  ],
  [
    'a branch pack that tightens nothing',
    'tightens: head-office.yaml',
    '',
    'tightens',
    'nothing',
    'head-office pack',
  ],
]

test.each(bad)('%s is refused: path, what was seen, what is allowed', (_, from, to, path, seen, allowed) => {
  const text = changed(bank, [from, to])
  const problem = problemsIn(text).find((each) => each.path === path)
  expect(problem?.seen.en).toContain(seen)
  expect(problem?.allowed.en).toContain(allowed)
  expect(problem?.allowed.zh).not.toBe('')
})

test('make-up workdays without hours of their own need a Monday', () => {
  const text = changed(
    bank,
    ["    mon: [['09:00', '17:00']]\n", ''],
    ["  workdayHours: [['09:00', '17:00']]", ' '],
  )
  expect(problemsIn(text).map(({ path }) => path)).toEqual(['calendar.workdayHours'])
})

test('a wrong value is named by its own line and column', () => {
  const text = changed(bank, ['rungZero: [owner, unitHead]', 'rungZero: [owner, unitBoss]'])
  const [problem] = problemsIn(text)
  expect(problem?.line).toBe(lineOf(text, 'unitBoss'))
  expect(problem?.column).toBe('    rungZero: [owner, u'.length)
})

test('an unknown key is named by its own line', () => {
  const text = changed(bank, ['reopenDays: 30', 'reopenDays: 30\nreopenDay: 3'])
  expect(problemsIn(text).map(({ line, path }) => [line, path])).toEqual([
    [lineOf(text, 'reopenDay: 3'), 'reopenDay'],
  ])
})

test('a missing key is named by the line of its parent', () => {
  const text = changed(bank, ['  l1Years: 10', '  # gone'])
  const [problem] = problemsIn(text)
  expect(problem).toMatchObject({ path: 'retention.l1Years', line: lineOf(text, 'retention:') })
})

test('a missing section is named, and so is every clock that is not there', () => {
  const start = bank.indexOf('  investigate:')
  const text = bank.slice(0, start) + bank.slice(bank.indexOf('  approve:'))
  expect(problemsIn(text).map(({ path, line }) => [path, line])).toEqual([
    ['clocks.investigate', lineOf(text, 'clocks:')],
    ['clocks.propose', lineOf(text, 'clocks:')],
  ])
})

test('everything wrong is told at once, in the order of the file', () => {
  const text = changed(
    bank,
    ['Asia/Shanghai', 'Mars/Olympus'],
    [contact, '{ L1: soon, L2: 4wh, L3: 1BD } # L3'],
    [overall, '{ L1: 7d, L2: 11d, L3: 20d }'],
    ['- rung: 3', '- rung: 5'],
    ['years: 5', 'years: 2'],
    ['code: fax,', 'code: email,'],
    ['reopenDays: 30', 'reopenDays: 30\nreopenDays: 31'],
  )
  const problems = problemsIn(text)
  expect(problems.map(({ path }) => path)).toEqual([
    'calendar.timeZone',
    'clocks.contact.limits.L1',
    'clocks.overall.limits.L3',
    'ladder.2.rung',
    'retention.years',
    'reopenDays',
    'lists.source.4.code',
  ])
  expect(problems.map(({ line }) => line)).toEqual(problems.map(({ line }) => line).toSorted((a, b) => a - b))
})

test('a key given twice is refused at its second place', () => {
  const text = changed(bank, ['reopenDays: 30', 'reopenDays: 30\nreopenDays: 31'])
  expect(problemsIn(text)).toMatchObject([
    {
      line: lineOf(text, 'reopenDays: 31'),
      path: 'reopenDays',
      seen: { en: 'the key reopenDays for the second time' },
    },
  ])
})

test('a text that is no YAML is refused once, where it breaks first', () => {
  const text = changed(bank, ['relevelGrace: 2h', '\trelevelGrace: 2h'])
  const problems = problemsIn(text)
  expect(problems.map(({ line }) => line)).toEqual([lineOf(text, '\trelevelGrace')])
  expect(problems[0]?.seen.en).toContain('YAML that cannot be read')
})

test('an alias is refused, since it blurs whose value stands where', () => {
  const text = changed(
    bank,
    ['relevelGrace: 2h', 'relevelGrace: &grace 2h'],
    ['archiveAfter: 7d', 'archiveAfter: *grace'],
  )
  expect(problemsIn(text)).toMatchObject([{ seen: { en: 'a YAML alias' }, line: lineOf(text, '*grace') }])
})

test.each(['', '42', '- a list'])('a file that is no pack (%j) is refused at its first line', (text) => {
  expect(problemsIn(text)[0]).toMatchObject({ path: '', line: 1, column: 1, allowed: { en: 'a map' } })
})

test('a problem is one line for a person, in either language', () => {
  const text = changed(bank, [contact, '{ L1: 2 hours, L2: 4wh, L3: 1BD } # L3'])
  const [problem] = problemsIn(text)
  if (problem === undefined) throw new Error('no problem was found')
  const place = `bank.yaml:${lineOf(text, '2 hours')}:19`
  expect(problemText(problem, 'en')).toBe(
    `${place} clocks.contact.limits.L1: found 2 hours; allowed: a length above zero such as 30m, 2h, 4wh, 1BD or 15d (BD and d in whole numbers)`,
  )
  expect(problemText(problem, 'zh-CN')).toBe(
    `${place} clocks.contact.limits.L1：现为2 hours；允许：大于零的时长，如 30m、2h、4wh、1BD 或 15d（BD 与 d 为整数）`,
  )
})

test('a head-office pack may leave lists and habits to the branches, a branch may not', () => {
  const text = readFileSync('src/policy/head-office.yaml', 'utf8')
  expect('standards' in readStandards(text, 'head-office.yaml')).toBe(true)
  expect(problemsIn(text).map(({ path }) => path)).toContain('lists')
})

test('a branch pack is no head-office pack', () => {
  const read = readStandards(bank, 'bank.yaml')
  expect('problems' in read && read.problems.map(({ path }) => path)).toEqual(['scope'])
})

test('whatever line is lost or cut short, the reader answers, and every problem is on a line of the file', () => {
  const lines = bank.split('\n')
  const cut = fc.record({ at: fc.nat(lines.length - 1), keep: fc.nat(40) })
  fc.assert(
    fc.property(cut, ({ at, keep }) => {
      const text = lines.with(at, (lines[at] ?? '').slice(0, keep)).join('\n')
      const outside = ({ line, column }: Problem): boolean => line < 1 || line > lines.length || column < 1
      expect(problemsIn(text).filter(outside)).toEqual([])
    }),
    { numRuns: 60 },
  )
})

async function problemsOfFiles(files: Record<string, string>): Promise<readonly Problem[]> {
  const folder = mkdtempSync(join(tmpdir(), 'policy-'))
  for (const [name, text] of Object.entries(files)) writeFileSync(join(folder, name), text)
  const error: unknown = await loadPolicy(join(folder, 'bank.yaml')).catch((thrown: unknown) => thrown)
  if (!(error instanceof PolicyError)) throw new Error('the pack was not refused')
  return error.problems.map((problem) => ({ ...problem, file: problem.file.slice(folder.length + 1) }))
}

test('the problems of a pack and of the files beside it are told together', async () => {
  const problems = await problemsOfFiles({
    'bank.yaml': changed(bank, ['branchRung: 3', 'branchRung: 9']),
    'holidays-cn.yaml': 'years: none',
  })
  expect(problems.map(({ file, path }) => [file, path])).toEqual([
    ['bank.yaml', 'branchRung'],
    ['holidays-cn.yaml', 'years'],
    ['head-office.yaml', ''],
  ])
})

test('a pack that is not there is a problem like any other', async () => {
  const [problem] = await problemsOfFiles({})
  expect(problem).toMatchObject({ file: 'bank.yaml', seen: { en: 'a file that cannot be read (ENOENT)' } })
})
