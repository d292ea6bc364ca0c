import { type Kysely, sql } from 'kysely'
import type { Emergency } from '../emergency/emergency.ts'
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

/** The emergency whose own channel this is; undefined for any other channel. */
export async function findEmergencyOfChannel(
  db: Kysely<Database>,
  channel: string,
): Promise<Emergency | undefined> {
  const row = await db
    .selectFrom('emergency')
    .innerJoin('matter', 'matter.id', 'emergency.id')
    .select('matter.state')
    .where('matter.kind', '=', 'emergency')
    .where(sql<boolean>`matter.state->'channel'->>'id' = ${channel}`)
    .executeTakeFirst()
  return row?.state as Emergency | undefined
}
