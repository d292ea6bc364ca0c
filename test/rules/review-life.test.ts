// oxlint-disable vitest/expect-expect -- `gives`, `givesNothing` and `refuses` are the expectations here
import { describe, expect, test } from 'vitest'
import { agendaOf } from '../../src/review/agenda.ts'
import { actionIdOf } from '../../src/review/action-id.ts'
import { regularReviewId } from '../../src/review/regular-review-id.ts'
import type { LanedEffect } from '../../src/matter/effect.ts'
import { sampleRulebook } from '../support/a-house.ts'
import { type ToldOfReview, givenReview, givenReviewAt, reviewId } from '../support/given.ts'
import {
  type GiveVerdict,
  aCase,
  cardCase,
  cardHead,
  convened,
  decided,
  held,
  kept,
  minuted,
  noFault,
  objected,
  packed,
  verdict,
  voters,
} from '../support/review.ts'
import { bankLacking, iso, local, who } from '../support/rulebook.ts'

const meeting = givenReview(convened)
const open = meeting.and(packed, held)
const closedDoors = open.and(decided, noFault)
const published = closedDoors.and(minuted)

type Command = ToldOfReview[1]
const convene = (changes: Partial<Extract<Command, { step: 'convene' }>>): Command => ({
  step: 'convene',
  branch: 'branch-moumou',
  kind: 'regular',
  ...changes,
})
const attend = (attended: readonly string[], openedAt = '2026-03-27 14:00'): Command => ({
  step: 'attend',
  openedAt: iso(openedAt),
  attended: [...attended],
})
const give = (changes: Partial<GiveVerdict>): Command => ({ ...verdict, ...changes })

describe('convening', () => {
  test('calls the committee, its secretary and service quality; whoever convened is not told', () => {
    const { state, effects } = meeting
    expect(state).toMatchObject({ number: 'R2026-001', status: 'convened', kind: 'regular' })
    expect(state.cases.map(({ number }) => number)).toEqual(['2026-00011', '2026-00012'])
    expect(told(effects)).toEqual(
      [...voters, who.secretary, who.officer, who.otherOfficer].map((person) => `${person}: review-convened`),
    )
  })

  test('without a time a regular one meets on the last working day of the month, a special one in ten working days', () => {
    const regular = givenReview([who.sqHead, convene({})])
    expect(local(regular.state.meetsAt)).toBe('2026-03-31 14:00')
    const special = givenReview(['machine', convene({ kind: 'special', cases: [aCase] })])
    expect(local(special.state.meetsAt)).toBe('2026-03-16 10:00')
  })

  test('a second time it is the same meeting, and a case given twice is on it once', () => {
    meeting.when(...convened).givesNothing()
    expect(givenReview([who.sqHead, convene({ cases: [aCase, aCase] })]).state.cases).toHaveLength(1)
  })

  test.each<[string, string, Command, string]>([
    ['a time that is past', who.sqHead, convene({ meetsAt: iso('2026-03-01 10:00') }), 'must-be-later'],
    ['a unit that is no branch', who.sqHead, convene({ branch: 'dept-retail' }), 'unknown-unit'],
    ['a branch nobody knows', who.sqHead, convene({ branch: 'branch-nowhere' }), 'unknown-unit'],
    ['by the committee', who.director, convene({}), 'not-you'],
    ['by the head of a unit', who.unitHead, convene({}), 'not-you'],
    ['by head office', who.headOffice, convene({}), 'not-you'],
    ['by somebody who left', 'p-nobody', convene({}), 'not-you'],
  ])('%s is refused', (_what, by, command, code) => {
    expect(outcomeOf(() => givenReview([by, command]))).toBe(code)
  })
})

