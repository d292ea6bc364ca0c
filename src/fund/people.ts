import type { Context } from '../matter/matter.ts'
import { allOnDuty, onDuty } from '../organisation/away.ts'
import { committeeOf } from '../organisation/committee.ts'
import { financeOf } from '../organisation/finance.ts'
import type { PersonId } from '../organisation/organisation.ts'
import { headOfficeSqOf, sqHeadOf, sqOfficersOf } from '../organisation/service-quality.ts'
import { unitHeadOf } from '../organisation/unit-people.ts'
import { requestObjection } from './allowed.ts'
import { type Band, bandOf, bands } from './band.ts'
import type { Ballot, Fund, FundRequest } from './fund.ts'
import type { FundCallee } from './fund-rules.ts'
import type { Running } from './waits.ts'

/**
 * Who is asked to decide on this request: whoever stands on the rung of its band and may, else the next rung up; never its
 * requester, never one complained about. Nobody for a large use, which the committee votes on.
 */
export function decidersOf(fund: Fund, request: FundRequest, context: Context): PersonId[] {
  const { organisation, now } = context
  const { outlet, handlingUnit = outlet } = request.about
  const rungs: Record<Band, () => readonly PersonId[]> = {
    SBH: () => unitHeadOf(organisation, handlingUnit, now),
    SQO: () => sqOfficersOf(organisation, fund.branch, now),
    SQH: () => sqHeadOf(organisation, fund.branch, now),
    COM: () => [],
    HOQ: () => headOfficeSqOf(organisation, now),
  }
  for (const band of bands.slice(bands.indexOf(bandOf(request.amount)))) {
    const free = rungs[band]().filter(
      (person) => requestObjection(fund, request, 'approve', person, context) === undefined,
    )
    if (free.length > 0) return free
  }
  return []
}

/** Who is asked to pay: finance, else the service quality department; never the requester or an approver. */
export function payersOf(fund: Fund, request: FundRequest, context: Context): PersonId[] {
  const { organisation, now } = context
  const { branch } = fund
  const free = (people: readonly PersonId[]) =>
    people.filter((person) => requestObjection(fund, request, 'pay', person, context) === undefined)
  const finance = free(financeOf(organisation, branch, now))
  if (finance.length > 0) return finance
  return free([...sqOfficersOf(organisation, branch, now), ...sqHeadOf(organisation, branch, now)])
}

/** Those whose vote is still missing, or who stand in for them. */
export function votersOf({ electors, votes }: Ballot, { organisation, now }: Context): PersonId[] {
  const missing = electors.filter((seat) => votes.every((vote) => vote.seat !== seat))
  return allOnDuty(organisation, missing, now).filter((person) => votes.every(({ by }) => by !== person))
}

/** Who must act for this clock to stop; the service quality head where nobody else is found. */
export function ownersOf(fund: Fund, running: Running, context: Context): readonly PersonId[] {
  const owners = standing(fund, running, context)
  return owners.length > 0 ? owners : sqHeadOf(context.organisation, fund.branch, context.now)
}

function standing(fund: Fund, { clock, request: no, ballot }: Running, context: Context): PersonId[] {
  const { organisation, now } = context
  const request = fund.requests.find((each) => each.no === no)
  const vote = fund.ballots.find((each) => each.no === ballot)
  if (vote) return votersOf(vote, context)
  if (!request) return []
  if (clock === 'fundDecide') return decidersOf(fund, request, context)
  if (clock === 'fundPay') return payersOf(fund, request, context)
  const requester = onDuty(organisation, request.by, now)
  const isFree = requester !== undefined && !request.about.respondents.includes(requester)
  return isFree ? [requester] : []
}

/** Whom a call means; head office's service quality where the branch has nobody left. Never one complained about. */
export function calleesOf(
  callees: readonly FundCallee[],
  fund: Fund,
  running: Running,
  context: Context,
): PersonId[] {
  const { organisation, now } = context
  const { branch } = fund
  const people: Record<FundCallee, () => readonly (PersonId | undefined)[]> = {
    owner: () => ownersOf(fund, running, context),
    sqHead: () => sqHeadOf(organisation, branch, now),
    finance: () => financeOf(organisation, branch, now),
    committeeDirector: () => [committeeOf(organisation, branch, now).director],
  }
  const respondents = fund.requests.find(({ no }) => no === running.request)?.about.respondents ?? []
  const free = (found: readonly (PersonId | undefined)[]) =>
    [...new Set(found.filter((person) => person !== undefined))].filter(
      (person) => !respondents.includes(person),
    )
  const found = free(callees.flatMap((callee) => people[callee]()))
  return found.length > 0 ? found : free(headOfficeSqOf(organisation, now))
}
