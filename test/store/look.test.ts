import { expect } from 'vitest'
import { type Handle, createHandle } from '../../src/handle.ts'
import { clockActor } from '../../src/matter/actor.ts'
import { complaintMatter } from '../../src/complaint/matter.ts'
import type { Complaint } from '../../src/complaint/complaint.ts'
import { readJournal } from '../../src/store/journal.ts'
import { verifyJournals } from '../../src/store/verify-journal.ts'
import { test } from '../support/database.ts'
import { type Door, aDoor, officer } from '../support/door.ts'

/** The clock's door, in which something happens once between reading the matter and saving what was decided. */
function interrupted(door: Door, meanwhile: () => Promise<unknown>): Handle {
  let happened = false
  const inForce: Door['inForce'] = {
    ...door.inForce,
    async rulebook(version, reader) {
      if (version !== undefined && !happened) {
        happened = true
        await meanwhile()
      }
      return door.inForce.rulebook(version, reader)
    },
  }
  return createHandle({ db: door.db, inForce, now: door.clock.now, ring: () => {} })
}

async function typesOf(door: Door, id: string): Promise<string[]> {
  const lines = await readJournal(door.db, 'complaint', id)
  return lines.map(({ event }) => complaintMatter.parseEvent(event).type)
}

test('somebody acts while the clock looks: the clock sees the new state and both are kept, in one order', async ({
  database,
}) => {
  const door = aDoor(database)
  const { id } = (await door.file()).state
  // Two days later the triage is long overdue.
  door.clock.set('2026-11-26T03:00:00Z')
  const escalate = { step: 'escalate', reason: 'outletCannotSolve', remark: '样例' } as const
  const tick = interrupted(door, () => door.handle('complaint', id, escalate, officer))
  await tick('complaint', id, { step: 'tick' }, clockActor)

  const types = await typesOf(door, id)
  expect(types.slice(0, 2)).toEqual(['filed', 'escalated'])
  expect(types).toContain('rungReached')
  expect((await verifyJournals(door.db)).broken).toEqual([])
  const lines = await readJournal(door.db, 'complaint', id)
  const folded = lines.reduce<Complaint | undefined>(
    (state, { event }) => complaintMatter.evolve(state, complaintMatter.parseEvent(event)),
    undefined,
  )
  const row = await door.db.selectFrom('matter').select('state').where('id', '=', id).executeTakeFirst()
  expect(row?.state).toEqual(folded)
})

test('a look that decides nothing leaves alone what somebody changed meanwhile', async ({ database }) => {
  const door = aDoor(database)
  const { id } = (await door.file()).state
  const relevel = { step: 'relevel', level: 'L1', reason: '样例' } as const
  const tick = interrupted(door, () => door.handle('complaint', id, relevel, officer))
  await tick('complaint', id, { step: 'tick' }, clockActor)

  expect(await typesOf(door, id)).not.toContain('rungReached')
  const row = await door.db.selectFrom('complaint').select('level').where('id', '=', id).executeTakeFirst()
  expect(row?.level).toBe('L1')
})
