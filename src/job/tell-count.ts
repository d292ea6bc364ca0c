import type { Kysely } from 'kysely'
import type { Handle } from '../handle.ts'
import { machineActor } from '../matter/actor.ts'
import type { Effect } from '../matter/effect.ts'
import type { Outcome } from '../matter/outcome.ts'
import { findLike } from '../store/find-like.ts'
import type { Database } from '../store/database.ts'

type CountLike = Extract<Effect, { kind: 'countLike' }>

/** Counts the complaints that an action asks about and tells it, through the door. Throws what the door throws. */
export async function tellCount(
  { db, handle }: { readonly db: Kysely<Database>; readonly handle: Handle },
  { stream }: { readonly stream: string },
  { kind: _kind, since, ...like }: CountLike,
): Promise<Outcome> {
  const id = stream.replace(/^action\//, '')
  const numbers = await findLike(db, { ...like, since: Temporal.Instant.from(since) })
  await handle('action', id, { step: 'checkEffect', count: numbers.length, numbers }, machineActor)
  return { kind: 'done' }
}
