import { z } from 'zod'
import { CalendarError, CalendarSpec, createCalendar } from './calendar.ts'
import { describeIssues } from './calendar-spec.ts'
import { dueTime } from './due.ts'
import type { Limit } from './limit.ts'

const instant = z.string().transform((text, context) => {
  try {
    return Temporal.Instant.from(text)
  } catch {
    context.addIssue(`${JSON.stringify(text)} is no instant; write it like 2026-03-02T01:30:00Z`)
    return z.NEVER
  }
})

const whole = z.int('must be a whole number')
const limit: z.ZodType<Limit> = z.union(
  [
    z.strictObject({ workingSeconds: whole }),
    z.strictObject({ workingDays: whole }),
    z.strictObject({ calendarDays: whole }),
    z.strictObject({ elapsedSeconds: whole }),
  ],
  'must be exactly one of workingSeconds, workingDays, calendarDays and elapsedSeconds, with a whole number',
)

const Line = z.strictObject({
  id: z.union([z.string(), z.number()], 'must be a text or a number'),
  calendar: CalendarSpec,
  start: instant,
  limit,
  pauses: z.array(z.tuple([instant, instant.nullable()])).optional(),
  missingYears: z.array(z.int()).optional(),
})
type Line = z.infer<typeof Line>

/**
 * Answers one line of `redress deadline --batch`: a question in JSON, of the shape in the design's section on clocks, gives
 * `{id, due, provisional?, proof}` or `{id, paused, remainingSeconds}` as JSON without a line break. Never throws: what
 * cannot be answered gives `{id, error}`, with `id` null where none can be read.
 */
export function answerDeadline(line: string): string {
  let question: unknown
  try {
    question = JSON.parse(line)
  } catch {
    return JSON.stringify({ id: null, error: 'This line is not JSON. Write one JSON object per line.' })
  }
  const parsed = Line.safeParse(question)
  if (parsed.success) return JSON.stringify({ id: parsed.data.id, ...answer(parsed.data) })
  return JSON.stringify({
    id: idOf(question),
    error: `This question cannot be read: ${describeIssues(parsed.error)}.`,
  })
}

function answer({ calendar: spec, start, limit: asked, pauses = [], missingYears = [] }: Line): object {
  try {
    const calendar = createCalendar({
      ...spec,
      missingYears: [...(spec.missingYears ?? []), ...missingYears],
    })
    const due = dueTime({
      start,
      limit: asked,
      calendar,
      pauses: pauses.map(([from, until]) => ({ from, until })),
    })
    if ('paused' in due) return { paused: true, remainingSeconds: due.remainingSeconds }
    return { due: due.due, ...(due.provisional && { provisional: true }), proof: due.proof }
  } catch (error) {
    if (error instanceof CalendarError) return { error: error.message }
    return { error: `The time asked for lies outside the years that can be counted (${String(error)}).` }
  }
}

function idOf(question: unknown): string | number | null {
  const parsed = z.object({ id: z.union([z.string(), z.number()]) }).safeParse(question)
  return parsed.success ? parsed.data.id : null
}
