// oxlint-disable vitest/expect-expect -- `gives`, `givesNothing` and `refuses` are the expectations here
import { describe, expect, test } from 'vitest'
import { ownersOf } from '../../src/complaint/callees.ts'
import { runningClocks } from '../../src/complaint/clocks.ts'
import type { CommandOf } from '../../src/complaint/command.ts'
import type { Complaint } from '../../src/complaint/complaint.ts'
import { isDrawnForFollowUp } from '../../src/complaint/follow-up-sample.ts'
import { sampleOrganisation, sampleRulebook } from '../support/a-house.ts'
import { type ComplaintStory, complaintId, given, givenAt } from '../support/given.ts'
import { bankWithout, iso, who } from '../support/rulebook.ts'
import {
  approved,
  by,
  closed,
  contacted,
  dispatched,
  filed,
  filing,
  followedUp,
  investigated,
  on,
  proposed,
  replied,
  taken,
  triaged,
  valid,
} from '../support/steps.ts'

const inProgress = [filed(), triaged(), dispatched(), taken()] as const
const awaitingApproval = [...inProgress, contacted(), investigated(), proposed()] as const
const awaitingFollowUp = [...awaitingApproval, approved(), replied()] as const

describe('filing', () => {
  test('any employee files for a customer, and the number is told at once', () => {
    const { state } = given(filed())
    expect(state).toMatchObject({
      number: '2026-00123',
      status: 'received',
      filedBy: who.filer,
      owner: who.filer,
    })
  })

  test.each([who.auditor, who.admin])('%s, who only looks after the system, files nothing', (person) => {
    expect(() => given([person, filing()])).toThrow(expect.objectContaining({ code: 'not-you' }))
  })

  test('a form sent twice is one complaint', () => {
    given(filed()).when(who.filer, filing()).givesNothing()
  })

  test.each([
    ['receivedAt', { receivedAt: iso('2026-03-02 10:02') }, 'in-the-future'],
    ['outlet', { outlet: 'outlet-nowhere' }, 'unknown-unit'],
    ['outlet of no branch', { outlet: 'ho-call-centre' }, 'unknown-unit'],
    ['source', { source: 'pigeon' }, 'unknown-choice'],
    ['request', { request: 'a pony' }, 'unknown-choice'],
    ['vulnerability', { vulnerability: ['elderly', 'tall'] }, 'unknown-choice'],
    ['facts', { facts: { fullMoon: 1 } }, 'unknown-choice'],
    ['respondents', { respondents: ['p-nobody'] }, 'unknown-person'],
  ] as const)('what cannot be is refused: %s', (_field, but, code) => {
    expect(() => given([who.filer, filing(but as Parameters<typeof filing>[0])])).toThrow(
      expect.objectContaining({ code }),
    )
  })

  test('a clock half a minute ahead is forgiven', () => {
    expect(given(filed({ receivedAt: iso('2026-03-02 10:00:30') })).state.status).toBe('received')
  })

  test.each([
    [{}, 'L3', []],
    [{ amount: 50_000 }, 'L2', ['fiftyThousandAtStake']],
    [{ amount: 49_999.99 }, 'L3', []],
    [{ facts: { complainants: 3 } }, 'L2', ['severalComplainants']],
    [{ facts: { complainants: 20 } }, 'L1', ['manyComplainants']],
    [{ source: 'nfra', externalNumber: 'X-1' }, 'L2', ['referral']],
    [{ source: 'nfra', facts: { wideImpact: 1 } }, 'L1', ['referralWithWideImpact']],
    [{ facts: { mediaPublished: 1, onSite: 5, fundSafety: 1 } }, 'L1', ['gathering', 'published']],
  ] as const)('the pack proposes the level of %j: %s, because %j', (but, level, levelReasons) => {
    const { state } = given([who.filer, filing({ ...but })])
    expect(state).toMatchObject({ level, levelReasons, levelSet: false })
  })

  test('who files a complaint about themselves does not answer for it: the outlet manager does', () => {
    const { state } = given([who.handler, filing({ respondents: [who.handler] })])
    expect(state).toMatchObject({ filedBy: who.handler, owner: who.outletManager })
  })

  test('and where the outlet manager is complained about too, the service quality officer', () => {
    const respondents = [who.handler, who.outletManager, who.liaison]
    expect(given([who.handler, filing({ respondents })]).state.owner).toBe(who.officer)
  })
})

