/** How one person reads: their language and zone, the moment they look, and the names they see for Slack ids. */
export type Reader = {
  readonly locale: string
  /** An IANA time zone. */
  readonly timeZone: string
  readonly now: Temporal.Instant
  readonly nameOf: (userId: string) => string
}

/**
 * Slack's markup as this reader sees it: dates in their zone and language, names for mentions, links by their words.
 * Emphasis marks stay.
 */
export function mrkdwnText(text: string, reader: Reader): string {
  return text
    .replaceAll(/<([^<>]+)>/g, (_, inside: string) => referenceText(inside, reader))
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&amp;', '&')
}

/** Slack's markup with its dates in this reader's words, and all else as it was: for whoever draws the markup itself. */
export function datesInWords(text: string, reader: Reader): string {
  return text.replaceAll(/<(!date\^[^<>]+)>/g, (_, inside: string) => {
    const words = dateText(inside, reader)
    const [, , , link] = beforeBar(inside).split('^')
    return link === undefined ? words : `<${link}|${words}>`
  })
}

function referenceText(inside: string, reader: Reader): string {
  if (inside.startsWith('!date^')) return dateText(inside, reader)
  if (inside.startsWith('@')) return `@${reader.nameOf(beforeBar(inside.slice(1)))}`
  const words = afterBar(inside)
  if (inside.startsWith('#')) return `#${words ?? inside.slice(1)}`
  if (inside.startsWith('!')) return words ?? `@${inside.slice(1)}`
  return words ?? inside
}

function beforeBar(text: string): string {
  return text.split('|')[0] ?? text
}

function afterBar(text: string): string | undefined {
  const bar = text.indexOf('|')
  return bar < 0 ? undefined : text.slice(bar + 1)
}

/** `!date^seconds^format^link|fallback`: the format filled in, or the fallback where the seconds are no number. */
function dateText(inside: string, reader: Reader): string {
  const [, seconds = '', format = ''] = beforeBar(inside).split('^')
  if (!/^\d+$/.test(seconds)) return afterBar(inside) ?? inside
  const at = Temporal.Instant.fromEpochMilliseconds(Number(seconds) * 1000)
  return format.replaceAll(/\{(\w+)\}/g, (token, name: string) => tokenText(name, at, reader) ?? token)
}

const dateStyles: Readonly<Record<string, Intl.DateTimeFormatOptions>> = {
  date: { year: 'numeric', month: 'long', day: 'numeric' },
  date_short: { year: 'numeric', month: 'short', day: 'numeric' },
  date_long: { year: 'numeric', month: 'long', day: 'numeric', weekday: 'long' },
  time: { hour: '2-digit', minute: '2-digit', hourCycle: 'h23' },
  time_secs: { hour: '2-digit', minute: '2-digit', second: '2-digit', hourCycle: 'h23' },
}

function tokenText(name: string, at: Temporal.Instant, reader: Reader): string | undefined {
  const local = at.toZonedDateTimeISO(reader.timeZone)
  if (name === 'date_num') return local.toPlainDate().toString()
  if (name === 'date_slash') return local.toPlainDate().toString().replaceAll('-', '/')
  if (name === 'ago') return relativeText(at, reader)
  const style = dateStyles[name.replace('_pretty', '')]
  if (!style) return undefined
  const near = name.includes('pretty') ? nearDayText(local, reader) : undefined
  return (
    near ??
    new Intl.DateTimeFormat(reader.locale, { ...style, timeZone: reader.timeZone }).format(
      at.epochMilliseconds,
    )
  )
}

/** Yesterday, today or tomorrow, as Slack's "pretty" dates say it. */
function nearDayText(local: Temporal.ZonedDateTime, reader: Reader): string | undefined {
  const today = reader.now.toZonedDateTimeISO(reader.timeZone).toPlainDate()
  const days = today.until(local.toPlainDate(), { largestUnit: 'days' }).days
  if (Math.abs(days) > 1) return undefined
  return new Intl.RelativeTimeFormat(reader.locale, { numeric: 'auto' }).format(days, 'day')
}

function relativeText(at: Temporal.Instant, reader: Reader): string {
  const minutes = Math.round((at.epochMilliseconds - reader.now.epochMilliseconds) / 60_000)
  const [amount, unit] =
    Math.abs(minutes) < 60
      ? ([minutes, 'minute'] as const)
      : Math.abs(minutes) < 48 * 60
        ? ([Math.round(minutes / 60), 'hour'] as const)
        : ([Math.round(minutes / 1440), 'day'] as const)
  return new Intl.RelativeTimeFormat(reader.locale, { numeric: 'auto' }).format(amount, unit)
}
