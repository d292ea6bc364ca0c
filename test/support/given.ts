import { expect } from 'vitest'
import type { z } from 'zod'
import type { Action } from '../../src/action/action.ts'
import type { ActionCommand } from '../../src/action/command.ts'
import type { ActionEvent } from '../../src/action/event.ts'
import { actionMatter } from '../../src/action/matter.ts'
import type { Command as ComplaintCommand } from '../../src/complaint/command.ts'
import type { Complaint } from '../../src/complaint/complaint.ts'
import type { Event as ComplaintEvent } from '../../src/complaint/event.ts'
import { complaintMatter } from '../../src/complaint/matter.ts'
import type { EmergencyCommand } from '../../src/emergency/command.ts'
import type { Emergency } from '../../src/emergency/emergency.ts'
import type { EmergencyEvent } from '../../src/emergency/event.ts'
import { emergencyMatter } from '../../src/emergency/matter.ts'
import type { FundCommand } from '../../src/fund/command.ts'
import type { FundEvent } from '../../src/fund/event.ts'
import type { Fund } from '../../src/fund/fund.ts'
import { fundIdOf } from '../../src/fund/fund-id.ts'
import { fundMatter } from '../../src/fund/matter.ts'
import type { Actor } from '../../src/matter/actor.ts'
import type { LanedEffect } from '../../src/matter/effect.ts'
import { Effect } from '../../src/matter/effect.ts'
import type { AnyState, Context, Matter } from '../../src/matter/matter.ts'
import { Refusal, type RefusalCode } from '../../src/matter/refusal.ts'
import type { Organisation } from '../../src/organisation/create.ts'
import type { ReviewCommand } from '../../src/review/command.ts'
import type { ReviewEvent } from '../../src/review/event.ts'
import { reviewMatter } from '../../src/review/matter.ts'
import type { Review } from '../../src/review/review.ts'
import { sampleOrganisation, sampleRulebook } from './a-house.ts'
import { shanghai } from './rulebook.ts'

/** Who does what, and when in local time; without a time, ten minutes after the step before. */
export type Told<Asked> = readonly [by: string, command: Asked, at?: string]
export type ToldOfComplaint = Told<z.input<typeof ComplaintCommand>>
export type ToldOfEmergency = Told<z.input<typeof EmergencyCommand>>
export type ToldOfAction = Told<z.input<typeof ActionCommand>>
export type ToldOfReview = Told<z.input<typeof ReviewCommand>>
export type ToldOfFund = Told<z.input<typeof FundCommand>>

/** What one command gave: the specification's last word. */
export interface Outcome<State, Event> {
  readonly events: readonly Event[]
  readonly effects: readonly LanedEffect[]
  /** The state after it. Throws the refusal where there was one. */
  readonly state: State
  /** Exactly these events followed, in order; each is matched on what is named of it. */
  gives(...expected: readonly (Partial<Event> & { type: string })[]): void
  givesNothing(): void
  refuses(code: RefusalCode, detail?: Readonly<Record<string, string>>): void
}

/** A matter that went through its rules as the door would take it; `when` asks one thing more of it and leaves it as it is. */
export interface Story<State, Event, Asked> {
  readonly state: State
  readonly now: Temporal.Instant
  /** Everything since the beginning, as the journal and the outbox have it. */
  readonly journal: readonly Event[]
  readonly effects: readonly LanedEffect[]
  when(by: string, command: Asked, at?: string): Outcome<State, Event>
  and(...told: readonly Told<Asked>[]): Story<State, Event, Asked>
  /** The clock looks at that time. */
  ticks(at: string): Outcome<State, Event>
  /** The clock looks whenever the alarm is due, up to that time: what a machine that never sleeps would do. */
  until(at: string): Story<State, Event, Asked>
  nextAlarm(): Temporal.Instant | undefined
}

export type ComplaintStory = Story<Complaint, ComplaintEvent, z.input<typeof ComplaintCommand>>
export type EmergencyStory = Story<Emergency, EmergencyEvent, z.input<typeof EmergencyCommand>>
export type ActionStory = Story<Action, ActionEvent, z.input<typeof ActionCommand>>
export type ReviewStory = Story<Review, ReviewEvent, z.input<typeof ReviewCommand>>
export type FundStory = Story<Fund, FundEvent, z.input<typeof FundCommand>>

