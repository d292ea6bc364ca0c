import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { Fund } from '../../src/fund/fund.ts'
import { balancesOf, outstandingOf } from '../../src/fund/ledger.ts'
import { evolve } from '../../src/fund/evolve.ts'
import { fundMatter } from '../../src/fund/matter.ts'
import { Refusal } from '../../src/matter/refusal.ts'
import { type FundStory, type ToldOfFund } from '../support/given.ts'
import { iso, local, who } from '../support/rulebook.ts'
import { asking, electors, finance, openFund, votes, yuan } from '../support/fund.ts'

/**
 * Random years of a fund: anybody asks for anything, accepted or refused, hours pass. Whatever happens, these sentences hold.
 */

const people = [...Object.values(who), finance.liaison, finance.head]
const person = fc.constantFrom(...people)
/** Mostly what a small fund can bear; sometimes nothing, too much, a wrong sign, or no whole fen. */
const anyAmount = fc.oneof(
  { weight: 8, arbitrary: fc.integer({ min: 1, max: yuan(20_000) }) },
  { weight: 1, arbitrary: fc.constantFrom(0, -1, -yuan(100), 0.5, 1e15) },
)
const request = fc.integer({ min: 1, max: 6 })
const key = fc.constantFrom('a', 'b', 'c', 'd', 'e', 'f')

type Asked = ToldOfFund[1]
const { step: _step, about: _about, ...said } = asking(1)

const command: fc.Arbitrary<Asked> = fc.oneof(
  { weight: 4, arbitrary: anyAmount.map((each): Asked => asking(each)) },
  { weight: 4, arbitrary: request.map((no): Asked => ({ step: 'approve', request: no })) },
  { weight: 1, arbitrary: request.map((no): Asked => ({ step: 'refuse', request: no, remark: '样例' })) },
  { weight: 1, arbitrary: request.map((no): Asked => ({ step: 'sendBack', request: no, remark: '样例' })) },
  { weight: 2, arbitrary: request.map((no): Asked => ({ step: 'withdraw', request: no, remark: '样例' })) },
  {
    weight: 1,
    arbitrary: fc
      .record({ request, amount: anyAmount })
      .map((each): Asked => ({ step: 'resubmit', ...said, ...each })),
  },
  {
    weight: 4,
    arbitrary: fc
      .record({ request, key, paidAt: fc.constantFrom('now', 'past') })
      .map(({ paidAt, ...each }): Asked => ({
        step: 'pay',
        ...each,
        paidAt: paidAt === 'now' ? '2026-03-02T10:00:00Z' : iso('2025-01-01 10:00'),
        reference: '样例',
      })),
  },
  {
    weight: 3,
    arbitrary: fc
      .record({ request, used: fc.oneof(anyAmount, fc.constant(0)) })
      .map((each): Asked => ({ step: 'settle', ...each, receipt: '样例' })),
  },
  {
    weight: 3,
    arbitrary: fc
      .record({ request, key, amount: anyAmount })
      .map((each): Asked => ({ step: 'returnUnused', ...each, reference: '样例' })),
  },
  {
    weight: 3,
    arbitrary: fc
      .record({ ballot: fc.integer({ min: 1, max: 4 }), voice: fc.constantFrom('yes', 'no', 'abstain') })
      .map((each): Asked => ({ step: 'vote', ...each })),
  },
  {
    weight: 1,
    arbitrary: anyAmount.map((each): Asked => ({ step: 'reviseBudget', amount: each, standard: '样例' })),
  },
  { weight: 1, arbitrary: fc.constant<Asked>({ step: 'closeYear' }) },
)

type Move =
  /** Anybody asks for anything. */
  | { readonly kind: 'ask'; readonly by: string; readonly command: Asked }
  /** Whoever may take the next step of a request takes it: years get far this way. */
  | { readonly kind: 'onwards'; readonly pick: number; readonly part: number }
  | { readonly kind: 'vote'; readonly voice: 'yes' | 'no' }
  | { readonly kind: 'sleep'; readonly hours: number }

const move: fc.Arbitrary<Move> = fc.oneof(
  { weight: 4, arbitrary: fc.record({ kind: fc.constant('ask' as const), by: person, command }) },
  {
    weight: 8,
    arbitrary: fc.record({
      kind: fc.constant('onwards' as const),
      pick: fc.nat({ max: 5 }),
      part: fc.integer({ min: 0, max: 100 }),
    }),
  },
  {
    weight: 2,
    arbitrary: fc.record({ kind: fc.constant('vote' as const), voice: fc.constantFrom('yes', 'no') }),
  },
  {
    weight: 1,
    arbitrary: fc.record({ kind: fc.constant('sleep' as const), hours: fc.integer({ min: 1, max: 400 }) }),
  },
)

const year = fc.record({
  budget: fc.integer({ min: 1, max: yuan(60_000) }),
  amounts: fc.array(fc.integer({ min: 1, max: yuan(30_000) }), { minLength: 1, maxLength: 6 }),
  moves: fc.array(move, { maxLength: 45, size: 'max' }),
})

function everyYear(
  check: (story: FundStory, before: FundStory) => void,
  runs: { readonly numRuns: number; readonly seed?: number } = { numRuns: 15 },
): void {
  fc.assert(
    fc.property(year, ({ budget, amounts, moves }) => {
      const begun = amounts.reduce<FundStory>(
        (story, each) => tried(story, who.outletManager, asking(each)),
        openFund(budget),
      )
      check(begun, begun)
      moves.reduce<FundStory>((story, next) => {
        const after = moved(story, next)
        check(after, story)
        return after
      }, begun)
    }),
    runs,
  )
}

