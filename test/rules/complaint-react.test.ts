import { describe, expect, test } from 'vitest'
import type { LanedEffect } from '../../src/matter/effect.ts'
import { type ComplaintStory, type ToldOfComplaint, given, givenAt } from '../support/given.ts'
import { bankLacking, bankWithout, iso, who } from '../support/rulebook.ts'
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

const l2 = { facts: { fundSafety: 1 } }
const l1 = { facts: { mediaPublished: 1 } }
const opened: ToldOfComplaint = ['machine', { step: 'noteChannel', channel: 'C1', name: 'c-2026-00123' }]

describe('who hears of what happens to a complaint', () => {
  test('filed: the outlet manager who is to triage it, and the one who filed it', () => {
    expect(told(given(filed()))).toEqual([`${who.outletManager}: triage-wanted`, `${who.filer}: filed`])
  })

  test('filed at level 2: the branch officer is to triage it', () => {
    expect(told(given(filed(l2)))).toEqual([`${who.officer}: triage-wanted`, `${who.filer}: filed`])
  })

  test('filed as level 1: officer and head are alarmed at once, and the officer is not asked twice', () => {
    expect(told(given(filed(l1)))).toEqual([
      `${who.officer}: level-1-proposed`,
      `${who.sqHead}: level-1-proposed`,
      `${who.filer}: filed`,
    ])
  })

  test.each([
    ['the outlet manager, at level 3', who.outletManager, {}, [`${who.outletManager}: triage-wanted`]],
    ['the officer, at level 2', who.officer, l2, [`${who.officer}: triage-wanted`]],
    [
      'the officer, as level 1',
      who.officer,
      l1,
      [`${who.officer}: level-1-proposed`, `${who.sqHead}: level-1-proposed`],
    ],
    [
      'the head, as level 1',
      who.sqHead,
      l1,
      [`${who.officer}: level-1-proposed`, `${who.sqHead}: level-1-proposed`],
    ],
  ] as const)('filed by %s: whoever it calls by that hears of it once', (_what, person, but, expected) => {
    expect(told(given([person, filing(but)]))).toEqual(expected)
  })

  test('filed by an officer who is not the one to be called: they hear that it is filed', () => {
    expect(told(given([who.otherOfficer, filing(l1)]))).toEqual([
      `${who.officer}: level-1-proposed`,
      `${who.sqHead}: level-1-proposed`,
      `${who.otherOfficer}: filed`,
    ])
    expect(told(given([who.otherOfficer, filing(l2)]))).toEqual([
      `${who.officer}: triage-wanted`,
      `${who.otherOfficer}: filed`,
    ])
  })

  test('filed by the one complained about: they hear nothing more of it', () => {
    const story = given([who.handler, filing({ respondents: [who.handler] })])
    expect(told(story)).toEqual([`${who.outletManager}: triage-wanted`])
  })

  test.each([
    ['triaged by the one who is to dispatch it', [filed()], triaged(), []],
    ['triaged by them as level 2', [filed(l2)], triaged({ level: 'L2' }), []],
    [
      'triaged as level 2 by the head',
      [filed(l2)],
      by(who.sqHead, triaged({ level: 'L2' })),
      [`${who.officer}: dispatch-wanted`],
    ],
    [
      'triaged as level 1 by the head',
      [filed(l1)],
      by(who.sqHead, triaged({ level: 'L1' })),
      [`${who.officer}: dispatch-wanted`],
    ],
    ['dispatched', [filed(), triaged()], dispatched(), [`${who.handler}: offered`]],
    ['taken', [filed(), triaged(), dispatched()], taken(), [`${who.officer}: taken`, `${who.filer}: taken`]],
    [
      'returned',
      [filed(), triaged(), dispatched()],
      [who.handler, valid.sendBack({ remark: '属信用卡业务' })],
      [`${who.officer}: returned`],
    ],
    ['contacted', inProgress(), contacted(), []],
    ['investigated', inProgress(), investigated(), []],
    ['proposed', [...inProgress(), investigated()], proposed(), [`${who.unitHead}: approval-wanted`]],
    ['approved', [...inProgress(), investigated(), proposed()], approved(), [`${who.handler}: approved`]],
    [
      'sent back',
      [...inProgress(), investigated(), proposed()],
      [who.unitHead, valid.approve({ decision: 'back', remark: '依据不足' })],
      [`${who.handler}: sent-back`],
    ],
    [
      'replied, drawn for a call',
      [...inProgress(), contacted(), investigated(), proposed(), approved()],
      replied(),
      [`${who.filer}: replied`, `${who.officer}: follow-up-wanted`],
    ],
    [
      'replied, not drawn',
      [...inProgress(), contacted(), investigated({ fault: 'no' }), proposed(), approved()],
      replied(),
      [`${who.filer}: replied`, `${who.outletManager}: close-wanted`],
    ],
    ['content', awaitingFollowUp(), followedUp(), [`${who.outletManager}: close-wanted`]],
    [
      'not content',
      awaitingFollowUp(),
      followedUp({ content: 'no', comment: '退款未到账' }),
      [`${who.handler}: not-content`],
    ],
    [
      'closed',
      [...awaitingFollowUp(), followedUp()],
      closed(),
      [`${who.filer}: closed`, `${who.handler}: closed`],
    ],
    [
      'raised',
      inProgress(),
      [who.officer, valid.relevel({ level: 'L2' })],
      [`${who.handler}: relevelled`, `${who.sqHead}: relevelled`],
    ],
    [
      'escalated to the branch',
      inProgress(),
      [who.handler, valid.escalate()],
      [`${who.officer}: escalated`, `${who.sqHead}: escalated`],
    ],
    [
      'escalated to head office',
      inProgress(),
      [who.sqHead, valid.escalate({ reason: 'branchCannotSolve' })],
      [`${who.officer}: escalated`, `${who.headOffice}: escalated`, 'p-shen-yue: escalated'],
    ],
  ] as const)('%s', (_what, before, last, expected) => {
    expect(heardOf(given(...(before as readonly ToldOfComplaint[])), last as ToldOfComplaint)).toEqual(
      expected,
    )
  })

  test('the filer is not told again of what they do themselves', () => {
    const own = given([who.outletManager, filing()], by(who.outletManager, triaged()))
    expect(heardOf(own, [who.outletManager, valid.dispatch({ handler: who.outletManager })])).toEqual([
      `${who.outletManager}: offered`,
    ])
  })

  test('whoever is away hears through the one who stands in', () => {
    const story = givenAt(bankWithout(who.outletManager), filed())
    expect(told(story)).toEqual([`${who.liaison}: triage-wanted`, `${who.filer}: filed`])
  })
})

