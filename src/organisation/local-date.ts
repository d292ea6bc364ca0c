import type { Organisation } from './organisation.ts'

const milliseconds = 60_000
const lastAsked = new WeakMap<Organisation, { minute: number; date: string }>()

/**
 * The bank's local date at an instant, as `2026-11-24`; such dates compare as text. One decision asks it a hundred times
 * for the same instant, so the last minute's answer is remembered: no zone changes its date within a minute of the clock.
 */
export function localDate(org: Organisation, at: Temporal.Instant): string {
  const minute = Math.floor(at.epochMilliseconds / milliseconds)
  const last = lastAsked.get(org)
  if (last?.minute === minute) return last.date
  const date = at.toZonedDateTimeISO(org.document.timeZone).toPlainDate().toString()
  lastAsked.set(org, { minute, date })
  return date
}

/** Is the date inside the two inclusive ends, of which either may be open? */
export function isBetween(date: string, from: string | undefined, until: string | undefined): boolean {
  return (from === undefined || from <= date) && (until === undefined || date <= until)
}
