import { describe, expect, test } from 'vitest'
import { allowedSteps } from '../../src/complaint/allowed.ts'
import type { Complaint } from '../../src/complaint/complaint.ts'
import { type Status, type StepName, statuses, stepNames } from '../../src/complaint/lifecycle.ts'
import type { ClockCode } from '../../src/policy/pack.ts'
import { ownersOf } from '../../src/complaint/callees.ts'
import { runningClocks } from '../../src/complaint/clocks.ts'
import { sampleOrganisation, sampleRulebook } from '../support/a-house.ts'
import { type ComplaintStory, given } from '../support/given.ts'
import { who } from '../support/rulebook.ts'
import {
  approved,
  by,
  closed,
  contacted,
  dispatched,
  filed,
  investigated,
  proposed,
  replied,
  taken,
  triaged,
  valid,
} from '../support/steps.ts'

type Level = Complaint['level']
type Kind = keyof typeof who

/** The officer who is complained about has every right of the others, were it not for that. */
const respondents = [who.otherOfficer]
const kinds = Object.keys(who) as Kind[]

describe('the lifecycle', () => {
  /** Written from `DOMAIN.md` 9.6 and not from the code: what may happen in which state. */
  const waiting: StepName[] = ['pause', 'decidePause', 'resume', 'extend', 'decideExtension', 'tellExtension']
  const usual: StepName[] = ['relevel', 'escalate', 'addChild', 'merge', 'withdraw', 'seen']
  const authorities: StepName[] = ['refer', 'answerReferral', 'logAuthority', 'reportLeak']
  const open: StepName[] = [...authorities, 'care', 'authorise', ...usual]
  const mediating: StepName[] = ['mediate', 'endMediation']
  const reviewing: StepName[] = ['askReview', 'decideReview']
  const handled: StepName[] = ['reportUp', ...waiting, ...mediating, ...open]
  const table: Record<Status, readonly StepName[]> = {
    received: ['triage', 'notAccept', 'contact', 'solveOnSpot', ...open],
    triaged: ['dispatch', 'contact', 'solveOnSpot', 'reportUp', ...waiting, ...open],
    dispatched: ['take', 'sendBack', 'dispatch', 'contact', 'solveOnSpot', ...handled],
    in_progress: ['contact', 'investigate', 'propose', 'dispatch', 'solveOnSpot', ...handled],
    awaiting_approval: ['approve', 'contact', ...handled],
    replying: ['reply', 'contact', ...handled],
    replied: ['close', 'reportUp', ...reviewing, ...mediating, ...open],
    follow_up: ['followUp', 'reportUp', ...reviewing, ...mediating, ...open],
    closed: ['reopen', ...reviewing, ...authorities],
    withdrawn: authorities,
    not_accepted: authorities,
    merged: [],
  }

  const cells = statuses.flatMap((status) =>
    stepNames.map((step) => ({
      status,
      step,
      verdict: table[status].includes(step) ? 'is for somebody' : 'is for nobody',
    })),
  )

  test.each(cells)('in "$status", "$step" $verdict', ({ status, step, verdict }) => {
    const refusals = kinds.map((kind) => refusalOf(inStatus(status, 'L2'), who[kind], step))
    const isForSomebody = refusals.some((code) => code !== 'not-now')
    expect(isForSomebody).toBe(verdict === 'is for somebody')
  })
})

