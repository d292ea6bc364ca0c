import { readFileSync } from 'node:fs'
import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { OrganisationDocument } from '../../src/organisation/organisation.ts'
import { allowed } from '../../src/organisation/problem.ts'
import { problemText, readOrganisation } from '../../src/organisation/read.ts'

const goodYaml = `timeZone: Asia/Shanghai
units:
  - { id: head-office, name: { zh: 总行, en: Head Office }, level: HO }
  - { id: branch, name: { zh: 分行, en: Branch }, level: BRANCH, parent: head-office }
  - { id: cards, name: { zh: 卡部, en: Cards }, level: DEPARTMENT, parent: branch, business: [B02, B03] }
people:
  - { id: p-wang-li, name: { zh: 王丽, en: Wang Li }, email: wang.li@huahua-bank.example }
  - { id: p-sun-bo, name: { zh: 孙博, en: Sun Bo }, email: sun.bo@huahua-bank.example }
posts:
  - { person: p-wang-li, role: SBH, unit: cards, from: 2026-01-01, until: 2026-12-31 }
  - { person: p-sun-bo, role: COM, unit: branch, duty: director }
deputies:
  - { person: p-wang-li, deputy: p-sun-bo }
leave:
  - { person: p-wang-li, from: 2026-12-01, until: 2026-12-05 }
`
const goodCsv = `# invented people
kind,id,name_zh,name_en,level,parent,business,time_zone,email,person,role,unit,duty,deputy,from,until
unit,head-office,总行,Head Office,HO,,,Asia/Shanghai,,,,,,,,
unit,branch,分行,Branch,BRANCH,head-office,,,,,,,,,,
unit,cards,卡部,Cards,DEPARTMENT,branch,B02;B03,,,,,,,,,

person,p-wang-li,王丽,Wang Li,,,,,wang.li@huahua-bank.example,,,,,,,
person,p-sun-bo,孙博,Sun Bo,,,,,sun.bo@huahua-bank.example,,,,,,,
post,,,,,,,,,p-wang-li,SBH,cards,,,2026-01-01,2026-12-31
post,,,,,,,,,p-sun-bo,COM,branch,director,,,
deputy,,,,,,,,,p-wang-li,,,,p-sun-bo,,
leave,,,,,,,,,p-wang-li,,,,,2026-12-01,2026-12-05
`

describe('a good file', () => {
  test('is the same document in YAML and in CSV', () => {
    expect(documentOf(goodCsv, 'csv')).toEqual(documentOf(goodYaml, 'yaml'))
    expect(documentOf(goodYaml, 'yaml').units[2]).toEqual({
      id: 'cards',
      name: { zh: '卡部', en: 'Cards' },
      level: 'DEPARTMENT',
      parent: 'branch',
      business: ['B02', 'B03'],
    })
  })

  test('may come from a spreadsheet: byte order mark, CRLF, quotes, columns in another order', () => {
    const exported = `\uFEFF${goodCsv.replace('分行,Branch', '"分行","Branch"').replaceAll('\n', '\r\n')}`
    expect(documentOf(exported, 'csv')).toEqual(documentOf(goodYaml, 'yaml'))
    const turned = goodCsv
      .split('\n')
      .map((line) => (line.includes(',') ? line.split(',').toReversed().join(',') : line))
      .join('\n')
    expect(documentOf(turned, 'csv')).toEqual(documentOf(goodYaml, 'yaml'))
  })

  test('may hold a post or leave of a single day', () => {
    const oneDay = goodYaml.replace('until: 2026-12-31', 'until: 2026-01-01').replace('12-05', '12-01')
    expect(documentOf(oneDay, 'yaml').leave).toEqual([
      { person: 'p-wang-li', from: '2026-12-01', until: '2026-12-01' },
    ])
  })

  test('needs no posts, deputies or leave to be readable', () => {
    const bare = `timeZone: Asia/Shanghai
units: [{ id: ho, name: { zh: 总行, en: HO }, level: HO }]
people:
`
    expect(documentOf(bare, 'yaml')).toMatchObject({ people: [], posts: [], deputies: [], leave: [] })
  })

  test('the sample bank is one, and survives being kept as JSON', () => {
    const file = new URL('../../src/sandbox/sample-bank.yaml', import.meta.url)
    const document = documentOf(readFileSync(file, 'utf8'), 'yaml')
    expect(JSON.parse(JSON.stringify(document))).toEqual(document)
  })
})

