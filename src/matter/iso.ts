/** An instant as states, events and the journal write it: ISO 8601 in UTC, to the millisecond. */
export function isoOf(instant: Temporal.Instant): string {
  return instant.toString({ fractionalSecondDigits: 3 })
}