describe('escalated by the clock', () => {
  // The investigation was due on Friday 6 March at 10:30; its third rung, two working days later, is the officer's.
  const late = given(...inProgress(), contacted()).until('2026-03-10 10:29')
  // The take-over of level 2 is due at 12:30; its third rung, one working day later, is the officer's.
  const withChannel = given(filed(l2), triaged({ level: 'L2' }), opened, dispatched()).until(
    '2026-03-03 12:29',
  )

  test('the officer hears of it by the call of the rung, and only the head by a notice of its own', () => {
    const look = late.ticks('2026-03-10 10:30')
    expect(look.events).toContainEqual(
      expect.objectContaining({ type: 'rungReached', clock: 'investigate', rung: 3, to: [who.officer] }),
    )
    expect(look.events).toContainEqual(expect.objectContaining({ type: 'escalated', rung: 3 }))
    expect(told(look).filter((line) => !line.startsWith(who.businessLiaison))).toEqual([
      `${who.handler}: overdue`,
      `${who.officer}: overdue`,
      `${who.sqHead}: escalated`,
    ])
  })

  test('to head office: whoever the rung calls there hears of it by that call', () => {
    // Triage, contact and the overall clock are late: the first to reach head office escalates it, all of them call.
    const look = given(filed()).until('2026-03-17 08:29').ticks('2026-03-17 08:30')
    const reached = look.events.filter((event) => event.type === 'rungReached' && event.rung === 6)
    expect(look.events).toContainEqual(expect.objectContaining({ type: 'escalated', rung: 6 }))
    const heard = told(look).filter((line) => line.startsWith(who.headOffice))
    expect(heard).toEqual(reached.map(() => `${who.headOffice}: overdue`))
  })

  test('to head office: the branch, which was called on its rungs days before, is told of that', () => {
    const look = given(filed()).until('2026-03-17 08:29').ticks('2026-03-17 08:30')
    const branch = told(look).filter((line) => [who.officer, who.sqHead].some((id) => line.startsWith(id)))
    expect(branch).toEqual([`${who.officer}: escalated`, `${who.sqHead}: escalated`])
  })

  test('whoever was called on a lower rung, and not on this one, is told', () => {
    // The dispatch of level 2 was due at 12:10, with officer and head on rung 0; rung 3 a working day later is the officer's.
    const due = given(filed(l2), triaged({ level: 'L2' })).until('2026-03-02 12:10')
    expect(told(due)).toContain(`${who.sqHead}: overdue`)
    const look = due.until('2026-03-03 12:09').ticks('2026-03-03 12:10')
    expect(look.events).toContainEqual(
      expect.objectContaining({ type: 'escalated', rung: 3, reason: 'overdue:dispatch' }),
    )
    expect(told(look).filter((line) => line.endsWith('escalated'))).toEqual([`${who.sqHead}: escalated`])
  })

  test('the channel is told once, by the call of the rung', () => {
    const look = withChannel.ticks('2026-03-03 12:30')
    expect(look.events).toContainEqual(expect.objectContaining({ type: 'escalated', rung: 3 }))
    expect(posted(look)).toEqual([{ code: 'overdue', clock: 'take', rung: 3, due: iso('2026-03-02 12:30') }])
  })

  test('a rung that finds nobody at head office is still told to the branch and its channel', () => {
    const bank = bankLacking(who.headOffice, 'p-shen-yue', who.region, 'p-hao-min')
    const open = givenAt(bank, filed()).until('2026-03-16 17:00').and(opened)
    const look = open.until('2026-03-17 08:29').ticks('2026-03-17 08:30')
    expect(look.events).toContainEqual(expect.objectContaining({ type: 'rungReached', rung: 6, to: [] }))
    expect(told(look).filter((line) => line.endsWith('escalated'))).toEqual([
      `${who.officer}: escalated`,
      `${who.sqHead}: escalated`,
    ])
    expect(posted(look).map(({ code }) => code)).toContain('escalated')
  })

  test('by hand it is posted, and everybody but the one who did it is told', () => {
    const asked = withChannel.when(who.officer, valid.escalate())
    expect(told(asked)).toEqual([`${who.sqHead}: escalated`])
    expect(posted(asked).map(({ code }) => code)).toEqual(['escalated'])
  })
})

