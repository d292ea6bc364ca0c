import type { Kysely, Transaction } from 'kysely'
import type { Database } from './database.ts'

/**
 * Does what the house owes once under this name, whoever asks and however often: the work and the line that remembers it
 * are one transaction. Answers whether it was done now.
 */
export async function doOnce(
  db: Kysely<Database>,
  name: string,
  now: Temporal.Instant,
  work: (trx: Transaction<Database>) => Promise<void>,
): Promise<boolean> {
  const known = await db.selectFrom('duty').select('name').where('name', '=', name).executeTakeFirst()
  if (known) return false
  return db.transaction().execute(async (trx) => {
    const line = { name, done_at: now.toString() }
    const put = await trx
      .insertInto('duty')
      .values(line)
      .onConflict((conflict) => conflict.column('name').doNothing())
      .executeTakeFirst()
    if (!put.numInsertedOrUpdatedRows) return false
    await work(trx)
    return true
  })
}

/** Which of these were not done yet? */
export async function notDone(db: Kysely<Database>, names: readonly string[]): Promise<string[]> {
  if (names.length === 0) return []
  const query = db.selectFrom('duty').select('name')
  const known = new Set((await query.where('name', 'in', [...names]).execute()).map(({ name }) => name))
  return names.filter((name) => !known.has(name))
}

/** When was something whose name begins so last done? */
export async function lastDone(
  db: Kysely<Database>,
  beginning: string,
): Promise<Temporal.Instant | undefined> {
  const row = await db
    .selectFrom('duty')
    .select('done_at')
    .where((eb) => eb.fn<boolean>('starts_with', ['name', eb.val(beginning)]))
    .orderBy('done_at', 'desc')
    .limit(1)
    .executeTakeFirst()
  return row && Temporal.Instant.from(row.done_at.toString())
}

/** Remembers all of these as done, in one go; what is remembered already stays as it is. */
export async function markAllDone(
  db: Kysely<Database>,
  names: readonly string[],
  now: Temporal.Instant,
): Promise<void> {
  if (names.length === 0) return
  const lines = names.map((name) => ({ name, done_at: now.toString() }))
  await db
    .insertInto('duty')
    .values(lines)
    .onConflict((conflict) => conflict.column('name').doNothing())
    .execute()
}