describe('each mistake is named by line, column, what was seen and what is allowed', () => {
  type Row = readonly [
    claim: string,
    from: string,
    to: string,
    row: number,
    column: string,
    seen: string,
    key: keyof typeof allowed,
  ]

  const yaml: Row[] = [
    ['an unknown parent', 'parent: head-office', 'parent: nowhere', 4, 'parent', 'nowhere', 'unit'],
    ['a missing parent', ', parent: head-office', '', 4, 'parent', '', 'unit'],
    [
      'a parent over head office',
      'level: HO }',
      'level: HO, parent: branch }',
      3,
      'parent',
      'branch',
      'noParent',
    ],
    [
      'a second head office',
      'level: BRANCH, parent: head-office',
      'level: HO',
      4,
      'level',
      'HO',
      'oneHeadOffice',
    ],
    ['no head office', 'level: HO', 'level: REGION, parent: branch', 3, 'level', '', 'oneHeadOffice'],
    ['a unit id used twice', 'id: cards', 'id: branch', 5, 'id', 'branch', 'uniqueId'],
    ['a person id used twice', 'id: p-sun-bo', 'id: p-wang-li', 8, 'id', 'p-wang-li', 'uniqueId'],
    ['an id with spaces', 'id: cards', 'id: the cards', 5, 'id', 'the cards', 'id'],
    ['a missing id', 'id: cards, ', '', 5, 'id', '', 'id'],
    ['a missing Chinese name', 'zh: 卡部, ', '', 5, 'name.zh', '', 'text'],
    ['an unknown level', 'level: DEPARTMENT', 'level: TEAM', 5, 'level', 'TEAM', 'level'],
    ['an unknown function', 'business: [B02, B03]', 'function: cards', 5, 'function', 'cards', 'function'],
    ['a business code that is none', '[B02, B03]', '[B02, cards]', 5, 'business', 'cards', 'business'],
    ['a missing e-mail', ', email: sun.bo@huahua-bank.example', '', 8, 'email', '', 'email'],
    ['an e-mail that is none', 'sun.bo@', 'sun.bo at ', 8, 'email', 'sun.bo at huahua-bank.example', 'email'],
    ['an e-mail used twice', 'sun.bo@', 'Wang.Li@', 8, 'email', 'Wang.Li@huahua-bank.example', 'uniqueEmail'],
    [
      'an unknown person in a post',
      'person: p-wang-li, role',
      'person: p-x, role',
      10,
      'person',
      'p-x',
      'person',
    ],
    ['an unknown unit in a post', 'unit: cards', 'unit: loans', 10, 'unit', 'loans', 'unit'],
    ['an unknown role', 'role: SBH', 'role: BOSS', 10, 'role', 'BOSS', 'role'],
    ['an unknown duty', 'duty: director', 'duty: chair', 11, 'duty', 'chair', 'duty'],
    ['a duty of another role', 'duty: director', 'duty: duty', 11, 'duty', 'duty', 'dutyOfRole'],
    [
      'a post that ends before it starts',
      'until: 2026-12-31',
      'until: 2025-12-31',
      10,
      'until',
      '2025-12-31',
      'notBeforeFrom',
    ],
    ['a date that is none', 'from: 2026-01-01', 'from: 2026-02-30', 10, 'from', '2026-02-30', 'date'],
    ['an unknown person in a deputy', 'deputy: p-sun-bo', 'deputy: p-x', 13, 'deputy', 'p-x', 'person'],
    [
      'an unknown person with a deputy',
      'person: p-wang-li, deputy',
      'person: p-x, deputy',
      13,
      'person',
      'p-x',
      'person',
    ],
    [
      'a deputy of oneself',
      'deputy: p-sun-bo',
      'deputy: p-wang-li',
      13,
      'deputy',
      'p-wang-li',
      'anotherPerson',
    ],
    [
      'an unknown person on leave',
      'person: p-wang-li, from: 2026-12-01',
      'person: p-x, from: 2026-12-01',
      15,
      'person',
      'p-x',
      'person',
    ],
    [
      'leave that ends before it starts',
      'until: 2026-12-05',
      'until: 2026-11-30',
      15,
      'until',
      '2026-11-30',
      'notBeforeFrom',
    ],
    ['leave without an end', ', until: 2026-12-05', '', 15, 'until', '', 'date'],
    ['a key that nobody knows', 'duty: director', 'rank: high', 11, 'rank', 'high', 'knownColumn'],
    ['an unknown time zone', 'Asia/Shanghai', 'Mars/Base', 1, 'timeZone', 'Mars/Base', 'timeZone'],
    ['a missing time zone', 'timeZone: Asia/Shanghai', '', 1, 'timeZone', '', 'timeZone'],
    ['an unknown section', 'leave:', 'holidays:', 14, 'holidays', 'holidays', 'section'],
    [
      'an entry that is none',
      '- { person: p-wang-li, deputy: p-sun-bo }',
      '- p-wang-li',
      13,
      '',
      'p-wang-li',
      'entry',
    ],
    [
      'broken YAML',
      'parent: branch, business',
      'parent: branch business: x',
      5,
      '',
      '- { id: cards, name: { zh: 卡部, en: Cards }, level: DEPARTMENT, parent: branch business: x: [B02, B03] }',
      'yaml',
    ],
  ]
  test.each(yaml)('YAML: %s', (_claim, from, to, row, column, seen, key) => {
    expect(goodYaml).toContain(from)
    const problems = problemsOf(goodYaml.replace(from, to), 'yaml')
    expect(problems).toContainEqual({ row, column, seen, allowed: allowed[key].en })
  })

  const csv: Row[] = [
    ['an unknown parent', 'BRANCH,head-office', 'BRANCH,nowhere', 4, 'parent', 'nowhere', 'unit'],
    ['a missing English name', '卡部,Cards', '卡部,', 5, 'name_en', '', 'text'],
    ['a missing e-mail', 'sun.bo@huahua-bank.example', '', 8, 'email', '', 'email'],
    ['an unknown role', 'SBH', 'BOSS', 9, 'role', 'BOSS', 'role'],
    ['a business code that is none', 'B02;B03', 'B02;cards', 5, 'business', 'cards', 'business'],
    ['an unknown kind', 'leave,', 'holiday,', 12, 'kind', 'holiday', 'kind'],
    ['a missing kind', 'deputy,,', ',,', 11, 'kind', '', 'kind'],
    ['a cell that the kind has not', 'Sun Bo,,', 'Sun Bo,HO,', 8, 'level', 'HO', 'knownColumn'],
    [
      'a time zone on another line',
      'branch,分行,Branch,BRANCH,head-office,,',
      'branch,分行,Branch,BRANCH,head-office,,UTC',
      4,
      'time_zone',
      'UTC',
      'knownColumn',
    ],
    ['a missing time zone', 'Asia/Shanghai', '', 3, 'time_zone', '', 'timeZone'],
    ['an unknown column', 'kind,id,name_zh', 'kind,id,nickname', 2, 'nickname', 'nickname', 'knownColumn'],
    [
      'no column kind',
      'kind,id',
      'what,id',
      2,
      'kind',
      'what,id,name_zh,name_en,level,parent,business,time_zone,email,person,role,unit,duty,deputy,from,until',
      'header',
    ],
    ['more cells than columns', '2026-12-01,2026-12-05', '2026-12-01,2026-12-05,x', 12, '', 'x', 'cells'],
    [
      'an open quote',
      'deputy,,',
      'deputy,"',
      12,
      '',
      'leave,,,,,,,,,p-wang-li,,,,,2026-12-01,2026-12-05',
      'csv',
    ],
  ]
  test.each(csv)('CSV: %s', (_claim, from, to, row, column, seen, key) => {
    expect(goodCsv).toContain(from)
    const problems = problemsOf(goodCsv.replace(from, to), 'csv')
    expect(problems).toContainEqual({ row, column, seen, allowed: allowed[key].en })
  })

  test('a ring of units is told on every unit of the ring, and not on those below it', () => {
    const ring = goodYaml
      .replace('parent: head-office', 'parent: cards')
      .replace(
        'people:',
        '  - { id: outlet, name: { zh: 网点, en: Outlet }, level: OUTLET, parent: cards }\npeople:',
      )
    expect(problemsOf(ring, 'yaml')).toEqual([
      { row: 4, column: 'parent', seen: 'cards', allowed: allowed.noCycle.en },
      { row: 5, column: 'parent', seen: 'branch', allowed: allowed.noCycle.en },
    ])
  })

  test('an empty file says what a file holds', () => {
    expect(problemsOf('', 'yaml')).toEqual([{ row: 1, column: '', seen: '', allowed: allowed.section.en }])
    expect(problemsOf('', 'csv')).toEqual([{ row: 1, column: 'kind', seen: '', allowed: allowed.header.en }])
  })
})

