// oxlint-disable vitest/expect-expect -- `gives`, `givesNothing` and `refuses` are the expectations here
import { describe, expect, test } from 'vitest'
import { fundMatter } from '../../src/fund/matter.ts'
import { sampleOrganisation, sampleRulebook } from '../support/a-house.ts'
import { type FundStory, type ToldOfFund, givenFund, givenFundAt } from '../support/given.ts'
import { bankWith, local, shanghai, who } from '../support/rulebook.ts'
import {
  approved,
  asked,
  electors,
  finance,
  openFund,
  paying,
  proposed,
  settling,
  votes,
  yuan,
} from '../support/fund.ts'

const million = yuan(1_000_000)
/** Asked on Monday at 11:10, approved at 11:20. */
const waiting = openFund(million, asked(yuan(500)))
const ready = waiting.and(approved())
/** Paid on Monday at 18:00: after hours, so that five working days end on the Tuesday after next at opening. */
const paid = ready.and([finance.liaison, paying(), '2026-03-02 18:05'])

/** Every call so far: when, whether it was overdue, and who was called. */
function callsIn({ journal }: FundStory): string[] {
  return journal.flatMap((event) =>
    event.type === 'called'
      ? [`${local(event.at)} ${event.overdue ? 'overdue' : 'reminder'} ${event.clock}: ${event.to.join(' ')}`]
      : [],
  )
}

function looked(story: FundStory, at: string) {
  return story.ticks(at)
}

describe('settlement within five working days of the payment', () => {
  test('the requester is reminded a day before, then the ladder is climbed: head, finance, committee', () => {
    expect(callsIn(paid.until('2026-03-13 18:00'))).toEqual([
      `2026-03-09 09:00 reminder fundSettle: ${who.outletManager}`,
      `2026-03-10 09:00 overdue fundSettle: ${who.outletManager} ${who.sqHead}`,
      `2026-03-11 09:00 overdue fundSettle: ${who.outletManager} ${who.sqHead} ${finance.liaison} ${finance.head}`,
      `2026-03-13 09:00 overdue fundSettle: ${who.outletManager} ${who.sqHead} ${finance.liaison} ${finance.head} ${who.director}`,
    ])
  })

  test('and then everybody each working day, until it is settled', () => {
    const late = paid.until('2026-03-17 12:00')
    expect(
      callsIn(late)
        .slice(4)
        .map((line) => line.slice(0, 16)),
    ).toEqual(['2026-03-16 09:00', '2026-03-17 09:00'])
    const settled = late.and([who.outletManager, settling(yuan(500)), '2026-03-17 12:05'])
    expect(callsIn(settled.until('2026-06-01 12:00'))).toEqual(callsIn(late))
  })

  test('settled in time, nobody is called', () => {
    const settled = paid.and([who.outletManager, settling(yuan(500)), '2026-03-06 12:00'])
    expect(callsIn(settled.until('2026-12-01 12:00'))).toEqual([])
  })

  test('money that has not come back keeps the clock of the settlement running', () => {
    const short = paid.and([who.outletManager, settling(yuan(400)), '2026-03-06 12:00'])
    expect(callsIn(short.until('2026-03-10 12:00')).at(-1)).toContain('2026-03-10 09:00 overdue fundSettle')
  })

  const until: readonly ToldOfFund[] = [
    proposed(),
    ...votes(1, 'yes', electors.slice(0, 6)),
    asked(yuan(500)),
    approved(),
    [finance.liaison, paying(), '2026-03-02 18:05'],
  ]

  test('for a requester who is away the deputy is called, unless complained about: then the head', () => {
    const away = bankWith(() => ({
      leave: [{ person: who.outletManager, from: '2026-03-05', until: '2026-12-31' }],
      deputies: [{ person: who.outletManager, deputy: who.handler }],
    }))
    expect(callsIn(givenFundAt(away, ...until).until('2026-03-09 12:00'))).toEqual([
      `2026-03-09 09:00 reminder fundSettle: ${who.handler}`,
    ])
    const partial = bankWith(() => ({
      leave: [{ person: who.outletManager, from: '2026-03-05', until: '2026-12-31' }],
      deputies: [{ person: who.outletManager, deputy: who.liaison }],
    }))
    expect(callsIn(givenFundAt(partial, ...until).until('2026-03-09 12:00'))).toEqual([
      `2026-03-09 09:00 reminder fundSettle: ${who.sqHead}`,
    ])
  })

  test('for a requester who left the head is called, and may settle', () => {
    const gone = bankWith(({ posts }) => ({
      posts: posts.map((post) =>
        post.person === who.outletManager ? { ...post, until: '2026-03-04' } : post,
      ),
      deputies: [],
    }))
    const story = givenFundAt(gone, ...until).until('2026-03-09 12:00')
    expect(callsIn(story)).toEqual([`2026-03-09 09:00 reminder fundSettle: ${who.sqHead}`])
    story.when(who.outletManager, settling(yuan(500))).refuses('not-you')
    story.when(who.sqHead, settling(yuan(500))).gives({ type: 'settled' })
  })
})

