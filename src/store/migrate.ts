import { promises as fs } from 'node:fs'
import path from 'node:path'
import { type Kysely, sql } from 'kysely'
import { FileMigrationProvider, Migrator } from 'kysely/migration'
import type { Database } from './database.ts'

/**
 * Brings the database to the newest migration; forward only. Returns the names of those it ran (none where another process
 * ran them meanwhile, for which it waits). Throws with the migration's name and the cause where one fails; what ran before
 * it stays.
 */
export async function migrate(db: Kysely<Database>): Promise<string[]> {
  return db.connection().execute(async (patient) => {
    await sql`set lock_timeout = 0; set statement_timeout = 0; set idle_in_transaction_session_timeout = 0`.execute(
      patient,
    )
    try {
      return await migrateToLatest(patient)
    } finally {
      await sql`reset lock_timeout; reset statement_timeout; reset idle_in_transaction_session_timeout`.execute(
        patient,
      )
    }
  })
}

/** As `migrate`, on the one connection that `db` is, with the notes of what ran in this schema (by default the first of the search path). */
export async function migrateToLatest(db: Kysely<Database>, schema?: string): Promise<string[]> {
  const migrationFolder = path.join(import.meta.dirname, '..', '..', 'migrations')
  const migrator = new Migrator({
    db,
    provider: new FileMigrationProvider({ fs, path, migrationFolder }),
    ...(schema !== undefined && { migrationTableSchema: schema }),
  })
  const { error, results = [] } = await migrator.migrateToLatest()
  const failed = results.find(({ status }) => status === 'Error')?.migrationName
  if (error)
    throw new Error(`Migration ${failed ?? '(none began)'} failed; the database stays as it was before it.`, {
      cause: error,
    })
  return results.map(({ migrationName }) => migrationName)
}
