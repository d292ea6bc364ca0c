/** Thrown when a calendar, limit or pause cannot be answered for; the message says what was seen and what to do. */
export class CalendarError extends Error {
  override name = 'CalendarError'
}
