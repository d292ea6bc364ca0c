import { type Actor, personOf } from '../matter/actor.ts'
import type { Context } from '../matter/matter.ts'
import { isoOf } from '../matter/iso.ts'
import { Refusal } from '../matter/refusal.ts'
import type { PersonId } from '../organisation/organisation.ts'
import { fundObjection, requestObjection } from './allowed.ts'
import { closeYear, proposeBudget, reviseBudget } from './budget.ts'
import type { FundCommand } from './command.ts'
import type { FundEvent } from './event.ts'
import { evolve } from './evolve.ts'
import type { Fund, FundRequest } from './fund.ts'
import { fundRules } from './fund-rules.ts'
import { committedOf } from './ledger.ts'
import type { FundStep, RequestStep } from './lifecycle.ts'
import { mustBeFresh, pay, returnUnused, settle } from './paying.ts'
import { mustBeThere, request, resubmit } from './requesting.ts'
import { tick } from './tick.ts'
import { vote } from './voting.ts'

/**
 * May it happen now, may this person, is the money there? The events that follow; none for what has happened already (the
 * same payment key, a stale alarm). All of a year's money is one matter, so that its row's lock is what keeps two approvals
 * at once from overdrawing it. Throws `Refusal`.
 */
export function decide(
  fund: Fund | undefined,
  command: FundCommand,
  actor: Actor,
  context: Context,
  id: string,
): FundEvent[] {
  if (command.step === 'proposeBudget') return proposeBudget(fund, command, acting(actor), context, id)
  if (!fund) throw new Refusal('not-found')
  const events =
    command.step === 'tick' ? tick(fund, context) : decideFor(fund, command, acting(actor), context)
  return [...events, ...warning(fund, events, context)]
}

function decideFor(
  fund: Fund,
  command: Exclude<FundCommand, { step: 'proposeBudget' | 'tick' }>,
  by: PersonId,
  context: Context,
): FundEvent[] {
  switch (command.step) {
    case 'vote':
      return vote(fund, command, by, context)
    case 'reviseBudget':
      mustBeAllowed(fund, command.step, by, context)
      return reviseBudget(fund, command, by, context)
    case 'closeYear':
      mustBeAllowed(fund, command.step, by, context)
      return closeYear(fund, command, by, context)
    case 'request':
      mustBeAllowed(fund, command.step, by, context)
      return request(fund, command, by, context)
    default:
      return decideOn(fund, command, by, context)
  }
}

function mustBeAllowed(fund: Fund, step: FundStep, by: PersonId, context: Context): void {
  const objection = fundObjection(fund, step, by, context)
  if (objection) throw new Refusal(objection)
}

type RequestCommand = Extract<FundCommand, { step: RequestStep }>

function decideOn(fund: Fund, command: RequestCommand, by: PersonId, context: Context): FundEvent[] {
  const found = fund.requests.find(({ no }) => no === command.request)
  if (!found) throw new Refusal('not-found')
  if (isToldAlready(found, command)) return []
  const objection = requestObjection(fund, found, command.step, by, context)
  if (objection) throw new Refusal(objection, objection === 'recused' ? { person: by } : {})
  if ('key' in command) mustBeFresh(fund, command.key)
  const done = { at: isoOf(context.now), by, request: found.no }
  switch (command.step) {
    case 'approve':
      mustBeThere(fund, found.amount)
      return [{ type: 'approved', at: done.at, request: found.no, amount: found.amount, approvers: [by] }]
    case 'sendBack':
      return [{ type: 'sentBack', ...done, reason: 'byApprover', remark: command.remark }]
    case 'refuse':
      return [{ type: 'refused', ...done, remark: command.remark }]
    case 'withdraw':
      return [...withdrawnVote(fund, found, done.at), { type: 'withdrawn', ...done, remark: command.remark }]
    case 'resubmit':
      return resubmit(fund, found, command, by, context)
    case 'pay':
      return pay(found, command, by, context)
    case 'settle':
      return settle(found, command, by, context)
    case 'returnUnused':
      return returnUnused(found, command, by, context)
  }
}

/** The same payment or the same return told once more. */
function isToldAlready({ payment, returns }: FundRequest, command: RequestCommand): boolean {
  if (command.step === 'pay') return payment?.key === command.key
  return command.step === 'returnUnused' && returns.some(({ key }) => key === command.key)
}

/** A request that is withdrawn takes its vote with it. */
function withdrawnVote({ ballots }: Fund, { no, status }: FundRequest, at: string): FundEvent[] {
  if (status !== 'voting') return []
  return ballots
    .filter(({ on, outcome }) => !outcome && on.kind === 'request' && on.request === no)
    .map((ballot) => ({ type: 'ballotClosed', at, ballot: ballot.no, outcome: 'withdrawn' }))
}

/** Once per budget: so much of it is promised, paid or spent that the rest is short. */
function warning(fund: Fund, events: readonly FundEvent[], { now }: Context): FundEvent[] {
  if (events.every(({ type }) => type !== 'approved')) return []
  const after = events.reduce<Fund>(evolve, fund)
  const committed = committedOf(after)
  const isShort = committed * 100 >= after.budget * fundRules.warnAtPercent
  if (!isShort || after.warnedOf === after.budget) return []
  return [{ type: 'warned', at: isoOf(now), committed, budget: after.budget }]
}

function acting(actor: Actor): PersonId {
  const by = personOf(actor)
  if (by === undefined) throw new Refusal('not-you')
  return by
}
