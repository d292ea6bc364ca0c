import { afterQuiet } from '../clock/quiet.ts'
import { isoOf } from '../matter/iso.ts'
import type { Context, Rulebook } from '../matter/matter.ts'
import type { ReviewEvent } from './event.ts'
import { evolve } from './evolve.ts'
import type { Review } from './review.ts'
import { packDue, wantedOf } from './rhythm.ts'

type Looking = Pick<Context, 'rulebook' | 'now'>

/** When must the meeting next be looked at? Its pack goes out, or something is missing; after the quiet hours. */
export function nextAlarm(review: Review, { rulebook, now }: Looking): Temporal.Instant | undefined {
  const owed = packWanted(review, rulebook) ?? wantedOf(review, rulebook)?.at
  if (!owed) return undefined
  const isLate = Temporal.Instant.compare(owed, now) <= 0
  return heard(isLate ? now : owed, rulebook)
}

/** What the clock decides: the pack goes out, or what is missing is asked for. Nobody is called in quiet hours. */
export function tick(review: Review, context: Context): ReviewEvent[] {
  if (Temporal.Instant.compare(heard(context.now, context.rulebook), context.now) > 0) return []
  const events: ReviewEvent[] = []
  let state = review
  for (let next = nextEvent(state, context); next; next = nextEvent(state, context)) {
    events.push(next)
    state = evolve(state, next)
  }
  return events
}

function nextEvent(review: Review, { now, rulebook }: Context): ReviewEvent | undefined {
  const pack = packWanted(review, rulebook)
  if (pack) return isPast(pack, now) ? { type: 'packSent', at: isoOf(now) } : undefined
  const wanted = wantedOf(review, rulebook)
  if (!wanted || !isPast(wanted.at, now)) return undefined
  const { thing, owedAt, times } = wanted
  return { type: 'asked', at: isoOf(now), thing, owedAt: isoOf(owedAt), times }
}

function packWanted(review: Review, rulebook: Rulebook): Temporal.Instant | undefined {
  return review.status === 'convened' && !review.pack ? packDue(review, rulebook) : undefined
}

function heard(at: Temporal.Instant, { pack }: Rulebook): Temporal.Instant {
  return afterQuiet(at, pack.calendar.quiet, pack.calendar.timeZone)
}

function isPast(at: Temporal.Instant, now: Temporal.Instant): boolean {
  return Temporal.Instant.compare(at, now) <= 0
}
