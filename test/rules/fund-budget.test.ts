// oxlint-disable vitest/expect-expect -- `gives`, `givesNothing` and `refuses` are the expectations here
import { describe, expect, test } from 'vitest'
import { balancesOf } from '../../src/fund/ledger.ts'
import { type ToldOfFund, givenFund, givenFundAt } from '../support/given.ts'
import { bankLacking, bankWith, bankWithout, local, who } from '../support/rulebook.ts'
import {
  approved,
  asked,
  electors,
  finance,
  openFund,
  paying,
  proposed,
  settling,
  told,
  votes,
  yuan,
} from '../support/fund.ts'

const six = electors.slice(0, 6)
const five = electors.slice(0, 5)
const four = electors.slice(6)

function proposing(more: object): ToldOfFund[1] {
  return { ...proposed()[1], ...more }
}

function revising(amount: number): ToldOfFund[1] {
  return { step: 'reviseBudget', amount, standard: '样例：调整。' }
}

describe('proposing the year’s budget', () => {
  test('begins the branch’s fund of that year with nothing in it, and asks every member of the committee for a vote', () => {
    const { state, effects } = givenFund(proposed())
    expect(state).toMatchObject({
      number: 'F2026',
      branch: 'branch-moumou',
      year: 2026,
      status: 'proposed',
      budget: 0,
    })
    expect(state.ledger).toEqual([])
    expect(state.ballots).toMatchObject([
      { no: 1, on: { kind: 'budget', amount: yuan(1_000_000) }, electors },
    ])
    expect(told(effects)).toEqual(electors.map((person) => `${person}: fund-budget-vote-wanted`))
  })

  test('the secretary has no vote', () => {
    expect(givenFund(proposed()).state.ballots[0]?.electors).not.toContain(who.secretary)
  })

  test('who stands in for an away member is asked instead', () => {
    const { effects } = givenFundAt(bankWithout('p-feng-xiao'), proposed())
    expect(told(effects)).toContain('p-chen-si: fund-budget-vote-wanted')
    expect(told(effects).join()).not.toContain('p-feng-xiao')
  })

  test('the same proposal sent twice is one; another one beside it is refused', () => {
    givenFund(proposed())
      .when(...proposed())
      .givesNothing()
    givenFund(proposed())
      .when(...proposed(yuan(5)))
      .refuses('fund-exists')
    givenFund(proposed()).when(who.sqHead, proposed()[1]).refuses('fund-exists')
  })

  test.each([
    [{ amount: 0 }, 'amount-not-positive'],
    [{ amount: -100 }, 'amount-not-positive'],
    [{ amount: 100.5 }, 'amount-not-whole-fen'],
    [{ amount: 1e13 }, 'amount-too-large'],
    [{ currency: 'USD' }, 'currency-not-cny'],
  ] as const)('%o is refused', (more, code) => {
    expect(() => givenFund([who.officer, proposing(more)])).toThrow(expect.objectContaining({ code }))
  })

  test('last year’s is too late', () => {
    const late: ToldOfFund = [who.officer, proposed()[1], '2027-01-01 09:00']
    expect(() => givenFund(late)).toThrow(expect.objectContaining({ code: 'wrong-year' }))
  })

  test('the year after next is too early', () => {
    const early: ToldOfFund = [who.officer, proposed()[1], '2024-12-31 23:59']
    expect(() => givenFund(early)).toThrow(expect.objectContaining({ code: 'wrong-year' }))
  })

  test('next year’s may be proposed this year', () => {
    const early: ToldOfFund = [who.officer, proposed()[1], '2025-11-20 09:00']
    expect(givenFund(early).state.year).toBe(2026)
  })

  test.each(['filer', 'outletManager', 'unitHead', 'director', 'headOffice', 'admin'] as const)(
    'is not for %s',
    (kind) => {
      expect(() => givenFund([who[kind], proposed()[1]])).toThrow(
        expect.objectContaining({ code: 'not-you' }),
      )
    },
  )

  test('needs a committee that can vote', () => {
    expect(() => givenFundAt(bankLacking(...electors), proposed())).toThrow(
      expect.objectContaining({ code: 'no-committee' }),
    )
  })

  test('what is asked of the wrong fund is a fault of ours, and stops', () => {
    const elsewhere = proposing({ branch: 'outlet-renmin-road' })
    expect(() => givenFund([who.officer, elsewhere])).toThrow('The fund of outlet-renmin-road')
  })

  test('nothing can be asked of a fund that nobody proposed', () => {
    const early: ToldOfFund = [who.outletManager, asked(yuan(1))[1]]
    expect(() => givenFund(early)).toThrow(expect.objectContaining({ code: 'not-found' }))
  })
})

