import { type Kysely, type RawBuilder, sql } from 'kysely'
import { type LanedEffect, type MatterKind, lanes } from '../matter/effect.ts'
import type { Finding, Series } from '../matter/matter.ts'
import type { Database } from './database.ts'
import type { JournalLine } from './journal.ts'
import type { SealedCase } from './vault.ts'

export interface Saved {
  readonly kind: MatterKind
  readonly id: string
  readonly state: unknown
  readonly policyVersion: string
  readonly alarmAt: Temporal.Instant | undefined
  readonly lines: readonly JournalLine[]
  readonly effects: readonly LanedEffect[]
  readonly finding: Finding
  readonly now: Temporal.Instant
  /** Personal data given with the command. */
  readonly sealed?: SealedCase
}

/** How far a series has counted when these matters have begun. */
type Counted = Pick<Series, 'branch' | 'year' | 'prefix'> & { readonly last: number }

/**
 * Writes everything that one decision changes (of matters of one kind, begun together, of each of them) in one statement:
 * the state with its alarm, the journal lines, the effects in order, the row that lists and searches read, the personal
 * data, the number used. One round trip, because locks are held meanwhile.
 */
export async function saveMatters(
  db: Kysely<Database>,
  saved: readonly Saved[],
  counted?: Counted,
): Promise<void> {
  const [first] = saved
  if (!first) return
  const sealed = saved.flatMap((each) => (each.sealed?.fields.length ? [each.sealed] : []))
  await sql`
    with the_matters as (${insertMatters(saved, first.now)}),
    the_journal as (${insertLines(saved)}),
    the_effects as (${insertEffects(saved)})
    ${promoteBefore(saved)}
    ${counted ? sql`, the_series as (${moveSeries(counted)})` : sql``}
    ${sealed.length > 0 ? insertSealed(sealed) : sql``}
    ${insertFindings[first.kind](saved)}`.execute(db)
}

/** What a look that decided nothing leaves behind. */
export type Looked = Pick<Saved, 'kind' | 'id' | 'alarmAt' | 'finding' | 'now'> & { readonly seq: number }

/**
 * A look that decided nothing: the alarm moves, and what lists read follows a changed calendar. Where the matter has gone on
 * since its line `seq` was read, nothing is written: whoever moved it has set the alarm.
 */
export async function saveLook(db: Kysely<Database>, looked: Looked): Promise<void> {
  const { kind, id, seq, now } = looked
  const at = looked.alarmAt?.toString() ?? null
  await sql`
    with the_matter as (
      update matter set alarm_at = ${at}, alarm_claimed_until = ${claimAfter(sql`${at}::timestamptz`, now)}
      where kind = ${kind} and id = ${id} and journal_seq = ${seq} returning id)
    ${insertFindings[kind]([looked], onlyIfMoved)}`.execute(db)
}

const onlyIfMoved = sql`where exists (select from the_matter)`

function insertMatters(saved: readonly Saved[], now: Temporal.Instant): RawBuilder<unknown> {
  const rows = saved.map(({ kind, id, state, policyVersion, alarmAt, lines }) => {
    const last = lines.at(-1)
    if (!last) throw new Error(`Nothing happened to ${kind} ${id}; there is nothing to save.`)
    const journal = { journal_seq: last.seq, journal_hash: last.hash }
    return { kind, id, state, policy_version: policyVersion, alarm_at: alarmAt?.toString(), ...journal }
  })
  return sql`
    insert into matter (kind, id, state, policy_version, alarm_at, journal_seq, journal_hash)
    select kind, id, state, policy_version, alarm_at, journal_seq, journal_hash
    from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as row(kind text, id uuid, state jsonb, policy_version text,
      alarm_at timestamptz, journal_seq integer, journal_hash text)
    on conflict (kind, id) do update set state = excluded.state, alarm_at = excluded.alarm_at,
      alarm_claimed_until = ${claimAfter(sql`excluded.alarm_at`, now)},
      journal_seq = excluded.journal_seq, journal_hash = excluded.journal_hash`
}

/**
 * A served alarm gives its claim back. Where the next one is owed already, the claim stays until it runs out: rules that
 * disagree about what is owed cost a look now and then, not a loop.
 */
