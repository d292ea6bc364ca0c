import { isoOf } from '../matter/iso.ts'
import type { Context, Finding, Matter } from '../matter/matter.ts'
import { ReviewCommand } from './command.ts'
import { decide } from './decide.ts'
import { ReviewEvent } from './event.ts'
import { evolve } from './evolve.ts'
import { officersOf, votersOf } from './people.ts'
import { react } from './react.ts'
import type { Review } from './review.ts'
import { packDue, wantedOf } from './rhythm.ts'
import { nextAlarm } from './tick.ts'

/** The review meeting as the door sees it, numbered `R2026-001` per branch and year. */
export const reviewMatter: Matter<Review, ReviewCommand, ReviewEvent> = {
  kind: 'review',
  decide,
  evolve,
  nextAlarm,
  react,
  series(command, { now, rulebook }) {
    if (command.step !== 'convene') return undefined
    const { year } = now.toZonedDateTimeISO(rulebook.pack.calendar.timeZone)
    return { branch: command.branch, year, prefix: 'R', digits: 3 }
  },
  finding,
  parseEvent: (json) => ReviewEvent.parse(json),
  parseCommand: (json) => ReviewCommand.parse(json),
}

/** The row of table `review`. `due_at` is when its pack, or what it waits for next, is owed. */
function finding(review: Review, context: Context): Finding {
  const isPackOwed = review.status === 'convened' && !review.pack
  const due = isPackOwed ? packDue(review, context.rulebook) : wantedOf(review, context.rulebook)?.owedAt
  const blamed = review.cases.flatMap(({ verdict }) => (verdict ? [verdict.unit] : []))
  return {
    id: review.id,
    number: review.number,
    branch: review.branch,
    status: review.status,
    kind: review.kind,
    meets_at: review.meetsAt,
    held_at: review.held?.openedAt ?? null,
    closed_at: review.closing?.at ?? review.cancelled?.at ?? null,
    due_at: due ? isoOf(due) : null,
    complaints: review.cases.map(({ complaint }) => complaint),
    units: [...new Set(blamed)],
    awaited: awaited(review, context),
  }
}

/** For whom it waits: service quality, but the committee while an objection has no answer. */
function awaited(review: Review, context: Context): readonly string[] {
  const { status, branch, cases } = review
  if (status === 'closed' || status === 'cancelled') return []
  const isObjected = cases.some(({ objection }) => objection && !objection.answer)
  return isObjected ? votersOf(branch, context).slice(0, 1) : officersOf(branch, context)
}
