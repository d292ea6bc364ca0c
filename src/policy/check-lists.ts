import { z } from 'zod'
import type { Finding } from './issue.ts'
import { listNames } from './pack.ts'
import type { ListName } from './pack.ts'
import { itemsAt, readAt } from './read-at.ts'
import type { Words } from './problem.ts'

const Text = z.string()

/** A code stands once in its list, and once among the pauses. */
export function checkCodes(value: unknown): Finding[] {
  return [...listNames.map((name) => ['lists', name]), ['pauses']].flatMap((list) => {
    const codes = codesAt(value, list)
    return codes.flatMap((code, at) =>
      code !== undefined && codes.indexOf(code) < at
        ? [{ path: [...list, at, 'code'], seen: again(code), allowed: once }]
        : [],
    )
  })
}

/** Codes named elsewhere in the pack are codes of their list. */
export function checkReferences(value: unknown): Finding[] {
  return [
    ...references(value, ['authoritySources'], 'source'),
    ...itemsAt(value, ['lists', 'levelFact']).flatMap((_, at) =>
      references(value, ['lists', 'levelFact', at, 'tags'], 'sensitivity'),
    ),
    ...itemsAt(value, ['lists', 'businessDetail']).flatMap((_, at) =>
      reference(value, ['lists', 'businessDetail', at, 'parent'], 'business'),
    ),
  ]
}

/** Every level fact says whether it is ticked or counted. */
export function checkFactKinds(value: unknown): Finding[] {
  return itemsAt(value, ['lists', 'levelFact']).flatMap((_, at) => {
    const path = ['lists', 'levelFact', at, 'kind']
    return readAt(Text, value, path) === undefined
      ? [{ path, allowed: { zh: 'flag 或 number', en: 'flag or number' } }]
      : []
  })
}

const once = { zh: '每个代码只用一次', en: 'each code once' }

function again(code: string): Words {
  return { zh: `重复的 ${code}`, en: `${code} for the second time` }
}

function codesAt(value: unknown, list: readonly PropertyKey[]): (string | undefined)[] {
  return itemsAt(value, list).map((_, at) => readAt(Text, value, [...list, at, 'code']))
}

function references(value: unknown, path: readonly PropertyKey[], list: ListName): Finding[] {
  return itemsAt(value, path).flatMap((_, at) => reference(value, [...path, at], list))
}

function reference(value: unknown, path: readonly PropertyKey[], list: ListName): Finding[] {
  const code = readAt(Text, value, path)
  const known = codesAt(value, ['lists', list]).filter((each) => each !== undefined)
  if (code === undefined || known.length === 0 || known.includes(code)) return []
  return [{ path, allowed: { zh: `其中之一：${known.join(', ')}`, en: `one of ${known.join(', ')}` } }]
}
