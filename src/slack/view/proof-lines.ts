import type { ProofLine } from '../../clock/proof.ts'
import { type Language, textFor } from '../../text/text.ts'
import type { House } from './house.ts'
import { named } from './names.ts'

/** Where and how a proof is told. `pauses` gives a pause's code its name; without a pack the code stands for itself. */
export interface Telling {
  readonly language: Language
  readonly timeZone: string
  readonly rulebook?: House['rulebook']
}

/**
 * The sum that proves a due time, a line each, plain: what was counted on every date, holidays with their notice, pauses.
 * Closed dates in a row with the same reason are one line. With `most` the middle is left out and told as a sum.
 */
export function proofLines(proof: readonly ProofLine[], telling: Telling, most = Infinity): string[] {
  const told = joinClosed(proof).map((line) => ({ line, words: lineWords(line, telling) }))
  if (told.length <= most) return told.map(({ words }) => words)
  const head = Math.ceil((most - 1) / 2)
  const tail = most - 1 - head
  const middle = told.slice(head, told.length - tail).map(({ line }) => line)
  const words = told.map((each) => each.words)
  return [...words.slice(0, head), elidedWords(middle, telling), ...words.slice(words.length - tail)]
}

type ClosedRun = Extract<ProofLine, { kind: 'closed' }> & { readonly to: string }
type Told = Exclude<ProofLine, { kind: 'closed' }> | ClosedRun

function joinClosed(proof: readonly ProofLine[]): Told[] {
  const told: Told[] = []
  for (const line of proof) {
    const last = told.at(-1)
    if (line.kind !== 'closed') told.push(line)
    else if (last?.kind === 'closed' && isSameClosure(last, line))
      told[told.length - 1] = { ...last, to: line.date }
    else told.push({ ...line, to: line.date })
  }
  return told
}

function isSameClosure(one: ClosedRun, other: Extract<ProofLine, { kind: 'closed' }>): boolean {
  return one.because === other.because && one.name === other.name && one.notice === other.notice
}

function lineWords(line: Told, telling: Telling): string {
  const { proof, amounts, limit } = textFor(telling.language)
  const at = (instant: Temporal.Instant) => amounts.time(instant, telling.timeZone)
  switch (line.kind) {
    case 'start':
      return proof.start(at(line.at), limit(line.limit))
    case 'moved':
      return proof.moved(at(line.to))
    case 'pause':
      return pauseWords(line, telling)
    case 'day':
      return dayWords(line, telling)
    case 'workingDay':
      return marked(proof.workingDay(amounts.date(line.date), line.number), line, telling)
    case 'closed':
      return closedWords(line, telling)
    case 'extended':
      return proof.extended(amounts.hours(line.seconds))
    case 'calendarDays':
      return proof.calendarDays(amounts.date(line.from), amounts.date(line.to), line.days)
    case 'elapsed':
      return proof.elapsed(at(line.from), at(line.until), amounts.hours(line.seconds))
    case 'provisional':
      return proof.provisional(amounts.list(line.years.map(String)))
    case 'paused':
      return proof.paused(at(line.since), amounts.hours(line.remainingSeconds))
    case 'due':
      return proof.due(at(line.at))
  }
}

function pauseWords(
  line: Extract<Told, { kind: 'pause' }>,
  { language, timeZone, rulebook }: Telling,
): string {
  const { proof, amounts, forms } = textFor(language)
  const reasons = line.reasons.map((code) => {
    const reason = rulebook?.pack.pauses.find((each) => each.code === code)
    return reason ? named(reason, language) : code
  })
  const until = line.until ? amounts.time(line.until, timeZone) : proof.stillPaused
  const words = proof.pause(amounts.time(line.from, timeZone), until, amounts.list(reasons))
  return line.days ? `${words}${forms.aside(proof.pauseDays(line.days))}` : words
}

function dayWords(line: Extract<Told, { kind: 'day' }>, telling: Telling): string {
  const { proof, amounts, forms } = textFor(telling.language)
  const hours = line.hours.map(([opens, closes]) => `${opens}–${closes}`).join(' ')
  const words = proof.day(
    amounts.date(line.date),
    hours,
    amounts.hours(line.seconds),
    amounts.hours(line.total),
  )
  const paused = line.pausedSeconds > 0 ? forms.aside(proof.dayPaused(amounts.hours(line.pausedSeconds))) : ''
  return marked(`${words}${paused}`, line, telling)
}

function marked(
  words: string,
  { makeUp, notice }: { makeUp: boolean; notice?: string },
  { language }: Telling,
): string {
  const { proof, forms } = textFor(language)
  if (!makeUp) return words
  return `${words}${forms.aside(forms.join([proof.makeUp, ...(notice ? [proof.notice(notice)] : [])]))}`
}

function closedWords({ date, to, because, name, notice }: ClosedRun, { language }: Telling): string {
  const { proof, amounts, forms } = textFor(language)
  const dates = date === to ? amounts.date(date) : `${amounts.date(date)} – ${amounts.date(to)}`
  const plain = {
    week: proof.weekend,
    holiday: proof.holiday,
    skipped: proof.skipped,
    workday: proof.makeUp,
  }[because]
  const why = because === 'holiday' && name ? holidayName(name, language) : plain
  return proof.closed(dates, notice ? `${why}${forms.aside(proof.notice(notice))}` : why)
}

/** Calendars name a holiday in Chinese and then in English; this takes the reader's half, or the whole where there is one name. */
function holidayName(name: string, language: Language): string {
  const [, chinese, english] = /^(.*\p{Script=Han}\S*) (\p{Script=Latin}.*)$/u.exec(name) ?? []
  return (language === 'zh-CN' ? chinese : english) ?? name
}

function elidedWords(middle: readonly Told[], { language }: Telling): string {
  const { proof, amounts } = textFor(language)
  const seconds = middle.reduce(
    (sum, line) => sum + (line.kind === 'day' || line.kind === 'elapsed' ? line.seconds : 0),
    0,
  )
  return seconds > 0 ? proof.elidedSum(middle.length, amounts.hours(seconds)) : proof.elided(middle.length)
}
