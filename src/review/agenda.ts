import { createHash } from 'node:crypto'
import type { Pack } from '../policy/pack.ts'
import type { AgendaItem, AgendaReason } from './agenda-item.ts'

/** A closed complaint of the period, as the store gives it: an agenda item but for the reason, and what the rule asks. */
export interface ClosedCase extends Omit<AgendaItem, 'why'> {
  /** It was complained about again. */
  readonly repeat: boolean
  /** What the handler found and what the closing says: `findings.fault` and `closing.responsibility`. */
  readonly found?: string
  readonly responsibility?: string
  /** The highest rung of the ladder that was climbed for it. */
  readonly rung: number
}

/**
 * The agenda by rule (`DOMAIN.md` 9.6): closed cases of levels 1 and 2, repeats, those whose fault is disputed, those that
 * climbed the ladder as far as the pack says, and a sample of the others. The lot is a digest of the complaint's id:
 * nobody can choose it.
 */
export function agendaOf(closed: readonly ClosedCase[], pack: Pack): AgendaItem[] {
  return closed.flatMap((each) => {
    const why = reasonsFor(each, pack)
    const { repeat: _repeat, found: _found, responsibility: _said, rung: _rung, ...item } = each
    return why.length > 0 ? [{ ...item, why }] : []
  })
}

function reasonsFor(each: ClosedCase, { review }: Pack): AgendaReason[] {
  const holds: Partial<Record<AgendaReason, boolean>> = {
    level: review.levels.includes(each.level),
    repeat: each.repeat,
    disputed: isDisputed(each),
    overdue: each.rung >= review.fromRung,
  }
  const reasons = (['level', 'repeat', 'disputed', 'overdue'] as const).filter((reason) => holds[reason])
  return reasons.length > 0 ? reasons : isDrawn(each, review.samplePercent) ? ['sample'] : []
}

/** Codes of the handler's opinion on fault -> the responsibility that agrees with it. */
const agreeing: Readonly<Record<string, string>> = { yes: 'atFault', part: 'partFault' }

function isDisputed({ found, responsibility }: ClosedCase): boolean {
  if (found === undefined || responsibility === undefined) return false
  const agreed = agreeing[found]
  return agreed === undefined
    ? responsibility === 'atFault' || responsibility === 'partFault'
    : responsibility !== agreed
}

function isDrawn({ complaint }: ClosedCase, percent: number): boolean {
  return createHash('sha256').update(`review/${complaint}`).digest().readUInt32BE(0) % 100 < percent
}
