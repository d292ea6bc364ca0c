import type { Kysely } from 'kysely'
import type { Database } from './database.ts'

/** The branch's complaints with this number, written in full (`2026-00123`) or without its year (`123`), the newest first. */
export async function findNumbersLike(
  db: Kysely<Database>,
  branch: string,
  number: string,
): Promise<string[]> {
  const pattern = number.includes('-') ? number : `%-${number.padStart(5, '0')}`
  const query = db.selectFrom('complaint').select('number').where('branch', '=', branch)
  const rows = await query.where('number', 'like', pattern).orderBy('number', 'desc').limit(20).execute()
  return rows.map((row) => row.number)
}
