import { type Kysely, sql } from 'kysely'
import type { Review } from '../review/review.ts'
import type { ReviewStatus } from '../review/lifecycle.ts'
import type { Database } from './database.ts'
import { numberPattern } from './find-actions.ts'

/** What a list of meetings asks for; every part given narrows it. */
export interface WantedReviews {
  readonly branch?: string
  readonly status?: ReviewStatus
  readonly awaited?: string
  /** Meetings with this complaint on their agenda. */
  readonly complaint?: string
  /** Meetings with a verdict about this unit. */
  readonly unit?: string
}

/** The meetings asked for, the latest first; `offset` and `limit` page through them. */
export async function findReviews(
  db: Kysely<Database>,
  { branch, status, awaited, complaint, unit }: WantedReviews,
  { offset, limit }: { offset: number; limit: number },
): Promise<Review[]> {
  const rows = await db
    .selectFrom('review')
    .innerJoin('matter', (join) => join.onRef('matter.id', '=', 'review.id').on('matter.kind', '=', 'review'))
    .select('matter.state')
    .where((eb) =>
      eb.and([
        ...(branch === undefined ? [] : [eb('review.branch', '=', branch)]),
        ...(status === undefined ? [] : [eb('review.status', '=', status)]),
        ...(awaited === undefined ? [] : [eb('review.awaited', '@>', eb.val([awaited]))]),
        ...(complaint === undefined ? [] : [eb('review.complaints', '@>', eb.val([complaint]))]),
        ...(unit === undefined ? [] : [eb('review.units', '@>', eb.val([unit]))]),
      ]),
    )
    .orderBy('review.meets_at', 'desc')
    .orderBy('review.number', 'desc')
    .offset(offset)
    .limit(limit)
    .execute()
  return rows.map(({ state }) => state as Review)
}

/** Which of these complaints are on the agenda of a meeting, or were decided by one that was not cancelled? */
export async function findReviewed(db: Kysely<Database>, complaints: readonly string[]): Promise<string[]> {
  if (complaints.length === 0) return []
  const rows = await db
    .selectFrom('review')
    .select('complaints')
    .where('complaints', '&&', sql<string[]>`${complaints}::text[]`)
    .where('status', '<>', 'cancelled')
    .execute()
  const found = new Set(rows.flatMap((row) => row.complaints))
  return complaints.filter((complaint) => found.has(complaint))
}

/** The ids of the meetings with this number (`R2026-001`, or `R1` for every year), the newest first; one a branch. */
export async function findReviewByNumber(db: Kysely<Database>, number: string): Promise<string[]> {
  const pattern = numberPattern('R', number)
  if (pattern === undefined) return []
  const query = db.selectFrom('review').select('id').where('number', 'like', pattern)
  const rows = await query.orderBy('number', 'desc').limit(20).execute()
  return rows.map(({ id }) => id)
}
