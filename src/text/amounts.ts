/** How numbers, lengths of time and dates are written in one language; everything by `Intl`. */
export interface Amounts {
  /** A length of time in whole minutes, from a day on in whole hours; less than a minute is told as such. */
  readonly duration: (seconds: number) => string
  /** The same in hours and minutes only, for sums of working time. */
  readonly hours: (seconds: number) => string
  /** A local date (`2026-03-02`) with its weekday. */
  readonly date: (date: string) => string
  /** An instant as local date and time in a zone. */
  readonly time: (instant: Temporal.Instant, timeZone: string) => string
  readonly list: (items: readonly string[]) => string
  readonly yuan: (amount: number) => string
  readonly plural: (count: number, one: string, other: string) => string
}

/** `locale` decides the forms, `moment` is what stands for less than a minute. */
export function createAmounts(locale: string, moment: string): Amounts {
  const lengths = new Intl.DurationFormat(locale, { style: 'narrow' })
  const plurals = new Intl.PluralRules(locale)
  const lists = new Intl.ListFormat(locale)
  const dates = new Intl.DateTimeFormat(locale, {
    weekday: 'short',
    month: 'short',
    day: 'numeric',
    timeZone: 'UTC',
  })
  const money = new Intl.NumberFormat(locale, {
    style: 'currency',
    currency: 'CNY',
    currencyDisplay: locale.startsWith('zh') ? 'symbol' : 'code',
    trailingZeroDisplay: 'stripIfInteger',
  })
  const times = new Map<string, Intl.DateTimeFormat>()

  function timesIn(timeZone: string): Intl.DateTimeFormat {
    const known = times.get(timeZone)
    if (known) return known
    const made = new Intl.DateTimeFormat(locale, {
      weekday: 'short',
      month: 'short',
      day: 'numeric',
      hour: '2-digit',
      minute: '2-digit',
      hourCycle: 'h23',
      timeZone,
    })
    times.set(timeZone, made)
    return made
  }

  return {
    duration(seconds) {
      const all = Math.floor(Math.abs(seconds) / 60)
      const parts = { days: Math.floor(all / 1440), hours: Math.floor((all % 1440) / 60), minutes: all % 60 }
      const told = parts.days > 0 ? { ...parts, minutes: 0 } : parts
      return all === 0 ? moment : lengths.format(told)
    },
    hours(seconds) {
      const all = Math.floor(Math.abs(seconds) / 60)
      return all === 0 ? moment : lengths.format({ hours: Math.floor(all / 60), minutes: all % 60 })
    },
    date: (date) => dates.format(Date.parse(`${date}T00:00Z`)),
    time: (instant, timeZone) => timesIn(timeZone).format(instant.epochMilliseconds),
    list: (items) => lists.format(items),
    yuan: (amount) => money.format(amount),
    plural: (count, one, other) => `${count} ${plurals.select(count) === 'one' ? one : other}`,
  }
}
