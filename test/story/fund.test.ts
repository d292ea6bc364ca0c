/**
 * The risk reserve fund in Slack, told as stories: the year's budget by recorded vote, money asked for in a complaint, approved
 * within a band by another, paid by a third, settled, given back; and what is refused, in words and without a trace. People and
 * numbers are invented.
 */
import { expect } from 'vitest'
import type { Fund } from '../../src/fund/fund.ts'
import { fundIdOf } from '../../src/fund/fund-id.ts'
import { balancesOf } from '../../src/fund/ledger.ts'
import type { Entries } from '../../src/sandbox/play.ts'
import { renderBlocks, renderHome } from '../../src/sandbox/slack/render.ts'
import type { SeenMessage } from '../../src/sandbox/slack/seen.ts'
import type { Stage } from '../../src/sandbox/stage.ts'
import { findState } from '../../src/store/find-complaints.ts'
import {
  asks,
  broughtToHandler,
  filing,
  reads,
  shanghai,
  teller,
  test,
  timesTold,
  toldTo,
  who,
} from '../support/a-story.ts'
import { electors, finance, yuan } from '../support/fund.ts'

const branch = 'branch-moumou'
const budget = { year: 'this', amount: '1,000', standard: '样例：限于投诉化解。' }
const wanted = {
  kind: 'goodwill',
  amount: '￥300.00',
  purpose: '样例：补偿往返交通费。',
  payee: '样小人',
  agreement: '样例协议 1 号',
}

test('from the year’s budget by recorded vote to unused money given back: four people, one ledger', async ({
  stage,
  play,
}) => {
  await proposeBudget(stage, budget)
  expect(await toldTo(stage, who.director)).toContainEqual(
    expect.stringContaining('proposes a budget of CNY\u00a01,000 for the reserve fund F2026. Please vote.'),
  )
  for (const member of electors.slice(0, 5)) await press(stage, member, 'voteYes')
  expect(await fundOf(stage)).toMatchObject({ status: 'proposed' })
  await fill(stage, electors[5] ?? '', 'vote', { voice: 'yes', remark: '样例：同意。' })
  expect(await timesTold(stage, who.sqHead, /adopted the budget of CNY\u00a01,000/)).toBe(1)

  const number = await play.files(teller, filing)
  await broughtToHandler(play, number)
  await asks(stage, who.outletManager, `show ${number}`)
  expect(await reads(stage, who.outletManager)).toContain('[ Ask for money ]')
  await fill(stage, who.outletManager, 'request', wanted)
  const answer = modalText(stage, who.outletManager)
  expect(answer).toContain('Asked. Whoever decides has been told.')
  expect(answer).toContain('Request F2026-001: CNY\u00a0300')
  expect(answer).not.toContain('小人')
  expect(await asks(stage, who.outletManager, `show ${number}`)).toContain(
    'Reserve fund F2026-001: CNY\u00a0300, Waiting for approval',
  )

  await press(stage, who.unitHead, 'approve')
  expect(await reads(stage, who.unitHead)).toContain('Approved. Whoever pays has been told.')
  expect(
    await timesTold(stage, who.outletManager, /Your request F2026-001 for CNY\u00a0300 is approved/),
  ).toBe(1)
  await stage.waits({ minutes: 5 })
  await fill(stage, finance.liaison, 'pay', { paidAt: stage.now().toString(), reference: 'V-001' })
  expect(await timesTold(stage, who.outletManager, /paid CNY\u00a0300 .* Please settle it/)).toBe(1)
  await fill(stage, who.outletManager, 'settle', { receipt: '样例收据 7 号', used: '250' })
  expect(await timesTold(stage, who.outletManager, /CNY\u00a050 of the request F2026-001 was not used/)).toBe(
    1,
  )
  await fill(stage, finance.liaison, 'returnUnused', { amount: '50', reference: 'V-002' })

  const fund = await fundOf(stage)
  expect(fund.requests).toMatchObject([{ status: 'settled', payee: '样*' }])
  expect(balancesOf(fund.ledger)).toMatchObject({ available: yuan(750), spent: yuan(250), advanced: 0 })
  const ledger = await asks(stage, who.sqHead, 'fund ledger')
  expect(ledger).toContain('Paid but not settled → Available')
  expect(ledger).toContain('Lines 1 to 5 of 5')
  expect(await asks(stage, who.sqHead, 'F2026-1')).toContain('CNY\u00a0250 used, receipt 样例收据 7 号')
})