describe('the agenda by rule', () => {
  const { why: _why, ...item } = aCase
  const closed = {
    ...item,
    level: 'L3' as const,
    repeat: false,
    rung: 0,
    found: 'no',
    responsibility: 'none',
  }
  const pack = { ...sampleRulebook.pack, review: { ...sampleRulebook.pack.review, samplePercent: 0 } }
  const reasons = (changes: Partial<typeof closed> | { level: 'L1' | 'L2' }) =>
    agendaOf([{ ...closed, ...changes }], pack).flatMap(({ why }) => why)

  test.each([
    ['a closed case of level 1', { level: 'L1' as const }, ['level']],
    ['a closed case of level 2', { level: 'L2' as const }, ['level']],
    ['a repeat', { repeat: true }, ['repeat']],
    ['a fault found and not owned up to', { found: 'yes', responsibility: 'none' }, ['disputed']],
    ['a part found that became the whole', { found: 'part', responsibility: 'atFault' }, ['disputed']],
    ['no fault found, yet at fault', { responsibility: 'atFault' }, ['disputed']],
    ['more than three working days overdue', { rung: 4 }, ['overdue']],
    ['several at once', { repeat: true, rung: 5 }, ['repeat', 'overdue']],
    ['an ordinary case of level 3', {}, []],
    ['agreed fault', { found: 'yes', responsibility: 'atFault' }, []],
    ['the third party’s fault, none found', { responsibility: 'thirdParty' }, []],
    ['overdue by less', { rung: 3 }, []],
  ])('%s', (_what, changes, expected) => {
    expect(reasons(changes)).toEqual(expected)
  })

  test('a sample of the others is drawn by their ids, the same each time', () => {
    const others = Array.from({ length: 400 }, (_, place) => ({ ...closed, complaint: `id-${place}` }))
    const drawn = agendaOf(others, sampleRulebook.pack)
    expect(drawn).toEqual(agendaOf(others, sampleRulebook.pack))
    expect(drawn.length).toBeGreaterThan(20)
    expect(drawn.length).toBeLessThan(60)
    expect(new Set(drawn.flatMap(({ why }) => why))).toEqual(new Set(['sample']))
  })
})

describe('before the meeting', () => {
  const another = { ...aCase, complaint: '0195f0a0-0000-7000-8000-00000000c003', number: '2026-00013' }

  test('cases join the agenda once and leave it with a reason', () => {
    const joined = meeting.and([who.officer, { step: 'putOnAgenda', cases: [another, aCase] }])
    expect(joined.state.cases).toHaveLength(3)
    joined.when(who.officer, { step: 'putOnAgenda', cases: [another] }).givesNothing()
    joined.when('machine', { step: 'putOnAgenda', cases: [another] }).givesNothing()
    const left = joined.when(who.officer, {
      step: 'takeOffAgenda',
      complaint: another.complaint,
      reason: '样例',
    })
    expect(left.state.cases).toHaveLength(2)
    joined
      .when(who.officer, { step: 'takeOffAgenda', complaint: 'nowhere', reason: '样例' })
      .refuses('not-on-agenda')
  })

  test('once the pack is out, a change of the agenda is told; before, not', () => {
    expect(meeting.when(who.officer, { step: 'putOnAgenda', cases: [another] }).effects).toEqual([])
    const { effects } = meeting.and(packed).when(who.officer, { step: 'putOnAgenda', cases: [another] })
    expect(told(effects)).toContain(`${who.director}: review-agenda`)
  })

  test('after the meeting was opened the machine puts nothing on its agenda', () => {
    open.when('machine', { step: 'putOnAgenda', cases: [another] }).refuses('not-now')
  })

  test('the pack goes out by itself two working days before, to everybody called', () => {
    expect(local(meeting.nextAlarm())).toBe('2026-03-25 14:00')
    const { events, effects } = meeting.ticks('2026-03-25 14:00')
    expect(events).toEqual([{ type: 'packSent', at: iso('2026-03-25 14:00') }])
    expect(told(effects)).toEqual(
      [...voters, who.secretary, who.sqHead, who.officer, who.otherOfficer].map(
        (person) => `${person}: review-pack`,
      ),
    )
  })

  test('the pack of a meeting that is sooner than that goes out at once', () => {
    const soon = givenReview([who.sqHead, convene({ meetsAt: iso('2026-03-03 10:00') })])
    expect(soon.ticks('2026-03-02 10:00').events).toMatchObject([{ type: 'packSent' }])
  })

  test('it moves with a reason, to a time still to come, and everybody hears of it at once', () => {
    const { state, effects } = meeting.when(who.officer, {
      step: 'reschedule',
      meetsAt: iso('2026-03-30 14:00'),
      reason: '样例：主任出差。',
    })
    expect(local(state.meetsAt)).toBe('2026-03-30 14:00')
    expect(effects.every(({ lane }) => lane === 'alert')).toBe(true)
    expect(told(effects)).toContain(`${who.director}: review-moved`)
    meeting
      .when(who.officer, { step: 'reschedule', meetsAt: iso('2026-03-02 09:00'), reason: '样例' })
      .refuses('must-be-later')
  })

  test('cancelled, its cases go to the next regular one, which is convened', () => {
    const { effects } = meeting.when(who.sqHead, { step: 'cancelReview', reason: '样例：并入下月。' })
    expect(told(effects)).toContain(`${who.director}: review-cancelled`)
    const [convening, putting] = commands(effects)
    expect(convening).toMatchObject({
      matter: 'review',
      id: regularReviewId('branch-moumou', '2026-04'),
      command: { step: 'convene', kind: 'regular', meetsAt: shortIso('2026-04-30 14:00') },
    })
    expect(putting).toMatchObject({
      id: regularReviewId('branch-moumou', '2026-04'),
      command: {
        step: 'putOnAgenda',
        cases: [{ number: '2026-00011', why: ['deferred'] }, { number: '2026-00012' }],
      },
    })
  })

  test('service quality proposes a verdict, on the same lists as the verdict; not on its own case', () => {
    const proposal: Command = {
      step: 'proposeVerdict',
      complaint: aCase.complaint,
      fault: 'partFault',
      degree: 'minor',
      penalties: ['talk'],
      rootCause: 'skill',
      opinion: '样例：首次。',
    }
    const { state } = meeting.when(who.officer, proposal)
    expect(state.cases[0]?.proposal).toMatchObject({
      by: who.officer,
      unit: 'outlet-renmin-road',
      degree: 'minor',
    })
    meeting.when(who.director, proposal).refuses('not-you')
    meeting.when(who.officer, { ...proposal, degree: 'none' }).refuses('unknown-choice')
    meeting.when(who.officer, { ...proposal, rootCause: 'weather' }).refuses('unknown-choice')
    meeting.when(who.officer, { ...proposal, unit: 'head-office' }).refuses('unknown-unit')
    const own = givenReview([who.sqHead, convene({ cases: [{ ...aCase, unit: 'dept-service-quality' }] })])
    own.when(who.officer, proposal).refuses('own-unit', { person: who.officer })
  })
})

