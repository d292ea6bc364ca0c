import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { allowedSteps } from '../../src/complaint/allowed.ts'
import { runningClocks } from '../../src/complaint/clocks.ts'
import type { Complaint } from '../../src/complaint/complaint.ts'
import { evolve } from '../../src/complaint/evolve.ts'
import { complaintMatter } from '../../src/complaint/matter.ts'
import { type StepName, stepNames } from '../../src/complaint/lifecycle.ts'
import { Refusal } from '../../src/matter/refusal.ts'
import { sampleOrganisation, sampleRulebook } from '../support/a-house.ts'
import { type ComplaintStory, type ToldOfComplaint, given } from '../support/given.ts'
import { local, who } from '../support/rulebook.ts'
import { attached, filed, on, valid } from '../support/steps.ts'

/**
 * Random lives of a complaint: people take steps that are theirs or not, hours pass with the clock asleep or awake. Whatever
 * happens, these sentences hold.
 */

const people = Object.values(who)

type Move =
  | { readonly kind: 'step'; readonly person: number; readonly step: StepName; readonly pick: number }
  | { readonly kind: 'onwards'; readonly pick: number }
  | { readonly kind: 'sleep'; readonly minutes: number }
  | { readonly kind: 'alarm' }
  /** The customer comes back, whatever its state. */
  | { readonly kind: 'again' }

const move: fc.Arbitrary<Move> = fc.oneof(
  { weight: 4, arbitrary: fc.record({ kind: fc.constant('onwards' as const), pick: fc.nat() }) },
  { weight: 3, arbitrary: fc.constant({ kind: 'alarm' as const }) },
  { weight: 1, arbitrary: fc.constant({ kind: 'again' as const }) },
  {
    weight: 2,
    arbitrary: fc.record({
      kind: fc.constant('step' as const),
      person: fc.nat({ max: people.length - 1 }),
      step: fc.constantFrom(...stepNames),
      pick: fc.nat(),
    }),
  },
  {
    weight: 2,
    arbitrary: fc.record({
      kind: fc.constant('sleep' as const),
      minutes: fc.integer({ min: 1, max: 20_000 }),
    }),
  },
)

const life = fc.record({
  facts: fc.constantFrom<Record<string, number>>({}, { fundSafety: 1 }, { mediaPublished: 1 }),
  anonymous: fc.boolean(),
  moves: fc.array(move, { maxLength: 40 }),
})

/** Everything is tried on each life, so that one walk proves all sentences. */
function everyLife(check: (before: ComplaintStory, after: ComplaintStory) => void): void {
  fc.assert(
    fc.property(life, ({ facts, anonymous, moves }) => {
      const start = given(filed({ facts, anonymous, respondents: [who.otherOfficer] }))
      moves.reduce<ComplaintStory>((story, next) => {
        const after = moved(story, next)
        check(story, after)
        return after
      }, start)
    }),
    { numRuns: 40 },
  )
}

describe('whatever happens to a complaint', () => {
  test('folding its journal gives its state', () => {
    everyLife((_before, { journal, state }) => {
      const lines = journal.map((event) => complaintMatter.parseEvent(JSON.parse(JSON.stringify(event))))
      const folded = lines.reduce<Complaint | undefined>(evolve, undefined)
      expect(JSON.parse(JSON.stringify(folded))).toEqual(JSON.parse(JSON.stringify(state)))
    })
  })

  test('a second look at the same instant gives nothing, and the next look lies ahead', () => {
    everyLife((_before, story) => {
      const looked = looking(story, story.now)
      expect(looked.when('clock', { step: 'tick' }, exactly(story.now)).events).toEqual([])
      const alarm = looked.nextAlarm()
      expect(alarm === undefined || Temporal.Instant.compare(alarm, story.now) > 0).toBe(true)
    })
  })

  test('a look at the instant of the alarm always finds something to do', () => {
    everyLife((_before, story) => {
      const looked = looking(story, story.now)
      const alarm = looked.nextAlarm()
      if (!alarm) return
      expect(looked.when('clock', { step: 'tick' }, exactly(alarm)).events.length).toBeGreaterThan(0)
    })
  })

  test('while a clock runs there is an alarm', () => {
    everyLife((_before, story) => {
      const runs = runningClocks(story.state, sampleRulebook).length > 0
      expect(!runs || story.nextAlarm() !== undefined).toBe(true)
    })
  })

  test('each reminder and each rung of a run is served once', () => {
    everyLife((_before, { state }) => {
      for (const { served } of state.clocks) expect(served).toEqual([...new Set(served)])
    })
  })

  test('a clock of one kind runs once at a time', () => {
    everyLife((_before, { state }) => {
      const running = state.clocks.filter(({ stoppedAt }) => !stoppedAt).map(({ code }) => code)
      expect(running).toEqual([...new Set(running)])
    })
  })

  test('who answers for it changes only when somebody triages it or takes it over', () => {
    everyLife((before, after) => {
      if (before.state.owner === after.state.owner) return
      const fresh = after.journal.slice(before.journal.length).map(({ type }) => type)
      expect(fresh.some((type) => type === 'triaged' || type === 'taken')).toBe(true)
    })
  })

  test('the statutory due is moved by an extension, and by a pause that stops it, and by nothing else', () => {
    everyLife((before, after) => {
      const fresh = after.journal.slice(before.journal.length)
      const stopped = [before, after].some(({ state }) => state.pauses?.some((each) => each.stopsStatutory))
      if (stopped || fresh.some(({ type }) => type === 'extended')) return
      const [was, is] = [statutoryDue(before), statutoryDue(after)]
      expect(was === undefined || is === undefined || was === is).toBe(true)
    })
  })

  test('the row by which it is found is plain JSON', () => {
    everyLife((_before, story) => {
      const context = { organisation: sampleOrganisation, rulebook: sampleRulebook, now: story.now }
      const row = complaintMatter.finding(story.state, context)
      expect(JSON.parse(JSON.stringify(row))).toEqual(row)
    })
  })

  test('nobody complained about hears a word, joins the channel, or is waited for', () => {
    everyLife((_before, { effects, state }) => {
      const heard = effects.flatMap(({ effect }) => (effect.kind === 'tell' ? [effect.to] : []))
      const joined = state.members.map(({ person }) => person)
      expect([...heard, ...joined, state.owner]).not.toContain(who.otherOfficer)
    })
  })

  test('what goes outside names neither the customer nor what they told', () => {
    everyLife((_before, { effects }) => {
      const outside = JSON.stringify(effects)
      expect(outside).not.toContain('张')
      expect(outside).not.toContain('****')
      expect(outside).not.toContain('重复收取')
    })
  })
})