describe('who may do what in which state', () => {
  /** Level 3 of an outlet, from the matrix of `DOMAIN.md` 9.9; who is not named may do nothing. */
  const atLevel3: Record<Status, Partial<Record<Kind, readonly StepName[]>>> = {
    received: {
      filer: ['solveOnSpot', 'care', 'escalate'],
      outletManager: ['triage', 'solveOnSpot', 'contact', 'care', 'escalate', 'withdraw'],
      unitHead: ['contact', 'care', 'escalate'],
      officer: [
        'triage',
        'solveOnSpot',
        'refer',
        'logAuthority',
        'care',
        'relevel',
        'escalate',
        'addChild',
        'merge',
        'withdraw',
      ],
      sqHead: [
        'triage',
        'solveOnSpot',
        'notAccept',
        'refer',
        'logAuthority',
        'care',
        'relevel',
        'escalate',
        'addChild',
        'merge',
        'withdraw',
      ],
    },
    triaged: {
      outletManager: ['dispatch', 'solveOnSpot', 'contact', 'care', 'escalate', 'withdraw'],
      unitHead: ['dispatch', 'contact', 'care', 'escalate'],
      officer: [
        'dispatch',
        'solveOnSpot',
        'contact',
        'pause',
        'extend',
        'refer',
        'logAuthority',
        'care',
        'relevel',
        'escalate',
        'addChild',
        'merge',
        'withdraw',
      ],
      sqHead: [
        'dispatch',
        'solveOnSpot',
        'pause',
        'refer',
        'logAuthority',
        'care',
        'relevel',
        'escalate',
        'addChild',
        'merge',
        'withdraw',
      ],
    },
    dispatched: {
      handler: ['take', 'sendBack', 'solveOnSpot', 'contact', 'pause', 'extend', 'mediate', 'care'],
      outletManager: ['solveOnSpot', 'dispatch', 'contact', 'mediate', 'care', 'escalate', 'withdraw'],
      unitHead: ['dispatch', 'contact', 'mediate', 'care', 'escalate'],
      liaison: ['dispatch', 'contact', 'mediate', 'care', 'escalate'],
      officer: [
        'solveOnSpot',
        'dispatch',
        'contact',
        'pause',
        'extend',
        'mediate',
        'refer',
        'logAuthority',
        'care',
        'relevel',
        'escalate',
        'addChild',
        'merge',
        'withdraw',
      ],
      sqHead: [
        'solveOnSpot',
        'dispatch',
        'pause',
        'mediate',
        'refer',
        'logAuthority',
        'care',
        'relevel',
        'escalate',
        'addChild',
        'merge',
        'withdraw',
      ],
    },
    in_progress: {
      handler: ['contact', 'investigate', 'propose', 'pause', 'extend', 'mediate', 'care', 'escalate'],
      outletManager: [
        'contact',
        'investigate',
        'propose',
        'dispatch',
        'mediate',
        'care',
        'escalate',
        'withdraw',
      ],
      unitHead: ['contact', 'investigate', 'propose', 'dispatch', 'mediate', 'care', 'escalate'],
      liaison: ['contact', 'investigate', 'propose', 'dispatch', 'mediate', 'care', 'escalate'],
      officer: [
        'dispatch',
        'pause',
        'mediate',
        'refer',
        'logAuthority',
        'care',
        'relevel',
        'escalate',
        'addChild',
        'merge',
        'withdraw',
      ],
      sqHead: [
        'dispatch',
        'pause',
        'mediate',
        'refer',
        'logAuthority',
        'care',
        'relevel',
        'escalate',
        'addChild',
        'merge',
        'withdraw',
      ],
    },
    awaiting_approval: {
      handler: ['contact', 'pause', 'extend', 'mediate', 'care', 'escalate'],
      outletManager: ['contact', 'mediate', 'care', 'escalate', 'withdraw'],
      unitHead: ['approve', 'contact', 'mediate', 'care', 'escalate'],
      liaison: ['contact', 'mediate', 'care', 'escalate'],
      officer: [
        'pause',
        'mediate',
        'refer',
        'logAuthority',
        'care',
        'relevel',
        'escalate',
        'addChild',
        'merge',
        'withdraw',
      ],
      sqHead: [
        'approve',
        'pause',
        'mediate',
        'refer',
        'logAuthority',
        'care',
        'relevel',
        'escalate',
        'addChild',
        'merge',
        'withdraw',
      ],
    },
    replying: {
      handler: ['reply', 'contact', 'pause', 'extend', 'mediate', 'care', 'escalate'],
      outletManager: ['reply', 'contact', 'mediate', 'care', 'escalate', 'withdraw'],
      unitHead: ['reply', 'contact', 'mediate', 'care', 'escalate'],
      liaison: ['reply', 'contact', 'mediate', 'care', 'escalate'],
      officer: [
        'pause',
        'mediate',
        'refer',
        'logAuthority',
        'care',
        'relevel',
        'escalate',
        'addChild',
        'merge',
        'withdraw',
      ],
      sqHead: [
        'pause',
        'mediate',
        'refer',
        'logAuthority',
        'care',
        'relevel',
        'escalate',
        'addChild',
        'merge',
        'withdraw',
      ],
    },
    replied: {
      handler: ['mediate', 'care', 'escalate'],
      outletManager: ['close', 'askReview', 'mediate', 'care', 'escalate', 'withdraw'],
      unitHead: ['mediate', 'care', 'escalate'],
      liaison: ['mediate', 'care', 'escalate'],
      officer: [
        'close',
        'askReview',
        'mediate',
        'refer',
        'logAuthority',
        'care',
        'relevel',
        'escalate',
        'addChild',
        'merge',
        'withdraw',
      ],
      sqHead: [
        'close',
        'askReview',
        'mediate',
        'refer',
        'logAuthority',
        'care',
        'relevel',
        'escalate',
        'addChild',
        'merge',
        'withdraw',
      ],
    },
    follow_up: {
      handler: ['mediate', 'care', 'escalate'],
      outletManager: ['followUp', 'askReview', 'mediate', 'care', 'escalate', 'withdraw'],
      unitHead: ['mediate', 'care', 'escalate'],
      liaison: ['mediate', 'care', 'escalate'],
      officer: [
        'followUp',
        'askReview',
        'mediate',
        'refer',
        'logAuthority',
        'care',
        'relevel',
        'escalate',
        'addChild',
        'merge',
        'withdraw',
      ],
      sqHead: [
        'followUp',
        'askReview',
        'mediate',
        'refer',
        'logAuthority',
        'care',
        'relevel',
        'escalate',
        'addChild',
        'merge',
        'withdraw',
      ],
    },
    withdrawn: { officer: ['refer', 'logAuthority'], sqHead: ['refer', 'logAuthority'] },
    not_accepted: { officer: ['refer', 'logAuthority'], sqHead: ['refer', 'logAuthority'] },
    merged: {},
    closed: {
      outletManager: ['reopen', 'askReview'],
      officer: ['reopen', 'askReview', 'refer', 'logAuthority'],
      sqHead: ['reopen', 'askReview', 'refer', 'logAuthority'],
    },
  }

  test.each(statuses)('at level 3, in "%s", the buttons are those of the matrix', (status) => {
    const { state, now } = inStatus(status, 'L3')
    const buttons = kinds.map((kind) => [kind, buttonsOf(state, who[kind], now)] as const)
    const shown = Object.fromEntries(buttons.filter(([, steps]) => steps.length > 0))
    expect(shown).toEqual(atLevel3[status])
  })

  test.each([
    { level: 'L2', step: 'triage', status: 'received', may: ['officer', 'sqHead'] },
    { level: 'L1', step: 'triage', status: 'received', may: ['officer', 'sqHead'] },
    { level: 'L2', step: 'dispatch', status: 'triaged', may: ['officer', 'sqHead'] },
    { level: 'L2', step: 'approve', status: 'awaiting_approval', may: ['sqHead'] },
    { level: 'L1', step: 'approve', status: 'awaiting_approval', may: ['director', 'member'] },
    { level: 'L2', step: 'followUp', status: 'follow_up', may: ['officer', 'sqHead'] },
    { level: 'L2', step: 'close', status: 'replied', may: ['officer', 'sqHead'] },
    { level: 'L1', step: 'reportUp', status: 'follow_up', may: ['officer', 'sqHead'] },
    { level: 'L2', step: 'reportUp', status: 'triaged', may: ['officer', 'sqHead'] },
  ] as const)('at level $level, "$step" is for $may', ({ level, step, status, may }) => {
    const { state, now } = inStatus(status, level)
    const able = kinds.filter((kind) => buttonsOf(state, who[kind], now).includes(step))
    expect(able).toEqual(may)
  })

  test('level 3 is not reported up, so nobody is offered it', () => {
    const { state, now } = inStatus('triaged', 'L3')
    expect(buttonsOf(state, who.officer, now)).not.toContain('reportUp')
    given(filed(), triaged()).when(who.officer, valid.reportUp()).refuses('no-clock')
  })
})