describe('attendance and quorum', () => {
  const ready = meeting.and(packed)
  const at = '2026-03-27 14:05'

  test('records who came and who of them has a vote: not the secretary, not service quality', () => {
    expect(open.state).toMatchObject({ status: 'held', held: { by: who.secretary, voters } })
  })

  test('more than half of the votes must be there', () => {
    ready
      .when(who.officer, attend(voters.slice(0, 5)), at)
      .refuses('no-quorum', { present: '5', seats: '10' })
    expect(ready.when(who.officer, attend(voters.slice(0, 6)), at).state.status).toBe('held')
    ready.when(who.officer, attend([who.sqHead, who.officer, who.secretary]), at).refuses('no-quorum')
  })

  test('a seat whose holder has left is no seat any more', () => {
    const bank = bankLacking('p-jin-cheng', 'p-cao-yang', 'p-qin-yue', 'p-yang-fan')
    const smaller = givenReviewAt(bank, convened, packed)
    expect(smaller.when(who.officer, attend(voters.slice(0, 4)), at).state.held?.voters).toHaveLength(4)
    smaller.when(who.officer, attend(voters.slice(0, 3)), at).refuses('no-quorum')
    smaller.when(who.officer, attend([...voters.slice(0, 4), 'p-jin-cheng']), at).refuses('unknown-person')
  })

  test.each([
    ['an hour that has not come', '2026-03-27 16:00', at, 'in-the-future'],
    ['a day before the one it was convened for', '2026-03-26 14:00', at, 'too-early'],
    ['before the members had the pack', '2026-03-27 08:00', at, 'too-early'],
  ])('%s is refused', (_what, openedAt, now, code) => {
    const late = meeting.and([who.officer, { step: 'sendPack' }, '2026-03-27 09:00'])
    expect(outcomeOf(() => late.when(who.officer, attend(voters, openedAt), now).state)).toBe(code)
  })

  test('without the pack it cannot be opened, nor by somebody who keeps no minutes', () => {
    meeting.when(who.officer, attend(voters), at).refuses('pack-missing')
    ready.when(who.director, attend(voters), at).refuses('not-you')
    open.when(...held).refuses('not-now')
  })
})

