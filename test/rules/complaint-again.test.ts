// oxlint-disable vitest/expect-expect -- `gives` and `refuses` are the expectations here
import { describe, expect, test } from 'vitest'
import { earlierCases, repeatOf } from '../../src/complaint/again.ts'
import { runningClocks } from '../../src/complaint/clocks.ts'
import type { Complaint } from '../../src/complaint/complaint.ts'
import { oneGraver } from '../../src/complaint/level.ts'
import { sampleOrganisation, sampleRulebook } from '../support/a-house.ts'
import { type ComplaintStory, given } from '../support/given.ts'
import { iso, local, shanghai, who } from '../support/rulebook.ts'
import {
  approved,
  attached,
  by,
  closed,
  contacted,
  dispatched,
  filed,
  investigated,
  on,
  proposed,
  replied,
  reopened,
  taken,
  triaged,
  valid,
} from '../support/steps.ts'

/** `DOMAIN.md` 9.3 (repeat, reopen) and section 6 (which clock restarts when). */

const inProgress = given(filed(), triaged(), dispatched(), taken())

/** Filed on Monday 2 March 2026 at 10:00, no fault found and not drawn for a call in this test; closed at a time. */
function closedAt(at: string, but: Parameters<typeof filed>[0] = {}): ComplaintStory {
  const told = given(
    filed(but),
    triaged(),
    dispatched(),
    taken(),
    contacted(),
    investigated(),
    proposed(),
    approved(),
    replied(),
    [who.officer, valid.followUp()],
  )
  return told.and(on(at, closed()))
}

describe('the customer comes back while it is open', () => {
  test('any employee adds what they said: it counts, and stands in the case', () => {
    const { state } = inProgress.when(...attached())
    expect(state).toMatchObject({
      number: '2026-00123',
      repeats: 1,
      additions: [{ by: who.stranger, story: '客户再次来电催促退费。', source: 'phone' }],
    })
  })

  test('no clock moves by it', () => {
    expect(duesOf(inProgress.when(...attached()).state)).toEqual(duesOf(inProgress.state))
  })

  test('owner, handler and filer hear of it, whoever adds it does not', () => {
    const added = attached()
    expect(heard(inProgress.and(added), 'customer-again')).toEqual([who.handler, who.filer])
    expect(heard(inProgress.and(by(who.handler, added)), 'customer-again')).toEqual([who.filer])
  })

  test('of each fact the gravest that was told is kept', () => {
    const story = given(filed({ facts: { complainants: 2, onSite: 1 } }), triaged())
    const { state } = story.when(...attached({ facts: { complainants: 4 } }))
    expect(state.facts).toMatchObject({ complainants: 4, onSite: 1, repeatWithin90d: 1 })
  })

  test('masks that the case has stay; those of new values join them', () => {
    const { state } = inProgress.when(...attached({ complainant: { phone: '139****0000', email: '****' } }))
    expect(state.complainant).toEqual({ name: '张*', phone: '138****5678', email: '****' })
  })

  test.each([
    ['received', given(filed()), 'L2'],
    ['with its level set', given(filed(), triaged()), 'L3'],
  ] as const)('%s, being a repeat leaves it at %s', (_when, story, level) => {
    expect(story.when(...attached()).state.level).toBe(level)
  })

  test('a graver level that the facts ask for since then is told to service quality, once', () => {
    const once = inProgress.and(attached())
    expect(heard(once, 'graver-facts')).toEqual([who.officer, who.sqHead])
    expect(heard(once.and(attached()), 'graver-facts')).toHaveLength(2)
  })

  test('facts of level 1 in a complaint whose level is only proposed alarm by the level they propose', () => {
    given(filed())
      .when(...attached({ facts: { mediaPublished: 1 } }))
      .gives({ type: 'attached' }, { type: 'levelRaised', level: 'L1', levelReasons: ['published'] })
  })

  test('somebody complained about may not learn that it exists', () => {
    given(filed({ respondents: [who.stranger] }))
      .when(...attached())
      .refuses('not-found')
  })

  test('who may not file may not add: the auditor, the system admin', () => {
    for (const person of [who.auditor, who.admin])
      inProgress.when(...by(person, attached())).refuses('not-you')
  })

  test('to a closed one nothing is added', () => {
    closedAt('2026-03-02 13:00')
      .when(...attached())
      .refuses('not-now')
  })

  test.each([
    ['a time to come', { receivedAt: iso('2026-03-02 18:00') }, 'in-the-future'],
    ['a channel that is in no list', { source: 'pigeon' }, 'unknown-choice'],
    ['a wish that is in no list', { request: 'moon' }, 'unknown-choice'],
    ['a fact that is in no list', { facts: { comet: 1 } }, 'unknown-choice'],
  ] as const)('it refuses %s', (_what, but, code) => {
    inProgress.when(...attached(but)).refuses(code)
  })
})

