import { type Kysely, sql } from 'kysely'
import type { Database } from './database.ts'

export interface StoredPackRow {
  readonly version: string
  readonly document: unknown
  readonly holidays: unknown
}

/** The pack of this version as it was stored; undefined where no such version was ever loaded. */
export async function findPack(db: Kysely<Database>, version: string): Promise<StoredPackRow | undefined> {
  return db
    .selectFrom('policy_pack')
    .select(['version', 'document', 'holidays'])
    .where('version', '=', version)
    .executeTakeFirst()
}

/** The version that new matters open under at this instant: the pack that came into effect last on its own local date. */
export async function packInForce(db: Kysely<Database>, now: Temporal.Instant): Promise<string | undefined> {
  const { rows } = await sql<{ version: string }>`
    select version from policy_pack
    where effective_from <= (${now.toString()}::timestamptz at time zone (document->'calendar'->>'timeZone'))::date
    order by effective_from desc, stored_at desc limit 1`.execute(db)
  return rows[0]?.version
}

/**
 * Keeps a pack under its version, once. Answers `changed` where another content already has that version: then the pack on
 * file must get a new version, since complaints were opened under the old content. The calendar may change under a version
 * (a year's notice arrives): it is replaced, and `recalendared` says that open clocks must be looked at again.
 */
export async function storePack(
  db: Kysely<Database>,
  pack: { version: string; effectiveFrom: string; document: unknown; holidays: unknown },
  now: Temporal.Instant,
): Promise<'stored' | 'known' | 'recalendared' | 'changed'> {
  const document = JSON.stringify(pack.document)
  const holidays = JSON.stringify(pack.holidays)
  const inserted = await db
    .insertInto('policy_pack')
    .values({
      version: pack.version,
      effective_from: pack.effectiveFrom,
      document,
      holidays,
      stored_at: now.toString(),
    })
    .onConflict((conflict) => conflict.column('version').doNothing())
    .executeTakeFirst()
  if ((inserted.numInsertedOrUpdatedRows ?? 0n) > 0n) return 'stored'
  const { rows } = await sql<{ moved: boolean }>`
    update policy_pack new set holidays = ${holidays}::jsonb from policy_pack old
    where new.version = ${pack.version} and new.document = ${document}::jsonb and old.version = new.version
    returning old.holidays <> new.holidays as moved`.execute(db)
  const [kept] = rows
  if (!kept) return 'changed'
  return kept.moved ? 'recalendared' : 'known'
}

export interface StoredOrganisation {
  readonly revision: number
  readonly document: unknown
}

export async function findOrganisation(db: Kysely<Database>): Promise<StoredOrganisation | undefined> {
  return db
    .selectFrom('organisation')
    .select(['revision', 'document'])
    .orderBy('revision', 'desc')
    .limit(1)
    .executeTakeFirst()
}

/** The number of the newest organisation; 0 where none was imported. */
export async function organisationRevision(db: Kysely<Database>): Promise<number> {
  const row = await db
    .selectFrom('organisation')
    .select((eb) => eb.fn.max('revision').as('revision'))
    .executeTakeFirst()
  return row?.revision ?? 0
}

/** Puts a new organisation in force, whole; every process reads it with its next decision. */
export async function storeOrganisation(
  db: Kysely<Database>,
  document: unknown,
  by: string,
  now: Temporal.Instant,
): Promise<number> {
  const row = await db
    .insertInto('organisation')
    .values({ document: JSON.stringify(document), imported_by: by, imported_at: now.toString() })
    .returning('revision')
    .executeTakeFirstOrThrow()
  return row.revision
}
