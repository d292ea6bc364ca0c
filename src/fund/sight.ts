import type { Context } from '../matter/matter.ts'
import { actsAs } from '../organisation/away.ts'
import { isInFinance } from '../organisation/finance.ts'
import type { PersonId } from '../organisation/organisation.ts'
import { postsOf } from '../organisation/posts-of.ts'
import { mayDo, mayEver } from '../organisation/rights.ts'
import { isWithin } from '../organisation/unit-path.ts'
import { allowedRequestSteps, subjectOf, voteObjection, wholeFund } from './allowed.ts'
import type { Ballot, Fund, FundRequest } from './fund.ts'

type Looking = Pick<Context, 'organisation' | 'now' | 'rulebook'>

/**
 * May this person see how the fund stands? Whoever reads the branch's reports, finance, a voter, and in the branch whoever may
 * ever ask for money, or has asked.
 */
export function maySeeFund(fund: Fund, by: PersonId, context: Looking): boolean {
  return seesAll(fund, by, context) || mayAskHere(fund, by, context) || fund.requests.some(isOf(by, context))
}

/** May this person see this request? Never one complained about, whatever post they hold. */
export function maySeeRequest(fund: Fund, request: FundRequest, by: PersonId, context: Looking): boolean {
  if (request.about.respondents.includes(by)) return false
  const { organisation, now } = context
  if (seesAll(fund, by, context) || isOf(by, context)(request)) return true
  const subject = subjectOf(fund, request.about, request)
  if (mayDo(organisation, by, 'seeList', subject, now)) return true
  return allowedRequestSteps(fund, request, by, context).length > 0
}

/** May this person see this vote and who voted how? Not where they may not see the request that it is about. */
export function maySeeBallot(fund: Fund, ballot: Ballot, by: PersonId, context: Looking): boolean {
  const { on } = ballot
  if (voteObjection(fund, ballot, by, context) === undefined) return true
  if (on.kind === 'budget') return seesAll(fund, by, context)
  const request = fund.requests.find(({ no }) => no === on.request)
  return request !== undefined && maySeeRequest(fund, request, by, context)
}

function seesAll(fund: Fund, by: PersonId, { organisation, now }: Looking): boolean {
  if (mayDo(organisation, by, 'report', wholeFund(fund), now)) return true
  if (isInFinance(organisation, by, fund.branch, now)) return true
  const seats = fund.ballots.filter(({ outcome }) => !outcome).flatMap(({ electors }) => electors)
  return actsAs(organisation, by, now).some((person) => seats.includes(person))
}

function mayAskHere({ branch }: Fund, by: PersonId, { organisation, now }: Looking): boolean {
  if (!mayEver(organisation, by, 'fundRequest', now)) return false
  return actsAs(organisation, by, now)
    .flatMap((person) => postsOf(organisation, person, now))
    .some(({ unit }) => isWithin(organisation, unit, branch))
}

function isOf(by: PersonId, { organisation, now }: Looking): (request: FundRequest) => boolean {
  const acting = actsAs(organisation, by, now)
  return (request) => acting.includes(request.by)
}
