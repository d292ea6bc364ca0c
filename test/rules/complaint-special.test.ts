// oxlint-disable vitest/expect-expect -- `gives` and `refuses` are the expectations here
import { describe, expect, test } from 'vitest'
import { allowedSteps } from '../../src/complaint/allowed.ts'
import { runningClocks } from '../../src/complaint/clocks.ts'
import type { Complaint } from '../../src/complaint/complaint.ts'
import { runningDeadlines } from '../../src/complaint/deadlines.ts'
import { sampleOrganisation, sampleRulebook } from '../support/a-house.ts'
import { type ComplaintStory, given } from '../support/given.ts'
import { iso, local, who } from '../support/rulebook.ts'
import {
  approved,
  closed,
  contacted,
  dispatched,
  filed,
  followedUp,
  investigated,
  on,
  proposed,
  replied,
  taken,
  triaged,
  valid,
} from '../support/steps.ts'

/** `DOMAIN.md` 9.3, special handling. Received on Monday 2 March 2026 at 10:00. */
const received = given(filed())
const inProgress = received.and(triaged(), dispatched(), taken(), contacted())
const answered = inProgress.and(investigated(), proposed(), approved(), replied())
const ended = answered.and(followedUp(), closed())

describe('the fast lane', () => {
  test('leads from filing to closed in one step, by whoever filed it or may close it', () => {
    for (const person of [who.filer, who.outletManager, who.officer])
      received.when(person, valid.solveOnSpot()).gives({ type: 'solvedOnSpot' })
    for (const person of [who.stranger, who.director, who.auditor])
      received.when(person, valid.solveOnSpot()).refuses('not-you')
  })

  test('still counts: codes, contact, reply and closing stand in it, and no clock runs', () => {
    const { state } = received.when(who.outletManager, valid.solveOnSpot())
    expect(state).toMatchObject({
      status: 'closed',
      levelSet: true,
      caseType: 'complaint',
      cause: 'C07',
      reply: { response: 'satisfied' },
      closing: { closeType: 'fastLane', outcome: 'fullyMet' },
    })
    expect(state.contacts).toHaveLength(1)
    expect(runningClocks(state, sampleRulebook)).toEqual([])
  })

  test('is open until the end of the third working day, Thursday the 5th', () => {
    const late = { solvedAt: iso('2026-03-06 09:00') }
    received.when(who.officer, valid.solveOnSpot(), '2026-03-05 23:00').gives({ type: 'solvedOnSpot' })
    received.when(who.officer, valid.solveOnSpot(late), '2026-03-06 09:00').refuses('not-in-fast-lane')
  })

  test('is for level 3, before anything was investigated, and not through an agent', () => {
    given(filed({ facts: { fundSafety: 1 } }))
      .when(who.officer, valid.solveOnSpot())
      .refuses('not-in-fast-lane')
    inProgress.and(investigated()).when(who.officer, valid.solveOnSpot()).refuses('not-in-fast-lane')
    given(filed({ onBehalf: true }))
      .when(who.officer, valid.solveOnSpot())
      .refuses('not-in-fast-lane')
  })

  test.each([
    ['a customer who is not content', { response: 'doesNotAccept' }, 'customer-not-content'],
    ['solved before it was told', { solvedAt: iso('2026-03-02 09:00') }, 'before-receipt'],
    ['solved in time to come', { solvedAt: iso('2026-03-02 18:00') }, 'in-the-future'],
    ['fault without an action', { responsibility: 'atFault' }, 'actions-missing'],
    ['a cause that is in no list', { cause: 'C98' }, 'unknown-choice'],
  ] as const)('%s is refused', (_what, but, code) => {
    received.when(who.officer, valid.solveOnSpot(but)).refuses(code)
  })
})

