import type { Kysely } from 'kysely'
import type { PostedMessage } from '../matter/outcome.ts'
import type { Database } from './database.ts'

export interface SlackMessage extends PostedMessage {
  readonly outboxId: string
  readonly stream: string
}

/** Keeps where a message of ours stands; a second note of the same effect changes nothing. */
export async function saveSlackMessage(
  db: Kysely<Database>,
  message: SlackMessage,
  now: Temporal.Instant,
): Promise<void> {
  await db
    .insertInto('slack_message')
    .values({
      outbox_id: message.outboxId,
      stream: message.stream,
      part: message.part,
      channel: message.channel,
      ts: message.ts,
      posted_at: now.toString(),
    })
    .onConflict((conflict) => conflict.column('outbox_id').doNothing())
    .execute()
}

/** The message that this effect already became, if it did. */
export async function findSlackMessage(
  db: Kysely<Database>,
  outboxId: string,
): Promise<{ channel: string; ts: string } | undefined> {
  return db
    .selectFrom('slack_message')
    .select(['channel', 'ts'])
    .where('outbox_id', '=', outboxId)
    .executeTakeFirst()
}

/** The live card of a matter in its channel. */
export async function findCard(
  db: Kysely<Database>,
  stream: string,
): Promise<{ channel: string; ts: string } | undefined> {
  return db
    .selectFrom('slack_message')
    .select(['channel', 'ts'])
    .where('stream', '=', stream)
    .where('part', '=', 'card')
    .orderBy('outbox_id', 'desc')
    .limit(1)
    .executeTakeFirst()
}

export async function findBranchChannel(db: Kysely<Database>, branch: string): Promise<string | undefined> {
  const row = await db
    .selectFrom('branch_channel')
    .select('channel')
    .where('branch', '=', branch)
    .executeTakeFirst()
  return row?.channel
}

/** Keeps which channel is the branch's now: another one where the one before is lost. */
export async function saveBranchChannel(
  db: Kysely<Database>,
  channel: { branch: string; channel: string; name: string },
): Promise<void> {
  await db
    .insertInto('branch_channel')
    .values(channel)
    .onConflict((conflict) =>
      conflict.column('branch').doUpdateSet({ channel: channel.channel, name: channel.name }),
    )
    .execute()
}
