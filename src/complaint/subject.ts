import type { Subject } from '../organisation/rights.ts'
import type { Complaint } from './complaint.ts'

/** The rung of the ladder that reaches head office (`DOMAIN.md` 9.5, rung 6). */
export const headOfficeRung = 6

/** What the rights matrix needs to know of a complaint. */
export function subjectOf(complaint: Complaint): Subject {
  const { handlingUnit, handler, approval, closing, amount, offeredTo } = complaint
  return {
    branch: complaint.branch,
    outlet: complaint.outlet,
    level: complaint.level,
    filedBy: complaint.filedBy,
    owner: complaint.owner,
    respondents: complaint.respondents,
    supportUnits: complaint.supportUnits,
    emergencyMembers: complaint.emergencyMembers,
    broughtIn: broughtIn(complaint),
    offeredTo: offeredTo === undefined ? [] : [offeredTo],
    escalatedToHeadOffice: (complaint.escalation?.rung ?? 0) >= headOfficeRung,
    ...(handlingUnit !== undefined && { handlingUnit }),
    ...(handler !== undefined && { handler }),
    ...(approval && { approver: approval.by }),
    ...(closing && { closedAt: Temporal.Instant.from(closing.at) }),
    ...(amount !== undefined && { amount }),
  }
}

/** Whoever is in its channel or was called about it sees the masked case. */
function broughtIn({ members, clocks }: Complaint): string[] {
  const called = clocks.flatMap((run) => run.called)
  return [...new Set([...members.map(({ person }) => person), ...called])]
}