test('the warning at 80 % is heard once by those who manage the fund, and stands on its card', async ({
  stage,
  play,
}) => {
  await openFund(stage)
  const number = await play.files(teller, filing)
  await broughtToHandler(play, number)
  await askFor(stage, who.outletManager, number, { ...wanted, amount: '450' })
  await press(stage, who.unitHead, 'approve')
  expect(await timesTold(stage, who.sqHead, /at least 80 % of its budget/)).toBe(0)
  await askFor(stage, who.outletManager, number, { ...wanted, amount: '350' })
  await press(stage, who.unitHead, 'approve')
  expect(await timesTold(stage, who.sqHead, /at least 80 % of its budget/)).toBe(1)
  const card = await asks(stage, who.sqHead, 'fund')
  expect(card).toContain('At least 80 % is promised, paid or spent')
  expect(card).toContain('▓▓▓▓▓▓▓▓░░ 80 %')
})

test('what the fund does not have is refused in words under the amount, and nothing changes', async ({
  stage,
  play,
}) => {
  await openFund(stage)
  const number = await play.files(teller, filing)
  await broughtToHandler(play, number)
  await asks(stage, who.outletManager, `fund request ${number}`)
  const hands = stage.slack.as(who.outletManager)
  for (const [amount, words] of [
    ['2000', 'The fund does not have so much: 1000.00 yuan is available.'],
    ['-5', 'The amount must be above zero.'],
    ['USD 5', 'pays in yuan (CNY) only'],
    ['12.345', 'two decimals at most'],
    ['a lot', 'This is no amount of money.'],
  ] as const) {
    const sent = await hands
      .modal()
      .fillIn({ ...wanted, amount })
      .submit()
    expect(sent.errors['amount']).toContain(words)
  }
  expect((await fundOf(stage)).requests).toEqual([])
})

test('two approvals that together overdraw: the second is told so in words, and its request stays', async ({
  stage,
  play,
}) => {
  await openFund(stage)
  const number = await play.files(teller, filing)
  await broughtToHandler(play, number)
  await askFor(stage, who.outletManager, number, { ...wanted, amount: '500' })
  await askFor(stage, who.outletManager, number, { ...wanted, amount: '500' })
  await askFor(stage, who.outletManager, number, { ...wanted, amount: '500' })
  await click(stage, who.officer, 'F2026-001', 'approve')
  await click(stage, who.officer, 'F2026-002', 'approve')
  await click(stage, who.officer, 'F2026-003', 'approve')
  expect(await reads(stage, who.officer)).toContain('The fund does not have so much: 0.00 yuan is available.')
  expect((await fundOf(stage)).requests.map(({ status }) => status)).toEqual([
    'approved',
    'approved',
    'requested',
  ])
})

test('a large use goes to the committee: only its members see the vote, and no member votes twice', async ({
  stage,
  play,
}) => {
  await openFund(stage, { ...budget, amount: '50000' })
  const number = await play.files(teller, filing)
  await broughtToHandler(play, number)
  await askFor(stage, who.officer, number, { ...wanted, amount: '20000' })
  expect(await timesTold(stage, who.director, /a large use, on which the committee decides/)).toBe(1)
  expect(await asks(stage, who.sqHead, 'F2026-001')).not.toMatch(/\[ (Approve|For|Against|Abstain) \]/)
  expect(await asks(stage, who.outletManager, 'F2026-001')).not.toMatch(/\[ (For|Against|Abstain) \]/)
  expect(await asks(stage, who.stranger, 'F2026-001')).toContain('no case of this number that you may see')
  await press(stage, who.director, 'voteNo')
  expect(await reads(stage, who.director)).toContain('Zhao Qiming: against')
  expect(await reads(stage, who.director)).not.toMatch(/\[ (For|Against|Abstain) \]/)
  for (const member of electors.slice(1, 7)) await press(stage, member, 'voteYes')
  expect(await timesTold(stage, who.officer, /Your request F2026-001 for CNY\u00a020,000 is approved/)).toBe(
    1,
  )
})

