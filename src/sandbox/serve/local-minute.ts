/** A moment in seconds since 1970 as a clock on the wall in this zone shows it: `2026-09-14T10:00`. */
export function localMinute(seconds: number, timeZone: string): string {
  const at = Temporal.Instant.fromEpochMilliseconds(Math.floor(seconds * 1000))
  return at.toZonedDateTimeISO(timeZone).toPlainDateTime().toString({ smallestUnit: 'minute' })
}

/** The moment at which that clock shows this; undefined where the text is no local date and time. */
export function instantAt(local: string, timeZone: string): Temporal.Instant | undefined {
  try {
    return Temporal.PlainDateTime.from(local, { overflow: 'reject' }).toZonedDateTime(timeZone).toInstant()
  } catch {
    return undefined
  }
}