describe('all mistakes are told at once', () => {
  test('in the order of their lines, each cell once, and a broken entry hides no other mistake', () => {
    const bad = goodYaml
      .replace('Asia/Shanghai', 'Mars/Base')
      .replace('level: DEPARTMENT', 'level: TEAM')
      .replace('email: sun.bo@huahua-bank.example', 'email: nobody')
      .replace('role: SBH, unit: cards', 'role: BOSS, unit: loans')
      .replace('deputy: p-sun-bo', 'deputy: p-wang-li')
      .replace('until: 2026-12-05', 'until: soon')
    expect(problemsOf(bad, 'yaml').map(({ row, column }) => `${row} ${column}`)).toEqual([
      '1 timeZone',
      '5 level',
      '8 email',
      '10 role',
      '10 unit',
      '13 deputy',
      '15 until',
    ])
  })

  test('a broken unit or person is still known to those who name it', () => {
    const bad = goodYaml.replace('level: DEPARTMENT', 'level: TEAM').replace('sun.bo@', '')
    expect(problemsOf(bad, 'yaml').map(({ row }) => row)).toEqual([5, 8])
  })

  test('whatever the text, the answer is a document or problems with lines of the file, never an error', () => {
    const text = fc.oneof(
      fc.string({ unit: 'binary' }),
      fc.string(),
      fc.nat(goodYaml.length).map((end) => goodYaml.slice(0, end)),
      fc.nat(goodCsv.length).map((end) => goodCsv.slice(0, end)),
      fc.json(),
    )
    fc.assert(
      fc.property(text, fc.constantFrom('yaml', 'csv'), (anything, format) => {
        const read = readOrganisation(anything, format)
        if ('document' in read) return
        expect(read.problems.length).toBeGreaterThan(0)
        for (const { row } of read.problems) expect(row).toBeGreaterThanOrEqual(1)
      }),
      { numRuns: 500 },
    )
  })
})