function statutoryDue({ state }: ComplaintStory): string | undefined {
  return local(runningClocks(state, sampleRulebook).find(({ run }) => run.code === 'statutory')?.due)
}

function moved(story: ComplaintStory, next: Move): ComplaintStory {
  switch (next.kind) {
    case 'sleep':
      return looking(story, story.now.add({ minutes: next.minutes }))
    case 'alarm': {
      const alarm = story.nextAlarm()
      return alarm && Temporal.Instant.compare(alarm, story.now) > 0 ? looking(story, alarm) : story
    }
    case 'again':
      return tried(story, on(inAMinute(story), attached({ receivedAt: story.now.toString() })))
    case 'onwards':
      return onwards(story, next.pick)
    case 'step':
      return tried(story, [at(people, next.person), commandOf(next.step, next.pick, story), inAMinute(story)])
  }
}

/** One of the steps that somebody is offered now. */
function onwards(story: ComplaintStory, pick: number): ComplaintStory {
  const context = { organisation: sampleOrganisation, rulebook: sampleRulebook, now: story.now }
  const offered = people.flatMap((person) =>
    allowedSteps(story.state, person, context).map((step) => ({ person, step })),
  )
  if (offered.length === 0) return story
  const { person, step } = at(offered, pick)
  return tried(story, [person, commandOf(step, pick, story), inAMinute(story)])
}

/** Done, or refused: anything else that is thrown is a bug. */
function tried(story: ComplaintStory, told: ToldOfComplaint): ComplaintStory {
  try {
    return story.and(told)
  } catch (error) {
    if (error instanceof Refusal) return story
    throw error
  }
}

function looking(story: ComplaintStory, now: Temporal.Instant): ComplaintStory {
  return story.and(['clock', { step: 'tick' }, exactly(now)])
}

function inAMinute({ now }: ComplaintStory): string {
  return exactly(now.add({ minutes: 1 }))
}

function exactly(now: Temporal.Instant): string {
  return now.toZonedDateTimeISO('Asia/Shanghai').toPlainDateTime().toString()
}

function commandOf(step: StepName, pick: number, { now }: ComplaintStory): ToldOfComplaint[1] {
  if (step === 'reopen')
    return valid.reopen({ receivedAt: now.toString(), newFacts: at(['no', 'yes'] as const, pick) })
  if (step === 'relevel' || step === 'triage')
    return valid[step]({ level: at(['L1', 'L2', 'L3'] as const, pick) })
  if (step === 'dispatch') return valid.dispatch({ handler: at(people, pick) })
  if (step === 'approve')
    return valid.approve({ decision: at(['approve', 'back'] as const, pick), remark: '意见' })
  if (step === 'followUp')
    return valid.followUp({ content: at(['yes', 'no'] as const, pick), comment: '意见' })
  if (step === 'pause') {
    const codes = sampleRulebook.pack.pauses.map(({ code }) => code)
    const until = now.add({ hours: 24 * (1 + (pick % 6)) }).toString()
    return valid.pause({ pauseCode: at(codes, pick), until, toldAt: now.toString(), mode: 'phone' })
  }
  if (step === 'decidePause' || step === 'decideExtension')
    return { ...valid[step](), decision: at(['approve', 'back'] as const, pick), remark: '意见' }
  if (step === 'tellExtension')
    return valid.tellExtension({ toldAt: now.toString(), toldDate: localDay(now.add({ hours: 48 })) })
  if (step === 'investigate') return valid.investigate({ fault: at(['yes', 'no'] as const, pick) })
  return valid[step]()
}

function localDay(instant: Temporal.Instant): string {
  return instant.toZonedDateTimeISO('Asia/Shanghai').toPlainDate().toString()
}

function at<Item>(items: readonly Item[], index: number): Item {
  const item = items[index % items.length]
  if (item === undefined) throw new Error('There is nothing to pick from.')
  return item
}
