import { before } from '../clock/moment.ts'
import type { Context, Rulebook } from '../matter/matter.ts'
import type { Callee } from '../policy/pack.ts'
import { clockDue } from './clocks.ts'
import type { Complaint } from './complaint.ts'
import { statutoryRunOf } from './remember.ts'

/** The next longer statutory limit in turn, in calendar days from first receipt, and who grants it. */
export interface NextExtension {
  readonly to: number
  /** Days more than the limit that binds now. */
  readonly extraDays: number
  readonly approver: Callee
}

/**
 * Undefined where no longer limit is left: the pack has no further step, or a referral of the central bank has reached its
 * longest. Every limit counts from first receipt (`DOMAIN.md` 9.2, extensions).
 */
export function nextExtension(
  complaint: Complaint,
  { pack }: Pick<Rulebook, 'pack'>,
): NextExtension | undefined {
  const run = statutoryRunOf(complaint)
  const { limit, extension } = pack.statutory
  if (!run || !('calendarDays' in limit)) return undefined
  const bound = limit.calendarDays + (run.extraDays ?? 0)
  const { pbcMax } = extension
  const isPbc = complaint.statutoryBasis === 'pbc'
  const longest = isPbc && 'calendarDays' in pbcMax ? pbcMax.calendarDays : Infinity
  for (const { to, approver } of extension.steps) {
    if (!('calendarDays' in to) || to.calendarDays <= bound) continue
    if (to.calendarDays > longest) return undefined
    return { to: to.calendarDays, extraDays: to.calendarDays - bound, approver }
  }
  return undefined
}

/** Until when may an extension be asked for, decided and told? Undefined while no statutory clock runs. */
export function extensionTimes(
  complaint: Complaint,
  rulebook: Rulebook,
): { askUntil: Temporal.Instant; due: Temporal.Instant } | undefined {
  const run = statutoryRunOf(complaint)
  const due = run && clockDue(run, complaint, rulebook)?.due
  if (!due) return undefined
  return { askUntil: before(due, rulebook.pack.statutory.extension.askBefore, rulebook.business), due }
}

/** The statutory due that an extension by so many days would give. */
export function dueExtendedBy(
  complaint: Complaint,
  extraDays: number,
  { rulebook }: Pick<Context, 'rulebook'>,
): Temporal.Instant | undefined {
  const run = statutoryRunOf(complaint)
  if (!run) return undefined
  const longer = { ...run, extraDays: (run.extraDays ?? 0) + extraDays }
  const clocks = complaint.clocks.map((each) => (each === run ? longer : each))
  return clockDue(longer, { ...complaint, clocks }, rulebook)?.due
}
