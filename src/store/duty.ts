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