describe('the channel', () => {
  const wanted = given(filed(l2), triaged({ level: 'L2' }))
  const open = wanted.and(opened)

  test('is opened once for levels 1 and 2, named by the number and nothing else', () => {
    const opening = wanted.effects.filter(({ effect }) => effect.kind === 'openChannel')
    expect(opening).toEqual([{ lane: 'alert', effect: { kind: 'openChannel', slug: '2026-00123' } }])
    expect(wanted.effects.some(({ effect }) => effect.kind === 'invite')).toBe(false)
  })

  test('a level that is only proposed opens none', () => {
    expect(given(filed(l2)).state.channel).toBeUndefined()
    expect(given(filed(), triaged()).state.channel).toBeUndefined()
  })

  test('once it is there everybody wanted is invited, each with the reason', () => {
    const invited = effectsOf(wanted, opened).flatMap((effect) => (effect.kind === 'invite' ? [effect] : []))
    expect(invited).toEqual([
      { kind: 'invite', person: who.officer, why: 'owner' },
      { kind: 'invite', person: who.sqHead, why: 'sqHead' },
      { kind: 'invite', person: who.outletManager, why: 'outletManager' },
      { kind: 'invite', person: who.unitHead, why: 'unitHead' },
    ])
  })

  test('a handler joins by the dispatch, and whoever takes it over', () => {
    const kinds = effectsOf(open, dispatched()).filter(({ kind }) => kind === 'invite')
    expect(kinds).toEqual([{ kind: 'invite', person: who.handler, why: 'handler' }])
  })

  test('shows what changed, and posts what the whole room must know', () => {
    expect(kindsOf(open, [who.officer, valid.reportUp()])).toEqual(['refresh'])
    expect(kindsOf(open, [who.officer, valid.escalate()])).toEqual(['tell', 'post', 'refresh'])
  })

  test('who is complained about is never brought in, whatever their post', () => {
    const story = given(filed({ ...l2, respondents: [who.outletManager] }), triaged({ level: 'L2' }), opened)
    expect(story.state.members.map(({ person }) => person)).not.toContain(who.outletManager)
  })

  test('a refused invitation is told to the officer, and the deputy is asked', () => {
    const refused = refusal(who.unitHead)
    expect(heardOf(open, refused)).toEqual([`${who.officer}: invite-refused`])
    // The unit head's deputy is the outlet manager, who is in already.
    expect(open.and(refused).state.members.map(({ person }) => person)).toEqual([
      who.officer,
      who.sqHead,
      who.outletManager,
    ])
  })

  test('two deputies of each other whom Slack both refuses do not go round for ever', () => {
    const first = open.and(refusal(who.outletManager))
    expect(first.state.members.at(-1)).toEqual({ person: who.liaison, why: 'substitute' })
    const second = first.and(refusal(who.liaison))
    expect(second.state.members.map(({ person }) => person)).not.toContain(who.outletManager)
  })

  test('a closed one is told, and archived later', () => {
    const story = open.and(
      dispatched(),
      taken(),
      contacted(),
      investigated(),
      proposed(),
      [who.sqHead, valid.approve()],
      replied(),
      followedUp(),
    )
    expect(kindsOf(story, closed())).toEqual(['tell', 'tell', 'post', 'refresh'])
    const archived = story.and(on('2026-03-02 12:00', closed())).ticks('2026-03-11 09:00').effects
    expect(archived).toEqual([{ lane: 'work', effect: { kind: 'archive' } }])
  })
})

