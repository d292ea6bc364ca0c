import type { Context } from '../matter/matter.ts'
import type { PersonId } from '../organisation/organisation.ts'
import { committeeOf } from '../organisation/committee.ts'
import { complianceOf } from '../organisation/compliance.ts'
import { sqHeadOf, sqOfficersOf } from '../organisation/service-quality.ts'
import { outletManagersOf, unitHeadOf } from '../organisation/unit-people.ts'
import type { EmergencyCommandOf } from './command.ts'
import type { EmergencyRole } from './emergency.ts'

export interface Group {
  readonly roles: Partial<Record<EmergencyRole, PersonId>>
  readonly members: PersonId[]
}

/**
 * Who is in the group from the first minute: the committee's director leads, its secretary speaks, compliance keeps the
 * regulator, the unit's head keeps the customer, the service quality officer on duty writes. The service quality head may
 * appoint others. Nobody complained about is ever in it.
 */
export function proposeGroup(command: EmergencyCommandOf<'form'>, { organisation, now }: Context): Group {
  const { branch, outlet, handlingUnit, respondents, owner } = command
  const committee = committeeOf(organisation, branch, now)
  const free = (people: readonly (PersonId | undefined)[]): PersonId[] =>
    people.filter((person) => person !== undefined).filter((person) => !respondents.includes(person))
  const heads = free([
    ...unitHeadOf(organisation, handlingUnit, now),
    ...unitHeadOf(organisation, outlet, now),
  ])
  const officers = free(sqOfficersOf(organisation, branch, now))
  const sqHeads = free(sqHeadOf(organisation, branch, now))
  const roles = present({
    leader: free([committee.director, ...committee.members])[0],
    spokesperson: free([committee.secretary, ...sqHeads])[0],
    regulatorContact: free([...complianceOf(organisation, branch, now), ...sqHeads])[0],
    customerContact: heads[0],
    scribe: officers[0],
  })
  const managers = free(outletManagersOf(organisation, outlet, now))
  const members = [...Object.values(roles), ...sqHeads, ...heads, ...managers, ...free([owner])]
  return { roles, members: [...new Set(members)] }
}

function present(
  roles: Record<EmergencyRole, PersonId | undefined>,
): Partial<Record<EmergencyRole, PersonId>> {
  return Object.fromEntries(Object.entries(roles).filter(([, person]) => person !== undefined))
}
