import type { Kysely } from 'kysely'
import type { Handle } from './handle.ts'
import { clockActor } from './matter/actor.ts'
import type { Database } from './store/database.ts'
import { type OpenDues, findOpenDues } from './store/find-complaints.ts'

/** A complaint whose due times a changed calendar moved: its number, and both times before and after as ISO strings. */
export interface Moved {
  readonly number: string
  readonly from: OpenDues['dues']
  readonly to: OpenDues['dues']
}

/**
 * Looks at every open complaint again under the calendar of now, each through the door in a transaction of its own, and
 * answers those whose due times moved (design, section 2, Clocks). Run twice, the second run moves nothing.
 */
export async function recalendar(db: Kysely<Database>, handle: Handle): Promise<Moved[]> {
  const before = await findOpenDues(db)
  for (const { id } of before) {
    // oxlint-disable-next-line no-await-in-loop -- each in its own short transaction, once in a year
    await handle('complaint', id, { step: 'tick' }, clockActor)
  }
  const after = new Map((await findOpenDues(db)).map((each) => [each.id, each]))
  return before.flatMap(({ id, number, dues }) => {
    const now = after.get(id)?.dues
    return now && JSON.stringify(now) !== JSON.stringify(dues) ? [{ number, from: dues, to: now }] : []
  })
}
