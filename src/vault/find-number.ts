import { hasIdShape, isCard } from './check-digit.ts'
import { findAll, overlaps, type Finding, type Span } from './finding.ts'
import { SEPARATOR } from './fold.ts'
import { HIDDEN, maskCard, maskPhone } from './mask.ts'

const S = `${SEPARATOR}{0,3}`
const START = '(?<![\\d*])'
const END = '(?![\\d*])'

const LONG_ID = new RegExp(`${START}[1-9](?:${S}\\d){16}${S}[\\dXx×](?![\\d*])`)
const SHORT_ID = new RegExp(`${START}[1-9](?:${S}\\d){14}(?![\\d*]|${S}[Xx×])`)
const MOBILE = new RegExp(`(?:${START}|(?<=${START}(?:(?:00|\\+)?86|0)))1${S}[3-9](?:${S}\\d){9}${END}`)
/** With a code of ten digits at least, so that no national part is left behind; the shortest that ends a group. */
const INTERNATIONAL = new RegExp(`(?<!\\d)\\+${S}[1-9](?:${S}\\d){9,14}?${END}`)
const AREA = '(?:010|02\\d|0[3-9]\\d{2})'
const LANDLINE = new RegExp(
  `(?<![\\d*.-])(?:\\(${AREA}\\)\\s?|${AREA}${SEPARATOR}{1,3})[2-8]\\d{2,3}${S}\\d{4}${END}`,
)
const NAMED_LANDLINE = new RegExp(
  `(?<=(?:电话|座机|固话|致电|\\btel|\\bphone|\\bcall)[号码是为打到:.\\s]{0,6})(?<value>${AREA}[2-8]\\d{6,7})${END}`,
  'i',
)
const DIGITS = new RegExp(`${START}\\d+${END}`)
const ONE_SEPARATOR = new RegExp(`^${SEPARATOR}{1,3}$`)

const DAY = '(?:0?[1-9]|[12]\\d|3[01])'
const MONTH = '(?:0?[1-9]|1[0-2])'
const OCTET = '(?:25[0-5]|2[0-4]\\d|1\\d\\d|[1-9]?\\d)'
/** What looks like digits of a person and is none: our own numbers, dates, amounts, network addresses. */
const HARMLESS = [
  /(?<!\d[-.]?)(?:19|20)\d\d-\d{5,6}(?!\d|[-.]\d)/,
  new RegExp(`(?<!\\d[-./]?)(?:19|20)\\d\\d([-./])${MONTH}\\1${DAY}(?!\\d|[-./]\\d)`),
  new RegExp(`(?<!\\d[-./]?)${DAY}([-./])${MONTH}\\1(?:19|20)\\d\\d(?!\\d|[-./]\\d)`),
  /[¥$€£]\s?\d[\d,]*(?:\.\d+)?/,
  /(?<![\d.])\d+\.\d{1,2}(?!\d|\.\d)/,
  /(?<!\d)\d{1,3}(?:,\d{3})+(?:\.\d+)?(?!\d)/,
  new RegExp(`(?<![\\d.])${OCTET}(?:\\.${OCTET}){3}(?!\\d|\\.\\d)`),
]

/** Where in this folded text do our own numbers, dates, amounts and addresses stand? */
export function findHarmless(folded: string): Span[] {
  return HARMLESS.flatMap((pattern) => findAll(pattern, folded))
}

/**
 * ID, card and telephone numbers in a folded text, strongest proof first. An ID needs a province and a birth date,
 * and is found even with its check digit wrong: one digit mistyped still tells who it is. A card needs its Luhn sum.
 */
export function findNumbers(folded: string, harmless: readonly Span[]): Finding[] {
  const clearOf = (span: Span) => !harmless.some((other) => overlaps(span, other))
  const ids = [LONG_ID, SHORT_ID].flatMap((pattern) =>
    findAll(pattern, folded, (value) => hasIdShape(idDigits(value))),
  )
  const cards = findCards(folded).filter(clearOf)
  const phones = [MOBILE, INTERNATIONAL, LANDLINE, NAMED_LANDLINE].flatMap((pattern) =>
    findAll(pattern, folded, (_, span) => clearOf(span)),
  )
  return [
    ...ids.map((span): Finding => ({ kind: 'idNumber', mask: HIDDEN, ...span })),
    ...cards.map((span): Finding => ({ kind: 'card', mask: maskCard(textAt(folded, span)), ...span })),
    ...phones.map((span): Finding => ({ kind: 'phone', mask: maskPhone(textAt(folded, span)), ...span })),
  ]
}

function findCards(folded: string): Span[] {
  const spans: Span[] = []
  for (const run of digitRuns(folded)) {
    for (let first = 0; first < run.length; first++) {
      const last = lastGroupOfCard(folded, run, first)
      if (last < 0) continue
      spans.push({ start: run[first]?.start ?? 0, end: run[last]?.end ?? 0 })
      first = last
    }
  }
  return spans
}

/** Groups of digits that only separators divide, for each stretch of the text. */
function digitRuns(folded: string): Span[][] {
  const runs: Span[][] = []
  for (const group of findAll(DIGITS, folded)) {
    const run = runs.at(-1)
    const before = run?.at(-1)
    if (before && ONE_SEPARATOR.test(folded.slice(before.end, group.start))) run?.push(group)
    else runs.push([group])
  }
  return runs
}

/** The last group of the longest card that starts with group `first`, or -1. */
function lastGroupOfCard(folded: string, run: readonly Span[], first: number): number {
  for (let last = Math.min(run.length, first + 19) - 1; last >= first; last--) {
    const groups = run.slice(first, last + 1).map((span) => textAt(folded, span))
    if (looksLikeCard(groups)) return last
  }
  return -1
}

/** No scheme numbers its cards 20YYMMDD…: that is an order number. 86 and a mobile number is that. */
function looksLikeCard(groups: readonly string[]): boolean {
  const digits = groups.join('')
  if (/^20\d\d(?:0[1-9]|1[0-2])(?:0[1-9]|[12]\d|3[01])/.test(digits)) return false
  if (/^(?:00)?861[3-9]\d{9}$/.test(digits)) return false
  return isGroupedLikeCard(groups) && isCard(digits)
}

/** Cards are spelled in groups of three and more, or evenly in ones or twos; other lists are several numbers. */
function isGroupedLikeCard(groups: readonly string[]): boolean {
  const inner = groups.slice(0, -1).map((group) => group.length)
  return inner.every((length) => length >= 3) || (new Set(inner).size === 1 && groups.length > 6)
}

function idDigits(text: string): string {
  return text.replace(/[x×]/gi, 'X').replace(/[^\dX]/g, '')
}

function textAt(text: string, span: Span): string {
  return text.slice(span.start, span.end)
}