describe('a verdict', () => {
  const at = '2026-03-27 14:30'

  test('names fault, unit, persons, degree, penalties and root cause, and who voted how', () => {
    expect(open.when(...decided).state.cases[0]?.verdict).toMatchObject({
      by: who.director,
      fault: 'atFault',
      unit: 'outlet-renmin-road',
      persons: [who.handler],
      degree: 'general',
      penalties: ['criticism', 'deduction'],
      rootCause: 'process',
      inFavour: voters.filter((person) => person !== 'p-cao-yang' && person !== 'p-qin-yue'),
      against: ['p-cao-yang'],
      abstained: ['p-qin-yue'],
    })
  })

  test('is the committee’s: who was not there, and everybody else, may not give it', () => {
    open.when(who.officer, verdict, at).refuses('not-you')
    open.when(who.secretary, verdict, at).refuses('not-you')
    open.when(who.unitHead, verdict, at).refuses('not-you')
    const without = meeting.and(packed, [
      who.officer,
      { step: 'attend', openedAt: iso('2026-03-27 14:00'), attended: voters.slice(1) },
      '2026-03-27 14:05',
    ])
    without.when(who.director, verdict, at).refuses('not-you')
  })

  test('the accused’s own unit does not judge: neither gives it nor votes on it', () => {
    const card = give({ complaint: cardCase.complaint, persons: [], against: [], abstained: [] })
    open.when(cardHead, card, at).refuses('own-unit', { person: cardHead })
    open
      .when(who.director, { ...card, against: [cardHead] } as Command, at)
      .refuses('no-vote', { person: cardHead })
    const { state } = open.when(who.director, card, at)
    expect(state.cases[1]?.verdict?.inFavour).toEqual(voters.filter((person) => person !== cardHead))
  })

  test('nor does a member whose unit the verdict would blame, though another handled it', () => {
    open.when(cardHead, give({ unit: 'dept-e-banking', against: [], abstained: [] }), at).refuses('own-unit')
    expect(open.when(cardHead, give({ against: [], abstained: [] }), at).events).toHaveLength(1)
  })

  test('a member complained about neither votes nor judges', () => {
    const named = givenReview(
      [
        who.sqHead,
        convene({ meetsAt: iso('2026-03-27 14:00'), cases: [{ ...aCase, respondents: [who.member] }] }),
      ],
      packed,
      held,
    )
    named.when(who.member, give({ persons: [] }), at).refuses('recused')
    named.when(who.director, give({ against: [who.member] }), at).refuses('no-vote')
  })

  test.each<[string, Partial<GiveVerdict>, string]>([
    ['a vote given twice', { against: ['p-cao-yang'], abstained: ['p-cao-yang'] }, 'voted-twice'],
    ['the same vote given twice', { against: ['p-cao-yang', 'p-cao-yang'] }, 'voted-twice'],
    ['the vote of somebody who is no member', { against: [who.officer] }, 'no-vote'],
    ['the vote of somebody unknown', { against: ['p-nobody'] }, 'no-vote'],
    ['half of the votes against it', { against: voters.slice(1, 6), abstained: [] }, 'no-majority'],
    ['a fault off the list', { fault: 'maybe' }, 'unknown-choice'],
    ['a degree off the list', { degree: 'deadly' }, 'unknown-choice'],
    ['a penalty off the list', { penalties: ['whipping'] }, 'unknown-choice'],
    ['a root cause off the list', { rootCause: 'weather' }, 'unknown-choice'],
    ['an action off the list', { actionKind: 'wait' }, 'unknown-choice'],
    ['an action that is none', { actionKind: 'none' }, 'actions-missing'],
    ['fault of no degree', { degree: 'none' }, 'unknown-choice'],
    ['no fault of a degree', { fault: 'none' }, 'unknown-choice'],
    ['no fault with penalties', { fault: 'none', degree: 'none' }, 'unknown-choice'],
    ['no fault with persons at fault', { fault: 'none', degree: 'none', penalties: [] }, 'unknown-person'],
    ['a unit of no branch', { unit: 'ho-call-centre' }, 'unknown-unit'],
    ['persons nobody knows', { persons: ['p-nobody'] }, 'unknown-person'],
    ['an action whose owner left', { actionOwner: 'p-nobody' }, 'unknown-person'],
    ['an action owned by whom it blames', { actionOwner: who.handler }, 'recused'],
    ['an action due in the past', { actionDue: iso('2026-03-01 10:00') }, 'must-be-later'],
    ['a case that is not on the agenda', { complaint: 'nowhere' }, 'not-on-agenda'],
  ])('%s is refused', (_what, changes, code) => {
    expect(outcomeOf(() => open.when(who.director, give(changes), at).state)).toBe(code)
  })

  test('of fault without an action, or with half of one, is refused', () => {
    const { actionKind: _kind, actionTask: _task, actionOwner: _owner, actionDue, ...bare } = verdict
    open.when(who.director, bare, at).refuses('actions-missing')
    open.when(who.director, { ...bare, actionDue: actionDue ?? '' }, at).refuses('actions-missing')
  })

  test('given again before the minutes it replaces the first; before the meeting and after the minutes it is too late', () => {
    const again = open.and(decided).when(who.director, give({ degree: 'minor' }), '2026-03-27 15:30')
    expect(again.state.cases[0]?.verdict?.degree).toBe('minor')
    meeting.when(who.director, verdict, at).refuses('not-now')
    published.when(who.director, verdict, '2026-03-30 11:00').refuses('not-now')
  })

  test('a case may be deferred instead, by whoever keeps the minutes or a member', () => {
    const defer: Command = { step: 'defer', complaint: cardCase.complaint, reason: '样例：待鉴定。' }
    expect(open.when(who.secretary, defer, at).state.cases[1]?.deferred).toBe('样例：待鉴定。')
    expect(open.when(who.director, defer, at).events).toHaveLength(1)
    open.when(who.unitHead, defer, at).refuses('not-you')
    const later = open.and([who.secretary, defer, at], noFault)
    expect(later.state.cases[1]).not.toHaveProperty('deferred')
  })
})