describe('the repeat that the pack names raises the level by one', () => {
  const twice = inProgress.and(attached(), attached())

  test('the third one does: with two hours of grace, its reason, and the ladder told', () => {
    const third = twice.and(on('2026-03-02 12:00', attached()))
    expect(third.state).toMatchObject({ level: 'L2', levelSet: true, repeats: 3 })
    expect(third.state.levelReasons).toEqual(['repeated', 'repeat:3'])
    const raised = third.journal.find(({ type }) => type === 'levelRaised')
    expect(raised).toMatchObject({ count: 3, notBefore: iso('2026-03-02 14:00') })
    expect(heard(third, 'level-raised')).toEqual([
      who.handler,
      who.unitHead,
      who.businessLiaison,
      who.officer,
      who.sqHead,
    ])
  })

  test('the fourth does not raise it once more', () => {
    expect(twice.and(attached(), attached()).state).toMatchObject({ level: 'L2', repeats: 4 })
  })

  test('from level 2 to level 1, where the emergency group is formed by it', () => {
    const serious = given(filed({ facts: { fundSafety: 1 } }), triaged({ level: 'L2' }))
    const third = serious.and(attached(), attached(), attached())
    expect(third.state.level).toBe('L1')
    expect(runningClocks(third.state, sampleRulebook).map(({ run }) => run.code)).toContain('group')
    const formed = third.effects.filter(({ effect }) => effect.kind === 'command')
    expect(formed).toHaveLength(1)
  })

  test('at level 1 there is nothing above', () => {
    const grave = given(filed({ facts: { mediaPublished: 1 } }), triaged({ level: 'L1' }))
    expect(grave.and(attached(), attached(), attached()).state.level).toBe('L1')
    expect((['L1', 'L2', 'L3'] as const).map(oneGraver)).toEqual(['L1', 'L1', 'L2'])
  })

  test.each([
    [1, 'L2', ['repeated']],
    [2, 'L2', ['repeated']],
    [3, 'L1', ['repeated', 'repeat:3']],
    [4, 'L2', ['repeated']],
  ] as const)('as a complaint of its own, repeat %i is proposed as %s', (count, level, reasons) => {
    const { state } = given(filed({ repeatOf: link(count) }))
    expect(state).toMatchObject({ level, levelReasons: reasons, levelSet: false, repeats: count })
    expect(state.facts).toEqual({ repeatWithin90d: 1 })
  })
})

