import { expect } from 'vitest'
import { claimEffects } from '../../src/store/outbox.ts'
import { test } from '../support/database.ts'
import { aDoor, officer } from '../support/door.ts'

test('a complaint raised to level 1 takes its waiting ordinary messages into the first lane with it', async ({
  database,
}) => {
  const door = aDoor(database)
  const grave = await door.file()
  const ordinary = await door.file()
  await door.handle(
    'complaint',
    grave.state.id,
    { step: 'relevel', level: 'L1', reason: 'invented' },
    officer,
  )

  const lanes = await database.db
    .selectFrom('outbox')
    .select(['stream', 'lane'])
    .distinct()
    .orderBy('stream')
    .execute()
  expect(lanes.filter(({ stream }) => stream.endsWith(grave.state.id))).toMatchObject([{ lane: 0 }])
  expect(lanes.filter(({ stream }) => stream.endsWith(ordinary.state.id))).toMatchObject([{ lane: 2 }])
})

test('while ordinary lanes are held back only urgent effects can be claimed', async ({ database }) => {
  const door = aDoor(database)
  const grave = await door.file({ facts: { lifeThreat: 1 } })
  await door.file()

  const urgent = await claimEffects(database.db, door.clock.now(), 10, 'alert')
  expect(urgent.map(({ stream }) => stream)).toEqual([`complaint/${grave.state.id}`])
  expect(await claimEffects(database.db, door.clock.now(), 10)).toHaveLength(1)
})