describe('an authority takes it up', () => {
  const referred = inProgress.and([who.officer, valid.refer()])

  test('with a due of its own beside the clocks: 15 days from when it reached the bank, 17 March', () => {
    expect(dueOf('referral:12345-20260302-17', referred.state)).toBe('2026-03-17 23:59:59')
    expect(heard(referred, 'referred')).toEqual(
      expect.arrayContaining([who.handler, who.sqHead, who.compliance]),
    )
  })

  test('or the due that they named', () => {
    const named = inProgress.and([who.officer, valid.refer({ namedDue: iso('2026-03-09 12:00') })])
    expect(dueOf('referral:12345-20260302-17', named.state)).toBe('2026-03-09 12:00')
  })

  test('it is reminded at half and at four fifths of its time, then at its due, and again', () => {
    const named = inProgress.and([who.officer, valid.refer({ namedDue: iso('2026-03-12 10:05') })])
    const calls = named
      .until('2026-03-12 15:00')
      .journal.flatMap((event) => (event.type === 'deadlineCalled' ? [[event.mark, local(event.at)]] : []))
    expect(calls).toEqual([
      ['r0', '2026-03-07 10:05'],
      ['r1', '2026-03-10 10:05'],
      ['k0', '2026-03-12 10:05'],
      ['k0', '2026-03-12 14:05'],
    ])
  })

  test('overdue, it also calls the head and compliance', () => {
    const named = inProgress.and([who.officer, valid.refer({ namedDue: iso('2026-03-12 10:05') })])
    const last = named.until('2026-03-12 10:05').journal.at(-1)
    const above = [who.handler, who.officer, who.sqHead, who.compliance]
    expect(last).toMatchObject({ to: expect.arrayContaining(above) as unknown })
  })

  test('the same complaint goes to several, each by its own number, answered one by one', () => {
    const two = referred.and([
      who.officer,
      valid.refer({ body: 'nfra', externalNumber: 'NFRA-9', namedDue: iso('2026-03-20 10:00') }),
    ])
    expect(runningDeadlines(two.state, sampleRulebook)).toHaveLength(2)
    const one = two.and([who.officer, valid.answerReferral()])
    expect(runningDeadlines(one.state, sampleRulebook).map(({ deadline }) => deadline.id)).toEqual([
      'referral:NFRA-9',
    ])
    expect(one.state.referrals?.map(({ answer }) => answer?.summary)).toEqual(['已书面答复。', undefined])
    one.when(who.officer, valid.answerReferral()).refuses('nothing-asked')
    two.when(who.officer, valid.refer()).refuses('number-known')
  })

  test('it is closed only once every authority has its answer', () => {
    const open = answered.and(followedUp(), [who.officer, valid.refer()])
    open.when(who.officer, valid.close()).refuses('referral-open')
    open.and([who.officer, valid.answerReferral()]).when(who.officer, valid.close()).gives({ type: 'closed' })
  })

  test('after the end it may still be taken up and is still reminded', () => {
    const story = ended.and([who.officer, valid.refer({ namedDue: iso('2026-03-12 10:00') })])
    expect(story.until('2026-03-12 10:00').journal.at(-1)).toMatchObject({
      type: 'deadlineCalled',
      mark: 'k0',
    })
    story.when(who.officer, valid.answerReferral()).gives({ type: 'referralAnswered' })
  })

  test('is recorded by service quality, and only of an authority, a court or the media', () => {
    inProgress.when(who.handler, valid.refer()).refuses('not-you')
    inProgress.when(who.officer, valid.refer({ body: 'phone' })).refuses('not-an-authority')
    inProgress.when(who.officer, valid.refer({ body: 'media' })).gives({ type: 'referred' })
    inProgress
      .when(who.officer, valid.refer({ referredAt: iso('2026-03-03 10:00') }))
      .refuses('in-the-future')
  })

  test('every contact with an authority is a line of the log, and none is overwritten', () => {
    const story = inProgress.and(
      [who.officer, valid.logAuthority()],
      [who.officer, valid.logAuthority({ direction: 'toThem', note: '已说明进展。' })],
    )
    expect(story.state.authorityContacts?.map(({ note }) => note)).toEqual(['询问进展。', '已说明进展。'])
  })
})