describe('triage', () => {
  const received = given(filed())

  test('the level differs from the proposal only with a reason, which is kept', () => {
    const { levelReason: _reason, ...silent } = valid.triage({ level: 'L2' })
    received.when(who.officer, silent).refuses('remark-missing')
    received
      .when(who.officer, valid.triage({ level: 'L2', levelReason: '客户扬言曝光' }))
      .gives(
        { type: 'triaged', level: 'L2', levelReasons: ['客户扬言曝光'] },
        { type: 'channelWanted' },
        ...joining(who.officer, who.sqHead, who.outletManager, who.unitHead),
      )
  })

  test('an outlet manager triages level 3 of their outlet, and leaves graver ones to the branch', () => {
    received.when(who.outletManager, valid.triage()).gives({ type: 'triaged', by: who.outletManager })
    received.when(who.outletManager, valid.triage({ level: 'L2' })).refuses('not-you')
    given(filed({ facts: { fundSafety: 1 } }))
      .when(who.outletManager, valid.triage({ level: 'L3' }))
      .refuses('not-you')
  })

  test.each([
    ['caseType', { caseType: 'joke' }],
    ['channel', { channelCode: 'A99' }],
    ['business', { business: 'B77' }],
    ['cause', { cause: 'C77' }],
    ['sensitivity', { sensitivity: ['regulator', 'moon'] }],
    ['statutoryBasis', { statutoryBasis: 'none' }],
  ] as const)('an unknown code is refused, and the list it should be in named: %s', (list, but) => {
    const code = Object.values(but).flat().at(-1)
    received
      .when(who.officer, valid.triage(but as Parameters<typeof valid.triage>[0]))
      .refuses('unknown-choice', { list, code: String(code) })
  })

  test('an officer finds a proposal too grave, with a reason: a proposal is not yet a level', () => {
    given(filed({ facts: { fundSafety: 1 } }))
      .when(who.officer, valid.triage({ level: 'L3' }))
      .gives({ type: 'triaged', level: 'L3' })
  })

  test('a level that was set by hand is lowered by the head alone, in triage as anywhere', () => {
    const raised = received.and([who.officer, valid.relevel({ level: 'L2' })])
    raised.when(who.officer, valid.triage({ level: 'L3' })).refuses('only-head-lowers')
    expect(raised.when(who.sqHead, valid.triage({ level: 'L3' })).state.level).toBe('L3')
  })

  test('who triages answers for it from then on', () => {
    expect(received.and(triaged()).state.owner).toBe(who.officer)
  })
})

