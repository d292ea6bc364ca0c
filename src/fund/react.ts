import type { Lane, LanedEffect, Notice, NoticeCode } from '../matter/effect.ts'
import type { Context } from '../matter/matter.ts'
import { isoOf } from '../matter/iso.ts'
import { committeeOf } from '../organisation/committee.ts'
import { financeOf } from '../organisation/finance.ts'
import type { PersonId } from '../organisation/organisation.ts'
import { sqHeadOf } from '../organisation/service-quality.ts'
import type { FundEvent, FundEventOf } from './event.ts'
import type { Fund, FundRequest } from './fund.ts'
import { outstandingOf } from './ledger.ts'
import { decidersOf, payersOf, votersOf } from './people.ts'
import { type Running, runningOf } from './waits.ts'

/** Served this much after it was owed, a call confesses that the delay was ours. */
const confessAfterSeconds = 120

/** Who must hear of this event? `fund` is the state after all events of the command. A fund has no channel. */
export function react(
  event: FundEvent,
  before: Fund | undefined,
  fund: Fund,
  context: Context,
): LanedEffect[] {
  switch (event.type) {
    case 'ballotOpened':
      return voteWanted(event, fund, context)
    case 'ballotClosed':
      return ballotClosed(event, fund, context)
    case 'warned':
      return tell(managers(fund, context), { code: 'fund-warning', amount: event.committed }, 'alert')
    case 'closed':
      return tell(others(managers(fund, context), event.by), { code: 'fund-closed', by: event.by })
    case 'called':
      return called(event, fund)
    case 'proposed':
    case 'budgetRevised':
    case 'budgetAdopted':
    case 'voted':
      return []
    default: {
      const request = fund.requests.find(({ no }) => no === event.request)
      return request ? ofRequest(event, request, { before, fund, context }) : []
    }
  }
}

type RequestEvent = Extract<FundEvent, { request: number }>

interface Scene {
  readonly before: Fund | undefined
  readonly fund: Fund
  readonly context: Context
}

function ofRequest(
  event: RequestEvent,
  request: FundRequest,
  { before, fund, context }: Scene,
): LanedEffect[] {
  const about = { request: request.number, amount: request.amount }
  const say = (to: readonly (PersonId | undefined)[], notice: Notice) =>
    tell(
      others(to, 'by' in event ? event.by : undefined).filter(
        (person) => !request.about.respondents.includes(person),
      ),
      { ...about, ...notice },
    )
  const due = dueOf(fund, context, (running) => running.request === request.no)
  switch (event.type) {
    case 'requested':
    case 'resubmitted':
      return say(decidersOf(fund, request, context), { code: 'fund-requested', by: event.by, ...due })
    case 'approved':
      return [
        ...say([request.by], { code: 'fund-approved' }),
        ...say(payersOf(fund, request, context), { code: 'fund-pay-wanted', by: request.by, ...due }),
      ]
    case 'sentBack':
      return say([request.by], { code: sentBackCodes[event.reason], ...saidBy(event) })
    case 'refused': {
      const code = event.by === undefined ? 'fund-voted-down' : 'fund-refused'
      return say([request.by], { code, ...saidBy(event) })
    }
    case 'withdrawn': {
      const people = [request.by, ...request.approvers, ...waitedFor(request.no, before, context)]
      return say(people, { code: 'fund-withdrawn', ...saidBy(event) })
    }
    case 'paid':
      return say([request.by], { code: 'fund-paid', by: event.by, ...due })
    case 'settled': {
      const left = outstandingOf(request)
      const heads = sqHeadOf(context.organisation, fund.branch, context.now)
      return [
        ...say([request.payment?.by, ...heads], { code: 'fund-settled', by: event.by, amount: event.used }),
        ...(left > 0
          ? tell([request.by], { ...about, code: 'fund-return-wanted', amount: left, ...due })
          : []),
      ]
    }
    case 'returned':
      return say([request.payment?.by, request.by], {
        code: 'fund-returned',
        by: event.by,
        amount: event.amount,
      })
  }
}