test('who asked may not approve, and who approved may not pay: no button, and a kind no', async ({
  stage,
  play,
}) => {
  await openFund(stage)
  const number = await play.files(teller, filing)
  await broughtToHandler(play, number)
  await askFor(stage, who.officer, number, { ...wanted, amount: '800' })
  expect(await asks(stage, who.officer, 'F2026-001')).not.toContain('[ Approve ]')
  const old = await newestWith(stage, who.otherOfficer, 'approve', 'F2026-001')
  await stage.slack.as(who.otherOfficer).click(old, isStep('approve'))
  await stage.settle()
  expect(await asks(stage, who.otherOfficer, 'F2026-001')).not.toContain('[ Record the payment ]')
  await stage.slack.as(who.otherOfficer).click(old, isStep('approve'))
  expect(await reads(stage, who.otherOfficer)).toContain('Request F2026-001')
  expect((await fundOf(stage)).requests).toMatchObject([
    { status: 'approved', approvers: [who.otherOfficer] },
  ])
})

test('sent back with a remark, asked again, refused; withdrawn where nothing was decided', async ({
  stage,
  play,
}) => {
  await openFund(stage)
  const number = await play.files(teller, filing)
  await broughtToHandler(play, number)
  await askFor(stage, who.outletManager, number, wanted)
  await fill(stage, who.unitHead, 'sendBack', { remark: '样例：请补充依据。' })
  expect(await reads(stage, who.outletManager)).toContain('样例：请补充依据。')
  await fill(stage, who.outletManager, 'resubmit', { purpose: '样例：附票据。' })
  await fill(stage, who.unitHead, 'refuse', { remark: '样例：不符合使用标准。' })
  expect(await timesTold(stage, who.outletManager, /refused your request F2026-001/)).toBe(1)
  await askFor(stage, who.outletManager, number, wanted)
  await click(stage, who.outletManager, 'F2026-002', 'withdraw')
  await stage.slack.as(who.outletManager).modal().fillIn({ remark: '样例：客户不再要求。' }).submit()
  await stage.settle()
  expect((await fundOf(stage)).requests.map(({ status }) => status)).toEqual(['refused', 'withdrawn'])
})

test('the App Home tells what waits, and opens it; a phone number typed as payee is never kept', async ({
  stage,
  play,
}) => {
  await openFund(stage)
  const number = await play.files(teller, filing)
  await broughtToHandler(play, number)
  await askFor(stage, who.outletManager, number, { ...wanted, payee: '样小人 13900001234' })
  expect((await fundOf(stage)).requests[0]?.payee).toBe('样* 139****1234')
  const hands = stage.slack.as(who.unitHead)
  await hands.openHome()
  await stage.settle()
  const home = hands.home()
  if (!home) throw new Error('The head of the unit has no App Home.')
  expect(renderHome(home, stage.slack.readerFor(who.unitHead))).toContain(
    '*F2026-001*  decision on the request',
  )
  await hands.click(
    home,
    (element: { action_id?: string }) => element.action_id?.startsWith('look:fund') === true,
  )
  expect(modalText(stage, who.unitHead)).toContain('Request F2026-001: CNY\u00a0300')
})

