import type { Kysely } from 'kysely'
import { Effect, type Lane, lanes } from '../matter/effect.ts'
import type { Database } from './database.ts'

/** An effect of the outbox as it stands. */
export interface TrayRow {
  readonly id: string
  readonly stream: string
  readonly lane: Lane
  readonly effect: Effect
  readonly putAt: Temporal.Instant
  readonly state: 'waiting' | 'sent' | 'setAside'
  readonly attempts: number
  readonly lastError?: string
}

/** The newest so many effects of one stream, or of all, the newest first. */
export async function readTray(
  db: Kysely<Database>,
  { stream, limit }: { readonly stream?: string; readonly limit: number },
): Promise<TrayRow[]> {
  const rows = await db
    .selectFrom('outbox')
    .selectAll()
    .$if(stream !== undefined, (query) => query.where('stream', '=', stream ?? ''))
    .orderBy('id', 'desc')
    .limit(limit)
    .execute()
  return rows.map((row) => ({
    id: row.id,
    stream: row.stream,
    lane: lanes[row.lane] ?? 'digest',
    effect: Effect.parse(row.effect),
    putAt: row.put_at,
    state: row.done_at ? 'sent' : row.set_aside_at ? 'setAside' : 'waiting',
    attempts: row.attempts,
    ...(row.last_error !== null && { lastError: row.last_error }),
  }))
}