function claimAfter(alarmAt: RawBuilder<unknown>, now: Temporal.Instant): RawBuilder<unknown> {
  return sql`case when ${alarmAt} <= ${now.toString()}::timestamptz then matter.alarm_claimed_until end`
}

function insertLines(saved: readonly Saved[]): RawBuilder<unknown> {
  const rows = saved.flatMap(({ kind, id, lines }) => lines.map((line) => ({ kind, id, ...line })))
  return sql`
    insert into journal (kind, id, seq, at, actor, policy_version, event, previous_hash, hash, form)
    select kind, id, seq, at, actor, "policyVersion", event, "previousHash", hash, form
    from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as line(kind text, id uuid, seq integer, at timestamptz,
      actor jsonb, "policyVersion" text, event jsonb, "previousHash" text, hash text, form text)`
}

function insertEffects(saved: readonly Saved[]): RawBuilder<unknown> {
  const puts = saved.flatMap(({ kind, id, effects, now }) =>
    effects.map(({ lane, effect }) => ({
      stream: `${kind}/${id}`,
      lane: lanes.indexOf(lane),
      effect,
      at: now.toString(),
    })),
  )
  const rows = puts.map((put, place) => ({ place, ...put }))
  return sql`
    insert into outbox (stream, lane, effect, put_at, due_at)
    select stream, lane, effect, at, at
    from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb)
      as put(place integer, stream text, lane smallint, effect jsonb, at timestamptz)
    order by place`
}

/**
 * What is urgent must not wait behind ordinary effects of its own matter, which go out before it: they become as urgent. Nothing
 * to do, and nothing said, where nothing urgent is put.
 */
function promoteBefore(saved: readonly Saved[]): RawBuilder<unknown> {
  const urgent = saved.flatMap(({ kind, id, effects }) => {
    const lane = Math.min(...effects.map((each) => lanes.indexOf(each.lane)))
    return lane < lanes.indexOf('work') ? [{ stream: `${kind}/${id}`, lane }] : []
  })
  if (urgent.length === 0) return sql``
  return sql`, the_promoted as (
      update outbox set lane = urgent.lane
      from jsonb_to_recordset(${JSON.stringify(urgent)}::jsonb) as urgent(stream text, lane smallint)
      where outbox.stream = urgent.stream and outbox.lane > urgent.lane and done_at is null and set_aside_at is null)`
}

function moveSeries({ branch, year, prefix, last }: Counted): RawBuilder<unknown> {
  return sql`
    update number_series set last = ${last} where branch = ${branch} and year = ${year} and prefix = ${prefix}`
}

/** A case that has its key already gets further fields under it; what is there stays as it is. */
function insertSealed(sealed: readonly SealedCase[]): RawBuilder<unknown> {
  const keys = sealed.map(({ caseId, wrappedKey }) => ({ caseId, key: wrappedKey.toString('hex') }))
  const fields = sealed.flatMap(({ caseId, fields: of }) =>
    of.map(({ field, sealed: box }) => ({ caseId, field, box: box.toString('hex') })),
  )
  const digests = sealed.flatMap(({ caseId, digests: of }) =>
    of.map(({ kind, digest }) => ({ caseId, kind, digest })),
  )
  return sql`, the_keys as (
      insert into vault_key (case_id, wrapped_key) select "caseId", decode(key, 'hex')
      from jsonb_to_recordset(${JSON.stringify(keys)}::jsonb) as row("caseId" uuid, key text)
      on conflict (case_id) do nothing
    ), the_fields as (
      insert into vault_field (case_id, field, sealed) select "caseId", field, decode(box, 'hex')
      from jsonb_to_recordset(${JSON.stringify(fields)}::jsonb) as row("caseId" uuid, field text, box text)
      on conflict (case_id, field) do nothing
    ), the_digests as (
      insert into vault_digest (case_id, kind, digest) select "caseId", kind, digest
      from jsonb_to_recordset(${JSON.stringify(digests)}::jsonb) as row("caseId" uuid, kind text, digest text)
      on conflict (kind, digest, case_id) do nothing
    )`
}

