import type { Context } from '../matter/matter.ts'
import { deputyOf, onDuty } from '../organisation/away.ts'
import { committeeOf } from '../organisation/committee.ts'
import { complianceOf } from '../organisation/compliance.ts'
import { liaisonOf } from '../organisation/liaison.ts'
import type { PersonId } from '../organisation/organisation.ts'
import { headOfficeSqOf, regionSqOf, sqHeadOf, sqOfficersOf } from '../organisation/service-quality.ts'
import { outletManagersOf, unitHeadOf } from '../organisation/unit-people.ts'
import type { Callee } from '../policy/pack.ts'
import type { Action } from './action.ts'

type Looking = Pick<Context, 'organisation' | 'now'>

/** Whom a reminder or a rung means, for this action: present people, never one complained about. */
export function calleesOf(callees: readonly Callee[], action: Action, context: Looking): PersonId[] {
  const found = callees.flatMap((callee) => oneCallee(callee, action, context))
  return [...new Set(found)].filter((person) => !action.respondents.includes(person))
}

/** Who carries it out: the owner, or who stands in; the unit's head where the owner has left without a deputy. */
export function ownersOf({ owner, unit }: Action, { organisation, now }: Looking): readonly PersonId[] {
  const standing = onDuty(organisation, owner, now)
  return standing === undefined ? unitHeadOf(organisation, unit, now) : [standing]
}

/** Who may grant more time, the first to be asked first: the service quality head, the committee; not its owner. */
export function approversFor(action: Action, { organisation, now }: Looking): PersonId[] {
  const { director, members } = committeeOf(organisation, action.branch, now)
  const above = [...sqHeadOf(organisation, action.branch, now), ...present(director), ...members]
  const own = [action.owner, action.extensions.at(-1)?.by, ...action.respondents]
  return above.filter((person) => !own.includes(person))
}

/** The service quality officer on duty; the head where nobody is. */
export function watchersOf({ branch, owner }: Action, { organisation, now }: Looking): readonly PersonId[] {
  const officers = [...sqOfficersOf(organisation, branch, now), ...sqHeadOf(organisation, branch, now)]
  return officers.filter((person) => person !== owner).slice(0, 1)
}

/** What a callee of the pack means for an action; parts that only a complaint has are nobody here. */
function oneCallee(callee: Callee, action: Action, context: Looking): readonly PersonId[] {
  const { organisation, now } = context
  const { branch, unit, owner } = action
  switch (callee) {
    case 'owner':
    case 'handler':
      return ownersOf(action, context)
    case 'deputy':
      return present(deputyOf(organisation, owner, now))
    case 'unitHead':
      return unitHeadOf(organisation, unit, now)
    case 'outletManager':
      return outletManagersOf(organisation, unit, now)
    case 'liaison':
    case 'businessLiaison':
      return liaisonOf(organisation, unit, now)
    case 'outletManagerOrLiaison': {
      const managers = outletManagersOf(organisation, unit, now)
      return managers.length > 0 ? managers : liaisonOf(organisation, unit, now)
    }
    case 'sqOfficer':
      return watchersOf(action, context)
    case 'sqHead':
      return sqHeadOf(organisation, branch, now)
    case 'committeeSecretary':
      return present(committeeOf(organisation, branch, now).secretary)
    case 'committeeDirector':
      return present(committeeOf(organisation, branch, now).director)
    case 'compliance':
      return complianceOf(organisation, branch, now)
    case 'headOfficeSq':
      return headOfficeSqOf(organisation, now)
    case 'regionSq':
      return regionSqOf(organisation, branch, now)
    case 'firstReceiver':
    case 'approver':
    case 'emergencyLeader':
      return []
  }
}

function present(person: PersonId | undefined): PersonId[] {
  return person === undefined ? [] : [person]
}
