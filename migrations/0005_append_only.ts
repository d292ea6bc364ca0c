import { type Kysely, sql } from 'kysely'

/** The journal and the access log only grow: by grant for every ordinary role, by trigger even for the owner. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`
    create function only_appended() returns trigger language plpgsql as $$
    begin
      raise exception '% only grows: % is not allowed; a correction is a new line', tg_table_name, tg_op;
    end $$`.execute(db)
  for (const table of ['journal', 'access_log']) {
    await sql`
      create trigger only_appended before update or delete or truncate on ${sql.table(table)}
      for each statement execute function only_appended()`.execute(db)
    await sql`revoke update, delete, truncate on ${sql.table(table)} from public, current_user`.execute(db)
  }
}
