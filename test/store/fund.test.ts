import { randomUUID } from 'node:crypto'
import { sql } from 'kysely'
import { expect } from 'vitest'
import type { Fund } from '../../src/fund/fund.ts'
import { fundIdOf } from '../../src/fund/fund-id.ts'
import { balancesOf } from '../../src/fund/ledger.ts'
import { fundMatter } from '../../src/fund/matter.ts'
import type { Matters } from '../../src/handle.ts'
import { clockActor } from '../../src/matter/actor.ts'
import { connect } from '../../src/store/connect.ts'
import {
  findFundsAwaiting,
  findFundsByNumber,
  findFundsOf,
  findLikeUses,
  findUsesOf,
} from '../../src/store/find-funds.ts'
import { readJournal } from '../../src/store/journal.ts'
import { verifyJournals } from '../../src/store/verify-journal.ts'
import { test } from '../support/database.ts'
import { type Door, aDoor } from '../support/door.ts'
import {
  about,
  approved,
  asked,
  asking,
  electors,
  finance,
  paying,
  proposed,
  settling,
  votes,
  yuan,
} from '../support/fund.ts'
import type { ToldOfFund } from '../support/given.ts'
import { who } from '../support/rulebook.ts'

const id = fundIdOf('branch-moumou', 2026)

function tell({ handle }: Pick<Door, 'handle'>, [by, command]: ToldOfFund, form?: string) {
  return handle('fund', id, command, { kind: 'person', id: by }, form === undefined ? {} : { form })
}

async function tellAll(door: Pick<Door, 'handle'>, ...told: readonly ToldOfFund[]): Promise<void> {
  // oxlint-disable-next-line no-await-in-loop -- one after the other, as people do
  for (const each of told) await tell(door, each)
}

function opened(budget: number): ToldOfFund[] {
  return [proposed(budget), ...votes(1, 'yes', electors.slice(0, 6))]
}

/** Paid a moment ago by the door's clock. */
function paid(
  { clock }: Door,
  more: Partial<Extract<Matters['fund']['command'], { step: 'pay' }>> = {},
): ToldOfFund {
  return [finance.liaison, paying(1, { paidAt: clock.now().toString(), ...more })]
}

async function stateIn({ db }: Pick<Door, 'db'>): Promise<Fund> {
  const row = await db.selectFrom('matter').select('state').where('id', '=', id).executeTakeFirstOrThrow()
  return row.state as Fund
}

test('two approvals at once that together would overdraw the fund: exactly one passes', async ({
  database: { db, url },
}) => {
  const other = connect(url, { max: 10, onError: () => {} })
  const doors = [aDoor({ db }), aDoor(other)] as const
  await tellAll(doors[0], ...opened(yuan(700)), asked(yuan(400)), asked(yuan(400)))
  const clicks = await Promise.allSettled([
    tell(doors[0], approved(1, who.unitHead)),
    tell(doors[1], approved(2, who.officer)),
  ])
  expect(clicks.map(({ status }) => status).toSorted()).toEqual(['fulfilled', 'rejected'])
  expect(clicks.find(({ status }) => status === 'rejected')).toMatchObject({
    reason: { code: 'fund-overdrawn', detail: { code: '300.00' } },
  })
  const state = await stateIn(doors[0])
  expect(balancesOf(state.ledger)).toMatchObject({ available: yuan(300), reserved: yuan(400) })
  await other.close()
})

test('of twenty approvals at once, from two processes, as many pass as there is money', async ({
  database: { db, url },
}) => {
  const other = connect(url, { max: 10, onError: () => {} })
  const doors = [aDoor({ db }), aDoor(other)] as const
  const requests = Array.from({ length: 20 }, () => asked(yuan(100)))
  await tellAll(doors[0], ...opened(yuan(750)), ...requests)
  const clicks = await Promise.allSettled(
    requests.map((_, place) => tell(doors[place % 2 ? 1 : 0], approved(place + 1, who.unitHead))),
  )
  expect(clicks.filter(({ status }) => status === 'fulfilled')).toHaveLength(7)
  const [row] = await findFundsOf(db, 'branch-moumou')
  expect(row).toMatchObject({ budget: yuan(750), available: yuan(50), reserved: yuan(700) })
  await other.close()
})