describe('dispatch and take-over', () => {
  const ready = given(filed(), triaged())

  test('the one who dispatches stays responsible until the handler takes it over', () => {
    const offered = ready.and(dispatched())
    expect(offered.state).toMatchObject({ status: 'dispatched', owner: who.officer, offeredTo: who.handler })
    const { state } = offered.and(taken())
    expect(state).toMatchObject({ status: 'in_progress', owner: who.handler, handler: who.handler })
    expect(state.offeredTo).toBeUndefined()
  })

  test('in a second dispatch the old handler stays responsible until the new one takes it over', () => {
    const moved = given(...inProgress).and(dispatched({ handler: who.liaison }))
    expect(moved.state).toMatchObject({ status: 'dispatched', owner: who.handler, handler: who.handler })
    expect(moved.and(by(who.liaison, taken())).state.owner).toBe(who.liaison)
  })

  test('dispatched to the handler who works on it, nothing is offered: only the support changes', () => {
    const { state, events, effects } = given(...inProgress).when(
      who.officer,
      valid.dispatch({ supportUnits: ['dept-operations'] }),
    )
    expect(events.map(({ type }) => type)).toEqual(['dispatched'])
    expect(state).toMatchObject({ status: 'in_progress', supportUnits: ['dept-operations'] })
    expect(clocksOf(state)).toEqual(clocksOf(given(...inProgress).state))
    expect(effects).toEqual([])
  })

  test.each([
    ['a unit that is not there', { handlingUnit: 'dept-magic' }, 'unknown-unit'],
    ['a supporting unit that is not there', { supportUnits: ['dept-it', 'dept-magic'] }, 'unknown-unit'],
    ['a person without a post', { handler: 'p-nobody' }, 'unknown-person'],
  ] as const)('to %s it is refused', (_to, but, code) => {
    ready.when(who.officer, valid.dispatch(but as Parameters<typeof valid.dispatch>[0])).refuses(code)
  })

  test('the one complained about is refused as handler, and somebody else is named', () => {
    given(filed({ respondents: [who.handler] }), triaged())
      .when(who.officer, valid.dispatch())
      .refuses('recused', { person: who.handler, next: who.outletManager })
  })

  test('a liaison dispatches inside the department, not out of it', () => {
    const withCards = ready.and(dispatched({ handlingUnit: 'dept-credit-card', handler: who.member }))
    withCards
      .when('p-chen-si', valid.dispatch({ handlingUnit: 'dept-credit-card', handler: 'p-chen-si' }))
      .gives({ type: 'dispatched', by: 'p-chen-si' })
    withCards
      .when('p-chen-si', valid.dispatch({ handlingUnit: 'dept-it', handler: 'p-he-chuan' }))
      .refuses('not-you')
  })

  test('nobody takes over what was offered to another', () => {
    ready.and(dispatched()).when(who.outletManager, valid.take()).refuses('not-you')
  })

  test('the deputy takes it over while the handler is away', () => {
    const away = givenAt(bankWithout(who.handler), filed(), triaged(), dispatched())
    away.when(who.liaison, valid.take()).gives({ type: 'taken', by: who.liaison })
  })

  test('the deputy takes it over once the handler is late, not before', () => {
    const offered = given(filed(), triaged(), on('2026-03-02 10:20', dispatched()))
    offered.when(who.liaison, valid.take(), '2026-03-02 14:00').refuses('not-you')
    // 4 working hours from 10:20
    offered
      .until('2026-03-02 14:20')
      .when(who.liaison, valid.take())
      .gives({ type: 'taken', by: who.liaison })
  })
})

describe('return to the sender', () => {
  const offered = given(filed(), triaged(), dispatched())

  test('with a reason it goes back to be dispatched, and no unit has it', () => {
    const { state } = offered.when(who.handler, valid.sendBack({ remark: '属信用卡业务' }))
    expect(state).toMatchObject({ status: 'triaged', owner: who.officer, sentBack: true, supportUnits: [] })
    expect(state.offeredTo).toBeUndefined()
    expect(state.handlingUnit).toBeUndefined()
    expect(clocksOf(state)).toContain('dispatch')
    expect(clocksOf(state)).not.toContain('take')
  })

  test('it is returned once: after that it must be taken, or dispatched anew', () => {
    const again = offered.and([who.handler, valid.sendBack()], dispatched({ handler: who.liaison }))
    again.when(who.liaison, valid.sendBack()).refuses('already-returned')
    again.when(who.liaison, valid.take()).gives({ type: 'taken' })
    again.when(who.officer, valid.dispatch()).gives({ type: 'dispatched' })
  })

  test('only by the one to whom it was offered', () => {
    offered.when(who.outletManager, valid.sendBack()).refuses('not-you')
  })

  test('an unknown reason is refused', () => {
    offered.when(who.handler, valid.sendBack({ reason: 'bored' })).refuses('unknown-choice')
  })
})

