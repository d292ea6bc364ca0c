import { randomUUID } from 'node:crypto'
import { sql } from 'kysely'
import { expect } from 'vitest'
import { type RevealAsked, createReveal } from '../../src/reveal.ts'
import { eraseKey, findAllSealed, findByDigest } from '../../src/store/vault.ts'
import { digestsOf } from '../../src/vault/personal.ts'
import { test } from '../support/database.ts'
import { type Door, aDoor, aSealedCustomer, masterKey } from '../support/door.ts'

/** A case with an invented customer, and the door to their data. */
async function aCase(door: Door, respondents: string[] = []) {
  const caseId = randomUUID()
  await door.file({ id: caseId, respondents, sealed: aSealedCustomer(caseId) })
  const { db, inForce, clock } = door
  const reveal = createReveal({ db, inForce, now: clock.now, masterKey })
  const asked: RevealAsked = { caseId, field: 'phone', by: 'p-zhou-lin', reason: 'contactCustomer' }
  return { caseId, asked, reveal }
}

const logged = ({ db }: Door) => db.selectFrom('access_log').selectAll().execute()

test('with the right and a reason a field is shown, and the access log says who saw what and why', async ({
  database: { db },
}) => {
  const door = aDoor({ db })
  const { caseId, asked, reveal } = await aCase(door)
  expect(await reveal({ ...asked, remark: '样例' })).toBe('13800000000')
  expect(await logged(door)).toEqual([
    {
      id: '1',
      at: door.clock.now(),
      person: 'p-zhou-lin',
      case_id: caseId,
      field: 'phone',
      reason: 'contactCustomer',
      remark: '样例',
    },
  ])
})

test('what cannot be logged is not shown', async ({ database: { db } }) => {
  const door = aDoor({ db })
  const { asked, reveal } = await aCase(door)
  await sql`alter table access_log add constraint full_disk check (id > 1000)`.execute(db)
  await expect(reveal(asked)).rejects.toThrow('full_disk')
})

test.for<[string, Partial<RevealAsked>, string]>([
  ['somebody without the right', { by: 'p-yu-qing' }, 'not-you'],
  ['the system admin', { by: 'p-shi-lei' }, 'not-you'],
  ['somebody whom nobody knows', { by: 'p-nobody' }, 'not-you'],
  ['a reason that the pack does not list', { reason: 'curiosity' }, 'unknown-choice'],
  ['a field that was never given', { field: 'idNumber' }, 'not-found'],
  ['a field that does not exist', { field: 'story' }, 'not-found'],
  ['a case that does not exist', { caseId: randomUUID() }, 'not-found'],
])('%s is refused, shown nothing and not logged', async ([, other, code], { database: { db } }) => {
  const door = aDoor({ db })
  const { asked, reveal } = await aCase(door)
  await expect(reveal({ ...asked, ...other })).rejects.toMatchObject({ name: 'Refusal', code })
  expect(await logged(door)).toEqual([])
})

test('the one complained about sees nothing of the case, whatever their post', async ({
  database: { db },
}) => {
  const door = aDoor({ db })
  const { asked, reveal } = await aCase(door, ['p-zhou-lin'])
  await expect(reveal(asked)).rejects.toMatchObject({ code: 'recused' })
  expect(await logged(door)).toEqual([])
})

test('with its key erased a case shows nothing to anybody and is found by nothing of its customer', async ({
  database: { db },
}) => {
  const door = aDoor({ db })
  const { caseId, asked, reveal } = await aCase(door)
  const digests = digestsOf(masterKey, { phone: '13800000000' })
  expect(await findByDigest(db, digests)).toEqual([caseId])
  expect(await findAllSealed(db, caseId)).toHaveLength(2)
  await db.transaction().execute((trx) => eraseKey(trx, caseId))
  await expect(reveal(asked)).rejects.toMatchObject({ code: 'not-found' })
  expect(await logged(door)).toEqual([])
  expect(await findByDigest(db, digests)).toEqual([])
  expect(await findAllSealed(db, caseId)).toEqual([])
})

test('nothing of the customer stands in clear anywhere in the database', async ({ database: { db } }) => {
  const door = aDoor({ db })
  const { asked, reveal } = await aCase(door)
  await reveal(asked)
  const tables = [
    'matter',
    'journal',
    'outbox',
    'complaint',
    'vault_field',
    'vault_key',
    'vault_digest',
    'access_log',
  ]
  for (const table of tables) {
    const { rows } = await sql<{
      all: string
    }>`select string_agg(t::text, ' ') as all from ${sql.table(table)} t`.execute(db)
    expect(rows[0]?.all ?? '').not.toMatch(/13800000000|样例人/)
  }
})

test('an outlet manager sees clear data for as long after the closing as the pack says', async ({
  database: { db },
}) => {
  await sql`update policy_pack set document = jsonb_set(document, '{reveal,untilDaysAfterClose}', '5')`.execute(
    db,
  )
  const door = aDoor({ db })
  const { caseId, asked, reveal } = await aCase(door)
  const closing = JSON.stringify({ at: door.clock.now().toString(), by: 'p-zhou-lin' })
  await sql`update matter set state = jsonb_set(state, '{closing}', ${closing}::jsonb) where id = ${caseId}`.execute(
    db,
  )

  door.clock.push({ hours: 3 * 24 })
  expect(await reveal({ ...asked, by: 'p-xie-fei' })).toBe('13800000000')
  door.clock.push({ hours: 7 * 24 })
  await expect(reveal({ ...asked, by: 'p-xie-fei' })).rejects.toMatchObject({ code: 'not-you' })
})