describe('whatever is asked of a fund, accepted or refused', () => {
  test('the budget is what is available, reserved, advanced, spent and lapsed, and nothing is ever below zero', () => {
    everyYear(({ state }) => {
      const { bank, available, reserved, advanced, spent, lapsed } = balancesOf(state.ledger)
      expect(available + reserved + advanced + spent + lapsed).toBe(state.budget)
      expect(bank).toBe(-state.budget)
      for (const each of [available, reserved, advanced, spent, lapsed]) {
        expect(Number.isSafeInteger(each) && each >= 0).toBe(true)
      }
    })
  })

  test('the ledger tells the same as the requests do', () => {
    everyYear(({ state }) => {
      const { reserved, advanced, spent } = balancesOf(state.ledger)
      const sum = (of: (each: Fund['requests'][number]) => number) =>
        state.requests.reduce((total, each) => total + of(each), 0)
      expect(reserved).toBe(sum(({ status, amount }) => (status === 'approved' ? amount : 0)))
      expect(advanced).toBe(sum((each) => (each.payment ? outstandingOf(each) : 0)))
      expect(spent).toBe(sum(({ settlement }) => settlement?.used ?? 0))
    })
  })

  test('the ledger only grows, by whole fen', () => {
    everyYear(({ state: { ledger } }, before) => {
      expect(ledger.slice(0, before.state.ledger.length)).toEqual(before.state.ledger)
      for (const { amount } of ledger) expect(Number.isInteger(amount) && amount > 0).toBe(true)
    })
  })

  test('requester, approvers and payer are different people, and each key moves money once', () => {
    everyYear(({ state }) => {
      for (const { by, approvers, payment, settlement } of state.requests) {
        const deciding = payment ? [by, ...approvers, payment.by] : [by, ...approvers]
        expect(deciding).toEqual([...new Set(deciding)])
        expect(payment !== undefined && settlement?.by === payment.by).toBe(false)
      }
      const keys = state.requests.flatMap(({ payment, returns }) => [
        ...(payment ? [payment.key] : []),
        ...returns.map((each) => each.key),
      ])
      expect(keys).toEqual([...new Set(keys)])
    })
  })

  test('folding its journal gives its state', () => {
    everyYear(({ journal, state }) => {
      const lines = journal.map((event) => fundMatter.parseEvent(JSON.parse(JSON.stringify(event))))
      expect(lines.reduce<Fund | undefined>(evolve, undefined)).toEqual(state)
    })
  })

  test('a second look at the same instant gives nothing, and the next look lies ahead', () => {
    everyYear((story) => {
      const at = local(story.now) ?? ''
      const seen = story.and(['clock', { step: 'tick' }, at])
      expect(seen.when('clock', { step: 'tick' }, at).events).toEqual([])
      const alarm = seen.nextAlarm()
      expect(alarm === undefined || Temporal.Instant.compare(alarm, seen.now) > 0).toBe(true)
    })
  })
})

test('these years get far: requests are paid, settled, returned and voted on in them', () => {
  const reached = new Set<string>()
  const theSameEachTime = { numRuns: 25, seed: 2026 }
  everyYear(({ journal }) => {
    for (const { type } of journal) reached.add(type)
  }, theSameEachTime)
  for (const type of ['approved', 'paid', 'settled', 'returned', 'withdrawn', 'warned', 'voted', 'called'])
    expect(reached).toContain(type)
})

function moved(story: FundStory, next: Move): FundStory {
  switch (next.kind) {
    case 'ask':
      return tried(story, next.by, next.command)
    case 'onwards':
      return onwards(story, next)
    case 'vote': {
      const open = story.state.ballots.find(({ outcome }) => !outcome)
      const cast = open ? votes(open.no, next.voice, electors) : []
      return cast.reduce<FundStory>((each, [by, vote]) => tried(each, by, vote), story)
    }
    case 'sleep':
      return story.until(local(story.now.add({ hours: next.hours })) ?? '')
  }
}

function onwards(story: FundStory, { pick, part }: Extract<Move, { kind: 'onwards' }>): FundStory {
  const open = story.state.requests.filter(({ wait }) => wait)
  const found = open[pick % Math.max(open.length, 1)]
  if (!found) return story
  const { no } = found
  const share = Math.floor((outstandingOf(found) * part) / 100)
  const steps: Partial<Record<typeof found.status, [string, Asked]>> = {
    requested: [who.sqHead, { step: 'approve', request: no }],
    approved:
      part < 20
        ? [who.outletManager, { step: 'withdraw', request: no, remark: '样例' }]
        : [
            finance.liaison,
            {
              step: 'pay',
              request: no,
              key: `k${no}`,
              paidAt: iso(local(story.now) ?? ''),
              reference: '样例',
            },
          ],
    paid: [who.outletManager, { step: 'settle', request: no, used: share, receipt: '样例' }],
    returning: [
      finance.liaison,
      {
        step: 'returnUnused',
        request: no,
        key: `r${no}-${found.returns.length}`,
        amount: share,
        reference: '样例',
      },
    ],
  }
  const next = steps[found.status]
  return next ? tried(story, ...next) : story
}

/** Asked, and the story as it was where the rules say no. */
function tried(story: FundStory, by: string, asked: Asked): FundStory {
  try {
    return story.and([by, asked])
  } catch (error) {
    if (error instanceof Refusal) return story
    throw error
  }
}