describe('data of customers leaked', () => {
  const leak = given(filed({ facts: { dataLeak: 3 } }))

  test('72 hours run from when the customer spoke: Thursday 10:00, day and night', () => {
    expect(dueOf('leak', leak.state)).toBe('2026-03-05 10:00')
    expect(heard(leak, 'leak-report-wanted')).toEqual(
      expect.arrayContaining([who.officer, who.sqHead, who.compliance]),
    )
  })

  test('also where it is added later, and once', () => {
    const attach = {
      step: 'attach',
      story: '客户称信息泄露。',
      source: 'phone',
      receivedAt: iso('2026-03-03 09:00'),
      request: 'explanation',
      facts: { dataLeak: 1 },
    } as const
    const story = inProgress.and([who.stranger, attach, '2026-03-03 10:00'])
    expect(dueOf('leak', story.state)).toBe('2026-03-06 09:00')
    const again = story.and([who.stranger, attach, '2026-03-03 11:00'])
    expect(runningDeadlines(again.state, sampleRulebook)).toHaveLength(1)
  })

  test('the report ends them, is told to the head, compliance and head office, and comes once', () => {
    const story = leak.and([who.officer, valid.reportLeak()])
    expect(runningDeadlines(story.state, sampleRulebook)).toEqual([])
    expect(heard(story, 'leak-reported')).toEqual(expect.arrayContaining([who.sqHead, who.headOffice]))
    story.when(who.officer, valid.reportLeak()).refuses('no-leak')
    received.when(who.officer, valid.reportLeak()).refuses('no-leak')
  })
})

describe('the level above reviews the decision', () => {
  const asked = ended.and(
    on('2026-03-10 10:00', [who.officer, valid.askReview({ askedAt: iso('2026-03-10 09:00') })]),
  )

  test('somebody of head office who never had a hand in it decides within 30 days, 9 April', () => {
    expect(asked.state.higherReview).toMatchObject({ reviewer: who.headOffice })
    expect(dueOf('higherReview', asked.state)).toBe('2026-04-09 23:59:59')
    expect(heard(asked, 'higher-review-asked')).toEqual([who.headOffice, who.handler, who.sqHead])
  })

  test('whoever at head office had a hand in it is not the reviewer', () => {
    const filedAbove = given([who.headOffice, filed()[1]], triaged(), dispatched(), taken(), contacted())
    const story = filedAbove
      .and(investigated(), proposed(), approved(), replied())
      .and([who.officer, valid.askReview()])
    expect(story.state.higherReview?.reviewer).not.toBe(who.headOffice)
  })

  test('the button is the reviewer’s alone, who sees the case', () => {
    const context = { organisation: sampleOrganisation, rulebook: sampleRulebook, now: asked.now }
    const able = Object.values(who).filter((person) =>
      allowedSteps(asked.state, person, context).includes('decideReview'),
    )
    expect(able).toEqual([who.headOffice])
  })

  test('the result is told to who worked on it and upward, with how the customer was told', () => {
    const told = { toldAt: iso('2026-03-20 10:00') }
    const story = asked.and(on('2026-03-20 10:00', [who.headOffice, valid.decideReview(told)]))
    expect(heard(story, 'higher-review-decided')).toEqual(
      expect.arrayContaining([who.handler, who.filer, who.sqHead, who.secretary]),
    )
    expect(runningDeadlines(story.state, sampleRulebook)).toEqual([])
    story.when(who.officer, valid.askReview()).refuses('asked-already')
    const { toldAt: _toldAt, ...silent } = valid.decideReview()
    asked.when(who.headOffice, silent).refuses('customer-not-told')
  })

  test('is asked for within 30 days of the reply, and not before it', () => {
    ended.when(...askedAt('2026-04-01 23:00')).gives({ type: 'reviewAsked' })
    ended.when(...askedAt('2026-04-02 00:00')).refuses('too-late-for-review')
    ended.when(who.officer, valid.askReview({ askedAt: iso('2026-03-02 10:00') })).refuses('before-reply')
    inProgress.when(who.officer, valid.askReview()).refuses('not-now')
  })

  test('its clock calls the reviewer, and over its due those above', () => {
    const calls = asked
      .until('2026-04-10 09:00')
      .journal.flatMap((event) => (event.type === 'deadlineCalled' ? [event] : []))
    expect(calls[0]).toMatchObject({ mark: 'r0', to: [who.headOffice] })
    expect(calls.find(({ mark }) => mark === 'k0')?.to).toEqual(expect.arrayContaining([who.sqHead]))
  })
})

