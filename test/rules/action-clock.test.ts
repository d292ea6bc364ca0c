import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { Action } from '../../src/action/action.ts'
import { allowedActionSteps } from '../../src/action/allowed.ts'
import { evolve } from '../../src/action/evolve.ts'
import { type ActionStep, actionSteps } from '../../src/action/lifecycle.ts'
import { actionMatter } from '../../src/action/matter.ts'
import { Refusal } from '../../src/matter/refusal.ts'
import { sampleOrganisation, sampleRulebook } from '../support/a-house.ts'
import { type ActionStory, type ToldOfAction, givenAction, givenActionAt } from '../support/given.ts'
import { bankLacking, bankWithout, iso, local, who } from '../support/rulebook.ts'

const begin: Extract<ToldOfAction[1], { step: 'begin' }> = {
  step: 'begin',
  unit: 'outlet-renmin-road',
  owner: who.outletManager,
  rootCause: 'skill',
  kind: 'retrain',
  task: '样例：组织收费标准培训。',
  // Twenty working days from Monday 2 March at ten, the Monday four weeks later
  due: iso('2026-03-30 10:00'),
  like: { cause: 'C07' },
  respondents: [who.handler],
}
const begun: ToldOfAction = [who.officer, begin]

/** Every call: when, what, whom. */
function calls({ journal }: ActionStory): string[] {
  return journal.flatMap((event) => {
    if (event.type === 'reminded') return [`${local(event.at)} ${event.mark} ${event.to.join(' ')}`]
    if (event.type === 'rungReached') return [`${local(event.at)} k${event.rung} ${event.to.join(' ')}`]
    return []
  })
}

describe('an action that nobody finishes', () => {
  test('is reminded at half its time, a working day and two working hours before, then climbs the ladder of a step', () => {
    expect(calls(givenAction(begun).until('2026-05-15 18:00'))).toEqual([
      `2026-03-16 10:00 r0 ${who.outletManager}`,
      `2026-03-27 10:00 r1 ${who.outletManager} ${who.liaison}`,
      `2026-03-27 16:00 r2 ${who.outletManager} ${who.unitHead}`,
      `2026-03-30 10:00 k0 ${who.unitHead} ${who.officer}`,
      `2026-03-30 14:00 k1 ${who.unitHead}`,
      `2026-03-31 10:00 k2 ${who.liaison}`,
      `2026-04-01 10:00 k3 ${who.officer}`,
      `2026-04-02 10:00 k4 ${who.sqHead}`,
      // Qingming: 4 to 6 April
      `2026-04-07 10:00 k5 ${who.secretary} ${who.director}`,
    ])
  })

  test('is called again each working day until it is done, the owner too', () => {
    const late = givenAction(begun).until('2026-04-09 10:00')
    const again = late.journal.filter((event) => event.type === 'calledAgain')
    expect(again.slice(-2).map((event) => local(event.at))).toEqual(['2026-04-08 10:00', '2026-04-09 10:00'])
    expect(again.at(-1)?.to).toEqual([who.outletManager, who.secretary, who.director])
    const done = late.and([
      who.outletManager,
      { step: 'finish', doneAt: iso('2026-04-09 11:00'), evidence: '样例' },
      '2026-04-09 11:00',
    ])
    expect(calls(done.until('2026-05-15 18:00'))).toEqual(calls(late))
  })

  test('whose rung nobody stands on climbs the next at once', () => {
    const bank = bankWithout(who.sqHead, who.officer, who.otherOfficer)
    const climbed = givenActionAt(bank, [who.unitHead, begin]).until('2026-04-01 10:00')
    expect(calls(climbed).slice(-3)).toEqual([
      '2026-04-01 10:00 k3 ',
      '2026-04-01 10:00 k4 ',
      `2026-04-01 10:00 k5 ${who.secretary} ${who.director}`,
    ])
  })

  test('calls the deputy of an owner away, and the unit’s head where the owner has left', () => {
    const away = givenActionAt(bankWithout(who.outletManager), begun)
    expect(calls(away.until('2026-03-16 10:00'))).toEqual([`2026-03-16 10:00 r0 ${who.liaison}`])
    const { effects } = away
    expect(effects.map(({ effect }) => effect.kind === 'tell' && effect.to)).toEqual([who.liaison])
    expect(() => givenActionAt(bankLacking(who.outletManager), begun)).toThrow(Refusal)
  })

  test('is not called in quiet hours: what is owed at night waits for the morning and is no delay of ours', () => {
    const night = givenAction([who.officer, { ...begin, due: iso('2026-03-30 21:00') }])
    const { journal, effects } = night.until('2026-03-31 08:30')
    expect(journal.at(-1)).toMatchObject({ type: 'rungReached', rung: 0, at: iso('2026-03-31 08:30') })
    expect(JSON.stringify(effects)).not.toContain('lateSeconds')
    expect(night.ticks('2026-03-30 23:00').events).toEqual([])
  })

  test('served late because we were down, says how late', () => {
    const { effects } = givenAction(begun).until('2026-03-30 09:00').ticks('2026-03-30 12:00')
    expect(effects[0]?.effect).toMatchObject({ notice: { code: 'action-overdue', lateSeconds: 7200 } })
  })
})