describe('reopening', () => {
  test('is the outlet’s manager’s and service quality’s, with a reason, when the customer has come back', () => {
    const story = closedAt('2026-03-02 13:00')
    const told = reopened({ receivedAt: iso('2026-03-02 13:05') })
    for (const person of [who.outletManager, who.officer, who.sqHead])
      story.when(...by(person, told)).gives({ type: 'reopened', statutory: 'stands' })
    for (const person of [who.handler, who.unitHead, who.filer, who.director, who.headOffice])
      story.when(...by(person, told)).refuses('not-you')
  })

  test.each([
    ['without a reason', { reason: undefined }, 'remark-missing'],
    ['for a time before the closing', { receivedAt: iso('2026-03-02 12:59') }, 'before-closing'],
    ['for a time to come', { receivedAt: iso('2026-03-02 15:00') }, 'in-the-future'],
  ] as const)('%s is refused', (_what, but, code) => {
    const { reason, ...said } = { ...valid.reopen({ receivedAt: iso('2026-03-02 13:05') }), ...but }
    const command = { ...said, ...(reason !== undefined && { reason }) }
    closedAt('2026-03-02 13:00').when(who.officer, command).refuses(code)
  })

  test('is possible until the end of the thirtieth day, Wednesday 1 April', () => {
    const story = closedAt('2026-03-02 13:00')
    const told = reopened({ receivedAt: iso('2026-03-20 10:00') })
    story.when(...on('2026-04-01 23:59', told)).gives({ type: 'reopened' })
    story.when(...on('2026-04-02 00:00', told)).refuses('too-late-to-reopen')
  })

  test('an open one is not reopened', () => {
    inProgress.when(...reopened()).refuses('not-now')
  })

  test('keeps number, handler and owner; begins another cycle; keeps when the customer was first told', () => {
    const story = closedAt('2026-03-02 13:00')
    const { state } = story.when(...reopened({ receivedAt: iso('2026-03-02 13:05') }))
    expect(state).toMatchObject({
      number: '2026-00123',
      status: 'in_progress',
      cycle: 2,
      handler: who.handler,
      owner: who.handler,
      firstReplyAt: iso('2026-03-02 10:05'),
      reopenings: [{ by: who.officer, closing: { outcome: 'fullyMet' } }],
    })
    for (const gone of ['findings', 'plan', 'approval', 'reply', 'followUp', 'closing'])
      expect(state).not.toHaveProperty(gone)
  })

  test('a second reopening does not change when the customer was first told', () => {
    const again = closedAt('2026-03-02 13:00').and(
      on('2026-03-03 10:00', reopened({ receivedAt: iso('2026-03-03 09:30') })),
      contacted({ contactAt: iso('2026-03-03 10:05') }),
      investigated(),
      proposed(),
      approved(),
      replied({ replyAt: iso('2026-03-03 10:45') }),
      [who.officer, valid.followUp()],
      closed(),
      on('2026-03-04 10:00', reopened({ receivedAt: iso('2026-03-04 09:00') })),
    )
    expect(again.state).toMatchObject({ cycle: 3, firstReplyAt: iso('2026-03-02 10:05') })
    expect(again.state.reopenings).toHaveLength(2)
  })

  test('tells handler, filer, outlet’s manager and the officer on duty, save the one who did it', () => {
    const story = closedAt('2026-03-02 13:00').and(reopened({ receivedAt: iso('2026-03-02 13:05') }))
    expect(heard(story, 'reopened')).toEqual([who.handler, who.filer, who.outletManager])
  })

  test('before the reply of the second cycle the customer is contacted anew', () => {
    const cycle = closedAt('2026-03-02 13:00').and(
      reopened({ receivedAt: iso('2026-03-02 13:05') }),
      investigated(),
      proposed(),
      approved(),
    )
    cycle.when(...replied({ replyAt: iso('2026-03-02 13:40') })).refuses('contact-missing')
    cycle
      .and(contacted({ contactAt: iso('2026-03-02 13:40') }))
      .when(...replied({ replyAt: iso('2026-03-02 13:45') }))
      .gives({ type: 'replied' }, { type: 'followUpDrawn' })
  })

  test('an anonymous one has nobody to contact: that clock does not run again', () => {
    const story = given(filed({ anonymous: true }), triaged(), dispatched(), taken(), investigated()).and(
      proposed(),
      approved(),
      closed(),
      on('2026-03-03 10:00', reopened({ receivedAt: iso('2026-03-03 09:00') })),
    )
    expect(Object.keys(duesOf(story.state)).toSorted()).toEqual(['investigate', 'overall', 'statutory'])
  })
})

/**
 * Filed Monday 2 March 2026, 10:00, level 3. Limits: investigate 4 BD, contact 1 BD, overall 13 d, statutory 15 d. The
 * calendar days count to 23:59:59. The statutory due of the first cycle is Tuesday 17 March.
 */
describe('the clocks of a reopened complaint, worked by hand', () => {
  const story = closedAt('2026-03-03 15:00')
  const dues = (at: string, but: Parameters<typeof reopened>[0]) =>
    duesOf(story.when(...on(at, reopened(but))).state)

  test('nothing new, the old due ahead: it stands, and everything before the reply is held back to a working day before it', () => {
    // Wednesday 11 March 11:00. Investigate: 12, 13, 16, 17 March 11:00, held back to Monday 16th, 17:00. Contact from 10:00:
    // Thursday 12th. Overall: 24 March, held back likewise.
    expect(dues('2026-03-11 11:00', { receivedAt: iso('2026-03-11 10:00') })).toEqual({
      contact: '2026-03-12 10:00',
      investigate: '2026-03-16 17:00',
      overall: '2026-03-16 17:00',
      statutory: '2026-03-17 23:59:59',
    })
  })

  test('nothing new, the old due over: the first reply met it, and only the internal clocks run', () => {
    // Friday 20 March 11:00. Investigate: 23, 24, 25, 26 March. Contact from 10:00: Monday 23rd. Overall: 20 March + 13 d.
    expect(dues('2026-03-20 11:00', { receivedAt: iso('2026-03-20 10:00') })).toEqual({
      contact: '2026-03-23 10:00',
      investigate: '2026-03-26 11:00',
      overall: '2026-04-02 23:59:59',
    })
  })

  test('new facts: fifteen days from when the customer brought them, not from when they were recorded', () => {
    // Brought Thursday 19 March, recorded Friday 20th. Statutory: 3 April. Overall: 1 April. Contact from the 19th: the 20th.
    expect(dues('2026-03-20 11:00', { receivedAt: iso('2026-03-19 16:00'), newFacts: 'yes' })).toEqual({
      contact: '2026-03-20 16:00',
      investigate: '2026-03-26 11:00',
      overall: '2026-04-01 23:59:59',
      statutory: '2026-04-03 23:59:59',
    })
  })

  test('new facts while the old due is ahead take its place', () => {
    const { statutory } = dues('2026-03-11 11:00', { receivedAt: iso('2026-03-11 10:00'), newFacts: 'yes' })
    expect(statutory).toBe('2026-03-26 23:59:59')
  })

  test('only service quality decides that facts are new', () => {
    const told = reopened({ receivedAt: iso('2026-03-11 10:00'), newFacts: 'yes' })
    story.when(...by(who.outletManager, on('2026-03-11 11:00', told))).refuses('only-sq-restarts')
    story
      .when(...by(who.sqHead, on('2026-03-11 11:00', told)))
      .gives({ type: 'reopened', statutory: 'restarts' })
  })

  test('what passed while it was closed is nobody’s to be called for', () => {
    const cycle = story.and(on('2026-03-16 16:00', reopened({ receivedAt: iso('2026-03-09 10:00') })))
    const late = cycle.ticks('2026-03-16 16:01').events.filter(({ type }) => type === 'reminded')
    expect(late).toEqual([])
  })
})