describe('contact', () => {
  const working = given(...inProgress)

  test('the first attempt stops its clock, reached or not, at the time it was made', () => {
    const { state } = working.when(
      who.handler,
      valid.contact({ reached: 'no', contactAt: iso('2026-03-02 10:25') }),
    )
    expect(state.clocks.find(({ code }) => code === 'contact')?.stoppedAt).toBe(iso('2026-03-02 10:25'))
    expect(state.contacts).toEqual([
      { by: who.handler, mode: 'phone', reached: false, at: iso('2026-03-02 10:25') },
    ])
  })

  test('the outlet manager may call the customer before anybody has triaged it', () => {
    given(filed()).when(who.outletManager, valid.contact()).gives({ type: 'contacted' })
  })

  test.each([
    ['a call that has not been made yet', { contactAt: iso('2026-03-02 18:00') }, 'in-the-future'],
    ['an unknown way', { mode: 'pigeon' }, 'unknown-choice'],
    ['an unknown mood', { mood: 'purple' }, 'unknown-choice'],
  ] as const)('%s is refused', (_what, but, code) => {
    working.when(who.handler, valid.contact(but)).refuses(code)
  })

  test.each([
    ['a promise already broken', { promise: '回电', promiseUntil: iso('2026-03-02 09:00') }, 'promiseUntil'],
    ['a next call in the past', { nextContact: iso('2026-03-02 09:00') }, 'nextContact'],
    [
      'a next call in the past, beside a promise still to be kept',
      {
        promise: '回电',
        promiseUntil: iso('2026-03-04 09:00'),
        nextContact: iso('2026-03-02 09:00'),
      },
      'nextContact',
    ],
  ] as const)('%s is refused, and the field named', (_what, but, field) => {
    working.when(who.handler, valid.contact(but)).refuses('must-be-later', { field })
  })
})

describe('findings and solution', () => {
  const working = given(...inProgress, contacted())

  test('no solution without findings', () => {
    working.when(who.handler, valid.propose()).refuses('findings-missing')
    working.and(investigated()).when(who.handler, valid.propose()).gives({ type: 'proposed' })
  })

  test('findings filed again replace the first, and the time for the solution goes on as it was', () => {
    const once = working.and(investigated())
    const twice = once.and(on('2026-03-03 10:00', investigated({ facts: '复核后更正。' })))
    expect(twice.state.findings?.facts).toBe('复核后更正。')
    const [before, after] = [once, twice].map(({ state }) =>
      state.clocks.filter(({ code }) => code === 'propose'),
    )
    expect(after).toEqual(before)
  })

  test('unknown codes are refused', () => {
    working.when(who.handler, valid.investigate({ cause: 'C77' })).refuses('unknown-choice')
    working
      .and(investigated())
      .when(who.handler, valid.propose({ compensation: 'a pony' }))
      .refuses('unknown-choice')
  })
})

describe('approval', () => {
  const waiting = given(...awaitingApproval)

  test('the unit head approves level 3, and the customer is to be answered', () => {
    waiting
      .when(who.unitHead, valid.approve({ conditions: '当日退款' }))
      .gives({ type: 'approved', conditions: '当日退款' })
    expect(clocksOf(waiting.and(approved()).state)).toContain('reply')
  })

  test('back only with a remark; then a better solution is wanted', () => {
    waiting.when(who.unitHead, valid.approve({ decision: 'back' })).refuses('remark-missing')
    const { state } = waiting.when(who.unitHead, valid.approve({ decision: 'back', remark: '依据不足' }))
    expect(state.status).toBe('in_progress')
    expect(state.plan).toBeUndefined()
    expect(clocksOf(state)).toContain('propose')
  })

  test('the handler does not approve, whatever their post', () => {
    given(filed(), triaged(), dispatched({ handler: who.unitHead }), by(who.unitHead, taken()))
      .and(by(who.unitHead, contacted()), by(who.unitHead, investigated()), by(who.unitHead, proposed()))
      .when(who.unitHead, valid.approve())
      .refuses('not-you')
  })

  test('whoever wrote the solution does not approve it; the next one up does, and is asked', () => {
    const story = given(...inProgress, contacted(), investigated(), by(who.unitHead, proposed()))
    story.when(who.unitHead, valid.approve()).refuses('same-person')
    expect(ownersOf('approve', story.state, { organisation: sampleOrganisation, now: story.now })).toEqual([
      who.sqHead,
    ])
    story.when(who.sqHead, valid.approve()).gives({ type: 'approved' })
  })

  test('where the service quality head wrote it, the committee decides at level 2 too', () => {
    const story = given(
      filed(),
      triaged({ level: 'L2' }),
      dispatched({ handlingUnit: 'dept-service-quality', handler: who.officer }),
      by(who.officer, taken()),
      by(who.officer, contacted()),
      by(who.officer, investigated()),
      by(who.sqHead, proposed()),
    )
    story.when(who.sqHead, valid.approve()).refuses('same-person')
    story.when(who.director, valid.approve()).gives({ type: 'approved' })
  })

  test('an approver who is complained about is refused, and the one who may is named', () => {
    given(filed({ respondents: [who.unitHead] }), triaged(), dispatched(), taken())
      .and(contacted(), investigated(), proposed())
      .when(who.unitHead, valid.approve())
      .refuses('recused', { person: who.unitHead, next: who.sqHead })
  })
})

