import type { Kysely } from 'kysely'
import type { MatterKind } from '../matter/effect.ts'
import type { Database } from './database.ts'

/** The states of several matters of a kind by their ids, without a lock: for showing. */
export async function findStates(
  db: Kysely<Database>,
  kind: MatterKind,
  ids: readonly string[],
): Promise<ReadonlyMap<string, unknown>> {
  if (ids.length === 0) return new Map()
  const query = db.selectFrom('matter').select(['id', 'state']).where('kind', '=', kind)
  const rows = await query.where('id', 'in', [...ids]).execute()
  return new Map(rows.map(({ id, state }) => [id, state]))
}
