import type { Context } from '../matter/matter.ts'
import type { PersonId, UnitId } from '../organisation/organisation.ts'
import { committeeOf } from '../organisation/committee.ts'
import { complianceOf } from '../organisation/compliance.ts'
import { sqHeadOf, sqOfficersOf } from '../organisation/service-quality.ts'
import { outletManagersOf, unitHeadOf } from '../organisation/unit-people.ts'
import type { EmergencyRole } from './emergency.ts'
import { free } from './people.ts'

export interface Group {
  readonly roles: Partial<Record<EmergencyRole, PersonId>>
  readonly members: PersonId[]
}

/** Whose emergency it is: its branch, where it happened, who handles it, who must stay out. */
export interface Touched {
  readonly branch: UnitId
  /** Where it happened, the first one first. */
  readonly outlets: readonly UnitId[]
  /** Who handles it or helps. */
  readonly units: readonly UnitId[]
  readonly owners: readonly PersonId[]
  readonly respondents: readonly PersonId[]
}

/**
 * Who is in the group from the first minute, until the head of service quality confirms it: the committee's director leads, its
 * secretary speaks, compliance keeps the regulator, the unit's head keeps the customer, the service quality officer on duty
 * writes; with them the heads and complaint managers of the units touched. Nobody complained about is ever in it.
 */
export function proposeGroup(touched: Touched, context: Context): Group {
  const { organisation, now } = context
  const { branch, respondents } = touched
  const left = (people: readonly (PersonId | undefined)[]) => free({ respondents }, people)
  const committee = committeeOf(organisation, branch, now)
  const officers = left(sqOfficersOf(organisation, branch, now))
  const sqHeads = left(sqHeadOf(organisation, branch, now))
  const units = ofUnits(touched, context)
  const roles = present({
    leader: left([committee.director, ...committee.members])[0],
    spokesperson: left([committee.secretary, ...sqHeads])[0],
    regulatorContact: left([...complianceOf(organisation, branch, now), ...sqHeads])[0],
    customerContact: units.heads[0],
    scribe: officers[0],
  })
  const members = [...Object.values(roles), ...sqHeads, ...units.heads, ...units.managers, ...units.owners]
  return { roles, members: [...new Set(members)] }
}

/** The people of the units touched: their heads, the outlets' complaint managers, who answers for the complaints. */
export function ofUnits(
  { outlets, units, owners, respondents }: Touched,
  { organisation, now }: Context,
): { heads: PersonId[]; managers: PersonId[]; owners: PersonId[] } {
  const left = (people: readonly (PersonId | undefined)[]) => free({ respondents }, people)
  return {
    heads: left([...units, ...outlets].flatMap((unit) => unitHeadOf(organisation, unit, now))),
    managers: left(outlets.flatMap((outlet) => outletManagersOf(organisation, outlet, now))),
    owners: left(owners),
  }
}

function present(
  roles: Record<EmergencyRole, PersonId | undefined>,
): Partial<Record<EmergencyRole, PersonId>> {
  return Object.fromEntries(Object.entries(roles).filter(([, person]) => person !== undefined))
}
