import { isAlias, isMap, isNode, isScalar, isSeq, LineCounter, parseDocument, visit } from 'yaml'
import type { Document, Node, YAMLError } from 'yaml'
import type { Place, Problem, Words } from './problem.ts'
import { same } from './problem.ts'

export type Path = readonly PropertyKey[]

/** A YAML text that knows where each of its values stands. */
export interface Source {
  readonly file: string
  /** The text as plain values, not yet checked. */
  readonly value: unknown
  /** Where the value stands; for a value that is not there, the nearest thing around it that is. */
  readonly placeOf: (path: Path) => Place
  /** Where the key of the last part of `path` stands. */
  readonly placeOfKey: (path: Path) => Place
  /** What stands there, as written. */
  readonly seenAt: (path: Path) => Words
}

interface Found {
  readonly key: Node | undefined
  /** Absent: the path leads to nothing in this file. */
  readonly node: Node | undefined
}

/**
 * Reads YAML. Keys given twice come with the source, since the rest can still be judged. Any other fault of the syntax is
 * told without one, and only the first, since after it nothing stands for sure; so are aliases, which would blur whose
 * value stands where.
 */
export function readSource(
  text: string,
  file: string,
): { source: Source; problems: Problem[] } | { problems: Problem[] } {
  const lines = new LineCounter()
  const document = parseDocument(text, { lineCounter: lines, prettyErrors: false, version: '1.2' })
  const place = (offset: number): Place => placeAt(lines, file, offset)
  const twice = document.errors
    .filter(isDuplicate)
    .map(({ pos }) => ({ ...place(pos[0]), ...keyTwice(text, pos[0]) }))
  const broken = firstOf(document.errors.filter((error) => !isDuplicate(error))).map((error) => ({
    ...place(error.pos[0]),
    ...brokenBy(error),
  }))
  const aliases = aliasesIn(document).map((node) => ({ ...place(offsetOf(node)), ...aliasFault }))
  const problems = [...twice, ...broken, ...aliases]
  if (broken.length + aliases.length > 0) return { problems }

  const find = (path: Path): Found => locate(document, path)
  const source: Source = {
    file,
    value: document.toJS(),
    placeOf: (path) => place(offsetOf(placeNode(find(path)))),
    placeOfKey: (path) => place(offsetOf(find(path).key)),
    seenAt: (path) => seen(find(path).node, text),
  }
  return { source, problems }
}

const aliasFault = {
  path: '',
  seen: { zh: 'YAML 别名', en: 'a YAML alias' },
  allowed: { zh: '直接写出的值', en: 'the value itself, written out' },
}

function isDuplicate(error: YAMLError): boolean {
  return error.code === 'DUPLICATE_KEY'
}

/** The fault that comes first in the text; those after it mostly follow from it. */
function firstOf(errors: readonly YAMLError[]): YAMLError[] {
  return errors.toSorted((a, b) => a.pos[0] - b.pos[0]).slice(0, 1)
}

function keyTwice(text: string, offset: number): Omit<Problem, keyof Place> {
  const key = /^[^\s:]+/.exec(text.slice(offset))?.[0] ?? ''
  return {
    path: key,
    seen: { zh: `重复的键 ${key}`, en: `the key ${key} for the second time` },
    allowed: { zh: '每个键只写一次', en: 'each key once' },
  }
}

function brokenBy(error: YAMLError): Omit<Problem, keyof Place> {
  return {
    path: '',
    seen: { zh: `无法读取的 YAML（${error.message}）`, en: `YAML that cannot be read (${error.message})` },
    allowed: { zh: '合乎语法的 YAML 1.2，一个文档', en: 'valid YAML 1.2, one document' },
  }
}

function aliasesIn(document: Document): Node[] {
  const aliases: Node[] = []
  visit(document, {
    Alias: (_, node) => {
      aliases.push(node)
    },
  })
  return aliases
}

function placeAt(lines: LineCounter, file: string, offset: number): Place {
  const { line, col } = lines.linePos(offset)
  return { file, line: Math.max(line, 1), column: Math.max(col, 1) }
}

function offsetOf(node: Node | undefined): number {
  return node?.range?.[0] ?? 0
}

/** A missing value stands where its parent's key stands; so does a whole map, which has no better line of its own. */
function placeNode({ key, node }: Found): Node | undefined {
  if (node === undefined || isMap(node)) return key ?? node
  return node
}

function locate(document: Document, path: Path): Found {
  let found: Found = { key: undefined, node: isNode(document.contents) ? document.contents : undefined }
  for (const part of path) {
    const next = stepInto(found, part)
    if (next.node === undefined) return next
    found = next
  }
  return found
}

function stepInto({ key, node }: Found, part: PropertyKey): Found {
  if (isMap(node)) {
    const pair = node.items.findLast((item) => isScalar(item.key) && String(item.key.value) === String(part))
    if (pair === undefined || !isScalar(pair.key)) return { key, node: undefined }
    return { key: pair.key, node: isNode(pair.value) ? pair.value : pair.key }
  }
  if (isSeq(node)) {
    const item = node.items[Number(part)]
    return isNode(item) ? { key: item, node: item } : { key, node: undefined }
  }
  // A single value that the schema takes as a list of one is its own first item.
  return { key, node: part === 0 ? node : undefined }
}

function seen(node: Node | undefined, text: string): Words {
  if (node === undefined) return { zh: '空缺', en: 'nothing' }
  if (isMap(node)) return { zh: '一组键值', en: 'a map' }
  if (isSeq(node) && !node.flow) return { zh: '一个列表', en: 'a list' }
  if (isAlias(node) || !node.range) return { zh: '别名', en: 'an alias' }
  const written = text.slice(node.range[0], node.range[1]).trim()
  if (written === '') return { zh: '空缺', en: 'nothing' }
  return same(written.length > 60 ? `${written.slice(0, 59)}…` : written)
}
