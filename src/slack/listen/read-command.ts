import type { Status, StepName } from '../../complaint/lifecycle.ts'
import type { MatterKind } from '../../matter/effect.ts'
import type { Level } from '../../policy/pack.ts'
import { readMatterNumber } from '../matter-faces.ts'
import { readNumber } from '../read-number.ts'
import { nearest } from '../view/nearest.ts'
import type { Asking } from '../../text/keys.ts'
import {
  filterKeys,
  levelWords,
  openWords,
  referredWords,
  squeezed,
  statusWords,
  verbs,
} from './words-of-commands.ts'

export interface Filters {
  readonly level?: Level
  readonly status?: Status
  /** As typed: a unit's id or a part of its name. */
  readonly unit?: string
  readonly open?: true
  /** An authority, a court or the media took it up. */
  readonly referred?: true
}

/**
 * What was typed behind `/complaint`. `number` is in the form that the store looks for: `2026-00123` or `123`; that of a matter of
 * another kind has its letter, `E2026-001` or `E1`.
 */
export type Asked =
  | { readonly kind: 'file' }
  | { readonly kind: 'mine' | 'overdue' | 'help' | 'org' }
  | { readonly kind: 'show' | 'why'; readonly number: string }
  | { readonly kind: 'matter'; readonly matter: MatterKind; readonly number: string }
  /** The word of a kind of matter, and what was typed behind it: its face reads the rest. */
  | { readonly kind: 'face'; readonly matter: MatterKind; readonly word: string; readonly typed: string }
  /** `at` is a local date and time, `2026-11-25T09:00`. */
  | { readonly kind: 'who'; readonly number?: string; readonly at?: string }
  | { readonly kind: 'list'; readonly filters: Filters }
  | { readonly kind: 'search'; readonly words: string }
  | { readonly kind: 'step'; readonly step: StepName; readonly number: string }
  /** The word is known and what it needs is missing: a number, something to search for. */
  | { readonly kind: 'incomplete'; readonly verb: string }
  | { readonly kind: 'unknown'; readonly said: string; readonly nearest?: string }

/** Reads the text of a command, in either language, in any width and case. Never throws: what it cannot read is `unknown`. */
export function readCommand(text: string): Asked {
  const said = text.normalize('NFKC').replace(/\s+/g, ' ').trim()
  if (said === '') return { kind: 'file' }
  const lettered = readMatterNumber(said)
  if (lettered) return { kind: 'matter', ...lettered }
  const bare = readNumber(said)
  if (bare !== undefined) return { kind: 'show', number: bare }
  const split = splitVerb(said)
  if (!split) return unknown(said)
  const { word, rest } = split
  const verb = verbs.get(word)
  if (verb?.kind === 'asking') return readAsking(verb.asking, rest, said)
  if (verb?.kind === 'face') return { kind: 'face', matter: verb.matter, word, typed: rest }
  const number = readNumber(rest)
  if (!verb || number === undefined) return { kind: 'incomplete', verb: word }
  return { kind: 'step', step: verb.step, number }
}

function readAsking(asking: Asking, rest: string, said: string): Asked {
  switch (asking) {
    case 'mine':
    case 'overdue':
    case 'help':
    case 'org':
      return rest === '' ? { kind: asking } : unknown(said)
    case 'show': {
      const lettered = readMatterNumber(rest)
      return lettered ? { kind: 'matter', ...lettered } : numbered(asking, rest)
    }
    case 'why':
      return numbered(asking, rest)
    case 'who':
      return readWho(rest)
    case 'search':
      return rest === '' ? { kind: 'incomplete', verb: asking } : { kind: 'search', words: rest }
    case 'list':
      return readFilters(rest) ?? unknown(said)
  }
}

function numbered(asking: 'show' | 'why', rest: string): Asked {
  const number = readNumber(rest)
  return number === undefined ? { kind: 'incomplete', verb: asking } : { kind: asking, number }
}

function readWho(rest: string): Asked {
  if (rest === '') return { kind: 'who' }
  const number = readNumber(rest)
  if (number !== undefined) return { kind: 'who', number }
  const [, day, time = '09:00'] = /^(\d{4}-\d{2}-\d{2})(?: (\d{1,2}:\d{2}))?$/.exec(rest) ?? []
  const at = `${day}T${time.padStart(5, '0')}`
  return day !== undefined && isLocalTime(at) ? { kind: 'who', at } : { kind: 'incomplete', verb: 'who' }
}

function isLocalTime(text: string): boolean {
  try {
    return Temporal.PlainDateTime.from(text, { overflow: 'reject' }).year > 0
  } catch {
    return false
  }
}

function readFilters(rest: string): Asked | undefined {
  let filters: Filters = {}
  for (const piece of rest === '' ? [] : rest.split(' ')) {
    const read = readFilter(piece)
    if (!read) return undefined
    filters = { ...filters, ...read }
  }
  return { kind: 'list', filters }
}

/** `level:L1`, `state:in_progress`, `unit:east-gate`, `open`; a level or a status may stand alone. */
function readFilter(piece: string): Filters | undefined {
  const [, key, value] = /^([^:]+):(.+)$/.exec(piece) ?? []
  if (key !== undefined && value !== undefined) return keyed(key.toLowerCase(), value)
  const word = piece.toLowerCase()
  if (openWords.includes(word)) return { open: true }
  if (referredWords.includes(word)) return { referred: true }
  return asLevel(word) ?? asStatus(word)
}

function keyed(key: string, value: string): Filters | undefined {
  switch (filterKeys.get(key)) {
    case 'level':
      return asLevel(value)
    case 'state':
      return asStatus(value)
    case 'unit':
      return { unit: value }
    case undefined:
      return undefined
  }
}

function asLevel(word: string): Filters | undefined {
  const level = levelWords.get(squeezed(word))
  return level && { level }
}

function asStatus(word: string): Filters | undefined {
  const status = statusWords.get(squeezed(word))
  return status && { status }
}

/** The longest known word that the text begins with: buttons have several words, and Chinese needs no space before a number. */
function splitVerb(said: string): { word: string; rest: string } | undefined {
  const lower = said.toLowerCase()
  const fitting = [...verbs.keys()]
    .filter((word) => begins(lower, word))
    .toSorted((one, other) => other.length - one.length)
  const [word] = fitting
  return word === undefined ? undefined : { word, rest: said.slice(word.length).trim() }
}

function begins(said: string, word: string): boolean {
  if (!said.startsWith(word)) return false
  const next = said[word.length]
  if (next === undefined || next === ' ') return true
  return /\p{Script=Han}$/u.test(word) && /[\d#]/.test(next)
}

function unknown(said: string): Asked {
  const [first = ''] = said.toLowerCase().split(' ')
  const near = nearest(first.replace(/[\d#-]+$/, ''), [...verbs.keys()])
  return { kind: 'unknown', said, ...(near !== undefined && near !== first && { nearest: near }) }
}
