import { missingVoters } from '../matter/ballot.ts'
import type { Context } from '../matter/matter.ts'
import { actsAs, allOnDuty, deputyOf } from '../organisation/away.ts'
import { committeeOf } from '../organisation/committee.ts'
import { complianceOf } from '../organisation/compliance.ts'
import { liaisonOf } from '../organisation/liaison.ts'
import type { PersonId } from '../organisation/organisation.ts'
import { headOfficeSqOf, regionSqOf, sqHeadOf, sqOfficersOf } from '../organisation/service-quality.ts'
import { outletManagersOf, unitHeadOf } from '../organisation/unit-people.ts'
import type { Callee } from '../policy/pack.ts'
import type { Emergency } from './emergency.ts'
import type { Wait } from './waits.ts'

type Looking = Pick<Context, 'organisation' | 'now'>

/** The head of service quality, or who stands in; never one complained about. */
export function headOf(emergency: Emergency, { organisation, now }: Looking): PersonId[] {
  return free(emergency, sqHeadOf(organisation, emergency.branch, now))
}

/** Does this person sit in the group, or stand in for one who does? */
export function isMember(
  { members }: Pick<Emergency, 'members'>,
  person: PersonId,
  { organisation, now }: Looking,
): boolean {
  return actsAs(organisation, person, now).some((as) => members.includes(as))
}

/** Who must act for this clock to stop: scribe and leader write reports; the service quality head where nobody is found. */
export function ownersOf(emergency: Emergency, wait: Wait, context: Looking): PersonId[] {
  const { organisation, now } = context
  const owners = free(emergency, allOnDuty(organisation, responsible(emergency, wait, context), now))
  return owners.length > 0 ? owners : headOf(emergency, context)
}

function responsible(emergency: Emergency, { clock, task, ballot }: Wait, context: Looking): PersonId[] {
  const { leader, scribe } = emergency.roles
  switch (clock) {
    case 'emergencyConfirm':
      return headOf(emergency, context)
    case 'emergencyOral':
      return named(leader, scribe)
    case 'emergencyWritten':
    case 'emergencyDaily':
    case 'emergencyFinal':
    case 'emergencyClosing':
      return named(scribe, leader)
    case 'emergencyTask':
      return named(task?.owner)
    case 'emergencyVote':
      return ballot ? missingVoters(ballot, context) : []
  }
}

function named(...people: (PersonId | undefined)[]): PersonId[] {
  return people.filter((person) => person !== undefined)
}

/** Whom a call means, each once, never one complained about. Nobody for a part that an emergency does not have. */
export function calleesOf(
  callees: readonly Callee[],
  emergency: Emergency,
  wait: Wait,
  context: Looking,
): PersonId[] {
  const { organisation, now } = context
  const { branch, outlet, roles } = emergency
  const owners = ownersOf(emergency, wait, context)
  const managers = () => outletManagersOf(organisation, outlet, now)
  const people: Record<Callee, () => readonly (PersonId | undefined)[]> = {
    owner: () => owners,
    deputy: () => owners.map((owner) => deputyOf(organisation, owner, now)),
    firstReceiver: () => [],
    handler: () => [],
    approver: () => [],
    outletManager: managers,
    liaison: () => liaisonOf(organisation, outlet, now),
    outletManagerOrLiaison: managers,
    unitHead: () => unitHeadOf(organisation, outlet, now),
    businessLiaison: () => [],
    sqOfficer: () => sqOfficersOf(organisation, branch, now).slice(0, 1),
    sqHead: () => sqHeadOf(organisation, branch, now),
    committeeSecretary: () => [committeeOf(organisation, branch, now).secretary],
    committeeDirector: () => [committeeOf(organisation, branch, now).director],
    emergencyLeader: () => [roles.leader],
    compliance: () => complianceOf(organisation, branch, now),
    headOfficeSq: () => headOfficeSqOf(organisation, now),
    regionSq: () => regionSqOf(organisation, branch, now),
  }
  return free(
    emergency,
    callees.flatMap((callee) => people[callee]()),
  )
}

/** Each once, without those complained about. */
export function free(
  { respondents }: Pick<Emergency, 'respondents'>,
  people: readonly (PersonId | undefined)[],
): PersonId[] {
  const found = people.filter((person) => person !== undefined)
  return [...new Set(found)].filter((person) => !respondents.includes(person))
}
