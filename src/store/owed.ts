import { type Kysely, sql } from 'kysely'
import type { Database } from './database.ts'

/** Seconds since the oldest alarm and the oldest effect were owed (0 where nothing is), and how many effects wait or were set aside. */
export interface Owed {
  readonly alarmSeconds: number
  readonly effectSeconds: number
  readonly effects: number
  readonly setAside: number
}

/** What is owed at this instant: the pulse of the house. */
export async function readOwed(db: Kysely<Database>, now: Temporal.Instant): Promise<Owed> {
  const at = now.toString()
  const { rows } = await sql<Owed>`
    select
      coalesce(extract(epoch from ${at}::timestamptz - (select min(alarm_at) from matter where alarm_at <= ${at})), 0)::float8 as "alarmSeconds",
      coalesce(extract(epoch from ${at}::timestamptz - min(due_at) filter (where set_aside_at is null and due_at <= ${at})), 0)::float8 as "effectSeconds",
      (count(*) filter (where set_aside_at is null))::int as "effects",
      (count(*) filter (where set_aside_at is not null))::int as "setAside"
    from outbox where done_at is null`.execute(db)
  const [owed] = rows
  if (!owed) throw new Error('The database gave no answer to what is owed.')
  return owed
}
