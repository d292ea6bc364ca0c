import { type Kysely, sql } from 'kysely'
import type { MatterKind } from '../matter/effect.ts'
import type { Database } from './database.ts'

export interface DueMatter {
  readonly kind: MatterKind
  readonly id: string
}

/** A claim not served within this time is free again: its process has died. */
const claimSeconds = 30

/** Claims up to so many matters whose alarm is due now, the longest due first; other processes pass them over. */
export async function claimDue(
  db: Kysely<Database>,
  { now, limit }: { now: Temporal.Instant; limit: number },
): Promise<DueMatter[]> {
  const at = now.toString()
  const { rows } = await sql<DueMatter & { alarm_at: Temporal.Instant }>`
    with due as materialized (
      select kind, id from matter
      where alarm_at <= ${at} and (alarm_claimed_until is null or alarm_claimed_until <= ${at})
      order by alarm_at, id limit ${limit} for update skip locked)
    update matter set alarm_claimed_until = ${now.add({ seconds: claimSeconds }).toString()}
    from due where matter.kind = due.kind and matter.id = due.id
    returning matter.kind, matter.id, matter.alarm_at`.execute(db)
  const inOrder = rows.toSorted((one, other) => Temporal.Instant.compare(one.alarm_at, other.alarm_at))
  return inOrder.map(({ kind, id }) => ({ kind, id }))
}

/**
 * The instants, in whole seconds (rounded down) and without doubles, at which something is due after now and, where given,
 * by then: what the bell must ring for.
 */
export async function nextAlarms(
  db: Kysely<Database>,
  now: Temporal.Instant,
  limit: number,
  by?: Temporal.Instant,
): Promise<Temporal.Instant[]> {
  const { rows } = await sql<{ at: Temporal.Instant }>`
    select distinct date_trunc('second', alarm_at) as at from matter
    where alarm_at > ${now.toString()} and alarm_at <= ${by?.toString() ?? 'infinity'}
    order by at limit ${limit}`.execute(db)
  return rows.map(({ at }) => at)
}
