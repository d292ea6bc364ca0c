import { isMap, isNode, isScalar, isSeq, LineCounter, parseDocument, type YAMLMap } from 'yaml'
import { z } from 'zod'
import { allowed, type Problem } from './problem.ts'
import type { Entry, Kind, Sheet } from './record.ts'

const sections = new Map<string, Kind>([
  ['units', 'unit'],
  ['people', 'person'],
  ['posts', 'post'],
  ['deputies', 'deputy'],
  ['leave', 'leave'],
])

const Cells = z.record(z.string(), z.unknown())

/** Takes a YAML file apart into entries with their lines; what is inside an entry is checked later. */
export function readYaml(text: string): Sheet {
  const lines = new LineCounter()
  const document = parseDocument(text, { lineCounter: lines })
  const lineOf = (node: unknown) => lines.linePos(isNode(node) ? (node.range?.[0] ?? 0) : 0).line
  const broken = document.errors.map(({ pos }) => {
    const { line } = lines.linePos(pos[0])
    return { row: line, column: '', seen: lineText(text, line), allowed: allowed.yaml.en }
  })
  if (broken.length > 0) return { entries: [], timeZone: { row: 1, value: undefined }, problems: broken }
  const root = document.contents
  if (!isMap(root)) {
    const problem = { row: 1, column: '', seen: lineText(text, 1), allowed: allowed.section.en }
    return { entries: [], timeZone: { row: 1, value: undefined }, problems: [problem] }
  }
  return sheetOf(root, lineOf)
}

type LineOf = (node: unknown) => number

function sheetOf(root: YAMLMap, lineOf: LineOf): Sheet {
  const entries: Entry[] = []
  const problems: Problem[] = []
  let timeZone: Sheet['timeZone'] = { row: 1, value: undefined }
  for (const { key, value } of root.items) {
    const section = isScalar(key) ? String(key.value) : ''
    const kind = sections.get(section)
    const row = lineOf(key)
    if (section === 'timeZone') timeZone = { row, value: isScalar(value) ? value.value : undefined }
    else if (!kind) problems.push({ row, column: section, seen: section, allowed: allowed.section.en })
    else if (isSeq(value)) collect(kind, value.items, lineOf, entries, problems)
    else if (!isEmpty(value)) problems.push({ row, column: section, seen: section, allowed: allowed.list.en })
  }
  return { entries, timeZone, problems }
}

function collect(
  kind: Kind,
  items: readonly unknown[],
  lineOf: LineOf,
  entries: Entry[],
  problems: Problem[],
): void {
  for (const item of items) {
    const row = lineOf(item)
    if (isMap(item)) entries.push({ row, kind, cells: Cells.parse(item.toJSON()) })
    else problems.push({ row, column: '', seen: String(item), allowed: allowed.entry.en })
  }
}

function isEmpty(value: unknown): boolean {
  return value === null || (isScalar(value) && value.value === null)
}

function lineText(text: string, line: number): string {
  return text.split('\n')[line - 1]?.trim() ?? ''
}
