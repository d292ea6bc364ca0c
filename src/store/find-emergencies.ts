import type { Kysely } from 'kysely'
import type { Database } from './database.ts'

/**
 * The ids of the emergencies with this number: `E2026-001`, or its short form `E1` for every year, the newest first. Numbers
 * are per branch, so there may be several; none for anything that is no such number.
 */
export async function findEmergencyByNumber(db: Kysely<Database>, number: string): Promise<string[]> {
  const [, year, digits] = /^E(?:(\d{4})-)?(\d{1,9})$/.exec(number) ?? []
  if (digits === undefined) return []
  const padded = digits.padStart(3, '0')
  const rows = await db
    .selectFrom('emergency')
    .select('id')
    .where((eb) =>
      year === undefined ? eb('number', 'like', `E%-${padded}`) : eb('number', '=', `E${year}-${padded}`),
    )
    .orderBy('number', 'desc')
    .limit(20)
    .execute()
  return rows.map(({ id }) => id)
}