describe('reply', () => {
  test('not before somebody tried to reach the customer', () => {
    given(...inProgress, investigated(), proposed(), approved())
      .when(who.handler, valid.reply())
      .refuses('contact-missing')
  })

  const answering = given(...awaitingApproval, approved())

  test('what the reply ends, it ends when the customer was told', () => {
    const { state } = answering.and(replied({ replyAt: iso('2026-03-02 11:05') }))
    const stopped = (code: string) => state.clocks.find((run) => run.code === code)?.stoppedAt
    expect([stopped('overall'), stopped('statutory')]).toEqual([
      iso('2026-03-02 11:05'),
      iso('2026-03-02 11:05'),
    ])
    expect(state.reply?.at).toBe(iso('2026-03-02 11:05'))
  })

  test('after it only the follow-up runs', () => {
    expect(clocksOf(answering.and(replied()).state)).toEqual(['followUp'])
  })

  test.each([
    ['a letter of tomorrow', { replyAt: iso('2026-03-03 10:00') }, 'in-the-future'],
    ['an unknown way', { mode: 'pigeon' }, 'unknown-choice'],
    ['an unknown remedy', { remedies: ['review', 'duel'] }, 'unknown-choice'],
    ['an unknown response', { response: 'shrug' }, 'unknown-choice'],
  ] as const)('%s is refused', (_what, but, code) => {
    answering.when(who.handler, valid.reply(but as Parameters<typeof valid.reply>[0])).refuses(code)
  })

  test('no reply without the remedies told', () => {
    expect(() => answering.when(who.handler, valid.reply({ remedies: [] }))).toThrow('remedies')
  })
})

describe('the follow-up sample', () => {
  test('level 3 is drawn always where the bank was at fault or paid, else by lot', () => {
    expect(replying('yes').and(replied()).state.status).toBe('follow_up')
    expect(replying('no', 25).and(replied()).state.status).toBe('follow_up')
    expect(replying('no').and(replied()).state.status).toBe('replied')
  })

  test('the lot falls on about three in ten, and on the same ones again', () => {
    const { state } = replying('no')
    const ids = Array.from({ length: 2000 }, (_, at) => `case-${at}`)
    const drawn = () => ids.filter((id) => isDrawnForFollowUp({ ...state, id }, sampleRulebook.pack))
    expect(drawn().length / ids.length).toBeCloseTo(0.3, 1)
    expect(drawn()).toEqual(drawn())
  })
})

