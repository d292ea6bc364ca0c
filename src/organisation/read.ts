import type { z } from 'zod'
import { checkTogether, oncePerCell } from './check.ts'
import type { OrganisationDocument } from './organisation.ts'
import { allowed, type Problem } from './problem.ts'
import { readCsv } from './read-csv.ts'
import { readYaml } from './read-yaml.ts'
import { type Entry, type Kind, records, type Sheet } from './record.ts'

export { problemText } from './problem.ts'
export type { Problem } from './problem.ts'

export type OrganisationFormat = 'yaml' | 'csv'

/**
 * Reads an organisation file: the whole document, or every problem at once, by line; never a part. It throws nothing.
 *
 * YAML: the keys `timeZone`, `units`, `people`, `posts`, `deputies`, `leave`; each but the first is a list of entries in
 * the shape of `OrganisationDocument`; anchors and aliases are not followed:
 *
 *     timeZone: Asia/Shanghai
 *     units:
 *       - { id: head-office, name: { zh: 总行, en: Head Office }, level: HO }
 *       - { id: dept-it, name: { zh: IT部, en: IT }, level: DEPARTMENT, parent: head-office, business: [B05] }
 *     people:
 *       - { id: p-wang-li, name: { zh: 王丽, en: Wang Li }, email: wang.li@huahua-bank.example }
 *     posts:
 *       - { person: p-wang-li, role: SBH, unit: dept-it, from: 2026-01-01 }
 *     deputies: []
 *     leave:
 *       - { person: p-wang-li, from: 2026-12-01, until: 2026-12-05 }
 *
 * CSV: one file, UTF-8, its first line the columns in any order, then one entry a line; lines starting with `#` and empty
 * lines are skipped. `kind` says what the line is, and which cells it fills:
 *
 * | kind   | required                          | optional                                        |
 * | ------ | --------------------------------- | ----------------------------------------------- |
 * | unit   | id name_zh name_en level parent   | function, business (codes between spaces or `;`) |
 * | person | id name_zh name_en email          |                                                 |
 * | post   | person role unit                  | from until duty                                 |
 * | deputy | person deputy                     |                                                 |
 * | leave  | person from until                 |                                                 |
 *
 * The head-office line has no parent, and fills `time_zone`. Dates are local, `from` and `until` both inclusive; without
 * them a post is always in force. Levels, functions, roles and duties are those of `organisation.ts`.
 */
export function readOrganisation(
  text: string,
  format: OrganisationFormat,
): { readonly document: OrganisationDocument } | { readonly problems: readonly Problem[] } {
  const sheet = format === 'yaml' ? readYaml(text) : readCsv(text)
  if (sheet.entries.length === 0 && sheet.problems.length > 0) return { problems: sheet.problems }
  const { document, problems } = documentOf(sheet, format)
  const all = oncePerCell([...sheet.problems, ...problems, ...checkTogether(sheet.entries)])
  return all.length > 0 ? { problems: all } : { document }
}

function documentOf(
  { entries, timeZone }: Sheet,
  format: OrganisationFormat,
): { document: OrganisationDocument; problems: Problem[] } {
  const problems: Problem[] = []
  const read = <T>(kind: Kind, record: z.ZodType<T>): T[] =>
    entries
      .filter((entry) => entry.kind === kind)
      .flatMap((entry) => {
        const parsed = record.safeParse(entry.cells)
        if (parsed.success) return [parsed.data]
        problems.push(...problemsOf(entry, parsed.error, format))
        return []
      })
  const lists = {
    units: read('unit', records.unit),
    people: read('person', records.person),
    posts: read('post', records.post),
    deputies: read('deputy', records.deputy),
    leave: read('leave', records.leave),
  }
  const zone = typeof timeZone.value === 'string' ? timeZone.value : ''
  if (!isTimeZone(zone)) {
    const column = columnOf(['timeZone'], format)
    problems.push({ row: timeZone.row, column, seen: textOf(timeZone.value), allowed: allowed.timeZone.en })
  }
  return { document: { timeZone: zone, ...lists }, problems }
}

function problemsOf({ row, cells }: Entry, { issues }: z.ZodError, format: OrganisationFormat): Problem[] {
  return issues.flatMap((issue) => {
    if (issue.code === 'unrecognized_keys') {
      return issue.keys.map((key) => ({
        row,
        column: columnOf([...issue.path, key], format),
        seen: textOf(valueAt(cells, [...issue.path, key])),
        allowed: allowed.knownColumn.en,
      }))
    }
    const column = columnOf(issue.path, format)
    return [{ row, column, seen: textOf(valueAt(cells, issue.path)), allowed: issue.message }]
  })
}

/** The name a person finds in the file: `name.zh` in YAML, `name_zh` in CSV; a place in a list is not named. */
function columnOf(path: readonly PropertyKey[], format: OrganisationFormat): string {
  const keys = path.filter((key) => typeof key === 'string')
  if (format === 'yaml') return keys.join('.')
  return keys.join('_').replace('timeZone', 'time_zone')
}

function valueAt(cells: unknown, path: readonly PropertyKey[]): unknown {
  return path.reduce<unknown>(
    (value, key) => (typeof value === 'object' && value !== null ? Reflect.get(value, key) : undefined),
    cells,
  )
}

function textOf(value: unknown): string {
  if (value === undefined || value === null) return ''
  return typeof value === 'string' ? value : JSON.stringify(value)
}

function isTimeZone(zone: string): boolean {
  try {
    return zone !== '' && new Intl.DateTimeFormat('en', { timeZone: zone }).resolvedOptions().timeZone !== ''
  } catch {
    return false
  }
}
