import { type Actor, personOf } from '../matter/actor.ts'
import { isoOf } from '../matter/iso.ts'
import type { Context } from '../matter/matter.ts'
import { Refusal } from '../matter/refusal.ts'
import { endOf } from '../matter/end-of.ts'
import { knownCode } from '../matter/known-code.ts'
import { branchOf } from '../organisation/branch-of.ts'
import type { PersonId } from '../organisation/organisation.ts'
import { postsOf } from '../organisation/posts-of.ts'
import { type Action, waitingExtension } from './action.ts'
import { actionObjection, mayBegin } from './allowed.ts'
import type { ActionCommand, ActionCommandOf } from './command.ts'
import type { ActionEvent } from './event.ts'
import { tick } from './tick.ts'

/** The code of the list `action` that is none. */
const noAction = 'none'

/** May it happen now, may this person? The events that follow; none for what has happened already. Throws `Refusal`. */
export function decide(
  action: Action | undefined,
  command: ActionCommand,
  actor: Actor,
  context: Context,
  id: string,
): ActionEvent[] {
  if (command.step === 'begin') return action ? [] : begin(command, actor, context, id)
  if (!action) throw new Refusal('not-found')
  const acting = () => actingOn(action, command, actor, context)
  switch (command.step) {
    case 'tick':
      return tick(action, context)
    case 'finish':
      return finish(action, command, acting(), context)
    case 'askExtension':
      return askExtension(action, command, acting(), context)
    case 'answerExtension':
      return answerExtension(action, command, acting(), context)
    case 'handOverAction':
      return handOver(action, command, acting(), context)
    case 'rejectEvidence':
      return rejectEvidence(command, acting(), context)
    case 'cancelAction':
      return cancel(action, command, actor, context)
    case 'checkEffect':
      return check(action, command, actor, context)
  }
}

function begin(command: ActionCommandOf<'begin'>, actor: Actor, context: Context, id: string): ActionEvent[] {
  const { organisation, now, rulebook, number } = context
  const branch = branchOf(organisation, command.unit)
  if (!branch || number === undefined) throw new Refusal('unknown-unit', { unit: command.unit })
  const by = personOf(actor)
  const place = { ...command, branch: branch.id }
  if (by !== undefined && !mayBegin(place, by, context)) throw new Refusal('not-you')
  checkCodes(command, context)
  checkTerms(command, actor, context)
  const { step: _step, ...said } = command
  return [
    {
      type: 'begun',
      at: isoOf(now),
      ...(by !== undefined && { by }),
      id,
      number,
      branch: branch.id,
      policyVersion: rulebook.pack.version,
      ...said,
      due: isoOf(Temporal.Instant.from(command.due)),
    },
  ]
}

/**
 * Its owner holds a post and its due lies ahead. What follows from a verdict was checked when it was given: should the owner
 * have left meanwhile or the due have passed, the action begins all the same, and whoever answers for it is called.
 */
function checkTerms(
  { owner, respondents, due }: ActionCommandOf<'begin'>,
  actor: Actor,
  context: Context,
): void {
  if (respondents.includes(owner)) throw new Refusal('recused', { person: owner })
  if (actor.kind === 'machine') return
  mayOwn(owner, respondents, context)
  stillToCome(due, context.now)
}

function checkCodes({ rootCause, kind, like }: ActionCommandOf<'begin'>, context: Context): void {
  knownCode('rootCause', rootCause, context)
  if (kind === noAction) throw new Refusal('actions-missing')
  knownCode('action', kind, context)
  if (!like) return
  knownCode('cause', like.cause, context)
  if (like.business !== undefined) knownCode('business', like.business, context)
  if (like.unit !== undefined && !context.organisation.units.has(like.unit))
    throw new Refusal('unknown-unit', { unit: like.unit })
}

function mayOwn(person: PersonId, respondents: readonly PersonId[], { organisation, now }: Context): void {
  if (postsOf(organisation, person, now).length === 0) throw new Refusal('unknown-person', { person })
  if (respondents.includes(person)) throw new Refusal('recused', { person })
}

