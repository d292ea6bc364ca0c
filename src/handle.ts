import type { Kysely } from 'kysely'
import type { z } from 'zod'
import type { Action } from './action/action.ts'
import type { ActionCommand } from './action/command.ts'
import { actionMatter } from './action/matter.ts'
import type { Command as ComplaintCommand } from './complaint/command.ts'
import type { Complaint } from './complaint/complaint.ts'
import { complaintMatter } from './complaint/matter.ts'
import type { EmergencyCommand } from './emergency/command.ts'
import type { Emergency } from './emergency/emergency.ts'
import { emergencyMatter } from './emergency/matter.ts'
import type { FundCommand } from './fund/command.ts'
import type { Fund } from './fund/fund.ts'
import { fundMatter } from './fund/matter.ts'
import type { InForce } from './in-force.ts'
import type { Actor } from './matter/actor.ts'
import type { MatterKind } from './matter/effect.ts'
import type { AnyState, Context, Matter, Series } from './matter/matter.ts'
import type { ReviewCommand } from './review/command.ts'
import { reviewMatter } from './review/matter.ts'
import type { Review } from './review/review.ts'
import { type BeginTogether, createBeginTogether } from './store/begin-together.ts'
import type { Database } from './store/database.ts'
import { beginning, chain, findStateAfterForm } from './store/journal.ts'
import { type LockedMatter, lockMatter, readMatter } from './store/lock-matter.ts'
import { type Looked, type Saved, saveLook, saveMatters } from './store/save-matter.ts'
import type { SealedCase } from './store/vault.ts'

/** Every kind of matter: its state and what may be asked of it. A sixth kind is a sixth line. */
export interface Matters {
  complaint: { state: Complaint; command: z.input<typeof ComplaintCommand> }
  emergency: { state: Emergency; command: z.input<typeof EmergencyCommand> }
  fund: { state: Fund; command: z.input<typeof FundCommand> }
  action: { state: Action; command: z.input<typeof ActionCommand> }
  review: { state: Review; command: z.input<typeof ReviewCommand> }
}

/** What to wake for: something was put into the outbox, or an alarm was set. */
export type Ring = (wake: { effects: boolean; alarmAt: Temporal.Instant | undefined }) => void

export interface House {
  readonly db: Kysely<Database>
  readonly inForce: InForce
  readonly now: () => Temporal.Instant
  readonly ring: Ring
}

export interface Handled<State> {
  readonly state: State
  /** How many events followed; 0 for a repetition, which changed nothing. */
  readonly events: number
}

/**
 * The one door. Locks the matter, lets its rules decide, and keeps what follows (state, journal, outbox, personal data
 * sealed beside the command) in one transaction; then rings, without waiting. Buttons, forms, the clock, the CLI and the
 * consequences of effects all come through here. Throws `Refusal` where the rules say no; then nothing is written. Throws
 * what Postgres said where it is away or a lock was held for more than a second; then nothing is written either.
 */
export type Handle = <Kind extends MatterKind>(
  kind: Kind,
  id: string,
  command: Matters[Kind]['command'],
  by: Actor,
  beside?: Beside,
) => Promise<Handled<Matters[Kind]['state']>>

/** What a form brings beside its command. */
export interface Beside {
  /** Personal data, sealed: kept in the same transaction. */
  readonly sealed?: SealedCase
  /** The opening of the form: sent again, it is a repetition and changes nothing, whatever has happened since. */
  readonly form?: string
}

export function createHandle(house: House): Handle {
  const beginTogether = createBeginTogether(house.db)
  return async function handle<Kind extends MatterKind>(
    kind: Kind,
    id: string,
    command: Matters[Kind]['command'],
    by: Actor,
    beside: Beside = {},
  ): Promise<Handled<Matters[Kind]['state']>> {
    const asked = { id, command, by, ...beside }
    switch (kind) {
      case 'complaint':
        return knock({ ...house, beginTogether }, complaintMatter, asked)
      case 'emergency':
        return knock({ ...house, beginTogether }, emergencyMatter, asked)
      case 'fund':
        return knock({ ...house, beginTogether }, fundMatter, asked)
      case 'action':
        return knock({ ...house, beginTogether }, actionMatter, asked)
      case 'review':
        return knock({ ...house, beginTogether }, reviewMatter, asked)
      default:
        throw new Error(`Nothing handles a matter of the kind "${String(kind)}".`)
    }
  }
}

interface Door extends House {
  readonly beginTogether: BeginTogether
}

interface Asked<Command> extends Beside {
  readonly id: string
  readonly command: Command
  readonly by: Actor
}

/** A form sent twice is refused the second time, by a rule or by the journal; then what it said is kept already. */
async function knock<State extends AnyState, Command, Event extends { at: string }>(
  door: Door,
  matter: Matter<State, Command, Event>,
  given: Asked<unknown>,
): Promise<Handled<State>> {
  try {
    return await passAndRing(door, matter, given)
  } catch (error) {
    const { id, form } = given
    if (form === undefined) throw error
    const state = (await findStateAfterForm(door.db, { kind: matter.kind, id, form })) as State | undefined
    if (!state) throw error
    return { state, events: 0 }
  }
}