describe('an extended action', () => {
  test('is reminded anew for the new due, and not of what passed before', () => {
    const extended = givenAction(begun)
      .until('2026-03-17 10:00')
      .and([
        who.outletManager,
        { step: 'askExtension', due: iso('2026-04-30 10:00'), reason: 'complexFacts' },
        '2026-03-17 10:00',
      ])
      .and([who.sqHead, { step: 'answerExtension', decision: 'grant' }, '2026-03-18 10:00'])
    expect(calls(extended.until('2026-04-30 10:00')).slice(1)).toEqual([
      `2026-04-09 10:00 r0 ${who.outletManager}`,
      `2026-04-29 10:00 r1 ${who.outletManager} ${who.liaison}`,
      `2026-04-29 16:00 r2 ${who.outletManager} ${who.unitHead}`,
      `2026-04-30 10:00 k0 ${who.unitHead} ${who.officer}`,
    ])
  })
})

/** Random lives: people take steps that are theirs or not, days pass with the clock asleep or awake. */
const people = Object.values(who)
type Move =
  | { readonly kind: 'step'; readonly person: number; readonly step: ActionStep; readonly days: number }
  | { readonly kind: 'onwards'; readonly pick: number }
  | { readonly kind: 'sleep'; readonly minutes: number }
  | { readonly kind: 'alarm' }
const move: fc.Arbitrary<Move> = fc.oneof(
  fc.record({ kind: fc.constant('onwards' as const), pick: fc.nat() }),
  fc.constant({ kind: 'alarm' as const }),
  fc.record({
    kind: fc.constant('step' as const),
    person: fc.nat({ max: people.length - 1 }),
    step: fc.constantFrom(...actionSteps),
    days: fc.integer({ min: -5, max: 60 }),
  }),
  fc.record({ kind: fc.constant('sleep' as const), minutes: fc.integer({ min: 1, max: 60_000 }) }),
)

function moved(story: ActionStory, next: Move): ActionStory {
  switch (next.kind) {
    case 'alarm': {
      const alarm = story.nextAlarm()
      const isLate = alarm && Temporal.Instant.compare(alarm, story.now) < 0
      return alarm ? taken(story, 'clock', { step: 'tick' }, isLate ? story.now : alarm) : story
    }
    case 'sleep':
      return taken(story, 'clock', { step: 'tick' }, story.now.add({ minutes: next.minutes }))
    case 'step': {
      const by = people[next.person] ?? who.officer
      return taken(story, by, commandOf(story, next.step, next.days), story.now)
    }
    case 'onwards': {
      const may = people.flatMap((by) =>
        allowedActionSteps(story.state, by, { organisation: sampleOrganisation, now: story.now }).map(
          (step) => [by, step] as const,
        ),
      )
      const [by, step] = may[next.pick % Math.max(may.length, 1)] ?? []
      return by && step ? taken(story, by, commandOf(story, step, (next.pick % 40) + 1), story.now) : story
    }
  }
}

