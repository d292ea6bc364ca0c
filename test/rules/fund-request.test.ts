// oxlint-disable vitest/expect-expect -- `gives`, `givesNothing` and `refuses` are the expectations here
import { describe, expect, test } from 'vitest'
import { allowedRequestSteps } from '../../src/fund/allowed.ts'
import { balancesOf } from '../../src/fund/ledger.ts'
import { type RequestStatus, type RequestStep, requestSteps } from '../../src/fund/lifecycle.ts'
import { sampleOrganisation, sampleRulebook } from '../support/a-house.ts'
import { type FundStory, type ToldOfFund, givenFund, givenFundAt } from '../support/given.ts'
import { bankLacking, bankWithout, iso, who } from '../support/rulebook.ts'
import {
  about,
  approved,
  asked,
  asking,
  electors,
  finance,
  openFund,
  paying,
  proposed,
  returning,
  settling,
  told,
  votes,
  yuan,
} from '../support/fund.ts'

const million = yuan(1_000_000)
const sentBack: ToldOfFund = [who.unitHead, { step: 'sendBack', request: 1, remark: '样例：请附协议。' }]
const refused: ToldOfFund = [who.unitHead, { step: 'refuse', request: 1, remark: '样例：无依据。' }]
const withdrawn: ToldOfFund = [
  who.outletManager,
  { step: 'withdraw', request: 1, remark: '样例：客户不要。' },
]

describe('asking for money', () => {
  test('is numbered within the fund, and goes to whoever decides on so much', () => {
    const { state, effects } = openFund(million, asked(yuan(500))).when(who.outletManager, asking(yuan(300)))
    expect(state.requests.map(({ number, status }) => [number, status])).toEqual([
      ['F2026-001', 'requested'],
      ['F2026-002', 'requested'],
    ])
    expect(told(effects)).toEqual([`${who.unitHead}: fund-requested`])
    expect(effects[0]?.effect).toMatchObject({
      notice: {
        request: 'F2026-002',
        amount: yuan(300),
        by: who.outletManager,
        due: iso('2026-03-04 11:20'),
      },
    })
  })

  test.each([
    [yuan(500), [who.unitHead]],
    [yuan(500) + 1, [who.officer, who.otherOfficer]],
    [yuan(2_000), [who.officer, who.otherOfficer]],
    [yuan(2_000) + 1, [who.sqHead]],
    [yuan(10_000), [who.sqHead]],
    [yuan(10_000) + 1, electors],
    [yuan(100_000), electors],
    [yuan(100_000) + 1, [who.headOffice, 'p-shen-yue']],
  ])('%i fen: these are asked', (amount, people) => {
    const { effects } = openFund().when(who.outletManager, asking(amount))
    expect(told(effects).map((line) => line.split(':')[0])).toEqual(people)
  })

  test('moves no money yet', () => {
    const { ledger } = openFund(million, asked(yuan(500))).state
    expect(balancesOf(ledger)).toMatchObject({ available: million, reserved: 0 })
  })

  test('shows what was paid in like cases: the last five of the same kind, the newest first', () => {
    const paid = [1, 2, 3, 4, 5, 6].flatMap((no): ToldOfFund[] => [
      asked(yuan(no * 10)),
      approved(no),
      [finance.liaison, paying(no, { paidAt: `2026-03-0${no + 2}T10:00:00Z` }), `2026-03-0${no + 2} 18:30`],
    ])
    const { state } = openFund(million, ...paid).when(who.outletManager, asking(yuan(50)))
    expect(state.requests[6]?.likeUses.map(({ number, amount }) => [number, amount])).toEqual(
      [6, 5, 4, 3, 2].map((no) => [`F2026-00${no}`, yuan(no * 10)]),
    )
    const other = openFund(million, ...paid).when(who.outletManager, asking(yuan(50), { kind: 'gift' }))
    expect(other.state.requests[6]?.likeUses).toEqual([])
  })

  test.each(['outletManager', 'unitHead', 'handler', 'officer', 'sqHead'] as const)(
    'is for the %s',
    (kind) => {
      openFund()
        .when(who[kind], asking(yuan(100)))
        .gives({ type: 'requested', by: who[kind] })
    },
  )

  test.each([
    'filer',
    'stranger',
    'director',
    'secretary',
    'headOffice',
    'region',
    'auditor',
    'admin',
  ] as const)('is not for the %s', (kind) => {
    openFund()
      .when(who[kind], asking(yuan(100)))
      .refuses('not-you')
  })

  test('is not for the one complained about, nor for who has no post', () => {
    openFund()
      .when(who.liaison, asking(yuan(100)))
      .refuses('recused', { person: who.liaison })
    openFund()
      .when('p-nobody', asking(yuan(100)))
      .refuses('not-you')
  })

  test.each([
    [{ amount: 0 }, 'amount-not-positive'],
    [{ amount: -1 }, 'amount-not-positive'],
    [{ amount: 0.1 }, 'amount-not-whole-fen'],
    [{ amount: 1e13 }, 'amount-too-large'],
    [{ currency: 'EUR' }, 'currency-not-cny'],
    [{ kind: 'bribe' }, 'unknown-choice'],
    [{ fault: 'maybe' }, 'unknown-choice'],
    [{ about: { ...about, outlet: 'ho-call-centre' } }, 'unknown-unit'],
  ] as const)('%o is refused', (more, code) => {
    const odd = {
      ...asking(yuan(100)),
      ...more,
      about: { ...about, ...('about' in more ? more.about : {}) },
    }
    openFund().when(who.sqHead, odd).refuses(code)
  })

  test('more than there is, is refused with what there is', () => {
    const small = openFund(yuan(100.5), asked(yuan(40)), approved())
    small.when(who.outletManager, asking(yuan(60.51))).refuses('fund-overdrawn', { code: '60.50' })
    small.when(who.outletManager, asking(yuan(60.5))).gives({ type: 'requested' })
  })

  test('needs a budget in force, and the year that the money is for', () => {
    givenFund(proposed())
      .when(who.outletManager, asking(yuan(1)))
      .refuses('not-now')
    openFund()
      .when(who.outletManager, asking(yuan(1)), '2027-01-01 00:00')
      .refuses('wrong-year')
  })
})

