import { isoOf } from '../matter/iso.ts'
import type { Context } from '../matter/matter.ts'
import { Refusal } from '../matter/refusal.ts'
import { deputyOf } from '../organisation/away.ts'
import type { PersonId } from '../organisation/organisation.ts'
import { postsOf } from '../organisation/posts-of.ts'
import type { EmergencyCommandOf } from './command.ts'
import { type Emergency, type EmergencyRole, emergencyRoles } from './emergency.ts'
import type { EmergencyEvent } from './event.ts'

/** The head confirms the group as it is to be: new people join, those missing are struck with the reason given. */
export function confirmGroup(
  emergency: Emergency,
  { members, reason }: EmergencyCommandOf<'confirmGroup'>,
  by: PersonId,
  context: Context,
): EmergencyEvent[] {
  const wanted = [...new Set(members)]
  const gone = emergency.members.filter((member) => !wanted.includes(member))
  const joined = wanted.filter((person) => !emergency.members.includes(person))
  for (const person of joined) mayJoin(emergency, person, context)
  if (gone.length > 0 && reason === undefined) throw new Refusal('remark-missing')
  const struck = gone.map((person) => ({ person, reason: reason ?? '' }))
  return [{ type: 'groupConfirmed', at: isoOf(context.now), by, joined, struck }]
}

/** Gives parts of the group to people, and brings in further members. */
export function appoint(
  emergency: Emergency,
  command: EmergencyCommandOf<'appoint'>,
  by: PersonId,
  context: Context,
): EmergencyEvent[] {
  const roles: Partial<Record<EmergencyRole, PersonId>> = {}
  for (const role of emergencyRoles) {
    const person = command[role]
    if (person !== undefined && person !== emergency.roles[role]) roles[role] = person
  }
  const named = [...new Set([...Object.values(roles), ...command.members])]
  for (const person of named) mayJoin(emergency, person, context)
  const joined = named.filter((person) => !emergency.members.includes(person))
  if (Object.keys(roles).length === 0 && joined.length === 0) return []
  return [{ type: 'appointed', at: isoOf(context.now), by, roles, joined }]
}

/** May this person have a part in it at all? Refuses whoever holds no post, and whoever is complained about. */
export function mayJoin(emergency: Emergency, person: PersonId, { organisation, now }: Context): void {
  if (postsOf(organisation, person, now).length === 0) throw new Refusal('unknown-person', { person })
  if (emergency.respondents.includes(person)) throw new Refusal('recused', { person })
}

/** Slack will not let this member in: their deputy is asked, who is free and was not refused before. */
export function inviteRefused(
  emergency: Emergency,
  { person, error }: { person: string; error: string },
  { organisation, now }: Context,
): EmergencyEvent[] {
  if (!emergency.members.includes(person)) return []
  const deputy = deputyOf(organisation, person, now)
  const isFree =
    deputy !== undefined && ![...emergency.respondents, ...emergency.refusedInvites].includes(deputy)
  return [{ type: 'inviteRefused', at: isoOf(now), person, error, ...(isFree && { substitute: deputy }) }]
}
