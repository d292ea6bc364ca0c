import type { Kysely } from 'kysely'
import type { Database } from './database.ts'

export interface CaseRow {
  readonly kind: 'complaint' | 'emergency'
  readonly id: string
  readonly number: string
  readonly status: string
  readonly begunAt: Temporal.Instant
}

/** The newest so many complaints and emergencies, the newest first. */
export async function everyCase(db: Kysely<Database>, limit: number): Promise<CaseRow[]> {
  const complaints = await db
    .selectFrom('complaint')
    .select(['id', 'number', 'status', 'logged_at as begunAt'])
    .orderBy('logged_at', 'desc')
    .limit(limit)
    .execute()
  const emergencies = await db
    .selectFrom('emergency')
    .select(['id', 'number', 'status', 'formed_at as begunAt'])
    .orderBy('formed_at', 'desc')
    .limit(limit)
    .execute()
  return [
    ...complaints.map((row) => ({ kind: 'complaint' as const, ...row })),
    ...emergencies.map((row) => ({ kind: 'emergency' as const, ...row })),
  ]
    .toSorted(
      (one, other) =>
        Temporal.Instant.compare(other.begunAt, one.begunAt) || (one.number < other.number ? 1 : -1),
    )
    .slice(0, limit)
}
