import type { FundEvent, FundEventOf } from './event.ts'
import type { Ballot, Fund, FundRequest, Served, Wait } from './fund.ts'
import { outstandingOf, postingsOf } from './ledger.ts'

/** The fund after one more event, its ledger grown by the lines that the event writes. */
export function evolve(fund: Fund | undefined, event: FundEvent): Fund {
  if (event.type === 'proposed') return begin(event)
  if (!fund)
    throw new Error(`The journal begins with "${event.type}" and not with "proposed"; it cannot be folded.`)
  return { ...apply(fund, event), ledger: [...fund.ledger, ...postingsOf(fund, event)] }
}

function begin(event: FundEventOf<'proposed'>): Fund {
  const { type: _type, at, by, amount, standard, ...said } = event
  return {
    ...said,
    status: 'proposed',
    proposal: { by, at, amount, standard },
    budget: 0,
    ballots: [],
    requests: [],
    ledger: [],
    closing: { marks: [] },
  }
}

function apply(fund: Fund, event: Exclude<FundEvent, { type: 'proposed' }>): Fund {
  switch (event.type) {
    case 'budgetRevised': {
      const { by, at, amount, standard } = event
      return { ...fund, proposal: { by, at, amount, standard } }
    }
    case 'ballotOpened':
      return ballotOpened(fund, event)
    case 'voted': {
      const { type: _type, ballot, ...vote } = event
      return mapBallot(fund, ballot, (each) => ({ ...each, votes: [...each.votes, vote] }))
    }
    case 'ballotClosed':
      return mapBallot(fund, event.ballot, (each) => ({ ...each, outcome: event.outcome }))
    case 'budgetAdopted':
      return { ...fund, status: 'open', budget: event.amount }
    case 'called':
      return called(fund, event)
    case 'warned':
      return { ...fund, warnedOf: event.budget }
    case 'closed': {
      const { by, at, remark } = event
      return { ...fund, status: 'closed', closed: { by, at, ...(remark !== undefined && { remark }) } }
    }
    case 'requested': {
      const { type: _type, request: no, ...said } = event
      const fresh = {
        no,
        ...said,
        ...waiting(event.at),
        status: 'requested',
        approvers: [],
        returns: [],
      } as const
      return { ...fund, requests: [...fund.requests, fresh] }
    }
    default:
      return mapRequest(fund, event.request, (request) => requestAfter(request, event))
  }
}

type RequestEvent = FundEventOf<
  'resubmitted' | 'approved' | 'sentBack' | 'refused' | 'withdrawn' | 'paid' | 'settled' | 'returned'
>

function requestAfter(request: FundRequest, event: RequestEvent): FundRequest {
  switch (event.type) {
    case 'resubmitted': {
      const { type: _type, request: _no, ...said } = event
      const { remark: _remark, fault: _fault, ...kept } = request
      return { ...kept, ...said, ...waiting(event.at), status: 'requested' }
    }
    case 'approved':
      return { ...request, ...waiting(event.at), status: 'approved', approvers: event.approvers }
    case 'sentBack':
      return { ...resting(request), status: 'sentBack', ...remarkOf(event) }
    case 'refused':
      return { ...resting(request), status: 'refused', ...remarkOf(event) }
    case 'withdrawn':
      return { ...resting(request), status: 'withdrawn', ...remarkOf(event) }
    case 'paid': {
      const { type: _type, request: _no, amount: _amount, ...payment } = event
      // The settlement counts from here: its requester hears of the payment when it is recorded.
      return { ...request, ...waiting(event.at), status: 'paid', payment }
    }
    case 'settled': {
      const { by, at, receipt, used } = event
      return ended({ ...request, settlement: { by, at, receipt, used } })
    }
    case 'returned': {
      const { type: _type, request: _no, ...back } = event
      return ended({ ...request, returns: [...request.returns, back] })
    }
  }
}

/** Settled when nothing is out any more; the clock of the settlement runs until then. */
function ended(request: FundRequest): FundRequest {
  return outstandingOf(request) > 0
    ? { ...request, status: 'returning' }
    : { ...resting(request), status: 'settled' }
}

function ballotOpened(fund: Fund, { at, ballot: no, on, electors }: FundEventOf<'ballotOpened'>): Fund {
  const ballot: Ballot = { no, on, electors, votes: [], ...waiting(at) }
  const opened = { ...fund, ballots: [...fund.ballots, ballot] }
  return on.kind === 'budget'
    ? opened
    : mapRequest(opened, on.request, (request) => ({ ...resting(request), status: 'voting' }))
}

function called(fund: Fund, event: FundEventOf<'called'>): Fund {
  const { request, ballot } = event
  if (request !== undefined)
    return mapRequest(fund, request, (each) =>
      each.wait ? { ...each, wait: { ...each.wait, ...servedAfter(each.wait, event) } } : each,
    )
  if (ballot !== undefined)
    return mapBallot(fund, ballot, (each) => ({
      ...each,
      wait: { ...each.wait, ...servedAfter(each.wait, event) },
    }))
  return { ...fund, closing: servedAfter(fund.closing, event) }
}

function servedAfter({ marks }: Served, event: FundEventOf<'called'>): Served {
  return { marks: [...marks, ...event.marks], calledAt: event.at }
}

function waiting(since: string): { wait: Wait } {
  return { wait: { since, marks: [] } }
}

function resting({ wait: _wait, remark: _remark, ...request }: FundRequest): FundRequest {
  return request
}

function remarkOf({ remark }: { remark?: string }): { remark?: string } {
  return remark === undefined ? {} : { remark }
}

function mapRequest(fund: Fund, no: number, change: (request: FundRequest) => FundRequest): Fund {
  return { ...fund, requests: fund.requests.map((each) => (each.no === no ? change(each) : each)) }
}

function mapBallot(fund: Fund, no: number, change: (ballot: Ballot) => Ballot): Fund {
  return { ...fund, ballots: fund.ballots.map((each) => (each.no === no ? change(each) : each)) }
}
