// oxlint-disable vitest/expect-expect -- `gives`, `givesNothing` and `refuses` are the expectations here
import { describe, expect, test } from 'vitest'
import { actionObjection, allowedActionSteps } from '../../src/action/allowed.ts'
import { actionForms } from '../../src/action/form.ts'
import { ownersOf } from '../../src/action/people.ts'
import { type ActionStatus, type ActionStep, actionSteps, lifecycle } from '../../src/action/lifecycle.ts'
import type { LanedEffect } from '../../src/matter/effect.ts'
import { sampleOrganisation } from '../support/a-house.ts'
import { type ActionStory, type ToldOfAction, givenAction, givenActionAt } from '../support/given.ts'
import { bankLacking, bankWithout, iso, local, who } from '../support/rulebook.ts'

type Begin = Extract<ToldOfAction[1], { step: 'begin' }>

const begin: Begin = {
  step: 'begin',
  unit: 'outlet-renmin-road',
  owner: who.outletManager,
  rootCause: 'process',
  rootCauseRemark: '样例：复核环节缺失。',
  kind: 'fixProcess',
  task: '样例：增加收费双人复核。',
  due: iso('2026-03-31 17:00'),
  like: { cause: 'C07', business: 'B02' },
  respondents: [who.handler],
}
const begun = (changes: Partial<Begin> = {}): ToldOfAction => [who.officer, { ...begin, ...changes }]
const finish: ToldOfAction = [
  who.outletManager,
  { step: 'finish', doneAt: iso('2026-03-20 10:00'), evidence: '样例：新流程已发布，附件为通知。' },
  '2026-03-20 11:00',
]
const ask: ToldOfAction = [
  who.outletManager,
  {
    step: 'askExtension',
    due: iso('2026-04-30 17:00'),
    reason: 'severalDepartments',
    remark: '样例：等待系统排期。',
  },
  '2026-03-10 10:00',
]
const grant: ToldOfAction = [who.sqHead, { step: 'answerExtension', decision: 'grant' }]
const cancel: ToldOfAction = [who.sqHead, { step: 'cancelAction', reason: '样例：业务已停办。' }]
const said = (doneAt: string): ToldOfAction[1] => ({ step: 'finish', doneAt, evidence: '样例' })
const handOver = (owner: string): ToldOfAction[1] => ({
  step: 'handOverAction',
  owner,
  reason: '样例：调岗。',
})
const counted = (count: number, numbers: string[] = []): ToldOfAction[1] => ({
  step: 'checkEffect',
  count,
  numbers,
})

