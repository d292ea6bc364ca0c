import { randomUUID } from 'node:crypto'
import { type Kysely, sql } from 'kysely'
import { z } from 'zod'
import type { Database } from './database.ts'
import { migrateToLatest } from './migrate.ts'

/** Said of a database that the sandbox began, with what it was begun with. */
const Mark = z.strictObject({
  redress: z.literal('sandbox'),
  /** The text of the policy pack it plays under, where that is not the configured one. */
  policy: z.string().exactOptional(),
})
export type SandboxMark = Omit<z.infer<typeof Mark>, 'redress'>

/** The mark that the sandbox left on this database: only what bears it may be emptied. Undefined where there is none. */
export async function findSandboxMark(db: Kysely<Database>): Promise<SandboxMark | undefined> {
  const { rows } = await sql<{ said: string | null }>`
    select obj_description('public'::regnamespace, 'pg_namespace') as said`.execute(db)
  const read = Mark.safeParse(jsonOf(rows[0]?.said ?? ''))
  if (!read.success) return undefined
  return read.data.policy === undefined ? {} : { policy: read.data.policy }
}

function jsonOf(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}

/** Marks the database as the sandbox's own. */
export async function markSandbox(db: Kysely<Database>, mark: SandboxMark): Promise<void> {
  const said = JSON.stringify({ redress: 'sandbox', ...mark })
  await sql`comment on schema public is ${sql.lit(said)}`.execute(db)
}

/** May the sandbox call this migrated database its own? No matter is in it and no table of anybody else, and we own the schema. */
export async function mayMarkSandbox(db: Kysely<Database>): Promise<boolean> {
  const { rows } = await sql<{ may: boolean }>`
    select pg_has_role(nspowner, 'usage') and has_database_privilege(current_database(), 'create')
      and not exists (select from matter) as may
    from pg_namespace where nspname = 'public'`.execute(db)
  return rows[0]?.may === true && (await foreignTables(db)).length === 0
}

/** Tables, views and the like in our schema that no migration of ours makes. */
export async function foreignTables(db: Kysely<Database>): Promise<string[]> {
  const ours = await tablesOfMigrations(db)
  const all = await tablesIn(db, 'public')
  return all.filter((name) => !ours.includes(name))
}

/** What the migrations make: they run in a schema of their own, which is dropped again. */
async function tablesOfMigrations(db: Kysely<Database>): Promise<string[]> {
  const schema = `redress_look_${randomUUID().slice(0, 8)}`
  return db.connection().execute(async (one) => {
    await sql`create schema ${sql.id(schema)}`.execute(one)
    try {
      await sql`set search_path to ${sql.id(schema)}`.execute(one)
      await migrateToLatest(one, schema)
      return await tablesIn(one, schema)
    } finally {
      await sql`reset search_path`.execute(one)
      await sql`drop schema ${sql.id(schema)} cascade`.execute(one)
    }
  })
}

async function tablesIn(db: Kysely<Database>, schema: string): Promise<string[]> {
  const { rows } = await sql<{ name: string }>`
    select relname::text as name from pg_class join pg_namespace on pg_namespace.oid = relnamespace
    where nspname = ${schema} and relkind in ('r', 'p', 'v', 'm', 'f') order by relname`.execute(db)
  return rows.map(({ name }) => name)
}

/**
 * Empties a database of the sandbox: our schema and BullMQ's are dropped, ours is made anew and marked again. Nobody else may
 * be connected to it. Throws where it bears no mark of the sandbox or holds tables of somebody else; then nothing is dropped.
 */
export async function emptySandbox(db: Kysely<Database>, mark: SandboxMark): Promise<void> {
  const foreign = await foreignTables(db)
  if (!(await findSandboxMark(db)) || foreign.length > 0)
    throw new Error(
      `This database was not begun by the sandbox, or holds more than that (${foreign.join(', ') || 'no mark'}): it is not emptied.`,
    )
  await db.transaction().execute(async (trx) => {
    await sql`drop schema public cascade`.execute(trx)
    await sql`drop schema if exists bullmq cascade`.execute(trx)
    await sql`create schema public`.execute(trx)
    await markSandbox(trx, mark)
  })
}
