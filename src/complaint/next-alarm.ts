import type { Context, Rulebook } from '../matter/matter.ts'
import { unpausedDue } from '../matter/unpaused-due.ts'
import { heard, nextCalls } from './calls.ts'
import { calendarOf } from './clocks.ts'
import type { Complaint } from './complaint.ts'

/**
 * When must this complaint next be looked at? The first call owed, or the end of the closed channel's grace. A call that is
 * late is served now, or when the quiet hours that have begun meanwhile are over.
 */
export function nextAlarm(
  complaint: Complaint,
  { rulebook, now }: Pick<Context, 'rulebook' | 'now'>,
): Temporal.Instant | undefined {
  const [call] = nextCalls(complaint, rulebook)
  if (!call) return complaint.archiveWanted ? undefined : archiveAt(complaint, rulebook)
  const isLate = Temporal.Instant.compare(call.at, now) <= 0
  return heard(isLate && isQuiet(complaint, { rulebook, now }) ? now : call.at, complaint, rulebook)
}

/** Is nobody of this complaint to be called now? */
export function isQuiet(complaint: Complaint, { rulebook, now }: Pick<Context, 'rulebook' | 'now'>): boolean {
  return Temporal.Instant.compare(heard(now, complaint, rulebook), now) > 0
}

/** When the channel of a closed complaint may be archived; undefined while there is nothing to archive. */
export function archiveAt(complaint: Complaint, rulebook: Rulebook): Temporal.Instant | undefined {
  const { closing, channel } = complaint
  if (!closing || !channel?.id || channel.archived) return undefined
  const limit = rulebook.pack.channel.archiveAfter
  return unpausedDue(closing.at, limit, calendarOf(limit, rulebook)).due
}
