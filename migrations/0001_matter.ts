import { type Kysely, sql } from 'kysely'

/** The row is the state, the journal is the audit, the outbox is the tray. One shape for every kind of matter. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`
    create table matter (
      kind text not null check (kind in ('complaint', 'emergency')),
      id uuid not null,
      state jsonb not null,
      policy_version text not null,
      -- when it must next be looked at; the sweep and the bell both read this and nothing else
      alarm_at timestamptz,
      -- whoever looks at it now has it until then; a process that dies gives it back by itself
      alarm_claimed_until timestamptz,
      journal_seq integer not null check (journal_seq > 0),
      journal_hash text not null,
      primary key (kind, id)
    )`.execute(db)
  await sql`create index matter_alarm on matter (alarm_at) where alarm_at is not null`.execute(db)

  await sql`
    create table journal (
      kind text not null,
      id uuid not null,
      seq integer not null check (seq > 0),
      at timestamptz not null,
      actor jsonb not null,
      policy_version text not null,
      event jsonb not null,
      previous_hash text not null,
      hash text not null,
      -- the opening of the form that this came from: the same form sent again is the same thing said again
      form text,
      primary key (kind, id, seq)
    )`.execute(db)
  await sql`create unique index journal_form on journal (kind, id, form) where form is not null`.execute(db)

  await sql`
    create table outbox (
      id bigint generated always as identity primary key,
      -- effects of one stream go out strictly in order: 'complaint/<id>', 'person/<id>'
      stream text not null,
      lane smallint not null check (lane between 0 and 3),
      effect jsonb not null,
      -- a second effect with the same key is never put: digests of one day
      key text unique,
      put_at timestamptz not null,
      due_at timestamptz not null,
      claimed_until timestamptz,
      attempts integer not null default 0,
      -- of these, how often only Slack was away or wanted us to wait: they do not count against the effect
      waits integer not null default 0,
      last_error text,
      done_at timestamptz,
      set_aside_at timestamptz
    )`.execute(db)
  await sql`create index outbox_open on outbox (stream, id) where done_at is null and set_aside_at is null`.execute(
    db,
  )
  await sql`create index outbox_by_lane on outbox (lane, id) where done_at is null and set_aside_at is null`.execute(
    db,
  )
  await sql`create index outbox_owed on outbox (due_at) where done_at is null`.execute(db)
  // The oldest open effect of each stream: the one definition of "next" that the claim and the sweep share. By `min`, which
  // reads one entry of `outbox_open` even where the planner knows no statistics yet; `not exists` read them all.
  await sql`
    create view outbox_next as
    select o.* from outbox o
    where o.done_at is null and o.set_aside_at is null
      and o.id = (
        select min(open.id) from outbox open
        where open.stream = o.stream and open.done_at is null and open.set_aside_at is null
      )`.execute(db)

  await sql`
    create table number_series (
      branch text not null,
      year integer not null,
      prefix text not null,
      last integer not null,
      primary key (branch, year, prefix)
    )`.execute(db)
}
