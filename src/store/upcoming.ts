import type { Kysely } from 'kysely'
import type { MatterKind } from '../matter/effect.ts'
import type { Database } from './database.ts'

/** A matter and the instant at which it is next looked at. */
export interface UpcomingMatter {
  readonly kind: MatterKind
  readonly id: string
  readonly at: Temporal.Instant
  readonly state: unknown
}

/** The next so many alarms with their matters, those that are owed by now first. */
export async function upcomingMatters(db: Kysely<Database>, limit: number): Promise<UpcomingMatter[]> {
  const rows = await db
    .selectFrom('matter')
    .select(['kind', 'id', 'state', 'alarm_at'])
    .where('alarm_at', 'is not', null)
    .orderBy('alarm_at')
    .orderBy('id')
    .limit(limit)
    .execute()
  return rows.flatMap(({ kind, id, state, alarm_at: at }) => (at ? [{ kind, id, state, at }] : []))
}
