import { type Kysely, sql } from 'kysely'

/** The bank's rules and people as imported, and where Slack keeps what we sent. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`
    create table policy_pack (
      version text primary key,
      effective_from date not null,
      document jsonb not null,
      holidays jsonb not null,
      stored_at timestamptz not null
    )`.execute(db)

  await sql`
    create table organisation (
      revision integer generated always as identity primary key,
      document jsonb not null,
      imported_at timestamptz not null,
      imported_by text not null
    )`.execute(db)

  // What the house owes once, such as the digests of a day: whoever writes the line does it, in the same transaction.
  await sql`
    create table duty (
      name text primary key,
      done_at timestamptz not null
    )`.execute(db)

  await sql`
    create table person_slack (
      person text primary key,
      slack_user text not null unique,
      language text not null check (language in ('zh-CN', 'en')),
      time_zone text not null,
      checked_at timestamptz not null
    )`.execute(db)

  await sql`
    create table slack_message (
      outbox_id bigint primary key,
      stream text not null,
      part text not null check (part in ('card', 'notice', 'post', 'digest')),
      channel text not null,
      ts text not null,
      posted_at timestamptz not null
    )`.execute(db)
  await sql`create index slack_message_card on slack_message (stream) where part = 'card'`.execute(db)

  await sql`
    create table branch_channel (
      branch text primary key,
      channel text not null,
      name text not null
    )`.execute(db)
}
