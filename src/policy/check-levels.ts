import { z } from 'zod'
import type { Finding } from './issue.ts'
import { levels } from './pack.ts'
import { itemsAt, readAt } from './read-at.ts'
import { same } from './problem.ts'

const Text = z.string()
const lowest = levels[levels.length - 1]

/** Every level is there exactly once; all but the lowest have criteria, and the lowest takes whatever is left. */
export function checkLevels(value: unknown): Finding[] {
  const given = itemsAt(value, ['levels']).map((_, at) => readAt(Text, value, ['levels', at, 'level']))
  const missing = levels
    .filter((level) => given.length > 0 && !given.includes(level))
    .map((level) => ({
      path: ['levels'],
      seen: { zh: `没有 ${level}`, en: `no ${level}` },
      allowed: each,
    }))
  const twice = given.flatMap((level, at) =>
    level !== undefined && given.indexOf(level) < at
      ? [{ path: ['levels', at, 'level'], seen: again(level), allowed: each }]
      : [],
  )
  const criteria = given.flatMap((level, at) => checkCriteriaCount(value, at, level))
  return [...missing, ...twice, ...criteria]
}

/** A criterion may only ask for facts that the list `levelFact` has, in the way the list counts them. */
export function checkCriteria(value: unknown): Finding[] {
  const known = itemsAt(value, ['lists', 'levelFact'])
  const kinds = new Map(
    known.map((_, at) => [
      readAt(Text, value, ['lists', 'levelFact', at, 'code']),
      readAt(Text, value, ['lists', 'levelFact', at, 'kind']),
    ]),
  )
  if (kinds.size === 0) return []
  return factPaths(value).flatMap((path) => checkFact(value, path, kinds))
}

/** Criterion codes are unique in the whole pack: they are stored as the reasons of a level. */
export function checkCriterionCodes(value: unknown): Finding[] {
  const seen = new Set<string>()
  return criterionPaths(value).flatMap((path) => {
    const code = readAt(Text, value, [...path, 'code'])
    if (code === undefined || !seen.has(code)) {
      if (code !== undefined) seen.add(code)
      return []
    }
    return [{ path: [...path, 'code'], seen: again(code), allowed: once }]
  })
}

const each = {
  zh: `${levels.join('、')} 各一次`,
  en: `${levels.join(', ')}, each once`,
}
const once = { zh: '每个代码只用一次', en: 'each code once' }

function again(code: string): { zh: string; en: string } {
  return { zh: `重复的 ${code}`, en: `${code} for the second time` }
}

function checkCriteriaCount(value: unknown, at: number, level: string | undefined): Finding[] {
  const path = ['levels', at, 'anyOf']
  const criteria = readAt(z.array(z.unknown()), value, path)
  if (criteria === undefined || level === undefined) return []
  if (level === lowest && criteria.length > 0) {
    return [{ path, allowed: { zh: '[]：最低级收其余一切', en: '[]: the lowest level takes all the rest' } }]
  }
  if (level !== lowest && criteria.length === 0) {
    return [{ path, allowed: { zh: '至少一条标准', en: 'at least one criterion' } }]
  }
  return []
}

function criterionPaths(value: unknown): PropertyKey[][] {
  return itemsAt(value, ['levels']).flatMap((_, level) =>
    itemsAt(value, ['levels', level, 'anyOf']).map((__, at) => ['levels', level, 'anyOf', at]),
  )
}

function factPaths(value: unknown): PropertyKey[][] {
  return criterionPaths(value).flatMap((path) =>
    itemsAt(value, [...path, 'all']).map((_, at) => [...path, 'all', at]),
  )
}

function checkFact(
  value: unknown,
  path: PropertyKey[],
  kinds: ReadonlyMap<string | undefined, string | undefined>,
): Finding[] {
  const fact = readAt(Text, value, [...path, 'fact'])
  const kind = readAt(Text, value, [...path, 'kind'])
  if (fact === undefined || kind === undefined) return []
  if (!kinds.has(fact)) {
    const codes = [...kinds.keys()].filter((code) => code !== undefined).join(', ')
    return [{ path: [...path, 'fact'], allowed: { zh: `其中之一：${codes}`, en: `one of ${codes}` } }]
  }
  const declared = kinds.get(fact)
  if (declared === undefined || declared === kind) return []
  return [{ path: [...path, 'kind'], allowed: same(declared) }]
}
