import type { Context } from '../matter/matter.ts'
import type { RefusalCode } from '../matter/refusal.ts'
import { actsAs } from '../organisation/away.ts'
import { isInFinance } from '../organisation/finance.ts'
import type { PersonId } from '../organisation/organisation.ts'
import { postsOf } from '../organisation/posts-of.ts'
import { type Subject, isRecused, mayDo } from '../organisation/rights.ts'
import { seatOf } from '../matter/ballot.ts'
import type { About, Ballot, Fund, FundRequest } from './fund.ts'
import {
  type FundStep,
  type RequestStep,
  fundLifecycle,
  fundSteps,
  requestLifecycle,
  requestSteps,
} from './lifecycle.ts'
import { type Fen, yuanOf } from './money.ts'
import { isOver } from './waits.ts'

type Looking = Pick<Context, 'organisation' | 'now' | 'rulebook'>

/** What the rights matrix needs to know of a request for money in a complaint. */
export function subjectOf(
  { branch }: Pick<Fund, 'branch'>,
  { complaint: _complaint, number: _number, ...about }: About,
  asked: { readonly by: PersonId; readonly amount: Fen },
): Subject {
  return { branch, ...about, filedBy: asked.by, amount: yuanOf(asked.amount) }
}

/**
 * Why may this person not take this step on the fund as a whole now? Undefined when they may. Whether they may ask for money
 * depends on the complaint: see `askingObjection`.
 */
export function fundObjection(
  fund: Fund,
  step: FundStep,
  by: PersonId,
  context: Looking,
): RefusalCode | undefined {
  const possible: readonly FundStep[] = fundLifecycle[fund.status]
  if (!possible.includes(step)) return 'not-now'
  const { organisation, now } = context
  switch (step) {
    case 'request':
      return postsOf(organisation, by, now).length > 0 ? undefined : 'not-you'
    case 'reviseBudget':
      if (fund.ballots.some(({ on, outcome }) => on.kind === 'budget' && !outcome)) return 'not-now'
      return managesFund(fund, by, context) ? undefined : 'not-you'
    case 'closeYear':
      return mayDo(organisation, by, 'lower', wholeFund(fund), now) ? undefined : 'not-you'
  }
}

/** The service quality department applies for the fund and manages it (source rules, duty 8). */
export function managesFund(
  fund: Pick<Fund, 'branch'>,
  by: PersonId,
  { organisation, now }: Looking,
): boolean {
  return mayDo(organisation, by, 'fundRequest', wholeFund(fund), now)
}

/** What the rights matrix needs to know of the fund as a whole. */
export function wholeFund({ branch }: Pick<Fund, 'branch'>): Subject {
  return { branch, outlet: branch, level: 'L3', filedBy: '', respondents: [] }
}

/** Why may this person not ask for this money? Undefined when they may. */
export function askingObjection(
  fund: Fund,
  about: About,
  asked: { readonly by: PersonId; readonly amount: Fen },
  { organisation, now }: Looking,
): RefusalCode | undefined {
  const subject = subjectOf(fund, about, asked)
  if (isRecused(asked.by, subject)) return 'recused'
  return mayDo(organisation, asked.by, 'fundRequest', subject, now) ? undefined : 'not-you'
}

/**
 * Why may this person not take this step on this request now? Undefined when they may. The one rule behind both the door and
 * the buttons: the lifecycle, recusal, the three different people, the right and its band.
 */
export function requestObjection(
  fund: Fund,
  request: FundRequest,
  step: RequestStep,
  by: PersonId,
  context: Looking,
): RefusalCode | undefined {
  const untimely = wrongTime(fund, request, step)
  if (untimely) return untimely
  const { organisation, now } = context
  if (postsOf(organisation, by, now).length === 0) return 'not-you'
  if (request.about.respondents.includes(by)) return 'recused'
  if (hadAnotherPart(request, step, by, context)) return 'three-people'
  return mayStep(fund, request, step, by, context)
}

