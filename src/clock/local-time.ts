/** Minutes since local midnight of a time such as `09:30`; `24:00` gives 1440. */
export function minutesOf(time: string): number {
  return Number(time.slice(0, 2)) * 60 + Number(time.slice(3, 5))
}

/**
 * The instant of a local wall time, given in minutes since midnight; 1440 is midnight of the next date. A time that a
 * clock change skips moves forward by the change; one that happens twice is its first unless `later` is asked for.
 */
export function instantAt(
  date: Temporal.PlainDate,
  minutes: number,
  timeZone: string,
  disambiguation: 'compatible' | 'later' = 'compatible',
): Temporal.Instant {
  const time = date.toPlainDateTime('00:00').add({ minutes })
  return time.toZonedDateTime(timeZone, { disambiguation }).toInstant()
}