describe('deciding on a request', () => {
  const request = openFund(million, asked(yuan(500)))

  test('an approval sets the money aside, and asks finance to pay', () => {
    const { state, effects } = request.when(...approved())
    expect(balancesOf(state.ledger)).toMatchObject({ available: million - yuan(500), reserved: yuan(500) })
    expect(told(effects)).toEqual([
      `${who.outletManager}: fund-approved`,
      `${finance.liaison}: fund-pay-wanted`,
      `${finance.head}: fund-pay-wanted`,
    ])
  })

  test('once', () => {
    request.and(approved()).when(who.sqHead, approved()[1]).refuses('not-now')
  })

  test('whoever decides on more may decide on less', () => {
    for (const by of [who.unitHead, who.officer, who.sqHead])
      request.when(...approved(1, by)).gives({ type: 'approved' })
  })

  test.each([
    ['unitHead', yuan(500), 'approved'],
    ['unitHead', yuan(500) + 1, 'over-your-limit'],
    ['officer', yuan(2_000), 'approved'],
    ['officer', yuan(2_000) + 1, 'over-your-limit'],
    ['sqHead', yuan(10_000), 'approved'],
    ['sqHead', yuan(10_000) + 1, 'vote-needed'],
    ['director', yuan(500), 'not-you'],
    ['director', yuan(10_000) + 1, 'vote-needed'],
    ['headOffice', yuan(10_000), 'not-you'],
    ['headOffice', yuan(100_000), 'vote-needed'],
    ['headOffice', yuan(100_000) + 1, 'approved'],
    ['sqHead', yuan(100_000) + 1, 'over-your-limit'],
    ['region', yuan(100_000) + 1, 'not-you'],
    ['handler', yuan(1), 'not-you'],
    ['auditor', yuan(1), 'not-you'],
  ] as const)('the %s, %i fen: %s', (kind, amount, answer) => {
    const outcome = openFund(million, asked(amount)).when(...approved(1, who[kind]))
    if (answer === 'approved') outcome.gives({ type: 'approved', approvers: [who[kind]] })
    else outcome.refuses(answer)
  })

  test('nobody decides on their own request, nor for somebody in whose place they stand', () => {
    openFund(million, asked(yuan(500), who.unitHead))
      .when(...approved())
      .refuses('three-people')
    const away = givenFundAt(
      bankWithout(who.sqHead),
      proposed(),
      ...votes(1, 'yes', electors.slice(0, 6)),
      asked(yuan(500), who.officer),
    )
    expect(away.state.requests[0]?.by).toBe(who.officer)
    away.when(...approved(1, who.officer)).refuses('three-people')
    away.when(...approved(1, who.otherOfficer)).gives({ type: 'approved' })
  })

  test('the head of the unit who asks is passed over: the officers are asked', () => {
    const { effects } = openFund().when(who.unitHead, asking(yuan(100)))
    expect(told(effects)).toEqual([`${who.officer}: fund-requested`, `${who.otherOfficer}: fund-requested`])
  })

  test('not the one complained about, nor who is gone', () => {
    const against = openFund(million, [
      who.outletManager,
      asking(yuan(100), { about: { ...about, respondents: [who.unitHead] } }),
    ])
    against.when(...approved()).refuses('recused', { person: who.unitHead })
    expect(told(against.effects).at(-2)).toBe(`${who.officer}: fund-requested`)
    givenFundAt(
      bankLacking(who.unitHead),
      proposed(),
      ...votes(1, 'yes', electors.slice(0, 6)),
      asked(yuan(100)),
    )
      .when(...approved())
      .refuses('not-you')
  })

  test('what is not there any more is not approved: the second of two finds too little', () => {
    const both = openFund(yuan(700), asked(yuan(400)), asked(yuan(400)), approved(1))
    both.when(...approved(2)).refuses('fund-overdrawn', { code: '300.00' })
    expect(balancesOf(both.state.ledger)).toMatchObject({ available: yuan(300), reserved: yuan(400) })
  })

  test('sent back with a reason, it can be asked again, better founded', () => {
    const { state, effects } = request.when(...sentBack)
    expect(state.requests).toMatchObject([{ status: 'sentBack', remark: '样例：请附协议。' }])
    expect(told(effects)).toEqual([`${who.outletManager}: fund-sent-back`])
    const { about: _about, step: _step, ...said } = asking(yuan(450), { agreement: '样例协议 2 号' })
    const again = request.and(sentBack).when(who.outletManager, { step: 'resubmit', request: 1, ...said })
    expect(again.state.requests).toMatchObject([
      { number: 'F2026-001', status: 'requested', amount: yuan(450), agreement: '样例协议 2 号' },
    ])
    expect(again.state.requests[0]).not.toHaveProperty('remark')
    expect(told(again.effects)).toEqual([`${who.unitHead}: fund-requested`])
  })

  test('whoever asks again is its requester from then on, and decides nothing on it', () => {
    const { about: _about, step: _step, ...said } = asking(yuan(450))
    const again = request.and(sentBack, [who.officer, { step: 'resubmit', request: 1, ...said }])
    again.when(...approved(1, who.officer)).refuses('three-people')
    again.when(...approved(1, who.outletManager)).refuses('not-you')
  })

  test('refused it is over, and nothing was moved', () => {
    const { state, effects } = request.when(...refused)
    expect(state.requests).toMatchObject([{ status: 'refused', remark: '样例：无依据。' }])
    expect(balancesOf(state.ledger)).toMatchObject({ available: million, reserved: 0 })
    expect(told(effects)).toEqual([`${who.outletManager}: fund-refused`])
  })

  test('withdrawn after the approval, the money set aside is free again', () => {
    const { state, effects } = request.and(approved()).when(...withdrawn)
    expect(balancesOf(state.ledger)).toMatchObject({ available: million, reserved: 0 })
    expect(state.ledger.at(-1)).toMatchObject({ from: 'reserved', to: 'available', request: 1 })
    expect(told(effects)).toEqual(
      [who.unitHead, finance.liaison, finance.head].map((person) => `${person}: fund-withdrawn`),
    )
  })

  test('withdrawn before the decision, those who were asked for it need do nothing more', () => {
    const { state, effects } = request.when(...withdrawn)
    expect(told(effects)).toEqual([`${who.unitHead}: fund-withdrawn`])
    expect(state.ledger).toEqual(request.state.ledger)
  })

  test('it is withdrawn by its requester or by service quality, by nobody else', () => {
    request.when(who.unitHead, withdrawn[1]).refuses('not-you')
    request.when(who.sqHead, withdrawn[1]).gives({ type: 'withdrawn' })
  })

  test('a request that does not exist is not found', () => {
    request.when(...approved(2)).refuses('not-found')
  })
})

