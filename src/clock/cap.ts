import { lastWorkingMoment, type Calendar } from './calendar.ts'
import { checkLimit, type Limit } from './limit.ts'
import { before } from './moment.ts'

/**
 * The internal due, held back so that the statutory one stays safe: the earlier of `due` and the last working moment at
 * least `margin` (one working day in the sample pack) before the statutory due. `capped` tells whether it was moved.
 */
export function capBeforeStatutory({
  due,
  statutoryDue,
  margin,
  calendar,
}: Readonly<{ due: Temporal.Instant; statutoryDue: Temporal.Instant; margin: Limit; calendar: Calendar }>): {
  due: Temporal.Instant
  capped: boolean
} {
  checkLimit(margin)
  const latest = lastWorkingMoment(calendar, before(statutoryDue, margin, calendar))
  const capped = Temporal.Instant.compare(latest, due) < 0
  return { due: capped ? latest : due, capped }
}