describe('voting on the budget', () => {
  const voting = givenFund(proposed())

  test('the sixth yes of ten seats adopts it at once: the money is there, and those who manage it are told', () => {
    const { state, effects } = givenFund(proposed(), ...votes(1, 'yes', six.slice(0, 5))).when(
      ...(votes(1, 'yes', ['p-jiang-nan'])[0] ?? proposed()),
    )
    expect(state).toMatchObject({ status: 'open', budget: yuan(1_000_000) })
    expect(balancesOf(state.ledger)).toMatchObject({ available: yuan(1_000_000), bank: -yuan(1_000_000) })
    expect(told(effects)).toEqual([
      `${who.officer}: fund-budget-adopted`,
      `${who.sqHead}: fund-budget-adopted`,
      `${finance.liaison}: fund-budget-adopted`,
      `${finance.head}: fund-budget-adopted`,
      `${who.director}: fund-budget-adopted`,
    ])
  })

  test('five yes of ten are not yet enough, and five others end it', () => {
    const half = voting.and(...votes(1, 'yes', five))
    expect(half.state.status).toBe('proposed')
    const all = half.and(...votes(1, 'abstain', electors.slice(5)))
    expect(all.state).toMatchObject({ status: 'proposed', ballots: [{ outcome: 'rejected' }] })
  })

  test('when its time is over, more than half of those who voted decide, if more than half of the seats did', () => {
    const split = voting.and(...votes(1, 'yes', six.slice(0, 4)), ...votes(1, 'no', four.slice(0, 2)))
    expect(split.until('2026-03-05 09:59').state.ballots[0]?.outcome).toBeUndefined()
    expect(split.until('2026-03-05 10:00').state).toMatchObject({
      status: 'open',
      ballots: [{ outcome: 'adopted' }],
    })
    const tied = voting.and(...votes(1, 'yes', six.slice(0, 3)), ...votes(1, 'no', four.slice(0, 3)))
    expect(tied.until('2026-03-05 10:00').state).toMatchObject({
      status: 'proposed',
      ballots: [{ outcome: 'rejected' }],
    })
  })

  test('five votes of ten seats are no quorum, whatever they say', () => {
    const few = voting.and(...votes(1, 'yes', electors.slice(0, 5))).until('2026-03-06 10:00')
    expect(few.state.ballots).toMatchObject([{ outcome: 'noQuorum' }])
    expect(told(few.effects)).toContain(`${who.sqHead}: fund-budget-no-quorum`)
  })

  test('each seat votes once, and a vote stands', () => {
    const [first] = votes(1, 'no', [who.director])
    const after = voting.and(...votes(1, 'yes', [who.director]))
    after.when(...(first ?? proposed())).refuses('voted-already')
  })

  test('a stand-in votes for the away member, who has then voted', () => {
    const story = givenFundAt(bankWithout('p-feng-xiao'), proposed(), ...votes(1, 'yes', ['p-chen-si']))
    expect(story.state.ballots[0]?.votes).toMatchObject([{ by: 'p-chen-si', seat: 'p-feng-xiao' }])
    story.when('p-chen-si', { step: 'vote', ballot: 1, voice: 'no' }).refuses('voted-already')
  })

  test('a member who comes back finds their seat’s vote cast, and is not reminded of it', () => {
    const back = bankWith(() => ({
      leave: [{ person: 'p-feng-xiao', from: '2026-03-01', until: '2026-03-02' }],
    }))
    const story = givenFundAt(back, proposed(), ...votes(1, 'yes', ['p-chen-si']))
    story
      .when('p-feng-xiao', { step: 'vote', ballot: 1, voice: 'no' }, '2026-03-03 10:00')
      .refuses('voted-already')
    const reminded = story.ticks('2026-03-04 10:00').effects
    expect(told(reminded)).toContain(`${who.director}: fund-reminder`)
    expect(told(reminded).join()).not.toContain('p-feng-xiao')
  })

  test('who is there votes, not their deputy', () => {
    voting.when('p-chen-si', { step: 'vote', ballot: 1, voice: 'yes' }).refuses('not-a-member')
  })

  test.each(['secretary', 'sqHead', 'officer', 'headOffice', 'handler'] as const)(
    'the %s has no vote',
    (kind) => {
      voting.when(who[kind], { step: 'vote', ballot: 1, voice: 'yes' }).refuses('not-a-member')
    },
  )

  test('a member who has left since has none, and who joined since was not asked', () => {
    const changed = bankWith(({ posts }) => ({
      posts: [
        ...posts.map((post) =>
          post.person === 'p-jin-cheng' && post.role === 'COM' ? { ...post, until: '2026-03-02' } : post,
        ),
        { person: 'p-tao-ran', role: 'COM', unit: 'committee', from: '2026-03-03' },
      ],
    }))
    const story = givenFundAt(changed, proposed())
    story
      .when('p-jin-cheng', { step: 'vote', ballot: 1, voice: 'yes' }, '2026-03-03 10:00')
      .refuses('not-a-member')
    story
      .when('p-tao-ran', { step: 'vote', ballot: 1, voice: 'yes' }, '2026-03-03 10:00')
      .refuses('not-a-member')
    story
      .when('p-jin-cheng', { step: 'vote', ballot: 1, voice: 'yes' }, '2026-03-02 16:00')
      .gives({ type: 'voted' })
  })

  test('nobody votes after the outcome, nor after the time, also where the clock has not looked yet', () => {
    const late: ToldOfFund[1] = { step: 'vote', ballot: 1, voice: 'no' }
    openFund().when('p-jin-cheng', late).refuses('vote-closed')
    voting.when('p-jin-cheng', late, '2026-03-05 10:00').refuses('vote-closed')
    voting.when('p-jin-cheng', late, '2026-03-05 09:59').gives({ type: 'voted' })
  })

  test('there is no such vote', () => {
    voting.when(who.director, { step: 'vote', ballot: 2, voice: 'yes' }).refuses('not-found')
  })
})