describe('the minutes', () => {
  test('wait for a verdict on every case, and name what is missing', () => {
    open
      .and(decided)
      .when(...minuted)
      .refuses('verdict-missing', { cases: '2026-00012' })
    closedDoors.when(who.director, minuted[1], minuted[2]).refuses('not-you')
    expect(() => closedDoors.when(who.secretary, { step: 'minutes', text: ' ' })).toThrow('text')
  })

  test('tell the members, and the unit at fault until when it may object; nobody complained about', () => {
    const { effects } = closedDoors.when(...minuted)
    expect(told(effects)).toContain(`${who.director}: review-minutes`)
    const verdicts = effects.filter(
      ({ effect }) => effect.kind === 'tell' && effect.notice.code === 'verdict-told',
    )
    expect(told(verdicts)).toEqual([`${who.unitHead}: verdict-told`, `${who.liaison}: verdict-told`])
    expect(verdicts[0]?.effect).toMatchObject({
      notice: { case: '2026-00011', due: shortIso('2026-04-07 10:00') },
    })
    expect(JSON.stringify(told(effects))).not.toContain(who.handler)
  })

  test('begin the action of each verdict under an id of its own, and convene the next meeting', () => {
    const begun = commands(closedDoors.when(...minuted).effects)
    expect(begun).toEqual([
      {
        kind: 'command',
        matter: 'action',
        id: actionIdOf(reviewId, aCase.complaint),
        command: {
          step: 'begin',
          unit: 'outlet-renmin-road',
          kind: 'fixProcess',
          task: '样例：增加收费双人复核。',
          owner: who.outletManager,
          due: iso('2026-05-29 17:00'),
          rootCause: 'process',
          rootCauseRemark: '样例：复核环节缺失。',
          like: { cause: 'C07', business: 'B02' },
          origin: { matter: 'review', id: reviewId, number: 'R2026-001' },
          respondents: [who.handler],
        },
      },
      {
        kind: 'command',
        matter: 'review',
        id: regularReviewId('branch-moumou', '2026-04'),
        command: {
          step: 'convene',
          branch: 'branch-moumou',
          kind: 'regular',
          meetsAt: shortIso('2026-04-30 14:00'),
        },
      },
    ])
  })

  test('of a meeting on its rhythm convene the one of the next month, of a special one none', () => {
    const regular = givenReview(
      [who.sqHead, convene({})],
      [who.officer, { step: 'sendPack' }, '2026-03-27 10:00'],
    ).and([
      who.secretary,
      { step: 'attend', openedAt: iso('2026-03-31 14:00'), attended: [...voters] },
      '2026-03-31 14:05',
    ])
    expect(commands(regular.when(who.secretary, minuted[1], '2026-04-01 10:00').effects)).toMatchObject([
      { id: regularReviewId('branch-moumou', '2026-04'), command: { meetsAt: shortIso('2026-04-30 14:00') } },
    ])
    const special = givenReview(
      [who.sqHead, convene({ kind: 'special', meetsAt: iso('2026-03-27 14:00') })],
      packed,
      held,
    )
    expect(commands(special.when(...minuted).effects)).toEqual([])
  })

  test('of one that moved into the next month convene that month’s own; of a cancelled one the month after', () => {
    const moving = givenReview([who.sqHead, convene({})])
    const moved = moving
      .and([
        who.officer,
        { step: 'reschedule', meetsAt: iso('2026-04-02 14:00'), reason: '样例' },
        '2026-03-25 10:00',
      ])
      .and([who.officer, { step: 'sendPack' }, '2026-03-30 10:00'])
      .and([
        who.secretary,
        { step: 'attend', openedAt: iso('2026-04-02 14:00'), attended: [...voters] },
        '2026-04-02 14:05',
      ])
    const april = { id: regularReviewId('branch-moumou', '2026-04') }
    expect(commands(moved.when(who.secretary, minuted[1]).effects)).toMatchObject([april])
    expect(commands(moving.when(who.sqHead, { step: 'cancelReview', reason: '样例' }).effects)).toMatchObject(
      [april],
    )
  })

  test('take what was deferred to the next meeting', () => {
    const defer: Command = { step: 'defer', complaint: cardCase.complaint, reason: '样例' }
    const { effects } = open.and(decided, [who.secretary, defer, '2026-03-27 15:00']).when(...minuted)
    expect(commands(effects).at(-1)).toMatchObject({
      command: { step: 'putOnAgenda', cases: [{ number: '2026-00012', why: ['deferred'] }] },
    })
  })
})

