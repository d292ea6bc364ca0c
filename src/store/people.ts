import type { Kysely } from 'kysely'
import type { Database } from './database.ts'

/** A person as Slack knows them: where to write to, in which language and zone. */
export interface SlackPerson {
  readonly person: string
  readonly slackUser: string
  readonly language: 'zh-CN' | 'en'
  readonly timeZone: string
  readonly checkedAt: Temporal.Instant
}

export async function findSlackPeople(db: Kysely<Database>): Promise<SlackPerson[]> {
  const rows = await db.selectFrom('person_slack').selectAll().execute()
  return rows.map((row) => ({
    person: row.person,
    slackUser: row.slack_user,
    language: row.language,
    timeZone: row.time_zone,
    checkedAt: row.checked_at,
  }))
}

/** Keeps whom a Slack user stands for, in place of anybody else for whom this user stood before. */
export async function saveSlackPerson(db: Kysely<Database>, person: SlackPerson): Promise<void> {
  const values = {
    slack_user: person.slackUser,
    language: person.language,
    time_zone: person.timeZone,
    checked_at: person.checkedAt.toString(),
  }
  await db.transaction().execute(async (trx) => {
    await trx
      .deleteFrom('person_slack')
      .where('slack_user', '=', person.slackUser)
      .where('person', '<>', person.person)
      .execute()
    await trx
      .insertInto('person_slack')
      .values({ person: person.person, ...values })
      .onConflict((conflict) => conflict.column('person').doUpdateSet(values))
      .execute()
  })
}