function commandOf({ state, now }: ActionStory, step: ActionStep, days: number): ToldOfAction[1] {
  const later = now.add({ hours: days * 24 }).toString({ fractionalSecondDigits: 3 })
  const due = Temporal.Instant.from(state.due).add({ hours: 240 }).toString()
  switch (step) {
    case 'finish':
      return { step, doneAt: now.toString(), evidence: '样例' }
    case 'askExtension':
      return { step, due, reason: 'complexFacts' }
    case 'answerExtension':
      return { step, decision: days % 2 === 0 ? 'grant' : 'refuse', remark: '样例' }
    case 'handOverAction':
      return { step, owner: people[Math.abs(days) % people.length] ?? who.officer, reason: '样例' }
    case 'cancelAction':
      return { step, reason: '样例' }
    case 'rejectEvidence':
      return { step, remark: '样例', due: later }
    case 'checkEffect':
      return { step, count: Math.max(days % 3, 0) }
  }
}

function taken(story: ActionStory, by: string, command: ToldOfAction[1], at: Temporal.Instant): ActionStory {
  const time = at.toZonedDateTimeISO('Asia/Shanghai').toPlainDateTime().toString()
  try {
    return story.and([by, command, time])
  } catch (error) {
    if (error instanceof Refusal) return story
    throw error
  }
}

function everyLife(check: (story: ActionStory) => void): void {
  fc.assert(
    fc.property(fc.array(move, { maxLength: 25 }), (moves) => {
      moves.reduce<ActionStory>((story, next) => {
        const after = moved(story, next)
        check(after)
        return after
      }, givenAction(begun))
    }),
    { numRuns: 60 },
  )
}

describe('whatever happens to an action', () => {
  test('folding its journal gives its state, and its row is plain JSON', () => {
    everyLife(({ journal, state, now }) => {
      const lines = journal.map((event) => actionMatter.parseEvent(JSON.parse(JSON.stringify(event))))
      const folded = lines.reduce<Action | undefined>(evolve, undefined)
      expect(JSON.parse(JSON.stringify(folded))).toEqual(JSON.parse(JSON.stringify(state)))
      const context = { organisation: sampleOrganisation, rulebook: sampleRulebook, now }
      const row = actionMatter.finding(state, context)
      expect(JSON.parse(JSON.stringify(row))).toEqual(row)
    })
  })

  test('after a look the next one lies ahead, and finds something to do', () => {
    everyLife((story) => {
      const looked = taken(story, 'clock', { step: 'tick' }, story.now)
      const alarm = looked.nextAlarm()
      expect(alarm === undefined || Temporal.Instant.compare(alarm, looked.now) > 0).toBe(true)
      if (!alarm) return
      const time = alarm.toZonedDateTimeISO('Asia/Shanghai').toPlainDateTime().toString()
      expect(looked.ticks(time).events.length).toBeGreaterThan(0)
    })
  })

  test('while it is open or unchecked there is an alarm, and afterwards none', () => {
    everyLife((story) => {
      const waits = story.state.status === 'open' || story.state.status === 'done'
      expect(story.nextAlarm() !== undefined).toBe(waits)
    })
  })

  test('each reminder and rung of a due is served once, and nobody complained about hears a word', () => {
    everyLife(({ state, effects }) => {
      expect(state.served).toEqual([...new Set(state.served)])
      expect(effects.some(({ effect }) => effect.kind === 'tell' && effect.to === who.handler)).toBe(false)
    })
  })
})
