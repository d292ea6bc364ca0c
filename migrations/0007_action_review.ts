import { type Kysely, sql } from 'kysely'

/** Improvement actions and review meetings: two more kinds of matter, and the rows by which lists and reports find them. */
export async function up(db: Kysely<unknown>): Promise<void> {
  // Whatever kinds the migrations before this one allowed stay allowed.
  await sql`
    do $$
    declare
      allowed text;
    begin
      select pg_get_expr(conbin, conrelid) into strict allowed
      from pg_constraint where conrelid = 'matter'::regclass and conname = 'matter_kind_check';
      alter table matter drop constraint matter_kind_check;
      execute format(
        'alter table matter add constraint matter_kind_check check ((%s) or kind in (%L, %L))',
        allowed, 'action', 'review');
    end $$`.execute(db)

  await sql`
    create table action (
      id uuid primary key,
      number text not null,
      branch text not null,
      unit text not null,
      status text not null check (status in ('open', 'done', 'lasting', 'cancelled')),
      owner text not null,
      root_cause text not null,
      kind text not null,
      origin_matter text,
      origin_id text,
      begun_at timestamptz not null,
      -- while it is open: by when it must be done; once it is done: when it is checked
      due_at timestamptz,
      finished_at timestamptz,
      -- how often the cause came back
      came_back integer not null,
      rung smallint not null,
      awaited text[] not null,
      unique (branch, number)
    )`.execute(db)
  await sql`create index action_open on action (branch, due_at) where status = 'open'`.execute(db)
  await sql`create index action_awaited on action using gin (awaited) where status in ('open', 'done')`.execute(
    db,
  )
  await sql`create index action_origin on action (origin_id) where origin_id is not null`.execute(db)

  await sql`
    create table review (
      id uuid primary key,
      number text not null,
      branch text not null,
      status text not null check (status in ('convened', 'held', 'minuted', 'closed', 'cancelled')),
      kind text not null check (kind in ('regular', 'special')),
      meets_at timestamptz not null,
      held_at timestamptz,
      closed_at timestamptz,
      due_at timestamptz,
      -- the cases on its agenda, the units that its verdicts are about
      complaints text[] not null,
      units text[] not null,
      awaited text[] not null,
      unique (branch, number)
    )`.execute(db)
  await sql`create index review_meets on review (branch, meets_at)`.execute(db)
  await sql`create index review_complaints on review using gin (complaints)`.execute(db)

  // Whether a cause came back is counted from here.
  await sql`create index complaint_cause on complaint (branch, cause, received_at)`.execute(db)
}