describe('follow-up', () => {
  const calling = given(...awaitingFollowUp)

  test('the handler does not make the call', () => {
    given(filed(), triaged(), dispatched({ handler: who.officer }), by(who.officer, taken()))
      .and(by(who.officer, contacted()), by(who.officer, investigated()))
      .and(by(who.liaison, proposed()), approved(), by(who.liaison, replied()))
      .when(who.officer, valid.followUp())
      .refuses('not-you')
  })

  test('where the only officer handles it, the head is asked for the call', () => {
    const { state, now } = given(
      filed(),
      triaged(),
      dispatched({ handler: who.officer }),
      by(who.officer, taken()),
    )
    const alone = bankWithout(who.otherOfficer)
    expect(ownersOf('followUp', state, { organisation: alone, now })).toEqual([who.sqHead])
  })

  test('a content customer lets it be closed', () => {
    const { state } = calling.when(who.officer, valid.followUp())
    expect(state).toMatchObject({ status: 'replied', followUp: { satisfaction: 5, content: true } })
    expect(clocksOf(state)).toEqual(['close'])
  })

  test('a customer who is not content sends it back into handling, with a reason, and the statutory due stays', () => {
    calling.when(who.officer, valid.followUp({ content: 'no' })).refuses('remark-missing')
    const before = given(...inProgress)
    const { state } = calling.when(
      who.officer,
      valid.followUp({ content: 'no', satisfaction: '1', comment: '退款未到账' }),
    )
    expect(state).toMatchObject({ status: 'in_progress', owner: who.handler, followUp: { content: false } })
    expect(state.findings ?? state.plan ?? state.approval ?? state.reply).toBeUndefined()
    expect(dueOf('statutory', state)).toEqual(dueOf('statutory', before.state))
    expect(clocksOf(state)).toEqual(expect.arrayContaining(['investigate', 'overall', 'statutory']))
  })

  test('and goes the same way again', () => {
    const again = calling.and([who.officer, valid.followUp({ content: 'no', comment: '退款未到账' })])
    const { state } = again.and(investigated(), proposed(), approved(), replied(), followedUp(), closed())
    expect(state.status).toBe('closed')
  })

  test('a call of tomorrow is refused', () => {
    calling.when(who.officer, valid.followUp({ callAt: iso('2026-03-03 10:00') })).refuses('in-the-future')
  })
})

describe('closing', () => {
  const done = given(...awaitingFollowUp, followedUp())

  test('nothing runs any more', () => {
    const story = done.and(closed())
    expect(story.state.status).toBe('closed')
    expect(clocksOf(story.state)).toEqual([])
    expect(story.nextAlarm()).toBeUndefined()
  })

  test.each(['atFault', 'partFault'])(
    'where the bank was %s, something is done about it',
    (responsibility) => {
      done.when(who.officer, valid.close({ responsibility, actions: [] })).refuses('actions-missing')
    },
  )

  test.each(['none', 'thirdParty', 'customer'])(
    'with responsibility %s it needs no action',
    (responsibility) => {
      done
        .when(who.officer, valid.close({ responsibility, actions: [] }))
        .gives({ type: 'closed', responsibility })
    },
  )

  test.each([
    { closeType: 'shrug' },
    { outcome: 'unknown' },
    { responsibility: 'fate' },
    { actions: ['retrain', 'pray'] },
  ])('an unknown code is refused: %j', (but) => {
    done.when(who.officer, valid.close(but)).refuses('unknown-choice')
  })

  test('nobody closes before the follow-up that was drawn', () => {
    given(...awaitingFollowUp)
      .when(who.officer, valid.close())
      .refuses('not-now')
  })
})

describe('an anonymous complaint', () => {
  const anonymous = given(filed({ anonymous: true, complainant: {} }), triaged(), dispatched(), taken())

  test('has nobody to call: no contact clock, no contact step', () => {
    expect(clocksOf(anonymous.state)).not.toContain('contact')
    anonymous.when(who.handler, valid.contact()).refuses('not-now')
  })

  test('goes from approval straight to closing, and ends the overall and the statutory clock', () => {
    const { state } = anonymous.and(investigated(), proposed(), approved())
    expect(state.status).toBe('replied')
    expect(clocksOf(state)).toEqual(['close'])
  })
})

