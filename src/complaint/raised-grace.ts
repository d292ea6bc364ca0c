import type { Context } from '../matter/matter.ts'
import type { Level } from '../policy/pack.ts'
import type { Complaint, Iso } from './complaint.ts'
import { isoOf } from '../matter/iso.ts'
import { endOf } from '../matter/end-of.ts'
import { isGraver } from './level.ts'

/** Before when is no running clock due, once this level is set? Only a graver one leaves a grace (`DOMAIN.md` section 6). */
export function raisedGrace(
  { level }: Pick<Complaint, 'level'>,
  set: Level,
  { now, rulebook }: Pick<Context, 'now' | 'rulebook'>,
): { notBefore?: Iso } {
  if (!isGraver(set, level)) return {}
  const { relevelGrace } = rulebook.pack
  return { notBefore: isoOf(endOf(now, relevelGrace, rulebook)) }
}
