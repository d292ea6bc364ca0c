import type { Organisation } from './organisation.ts'

/** The bank's local date at an instant, as `2026-11-24`; such dates compare as text. */
export function localDate(org: Organisation, at: Temporal.Instant): string {
  return at.toZonedDateTimeISO(org.document.timeZone).toPlainDate().toString()
}

/** Is the date inside the two inclusive ends, of which either may be open? */
export function isBetween(date: string, from: string | undefined, until: string | undefined): boolean {
  return (from === undefined || from <= date) && (until === undefined || date <= until)
}