describe('a new level', () => {
  const triagedL3 = given(filed(), triaged())

  test('the same one is no new one', () => {
    triagedL3.when(who.officer, valid.relevel({ level: 'L3' })).refuses('same-level')
  })

  test('an officer raises it; only the head lowers it', () => {
    const raised = triagedL3.and([who.officer, valid.relevel({ level: 'L2' })])
    raised.when(who.officer, valid.relevel({ level: 'L3' })).refuses('only-head-lowers')
    raised.when(who.sqHead, valid.relevel({ level: 'L3' })).gives({ type: 'relevelled', level: 'L3' })
  })

  test.each([
    // Filed at level 1: 5 on the premises; 3 complainants and unsafe funds would make it level 2.
    ['the criteria that hold at it', 'L2', ['severalComplainants', 'fundsAtRisk', '媒体已澄清']],
    ['that reason alone where none holds', 'L3', ['媒体已澄清']],
  ] as const)('has the reason given with %s, and none of the old level', (_what, level, levelReasons) => {
    const grave = given(
      filed({ facts: { onSite: 5, complainants: 3, fundSafety: 1 } }),
      triaged({ level: 'L1', levelReason: '已核实' }),
    )
    expect(grave.state.levelReasons).toEqual(['gathering', '已核实'])
    const lowered = grave.when(who.sqHead, valid.relevel({ level, reason: '媒体已澄清' }))
    expect(lowered.events[0]).toMatchObject({ type: 'relevelled', level, reason: '媒体已澄清', levelReasons })
    expect(lowered.state.levelReasons).toEqual(levelReasons)
  })

  test('back at a level, its criteria hold again, with the newest reason', () => {
    const { state } = given(filed({ facts: { onSite: 5 } }), triaged({ level: 'L1' })).and(
      [who.sqHead, valid.relevel({ level: 'L2', reason: '人群已散' })],
      [who.officer, valid.relevel({ level: 'L1', reason: '再次聚集' })],
    )
    expect(state.levelReasons).toEqual(['gathering', '再次聚集'])
  })

  test('set before the triage, it is set: level 1 forms its group at once, and once', () => {
    const early = given(filed()).and([who.officer, valid.relevel({ level: 'L1' })])
    expect(early.state).toMatchObject({ level: 'L1', levelSet: true })
    const { state } = early.and(
      ['machine', { step: 'noteInstruction', emergency: 'e' }],
      [who.officer, valid.triage({ level: 'L1' })],
    )
    expect(state.clocks.filter(({ code }) => code === 'group')).toHaveLength(1)
  })

  test('lowered and raised again after the instruction, the group clock does not run a second time', () => {
    const { state } = given(filed(), triaged({ level: 'L1' })).and(
      ['machine', { step: 'noteInstruction', emergency: 'e' }],
      [who.sqHead, valid.relevel({ level: 'L2' })],
      [who.sqHead, valid.relevel({ level: 'L1' })],
    )
    expect(clocksOf(state)).not.toContain('group')
  })
})

describe('escalating by hand', () => {
  const working = given(...inProgress)

  test('any owner may, with a reason: to the branch, or past it to head office', () => {
    working
      .when(who.handler, valid.escalate())
      .gives(
        { type: 'escalated', rung: 3, by: who.handler },
        { type: 'channelWanted' },
        ...joining(who.handler, who.officer, who.sqHead, who.outletManager, who.unitHead, who.liaison),
      )
    const { state } = working.when(who.handler, valid.escalate({ reason: 'branchCannotSolve' }))
    expect(state.escalation?.rung).toBe(6)
  })

  test('it never changes who answers for it', () => {
    expect(working.and([who.handler, valid.escalate()]).state.owner).toBe(who.handler)
  })

  test('to where it is already it is refused, and from head office nothing is offered any more', () => {
    const branch = working.and([who.handler, valid.escalate()])
    branch.when(who.officer, valid.escalate()).refuses('nothing-above')
    const headOffice = branch.and([who.officer, valid.escalate({ reason: 'branchCannotSolve' })])
    headOffice.when(who.officer, valid.escalate({ reason: 'branchCannotSolve' })).refuses('nothing-above')
  })

  test('an unknown reason is refused', () => {
    working.when(who.handler, valid.escalate({ reason: 'tired' })).refuses('unknown-choice')
  })

  test('passed up, head office may approve it', () => {
    given(...awaitingApproval)
      .and([who.sqHead, valid.escalate({ reason: 'branchCannotSolve' })])
      .when(who.headOffice, valid.approve())
      .gives({ type: 'approved', by: who.headOffice })
  })
})