function finish(
  action: Action,
  { doneAt, evidence }: ActionCommandOf<'finish'>,
  by: PersonId,
  { now }: Context,
): ActionEvent[] {
  const done = Temporal.Instant.from(doneAt)
  if (Temporal.Instant.compare(done, now.add({ minutes: 1 })) > 0) throw new Refusal('in-the-future')
  if (Temporal.Instant.compare(done, action.begunAt) < 0) throw new Refusal('too-early', { field: 'doneAt' })
  return [{ type: 'finished', at: isoOf(now), by, doneAt: isoOf(done), evidence }]
}

/** For a later due than the present one. */
function askExtension(
  action: Action,
  command: ActionCommandOf<'askExtension'>,
  by: PersonId,
  context: Context,
): ActionEvent[] {
  const { now } = context
  knownCode('extensionReason', command.reason, context)
  const due = stillToCome(command.due, Temporal.Instant.from(action.due))
  const { step: _step, ...said } = command
  return [{ type: 'extensionAsked', at: isoOf(now), by, ...said, due }]
}

function answerExtension(
  action: Action,
  { decision, remark }: ActionCommandOf<'answerExtension'>,
  by: PersonId,
  { now }: Context,
): ActionEvent[] {
  const granted = decision === 'grant'
  if (!granted && remark === undefined) throw new Refusal('remark-missing')
  if (granted) stillToCome(waitingExtension(action)?.due ?? action.due, now)
  const said = { by, granted, ...(remark !== undefined && { remark }) }
  return [{ type: 'extensionAnswered', at: isoOf(now), ...said }]
}

function handOver(
  action: Action,
  { owner, reason }: ActionCommandOf<'handOverAction'>,
  by: PersonId,
  context: Context,
): ActionEvent[] {
  mayOwn(owner, action.respondents, context)
  return owner === action.owner ? [] : [{ type: 'handedOver', at: isoOf(context.now), by, owner, reason }]
}

function rejectEvidence(
  { remark, due }: ActionCommandOf<'rejectEvidence'>,
  by: PersonId,
  { now }: Context,
): ActionEvent[] {
  return [{ type: 'evidenceRejected', at: isoOf(now), by, remark, due: stillToCome(due, now) }]
}

/** By an approver; or by the machine, when the verdict that it follows from was changed: then a repetition is nothing. */
function cancel(
  action: Action,
  command: ActionCommandOf<'cancelAction'>,
  actor: Actor,
  context: Context,
): ActionEvent[] {
  const at = isoOf(context.now)
  if (actor.kind === 'machine')
    return action.status === 'open' ? [{ type: 'cancelled', at, reason: command.reason }] : []
  const by = actingOn(action, command, actor, context)
  return [{ type: 'cancelled', at, by, reason: command.reason }]
}

/**
 * Did the cause come back? From so many like complaints on (the pack says how many) the action is open again, also before
 * its check is owed; fewer prove it lasting once it is. By the machine too early, or of one that is open, it is nothing.
 */
function check(
  action: Action,
  command: ActionCommandOf<'checkEffect'>,
  actor: Actor,
  context: Context,
): ActionEvent[] {
  const { now, rulebook } = context
  const isMachine = actor.kind === 'machine'
  if (isMachine && action.status !== 'done') return []
  const by = isMachine ? undefined : actingOn(action, command, actor, context)
  const { reopensAt, redoWithin } = rulebook.pack.improvement
  const cameBack = command.count >= reopensAt
  if (!cameBack && action.checkAskedAt === undefined) {
    if (isMachine) return []
    throw new Refusal('too-early', { field: 'count' })
  }
  const { step: _step, ...said } = command
  const due = cameBack && { due: isoOf(endOf(now, redoWithin, rulebook)) }
  return [{ type: 'checked', at: isoOf(now), ...(by !== undefined && { by }), ...said, ...due }]
}

/** The time as the journal keeps it; refuses one that does not lie after the other. */
function stillToCome(time: string, than: Temporal.Instant): string {
  const instant = Temporal.Instant.from(time)
  if (Temporal.Instant.compare(instant, than) <= 0) throw new Refusal('must-be-later', { field: 'due' })
  return isoOf(instant)
}

function actingOn(
  action: Action,
  { step }: Exclude<ActionCommand, { step: 'begin' }>,
  actor: Actor,
  context: Context,
): PersonId {
  const by = personOf(actor)
  if (by === undefined || step === 'tick') throw new Refusal('not-you')
  const refused = actionObjection(action, step, by, context)
  if (refused) throw new Refusal(refused, refused === 'recused' ? { person: by } : {})
  return by
}
