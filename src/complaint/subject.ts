import type { Subject } from '../organisation/rights.ts'
import type { Complaint } from './complaint.ts'
import { endedAt } from './ended-at.ts'
import { activePause } from './pausing.ts'

/** The rung of the ladder that reaches head office (`DOMAIN.md` 9.5, rung 6). */
export const headOfficeRung = 6

/** What the rights matrix needs to know of a complaint. */
export function subjectOf(complaint: Complaint): Subject {
  const { handlingUnit, handler, approval, amount, offeredTo } = complaint
  const ended = endedAt(complaint)
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
    escalatedToHeadOffice: isPassedUp(complaint),
    ...(handlingUnit !== undefined && { handlingUnit }),
    ...(handler !== undefined && { handler }),
    ...(approval && { approver: approval.by }),
    ...(ended !== undefined && { closedAt: Temporal.Instant.from(ended) }),
    ...(amount !== undefined && { amount }),
  }
}

/** Escalated to head office, or waiting for its answer: to a question, or to a longer limit. */
function isPassedUp(complaint: Complaint): boolean {
  const reached = (complaint.escalation?.rung ?? 0) >= headOfficeRung
  const isAsked = complaint.extensionAsked?.approver === 'headOfficeSq'
  return reached || isAsked || activePause(complaint)?.withHeadOffice === true
}

/** Whoever is in its channel or was called about it sees the masked case. */
function broughtIn({ members, clocks, higherReview }: Complaint): string[] {
  const called = clocks.flatMap((run) => run.called)
  const reviewer = higherReview ? [higherReview.reviewer] : []
  return [...new Set([...members.map(({ person }) => person), ...called, ...reviewer])]
}
