import type { Kysely } from 'kysely'
import type { Complaint } from '../complaint/complaint.ts'
import type { ClosedCase } from '../review/agenda.ts'
import type { AgendaItem } from '../review/agenda-item.ts'
import type { Database } from './database.ts'

/** The branch's complaints closed in a period, with what the agenda's rule asks of each; the oldest closed first. */
export async function findClosedCases(
  db: Kysely<Database>,
  { branch, from, until }: { branch: string; from: Temporal.Instant; until: Temporal.Instant },
): Promise<ClosedCase[]> {
  const rows = await casesOf(db, branch)
    .where('complaint.closed_at', '>=', from.toString() as never)
    .where('complaint.closed_at', '<', until.toString() as never)
    .orderBy('complaint.closed_at')
    .execute()
  return rows.map(({ state, rung }) => closedCaseOf(state as Complaint, rung))
}

/** The branch's complaints with these numbers as items of an agenda, asked for by their number; unknown ones are left out. */
export async function findAgendaItems(
  db: Kysely<Database>,
  branch: string,
  numbers: readonly string[],
): Promise<AgendaItem[]> {
  if (numbers.length === 0) return []
  const rows = await casesOf(db, branch)
    .where('complaint.number', 'in', [...numbers])
    .orderBy('complaint.number')
    .execute()
  return rows.map(({ state }) => ({ ...itemOf(state as Complaint), why: ['asked'] }))
}

function casesOf(db: Kysely<Database>, branch: string) {
  return db
    .selectFrom('complaint')
    .innerJoin('matter', (join) =>
      join.onRef('matter.id', '=', 'complaint.id').on('matter.kind', '=', 'complaint'),
    )
    .select(['matter.state', 'complaint.rung'])
    .where('complaint.branch', '=', branch)
}

function closedCaseOf(complaint: Complaint, rung: number): ClosedCase {
  const { findings, closing, facts, repeats = 0, cycle } = complaint
  return {
    ...itemOf(complaint),
    repeat: repeats > 0 || cycle > 1 || (facts['repeatWithin90d'] ?? 0) > 0,
    ...(findings && { found: findings.fault }),
    ...(closing && { responsibility: closing.responsibility }),
    rung,
  }
}

function itemOf({
  id,
  number,
  level,
  outlet,
  handlingUnit,
  respondents,
  cause,
  business,
}: Complaint): Omit<AgendaItem, 'why'> {
  return {
    complaint: id,
    number,
    level,
    outlet,
    unit: handlingUnit ?? outlet,
    respondents: [...respondents],
    ...(cause !== undefined && { cause }),
    ...(business !== undefined && { business }),
  }
}