describe('beginning an action', () => {
  test('names root cause, task, owner and due, and tells the owner', () => {
    const { state, effects } = givenAction(begun())
    expect(state).toMatchObject({
      number: 'A2026-001',
      branch: 'branch-moumou',
      status: 'open',
      rootCause: 'process',
      owner: who.outletManager,
      begunBy: who.officer,
    })
    expect(told(effects)).toEqual([`${who.outletManager}: action-yours`])
  })

  test('by its owner is told to nobody; by the machine it is nobody’s doing', () => {
    expect(givenAction([who.unitHead, { ...begin, owner: who.unitHead }]).effects).toEqual([])
    expect(givenAction(['machine', begin]).state.begunBy).toBeUndefined()
  })

  test('by the machine, whose verdict was checked before, also where its due has passed or its owner left', () => {
    const late = givenAction(['machine', { ...begin, owner: 'p-nobody', due: iso('2026-02-27 17:00') }])
    expect(told(late.effects)).toEqual([`${who.unitHead}: action-yours`])
    expect(told(late.ticks('2026-03-02 10:00').effects).slice(0, 2)).toEqual([
      `${who.unitHead}: action-overdue`,
      `${who.officer}: action-overdue`,
    ])
    expect(outcomeOf(() => givenAction(['machine', { ...begin, owner: who.handler }]))).toBe('recused')
  })

  test('a second time it is the same action', () => {
    givenAction(begun())
      .when(...begun({ task: '样例：另一件事。' }))
      .givesNothing()
  })

  test.each([
    ['service quality', who.officer, 'begun'],
    ['the committee', who.member, 'begun'],
    ['the head of the unit', who.unitHead, 'begun'],
    ['the liaison of the unit', who.liaison, 'begun'],
    ['a stranger to the unit', who.stranger, 'not-you'],
    ['the auditor', who.auditor, 'not-you'],
    ['the system admin', who.admin, 'not-you'],
    ['somebody who holds no post', 'p-nobody', 'not-you'],
  ])('%s: %s %s', (_who, by, expected) => {
    expect(outcomeOf(() => givenAction([by, begin]).state.status && 'begun')).toBe(expected)
  })

  test.each<[string, Partial<Begin>, string]>([
    ['a due that is past', { due: iso('2026-03-01 10:00') }, 'must-be-later'],
    ['a due at this instant', { due: iso('2026-03-02 10:00') }, 'must-be-later'],
    ['an owner who left', { owner: 'p-nobody' }, 'unknown-person'],
    ['an owner complained about in the case', { owner: who.handler }, 'recused'],
    ['a unit of no branch', { unit: 'head-office' }, 'unknown-unit'],
    ['a unit that does not exist', { unit: 'outlet-nowhere' }, 'unknown-unit'],
    ['a root cause off the list', { rootCause: 'weather' }, 'unknown-choice'],
    ['a kind that is none', { kind: 'none' }, 'actions-missing'],
    ['a kind off the list', { kind: 'wait' }, 'unknown-choice'],
    ['a like cause off the list', { like: { cause: 'C98' } }, 'unknown-choice'],
    ['a like business off the list', { like: { cause: 'C07', business: 'B98' } }, 'unknown-choice'],
    ['a like unit that does not exist', { like: { cause: 'C07', unit: 'nowhere' } }, 'unknown-unit'],
  ])('%s is refused', (_what, changes, code) => {
    expect(outcomeOf(() => givenAction(begun(changes)))).toBe(code)
  })

  test('an empty task cannot even be asked', () => {
    expect(() => givenAction(begun({ task: '  ' }))).toThrow('task')
  })
})

describe('finishing', () => {
  const open = givenAction(begun())

  test('takes the evidence, and tells service quality', () => {
    const { state, effects } = open.when(...finish)
    expect(state).toMatchObject({ status: 'done', finishes: [{ by: who.outletManager }] })
    expect(told(effects)).toEqual([`${who.officer}: action-finished`])
  })

  test('may be done by the head of the unit and by who stands in for the owner away, not by a stranger', () => {
    expect(open.when(who.unitHead, finish[1], finish[2]).state.status).toBe('done')
    const away = givenActionAt(bankWithout(who.outletManager), begun({ owner: who.outletManager }))
    expect(away.when(who.liaison, finish[1], finish[2]).state.status).toBe('done')
    open.when(who.liaison, finish[1], finish[2]).refuses('not-you')
  })

  test('cannot lie in the future, nor before the action began', () => {
    open.when(who.outletManager, said(iso('2026-03-21 10:00')), '2026-03-20 11:00').refuses('in-the-future')
    open.when(who.outletManager, said(iso('2026-02-20 10:00')), '2026-03-20 11:00').refuses('too-early')
  })

  test('without evidence cannot even be asked', () => {
    expect(() => open.when(who.outletManager, { step: 'finish', doneAt: begin.due, evidence: ' ' })).toThrow(
      'evidence',
    )
  })

  test('the evidence may be sent back by service quality, with a new due; not by whoever finished it', () => {
    const reject: ToldOfAction[1] = {
      step: 'rejectEvidence',
      remark: '样例：无签收。',
      due: iso('2026-04-10 17:00'),
    }
    const { state, effects } = open.and(finish).when(who.otherOfficer, reject)
    expect(state).toMatchObject({ status: 'open', due: iso('2026-04-10 17:00'), served: [] })
    expect(told(effects)).toEqual([`${who.outletManager}: action-sent-back`])
    open
      .and(finish)
      .when(who.officer, { ...reject, due: iso('2026-03-19 17:00') })
      .refuses('must-be-later')
    const own = givenAction(begun({ owner: who.officer }), [who.officer, finish[1], '2026-03-20 11:00'])
    own.when(who.officer, reject).refuses('same-person')
  })
})