describe('the other clocks', () => {
  test('a request nobody decides on within two working days is called for, from the one who may up', () => {
    expect(callsIn(waiting.until('2026-03-05 18:00'))).toEqual([
      `2026-03-03 15:10 reminder fundDecide: ${who.unitHead}`,
      `2026-03-04 11:10 overdue fundDecide: ${who.unitHead} ${who.sqHead}`,
      `2026-03-05 11:10 overdue fundDecide: ${who.unitHead} ${who.sqHead} ${finance.liaison} ${finance.head}`,
    ])
  })

  test('an approved request is to be paid within three working days', () => {
    expect(callsIn(ready.until('2026-03-05 12:00'))).toEqual([
      `2026-03-04 11:20 reminder fundPay: ${finance.liaison} ${finance.head}`,
      `2026-03-05 11:20 overdue fundPay: ${finance.liaison} ${finance.head} ${who.sqHead}`,
    ])
  })

  test('a day before a vote closes, those who have not voted are reminded, nobody else', () => {
    const voting = givenFund(proposed(), ...votes(1, 'yes', electors.slice(0, 4)))
    expect(callsIn(voting.until('2026-03-05 09:59'))).toEqual([
      `2026-03-04 10:00 reminder fundVote: ${electors.slice(4).join(' ')}`,
    ])
  })

  test('a vote on a request names the request', () => {
    const voting = openFund(million, asked(yuan(20_000))).until('2026-03-04 11:10')
    const reminders = voting.effects.flatMap(({ effect }) =>
      effect.kind === 'tell' && effect.notice.code === 'fund-reminder' ? [effect.notice] : [],
    )
    expect(reminders).toHaveLength(electors.length)
    expect(reminders[0]).toMatchObject({ clock: 'fundVote', request: 'F2026-001', amount: yuan(20_000) })
  })

  test('what was sent back waits for nobody’s clock', () => {
    const back = waiting.and([who.unitHead, { step: 'sendBack', request: 1, remark: '样例' }])
    expect(callsIn(back.until('2026-06-01 10:00'))).toEqual([])
  })
})

describe('a machine that was down', () => {
  test('calls once for everything that became owed meanwhile, on the highest rung, and confesses the delay', () => {
    const { events, effects } = looked(paid, '2026-03-20 10:00')
    expect(events).toMatchObject([{ type: 'called', marks: ['r0', 'k0', 'k1', 'k2'], overdue: true }])
    const notices = effects.flatMap(({ effect }) => (effect.kind === 'tell' ? [effect.notice] : []))
    expect(notices).toHaveLength(5)
    expect(notices[0]?.lateSeconds).toBeGreaterThan(3600)
  })

  test('holds what became owed until the quiet hours are over', () => {
    expect(looked(paid, '2026-03-20 22:00').events).toEqual([])
    const context = {
      organisation: sampleOrganisation,
      rulebook: sampleRulebook,
      now: shanghai('2026-03-20 22:00'),
    }
    expect(local(fundMatter.nextAlarm(paid.state, context))).toBe('2026-03-21 08:30')
    expect(looked(paid, '2026-03-21 08:30').events).toHaveLength(1)
  })

  test('closes a vote whose time is over, at night too', () => {
    const voting = givenFund(proposed(), ...votes(1, 'yes', electors.slice(0, 5)))
    looked(voting, '2026-03-20 23:00').gives({ type: 'ballotClosed', outcome: 'noQuorum' })
  })
})

describe('the alarm', () => {
  test('is the next thing owed, and gone where nothing waits', () => {
    expect(local(paid.nextAlarm())).toBe('2026-03-09 09:00')
    expect(local(waiting.nextAlarm())).toBe('2026-03-03 15:10')
    expect(local(givenFund(proposed()).nextAlarm())).toBe('2026-03-04 10:00')
    const down = givenFund(proposed(), ...votes(1, 'no', electors.slice(0, 5)))
    expect(down.nextAlarm()).toBeUndefined()
  })

  test('a second look at the same instant gives nothing, and the next lies ahead', () => {
    const once = paid.until('2026-03-10 09:00')
    looked(once, '2026-03-10 09:00').givesNothing()
    expect(local(once.nextAlarm())).toBe('2026-03-11 09:00')
  })
})