describe('another budget', () => {
  test('what was voted down is proposed anew', () => {
    const again = givenFund(
      proposed(),
      ...votes(1, 'no', five),
      [who.sqHead, revising(yuan(600_000))],
      ...votes(2, 'yes', six),
    )
    expect(again.state).toMatchObject({ status: 'open', budget: yuan(600_000) })
    expect(balancesOf(again.state.ledger).available).toBe(yuan(600_000))
  })

  test('while a vote on one is open there is no second', () => {
    givenFund(proposed())
      .when(who.officer, revising(yuan(5)))
      .refuses('not-now')
  })

  test('what is in force is only raised, and only the difference comes in', () => {
    const fund = openFund()
    fund.when(who.officer, revising(yuan(999_999))).refuses('budget-not-higher')
    fund.when(who.officer, revising(yuan(1_000_000))).refuses('budget-not-higher')
    const raised = fund.and([who.officer, revising(yuan(1_500_000))], ...votes(2, 'yes', six))
    expect(raised.state.budget).toBe(yuan(1_500_000))
    expect(raised.state.ledger.map(({ amount }) => amount)).toEqual([yuan(1_000_000), yuan(500_000)])
  })

  test('a larger one that is voted down leaves the old one in force', () => {
    const kept = openFund().and([who.officer, revising(yuan(1_500_000))], ...votes(2, 'no', five))
    expect(kept.state).toMatchObject({ status: 'open', budget: yuan(1_000_000) })
  })

  test('is not for who does not manage the fund', () => {
    openFund()
      .when(who.unitHead, revising(yuan(2_000_000)))
      .refuses('not-you')
  })
})

describe('closing the year', () => {
  const over = '2027-01-04 10:00'
  const close: ToldOfFund[1] = { step: 'closeYear', remark: '样例：年度结束。' }

  test('what was not used lapses, and nothing can be asked any more', () => {
    const closed = openFund().and([who.sqHead, close, over])
    expect(closed.state.status).toBe('closed')
    expect(balancesOf(closed.state.ledger)).toMatchObject({ available: 0, lapsed: yuan(1_000_000) })
    expect(closed.nextAlarm()).toBeUndefined()
    closed.when(who.outletManager, asked(yuan(1))[1]).refuses('not-now')
    closed.when(who.sqHead, close).refuses('not-now')
  })

  test('not before the year is over, to the minute of the bank’s time', () => {
    openFund().when(who.sqHead, close, '2026-12-31 23:59').refuses('year-not-over')
    openFund().when(who.sqHead, close, '2027-01-01 00:00').gives({ type: 'closed' })
  })

  test('not while a request or a vote is open', () => {
    const open = openFund(yuan(1_000_000), asked(yuan(100)))
    open.when(who.sqHead, close, over).refuses('requests-open', { code: 'F2026-001' })
    open.and(approved()).when(who.sqHead, close, over).refuses('requests-open')
    const raising = openFund().and([who.officer, revising(yuan(2_000_000)), '2027-01-04 09:00'])
    raising.when(who.sqHead, close, over).refuses('requests-open', { code: 'F2026' })
  })

  test('with everything settled it closes', () => {
    const settled = openFund(
      yuan(1_000_000),
      asked(yuan(100)),
      approved(),
      [finance.liaison, paying(), '2026-03-02 18:05'],
      [who.outletManager, settling(yuan(100))],
    )
    const { state } = settled.when(who.sqHead, close, over)
    expect(balancesOf(state.ledger)).toMatchObject({ spent: yuan(100), lapsed: yuan(999_900), available: 0 })
  })

  test.each(['officer', 'director', 'outletManager'] as const)('is not for the %s', (kind) => {
    openFund().when(who[kind], close, over).refuses('not-you')
  })

  test('the head is reminded when the year is over, from the first working day on', () => {
    const called = openFund().until('2027-02-10 18:00')
    const calls = called.journal.flatMap((event) => (event.type === 'called' ? [local(event.at)] : []))
    expect(calls[0]?.startsWith('2027-01-')).toBe(true)
    expect(told(called.effects)).toContain(`${who.sqHead}: fund-overdue`)
  })
})
