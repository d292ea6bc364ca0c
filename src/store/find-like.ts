import type { Kysely } from 'kysely'
import type { Database } from './database.ts'

/** Which complaints are like each other: the branch, the cause, and where named the business type and the unit. */
export interface LikeThese {
  readonly branch: string
  readonly cause: string
  readonly business?: string
  /** Where it happened, or who handled it. */
  readonly unit?: string
  readonly since: Temporal.Instant
}

/** The numbers of the complaints like these received after an instant, the oldest first: did the cause come back? */
export async function findLike(
  db: Kysely<Database>,
  { branch, cause, business, unit, since }: LikeThese,
): Promise<string[]> {
  const rows = await db
    .selectFrom('complaint')
    .select('number')
    .where('branch', '=', branch)
    .where('cause', '=', cause)
    .where('received_at', '>', since.toString() as never)
    .$if(business !== undefined, (query) => query.where('business', '=', business ?? ''))
    .$if(unit !== undefined, (query) =>
      query.where((eb) => eb.or([eb('outlet', '=', unit ?? ''), eb('handling_unit', '=', unit ?? '')])),
    )
    .orderBy('received_at')
    .execute()
  return rows.map(({ number }) => number)
}
