// oxlint-disable vitest/expect-expect -- `gives`, `givesNothing` and `refuses` are the expectations here
import { describe, expect, test } from 'vitest'
import { balancesOf } from '../../src/fund/ledger.ts'
import { givenFundAt } from '../support/given.ts'
import { bankLacking, bankWithout, iso, who } from '../support/rulebook.ts'
import {
  approved,
  asked,
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
const ready = openFund(million, asked(yuan(500)), approved())
const at = '2026-03-02 18:05'
const paid = ready.and([finance.liaison, paying(), at])

describe('paying', () => {
  test('takes the whole amount out, and asks the requester to settle it', () => {
    const { state, effects } = ready.when(finance.liaison, paying(), at)
    expect(balancesOf(state.ledger)).toMatchObject({ reserved: 0, advanced: yuan(500), spent: 0 })
    expect(state.requests[0]?.payment).toMatchObject({
      by: finance.liaison,
      key: 'key-1',
      reference: 'V-001',
    })
    expect(told(effects)).toEqual([`${who.outletManager}: fund-paid`])
  })

  test('the same payment told twice, by whomever, pays once', () => {
    paid.when(finance.liaison, paying()).givesNothing()
    paid.when(finance.head, paying(1, { reference: 'V-009' })).givesNothing()
    const settled = paid.and([who.outletManager, settling(yuan(500))])
    settled.when(finance.liaison, paying()).givesNothing()
  })

  test('a second payment of the same request is refused', () => {
    paid.when(finance.head, paying(1, { key: 'another' })).refuses('paid-already')
  })

  test('a key that stands for another payment is refused', () => {
    const two = paid.and(asked(yuan(100)), approved(2))
    two.when(finance.liaison, paying(2, { key: 'key-1' })).refuses('key-used')
    two
      .when(finance.liaison, paying(2, { paidAt: iso('2026-03-02 18:30') }))
      .gives({ type: 'paid', request: 2 })
  })

  test('is for finance and for service quality, never for requester or approver', () => {
    for (const by of [finance.liaison, finance.head, who.officer, who.sqHead])
      ready.when(by, paying(), at).gives({ type: 'paid', by })
    for (const by of [who.handler, who.director, who.headOffice, who.auditor, 'p-nobody'])
      ready.when(by, paying(), at).refuses('not-you')
    ready.when(who.outletManager, paying(), at).refuses('three-people')
    ready.when(who.unitHead, paying(), at).refuses('three-people')
    openFund(million, asked(yuan(500), who.officer), approved(1, who.sqHead))
      .when(who.officer, paying(), at)
      .refuses('three-people')
  })

  test('who voted on it does not pay it', () => {
    openFund(million, asked(yuan(20_000)), ...votes(2, 'yes', electors.slice(0, 6)))
      .when(who.director, paying(), at)
      .refuses('three-people')
  })

  test('nor does the approver who stands in for finance', () => {
    const away = givenFundAt(
      bankWithout(finance.head),
      proposed(),
      ...votes(1, 'yes', electors.slice(0, 6)),
      asked(yuan(500), who.officer),
      approved(1, who.unitHead),
    )
    away.when(finance.liaison, paying(), at).gives({ type: 'paid' })
  })

  test('where the branch has no finance people, service quality is asked to pay', () => {
    const alone = givenFundAt(
      bankLacking(finance.liaison, finance.head),
      proposed(),
      ...votes(1, 'yes', electors.slice(0, 6)),
      asked(yuan(500)),
    )
    expect(told(alone.when(...approved()).effects)).toEqual([
      `${who.outletManager}: fund-approved`,
      `${who.officer}: fund-pay-wanted`,
      `${who.otherOfficer}: fund-pay-wanted`,
      `${who.sqHead}: fund-pay-wanted`,
    ])
  })

  test.each([
    [iso('2026-03-03 10:00'), 'in-the-future'],
    [iso('2026-03-02 10:00'), 'paid-before-approval'],
  ] as const)('paid at %s: %s', (paidAt, code) => {
    ready.when(finance.liaison, paying(1, { paidAt }), at).refuses(code)
  })

  test('what nobody approved is not paid', () => {
    openFund(million, asked(yuan(500)))
      .when(finance.liaison, paying(), at)
      .refuses('not-now')
  })
})

describe('settling with the receipt', () => {
  test('everything used: it is done', () => {
    const { state, effects } = paid.when(who.outletManager, settling(yuan(500)))
    expect(state.requests[0]?.status).toBe('settled')
    expect(balancesOf(state.ledger)).toMatchObject({ advanced: 0, spent: yuan(500) })
    expect(told(effects)).toEqual([`${finance.liaison}: fund-settled`, `${who.sqHead}: fund-settled`])
  })

  test('less used: the rest is still to come back', () => {
    const { state, effects } = paid.when(who.outletManager, settling(yuan(420)))
    expect(state.requests[0]?.status).toBe('returning')
    expect(balancesOf(state.ledger)).toMatchObject({ advanced: yuan(80), spent: yuan(420) })
    expect(told(effects)).toContain(`${who.outletManager}: fund-return-wanted`)
  })

  test('one fen less used is one fen to come back', () => {
    const short = paid.and([who.outletManager, settling(yuan(500) - 1)])
    expect(short.state.requests[0]?.status).toBe('returning')
    expect(short.and([finance.liaison, returning(1)]).state.requests[0]?.status).toBe('settled')
  })

  test('nothing used at all: everything is to come back', () => {
    const { state } = paid.when(who.outletManager, settling(0))
    expect(state.requests[0]?.status).toBe('returning')
    expect(balancesOf(state.ledger)).toMatchObject({ advanced: yuan(500), spent: 0 })
  })

  test.each([
    [{ used: yuan(500) + 1 }, 'more-than-paid'],
    [{ used: -1 }, 'amount-not-positive'],
    [{ used: 1.5 }, 'amount-not-whole-fen'],
    [{ currency: 'HKD' }, 'currency-not-cny'],
  ] as const)('%o is refused', (more, code) => {
    paid.when(who.outletManager, settling(yuan(1), more)).refuses(code)
  })

  test('the requester settles, or service quality; never the payer', () => {
    paid.when(finance.head, settling(yuan(500))).refuses('not-you')
    paid.when(finance.liaison, settling(yuan(500))).refuses('three-people')
    paid.when(who.sqHead, settling(yuan(500))).gives({ type: 'settled' })
    ready
      .and([who.officer, paying(), at])
      .when(who.officer, settling(yuan(500)))
      .refuses('three-people')
  })

  test('once, and only what was paid', () => {
    paid
      .and([who.outletManager, settling(yuan(420))])
      .when(who.outletManager, settling(yuan(420)))
      .refuses('not-now')
    ready.when(who.outletManager, settling(yuan(500))).refuses('not-now')
  })
})

describe('money that comes back', () => {
  const open = paid.and([who.outletManager, settling(yuan(420))])

  test('is there again, and with the last of it the request is done', () => {
    const part = open.and([finance.liaison, returning(yuan(30))])
    expect(part.state.requests[0]?.status).toBe('returning')
    const { state, effects } = part.when(finance.liaison, returning(yuan(50), { key: 'back-2' }))
    expect(state.requests[0]?.status).toBe('settled')
    expect(balancesOf(state.ledger)).toMatchObject({
      available: million - yuan(420),
      advanced: 0,
      spent: yuan(420),
    })
    expect(told(effects)).toEqual([`${who.outletManager}: fund-returned`])
  })

  test('the same return told twice comes back once', () => {
    open
      .and([finance.liaison, returning(yuan(30))])
      .when(finance.head, returning(yuan(30)))
      .givesNothing()
    open
      .and([finance.liaison, returning(yuan(80))])
      .when(finance.liaison, returning(yuan(80)))
      .givesNothing()
  })

  test('a key of a payment does not stand for a return', () => {
    open.when(finance.liaison, returning(yuan(30), { key: 'key-1' })).refuses('key-used')
  })

  test.each([
    [{ amount: yuan(80) + 1 }, 'more-than-paid'],
    [{ amount: 0 }, 'amount-not-positive'],
    [{ amount: -5 }, 'amount-not-positive'],
    [{ amount: 0.5 }, 'amount-not-whole-fen'],
    [{ currency: 'USD' }, 'currency-not-cny'],
  ] as const)('%o is refused', (more, code) => {
    open.when(finance.liaison, { ...returning(yuan(1)), ...more }).refuses(code)
  })

  test('not before the settlement says what was used', () => {
    paid.when(finance.liaison, returning(yuan(1))).refuses('not-now')
  })
})