describe('the screen never offers what the door refuses', () => {
  const cases = statuses.flatMap((status) =>
    (['L1', 'L2', 'L3'] as const).map((level) => ({ status, level })),
  )

  test.each(cases)('in "$status" at $level, for everybody and every step', ({ status, level }) => {
    const story = inStatus(status, level)
    for (const kind of [...kinds, 'otherOfficer'] as const) {
      const buttons = buttonsOf(story.state, who[kind], story.now)
      const open = stepNames.filter((step) => refusalOf(story, who[kind], step) === undefined)
      expect({ kind, open: open.toSorted() }).toEqual({ kind, open: buttons.toSorted() })
    }
  })

  test('somebody complained about is offered nothing in any state, whatever their posts', () => {
    for (const status of statuses) {
      const { state, now } = inStatus(status, 'L2')
      expect(buttonsOf(state, who.otherOfficer, now)).toEqual([])
    }
  })
})

describe('whoever a clock waits for has the button that stops it', () => {
  const stops: Partial<Record<ClockCode, StepName>> = {
    triage: 'triage',
    dispatch: 'dispatch',
    take: 'take',
    contact: 'contact',
    investigate: 'investigate',
    propose: 'propose',
    approve: 'approve',
    reply: 'reply',
    followUp: 'followUp',
    close: 'close',
    reportUp: 'reportUp',
  }
  const cases = statuses.flatMap((status) =>
    (['L1', 'L2', 'L3'] as const).map((level) => ({ status, level })),
  )

  test.each(cases)('in "$status" at $level', ({ status, level }) => {
    const { state, now } = inStatus(status, level)
    const context = { organisation: sampleOrganisation, rulebook: sampleRulebook, now }
    for (const { run } of runningClocks(state, sampleRulebook)) {
      const [owner = 'nobody'] = ownersOf(run.code, state, context)
      const step = stops[run.code]
      const able = step === undefined || allowedSteps(state, owner, context).includes(step)
      expect({ code: run.code, owner, able }).toEqual({ code: run.code, owner, able: true })
    }
  })
})