describe('lanes', () => {
  test('everything of level 1 goes in the first', () => {
    const story = given(filed(l1), triaged({ level: 'L1' }), opened, dispatched()).until('2026-03-02 12:00')
    expect(new Set(story.effects.map(({ lane }) => lane))).toEqual(new Set(['emergency']))
  })

  test('of the others, what is overdue or escalated goes before the daily work', () => {
    // Without a liaison of the business line, the second rung finds nobody: on Monday 9 March the third escalates it.
    const late = givenAt(bankLacking(who.businessLiaison), ...inProgress(), contacted()).until(
      '2026-03-09 10:40',
    )
    const lanes = new Map(
      late.effects.flatMap(({ lane, effect }) =>
        effect.kind === 'tell' ? [[effect.notice.code, lane]] : [],
      ),
    )
    expect(Object.fromEntries(lanes)).toEqual({
      'triage-wanted': 'work',
      filed: 'work',
      offered: 'work',
      taken: 'work',
      reminder: 'work',
      overdue: 'alert',
      'nobody-found': 'alert',
      escalated: 'alert',
    })
  })
})

describe('level 1', () => {
  test('confirmed by the triage, it forms the emergency group at once', () => {
    const [form, ...more] = forming(
      given(filed({ ...l1, respondents: [who.otherOfficer] }), triaged({ level: 'L1' })),
    )
    expect(more).toEqual([])
    expect(form).toMatchObject({
      lane: 'emergency',
      effect: {
        matter: 'emergency',
        command: {
          step: 'form',
          number: '2026-00123',
          branch: 'branch-moumou',
          outlet: 'outlet-renmin-road',
          respondents: [who.otherOfficer],
        },
      },
    })
  })

  test('raised to it later, and before the triage, too', () => {
    expect(forming(given(filed(), [who.officer, valid.relevel({ level: 'L1' })]))).toHaveLength(1)
    expect(forming(given(filed(), triaged(), [who.officer, valid.relevel({ level: 'L1' })]))).toHaveLength(1)
  })

  test('only proposed, it forms none', () => {
    expect(forming(given(filed(l1)))).toEqual([])
  })

  test('formed twice it is the same emergency, and one that is known is not formed again', () => {
    const triagedL1 = given(filed(l1), triaged({ level: 'L1' }))
    const twice = triagedL1.and(
      [who.sqHead, valid.relevel({ level: 'L2' })],
      [who.officer, valid.relevel({ level: 'L1' })],
    )
    const ids = forming(twice).map(({ effect }) => effect.id)
    expect(new Set(ids).size).toBe(1)
    const known = triagedL1
      .and(['machine', { step: 'noteEmergency', emergency: 'e', members: [] }])
      .and([who.sqHead, valid.relevel({ level: 'L2' })], [who.officer, valid.relevel({ level: 'L1' })])
    expect(forming(known)).toHaveLength(1)
  })

  test('raised to it, the group is given the reasons of level 1, and none of the level before', () => {
    const raised = given(filed({ facts: { fundSafety: 1 } })).and([
      who.officer,
      valid.relevel({ level: 'L1', reason: '已见于媒体' }),
    ])
    expect(forming(raised).map(({ effect }) => effect.command)).toMatchObject([{ reasons: ['已见于媒体'] }])
  })

  test('the instruction, or standing down, ends the wait for the group', () => {
    const waiting = given(filed(l1), triaged({ level: 'L1' }))
    expect(waitsForGroup(waiting)).toBe(true)
    expect(waitsForGroup(waiting.and(['machine', { step: 'noteInstruction', emergency: 'e' }]))).toBe(false)
    expect(waitsForGroup(waiting.and(['machine', { step: 'noteStoodDown', emergency: 'e' }]))).toBe(false)
  })
})