/** A complaint of the sample bank under the default pack that was told step by step. */
export function given(...told: readonly ToldOfComplaint[]): ComplaintStory {
  return givenAt(sampleOrganisation, ...told)
}

/** The same in another bank: people on leave, posts left empty. */
export function givenAt(organisation: Organisation, ...told: readonly ToldOfComplaint[]): ComplaintStory {
  return begin({ matter: complaintMatter, id: complaintId, number: '2026-00123', organisation }, told)
}

/** A level-1 emergency of the sample bank. */
export function givenEmergency(...told: readonly ToldOfEmergency[]): EmergencyStory {
  return givenEmergencyAt(sampleOrganisation, ...told)
}

export function givenEmergencyAt(
  organisation: Organisation,
  ...told: readonly ToldOfEmergency[]
): EmergencyStory {
  return begin({ matter: emergencyMatter, id: emergencyId, number: 'E2026-001', organisation }, told)
}

/** The reserve fund of the sample branch in 2026. */
export function givenFund(...told: readonly ToldOfFund[]): FundStory {
  return givenFundAt(sampleOrganisation, ...told)
}

export function givenFundAt(organisation: Organisation, ...told: readonly ToldOfFund[]): FundStory {
  return begin({ matter: fundMatter, id: fundId, number: 'F2026-1', organisation }, told)
}

/** An improvement action of the sample bank. */
export function givenAction(...told: readonly ToldOfAction[]): ActionStory {
  return givenActionAt(sampleOrganisation, ...told)
}

export function givenActionAt(organisation: Organisation, ...told: readonly ToldOfAction[]): ActionStory {
  return begin({ matter: actionMatter, id: actionId, number: 'A2026-001', organisation }, told)
}

/** A review meeting of the sample branch. */
export function givenReview(...told: readonly ToldOfReview[]): ReviewStory {
  return givenReviewAt(sampleOrganisation, ...told)
}

export function givenReviewAt(organisation: Organisation, ...told: readonly ToldOfReview[]): ReviewStory {
  return begin({ matter: reviewMatter, id: reviewId, number: 'R2026-001', organisation }, told)
}

export const actionId = '0195f0a0-0000-7000-8000-00000000a001'
export const reviewId = '0195f0a0-0000-7000-8000-000000009001'

export const fundId = fundIdOf('branch-moumou', 2026)
export const complaintId = '0195f0a0-0000-7000-8000-000000000123'
export const emergencyId = '0195f0a0-0000-7000-8000-00000000e001'

export function actorOf(by: string): Actor {
  if (by === 'clock' || by === 'machine') return { kind: by }
  return { kind: 'person', id: by }
}

interface Ground<State extends AnyState, Command, Event> {
  readonly matter: Matter<State, Command, Event>
  readonly id: string
  readonly number: string
  readonly organisation: Organisation
}

interface Situation<State, Event> {
  readonly state: State | undefined
  readonly now: Temporal.Instant
  readonly journal: readonly Event[]
  readonly effects: readonly LanedEffect[]
}

function begin<State extends AnyState, Command, Event, Asked>(
  ground: Ground<State, Command, Event>,
  told: readonly Told<Asked>[],
): Story<State, Event, Asked> {
  const now = shanghai('2026-03-02 10:00')
  return tell(ground, { state: undefined, now, journal: [], effects: [] }, told)
}

function tell<State extends AnyState, Command, Event, Asked>(
  ground: Ground<State, Command, Event>,
  before: Situation<State, Event>,
  told: readonly Told<Asked>[],
): Story<State, Event, Asked> {
  const after = told.reduce<Situation<State, Event>>((situation, [by, command, at]) => {
    return pass(ground, situation, { by, command, now: timeOf(situation, at) })
  }, before)
  const context = contextOf(ground, after.now)
  return {
    get state() {
      if (!after.state) throw new Error('Nothing was told yet, so there is no state.')
      return after.state
    },
    now: after.now,
    journal: after.journal,
    effects: after.effects,
    when: (by, command, at) =>
      outcomeOf(after, () => pass(ground, after, { by, command, now: timeOf(after, at) })),
    and: (...more) => tell(ground, after, more),
    ticks: (at) =>
      outcomeOf(after, () =>
        pass(ground, after, { by: 'clock', command: { step: 'tick' }, now: shanghai(at) }),
      ),
    until: (at) => tell(ground, untilThen(ground, after, shanghai(at)), []),
    nextAlarm: () => after.state && ground.matter.nextAlarm(after.state, context),
  }
}