describe('an extension of the due', () => {
  const open = givenAction(begun())
  const waiting = open.and(ask)

  test('is asked with a reason, and moves nothing until it is granted', () => {
    expect(waiting.state.due).toBe(begin.due)
    expect(told(open.when(...ask).effects)).toEqual([`${who.sqHead}: action-extension-wanted`])
    const { state, effects } = waiting.when(...grant)
    expect(state).toMatchObject({ due: iso('2026-04-30 17:00'), served: [] })
    expect(state.extensions).toMatchObject([{ reason: 'severalDepartments', answer: { granted: true } }])
    expect(told(effects)).toEqual([`${who.outletManager}: action-extended`])
  })

  test('refused needs a remark, and leaves the due', () => {
    const refuse: ToldOfAction[1] = { step: 'answerExtension', decision: 'refuse' }
    waiting.when(who.sqHead, refuse).refuses('remark-missing')
    const { state, effects } = waiting.when(who.director, {
      ...refuse,
      remark: '样例：理由不足。',
    })
    expect(state.due).toBe(begin.due)
    expect(told(effects)).toEqual([`${who.outletManager}: action-extension-refused`])
  })

  test('is granted by the service quality head or the committee, never by its asker or owner', () => {
    waiting.when(who.officer, grant[1]).refuses('not-you')
    waiting.when(who.unitHead, grant[1]).refuses('not-you')
    const ofTheHead = givenAction(begun({ unit: 'dept-service-quality', owner: who.sqHead }), [
      who.sqHead,
      ask[1],
      '2026-03-10 10:00',
    ])
    expect(told(ofTheHead.effects)).toContain(`${who.director}: action-extension-wanted`)
    ofTheHead.when(who.sqHead, grant[1]).refuses('same-person')
    expect(ofTheHead.when(who.director, grant[1]).state.due).toBe(iso('2026-04-30 17:00'))
  })

  test.each<[string, string, string, string]>([
    ['an earlier due', iso('2026-03-20 17:00'), '2026-03-10 10:00', 'must-be-later'],
    ['the same due', begin.due, '2026-03-10 10:00', 'must-be-later'],
    ['asked after the due', iso('2026-04-30 17:00'), '2026-03-31 17:01', 'too-late'],
  ])('%s is refused', (_what, due, at, code) => {
    expect(
      outcomeOf(() => open.when(who.outletManager, { ...ask[1], due } as ToldOfAction[1], at).state),
    ).toBe(code)
  })

  test('a reason off the list, a second asking, an answer that nobody waits for, one too late to grant are refused', () => {
    open.when(who.outletManager, { ...ask[1], reason: 'lazy' } as ToldOfAction[1]).refuses('unknown-choice')
    waiting.when(...ask).refuses('not-now')
    open.when(...grant).refuses('not-now')
    waiting.when(who.sqHead, grant[1], '2026-05-04 10:00').refuses('must-be-later')
  })
})

describe('handing over and cancelling', () => {
  const open = givenAction(begun())

  test('another owner is told; the due stays', () => {
    const { state, effects } = open.when(who.unitHead, handOver(who.liaison))
    expect(state).toMatchObject({ owner: who.liaison, due: begin.due })
    expect(told(effects)).toEqual([`${who.liaison}: action-yours`])
  })

  test('to the same owner is nothing; to one who left or is complained about it is refused', () => {
    open.when(who.officer, handOver(who.outletManager)).givesNothing()
    open.when(who.officer, handOver('p-nobody')).refuses('unknown-person')
    open.when(who.officer, handOver(who.handler)).refuses('recused')
    open.when(who.liaison, handOver(who.liaison)).refuses('not-you')
  })

  test('an owner who left is answered for by their deputy, else by the unit’s head, who may hand it over', () => {
    const { state, now } = open
    const without = (...gone: string[]) => ownersOf(state, { organisation: bankLacking(...gone), now })
    expect(without(who.outletManager)).toEqual([who.liaison])
    expect(without(who.outletManager, who.liaison)).toEqual([who.unitHead])
    const organisation = bankLacking(who.outletManager, who.liaison)
    expect(allowedActionSteps(state, who.unitHead, { organisation, now })).toContain('handOverAction')
    expect(allowedActionSteps(state, who.outletManager, { organisation, now })).toEqual([])
  })

  test('cancelled by an approver with a reason it is over, and the owner hears of it', () => {
    const { state, effects } = open.when(...cancel)
    expect(state.status).toBe('cancelled')
    expect(told(effects)).toEqual([`${who.outletManager}: action-cancelled`])
    expect(open.and(cancel).nextAlarm()).toBeUndefined()
    open.when(who.officer, cancel[1]).refuses('not-you')
  })

  test('the machine cancels one whose verdict was lifted, once, and leaves one alone that is done', () => {
    open.and(['machine', cancel[1]]).when('machine', cancel[1]).givesNothing()
    open.and(finish).when('machine', cancel[1]).givesNothing()
  })
})

