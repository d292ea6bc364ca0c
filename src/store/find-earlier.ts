import type { Kysely } from 'kysely'
import type { Database } from './database.ts'

/** Kinds of digest that identify one person: people share names. */
const identifying: readonly string[] = ['phone', 'idNumber', 'card', 'email']

/** The newest are enough to find what is open or was closed within any window. */
const mostFound = 50

/**
 * The states of the complaints of the same customer, the newest first: those that one of these keyed digests leads to, save
 * for a name's. `but` is the complaint that is being filed.
 */
export async function findEarlier(
  db: Kysely<Database>,
  digests: readonly { readonly kind: string; readonly digest: string }[],
  but: string,
): Promise<unknown[]> {
  const telling = digests.filter(({ kind }) => identifying.includes(kind))
  if (telling.length === 0) return []
  const rows = await db
    .selectFrom('matter')
    .select('state')
    .innerJoin('complaint', 'complaint.id', 'matter.id')
    .where('matter.kind', '=', 'complaint')
    .where('matter.id', '!=', but)
    .where('matter.id', 'in', (eb) =>
      eb
        .selectFrom('vault_digest')
        .select('case_id')
        .where((each) => each.or(telling.map(({ kind, digest }) => each.and({ kind, digest })))),
    )
    .orderBy('received_at', 'desc')
    .limit(mostFound)
    .execute()
  return rows.map(({ state }) => state)
}