test('the sixth and the seventh vote at once decide once, and the money is set aside once', async ({
  database: { db },
}) => {
  const door = aDoor({ db })
  await tellAll(door, ...opened(yuan(50_000)), asked(yuan(20_000)), ...votes(2, 'yes', electors.slice(0, 5)))
  const clicks = await Promise.allSettled(
    votes(2, 'yes', electors.slice(5, 7)).map((vote) => tell(door, vote)),
  )
  expect(clicks.map(({ status }) => status).toSorted()).toEqual(['fulfilled', 'rejected'])
  expect(balancesOf((await stateIn(door)).ledger)).toMatchObject({ reserved: yuan(20_000) })
})

test('the same payment key, twice and ten times at once, pays once', async ({ database: { db } }) => {
  const door = aDoor({ db })
  await tellAll(door, ...opened(yuan(1_000)), asked(yuan(400)), approved())
  const sent = await Promise.all(Array.from({ length: 10 }, () => tell(door, paid(door))))
  expect(sent.reduce((sum, { events }) => sum + events, 0)).toBe(1)
  expect((await tell(door, paid(door))).events).toBe(0)
  const { ledger } = await stateIn(door)
  expect(ledger.filter(({ to }) => to === 'advanced')).toHaveLength(1)
  expect(balancesOf(ledger)).toMatchObject({ advanced: yuan(400), reserved: 0 })
})

test('two people who record the payment at once under their own keys: one is told that it is paid', async ({
  database: { db },
}) => {
  const door = aDoor({ db })
  await tellAll(door, ...opened(yuan(1_000)), asked(yuan(400)), approved())
  const [, other] = paid(door, { key: 'another' })
  const clicks = await Promise.allSettled([tell(door, paid(door)), tell(door, [finance.head, other])])
  expect(clicks.map(({ status }) => status).toSorted()).toEqual(['fulfilled', 'rejected'])
  expect(clicks.find(({ status }) => status === 'rejected')).toMatchObject({
    reason: { code: 'paid-already' },
  })
})

test('a request whose form was sent twice is one request', async ({ database: { db } }) => {
  const door = aDoor({ db })
  await tellAll(door, ...opened(yuan(1_000)))
  const form = randomUUID()
  await tell(door, asked(yuan(100)), form)
  const again = await tell(door, asked(yuan(100)), form)
  expect(again.events).toBe(0)
  expect(again.state.requests).toHaveLength(1)
})

test('the budget proposed twenty times at once is one fund with one vote', async ({ database: { db } }) => {
  const door = aDoor({ db })
  const sent = await Promise.all(Array.from({ length: 20 }, () => tell(door, proposed())))
  expect(sent.filter(({ events }) => events > 0)).toHaveLength(1)
  expect(await findFundsOf(db, 'branch-moumou')).toHaveLength(1)
  expect((await stateIn(door)).ballots).toHaveLength(1)
})

test('two who propose different budgets at once: one begins the fund, the other is told that there is one', async ({
  database: { db },
}) => {
  const door = aDoor({ db })
  const [, command] = proposed(yuan(2))
  const clicks = await Promise.allSettled([tell(door, proposed(yuan(1))), tell(door, [who.sqHead, command])])
  expect(clicks.map(({ status }) => status).toSorted()).toEqual(['fulfilled', 'rejected'])
  expect(clicks.find(({ status }) => status === 'rejected')).toMatchObject({
    reason: { code: 'fund-exists' },
  })
})

test('folding the journal gives the row, and the chain is whole', async ({ database: { db } }) => {
  const door = aDoor({ db })
  await tellAll(
    door,
    ...opened(yuan(60_000)),
    asked(yuan(400)),
    asked(yuan(20_000)),
    approved(1),
    ...votes(2, 'no', electors.slice(0, 5)),
    paid(door),
    [who.outletManager, settling(yuan(350))],
  )
  for (let alarm = 0; alarm < 4; alarm += 1) {
    // oxlint-disable-next-line no-await-in-loop -- alarm after alarm
    const { alarm_at } = await db.selectFrom('matter').select('alarm_at').executeTakeFirstOrThrow()
    door.clock.set(alarm_at ?? '')
    // oxlint-disable-next-line no-await-in-loop -- alarm after alarm
    await door.handle('fund', id, { step: 'tick' }, clockActor)
  }
  const lines = await readJournal(db, 'fund', id)
  expect(lines.some(({ event }) => fundMatter.parseEvent(event).type === 'called')).toBe(true)
  const folded = lines
    .map(({ event }) => fundMatter.parseEvent(event))
    .reduce<Fund | undefined>((state, event) => fundMatter.evolve(state, event), undefined)
  expect(await stateIn(door)).toEqual(JSON.parse(JSON.stringify(folded)))
  expect(await verifyJournals(db)).toEqual({ checked: 1, broken: [] })
})

