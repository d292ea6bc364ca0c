import type { Kysely } from 'kysely'
import type { Action } from '../action/action.ts'
import type { ActionStatus } from '../action/lifecycle.ts'
import type { Database } from './database.ts'

/** What a list of actions asks for; every part given narrows it. */
export interface WantedActions {
  readonly branch?: string
  /** For whom something waits: to carry it out, to answer an extension, to check. */
  readonly awaited?: string
  readonly unit?: string
  readonly status?: ActionStatus
  readonly rootCause?: string
  /** The complaint, meeting or emergency that they follow from. */
  readonly originId?: string
  readonly overdueAt?: Temporal.Instant
}

/** The actions asked for, the next due first and those without a due last; `offset` and `limit` page through them. */
export async function findActions(
  db: Kysely<Database>,
  { branch, awaited, unit, status, rootCause, originId, overdueAt }: WantedActions,
  { offset, limit }: { offset: number; limit: number },
): Promise<Action[]> {
  const rows = await db
    .selectFrom('action')
    .innerJoin('matter', (join) => join.onRef('matter.id', '=', 'action.id').on('matter.kind', '=', 'action'))
    .select('matter.state')
    .where((eb) =>
      eb.and([
        ...(branch === undefined ? [] : [eb('action.branch', '=', branch)]),
        ...(awaited === undefined ? [] : [eb('action.awaited', '@>', eb.val([awaited]))]),
        ...(unit === undefined ? [] : [eb('action.unit', '=', unit)]),
        ...(status === undefined ? [] : [eb('action.status', '=', status)]),
        ...(rootCause === undefined ? [] : [eb('action.root_cause', '=', rootCause)]),
        ...(originId === undefined ? [] : [eb('action.origin_id', '=', originId)]),
        ...(overdueAt === undefined
          ? []
          : [eb('action.status', '=', 'open'), eb('action.due_at', '<', overdueAt.toString() as never)]),
      ]),
    )
    .orderBy('action.due_at', (order) => order.nullsLast())
    .orderBy('action.number', 'desc')
    .offset(offset)
    .limit(limit)
    .execute()
  return rows.map(({ state }) => state as Action)
}

/** The ids of the actions with this number (`A2026-001`, or `A1` for every year), the newest first; one a branch. */
export async function findActionByNumber(db: Kysely<Database>, number: string): Promise<string[]> {
  const pattern = numberPattern('A', number)
  if (pattern === undefined) return []
  const query = db.selectFrom('action').select('id').where('number', 'like', pattern)
  const rows = await query.orderBy('number', 'desc').limit(20).execute()
  return rows.map(({ id }) => id)
}

/** `A2026-001` as it stands, `A1` as `A%-001`; undefined for anything that is no number of that letter. */
export function numberPattern(letter: 'A' | 'R', number: string): string | undefined {
  const [, found, year, digits] = /^([A-Z])(?:(\d{4})-)?(\d{1,9})$/.exec(number) ?? []
  if (digits === undefined || found !== letter) return undefined
  return `${letter}${year ?? '%'}-${digits.padStart(3, '0')}`
}
