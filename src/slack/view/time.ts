import { textFor } from '../../text/text.ts'
import type { Reader } from './house.ts'

type Moment = Temporal.Instant | string

/** A time that each reader sees in their own zone; the fallback is this reader's. */
export function dateToken(moment: Moment, reader: Reader): string {
  const instant = instantOf(moment)
  const seconds = Math.floor(instant.epochMilliseconds / 1000)
  return `<!date^${seconds}^{date_short_pretty} {time}|${plainTime(instant, reader)}>`
}

/** The same time as plain words in the reader's zone, where Slack draws no tokens. */
export function plainTime(moment: Moment, { language, timeZone }: Reader): string {
  return textFor(language).amounts.time(instantOf(moment), timeZone)
}

/** How long until a due time, or how long past it. */
export function timeLeft(due: Moment, now: Temporal.Instant, { language }: Reader): string {
  const { amounts, time } = textFor(language)
  const seconds = instantOf(due).since(now).total('seconds')
  return seconds < 0 ? time.over(amounts.duration(seconds)) : time.left(amounts.duration(seconds))
}

export function isPast(due: Moment, now: Temporal.Instant): boolean {
  return Temporal.Instant.compare(instantOf(due), now) < 0
}

function instantOf(moment: Moment): Temporal.Instant {
  return typeof moment === 'string' ? Temporal.Instant.from(moment) : moment
}
