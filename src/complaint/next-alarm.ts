import type { Context, Rulebook } from '../matter/matter.ts'
import { endOf } from '../matter/end-of.ts'
import { heard, nextCalls } from './calls.ts'
import type { Complaint } from './complaint.ts'
import { deadlineCalls } from './deadlines.ts'
import { endedAt } from './ended-at.ts'
import { pauseCalls } from './pausing.ts'

/**
 * When must this complaint next be looked at? The first call owed, what a pause owes, or the end of the closed channel's grace. A call that is
 * late is served now, or when the quiet hours that have begun meanwhile are over.
 */
export function nextAlarm(
  complaint: Complaint,
  { rulebook, now }: Pick<Context, 'rulebook' | 'now'>,
): Temporal.Instant | undefined {
  const owed = [
    ...pauseCalls(complaint, rulebook),
    ...deadlineCalls(complaint, rulebook),
    ...nextCalls(complaint, rulebook),
  ]
  const [call] = owed.toSorted((one, other) => Temporal.Instant.compare(one.at, other.at))
  const archive = complaint.archiveWanted ? undefined : archiveAt(complaint, rulebook)
  if (!call) return archive
  const isLate = Temporal.Instant.compare(call.at, now) <= 0
  const next = heard(isLate && isQuiet(complaint, { rulebook, now }) ? now : call.at, complaint, rulebook)
  return archive && Temporal.Instant.compare(archive, next) < 0 ? archive : next
}

/** Is nobody of this complaint to be called now? */
export function isQuiet(complaint: Complaint, { rulebook, now }: Pick<Context, 'rulebook' | 'now'>): boolean {
  return Temporal.Instant.compare(heard(now, complaint, rulebook), now) > 0
}

/** When the channel of a closed complaint may be archived; undefined while there is nothing to archive. */
export function archiveAt(complaint: Complaint, rulebook: Rulebook): Temporal.Instant | undefined {
  const { channel } = complaint
  const ended = endedAt(complaint)
  if (ended === undefined || !channel?.id || channel.archived) return undefined
  const limit = rulebook.pack.channel.archiveAfter
  return endOf(ended, limit, rulebook)
}
