import type { Complaint } from '../complaint/complaint.ts'
import { askingObjection, fundObjection } from '../fund/allowed.ts'
import type { About, Fund } from '../fund/fund.ts'
import type { RefusalCode } from '../matter/refusal.ts'
import type { PersonId } from '../organisation/organisation.ts'
import type { House } from './view/house.ts'

/** The complaint as a request for money knows it. */
export function aboutOf(complaint: Complaint): About {
  const { id, number, outlet, handlingUnit, handler, level, respondents } = complaint
  return {
    complaint: id,
    number,
    outlet,
    level,
    respondents,
    ...(handlingUnit !== undefined && { handlingUnit }),
    ...(handler !== undefined && { handler }),
  }
}

/** Why may this person not ask for money in this complaint now? Undefined when they may. Who may does not depend on how much. */
export function moneyObjection(
  fund: Fund,
  complaint: Complaint,
  by: PersonId,
  house: House,
): RefusalCode | undefined {
  const refused = fundObjection(fund, 'request', by, house)
  return refused ?? askingObjection(fund, aboutOf(complaint), { by, amount: 0 }, house)
}