function timeOf({ journal, now }: Situation<unknown, unknown>, at: string | undefined): Temporal.Instant {
  if (at !== undefined) return shanghai(at)
  return journal.length === 0 ? now : now.add({ minutes: 10 })
}

/** One pass through the door, as `handle.ts` makes it: decide, journal (through JSON), evolve, react. */
function pass<State extends AnyState, Command, Event>(
  ground: Ground<State, Command, Event>,
  { state: before, journal, effects }: Situation<State, Event>,
  { by, command, now }: { by: string; command: unknown; now: Temporal.Instant },
): Situation<State, Event> {
  const { matter, id } = ground
  const context = contextOf(ground, now)
  const decided = matter.decide(before, matter.parseCommand(command), actorOf(by), context, id)
  const events = decided.map((event) => matter.parseEvent(JSON.parse(JSON.stringify(event))))
  const state = events.reduce<State | undefined>((each, event) => frozen(matter.evolve(each, event)), before)
  if (!state) throw new Error(`${JSON.stringify(command)} began nothing.`)
  const reactions = events.flatMap((event) => matter.react(event, before, state, context))
  for (const { effect } of reactions) Effect.parse(effect)
  return { state, now, journal: [...journal, ...events], effects: [...effects, ...reactions] }
}

const mostLooks = 5000

function untilThen<State extends AnyState, Command, Event>(
  ground: Ground<State, Command, Event>,
  start: Situation<State, Event>,
  end: Temporal.Instant,
): Situation<State, Event> {
  let situation = start
  for (let looks = 0; looks < mostLooks; looks += 1) {
    const { state, now } = situation
    const due = state && ground.matter.nextAlarm(state, contextOf(ground, now))
    if (!due || Temporal.Instant.compare(due, end) > 0) return { ...situation, now: end }
    const look = Temporal.Instant.compare(due, now) < 0 ? now : due
    situation = pass(ground, situation, { by: 'clock', command: { step: 'tick' }, now: look })
  }
  throw new Error(`The clock looked ${mostLooks} times and was not done at ${end.toString()}; it goes round.`)
}

function contextOf(
  { organisation, number }: { organisation: Organisation; number: string },
  now: Temporal.Instant,
): Context {
  return { now, organisation, rulebook: sampleRulebook, number }
}

function outcomeOf<State, Event>(
  before: Situation<State, Event>,
  ask: () => Situation<State, Event>,
): Outcome<State, Event> {
  const answer = attempt(ask)
  const after = () => {
    if (answer instanceof Refusal) throw answer
    return answer
  }
  return {
    get events() {
      return after().journal.slice(before.journal.length)
    },
    get effects() {
      return after().effects.slice(before.effects.length)
    },
    get state() {
      const { state } = after()
      if (!state) throw new Error('The command began nothing.')
      return state
    },
    gives(...expected) {
      const events = after().journal.slice(before.journal.length)
      expect(events).toMatchObject(expected)
    },
    givesNothing() {
      expect(after().journal.slice(before.journal.length)).toEqual([])
    },
    refuses(code, detail) {
      if (!(answer instanceof Refusal)) {
        const events = answer.journal.slice(before.journal.length)
        throw new Error(`Expected the refusal "${code}", but it was done: ${JSON.stringify(events)}`)
      }
      expect(answer.code).toBe(code)
      if (detail) expect(answer.detail).toEqual(detail)
    },
  }
}

function attempt<Answer>(ask: () => Answer): Answer | Refusal {
  try {
    return ask()
  } catch (error) {
    if (error instanceof Refusal) return error
    throw error
  }
}

/** Frozen all through: whoever changes a state in place fails. */
export function frozen<Value>(value: Value): Value {
  if (typeof value !== 'object' || value === null || Object.isFrozen(value)) return value
  for (const part of Object.values(value)) frozen(part)
  return Object.freeze(value)
}
