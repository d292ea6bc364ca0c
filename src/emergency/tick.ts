import type { Limit } from '../clock/limit.ts'
import type { Context, Rulebook } from '../matter/matter.ts'
import { isoOf } from '../matter/iso.ts'
import { unpausedDue } from '../matter/unpaused-due.ts'
import type { Emergency } from './emergency.ts'
import type { EmergencyEvent } from './event.ts'

/** When must the emergency next be looked at? The next situation report wanted (again every interval), or the archive. */
export function nextAlarm(emergency: Emergency, { rulebook }: Context): Temporal.Instant | undefined {
  return updateWantedAt(emergency, rulebook) ?? archiveAt(emergency, rulebook)
}

/** What the clock decides: a situation report is missing, or the stood-down channel's grace is over. */
export function tick(emergency: Emergency, context: Context): EmergencyEvent[] {
  const at = isoOf(context.now)
  const wanted = updateWantedAt(emergency, context.rulebook)
  if (isPast(wanted, context.now)) return [{ type: 'updateWanted', at, owedAt: isoOf(wanted) }]
  const archive = archiveAt(emergency, context.rulebook)
  return isPast(archive, context.now) ? [{ type: 'archiveWanted', at }] : []
}

/** The first report is wanted one interval after the group was formed, each later one when the last one promised it. */
function updateWantedAt(emergency: Emergency, rulebook: Rulebook): Temporal.Instant | undefined {
  if (emergency.stoodDown) return undefined
  const interval = rulebook.pack.repeatEvery.L1
  if (emergency.askedAt !== undefined) return after(emergency.askedAt, interval, rulebook)
  const promised = emergency.situations.at(-1)?.nextUpdate
  return promised === undefined
    ? after(emergency.formedAt, interval, rulebook)
    : Temporal.Instant.from(promised)
}

function archiveAt(emergency: Emergency, rulebook: Rulebook): Temporal.Instant | undefined {
  const { stoodDown, channel, archiveWanted } = emergency
  if (!stoodDown || !channel.id || channel.archived || archiveWanted) return undefined
  return after(stoodDown.at, rulebook.pack.channel.archiveAfter, rulebook)
}

function after(start: string, limit: Limit, { business, always }: Rulebook): Temporal.Instant {
  return unpausedDue(start, limit, 'elapsedSeconds' in limit ? always : business).due
}

function isPast(at: Temporal.Instant | undefined, now: Temporal.Instant): at is Temporal.Instant {
  return at !== undefined && Temporal.Instant.compare(at, now) <= 0
}