function wrongTime(fund: Fund, { status }: FundRequest, step: RequestStep): RefusalCode | undefined {
  const possible: readonly RequestStep[] = fund.status === 'open' ? requestLifecycle[status] : []
  if (possible.includes(step)) return undefined
  if (step === 'approve' && status === 'voting') return 'vote-needed'
  const isPaid = status === 'paid' || status === 'returning' || status === 'settled'
  return step === 'pay' && isPaid ? 'paid-already' : 'not-now'
}

/** Requester, approver and payer are three people, also where one of them stands in for another. */
function hadAnotherPart(
  { by: requester, approvers, payment }: FundRequest,
  step: RequestStep,
  by: PersonId,
  { organisation, now }: Looking,
): boolean {
  const others: Partial<Record<RequestStep, readonly PersonId[]>> = {
    approve: [requester],
    sendBack: [requester],
    refuse: [requester],
    pay: [requester, ...approvers],
    settle: payment ? [payment.by] : [],
  }
  const parts = others[step] ?? []
  return actsAs(organisation, by, now).some((person) => parts.includes(person))
}

function mayStep(
  fund: Fund,
  request: FundRequest,
  step: RequestStep,
  by: PersonId,
  context: Looking,
): RefusalCode | undefined {
  switch (step) {
    case 'approve':
    case 'sendBack':
    case 'refuse':
      return decidingObjection(fund, request, by, context)
    case 'withdraw':
    case 'resubmit':
    case 'settle':
      return isRequesters(fund, request, by, context) ? undefined : 'not-you'
    case 'pay':
      return mayPay(fund, by, context) ? undefined : 'not-you'
    case 'returnUnused':
      return mayPay(fund, by, context) || isRequesters(fund, request, by, context) ? undefined : 'not-you'
  }
}

/** Who decides on smaller amounts is told that this one is over their limit. */
function decidingObjection(
  fund: Fund,
  request: FundRequest,
  by: PersonId,
  { organisation, now }: Looking,
): RefusalCode | undefined {
  const may = (amount: Fen) =>
    mayDo(organisation, by, 'fundApprove', subjectOf(fund, request.about, { by: request.by, amount }), now)
  if (may(request.amount)) return undefined
  return may(1) ? 'over-your-limit' : 'not-you'
}

/** The requester's own, or their stand-in's; the service quality department goes on where they are gone. */
function isRequesters(fund: Fund, request: FundRequest, by: PersonId, context: Looking): boolean {
  return actsAs(context.organisation, by, context.now).includes(request.by) || managesFund(fund, by, context)
}

/** Finance pays, or the service quality department, which manages the fund. */
function mayPay(fund: Fund, by: PersonId, context: Looking): boolean {
  return isInFinance(context.organisation, by, fund.branch, context.now) || managesFund(fund, by, context)
}

/** Why may this person not vote here now? Undefined when they may. */
export function voteObjection(
  fund: Fund,
  ballot: Ballot,
  by: PersonId,
  context: Looking,
): RefusalCode | undefined {
  if (ballot.outcome || isOver(ballot, context)) return 'vote-closed'
  const { on, votes } = ballot
  const request = on.kind === 'request' ? fund.requests.find(({ no }) => no === on.request) : undefined
  if (request?.about.respondents.includes(by)) return 'recused'
  if (request && actsAs(context.organisation, by, context.now).includes(request.by)) return 'three-people'
  const seat = seatOf(ballot, by, fund.branch, context)
  if (seat === undefined) return 'not-a-member'
  const hasVoted = votes.some((vote) => vote.by === by || vote.seat === seat)
  return hasVoted ? 'voted-already' : undefined
}

/** The steps on the whole fund that this person may take now: the buttons of its card. */
export function allowedFundSteps(fund: Fund, by: PersonId, context: Looking): FundStep[] {
  return fundSteps.filter((step) => fundObjection(fund, step, by, context) === undefined)
}

/** The steps on this request that this person may take now, in the order of the lifecycle. */
export function allowedRequestSteps(
  fund: Fund,
  request: FundRequest,
  by: PersonId,
  context: Looking,
): RequestStep[] {
  return requestSteps.filter((step) => requestObjection(fund, request, step, by, context) === undefined)
}
