import { z } from 'zod'
import { forms } from './pack.ts'
import type { Path, Source } from './source.ts'
import type { Problem, Words } from './problem.ts'
import { same } from './problem.ts'
import { readAt } from './read-at.ts'

/** What a check has to say about one path; `source.ts` knows the line. */
export interface Finding {
  readonly path: Path
  readonly allowed: Words
  /** Where it is not simply what stands at the path. */
  readonly seen?: Words
}

/** The shape check's findings as problems, each on its own line, with what may stand there. */
export function shapeProblems(schema: z.ZodType, source: Source): Problem[] {
  const { error } = schema.safeParse(source.value)
  if (error === undefined) return []
  const shape = z.toJSONSchema(schema, { io: 'input', unrepresentable: 'any' })
  return error.issues.flatMap((issue) =>
    issue.code === 'unrecognized_keys'
      ? issue.keys.map((key) => unknownKey(source, issue.path, key, keysAt(shape, issue.path)))
      : [problemAt(source, { path: asWritten(source.value, issue.path), allowed: allowedBy(issue) })],
  )
}

/** A finding with its place in the file. */
export function problemAt(source: Source, { path, allowed, seen }: Finding): Problem {
  return { ...source.placeOf(path), path: path.join('.'), seen: seen ?? source.seenAt(path), allowed }
}

function unknownKey(source: Source, parent: Path, key: string, known: readonly string[]): Problem {
  const path = [...parent, key]
  const seen = { zh: `未知的键 ${key}`, en: `the unknown key ${key}` }
  return { ...source.placeOfKey(path), path: path.join('.'), seen, allowed: anyOf(known) }
}

function allowedBy(issue: z.core.$ZodIssue): Words {
  switch (issue.code) {
    case 'invalid_value':
      return anyOf(issue.values.map(String))
    case 'invalid_union':
      return 'options' in issue && Array.isArray(issue.options)
        ? anyOf(issue.options.map(String))
        : same(issue.message)
    case 'too_small':
      return atLeast(issue.origin, Number(issue.minimum), issue.inclusive ?? true)
    case 'too_big':
      return { zh: `不多于 ${issue.maximum}`, en: `at most ${issue.maximum}` }
    case 'invalid_type':
      return formOf(issue.message) ?? typeWords[issue.expected] ?? same(issue.expected)
    case 'invalid_format':
      return issue.format === 'date' ? dateWords : formWords(issue.message)
    case 'custom':
    case 'invalid_key':
    case 'invalid_element':
    case 'not_multiple_of':
    case 'unrecognized_keys':
    default:
      return formWords(issue.message)
  }
}

function anyOf(choices: readonly string[]): Words {
  const list = choices.join(', ')
  return choices.length === 1 ? same(list) : { zh: `其中之一：${list}`, en: `one of ${list}` }
}

function atLeast(origin: string, minimum: number, inclusive: boolean): Words {
  if (origin === 'string') return { zh: '非空文字', en: 'a text that is not empty' }
  if (origin === 'array') return { zh: `至少 ${minimum} 项`, en: `a list of at least ${minimum}` }
  return inclusive
    ? { zh: `不少于 ${minimum}`, en: `at least ${minimum}` }
    : { zh: `大于 ${minimum}`, en: `more than ${minimum}` }
}

const dateWords: Words = { zh: '日期，如 2026-01-01', en: 'a date such as 2026-01-01' }

const typeWords: Readonly<Record<string, Words>> = {
  string: { zh: '文字（数字须加引号）', en: 'a text (a number needs quotes)' },
  number: { zh: '数字', en: 'a number' },
  int: { zh: '整数', en: 'a whole number' },
  boolean: { zh: 'true 或 false', en: 'true or false' },
  object: { zh: '一组键值', en: 'a map' },
  record: { zh: '一组键值', en: 'a map' },
  array: { zh: '列表', en: 'a list' },
  tuple: { zh: '一对时间，如 ["09:00", "17:00"]', en: 'a pair of times such as ["09:00", "17:00"]' },
}

function formWords(message: string): Words {
  return formOf(message) ?? same(message)
}

/** Our own checks speak English to zod; here they get their Chinese back. */
function formOf(message: string): Words | undefined {
  return Object.values(forms).find((form) => form.en === message)
}

/** A single value that the schema takes as a list of one has no index in the file. */
function asWritten(value: unknown, path: Path): Path {
  const parent = path.slice(0, -1)
  return path.at(-1) === 0 && readAt(z.array(z.unknown()), value, parent) === undefined ? parent : path
}

/** The keys a map may have at `path`, read from the schema itself, so that no second list can go stale. */
function keysAt(shape: unknown, path: Path): string[] {
  const here = JsonShape.safeParse(path.reduce<unknown>(inside, shape)).data
  if (here?.oneOf) return [...new Set(here.oneOf.flatMap((choice) => keysAt(choice, [])))]
  return here?.propertyNames?.enum ?? Object.keys(here?.properties ?? {})
}

function inside(shape: unknown, part: PropertyKey): unknown {
  const node = JsonShape.safeParse(shape).data
  return node?.properties?.[String(part)] ?? node?.items ?? node?.additionalProperties
}

const JsonShape = z.looseObject({
  properties: z.record(z.string(), z.unknown()).optional(),
  propertyNames: z.looseObject({ enum: z.array(z.string()).optional() }).optional(),
  additionalProperties: z.unknown().optional(),
  items: z.unknown().optional(),
  oneOf: z.array(z.unknown()).optional(),
})