test('somebody without a part in the fund sees neither its money nor its requests', async ({
  stage,
  play,
}) => {
  await openFund(stage)
  const number = await play.files(teller, filing)
  await broughtToHandler(play, number)
  await askFor(stage, who.outletManager, number, wanted)
  expect(await asks(stage, teller, 'fund')).toContain('is shown to those who ask for its money')
  expect(await asks(stage, who.stranger, 'fund ledger')).toContain('is shown to those who ask for its money')
  expect(await asks(stage, who.sqHead, 'fund 2027')).toContain('no reserve fund for 2027')
})

test('a year that is over is closed when nothing is open, and what is left lapses', async ({ stage }) => {
  await openFund(stage)
  await click(stage, who.sqHead, 'F2026', 'closeYear')
  const hands = stage.slack.as(who.sqHead)
  await hands.modal().submit()
  expect(modalText(stage, who.sqHead)).toContain('The year is not over yet.')
  stage.sleepsUntil(shanghai('2027-01-04 10:00'))
  await stage.settle()
  await click(stage, who.sqHead, 'F2026', 'closeYear')
  await hands.modal().submit()
  await stage.settle()
  const fund = await fundOf(stage)
  expect(fund.status).toBe('closed')
  expect(balancesOf(fund.ledger)).toMatchObject({ available: 0, lapsed: yuan(1000) })
})

interface Element {
  readonly action_id?: string
  readonly options?: readonly { readonly value?: string }[]
}

function isStep(step: string) {
  return ({ action_id }: Element) => action_id === `fund:${step}`
}

/** Proposes the year's budget as the service quality officer does: there is no fund yet, so the command offers it. */
async function proposeBudget(stage: Stage, entries: Entries): Promise<void> {
  await asks(stage, who.officer, 'fund')
  await fill(stage, who.officer, 'proposeBudget', entries)
}

/** The fund with its budget adopted by six of the ten seats. */
async function openFund(stage: Stage, entries: Entries = budget): Promise<void> {
  await proposeBudget(stage, entries)
  for (const member of electors.slice(0, 6)) {
    // oxlint-disable-next-line no-await-in-loop -- one vote after the other
    await press(stage, member, 'voteYes')
  }
}

async function askFor(stage: Stage, person: string, number: string, entries: Entries): Promise<void> {
  await stage.slack.as(person).command('/complaint', `fund request ${number}`)
  await send(stage, person, entries)
}

/** Presses the newest button of this step on somebody's screen. */
async function press(stage: Stage, person: string, step: string): Promise<void> {
  await stage.slack.as(person).click(await newestWith(stage, person, step), isStep(step))
  await stage.settle()
}

/** Presses it on the card of this number, shown now. */
async function click(stage: Stage, person: string, number: string, step: string): Promise<void> {
  await stage.slack.as(person).command('/complaint', number)
  await stage.slack.as(person).click(await newestWith(stage, person, step), isStep(step))
  await stage.settle()
}

async function fill(stage: Stage, person: string, step: string, entries: Entries): Promise<void> {
  await press(stage, person, step)
  await send(stage, person, entries)
}

async function send(stage: Stage, person: string, entries: Entries): Promise<void> {
  const sent = await stage.slack.as(person).modal().fillIn(entries).submit()
  await stage.settle()
  expect(sent.errors).toEqual({})
}

async function newestWith(stage: Stage, person: string, step: string, number = ''): Promise<SeenMessage> {
  const messages = await stage.slack.as(person).messages()
  const found = messages.findLast((message) => {
    const elements = message.blocks.flatMap((block) => (block['elements'] as Element[] | undefined) ?? [])
    return elements.some(isStep(step)) && JSON.stringify(message).includes(number)
  })
  if (!found) throw new Error(`${person} has no button fund:${step}.`)
  return found
}

/** What stands in somebody's top modal, as they read it. */
function modalText(stage: Stage, person: string): string {
  const { blocks } = stage.slack.as(person).modal()
  return renderBlocks(blocks, stage.slack.readerFor(person))
}

async function fundOf(stage: Stage): Promise<Fund> {
  return (await findState(stage.redress.db, 'fund', fundIdOf(branch, 2026))) as Fund
}