describe('large uses', () => {
  const large = openFund(million, asked(yuan(20_000)))

  test('the committee votes, without the requester and those complained about', () => {
    const { state } = openFund(million, [
      'p-qian-rong',
      asking(yuan(20_000), {
        about: {
          ...about,
          outlet: 'outlet-renmin-road',
          handlingUnit: 'dept-retail',
          respondents: ['p-cao-yang'],
        },
      }),
    ])
    expect(state.requests[0]?.status).toBe('voting')
    expect(state.ballots[1]?.electors).toEqual(
      electors.filter((person) => person !== 'p-qian-rong' && person !== 'p-cao-yang'),
    )
  })

  test('voted for, the money is set aside, and its approvers are all who voted', () => {
    const { state, effects } = large
      .and(...votes(2, 'yes', electors.slice(0, 5)))
      .when('p-jiang-nan', { step: 'vote', ballot: 2, voice: 'yes' })
    expect(state.requests).toMatchObject([{ status: 'approved', approvers: electors.slice(0, 6) }])
    expect(balancesOf(state.ledger).reserved).toBe(yuan(20_000))
    expect(told(effects)).toContain(`${who.outletManager}: fund-approved`)
  })

  test('voted down, it is refused', () => {
    const down = large.and(...votes(2, 'no', electors.slice(0, 5)))
    expect(down.state.requests[0]?.status).toBe('refused')
    expect(told(down.effects).at(-1)).toBe(`${who.outletManager}: fund-voted-down`)
  })

  test('without a quorum it goes back to the requester, who may ask again: a new vote', () => {
    const few = large.and(...votes(2, 'yes', electors.slice(0, 5))).until('2026-03-06 10:00')
    expect(few.journal).toContainEqual(expect.objectContaining({ type: 'sentBack', reason: 'noQuorum' }))
    expect(few.state.requests[0]?.status).toBe('sentBack')
    expect(told(few.effects).at(-1)).toBe(`${who.outletManager}: fund-vote-no-quorum`)
    const { about: _about, step: _step, ...said } = asking(yuan(20_000))
    const again = few.and([who.outletManager, { step: 'resubmit', request: 1, ...said }])
    expect(again.state.ballots[2]).toMatchObject({ no: 3, on: { kind: 'request', request: 1 }, votes: [] })
  })

  test('granted when the money has gone meanwhile, it goes back and nothing is overdrawn', () => {
    const two = openFund(yuan(30_000), asked(yuan(20_000)), asked(yuan(20_000)))
    const both = two.and(...votes(2, 'yes', electors.slice(0, 6)), ...votes(3, 'yes', electors.slice(0, 6)))
    expect(both.state.requests.map(({ status }) => status)).toEqual(['approved', 'sentBack'])
    expect(balancesOf(both.state.ledger)).toMatchObject({ available: yuan(10_000), reserved: yuan(20_000) })
    expect(both.journal.at(-1)).toMatchObject({ type: 'sentBack', reason: 'overdrawn' })
    expect(told(both.effects).at(-1)).toBe(`${who.outletManager}: fund-vote-overdrawn`)
  })

  test('the requester has no vote, also not in the place of a member', () => {
    const away = givenFundAt(
      bankWithout('p-feng-xiao'),
      proposed(),
      ...votes(1, 'yes', electors.slice(0, 3)),
      ...votes(1, 'yes', electors.slice(4, 7)),
      ['p-chen-si', asking(yuan(20_000), { about: { ...about, handler: 'p-chen-si' } })],
    )
    away.when('p-chen-si', { step: 'vote', ballot: 2, voice: 'yes' }).refuses('three-people')
  })

  test('the one complained about has no vote', () => {
    const against = openFund(million, [
      who.outletManager,
      asking(yuan(20_000), { about: { ...about, respondents: [who.director] } }),
    ])
    against
      .when(who.director, { step: 'vote', ballot: 2, voice: 'yes' })
      .refuses('recused', { person: who.director })
  })

  test('withdrawn, its vote is over', () => {
    const { state, effects } = large.when(...withdrawn)
    expect(state.ballots[1]?.outcome).toBe('withdrawn')
    expect(told(effects)).toEqual(electors.map((person) => `${person}: fund-withdrawn`))
    large.and(withdrawn).when(who.director, { step: 'vote', ballot: 2, voice: 'yes' }).refuses('vote-closed')
  })
})

