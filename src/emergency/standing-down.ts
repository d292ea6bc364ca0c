import { isoOf } from '../matter/iso.ts'
import type { Context } from '../matter/matter.ts'
import { Refusal, type RefusalCode } from '../matter/refusal.ts'
import type { PersonId } from '../organisation/organisation.ts'
import { openBallot, openTasks } from './allowed.ts'
import type { EmergencyCommandOf } from './command.ts'
import type { Emergency } from './emergency.ts'
import type { EmergencyEvent } from './event.ts'
import { allAnsweredAt, coveredAt } from './reporting.ts'

/** What still keeps the group from going home, in the order in which it is told; nothing where all is done. */
export function stillToDo(emergency: Emergency): RefusalCode[] {
  const open = openTasks(emergency).some(({ handedOver }) => !handedOver)
  return [
    ...(openBallot(emergency) ? ['vote-open' as const] : []),
    ...(open ? ['tasks-open' as const] : []),
    ...(allAnsweredAt(emergency) === undefined ? ['customers-waiting' as const] : []),
    ...(coveredAt(emergency, 'final') === undefined ? ['final-report-missing' as const] : []),
  ]
}

/** The group goes home: when all is done, or at once where the level was a mistake; no task may then be left without an owner. */
export function standDown(
  emergency: Emergency,
  { ground, reason }: EmergencyCommandOf<'standDown'>,
  by: PersonId,
  { now }: Context,
): EmergencyEvent[] {
  const missing = stillToDo(emergency).find(
    (code) => ground === 'settled' || code === 'vote-open' || code === 'tasks-open',
  )
  if (missing) throw new Refusal(missing)
  return [{ type: 'stoodDown', at: isoOf(now), by, reason, ground }]
}

/** The closing report ends the emergency. */
export function closingReport(
  { step: _step, ...said }: EmergencyCommandOf<'closingReport'>,
  by: PersonId,
  { now }: Context,
): EmergencyEvent[] {
  return [{ type: 'closingReported', at: isoOf(now), by, ...said }]
}
