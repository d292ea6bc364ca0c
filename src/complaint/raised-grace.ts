import type { Context } from '../matter/matter.ts'
import { unpausedDue } from '../matter/unpaused-due.ts'
import type { Level } from '../policy/pack.ts'
import { calendarOf } from './clocks.ts'
import type { Complaint, Iso } from './complaint.ts'
import { isoOf } from '../matter/iso.ts'
import { isGraver } from './level.ts'

/** Before when is no running clock due, once this level is set? Only a graver one leaves a grace (`DOMAIN.md` section 6). */
export function raisedGrace(
  { level }: Pick<Complaint, 'level'>,
  set: Level,
  { now, rulebook }: Pick<Context, 'now' | 'rulebook'>,
): { notBefore?: Iso } {
  if (!isGraver(set, level)) return {}
  const { relevelGrace } = rulebook.pack
  return { notBefore: isoOf(unpausedDue(now, relevelGrace, calendarOf(relevelGrace, rulebook)).due) }
}