describe('the warning', () => {
  test('is given once, when four fifths of the budget are promised, paid or spent', () => {
    const below = openFund(yuan(1_000), asked(yuan(400)), approved(1), asked(yuan(399.99)), approved(2))
    expect(told(below.effects).join()).not.toContain('fund-warning')
    const at = openFund(yuan(1_000), asked(yuan(400)), approved(1), asked(yuan(400)), asked(yuan(100)))
    const { effects } = at.when(...approved(2))
    expect(told(effects).filter((line) => line.endsWith('fund-warning'))).toEqual([
      `${who.sqHead}: fund-warning`,
      `${finance.liaison}: fund-warning`,
      `${finance.head}: fund-warning`,
      `${who.director}: fund-warning`,
    ])
    expect(told(at.and(approved(2)).when(...approved(3)).effects).join()).not.toContain('fund-warning')
  })

  test('a raised budget may be warned of again', () => {
    const raised = openFund(yuan(1_000), asked(yuan(500)), approved(1), asked(yuan(400)), approved(2)).and(
      [who.officer, { step: 'reviseBudget', amount: yuan(1_200), standard: '样例' }],
      ...votes(2, 'yes', electors.slice(0, 6)),
      asked(yuan(200)),
    )
    raised.when(...approved(3)).gives({ type: 'approved' }, { type: 'warned', budget: yuan(1_200) })
  })
})

