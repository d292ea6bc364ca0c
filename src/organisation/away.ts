import { isBetween, localDate } from './local-date.ts'
import type { Organisation, PersonId } from './organisation.ts'
import { postsOf } from './posts-of.ts'

/** Is the person on leave on the bank's local date of that instant? */
export function isAway(org: Organisation, person: PersonId, at: Temporal.Instant): boolean {
  const leave = org.leaveOf.get(person)
  if (!leave) return false
  const date = localDate(org, at)
  return leave.some(({ from, until }) => isBetween(date, from, until))
}

/**
 * Who would stand in for the person: the first of their deputies who is there, else the first deputy of those deputies,
 * and so on; a ring of deputies ends the search. Somebody without a post in force has left and stands in for nobody.
 */
export function deputyOf(org: Organisation, person: PersonId, at: Temporal.Instant): PersonId | undefined {
  const seen = new Set([person])
  for (const asked of seen) {
    for (const deputy of org.deputiesOf.get(asked) ?? []) {
      if (!seen.has(deputy) && isThere(org, deputy, at)) return deputy
      seen.add(deputy)
    }
  }
  return undefined
}

/** Who answers for the person at that instant: the person, else whoever stands in, else nobody. */
export function onDuty(org: Organisation, person: PersonId, at: Temporal.Instant): PersonId | undefined {
  return isThere(org, person, at) ? person : deputyOf(org, person, at)
}

/** Those who answer for these persons, in the same order, each once; who is away without a deputy drops out. */
export function allOnDuty(
  org: Organisation,
  persons: readonly PersonId[],
  at: Temporal.Instant,
): readonly PersonId[] {
  const found = persons.map((person) => onDuty(org, person, at)).filter((person) => person !== undefined)
  return [...new Set(found)]
}

/**
 * As whom may the person act: as themselves, and as everybody for whom they stand in at that instant. Somebody who is
 * there needs no deputy, so their deputy gains nothing from them.
 */
export function actsAs(org: Organisation, person: PersonId, at: Temporal.Instant): readonly PersonId[] {
  const reachable = new Set([person])
  for (const deputy of reachable) {
    for (const principal of org.deputyFor.get(deputy) ?? []) reachable.add(principal)
  }
  return [...reachable].filter((other) => other === person || standsInFor(org, person, other, at))
}

function standsInFor(
  org: Organisation,
  person: PersonId,
  principal: PersonId,
  at: Temporal.Instant,
): boolean {
  return isAway(org, principal, at) && deputyOf(org, principal, at) === person
}

function isThere(org: Organisation, person: PersonId, at: Temporal.Instant): boolean {
  return postsOf(org, person, at).length > 0 && !isAway(org, person, at)
}