describe('whether the cause came back', () => {
  const done = givenAction(begun(), finish)

  test('is owed 90 days after it was done, and the house is asked to count like complaints since', () => {
    expect(local(done.nextAlarm())).toBe('2026-06-19 08:30')
    const { events, effects } = done.ticks('2026-06-19 08:30')
    expect(events).toMatchObject([{ type: 'checkWanted', again: false }])
    expect(effects.map(({ effect }) => effect)).toEqual([
      {
        kind: 'countLike',
        branch: 'branch-moumou',
        cause: 'C07',
        business: 'B02',
        since: iso('2026-03-20 11:00'),
      },
    ])
  })

  test('that nobody counted is asked again a day later, of service quality too', () => {
    const asked = done.until('2026-06-19 09:00') // Dragon Boat Festival, a Friday
    expect(local(asked.nextAlarm())).toBe('2026-06-23 09:00')
    expect(told(asked.ticks('2026-06-23 09:00').effects)).toEqual([`${who.officer}: action-check-wanted`])
  })

  test('where no like complaints are named, service quality tells it by hand', () => {
    const { like: _like, ...unlike } = begin
    const byHand = givenAction([who.officer, unlike], finish).until('2026-06-19 09:00')
    expect(told(byHand.effects)).toContain(`${who.officer}: action-check-wanted`)
    expect(byHand.when(who.officer, counted(0)).state.status).toBe('lasting')
    byHand.when(who.outletManager, counted(0)).refuses('not-you')
    byHand.when(who.stranger, counted(0)).refuses('not-you')
  })

  test('it did: the action is open again for 20 working days, and owner, unit and service quality hear of it', () => {
    const { state, effects } = done
      .until('2026-06-19 09:00')
      .when('machine', counted(2, ['2026-00200', '2026-00201']))
    expect(state).toMatchObject({
      status: 'open',
      checks: [{ count: 2, numbers: ['2026-00200', '2026-00201'], cameBack: true }],
    })
    expect(local(state.due)).toBe('2026-07-20 09:00')
    expect(told(effects)).toEqual([
      `${who.outletManager}: action-came-back`,
      `${who.unitHead}: action-came-back`,
      `${who.officer}: action-came-back`,
      `${who.sqHead}: action-came-back`,
    ])
  })

  test('it did not: the action is lasting, and nothing is asked any more', () => {
    const lasting = done.until('2026-06-19 09:00').and(['machine', counted(0)])
    expect(lasting.state.status).toBe('lasting')
    expect(lasting.nextAlarm()).toBeUndefined()
    lasting.when('machine', counted(3)).givesNothing()
  })

  test('told before the check is owed: a cause that came back opens it at once, a count of none proves nothing yet', () => {
    expect(done.when('machine', counted(1), '2026-04-01 10:00').state.status).toBe('open')
    done.when('machine', counted(0), '2026-04-01 10:00').givesNothing()
    done.when(who.officer, counted(0), '2026-04-01 10:00').refuses('too-early')
  })

  test('of an action that is open the machine is told nothing', () => {
    givenAction(begun()).when('machine', counted(5)).givesNothing()
  })

  test('after it was reopened and done once more, it is checked once more, from then', () => {
    const again = done.until('2026-06-19 09:00').and(['machine', counted(1)])
    const twice = again.and([
      who.outletManager,
      { step: 'finish', doneAt: iso('2026-07-01 10:00'), evidence: '样例' },
      '2026-07-01 10:00',
    ])
    expect(local(twice.nextAlarm())).toBe('2026-09-30 08:30')
    expect(twice.state.checks).toHaveLength(1)
  })

  test('a negative or broken count cannot even be told', () => {
    expect(() => done.when('machine', counted(-1))).toThrow('count')
    expect(() => done.when('machine', counted(0.5))).toThrow('count')
  })
})

