import { isoOf } from '../matter/iso.ts'
import type { Context } from '../matter/matter.ts'
import { Refusal } from '../matter/refusal.ts'
import { postsOf } from '../organisation/posts-of.ts'
import type { ReviewCommandOf } from './command.ts'
import { votersOf } from './people.ts'
import type { Review } from './review.ts'

/**
 * Who came, and who of them has a vote. Refuses people without a post, a time to come, one before the day for which the
 * members were called or before they had the pack, and a meeting without its quorum: nothing is decided there.
 */
export function opened(review: Review, command: ReviewCommandOf<'attend'>, context: Context) {
  const openedAt = timeOf(review, command, context)
  const attended = [...new Set(command.attended)]
  const gone = attended.find((person) => postsOf(context.organisation, person, context.now).length === 0)
  if (gone !== undefined) throw new Refusal('unknown-person', { person: gone })
  const seats = votersOf(review.branch, context)
  const voters = seats.filter((person) => attended.includes(person))
  const { quorumOver } = context.rulebook.pack.review
  if (voters.length * 100 <= seats.length * quorumOver)
    throw new Refusal('no-quorum', { present: String(voters.length), seats: String(seats.length) })
  return { openedAt, attended, voters }
}

function timeOf(
  { meetsAt, pack }: Review,
  { openedAt }: ReviewCommandOf<'attend'>,
  { now, rulebook }: Context,
): string {
  const began = Temporal.Instant.from(openedAt)
  if (Temporal.Instant.compare(began, now.add({ minutes: 1 })) > 0) throw new Refusal('in-the-future')
  const zone = rulebook.pack.calendar.timeZone
  const day = Temporal.Instant.from(meetsAt).toZonedDateTimeISO(zone).startOfDay().toInstant()
  const isEarly = Temporal.Instant.compare(began, day) < 0
  if (isEarly || (pack && Temporal.Instant.compare(began, pack.at) < 0))
    throw new Refusal('too-early', { field: 'openedAt' })
  return isoOf(began)
}
