import { type Transaction, sql } from 'kysely'
import type { Series } from '../matter/matter.ts'
import type { Database } from './database.ts'

/**
 * Locks a series until the transaction ends and answers the last number given in it, 0 for a series that begins. Gapless:
 * whoever begins a matter moves `last` on in the same transaction, so that a rollback gives the number back.
 */
export async function lockSeries(
  trx: Transaction<Database>,
  { branch, year, prefix }: Series,
): Promise<number> {
  const { rows } = await sql<{ last: number }>`
    insert into number_series as series (branch, year, prefix, last) values (${branch}, ${year}, ${prefix}, 0)
    on conflict (branch, year, prefix) do update set last = series.last
    returning last`.execute(trx)
  const last = rows[0]?.last
  if (last === undefined) throw new Error(`No number came back for the series ${prefix}${year} of ${branch}.`)
  return last
}

/** The number as people read it, such as `2026-00123`. */
export function numberText({ year, prefix, digits }: Series, count: number): string {
  return `${prefix}${year}-${String(count).padStart(digits, '0')}`
}