describe('who may do what with a request', () => {
  const requested = openFund(million, asked(yuan(500)))
  const approvedIt = requested.and(approved())
  const paidIt = approvedIt.and([finance.liaison, paying(), '2026-03-02 18:05'])
  const stories: Record<RequestStatus, FundStory> = {
    requested,
    voting: openFund(million, asked(yuan(20_000))),
    sentBack: requested.and(sentBack),
    approved: approvedIt,
    paid: paidIt,
    returning: paidIt.and([who.outletManager, settling(yuan(400))]),
    settled: paidIt.and([who.outletManager, settling(yuan(500))]),
    refused: requested.and(refused),
    withdrawn: requested.and(withdrawn),
  }
  const { about: _about, step: _step, ...said } = asking(yuan(500))
  const commands: Record<RequestStep, ToldOfFund[1]> = {
    approve: approved()[1],
    sendBack: sentBack[1],
    refuse: refused[1],
    withdraw: withdrawn[1],
    resubmit: { step: 'resubmit', request: 1, ...said },
    pay: paying(1, { key: 'another', paidAt: iso('2026-03-02 11:25') }),
    settle: settling(yuan(500)),
    returnUnused: returning(yuan(100)),
  }
  const people = { ...who, finance: finance.liaison, financeHead: finance.head }
  const kinds = Object.keys(people) as (keyof typeof people)[]
  const table: Record<RequestStatus, Partial<Record<keyof typeof people, readonly RequestStep[]>>> = {
    requested: {
      outletManager: ['withdraw'],
      unitHead: ['approve', 'sendBack', 'refuse'],
      officer: ['approve', 'sendBack', 'refuse', 'withdraw'],
      otherOfficer: ['approve', 'sendBack', 'refuse', 'withdraw'],
      sqHead: ['approve', 'sendBack', 'refuse', 'withdraw'],
    },
    voting: {
      outletManager: ['withdraw'],
      officer: ['withdraw'],
      otherOfficer: ['withdraw'],
      sqHead: ['withdraw'],
    },
    sentBack: {
      outletManager: ['withdraw', 'resubmit'],
      officer: ['withdraw', 'resubmit'],
      otherOfficer: ['withdraw', 'resubmit'],
      sqHead: ['withdraw', 'resubmit'],
    },
    approved: {
      outletManager: ['withdraw'],
      officer: ['withdraw', 'pay'],
      otherOfficer: ['withdraw', 'pay'],
      sqHead: ['withdraw', 'pay'],
      finance: ['pay'],
      financeHead: ['pay'],
    },
    paid: {
      outletManager: ['settle'],
      officer: ['settle'],
      otherOfficer: ['settle'],
      sqHead: ['settle'],
    },
    returning: {
      outletManager: ['returnUnused'],
      officer: ['returnUnused'],
      otherOfficer: ['returnUnused'],
      sqHead: ['returnUnused'],
      finance: ['returnUnused'],
      financeHead: ['returnUnused'],
    },
    settled: {},
    refused: {},
    withdrawn: {},
  }

  test.each(Object.keys(table) as RequestStatus[])('in "%s" the buttons are these', (status) => {
    const { state, now } = stories[status]
    const [request] = state.requests
    if (!request) throw new Error('Nothing was asked in this story.')
    expect(request.status).toBe(status)
    const context = { organisation: sampleOrganisation, rulebook: sampleRulebook, now }
    const buttons = kinds.map(
      (kind) => [kind, allowedRequestSteps(state, request, people[kind], context)] as const,
    )
    expect(Object.fromEntries(buttons.filter(([, steps]) => steps.length > 0))).toEqual(table[status])
  })

  test.each(Object.keys(table) as RequestStatus[])('in "%s" the door opens for the same', (status) => {
    const story = stories[status]
    for (const kind of kinds) {
      const open = requestSteps.filter((step) =>
        isDone(() => story.when(people[kind], commands[step]).events),
      )
      expect({ kind, open }).toEqual({ kind, open: table[status][kind] ?? [] })
    }
  })

  test('machines take no step of a person', () => {
    requested.when('machine', commands.approve).refuses('not-you')
    requested.when('clock', commands.approve).refuses('not-you')
  })
})

function isDone(ask: () => unknown): boolean {
  try {
    ask()
    return true
  } catch {
    return false
  }
}
