import { expect } from 'vitest'
import { readJournal } from '../../src/store/journal.ts'
import { test } from '../support/database.ts'
import { aDoor, aTriage, officer } from '../support/door.ts'

const contact = { step: 'contact', contactAt: '2026-11-24T02:58:00Z', mode: 'phone', reached: 'yes' } as const

test('a form sent twice says its thing once, one after the other and at the same moment', async ({
  database,
}) => {
  const door = aDoor(database)
  const { id } = (await door.file()).state
  const send = (form: string) => door.handle('complaint', id, contact, officerOfTheCase, { form })

  expect((await send('first')).events).toBe(1)
  const again = await send('first')
  expect(again.events).toBe(0)
  expect(again.state.contacts).toHaveLength(1)

  const answers = await Promise.all(Array.from({ length: 5 }, () => send('second')))
  expect(answers.map(({ events }) => events).toSorted((one, other) => one - other)).toEqual([0, 0, 0, 0, 1])
  expect(await readJournal(door.db, 'complaint', id)).toHaveLength(3)
})

test('sent again when the case has gone on, it is still the same thing said, and no refusal', async ({
  database,
}) => {
  const door = aDoor(database)
  const { id } = (await door.file()).state
  await door.handle('complaint', id, aTriage, officer, { form: 'triage' })
  const again = await door.handle('complaint', id, aTriage, officer, { form: 'triage' })
  expect(again).toMatchObject({ events: 0, state: { status: 'triaged' } })
  await expect(door.handle('complaint', id, aTriage, officer, { form: 'another' })).rejects.toMatchObject({
    code: 'not-now',
  })
})

/** The invented outlet's complaint manager, who may contact the customer before anybody is dispatched. */
const officerOfTheCase = { kind: 'person', id: 'p-xie-fei' } as const