test('a notice of an overdue clock names the clock, the rung and the due', () => {
  const notices = given(filed())
    .until('2026-03-02 14:00')
    .effects.flatMap(({ effect }) => (effect.kind === 'tell' ? [effect.notice] : []))
  expect(notices.at(-1)).toEqual({ code: 'overdue', clock: 'triage', rung: 0, due: iso('2026-03-02 14:00') })
})

function inProgress(): ToldOfComplaint[] {
  return [filed(), triaged(), dispatched(), taken()]
}

function awaitingFollowUp(): ToldOfComplaint[] {
  return [...inProgress(), contacted(), investigated(), proposed(), approved(), replied()]
}

/** Who hears what in private, in order. */
function told({ effects }: { effects: readonly LanedEffect[] }): string[] {
  return effects.flatMap(({ effect }) =>
    effect.kind === 'tell' ? [`${effect.to}: ${effect.notice.code}`] : [],
  )
}

/** What the channel is told, in order. */
function posted({ effects }: { effects: readonly LanedEffect[] }) {
  return effects.flatMap(({ effect }) => (effect.kind === 'post' ? [effect.notice] : []))
}

function heardOf(story: ComplaintStory, last: ToldOfComplaint): string[] {
  return told(story.when(...last))
}

function kindsOf(story: ComplaintStory, last: ToldOfComplaint): string[] {
  return effectsOf(story, last).map(({ kind }) => kind)
}

/** The commands to the emergency, with their lanes. */
function forming(story: ComplaintStory) {
  return story.effects.flatMap(({ lane, effect }) => (effect.kind === 'command' ? [{ lane, effect }] : []))
}

function waitsForGroup({ state }: ComplaintStory): boolean {
  return state.clocks.some(({ code, stoppedAt }) => code === 'group' && !stoppedAt)
}

function refusal(person: string): ToldOfComplaint {
  return ['machine', { step: 'noteInviteRefused', person, error: 'user_disabled' }]
}

function effectsOf(story: ComplaintStory, last: ToldOfComplaint): LanedEffect['effect'][] {
  return story.when(...last).effects.map(({ effect }) => effect)
}