describe('who may do what with an action', () => {
  const stories: Record<ActionStatus, ActionStory> = {
    open: givenAction(begun()),
    done: givenAction(begun(), finish),
    lasting: givenAction(begun(), finish)
      .until('2026-06-19 09:00')
      .and(['machine', { step: 'checkEffect', count: 0 }]),
    cancelled: givenAction(begun(), cancel),
  }
  const table: Record<ActionStatus, Partial<Record<keyof typeof who, readonly ActionStep[]>>> = {
    open: {
      outletManager: ['finish', 'askExtension'],
      unitHead: ['finish', 'askExtension', 'handOverAction'],
      officer: ['handOverAction'],
      otherOfficer: ['handOverAction'],
      sqHead: ['handOverAction', 'cancelAction'],
      director: ['cancelAction'],
      member: ['cancelAction'],
    },
    done: {
      officer: ['rejectEvidence', 'checkEffect'],
      otherOfficer: ['rejectEvidence', 'checkEffect'],
      sqHead: ['rejectEvidence', 'checkEffect'],
    },
    lasting: {},
    cancelled: {},
  }
  const kinds = Object.keys(who) as (keyof typeof who)[]
  const statuses = Object.keys(lifecycle) as ActionStatus[]

  test.each(statuses)('"%s": the buttons are these', (status) => {
    const { state, now } = stories[status]
    const context = { organisation: sampleOrganisation, now }
    const buttons = kinds.map((kind) => [kind, allowedActionSteps(state, who[kind], context)] as const)
    expect(Object.fromEntries(buttons.filter(([, steps]) => steps.length > 0))).toEqual(table[status])
  })

  test.each(statuses)('"%s": every other step is refused at the door', (status) => {
    const story = stories[status]
    const commands: Record<ActionStep, ToldOfAction[1]> = {
      finish: { step: 'finish', doneAt: story.now.toString({ fractionalSecondDigits: 3 }), evidence: '样例' },
      askExtension: ask[1],
      answerExtension: grant[1],
      handOverAction: { step: 'handOverAction', owner: who.liaison, reason: '样例' },
      cancelAction: cancel[1],
      rejectEvidence: { step: 'rejectEvidence', remark: '样例', due: iso('2027-03-01 10:00') },
      checkEffect: { step: 'checkEffect', count: 1 },
    }
    for (const kind of kinds) {
      const open = actionSteps.filter(
        (step) => outcomeOf(() => story.when(who[kind], commands[step]).events && 'done') === 'done',
      )
      expect({ kind, open }).toEqual({ kind, open: table[status][kind] ?? [] })
    }
  })

  test('the one complained about is told that it is for somebody else, and hears nothing', () => {
    const { state, now } = stories.open
    expect(actionObjection(state, 'finish', who.handler, { organisation: sampleOrganisation, now })).toBe(
      'recused',
    )
    const heard = stories.open.until('2026-06-01 10:00').effects
    expect(told(heard).join()).not.toContain(who.handler)
  })

  test('what does not exist is not found, machines take no step of a person, and every step has its form', () => {
    expect(() => givenAction(finish)).toThrow(expect.objectContaining({ code: 'not-found' }))
    stories.open.when('machine', finish[1]).refuses('not-you')
    stories.open.when('clock', ask[1]).refuses('not-you')
    expect(Object.keys(actionForms).toSorted()).toEqual([...actionSteps].toSorted())
  })
})

function told(effects: readonly LanedEffect[]): string[] {
  return effects.flatMap(({ effect }) =>
    effect.kind === 'tell' ? [`${effect.to}: ${effect.notice.code}`] : [],
  )
}

/** What came of it: the refusal's code, or what was answered. */
function outcomeOf(trying: () => unknown): unknown {
  try {
    return trying()
  } catch (error) {
    return (error as { code?: unknown }).code ?? error
  }
}