async function passAndRing<State extends AnyState, Command, Event extends { at: string }>(
  door: Door,
  matter: Matter<State, Command, Event>,
  given: Asked<unknown>,
): Promise<Handled<State>> {
  const asked = { ...given, command: matter.parseCommand(given.command) }
  const [organisation, rulebook] = await Promise.all([door.inForce.organisation(), door.inForce.rulebook()])
  const context = { now: door.now(), organisation, rulebook }
  const series = matter.series(asked.command, context)
  const decided = await decideOnce(door, matter, asked, series, context)
  const effects = (decided.saved?.effects.length ?? 0) > 0
  door.ring({ effects, alarmAt: decided.alarmAt })
  return { state: decided.state, events: decided.saved?.lines.length ?? 0 }
}

function decideOnce<State extends AnyState, Command, Event extends { at: string }>(
  door: Door,
  matter: Matter<State, Command, Event>,
  asked: Asked<Command>,
  series: Series | undefined,
  context: Context,
): Promise<Decided<State>> {
  if (series) return begin(door, matter, asked, series, context)
  return asked.by.kind === 'clock' ? look(door, matter, asked) : pass(door, matter, asked)
}

/**
 * The clock looks without a lock and saves in one statement, for thousands of alarms may fall on one second. Whoever came
 * between has written the journal's next line already, so that statement fails as a whole, and the clock takes its turn.
 */
async function look<State extends AnyState, Command, Event extends { at: string }>(
  door: Door,
  matter: Matter<State, Command, Event>,
  asked: Asked<Command>,
): Promise<Decided<State>> {
  const { db, inForce, now } = door
  const found = await readMatter(db, matter.kind, asked.id)
  const [organisation, rulebook] = await Promise.all([
    inForce.organisation(),
    inForce.rulebook(found?.policyVersion),
  ])
  const context = { now: now(), organisation, rulebook }
  const decided = decide(matter, asked, found, context)
  try {
    if (decided.saved) await saveMatters(db, [decided.saved])
    else await saveLook(db, lookOf(matter, asked.id, { ...decided, seq: found?.seq ?? 0 }, context))
    return decided
  } catch (error) {
    if (!isTakenLine(error)) throw error
    return pass(door, matter, asked)
  }
}

/** Two copies of one form that arrive together: the second finds the first one's rows, and passes as a repetition. */
async function begin<State extends AnyState, Command, Event extends { at: string }>(
  door: Door,
  matter: Matter<State, Command, Event>,
  asked: Asked<Command>,
  series: Series,
  context: Context,
): Promise<Decided<State>> {
  try {
    const begun = await door.beginTogether(series, (number) => {
      const decided = decide(matter, asked, undefined, { ...context, number })
      if (!decided.saved) throw new Error(`${matter.kind} ${asked.id} began without an event.`)
      return { ...decided.saved, decided }
    })
    return begun.decided
  } catch (error) {
    if (!isTakenLine(error)) throw error
    return pass(door, matter, asked)
  }
}

async function pass<State extends AnyState, Command, Event extends { at: string }>(
  { db, inForce, now }: Door,
  matter: Matter<State, Command, Event>,
  asked: Asked<Command>,
): Promise<Decided<State>> {
  const organisation = await inForce.organisation()
  return db.transaction().execute(async (trx) => {
    const locked = await lockMatter(trx, matter.kind, asked.id)
    const rulebook = await inForce.rulebook(locked?.policyVersion, trx)
    const context = { now: now(), organisation, rulebook }
    const decided = decide(matter, asked, locked, context)
    if (decided.saved) await saveMatters(trx, [decided.saved])
    return decided
  })
}

function lookOf<State extends AnyState, Command, Event>(
  matter: Matter<State, Command, Event>,
  id: string,
  { state, alarmAt, seq }: Decided<State> & { readonly seq: number },
  context: Context,
): Looked {
  return { kind: matter.kind, id, seq, alarmAt, finding: matter.finding(state, context), now: context.now }
}

interface Decided<State> {
  readonly state: State
  readonly alarmAt: Temporal.Instant | undefined
  /** What is to be written; undefined for a repetition, which changed nothing. */
  readonly saved?: Saved
}

function decide<State extends AnyState, Command, Event extends { at: string }>(
  matter: Matter<State, Command, Event>,
  { id, command, by, sealed, form }: Asked<Command>,
  locked: LockedMatter | undefined,
  context: Context,
): Decided<State> {
  const { kind } = matter
  const before = locked?.state as State | undefined
  const events = matter.decide(before, command, by, context, id)
  const state = events.reduce<State | undefined>((each, event) => matter.evolve(each, event), before)
  if (!state) throw new Error(`${kind} ${id} came out of a decision without a state.`)
  const alarmAt = matter.nextAlarm(state, context)
  if (events.length === 0) return { state, alarmAt }

  const { policyVersion } = state
  const head = { kind, id, seq: locked?.seq ?? 0, hash: locked?.hash ?? beginning }
  const lines = chain(head, events, { actor: by, policyVersion, ...(form !== undefined && { form }) })
  const effects = events.flatMap((event) => matter.react(event, before, state, context))
  const finding = matter.finding(state, context)
  const written = { kind, id, state, policyVersion, alarmAt, lines, effects, finding, now: context.now }
  return { state, alarmAt, saved: { ...written, ...(sealed && { sealed }) } }
}

/** The matter's first line, its key or its row stands there already. */
function isTakenLine(error: unknown): boolean {
  const { code, constraint } = error as { code?: unknown; constraint?: unknown }
  return code === '23505' && typeof constraint === 'string' && constraint.endsWith('_pkey')
}
