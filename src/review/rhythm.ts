import { lastWorkingMoment } from '../clock/calendar.ts'
import { momentOf } from '../clock/moment.ts'
import type { Rulebook } from '../matter/matter.ts'
import { endOf } from '../matter/end-of.ts'
import type { Review, WantedThing } from './review.ts'

/**
 * The next regular meeting after an instant, and after another's month where one is given: its month (`2026-03`), and when
 * on the last working day of it.
 */
export function nextRegular(
  past: Temporal.Instant,
  { pack, business }: Rulebook,
  afterMonth?: string,
): { readonly month: string; readonly meetsAt: Temporal.Instant } {
  const { everyMonths, meetsAt: plainTime } = pack.review
  const { timeZone } = pack.calendar
  let month = past.toZonedDateTimeISO(timeZone).toPlainDate().toPlainYearMonth()
  if (afterMonth !== undefined && month.toString() <= afterMonth)
    month = Temporal.PlainYearMonth.from(afterMonth).add({ months: 1 })
  for (;;) {
    const end = month
      .toPlainDate({ day: month.daysInMonth })
      .toZonedDateTime({ timeZone, plainTime: '23:59:59' })
    const day = lastWorkingMoment(business, end.toInstant()).toZonedDateTimeISO(timeZone).toPlainDate()
    const meetsAt = day.toZonedDateTime({ timeZone, plainTime }).toInstant()
    const isItsTurn = month.month % everyMonths === 0 && Temporal.Instant.compare(meetsAt, past) > 0
    if (isItsTurn) return { month: month.toString(), meetsAt }
    month = month.add({ months: 1 })
  }
}

/** When must the members have the pack? Before the meeting by the pack's margin; at once where that is past already. */
export function packDue({ convenedAt, meetsAt }: Review, { pack, business }: Rulebook): Temporal.Instant {
  const [start, due] = [Temporal.Instant.from(convenedAt), Temporal.Instant.from(meetsAt)]
  const limit = pack.review.packBefore
  const at = momentOf({ before: limit }, { start, due, limit, calendar: business })
  return Temporal.Instant.compare(at, start) < 0 ? start : at
}

/** Until when may a unit object to its verdict? Undefined before the minutes. */
export function objectUntil({ minutes }: Review, rulebook: Rulebook): Temporal.Instant | undefined {
  return minutes && endOf(minutes.at, rulebook.pack.review.objectWithin, rulebook)
}

export interface Wanted {
  readonly thing: WantedThing
  readonly owedAt: Temporal.Instant
  /** When it is asked for next. */
  readonly at: Temporal.Instant
  readonly times: number
}

/** What the meeting waits for now or later, beside its pack; asked again at the pack's interval. */
export function wantedOf(review: Review, rulebook: Rulebook): Wanted | undefined {
  const owed = owedOf(review, rulebook)
  if (!owed) return undefined
  const { asked } = review
  if (asked?.thing !== owed.thing) return { ...owed, at: owed.owedAt, times: 1 }
  const again = endOf(asked.at, rulebook.pack.review.askEvery, rulebook)
  const isNew = Temporal.Instant.compare(owed.owedAt, again) > 0
  return { ...owed, at: isNew ? owed.owedAt : again, times: isNew ? 1 : asked.times + 1 }
}

function owedOf(review: Review, rulebook: Rulebook): Pick<Wanted, 'thing' | 'owedAt'> | undefined {
  const { minutesWithin, answerWithin } = rulebook.pack.review
  switch (review.status) {
    case 'convened':
      return { thing: 'attendance', owedAt: Temporal.Instant.from(review.meetsAt) }
    case 'held':
      return review.held && { thing: 'minutes', owedAt: endOf(review.held.at, minutesWithin, rulebook) }
    case 'minuted': {
      const [first] = openObjections(review).toSorted()
      if (first !== undefined) return { thing: 'answer', owedAt: endOf(first, answerWithin, rulebook) }
      const until = objectUntil(review, rulebook)
      return until && { thing: 'closing', owedAt: until }
    }
    case 'closed':
    case 'cancelled':
      return undefined
  }
}

/** When each objection was raised that is not answered yet. */
export function openObjections({ cases }: Review): string[] {
  return cases.flatMap(({ objection }) => (objection && !objection.answer ? [objection.at] : []))
}
