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
  const table: Record<Status, readonly StepName[]> = {
    received: ['triage', 'contact', 'relevel', 'escalate', 'seen'],
    triaged: ['dispatch', 'contact', 'reportUp', 'relevel', 'escalate', 'seen'],
    dispatched: ['take', 'sendBack', 'dispatch', 'contact', 'reportUp', 'relevel', 'escalate', 'seen'],
    in_progress: ['contact', 'investigate', 'propose', 'dispatch', 'reportUp', 'relevel', 'escalate', 'seen'],
    awaiting_approval: ['approve', 'contact', 'reportUp', 'relevel', 'escalate', 'seen'],
    replying: ['reply', 'contact', 'reportUp', 'relevel', 'escalate', 'seen'],
    replied: ['close', 'reportUp', 'relevel', 'escalate', 'seen'],
    follow_up: ['followUp', 'reportUp', 'relevel', 'escalate', 'seen'],
    closed: [],
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
      filer: ['escalate'],
      outletManager: ['triage', 'contact', 'escalate'],
      unitHead: ['contact', 'escalate'],
      officer: ['triage', 'relevel', 'escalate'],
      sqHead: ['triage', 'relevel', 'escalate'],
    },
    triaged: {
      outletManager: ['dispatch', 'contact', 'escalate'],
      unitHead: ['dispatch', 'contact', 'escalate'],
      officer: ['dispatch', 'contact', 'relevel', 'escalate'],
      sqHead: ['dispatch', 'relevel', 'escalate'],
    },
    dispatched: {
      handler: ['take', 'sendBack', 'contact'],
      outletManager: ['dispatch', 'contact', 'escalate'],
      unitHead: ['dispatch', 'contact', 'escalate'],
      liaison: ['dispatch', 'contact', 'escalate'],
      officer: ['dispatch', 'contact', 'relevel', 'escalate'],
      sqHead: ['dispatch', 'relevel', 'escalate'],
    },
    in_progress: {
      handler: ['contact', 'investigate', 'propose', 'escalate'],
      outletManager: ['contact', 'investigate', 'propose', 'dispatch', 'escalate'],
      unitHead: ['contact', 'investigate', 'propose', 'dispatch', 'escalate'],
      liaison: ['contact', 'investigate', 'propose', 'dispatch', 'escalate'],
      officer: ['dispatch', 'relevel', 'escalate'],
      sqHead: ['dispatch', 'relevel', 'escalate'],
    },
    awaiting_approval: {
      handler: ['contact', 'escalate'],
      outletManager: ['contact', 'escalate'],
      unitHead: ['approve', 'contact', 'escalate'],
      liaison: ['contact', 'escalate'],
      officer: ['relevel', 'escalate'],
      sqHead: ['approve', 'relevel', 'escalate'],
    },
    replying: {
      handler: ['reply', 'contact', 'escalate'],
      outletManager: ['reply', 'contact', 'escalate'],
      unitHead: ['reply', 'contact', 'escalate'],
      liaison: ['reply', 'contact', 'escalate'],
      officer: ['relevel', 'escalate'],
      sqHead: ['relevel', 'escalate'],
    },
    replied: {
      handler: ['escalate'],
      outletManager: ['close', 'escalate'],
      unitHead: ['escalate'],
      liaison: ['escalate'],
      officer: ['close', 'relevel', 'escalate'],
      sqHead: ['close', 'relevel', 'escalate'],
    },
    follow_up: {
      handler: ['escalate'],
      outletManager: ['followUp', 'escalate'],
      unitHead: ['escalate'],
      liaison: ['escalate'],
      officer: ['followUp', 'relevel', 'escalate'],
      sqHead: ['followUp', 'relevel', 'escalate'],
    },
    closed: {},
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