const sentBackCodes = {
  byApprover: 'fund-sent-back',
  noQuorum: 'fund-vote-no-quorum',
  overdrawn: 'fund-vote-overdrawn',
} as const satisfies Record<FundEventOf<'sentBack'>['reason'], NoticeCode>

/** Who had been asked to act on the request before this command, and need not any more. */
function waitedFor(no: number, before: Fund | undefined, context: Context): PersonId[] {
  const request = before?.requests.find((each) => each.no === no)
  if (!before || !request) return []
  if (request.status === 'requested') return decidersOf(before, request, context)
  if (request.status === 'approved') return payersOf(before, request, context)
  const ballot = before.ballots.find(
    ({ on, outcome }) => !outcome && on.kind === 'request' && on.request === no,
  )
  return ballot ? votersOf(ballot, context) : []
}

function voteWanted(
  { ballot: no, on }: FundEventOf<'ballotOpened'>,
  fund: Fund,
  context: Context,
): LanedEffect[] {
  const ballot = fund.ballots.find((each) => each.no === no)
  if (!ballot) return []
  const request = on.kind === 'request' ? fund.requests.find((each) => each.no === on.request) : undefined
  return tell(votersOf(ballot, context), {
    code: request ? 'fund-vote-wanted' : 'fund-budget-vote-wanted',
    by: request?.by ?? fund.proposal.by,
    amount: request?.amount ?? fund.proposal.amount,
    ...(request && { request: request.number }),
    ...dueOf(fund, context, (running) => running.ballot === no),
  })
}

/** What became of a request its requester hears as such; the budget's outcome is for those who manage it. */
function ballotClosed(
  { ballot: no, outcome }: FundEventOf<'ballotClosed'>,
  fund: Fund,
  context: Context,
): LanedEffect[] {
  const on = fund.ballots.find((each) => each.no === no)?.on
  if (on?.kind !== 'budget' || outcome === 'withdrawn') return []
  const codes = {
    adopted: 'fund-budget-adopted',
    rejected: 'fund-budget-rejected',
    noQuorum: 'fund-budget-no-quorum',
  } as const
  return tell([fund.proposal.by, ...managers(fund, context)], { code: codes[outcome], amount: on.amount })
}

function called(event: FundEventOf<'called'>, fund: Fund): LanedEffect[] {
  const ballot = fund.ballots.find(({ no }) => no === event.ballot)
  const no = ballot?.on.kind === 'request' ? ballot.on.request : event.request
  const request = fund.requests.find((each) => each.no === no)
  const late = Math.round(
    Temporal.Instant.from(event.at).since(Temporal.Instant.from(event.owedAt)).total('seconds'),
  )
  const notice: Notice = {
    code: event.overdue ? 'fund-overdue' : 'fund-reminder',
    clock: event.clock,
    due: event.due,
    ...(request && { request: request.number, amount: request.amount }),
    ...(late > confessAfterSeconds && event.marks.length > 0 && { lateSeconds: late }),
  }
  return tell(event.to, notice, event.overdue ? 'alert' : 'work')
}

function dueOf(
  fund: Fund,
  { rulebook }: Context,
  isMeant: (running: Running) => boolean,
): { readonly due?: string } {
  const running = runningOf(fund, rulebook).find(isMeant)
  return running ? { due: isoOf(running.due) } : {}
}

/** The service quality head, finance and the committee's director. */
function managers({ branch }: Fund, { organisation, now }: Context): PersonId[] {
  const { director } = committeeOf(organisation, branch, now)
  return [
    ...sqHeadOf(organisation, branch, now),
    ...financeOf(organisation, branch, now),
    ...(director === undefined ? [] : [director]),
  ]
}

function tell(to: readonly PersonId[], notice: Notice, lane: Lane = 'work'): LanedEffect[] {
  return [...new Set(to)].map((person) => ({ lane, effect: { kind: 'tell', to: person, notice } }))
}

function others(people: readonly (PersonId | undefined)[], by: PersonId | undefined): PersonId[] {
  return people.filter((person) => person !== undefined).filter((person) => person !== by)
}

function saidBy({ by, remark }: { by?: string; remark?: string }): { by?: string; remark?: string } {
  return { ...(by !== undefined && { by }), ...(remark !== undefined && { remark }) }
}