describe('reporting up', () => {
  const level2 = given(filed(), triaged({ level: 'L2' }))

  test('stops its clock at the time of the report', () => {
    const { state } = level2.when(who.officer, valid.reportUp({ reportAt: iso('2026-03-02 10:15') }))
    expect(state.clocks.find(({ code }) => code === 'reportUp')?.stoppedAt).toBe(iso('2026-03-02 10:15'))
  })

  test('still possible after the reply: what was forgotten can be made good', () => {
    const { state } = level2
      .and(
        dispatched(),
        taken(),
        contacted(),
        investigated(),
        proposed(),
        by(who.sqHead, approved()),
        replied(),
      )
      .when(who.officer, valid.reportUp())
    expect(clocksOf(state)).toEqual(['followUp'])
  })

  test('once is enough', () => {
    level2.and([who.officer, valid.reportUp()]).when(who.officer, valid.reportUp()).refuses('no-clock')
  })

  test('an unknown way or a time to come is refused', () => {
    level2.when(who.officer, valid.reportUp({ mode: 'pigeon' })).refuses('unknown-choice')
    level2.when(who.officer, valid.reportUp({ reportAt: iso('2026-03-02 18:00') })).refuses('in-the-future')
  })
})

describe('"seen"', () => {
  // Triage has 4 working hours: the outlet manager is reminded at half of them, at 12:00.
  const reminded = given(filed()).until('2026-03-02 12:00')

  test('is for whoever was called about a clock that still runs', () => {
    expect(reminded.state.clocks.find(({ code }) => code === 'triage')?.called).toEqual([who.outletManager])
    reminded
      .when(who.outletManager, valid.seen())
      .gives({ type: 'seen', clock: 'triage', by: who.outletManager })
    reminded.when(who.filer, valid.seen()).refuses('no-clock')
  })

  test('needs a time still to come', () => {
    reminded
      .when(who.outletManager, valid.seen({ newTime: iso('2026-03-02 11:00') }))
      .refuses('must-be-later', {})
  })

  test('moves no due time', () => {
    const { state } = reminded.when(who.outletManager, valid.seen())
    expect(dueOf('triage', state)).toEqual(dueOf('triage', reminded.state))
  })
})

describe('the door', () => {
  test('what does not exist is not found', () => {
    expect(() => given(triaged())).toThrow(expect.objectContaining({ code: 'not-found' }))
  })

  test('the clock and the machine take no step of a person', () => {
    given(filed()).when('clock', valid.triage()).refuses('not-you')
    given(filed()).when('machine', valid.triage()).refuses('not-you')
  })

  test('what the machine reports twice is written once', () => {
    const wanted = given(filed(), triaged({ level: 'L2' }))
    const channel: CommandOf<'noteChannel'> = { step: 'noteChannel', channel: 'C1', name: 'c-2026-00123' }
    const members = ['p-a', 'p-b']
    const emergency: CommandOf<'noteEmergency'> = {
      step: 'noteEmergency',
      emergency: 'e',
      leader: 'p-a',
      members,
    }
    const once = wanted.and(['machine', channel], ['machine', emergency])
    once.when('machine', channel).givesNothing()
    once.when('machine', emergency).givesNothing()
    once.when('machine', { step: 'noteInviteRefused', person: 'p-nobody', error: 'x' }).givesNothing()
    const archived = once.and(['machine', { step: 'noteArchived' }])
    archived.when('machine', { step: 'noteArchived' }).givesNothing()
    expect(once.state.id).toBe(complaintId)
  })
})

/** Ready to be replied to, with this opinion on fault and this amount paid. */
function replying(fault: 'yes' | 'no', amount?: number): ComplaintStory {
  const plan = proposed(amount === undefined ? {} : { amount })
  return given(...inProgress, contacted(), investigated({ fault }), plan, approved())
}

function clocksOf(complaint: Complaint): string[] {
  return runningClocks(complaint, sampleRulebook).map(({ run }) => run.code)
}

function dueOf(code: string, complaint: Complaint): string | undefined {
  return runningClocks(complaint, sampleRulebook)
    .find(({ run }) => run.code === code)
    ?.due.toString()
}

function joining(...people: readonly string[]): { type: 'memberAdded'; person: string }[] {
  return people.map((person) => ({ type: 'memberAdded', person }))
}
