import { type Kysely, sql } from 'kysely'
import { Effect, type Lane, type LanedEffect, lanes } from '../matter/effect.ts'
import type { Database } from './database.ts'

/** One effect on its way out. `attempts` counts this one; `waits` those that were not the effect's own failure. */
export interface Claimed {
  readonly id: string
  readonly stream: string
  readonly effect: Effect
  readonly attempts: number
  readonly waits: number
}

/** Longer than any call to Slack may take: after that the claim is free, for its process has died. */
const claimSeconds = 60

/** Effects that failed this often are set aside for an operator. */
export const mostAttempts = 12

/**
 * Claims the next due effects, at most one per stream, the most urgent lane first and the oldest first within it. With
 * `upTo`, only those of that lane and of more urgent ones.
 */
export async function claimEffects(
  db: Kysely<Database>,
  now: Temporal.Instant,
  limit: number,
  upTo: Lane = 'digest',
): Promise<Claimed[]> {
  const at = now.toString()
  const { rows } = await sql<Claimed & { effect: unknown; lane: number }>`
    with next as materialized (
      select id from outbox_next
      where lane <= ${lanes.indexOf(upTo)} and due_at <= ${at} and (claimed_until is null or claimed_until <= ${at})
      order by lane, id limit ${limit} for update skip locked)
    update outbox set claimed_until = ${now.add({ seconds: claimSeconds }).toString()}, attempts = attempts + 1
    from next where outbox.id = next.id
    returning outbox.id, stream, effect, attempts, waits, lane`.execute(db)
  const inOrder = rows.toSorted((one, other) => one.lane - other.lane || Number(one.id) - Number(other.id))
  return inOrder.map(({ lane: _lane, ...row }) => ({ ...row, effect: Effect.parse(row.effect) }))
}

/** It is there. Said of every claim that succeeded, also of one that ran out meanwhile: sent is sent. */
export async function markDone(db: Kysely<Database>, id: string, now: Temporal.Instant): Promise<void> {
  await db
    .updateTable('outbox')
    .set({ done_at: now.toString(), claimed_until: null })
    .where('id', '=', id)
    .execute()
}

/** Which claim speaks: one that ran out and was taken by another process has nothing more to say. */
export type Claim = Pick<Claimed, 'id' | 'attempts'>

/**
 * Gives the effect back until an instant, with what went wrong (no personal data: an error code and a method). `wait`: it
 * was not the effect's own failure and does not count.
 */
export async function postpone(
  db: Kysely<Database>,
  claim: Claim,
  { until, error, kind }: { until: Temporal.Instant; error: string; kind: 'failure' | 'wait' },
): Promise<void> {
  await db
    .updateTable('outbox')
    .set((eb) => ({
      due_at: until.toString(),
      claimed_until: null,
      last_error: error,
      waits: kind === 'wait' ? eb('waits', '+', 1) : eb.ref('waits'),
    }))
    .where('id', '=', claim.id)
    .where('attempts', '=', claim.attempts)
    .where('done_at', 'is', null)
    .execute()
}

/** Set aside: it will not succeed, an operator is told, and the effects behind it move on. */
export async function setAside(
  db: Kysely<Database>,
  claim: Claim,
  now: Temporal.Instant,
  error: string,
): Promise<void> {
  await db
    .updateTable('outbox')
    .set({ set_aside_at: now.toString(), claimed_until: null, last_error: error })
    .where('id', '=', claim.id)
    .where('attempts', '=', claim.attempts)
    .where('done_at', 'is', null)
    .execute()
}

export interface KeyedEffect extends LanedEffect {
  readonly stream: string
  readonly key: string
}

/** Puts effects that no matter asked for, each once per key: the digests of a day. Answers how many were new. */
export async function putOnce(
  db: Kysely<Database>,
  effects: readonly KeyedEffect[],
  now: Temporal.Instant,
): Promise<number> {
  const at = now.toString()
  const puts = effects.map((put, place) => ({ ...put, place, lane: lanes.indexOf(put.lane) }))
  const { numAffectedRows } = await sql`
    insert into outbox (stream, key, lane, effect, put_at, due_at)
    select stream, key, lane, effect, ${at}, ${at}
    from jsonb_to_recordset(${JSON.stringify(puts)}::jsonb)
      as put(place integer, stream text, key text, lane smallint, effect jsonb)
    order by place
    on conflict (key) do nothing`.execute(db)
  return Number(numAffectedRows ?? 0n)
}

/** When is the next waiting effect due? Undefined where nothing waits. */
export async function nextEffectDue(db: Kysely<Database>): Promise<Temporal.Instant | undefined> {
  const row = await db
    .selectFrom('outbox_next')
    .select('due_at')
    .orderBy('due_at')
    .limit(1)
    .executeTakeFirst()
  return row?.due_at
}