/** The way to each state at a level; level 1 is approved by the committee, level 2 by the service quality head. */
const ways: Record<Status, (level: Level) => ComplaintStory> = {
  received: (level) => given(filed({ respondents, facts: factsFor(level) })),
  triaged: (level) => inStatus('received', level).and(triaged({ level })),
  dispatched: (level) => inStatus('triaged', level).and(dispatched()),
  in_progress: (level) =>
    inStatus('dispatched', level).and(taken(), contacted(), investigated({ fault: 'no' })),
  awaiting_approval: (level) => inStatus('in_progress', level).and(proposed()),
  replying: (level) => inStatus('awaiting_approval', level).and(by(approverFor[level], approved())),
  replied: (level) =>
    level === 'L3'
      ? inStatus('replying', level).and(replied())
      : inStatus('follow_up', level).and([who.officer, valid.followUp()]),
  follow_up: (level) =>
    level === 'L3'
      ? inStatus('dispatched', level).and(
          taken(),
          contacted(),
          investigated(),
          proposed(),
          approved(),
          replied(),
        )
      : inStatus('replying', level).and(replied()),
  closed: (level) => inStatus('replied', level).and(closed()),
  withdrawn: (level) => inStatus('in_progress', level).and([who.officer, valid.withdraw()]),
  not_accepted: (level) => inStatus('received', level).and([who.sqHead, valid.notAccept()]),
  merged: (level) => inStatus('received', level).and([who.officer, valid.merge()]),
}

const told = new Map<string, ComplaintStory>()

function inStatus(status: Status, level: Level): ComplaintStory {
  const known = told.get(`${status} ${level}`) ?? ways[status](level)
  told.set(`${status} ${level}`, known)
  return known
}

const approverFor = { L1: who.director, L2: who.sqHead, L3: who.unitHead } as const

function factsFor(level: Level): Record<string, number> {
  return { L1: { mediaPublished: 1 }, L2: { fundSafety: 1 }, L3: {} }[level]
}

function buttonsOf(state: Complaint, person: string, now: Temporal.Instant): StepName[] {
  return allowedSteps(state, person, { organisation: sampleOrganisation, rulebook: sampleRulebook, now })
}

/** The code with which the door refuses a valid command of this step; undefined where it is done. */
function refusalOf(story: ComplaintStory, person: string, step: StepName): string | undefined {
  const { level } = story.state
  const command = {
    triage: () => valid.triage({ level }),
    relevel: () => valid.relevel({ level: level === 'L1' ? 'L2' : 'L1' }),
    other: () => valid[step](),
  }[step === 'triage' || step === 'relevel' ? step : 'other']()
  try {
    return void story.when(person, command).events
  } catch (error) {
    return String((error as { code?: unknown }).code)
  }
}