describe('which earlier complaints concern a filing', () => {
  const open = inProgress.state
  const done = closedAt('2026-03-02 13:00').state

  test.each([
    ['open, its handler', open, who.handler, '2026-03-03 10:00', true, ['attach']],
    ['open, a teller elsewhere', open, who.stranger, '2026-03-03 10:00', false, ['attach']],
    ['closed, its outlet’s manager', done, who.outletManager, '2026-03-03 10:00', true, ['reopen', 'repeat']],
    ['closed, the officer', done, who.officer, '2026-03-03 10:00', true, ['reopen', 'reopenNew', 'repeat']],
    ['closed, a teller elsewhere', done, who.stranger, '2026-03-03 10:00', false, ['repeat']],
    ['too late to reopen', done, who.officer, '2026-04-02 10:00', true, ['repeat']],
    // Closed on 2 March: day 90 is Sunday 31 May.
    ['on the last day of the window', done, who.officer, '2026-05-31 23:59', true, ['repeat']],
  ] as const)('%s', (_what, complaint, person, at, maySee, answers) => {
    expect(ask([complaint], person, at)).toEqual([{ maySee, answers }])
  })

  test('none after the window, none anonymous, none in which the one who files is complained about', () => {
    expect(ask([done], who.officer, '2026-06-01 00:00')).toEqual([])
    expect(ask([{ ...open, anonymous: true }], who.officer, '2026-03-03 10:00')).toEqual([])
    expect(ask([{ ...open, respondents: [who.officer] }], who.officer, '2026-03-03 10:00')).toEqual([])
  })

  test('three at most are told of, the newest', () => {
    expect(ask([open, open, open, open], who.officer, '2026-03-03 10:00')).toHaveLength(3)
  })

  test('the count goes on along the chain, whichever of it is linked to', () => {
    const second: Complaint = { ...done, id: 'second', repeats: 1, repeatOf: { ...link(1), first: done.id } }
    const other: Complaint = { ...done, id: 'other', repeats: 7 }
    expect(repeatOf(done, [second, done, other])).toMatchObject({ id: done.id, first: done.id, count: 2 })
    expect(repeatOf(second, [second, done, other])).toMatchObject({ id: 'second', first: done.id, count: 2 })
  })
})

function ask(found: readonly Complaint[], person: string, at: string) {
  const context = { organisation: sampleOrganisation, rulebook: sampleRulebook, now: shanghai(at) }
  return earlierCases(found, person, context).map(({ maySee, answers }) => ({ maySee, answers }))
}

function link(count: number) {
  return {
    id: '0195f0a0-0000-7000-8000-000000000100',
    number: '2026-00100',
    branch: 'branch-moumou',
    outlet: 'outlet-renmin-road',
    level: 'L3' as const,
    filedBy: who.filer,
    respondents: [],
    first: '0195f0a0-0000-7000-8000-000000000100',
    count,
  }
}

function duesOf(complaint: Complaint): Record<string, string | undefined> {
  const running = runningClocks(complaint, sampleRulebook)
  return Object.fromEntries(
    running
      .map(({ run, due }) => [run.code, local(due)] as const)
      .toSorted(([one], [other]) => (one < other ? -1 : 1)),
  )
}

/** Who was told this, in order. */
function heard({ effects }: ComplaintStory, code: string): string[] {
  return effects.flatMap(({ effect }) =>
    effect.kind === 'tell' && effect.notice.code === code ? [effect.to] : [],
  )
}
