import { type Kysely, sql } from 'kysely'

/** What lists, searches and reports look for, written in the same transaction as the matter itself. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`
    create table complaint (
      id uuid primary key,
      number text not null,
      branch text not null,
      outlet text not null,
      handling_unit text,
      level text not null check (level in ('L1', 'L2', 'L3')),
      status text not null,
      source text not null,
      business text,
      cause text,
      owner text not null,
      handler text,
      filed_by text not null,
      -- everybody for whom a step waits now, everybody complained about
      awaited text[] not null,
      respondents text[] not null,
      received_at timestamptz not null,
      logged_at timestamptz not null,
      closed_at timestamptz,
      next_due timestamptz,
      next_clock text,
      statutory_due timestamptz,
      rung smallint not null,
      unique (branch, number)
    )`.execute(db)
  await sql`create index complaint_number on complaint (number)`.execute(db)
  await sql`create index complaint_open on complaint (branch, next_due) where closed_at is null`.execute(db)
  await sql`create index complaint_awaited on complaint using gin (awaited) where closed_at is null`.execute(
    db,
  )
  await sql`create index complaint_owner on complaint (owner) where closed_at is null`.execute(db)
  await sql`create index complaint_handler on complaint (handler) where closed_at is null`.execute(db)
  await sql`create index complaint_filed_by on complaint (filed_by, logged_at)`.execute(db)

  await sql`
    create table emergency (
      id uuid primary key,
      number text not null,
      branch text not null,
      status text not null,
      formed_at timestamptz not null,
      members text[] not null,
      unique (branch, number)
    )`.execute(db)
}
