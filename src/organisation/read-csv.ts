import { CsvError, parse } from 'csv-parse/sync'
import { z } from 'zod'
import { allowed, type Problem } from './problem.ts'
import { type Entry, type Kind, kinds, type Sheet } from './record.ts'

export const csvColumns = [
  'kind',
  'id',
  'name_zh',
  'name_en',
  'level',
  'parent',
  'function',
  'business',
  'time_zone',
  'email',
  'person',
  'role',
  'unit',
  'duty',
  'deputy',
  'from',
  'until',
] as const

/** With `info`, csv-parse gives each record beside its line; its types do not say so. */
const Parsed = z.array(z.object({ record: z.array(z.string()), info: z.object({ lines: z.number() }) }))

interface Line {
  readonly row: number
  readonly cells: readonly string[]
}

/** Takes a CSV file apart into entries with their lines; empty cells are left out, the rest is checked later. */
export function readCsv(text: string): Sheet {
  const lines = linesOf(text)
  if (!Array.isArray(lines)) return { entries: [], timeZone: { row: 1, value: undefined }, problems: [lines] }
  const [header, ...rest] = lines
  if (!header?.cells.includes('kind')) {
    const seen = header?.cells.join(',') ?? ''
    const problem = { row: header?.row ?? 1, column: 'kind', seen, allowed: allowed.header.en }
    return { entries: [], timeZone: { row: 1, value: undefined }, problems: [problem] }
  }
  const problems: Problem[] = unknownColumns(header)
  const entries: Entry[] = []
  for (const line of rest) {
    const entry = entryOf(header, line)
    if ('kind' in entry) entries.push(entry)
    else problems.push(entry)
  }
  return { ...withTimeZone(entries), problems }
}

function linesOf(text: string): Line[] | Problem {
  try {
    const read = parse(text, {
      bom: true,
      comment: '#',
      comment_no_infix: true,
      info: true,
      relax_column_count: true,
      skip_empty_lines: true,
      trim: true,
    })
    return Parsed.parse(read).map(({ info, record }) => ({ row: info.lines, cells: record }))
  } catch (error) {
    if (!(error instanceof CsvError)) throw error
    const row = Number(error['lines'] ?? 1)
    return { row, column: '', seen: text.split('\n')[row - 1]?.trim() ?? '', allowed: allowed.csv.en }
  }
}

function unknownColumns({ row, cells }: Line): Problem[] {
  const known: readonly string[] = csvColumns
  return cells
    .filter((column) => !known.includes(column))
    .map((column) => ({ row, column, seen: column, allowed: allowed.knownColumn.en }))
}

function entryOf(header: Line, { row, cells }: Line): Entry | Problem {
  const extra = cells.slice(header.cells.length).find((cell) => cell !== '')
  if (extra !== undefined) return { row, column: '', seen: extra, allowed: allowed.cells.en }
  const filled = header.cells.map((column, index) => [column, cells[index] ?? ''] as const)
  const { kind = '', ...rest } = Object.fromEntries(filled.filter(([, cell]) => cell !== ''))
  if (!isKind(kind)) return { row, column: 'kind', seen: kind, allowed: allowed.kind.en }
  return { row, kind, cells: nested(rest) }
}

function isKind(text: string): text is Kind {
  const known: readonly string[] = kinds
  return known.includes(text)
}

/** The flat cells in the shape of the document: both names together, business codes as a list. */
function nested({ name_zh, name_en, business, ...rest }: Record<string, string>): Record<string, unknown> {
  const names = {
    ...(name_zh !== undefined && { zh: name_zh }),
    ...(name_en !== undefined && { en: name_en }),
  }
  return {
    ...rest,
    ...(Object.keys(names).length > 0 && { name: names }),
    ...(business !== undefined && { business: business.split(/[\s;]+/) }),
  }
}

/** The time zone stands on the line of head office; on any other line the column is unknown. */
function withTimeZone(entries: readonly Entry[]): Pick<Sheet, 'entries' | 'timeZone'> {
  const found = entries.find(({ kind, cells }) => kind === 'unit' && cells['level'] === 'HO')
  if (!found) return { entries, timeZone: { row: 1, value: undefined } }
  const { time_zone: value, ...cells } = found.cells
  return {
    entries: entries.map((entry) => (entry === found ? { ...found, cells } : entry)),
    timeZone: { row: found.row, value },
  }
}
