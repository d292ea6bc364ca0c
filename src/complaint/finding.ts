import type { Context, Finding } from '../matter/matter.ts'
import { ownersOf } from './callees.ts'
import { highestRung } from './calls.ts'
import { runningClocks } from './clocks.ts'
import type { Complaint } from './complaint.ts'
import { endedAt } from './ended-at.ts'
import { awaitedFor } from './react-waiting.ts'
import { isoOf } from '../matter/iso.ts'

/** The row of table `complaint`: what lists, searches and reports look for. The statutory clock has a column of its own. */
export function finding(complaint: Complaint, context: Context): Finding {
  const clocks = runningClocks(complaint, context.rulebook)
  const steps = clocks.filter(({ run }) => run.code !== 'statutory' && run.code !== 'overall')
  const [next] = steps
  const statutory = clocks.find(({ run }) => run.code === 'statutory')
  return {
    id: complaint.id,
    number: complaint.number,
    branch: complaint.branch,
    outlet: complaint.outlet,
    handling_unit: complaint.handlingUnit ?? null,
    level: complaint.level,
    status: complaint.status,
    source: complaint.source,
    business: complaint.business ?? null,
    cause: complaint.cause ?? null,
    owner: complaint.owner,
    handler: complaint.handler ?? null,
    filed_by: complaint.filedBy,
    awaited: [
      ...new Set([
        ...steps.flatMap(({ run }) => ownersOf(run.code, complaint, context)),
        ...awaitedFor(complaint, context),
      ]),
    ],
    respondents: complaint.respondents,
    received_at: complaint.receivedAt,
    logged_at: complaint.loggedAt,
    closed_at: endedAt(complaint) ?? null,
    next_due: next ? isoOf(next.due) : null,
    next_clock: next ? next.run.code : null,
    statutory_due: statutory ? isoOf(statutory.due) : null,
    rung: Math.max(
      complaint.escalation?.rung ?? 0,
      ...complaint.clocks.map(({ served }) => highestRung(served) ?? 0),
    ),
  }
}