describe('a problem as a person reads it', () => {
  const problem = { row: 10, column: 'role', seen: 'BOSS', allowed: allowed.role.en }

  test('in English and in Chinese', () => {
    expect(problemText(problem, 'en')).toBe(
      'line 10, role: seen "BOSS"; allowed: one of EMP, OCM, SBH, LIA, SQO, SQH, COM, HOQ, AUD, ADM',
    )
    expect(problemText(problem, 'zh-CN')).toBe(
      '第 10 行 role:内容为“BOSS”;应为:下列之一:EMP、OCM、SBH、LIA、SQO、SQH、COM、HOQ、AUD、ADM',
    )
  })

  test('an empty cell and a whole line are said in words', () => {
    const empty = { row: 3, column: '', seen: '', allowed: allowed.text.en }
    expect(problemText(empty, 'en')).toBe('line 3: nothing there; allowed: a text that is not empty')
    expect(problemText(empty, 'zh-CN')).toBe('第 3 行:内容为空;应为:非空文本')
  })

  test('every English text has a Chinese one, and no two are the same', () => {
    const texts = Object.values(allowed)
    expect(new Set(texts.map(({ en }) => en)).size).toBe(texts.length)
    expect(texts.filter(({ zh }) => !/[\u4e00-\u9fff]/.test(zh))).toEqual([])
  })
})

function documentOf(text: string, format: 'yaml' | 'csv'): OrganisationDocument {
  const read = readOrganisation(text, format)
  if ('problems' in read) throw new Error(JSON.stringify(read.problems, null, 2))
  return read.document
}

function problemsOf(text: string, format: 'yaml' | 'csv') {
  const read = readOrganisation(text, format)
  return 'problems' in read ? read.problems : []
}
