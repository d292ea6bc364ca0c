import { findAll, type Finding } from './finding.ts'
import { fold, SEPARATOR } from './fold.ts'

/** Letters in two-letter Latin names (Li, He) are words as well; a single Han character is in every sentence. */
const LEAST_HAN = 2
const LEAST_LATIN = 3
const LEAST_DIGITS = 6

/** The values typed into the form, wherever the free text repeats them: any width, any case, other separators. */
export function findKnown(folded: string, known: readonly string[]): Finding[] {
  return known
    .map((value) => fold(value).trim())
    .filter(isTelling)
    .toSorted((one, other) => other.length - one.length)
    .flatMap((value) => findAll(patternOf(value), folded))
    .map((span): Finding => ({ kind: 'known', mask: '***', ...span }))
}

function isTelling(value: string): boolean {
  const letters = value.match(/\p{L}/gu) ?? []
  const digits = value.match(/\d/g) ?? []
  if (!letters.length) return digits.length >= LEAST_DIGITS
  const isLatin = letters.every((letter) => /\p{Script=Latin}/u.test(letter))
  return letters.length + digits.length >= (isLatin ? LEAST_LATIN : LEAST_HAN)
}

/** Between Han characters and between digits anything that separates; inside a Latin word nothing. */
function patternOf(value: string): RegExp {
  const gap = `(?:\\s|${SEPARATOR}){0,3}`
  const parts = value.match(/\p{Script=Latin}+|\p{L}|\d|[^\s\p{L}\d.·•_/-]/gu) ?? []
  const body = parts.map((part) => RegExp.escape(part)).join(gap)
  const first = /^[\p{Script=Latin}\d]/u.test(value) ? '(?<![\\p{Script=Latin}\\d])' : ''
  const last = /[\p{Script=Latin}\d]$/u.test(value) ? '(?![\\p{Script=Latin}\\d])' : ''
  return new RegExp(first + body + last, 'iu')
}
