import { postDuties, postRoles, unitFunctions, unitLevels } from './organisation.ts'

/** One thing wrong in an organisation file. */
export interface Problem {
  /** The line in the file, counted from 1. */
  readonly row: number
  /** The column of a CSV, or the dotted key of a YAML entry; empty when the whole line is meant. */
  readonly column: string
  /** What stands there; empty when nothing does. */
  readonly seen: string
  /** What may stand there, in English: one of the texts of `allowed`. */
  readonly allowed: string
}

/** What may stand in a cell: English is kept in the problem, Chinese is found by it. */
export const allowed = {
  text: { en: 'a text that is not empty', zh: '非空文本' },
  id: {
    en: 'an id of letters, digits and hyphens, such as outlet-renmin-road',
    zh: '由字母、数字和连字符组成的编号,如 outlet-renmin-road',
  },
  uniqueId: { en: 'an id that no other line has', zh: '不与其他行重复的编号' },
  email: {
    en: 'an e-mail address such as wang.li@huahua-bank.example',
    zh: '电子邮箱,如 wang.li@huahua-bank.example',
  },
  uniqueEmail: { en: 'an e-mail address that no other person has', zh: '不与他人重复的电子邮箱' },
  level: { en: `one of ${unitLevels.join(', ')}`, zh: `下列之一:${unitLevels.join('、')}` },
  function: { en: `one of ${unitFunctions.join(', ')}`, zh: `下列之一:${unitFunctions.join('、')}` },
  role: { en: `one of ${postRoles.join(', ')}`, zh: `下列之一:${postRoles.join('、')}` },
  duty: { en: `one of ${postDuties.join(', ')}`, zh: `下列之一:${postDuties.join('、')}` },
  dutyOfRole: {
    en: 'director or secretary with the role COM, duty with the role SQO',
    zh: '职责 COM 可填 director 或 secretary,职责 SQO 可填 duty',
  },
  business: { en: 'business codes such as B01', zh: '业务类型代码,如 B01' },
  date: { en: 'a date such as 2026-11-24', zh: '日期,如 2026-11-24' },
  notBeforeFrom: { en: 'a date that is not before "from"', zh: '不早于 from 的日期' },
  timeZone: { en: 'an IANA time zone such as Asia/Shanghai', zh: 'IANA 时区,如 Asia/Shanghai' },
  unit: { en: 'the id of a unit in this file', zh: '本文件中的机构编号' },
  person: { en: 'the id of a person in this file', zh: '本文件中的人员编号' },
  anotherPerson: { en: 'somebody other than the person', zh: '本人以外的人员' },
  noCycle: { en: 'a unit that is not below this one', zh: '不在本机构之下的机构' },
  noParent: { en: 'nothing: head office stands under no unit', zh: '空:总行没有上级机构' },
  oneHeadOffice: { en: 'exactly one unit of level HO in the file', zh: '文件中有且只有一个 HO 级机构' },
  kind: { en: 'one of unit, person, post, deputy, leave', zh: '下列之一:unit、person、post、deputy、leave' },
  section: {
    en: 'one of timeZone, units, people, posts, deputies, leave',
    zh: '下列之一:timeZone、units、people、posts、deputies、leave',
  },
  list: { en: 'a list of entries', zh: '条目列表' },
  entry: { en: 'an entry of key: value pairs', zh: '由“键: 值”组成的条目' },
  knownColumn: { en: 'nothing: this column is not known here', zh: '空:此处没有这一列' },
  cells: { en: 'no more cells than the first line has', zh: '单元格数不超过首行' },
  header: { en: 'a first line that names the columns, one of them kind', zh: '首行为列名,其中必须有 kind' },
  yaml: { en: 'readable YAML', zh: '可解析的 YAML' },
  csv: { en: 'readable CSV', zh: '可解析的 CSV' },
} as const satisfies Record<string, { readonly en: string; readonly zh: string }>

/** The problem as one line for a person: where, what was seen, what is allowed. */
export function problemText(problem: Problem, language: 'zh-CN' | 'en'): string {
  const { row, column, seen } = problem
  if (language === 'en') {
    const where = column === '' ? `line ${row}` : `line ${row}, ${column}`
    return `${where}: ${seen === '' ? 'nothing there' : `seen "${seen}"`}; allowed: ${problem.allowed}`
  }
  const where = column === '' ? `第 ${row} 行` : `第 ${row} 行 ${column}`
  return `${where}:${seen === '' ? '内容为空' : `内容为“${seen}”`};应为:${inChinese(problem.allowed)}`
}

function inChinese(english: string): string {
  return Object.values(allowed).find(({ en }) => en === english)?.zh ?? english
}
