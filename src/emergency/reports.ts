import { isoOf } from '../matter/iso.ts'
import type { Context } from '../matter/matter.ts'
import { Refusal } from '../matter/refusal.ts'
import type { PersonId } from '../organisation/organisation.ts'
import type { EmergencyCommandOf } from './command.ts'
import { type Emergency, type ReportKind, reportBodies } from './emergency.ts'
import type { EmergencyEvent } from './event.ts'
import { coveredAt } from './reporting.ts'

/** How far a person's clock may be ahead of ours. */
const tolerance = { minutes: 1 }

/** Head office's instruction, with its wording or the number of the file that holds it. */
export function instruct(
  { from, givenAt, wording, file }: EmergencyCommandOf<'instruct'>,
  by: PersonId,
  { now }: Context,
): EmergencyEvent[] {
  if (wording === undefined && file === undefined) throw new Refusal('wording-missing')
  const said = { from, ...(wording !== undefined && { wording }), ...(file !== undefined && { file }) }
  return [{ type: 'instructed', at: isoOf(now), by, givenAt: happenedAt(givenAt, now), ...said }]
}

/** How it stands, and when the next word comes. */
export function situation(
  command: EmergencyCommandOf<'situation'>,
  by: PersonId,
  { now }: Context,
): EmergencyEvent[] {
  const { step: _step, ...said } = command
  return [
    {
      type: 'situationReported',
      at: isoOf(now),
      by,
      ...said,
      nextUpdate: stillToCome(command.nextUpdate, now),
    },
  ]
}

type Report = EmergencyCommandOf<'oralReport' | 'writtenReport' | 'dailyReport' | 'finalReport'>

const kinds: Record<Report['step'], ReportKind> = {
  oralReport: 'oral',
  writtenReport: 'written',
  dailyReport: 'daily',
  finalReport: 'final',
}

/** A report to the committee or to head office. */
export function reportUpward(command: Report, by: PersonId, { now }: Context): EmergencyEvent[] {
  const { step, reportedAt, reportedTo, ...said } = command
  return [
    {
      type: 'reportedUpward',
      at: isoOf(now),
      by,
      kind: kinds[step],
      reportedTo: [...new Set(reportedTo)],
      reportedAt: happenedAt(reportedAt, now),
      ...said,
    },
  ]
}

/** What was reported of one complaint by word of mouth is the oral report of its emergency too, once. */
export function noteOral(
  emergency: Emergency,
  { by, reportedTo, reportedAt, summary }: EmergencyCommandOf<'noteOral'>,
  at: string,
): EmergencyEvent[] {
  const bodies = reportBodies.filter((body) => reportedTo.includes(body))
  const isKnown = emergency.reports?.some((each) => each.kind === 'oral' && each.reportedAt === reportedAt)
  if (bodies.length === 0 || isKnown || coveredAt(emergency, 'oral') !== undefined) return []
  return [{ type: 'reportedUpward', at, by, kind: 'oral', reportedTo: bodies, reportedAt, summary }]
}

/** Something that happened, so at a time that has come. Throws `in-the-future`. */
export function happenedAt(time: string, now: Temporal.Instant): string {
  const instant = Temporal.Instant.from(time)
  if (Temporal.Instant.compare(instant, now.add(tolerance)) > 0) throw new Refusal('in-the-future')
  return isoOf(instant)
}

/** Something promised, so at a time still to come. Throws `must-be-later`. */
export function stillToCome(time: string, now: Temporal.Instant): string {
  const instant = Temporal.Instant.from(time)
  if (Temporal.Instant.compare(instant, now) <= 0) throw new Refusal('must-be-later')
  return isoOf(instant)
}