test('a refusal writes nothing', async ({ database: { db } }) => {
  const door = aDoor({ db })
  await tellAll(door, ...opened(yuan(100)), asked(yuan(60)))
  const before = await readJournal(db, 'fund', id)
  const [row] = await findFundsOf(db, 'branch-moumou')
  await expect(tell(door, asked(yuan(200)))).rejects.toMatchObject({ code: 'fund-overdrawn' })
  await expect(tell(door, approved(1, who.director))).rejects.toMatchObject({ code: 'not-you' })
  expect(await readJournal(db, 'fund', id)).toEqual(before)
  expect(await findFundsOf(db, 'branch-moumou')).toEqual([row])
})

test('the database itself refuses a balance below zero', async ({ database: { db } }) => {
  const door = aDoor({ db })
  await tellAll(door, ...opened(yuan(100)))
  await expect(sql`update fund set available = -1`.execute(db)).rejects.toThrow('fund_available_check')
})

test('funds are found by their number and by that of a request, and by nothing else', async ({
  database: { db },
}) => {
  await tellAll(aDoor({ db }), ...opened(yuan(100)))
  expect(await findFundsByNumber(db, 'F2026')).toEqual([{ id }])
  expect(await findFundsByNumber(db, 'F2026-007')).toEqual([{ id, request: 7 }])
  for (const number of ['F2025', 'f2026', '2026', 'F2026-', "F2026' or true", ''])
    // oxlint-disable-next-line no-await-in-loop -- a handful
    expect(await findFundsByNumber(db, number)).toEqual([])
})

test('whoever must act finds the fund among what waits for them, until they have acted', async ({
  database: { db },
}) => {
  const door = aDoor({ db })
  await tellAll(door, proposed(yuan(1_000)))
  const awaiting = async (person: string) => (await findFundsAwaiting(db, person)).map(({ number }) => number)
  expect(await awaiting(who.director)).toEqual(['F2026'])
  await tellAll(door, ...votes(1, 'yes', electors.slice(0, 1)))
  expect(await awaiting(who.director)).toEqual([])
  await tellAll(door, ...votes(1, 'yes', electors.slice(1, 6)), asked(yuan(100)))
  expect(await awaiting(who.unitHead)).toEqual(['F2026'])
  expect((await findFundsAwaiting(db, who.unitHead))[0]?.nextDue).toBeDefined()
  await tellAll(door, approved())
  expect(await awaiting(who.unitHead)).toEqual([])
  expect(await awaiting(finance.head)).toEqual(['F2026'])
})

test('the money asked for in a complaint is found, and what was paid in like cases', async ({
  database: { db },
}) => {
  const door = aDoor({ db })
  const elsewhere: ToldOfFund = [
    who.outletManager,
    asking(yuan(50), { about: { ...about, complaint: randomUUID() } }),
  ]
  await tellAll(door, ...opened(yuan(1_000)), asked(yuan(100)), elsewhere, approved(1), paid(door))
  expect(await findUsesOf(db, about.complaint)).toMatchObject([
    { fund: id, request: 1, number: 'F2026-001', status: 'paid', amount: yuan(100), by: who.outletManager },
  ])
  const likes = { branch: 'branch-moumou', kind: 'goodwill' }
  expect(await findLikeUses(db, likes)).toMatchObject([{ number: 'F2026-001', amount: yuan(100) }])
  expect(await findLikeUses(db, { ...likes, kind: 'gift' })).toEqual([])
  expect(await findLikeUses(db, { ...likes, branch: 'branch-other' })).toEqual([])
})
