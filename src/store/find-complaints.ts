import { type Expression, type ExpressionBuilder, type Kysely, type SqlBool, sql } from 'kysely'
import type { ListRow } from '../complaint/list-row.ts'
import type { Status } from '../complaint/lifecycle.ts'
import { isoOf } from '../matter/iso.ts'
import type { MatterKind } from '../matter/effect.ts'
import type { Level } from '../policy/pack.ts'
import type { Database } from './database.ts'

/** What a list asks for; every part given narrows it. `person` means: owner, handler, or somebody a step waits for. */
export interface Wanted {
  readonly person?: string
  readonly filedBy?: string
  readonly overdueAt?: Temporal.Instant
  readonly open?: true
  /** An authority, a court or the media took it up: the ledger of referrals. */
  readonly referred?: true
  readonly level?: Level
  readonly status?: string
  readonly unit?: string
  readonly ids?: readonly string[]
  /** Words of what happened (scrubbed text), or part of a number: ours, or one that an authority gave it. */
  readonly words?: string
}

export interface FoundComplaint extends ListRow {
  /** For the rights: decided on the state, row by row. */
  readonly state: unknown
}

/** The complaints asked for, the next due first, closed ones last; `offset` and `limit` page through them. */
export async function findComplaints(
  db: Kysely<Database>,
  wanted: Wanted,
  { now, offset, limit }: { now: Temporal.Instant; offset: number; limit: number },
): Promise<FoundComplaint[]> {
  const rows = await db
    .selectFrom('complaint')
    .innerJoin('matter', (join) =>
      join.onRef('matter.id', '=', 'complaint.id').on('matter.kind', '=', 'complaint'),
    )
    .selectAll('complaint')
    .select('matter.state')
    .where((eb) => eb.and(conditions(eb, wanted)))
    .orderBy((eb) => eb('closed_at', 'is not', null))
    .orderBy('next_due', (order) => order.nullsLast())
    .orderBy('number', 'desc')
    .offset(offset)
    .limit(limit)
    .execute()
  return rows.map((row) => ({
    id: row.id,
    number: row.number,
    level: row.level,
    status: row.status as Status,
    outlet: row.outlet,
    owner: row.owner,
    receivedAt: isoOf(row.received_at),
    ...(row.next_due && { nextDue: isoOf(row.next_due) }),
    ...(row.next_clock && { nextClock: row.next_clock }),
    ...(row.statutory_due && { statutoryDue: isoOf(row.statutory_due) }),
    overdue:
      row.closed_at === null && row.next_due !== null && Temporal.Instant.compare(row.next_due, now) < 0,
    state: row.state,
  }))
}

type Builder = ExpressionBuilder<Database, 'complaint' | 'matter'>

function conditions(eb: Builder, wanted: Wanted): Expression<SqlBool>[] {
  const { person, filedBy, overdueAt, open, referred, level, status, unit, ids, words } = wanted
  return [
    ...(person === undefined ? [] : [concerns(eb, person)]),
    ...(filedBy === undefined ? [] : [eb('filed_by', '=', filedBy)]),
    ...(overdueAt === undefined ? [] : [eb('next_due', '<', overdueAt.toString() as never)]),
    ...(open || overdueAt ? [eb('closed_at', 'is', null)] : []),
    ...(referred ? [sql<SqlBool>`matter.state->'referrals' is not null`] : []),
    ...(level === undefined ? [] : [eb('level', '=', level)]),
    ...(status === undefined ? [] : [eb('status', '=', status)]),
    ...(unit === undefined ? [] : [eb.or([eb('outlet', '=', unit), eb('handling_unit', '=', unit)])]),
    ...(ids === undefined
      ? []
      : [ids.length === 0 ? sql<SqlBool>`false` : eb('complaint.id', 'in', [...ids])]),
    ...(words === undefined ? [] : [says(words)]),
  ]
}

function concerns(eb: Builder, person: string): Expression<SqlBool> {
  const awaited = sql<SqlBool>`awaited @> array[${person}]`
  return eb.or([eb('owner', '=', person), eb('handler', '=', person), awaited])
}

function says(words: string): Expression<SqlBool> {
  const pattern = `%${words.replace(/[\\%_]/g, (sign) => `\\${sign}`)}%`
  return sql<SqlBool>`(number ilike ${pattern} or matter.state->>'story' ilike ${pattern}
    or matter.state->>'externalNumber' ilike ${pattern}
    or exists (select from jsonb_array_elements(matter.state->'referrals') each where each->>'number' ilike ${pattern}))`
}

/**
 * The ids of the complaints with this number: `2026-00123`, or its short form `123` for the newest year first. Numbers are per
 * branch, so there may be several; none for anything that is no number.
 */
export async function findByNumber(db: Kysely<Database>, number: string): Promise<string[]> {
  if (!/^([A-Z]*\d{4}-)?\d{1,9}$/.test(number)) return []
  const rows = await db
    .selectFrom('complaint')
    .select(['id', 'number'])
    .where((eb) =>
      number.includes('-') ? eb('number', '=', number) : eb('number', 'like', `%-${number.padStart(5, '0')}`),
    )
    .orderBy('number', 'desc')
    .limit(20)
    .execute()
  return rows.map(({ id }) => id)
}

/** The due times of an open complaint as its row keeps them: the next step's and the statutory one, as ISO strings. */
export interface OpenDues {
  readonly id: string
  readonly number: string
  readonly dues: { readonly next?: string; readonly statutory?: string }
}

/** Every open complaint with its due times. */
export async function findOpenDues(db: Kysely<Database>): Promise<OpenDues[]> {
  const rows = await db
    .selectFrom('complaint')
    .select(['id', 'number', 'next_due', 'statutory_due'])
    .where('closed_at', 'is', null)
    .orderBy('number')
    .execute()
  return rows.map(({ id, number, next_due, statutory_due }) => ({
    id,
    number,
    dues: {
      ...(next_due && { next: isoOf(next_due) }),
      ...(statutory_due && { statutory: isoOf(statutory_due) }),
    },
  }))
}

/** The state of one matter, without a lock: for showing. */
export async function findState(db: Kysely<Database>, kind: MatterKind, id: string): Promise<unknown> {
  const row = await db
    .selectFrom('matter')
    .select('state')
    .where('kind', '=', kind)
    .where('id', '=', id)
    .executeTakeFirst()
  return row?.state
}

/** The people who have something open: owners, handlers, those a step waits for. */
export async function peopleWithOpenComplaints(db: Kysely<Database>): Promise<string[]> {
  const { rows } = await sql<{ person: string }>`
    select distinct person from complaint, unnest(awaited || owner || coalesce(handler, owner)) as person
    where closed_at is null order by person`.execute(db)
  return rows.map(({ person }) => person)
}
