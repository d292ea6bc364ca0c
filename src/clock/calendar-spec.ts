import { z } from 'zod'

const opening = z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/, {
  error: ({ input }) => `"${input}" is no opening time; write it like 09:00`,
})
const closing = z.string().regex(/^(([01]\d|2[0-3]):[0-5]\d|24:00)$/, {
  error: ({ input }) => `"${input}" is no closing time; write it like 17:00, or 24:00 for the end of the day`,
})
const window = z.tuple([opening, closing]).refine(([opens, closes]) => opens < closes, {
  error: ({ input }) =>
    `the window ${said(input)} ends before it starts; split one over midnight at 24:00 and 00:00 of the next day`,
})
const hours = z
  .array(window)
  .overwrite((windows) => windows.toSorted(([a], [b]) => (a < b ? -1 : 1)))
  .refine((windows) => windows.every(([opens], index) => opens >= (windows[index - 1]?.[1] ?? '')), {
    error: ({ input }) =>
      `the windows ${said(input)} overlap; make them one, or let one end where the next begins`,
  })
const date = z.iso.date({
  error: ({ input }) => `${said(input)} is no date of the calendar; write it like 2026-10-01`,
})

/** The local opening and closing time of one window; a day's last window may close at `24:00`. */
export type Window = readonly [opens: string, closes: string]

/**
 * A calendar as people and JSON write it: IANA zone, windows per weekday (a missing day is closed), holidays that close
 * a day, make-up workdays that open one and win over both. Make-up days take `workdayHours`, else Monday's hours.
 * `missingYears` are local years whose official holiday notice is not known yet.
 */
export const CalendarSpec = z
  .strictObject({
    timeZone: z.string().refine(isTimeZone, {
      error: ({ input }) =>
        `"${String(input)}" is no time zone that is known here; write an IANA name such as Asia/Shanghai`,
    }),
    week: z.strictObject({
      mon: hours.optional(),
      tue: hours.optional(),
      wed: hours.optional(),
      thu: hours.optional(),
      fri: hours.optional(),
      sat: hours.optional(),
      sun: hours.optional(),
    }),
    holidays: z
      .array(
        z.union([date, z.strictObject({ date, name: z.string().optional(), notice: z.string().optional() })]),
      )
      .optional(),
    workdays: z.array(z.union([date, z.strictObject({ date, notice: z.string().optional() })])).optional(),
    workdayHours: hours.min(1, 'names no window; leave it out to take the hours of Monday').optional(),
    missingYears: z.array(z.int()).optional(),
  })
  .refine(({ workdays, workdayHours, week }) => !workdays?.length || workdayHours || week.mon?.length, {
    path: ['workdays'],
    error: 'make-up workdays take the hours of Monday, and Monday has none; give workdayHours',
  })
export type CalendarSpec = z.infer<typeof CalendarSpec>

/** All issues of a refused shape as one line of text, each with the place it was seen at. */
export function describeIssues(error: z.ZodError): string {
  return error.issues
    .map(({ path, message }) => (path.length ? `${path.join('.')}: ${message}` : message))
    .join('; ')
}

function isTimeZone(name: string): boolean {
  try {
    return Temporal.Instant.fromEpochMilliseconds(0).toZonedDateTimeISO(name).timeZoneId !== ''
  } catch {
    return false
  }
}

function said(value: unknown): string {
  return JSON.stringify(value) ?? 'nothing'
}
