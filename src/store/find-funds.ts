import { type Kysely, type Selectable, sql } from 'kysely'
import type { LikeUse } from '../fund/fund.ts'
import { fundRules } from '../fund/fund-rules.ts'
import { isoOf } from '../matter/iso.ts'
import type { Database, FundTable } from './database.ts'

/** A fund in a list; balances in fen, instants as ISO strings. */
export interface FundRow {
  readonly id: string
  readonly number: string
  readonly branch: string
  readonly year: number
  readonly status: string
  readonly budget: number
  readonly available: number
  readonly reserved: number
  readonly advanced: number
  readonly spent: number
  readonly awaited: readonly string[]
  readonly nextDue?: string
}

/** A request for money as a complaint's card, a list or a report shows it; the amount in fen. */
export interface FundUse {
  readonly fund: string
  readonly request: number
  readonly number: string
  readonly status: string
  readonly amount: number
  readonly by: string
  readonly at: string
}

/** Where a number leads: to a fund (`F2026`), or to one of its requests (`F2026-007`, also `F2026-7`). */
export interface FundFound {
  readonly id: string
  readonly request?: number
}

/** Every branch's fund of that number, as numbers are per branch; none for anything that is no such number. */
export async function findFundsByNumber(db: Kysely<Database>, number: string): Promise<FundFound[]> {
  const [, year, request] = /^F(\d{4})(?:-(\d{1,6}))?$/.exec(number) ?? []
  if (year === undefined) return []
  const rows = await db
    .selectFrom('fund')
    .select('id')
    .where('number', '=', `F${year}`)
    .orderBy('branch')
    .execute()
  return rows.map(({ id }) => ({ id, ...(request !== undefined && { request: Number(request) }) }))
}

/** The funds of a branch, the newest year first. */
export async function findFundsOf(db: Kysely<Database>, branch: string): Promise<FundRow[]> {
  const rows = await db
    .selectFrom('fund')
    .selectAll()
    .where('branch', '=', branch)
    .orderBy('year', 'desc')
    .execute()
  return rows.map(rowOf)
}

/** The funds in which something waits for this person, the most urgent first. */
export async function findFundsAwaiting(db: Kysely<Database>, person: string): Promise<FundRow[]> {
  const rows = await db
    .selectFrom('fund')
    .selectAll()
    .where('status', '<>', 'closed')
    .where(sql<boolean>`awaited @> array[${person}]::text[]`)
    .orderBy(sql`next_due nulls last`)
    .execute()
  return rows.map(rowOf)
}

/** All money asked for in one complaint, the oldest request first. */
export async function findUsesOf(db: Kysely<Database>, complaint: string): Promise<FundUse[]> {
  const { rows } = await sql<FundUse>`
    select matter.id as fund, (use->>'no')::int as request, use->>'number' as number, use->>'status' as status,
      (use->>'amount')::float8 as amount, use->>'by' as by, use->>'at' as at
    from matter, jsonb_array_elements(state->'requests') as use
    where kind = 'fund' and use->'about'->>'complaint' = ${complaint}
    order by use->>'at', use->>'number'`.execute(db)
  return rows
}

/** The last payments of the same kind in the branch, over all years, the newest first: what a new request compares with. */
export async function findLikeUses(
  db: Kysely<Database>,
  { branch, kind }: { branch: string; kind: string },
): Promise<LikeUse[]> {
  const { rows } = await sql<LikeUse>`
    select use->>'number' as number, (use->>'amount')::float8 as amount, use->'payment'->>'paidAt' as at
    from matter, jsonb_array_elements(state->'requests') as use
    where matter.kind = 'fund' and state->>'branch' = ${branch} and use->>'kind' = ${kind} and use ? 'payment'
    order by use->'payment'->>'paidAt' desc limit ${fundRules.likeUses}`.execute(db)
  return rows
}

function rowOf({
  next_due,
  budget,
  available,
  reserved,
  advanced,
  spent,
  ...row
}: Selectable<FundTable>): FundRow {
  return {
    ...row,
    budget: Number(budget),
    available: Number(available),
    reserved: Number(reserved),
    advanced: Number(advanced),
    spent: Number(spent),
    ...(next_due && { nextDue: isoOf(next_due) }),
  }
}
