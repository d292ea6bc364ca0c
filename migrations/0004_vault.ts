import { type Kysely, sql } from 'kysely'

/** Personal data, encrypted per case, apart from everything else; who saw what of it, and why. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`
    create table vault_key (
      case_id uuid primary key,
      -- null: erased, and with it everything that was sealed under it
      wrapped_key bytea
    )`.execute(db)
  await sql`
    create table vault_field (
      case_id uuid not null references vault_key,
      field text not null,
      sealed bytea not null,
      primary key (case_id, field)
    )`.execute(db)
  await sql`
    create table vault_digest (
      case_id uuid not null references vault_key,
      kind text not null,
      digest text not null,
      primary key (kind, digest, case_id)
    )`.execute(db)
  await sql`
    create table access_log (
      id bigint generated always as identity primary key,
      at timestamptz not null,
      person text not null,
      case_id uuid not null,
      field text not null,
      reason text not null,
      remark text
    )`.execute(db)
}
