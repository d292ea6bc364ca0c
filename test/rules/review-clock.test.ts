import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { LanedEffect } from '../../src/matter/effect.ts'
import { Refusal } from '../../src/matter/refusal.ts'
import { allowedCaseSteps, allowedReviewSteps, caseObjection, caseSteps } from '../../src/review/allowed.ts'
import { evolve } from '../../src/review/evolve.ts'
import { reviewForms } from '../../src/review/form.ts'
import { type ReviewStatus, type ReviewStep, lifecycle, reviewSteps } from '../../src/review/lifecycle.ts'
import { reviewMatter } from '../../src/review/matter.ts'
import type { Review } from '../../src/review/review.ts'
import { nextRegular } from '../../src/review/rhythm.ts'
import { sampleOrganisation, sampleRulebook } from '../support/a-house.ts'
import { type ReviewStory, type ToldOfReview, givenReview } from '../support/given.ts'
import {
  aCase,
  cardCase,
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
import { iso, local, shanghai, who } from '../support/rulebook.ts'

const meeting = givenReview(convened)
const open = meeting.and(packed, held)
const published = open.and(decided, noFault, minuted)
const close: ToldOfReview = [who.sqHead, { step: 'closeReview', conclusion: '样例' }, '2026-04-08 10:00']
const cancel: ToldOfReview = [who.sqHead, { step: 'cancelReview', reason: '样例' }]

/** What was asked for when. */
function asked({ journal }: ReviewStory): string[] {
  return journal.flatMap((event) =>
    event.type === 'asked' ? [`${local(event.at)} ${event.thing} ${event.times}`] : [],
  )
}

describe('the rhythm', () => {
  test.each([
    ['2026-03-02 10:00', undefined, '2026-03-31 14:00'],
    ['2026-03-31 13:59', undefined, '2026-03-31 14:00'],
    ['2026-03-31 14:00', undefined, '2026-04-30 14:00'],
    ['2026-03-02 10:00', '2026-03', '2026-04-30 14:00'],
    // 30 and 31 May 2026 are a Saturday and a Sunday
    ['2026-05-04 10:00', undefined, '2026-05-29 14:00'],
    ['2026-12-31 15:00', undefined, '2027-01-29 14:00'],
  ])('after %s and the month %s it meets on %s', (now, month, expected) => {
    expect(local(nextRegular(shanghai(now), sampleRulebook, month).meetsAt)).toBe(expected)
  })

  test('of every third month it meets at the ends of quarters', () => {
    const { pack } = sampleRulebook
    const quarterly = {
      ...sampleRulebook,
      pack: { ...pack, review: { ...pack.review, everyMonths: 3 as const } },
    }
    expect(nextRegular(shanghai('2026-04-02 10:00'), quarterly).month).toBe('2026-06')
  })
})

describe('what a meeting waits for', () => {
  test('its attendance is asked for when it should meet, of service quality, then each working day of the secretary too', () => {
    const late = meeting.and(packed).until('2026-03-31 18:00')
    expect(asked(late)).toEqual([
      '2026-03-27 14:00 attendance 1',
      '2026-03-30 14:00 attendance 2',
      '2026-03-31 14:00 attendance 3',
    ])
    const [first, second] = late.effects.filter(isAsked)
    expect(first).toMatchObject({ lane: 'work', effect: { to: who.officer } })
    expect(second).toMatchObject({ lane: 'alert', effect: { to: who.officer } })
    expect(late.effects.filter(isAsked).map(({ effect }) => effect.kind === 'tell' && effect.to)).toContain(
      who.secretary,
    )
  })

  test('a meeting that moves is asked for at its new time', () => {
    const later = meeting
      .and(packed)
      .until('2026-03-27 14:00')
      .and([
        who.officer,
        { step: 'reschedule', meetsAt: iso('2026-04-02 14:00'), reason: '样例' },
        '2026-03-27 15:00',
      ])
    expect(asked(later.until('2026-04-02 14:00')).slice(1)).toEqual(['2026-04-02 14:00 attendance 1'])
  })

  test('its minutes within three working days, the answer to an objection within five, its closing after all that', () => {
    expect(asked(open.until('2026-04-01 18:00'))).toEqual(['2026-04-01 14:05 minutes 1'])
    const raised = published.and(objected)
    expect(asked(raised.until('2026-04-09 18:00'))).toEqual(['2026-04-09 10:00 answer 1'])
    expect(raised.until('2026-04-09 18:00').effects.at(-1)?.effect).toMatchObject({ to: who.director })
    expect(asked(raised.and(kept).until('2026-04-07 18:00'))).toEqual(['2026-04-07 10:00 closing 1'])
    expect(asked(published.until('2026-04-07 18:00'))).toEqual(['2026-04-07 10:00 closing 1'])
  })

  test('nothing more once it is closed or cancelled', () => {
    expect(published.and(close).nextAlarm()).toBeUndefined()
    expect(meeting.and(cancel).nextAlarm()).toBeUndefined()
  })

  test('nobody is called at night, and what came late because we were down says how late', () => {
    const evening = givenReview([
      who.sqHead,
      { step: 'convene', branch: 'branch-moumou', kind: 'special', meetsAt: iso('2026-03-27 21:00') },
    ]).and(packed)
    expect(local(evening.nextAlarm())).toBe('2026-03-28 08:30')
    expect(evening.ticks('2026-03-27 23:00').events).toEqual([])
    const { effects } = meeting.and(packed).ticks('2026-03-27 16:00')
    expect(effects[0]?.effect).toMatchObject({ notice: { code: 'review-wanted', lateSeconds: 7200 } })
  })
})

describe('who may do what with a review meeting', () => {
  const stories: Record<ReviewStatus, ReviewStory> = {
    convened: meeting.and(packed).until('2026-03-27 14:00'),
    held: open.and(decided, noFault),
    minuted: published.until('2026-04-01 10:00'),
    closed: published.and(close),
    cancelled: meeting.and(cancel),
  }
  const ofService = [
    'putOnAgenda',
    'takeOffAgenda',
    'proposeVerdict',
    'sendPack',
    'reschedule',
    'attend',
    'cancelReview',
  ] as const
  const table: Record<ReviewStatus, Partial<Record<keyof typeof who, readonly ReviewStep[]>>> = {
    convened: {
      officer: ofService,
      otherOfficer: ofService,
      sqHead: ofService,
      secretary: ['attend'],
    },
    held: {
      officer: ['proposeVerdict', 'defer', 'minutes'],
      otherOfficer: ['proposeVerdict', 'defer', 'minutes'],
      sqHead: ['proposeVerdict', 'defer', 'minutes'],
      secretary: ['defer', 'minutes'],
      director: ['verdict', 'defer'],
      member: ['verdict', 'defer'],
    },
    minuted: {
      unitHead: ['object'],
      liaison: ['object'],
      director: ['answerObjection'],
      member: ['answerObjection'],
    },
    closed: {},
    cancelled: {},
  }
  const kinds = Object.keys(who) as (keyof typeof who)[]
  const statuses = Object.keys(lifecycle) as ReviewStatus[]

  test.each(statuses)('"%s": the buttons are these', (status) => {
    const { state, now } = stories[status]
    const context = { organisation: sampleOrganisation, rulebook: sampleRulebook, now }
    const buttons = kinds.map((kind) => [kind, allowedReviewSteps(state, who[kind], context)] as const)
    expect(Object.fromEntries(buttons.filter(([, steps]) => steps.length > 0))).toEqual(table[status])
  })

  test.each(statuses)(
    '"%s": every button of a case opens the door, and every other step is refused there',
    (status) => {
      const story = stories[status]
      for (const kind of kinds) {
        const opened = reviewSteps.filter((step) => isDone(story, who[kind], commandOf(story, step, 1)))
        const { state, now } = story
        const context = { organisation: sampleOrganisation, rulebook: sampleRulebook, now }
        const [first] = state.cases
        const ofMeeting = allowedReviewSteps(state, who[kind], context).filter((step) => !isOfCase(step))
        const ofCase = first ? allowedCaseSteps(state, first, who[kind], context) : []
        expect({ kind, opened: opened.toSorted() }).toEqual({
          kind,
          opened: [...ofMeeting, ...ofCase].toSorted(),
        })
      }
    },
  )

  test('the one complained about has no part in the case', () => {
    const { state, now } = stories.minuted
    const context = { organisation: sampleOrganisation, rulebook: sampleRulebook, now }
    const [first] = state.cases
    if (!first) throw new Error('The meeting has no case.')
    const named = { ...first, respondents: [who.unitHead] }
    expect(
      caseObjection({ ...state, cases: [named] }, named, { step: 'object', by: who.unitHead }, context),
    ).toBe('not-you')
    expect(allowedCaseSteps(state, first, who.handler, context)).toEqual([])
  })

  test('what does not exist is not found, machines take no step of a person, and every step has its form', () => {
    expect(() => givenReview(packed)).toThrow(expect.objectContaining({ code: 'not-found' }))
    meeting.when('machine', packed[1]).refuses('not-you')
    open.when('machine', verdict).refuses('not-you')
    expect(Object.keys(reviewForms).toSorted()).toEqual([...reviewSteps].toSorted())
  })
})

/** Random lives: people take steps that are theirs or not, days pass with the clock asleep or awake. */
const people = [...new Set([...Object.values(who), ...voters])]
type Move =
  | { readonly kind: 'step'; readonly person: number; readonly step: ReviewStep; readonly pick: number }
  | { readonly kind: 'onwards'; readonly pick: number }
  | { readonly kind: 'sleep'; readonly minutes: number }
  | { readonly kind: 'alarm' }
const move: fc.Arbitrary<Move> = fc.oneof(
  { weight: 5, arbitrary: fc.record({ kind: fc.constant('onwards' as const), pick: fc.nat() }) },
  { weight: 2, arbitrary: fc.constant({ kind: 'alarm' as const }) },
  {
    weight: 1,
    arbitrary: fc.record({
      kind: fc.constant('step' as const),
      person: fc.nat({ max: people.length - 1 }),
      step: fc.constantFrom(...reviewSteps),
      pick: fc.nat(),
    }),
  },
  {
    weight: 1,
    arbitrary: fc.record({
      kind: fc.constant('sleep' as const),
      minutes: fc.integer({ min: 1, max: 20_000 }),
    }),
  },
)

function moved(story: ReviewStory, next: Move): ReviewStory {
  switch (next.kind) {
    case 'alarm': {
      const alarm = story.nextAlarm()
      const isLate = alarm && Temporal.Instant.compare(alarm, story.now) < 0
      return alarm ? taken(story, 'clock', { step: 'tick' }, isLate ? story.now : alarm) : story
    }
    case 'sleep':
      return taken(story, 'clock', { step: 'tick' }, story.now.add({ minutes: next.minutes }))
    case 'step':
      return taken(
        story,
        people[next.person] ?? who.officer,
        commandOf(story, next.step, next.pick),
        story.now,
      )
    case 'onwards': {
      const context = { organisation: sampleOrganisation, rulebook: sampleRulebook, now: story.now }
      const may = people.flatMap((by) =>
        allowedReviewSteps(story.state, by, context).map((step) => [by, step] as const),
      )
      const [by, step] = may[next.pick % Math.max(may.length, 1)] ?? []
      return by && step ? taken(story, by, commandOf(story, step, next.pick), story.now) : story
    }
  }
}

function commandOf({ state, now }: ReviewStory, step: ReviewStep, pick: number): ToldOfReview[1] {
  const complaint = state.cases[(pick - 1) % Math.max(state.cases.length, 1)]?.complaint ?? aCase.complaint
  const openedAt = now.toString()
  switch (step) {
    case 'putOnAgenda':
      return { step, cases: [{ ...cardCase, complaint: `id-${now.epochMilliseconds}-${pick % 3}` }] }
    case 'takeOffAgenda':
    case 'defer':
      return { step, complaint, reason: '样例' }
    case 'proposeVerdict':
      return { step, complaint, fault: 'atFault', degree: 'minor', rootCause: 'skill' }
    case 'sendPack':
      return { step }
    case 'reschedule':
      return {
        step,
        meetsAt: now.add({ hours: pick % 7 === 6 ? -20 : (pick % 300) + 1 }).toString(),
        reason: '样例',
      }
    case 'attend':
      return { step, openedAt, attended: voters.slice(pick % 4) }
    case 'verdict':
      return pick % 2 === 0
        ? { step, complaint, fault: 'none', degree: 'none', rootCause: 'fraud' }
        : {
            ...verdict,
            complaint,
            against: [],
            abstained: [],
            actionDue: now.add({ hours: 480 }).toString(),
          }
    case 'minutes':
      return { step, text: '样例' }
    case 'object':
      return { step, complaint, grounds: '样例' }
    case 'answerObjection':
      return pick % 2 === 0
        ? { step, complaint, outcome: 'keep', remark: '样例' }
        : { step, complaint, outcome: 'change', remark: '样例', fault: 'none', degree: 'none' }
    case 'closeReview':
      return { step, conclusion: '样例' }
    case 'cancelReview':
      return { step, reason: '样例' }
  }
}

function taken(story: ReviewStory, by: string, command: ToldOfReview[1], at: Temporal.Instant): ReviewStory {
  try {
    return story.and([by, command, timeOf(at)])
  } catch (error) {
    if (error instanceof Refusal) return story
    throw error
  }
}

function isDone(story: ReviewStory, by: string, command: ToldOfReview[1]): boolean {
  try {
    return story.when(by, command, timeOf(story.now)).events.length > 0
  } catch (error) {
    if (error instanceof Refusal) return false
    throw error
  }
}

function timeOf(at: Temporal.Instant): string {
  return at.toZonedDateTimeISO('Asia/Shanghai').toPlainDateTime().toString()
}

function isOfCase(step: ReviewStep): boolean {
  return caseSteps.some((each) => each === step)
}

function isAsked({ effect }: LanedEffect): boolean {
  return effect.kind === 'tell' && effect.notice.code === 'review-wanted'
}

function everyLife(check: (story: ReviewStory) => void): void {
  fc.assert(
    fc.property(fc.array(move, { maxLength: 30 }), (moves) => {
      moves.reduce<ReviewStory>((story, next) => {
        const after = moved(story, next)
        check(after)
        return after
      }, meeting)
    }),
    { numRuns: 30 },
  )
}

describe('whatever happens to a review meeting', () => {
  test('folding its journal gives its state, and its row is plain JSON', () => {
    everyLife(({ journal, state, now }) => {
      const lines = journal.map((event) => reviewMatter.parseEvent(JSON.parse(JSON.stringify(event))))
      const folded = lines.reduce<Review | undefined>(evolve, undefined)
      expect(JSON.parse(JSON.stringify(folded))).toEqual(JSON.parse(JSON.stringify(state)))
      const context = { organisation: sampleOrganisation, rulebook: sampleRulebook, now }
      const row = reviewMatter.finding(state, context)
      expect(JSON.parse(JSON.stringify(row))).toEqual(row)
    })
  })

  test('after a look the next one lies ahead, and finds something to do', () => {
    everyLife((story) => {
      const looked = taken(story, 'clock', { step: 'tick' }, story.now)
      const alarm = looked.nextAlarm()
      expect(alarm === undefined || Temporal.Instant.compare(alarm, looked.now) > 0).toBe(true)
      const found = alarm === undefined || looked.ticks(timeOf(alarm)).events.length > 0
      expect(found).toBe(true)
    })
  })

  test('until it is closed or cancelled there is an alarm, and afterwards none', () => {
    everyLife((story) => {
      const isOver = story.state.status === 'closed' || story.state.status === 'cancelled'
      expect(story.nextAlarm() === undefined).toBe(isOver)
    })
  })

  test('what is minuted is decided or deferred, and no verdict has a vote of somebody whose own case it is', () => {
    everyLife(({ state }) => {
      const isOut = state.status === 'minuted' || state.status === 'closed'
      expect(
        state.cases.every(({ verdict: given, deferred }) => !isOut || given || deferred !== undefined),
      ).toBe(true)
      for (const { verdict: given, respondents } of state.cases) {
        const votes = given ? [given.by, ...given.inFavour, ...given.against, ...given.abstained] : []
        expect(votes.filter((person) => respondents.includes(person))).toEqual([])
      }
    })
  })
})