describe('an objection', () => {
  test('of the unit at fault goes to the committee and to service quality', () => {
    const { state, effects } = published.when(...objected)
    expect(state.cases[0]?.objection).toMatchObject({ by: who.unitHead, grounds: '样例：系统缺陷所致。' })
    expect(told(effects)).toEqual([
      `${who.director}: review-objected`,
      `${who.secretary}: review-objected`,
      `${who.sqHead}: review-objected`,
      `${who.officer}: review-objected`,
      `${who.otherOfficer}: review-objected`,
    ])
  })

  test('may be raised within five working days of the minutes, and no later', () => {
    expect(published.when(who.unitHead, objected[1], '2026-04-07 10:00').events).toHaveLength(1)
    published.when(who.unitHead, objected[1], '2026-04-07 10:01').refuses('too-late')
  })

  test('is raised once, by the head or the liaison of the unit', () => {
    expect(published.when(who.liaison, objected[1], '2026-04-01 10:00').events).toHaveLength(1)
    published
      .and(objected)
      .when(...objected)
      .refuses('not-now')
    for (const by of [who.outletManager, who.stranger, who.officer, who.director, 'p-nobody'])
      published.when(by, objected[1], '2026-04-01 10:00').refuses('not-you')
  })

  test('never by the one complained about, nor on a verdict of no fault, nor before the minutes', () => {
    published.when(who.handler, objected[1], '2026-04-01 10:00').refuses('not-you')
    published
      .when(cardHead, { step: 'object', complaint: cardCase.complaint, grounds: '样例' }, '2026-04-01 10:00')
      .refuses('not-you')
    closedDoors.when(...objected).refuses('not-now')
    const respondentHead = givenReview(
      [
        who.sqHead,
        convene({ meetsAt: iso('2026-03-27 14:00'), cases: [{ ...aCase, respondents: [who.unitHead] }] }),
      ],
      packed,
      held,
      [who.director, { ...verdict, persons: [] }, '2026-03-27 14:30'],
      minuted,
    )
    respondentHead.when(...objected).refuses('not-you')
    expect(respondentHead.when(who.liaison, objected[1], objected[2]).events).toHaveLength(1)
  })

  test('is answered by the committee: kept, the verdict stands and its unit hears so', () => {
    const { state, effects } = published.and(objected).when(...kept)
    expect(state.cases[0]?.objection?.answer).toMatchObject({
      by: who.director,
      remark: '样例：理由不成立。',
    })
    expect(told(effects)).toEqual([
      `${who.unitHead}: objection-answered`,
      `${who.liaison}: objection-answered`,
      `${who.sqHead}: objection-answered`,
    ])
    expect(commands(effects)).toEqual([])
  })

  test('changed to no fault, the action that followed is cancelled', () => {
    const change: Command = { ...kept[1], outcome: 'change', fault: 'none', degree: 'none' } as Command
    const { state, effects } = published.and(objected).when(who.director, change, kept[2])
    expect(state.cases[0]?.objection?.answer?.blame).toEqual({ fault: 'none', degree: 'none', penalties: [] })
    expect(commands(effects)).toEqual([
      {
        kind: 'command',
        matter: 'action',
        id: actionIdOf(reviewId, aCase.complaint),
        command: { step: 'cancelAction', reason: '样例：理由不成立。' },
      },
    ])
  })

  test('changed to a lesser degree, the action stays', () => {
    const change = { ...kept[1], outcome: 'change', fault: 'partFault', degree: 'minor' } as Command
    expect(commands(published.and(objected).when(who.director, change, kept[2]).effects)).toEqual([])
  })

  test('a change that says nothing, an answer to none, a second one, or one by the accused’s own unit is refused', () => {
    const raised = published.and(objected)
    raised.when(who.director, { ...kept[1], outcome: 'change' } as Command, kept[2]).refuses('unknown-choice')
    published.when(...kept).refuses('not-now')
    raised
      .and(kept)
      .when(...kept)
      .refuses('not-now')
    for (const by of [who.unitHead, who.officer, who.secretary])
      raised.when(by, kept[1], kept[2]).refuses('not-you')
    const card = open
      .and(decided, [
        who.director,
        { ...verdict, complaint: cardCase.complaint, persons: [], against: [], abstained: [] },
        '2026-03-27 15:00',
      ])
      .and(minuted, [
        who.businessLiaison,
        { step: 'object', complaint: cardCase.complaint, grounds: '样例' },
        '2026-04-01 10:00',
      ])
    card
      .when(cardHead, { ...kept[1], complaint: cardCase.complaint } as Command, kept[2])
      .refuses('own-unit', { person: cardHead })
  })
})