describe('mediation', () => {
  const accepted = inProgress.and([who.handler, valid.mediate()])
  const pause = { pauseCode: 'IN_MEDIATION', until: iso('2026-03-20 10:00') }

  test('accepted by the customer, it lets the clocks stand still; refused or not offered, it does not', () => {
    accepted.when(who.handler, valid.pause(pause)).gives({ type: 'pauseAsked' })
    inProgress.when(who.handler, valid.pause(pause)).refuses('mediation-missing')
    inProgress
      .and([who.handler, valid.mediate({ answer: 'refused' })])
      .when(who.handler, valid.pause(pause))
      .refuses('mediation-missing')
  })

  test('its result ends it, and the pause with it', () => {
    const story = accepted
      .and([who.handler, valid.pause(pause)], [who.officer, valid.decidePause()])
      .and([who.handler, valid.endMediation()])
    expect(story.state.mediations).toMatchObject([{ ended: { result: 'agreed' } }])
    expect(story.state.pauses?.[0]?.endedAt).toBeDefined()
  })

  test('one at a time, and none with a customer who gave no name', () => {
    accepted.when(who.handler, valid.mediate()).refuses('mediation-open')
    inProgress.when(who.handler, valid.endMediation()).refuses('nothing-asked')
    given(filed({ anonymous: true }), triaged(), dispatched(), taken())
      .when(who.handler, valid.mediate())
      .refuses('mediation-open')
  })
})

describe('a vulnerable customer', () => {
  test('is spoken to as planned, and the day of the next look is reminded at nine', () => {
    const story = inProgress.and([who.handler, valid.care({ reviewOn: '2026-03-09' })])
    expect(story.state).toMatchObject({ vulnerability: ['elderly'], carePlan: { mode: 'inPerson' } })
    expect(dueOf('care', story.state)).toBe('2026-03-09 09:00')
    const due = story.until('2026-03-09 09:00').journal.at(-1)
    expect(due).toMatchObject({ type: 'deadlineCalled', kind: 'care', to: [who.handler, who.officer] })
  })

  test('the next plan takes the place of the one before', () => {
    const story = inProgress.and(
      [who.handler, valid.care({ reviewOn: '2026-03-09' })],
      [who.handler, valid.care({ reviewOn: '2026-03-16' })],
    )
    expect(runningDeadlines(story.state, sampleRulebook)).toHaveLength(1)
    expect(dueOf('care', story.state)).toBe('2026-03-16 09:00')
    inProgress.when(who.handler, valid.care({ reviewOn: '2026-03-02' })).refuses('must-be-later')
    inProgress.when(who.handler, valid.care({ vulnerability: ['tall'] })).refuses('unknown-choice')
  })
})

describe('an agent or heir', () => {
  const onBehalf = given(filed({ onBehalf: true }), triaged(), dispatched(), taken(), contacted())
  const ready = onBehalf.and(investigated(), proposed(), approved())

  test('is told no details until the authority was seen: no reply is recorded', () => {
    ready.when(who.handler, valid.reply()).refuses('authority-missing')
    ready
      .and([who.handler, valid.authorise()])
      .when(who.handler, valid.reply())
      .gives({ type: 'replied' }, { type: 'followUpDrawn' })
  })

  test('what it is, where it is kept and who checked it stand in the case', () => {
    const { state } = onBehalf.when(who.handler, valid.authorise({ capacity: 'heir' }))
    expect(state.authority).toMatchObject({
      by: who.handler,
      capacity: 'heir',
      authorityKind: '授权委托书',
      fileReference: '网点档案柜 17 号',
    })
    inProgress.when(who.handler, valid.authorise()).refuses('nothing-asked')
  })
})

function dueOf(id: string, state: Complaint): string | undefined {
  return local(runningDeadlines(state, sampleRulebook).find(({ deadline }) => deadline.id === id)?.due)
}

function heard({ effects }: ComplaintStory, code: string): string[] {
  return effects.flatMap(({ effect }) =>
    effect.kind === 'tell' && effect.notice.code === code ? [effect.to] : [],
  )
}

function askedAt(time: string) {
  return on(time, [who.officer, valid.askReview({ askedAt: iso(time) })])
}
