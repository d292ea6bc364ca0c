import { type Kysely, sql } from 'kysely'

/** The risk reserve fund of a branch and year: a further kind of matter, and the row by which lists and reports find it. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await allowKind(db, 'fund')
  // Money in fen. The rules keep every balance from falling below zero; the database would not hear of it either.
  await sql`
    create table fund (
      id uuid primary key,
      number text not null,
      branch text not null,
      year integer not null,
      status text not null check (status in ('proposed', 'open', 'closed')),
      budget bigint not null check (budget >= 0),
      available bigint not null check (available >= 0),
      reserved bigint not null check (reserved >= 0),
      advanced bigint not null check (advanced >= 0),
      spent bigint not null check (spent >= 0),
      awaited text[] not null,
      next_due timestamptz,
      unique (branch, year)
    )`.execute(db)
  await sql`create index fund_awaited on fund using gin (awaited) where status <> 'closed'`.execute(db)
}

/** Whichever kinds a matter may have by now, this one joins them: other migrations may have added theirs before. */
async function allowKind(db: Kysely<unknown>, kind: string): Promise<void> {
  const { rows } = await sql<{ definition: string }>`
    select pg_get_constraintdef(oid) as definition from pg_constraint
    where conname = 'matter_kind_check' and conrelid = 'matter'::regclass`.execute(db)
  const known = [...(rows[0]?.definition ?? '').matchAll(/'(\w+)'/g)].map(([, name]) => name)
  const kinds = [...new Set([...known, kind])].map((name) => `'${name}'`).join(', ')
  await sql`alter table matter drop constraint matter_kind_check`.execute(db)
  await sql`alter table matter add constraint matter_kind_check check (kind in (${sql.raw(kinds)}))`.execute(
    db,
  )
}