/** Named one by one: a column added by a newer process is nothing to this one. */
const complaintColumns = sql.raw(
  `id, number, branch, outlet, handling_unit, level, status, source, business, cause, owner, handler, filed_by, awaited,
    respondents, received_at, logged_at, closed_at, next_due, next_clock, statutory_due, rung`,
)
const emergencyColumns = sql.raw('id, number, branch, status, formed_at, members')
const fundColumns = sql.raw(
  'id, number, branch, year, status, budget, available, reserved, advanced, spent, awaited, next_due',
)

/** The row that lists read, written into the table of its kind. */
const insertFindings = {
  complaint: insertComplaints,
  emergency: insertEmergencies,
  fund: insertFunds,
  action: insertActions,
  review: insertReviews,
} satisfies Record<MatterKind, unknown>

function insertComplaints(
  saved: readonly Pick<Saved, 'finding'>[],
  condition: RawBuilder<unknown> = sql``,
): RawBuilder<unknown> {
  return sql`
    insert into complaint (${complaintColumns}) select ${complaintColumns}
    from jsonb_populate_recordset(null::complaint, ${findingsOf(saved)}::jsonb) ${condition}
    on conflict (id) do update set
      handling_unit = excluded.handling_unit, level = excluded.level, status = excluded.status,
      business = excluded.business, cause = excluded.cause, owner = excluded.owner, handler = excluded.handler,
      awaited = excluded.awaited, closed_at = excluded.closed_at, next_due = excluded.next_due,
      next_clock = excluded.next_clock, statutory_due = excluded.statutory_due, rung = excluded.rung`
}

function insertEmergencies(
  saved: readonly Pick<Saved, 'finding'>[],
  condition: RawBuilder<unknown> = sql``,
): RawBuilder<unknown> {
  return sql`
    insert into emergency (${emergencyColumns}) select ${emergencyColumns}
    from jsonb_populate_recordset(null::emergency, ${findingsOf(saved)}::jsonb) ${condition}
    on conflict (id) do update set status = excluded.status, members = excluded.members`
}

const actionColumns = sql.raw(
  `id, number, branch, unit, status, owner, root_cause, kind, origin_matter, origin_id, begun_at, due_at, finished_at,
    came_back, rung, awaited`,
)
const reviewColumns = sql.raw(
  'id, number, branch, status, kind, meets_at, held_at, closed_at, due_at, complaints, units, awaited',
)

function insertActions(
  saved: readonly Pick<Saved, 'finding'>[],
  condition: RawBuilder<unknown> = sql``,
): RawBuilder<unknown> {
  return sql`
    insert into action (${actionColumns}) select ${actionColumns}
    from jsonb_populate_recordset(null::action, ${findingsOf(saved)}::jsonb) ${condition}
    on conflict (id) do update set
      status = excluded.status, owner = excluded.owner, due_at = excluded.due_at, finished_at = excluded.finished_at,
      came_back = excluded.came_back, rung = excluded.rung, awaited = excluded.awaited`
}

function insertReviews(
  saved: readonly Pick<Saved, 'finding'>[],
  condition: RawBuilder<unknown> = sql``,
): RawBuilder<unknown> {
  return sql`
    insert into review (${reviewColumns}) select ${reviewColumns}
    from jsonb_populate_recordset(null::review, ${findingsOf(saved)}::jsonb) ${condition}
    on conflict (id) do update set
      status = excluded.status, meets_at = excluded.meets_at, held_at = excluded.held_at, closed_at = excluded.closed_at,
      due_at = excluded.due_at, complaints = excluded.complaints, units = excluded.units, awaited = excluded.awaited`
}

function insertFunds(
  saved: readonly Pick<Saved, 'finding'>[],
  condition: RawBuilder<unknown> = sql``,
): RawBuilder<unknown> {
  return sql`
    insert into fund (${fundColumns}) select ${fundColumns}
    from jsonb_populate_recordset(null::fund, ${findingsOf(saved)}::jsonb) ${condition}
    on conflict (id) do update set
      status = excluded.status, budget = excluded.budget, available = excluded.available,
      reserved = excluded.reserved, advanced = excluded.advanced, spent = excluded.spent,
      awaited = excluded.awaited, next_due = excluded.next_due`
}

function findingsOf(saved: readonly Pick<Saved, 'finding'>[]): string {
  return JSON.stringify(saved.map(({ finding }) => finding))
}
