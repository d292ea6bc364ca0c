import type { Calendar } from '../clock/calendar.ts'
import type { Organisation } from '../organisation/create.ts'
import type { Pack } from '../policy/pack.ts'
import type { Actor } from './actor.ts'
import type { LanedEffect, MatterKind } from './effect.ts'

/** The policy pack of one version with its calendars built. `always` never closes (level 1 runs on it). */
export interface Rulebook {
  readonly pack: Pack
  readonly business: Calendar
  readonly always: Calendar
}

/** All that a rule may look at besides the matter itself: given, never fetched. */
export interface Context {
  readonly now: Temporal.Instant
  readonly rulebook: Rulebook
  readonly organisation: Organisation
  /** The number taken for a matter that is about to begin (`2026-00123`); absent for one that exists. */
  readonly number?: string
}

/** What every state has, so that the door can keep it. Instants in states and events are ISO 8601 strings in UTC. */
export interface AnyState {
  readonly id: string
  readonly policyVersion: string
}

/** Column -> plain value, as `jsonb_populate_record` takes it. */
export type Finding = Readonly<Record<string, string | number | null | readonly string[]>>

/** A gapless series of numbers: one row each, counted up in the transaction that uses it. */
export interface Series {
  readonly branch: string
  readonly year: number
  readonly prefix: string
  readonly digits: number
}

/**
 * Anything with a lifecycle, a deadline and people to tell. Five pure functions (`tick` is reached through `decide`, with
 * the command of that name) and the parsers of what the journal and the state column give back.
 */
export interface Matter<State extends AnyState, Command, Event> {
  readonly kind: MatterKind
  /** May it happen now, may this person, does the step agree? The events that follow, none for a repetition; throws `Refusal`. */
  decide(state: State | undefined, command: Command, actor: Actor, context: Context, id: string): Event[]
  evolve(state: State | undefined, event: Event): State
  /** When must it next be looked at? */
  nextAlarm(state: State, context: Context): Temporal.Instant | undefined
  /** Who must hear of it, what must change outside? */
  react(event: Event, before: State | undefined, state: State, context: Context): LanedEffect[]
  /** The series that numbers a matter begun by this command; undefined for commands that begin none. */
  series(command: Command, context: Context): Series | undefined
  /** The row by which lists, searches and reports find it: columns of the table of its kind. */
  finding(state: State, context: Context): Finding
  parseEvent(json: unknown): Event
  parseCommand(json: unknown): Command
}