describe('closing', () => {
  const close: Command = { step: 'closeReview', conclusion: '样例：措施已落实到单位。' }

  test('once the time to object is over, by service quality; everybody called hears of it', () => {
    const { state, effects } = published.when(who.sqHead, close, '2026-04-07 10:01')
    expect(state.status).toBe('closed')
    expect(told(effects)).toContain(`${who.director}: review-closed`)
    published.when(who.director, close, '2026-04-07 10:01').refuses('not-you')
  })

  test('not while a unit may still object, nor while an objection has no answer', () => {
    published.when(who.sqHead, close, '2026-04-07 10:00').refuses('too-early')
    const raised = published.and(objected)
    raised.when(who.sqHead, close, '2026-05-07 10:00').refuses('objection-open')
    expect(raised.and(kept).when(who.sqHead, close).state.status).toBe('closed')
  })

  test('a meeting that found no fault is closed as soon as its minutes are there', () => {
    const innocent = givenReview(
      [who.sqHead, convene({ meetsAt: iso('2026-03-27 14:00'), cases: [cardCase] })],
      packed,
      held,
      noFault,
      minuted,
    )
    expect(innocent.when(who.sqHead, close).state.status).toBe('closed')
  })
})

function told(effects: readonly LanedEffect[]): string[] {
  return effects.flatMap(({ effect }) =>
    effect.kind === 'tell' ? [`${effect.to}: ${effect.notice.code}`] : [],
  )
}

function commands(effects: readonly LanedEffect[]) {
  return effects.flatMap(({ effect }) => (effect.kind === 'command' ? [effect] : []))
}

/** An instant as `Temporal` writes it: no fraction where there is none. */
function shortIso(time: string): string {
  return Temporal.Instant.from(iso(time)).toString()
}

/** What came of it: the refusal's code, or what was answered. */
function outcomeOf(trying: () => unknown): unknown {
  try {
    return trying()
  } catch (error) {
    return (error as { code?: unknown }).code ?? error
  }
}
