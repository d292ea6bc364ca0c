import type { Context } from '../matter/matter.ts'
import { actsAs } from '../organisation/away.ts'
import { committeeOf } from '../organisation/committee.ts'
import { liaisonOf } from '../organisation/liaison.ts'
import type { PersonId, UnitId } from '../organisation/organisation.ts'
import { postsOf } from '../organisation/posts-of.ts'
import { sqHeadOf, sqOfficersOf } from '../organisation/service-quality.ts'
import { unitHeadOf } from '../organisation/unit-people.ts'
import { isWithin } from '../organisation/unit-path.ts'
import type { Review, ReviewCase } from './review.ts'

type Looking = Pick<Context, 'organisation' | 'now'>

/** Who has a vote in the branch's review meetings: the committee's director and members, or who stands in for them. */
export function votersOf(branch: UnitId, { organisation, now }: Looking): readonly PersonId[] {
  const { director, members } = committeeOf(organisation, branch, now)
  return [...(director === undefined ? [] : [director]), ...members]
}

/** Who is called to the meeting and gets its pack: the voters, the secretary, service quality. */
export function calledTo({ branch }: Review, context: Looking): PersonId[] {
  return [
    ...new Set([
      ...votersOf(branch, context),
      ...secretaryOf(branch, context),
      ...officersOf(branch, context),
    ]),
  ]
}

/** The committee's secretary, who keeps the minutes beside service quality. */
export function secretaryOf(branch: UnitId, { organisation, now }: Looking): PersonId[] {
  const { secretary } = committeeOf(organisation, branch, now)
  return secretary === undefined ? [] : [secretary]
}

/** The branch's service quality people, the head first. */
export function officersOf(branch: UnitId, { organisation, now }: Looking): PersonId[] {
  return [...sqHeadOf(organisation, branch, now), ...sqOfficersOf(organisation, branch, now)]
}

/** Who speaks for a unit that a verdict blames, and may object to it: its head and its liaison; no respondent. */
export function spokenForBy(
  unit: UnitId,
  { respondents }: Pick<ReviewCase, 'respondents'>,
  { organisation, now }: Looking,
): PersonId[] {
  const people = [...unitHeadOf(organisation, unit, now), ...liaisonOf(organisation, unit, now)]
  return [...new Set(people)].filter((person) => !respondents.includes(person))
}

/** The units that a case is about: where it happened, who handled it, whom its verdict blames. */
export function unitsOf({ outlet, unit, verdict }: ReviewCase): UnitId[] {
  return [...new Set([outlet, unit, ...(verdict ? [verdict.unit] : [])])]
}

/**
 * May this person not judge the case, because it is their own? A respondent, and whoever works in a unit that it is about,
 * heads one above it, or stands in for such a person. A post in the branch as a whole or on its committee makes no case
 * one's own.
 */
export function isPartial(
  person: PersonId,
  { respondents }: Pick<ReviewCase, 'respondents'>,
  units: readonly UnitId[],
  { organisation, now }: Looking,
): boolean {
  if (respondents.includes(person)) return true
  const posts = actsAs(organisation, person, now).flatMap((as) => postsOf(organisation, as, now))
  return posts
    .filter(({ role, unit }) => role !== 'COM' && isWorkplace(unit, organisation))
    .some(({ unit: own }) =>
      units.some((unit) => isWithin(organisation, unit, own) || isWithin(organisation, own, unit)),
    )
}

function isWorkplace(unit: UnitId, organisation: Looking['organisation']): boolean {
  const level = organisation.units.get(unit)?.level
  return level === 'OUTLET' || level === 'SUBBRANCH' || level === 'DEPARTMENT'
}
