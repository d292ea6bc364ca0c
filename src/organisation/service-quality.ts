import { allOnDuty } from './away.ts'
import { branchOf, regionOf } from './branch-of.ts'
import type { Organisation, PersonId, Post, UnitId } from './organisation.ts'
import { postsWithRole } from './posts-of.ts'
import { isWithin } from './unit-path.ts'

/** The branch's service quality officers, the officer on duty first; away officers are replaced or left out. */
export function sqOfficersOf(org: Organisation, branch: UnitId, at: Temporal.Instant): readonly PersonId[] {
  const posts = postsWithRole(org, 'SQO', at).filter(({ unit }) => isWithin(org, unit, branch))
  const dutyFirst = [...posts.filter(isDuty), ...posts.filter((post) => !isDuty(post))]
  return persons(org, dutyFirst, at)
}

/** The head of the branch's service quality department, or who stands in. */
export function sqHeadOf(org: Organisation, branch: UnitId, at: Temporal.Instant): readonly PersonId[] {
  const posts = postsWithRole(org, 'SQH', at).filter(({ unit }) => isWithin(org, unit, branch))
  return persons(org, posts, at)
}

/** Head office's service quality people, in the document's order; those of regions are not among them. */
export function headOfficeSqOf(org: Organisation, at: Temporal.Instant): readonly PersonId[] {
  const posts = postsWithRole(org, 'HOQ', at).filter(
    ({ unit }) => !regionOf(org, unit) && !branchOf(org, unit),
  )
  return persons(org, posts, at)
}

/** The service quality people of the region above the branch; nobody where the branch stands under no region. */
export function regionSqOf(org: Organisation, branch: UnitId, at: Temporal.Instant): readonly PersonId[] {
  const region = regionOf(org, branch)
  if (!region) return []
  const posts = postsWithRole(org, 'HOQ', at).filter(
    ({ unit }) => isWithin(org, unit, region.id) && !branchOf(org, unit),
  )
  return persons(org, posts, at)
}

function persons(org: Organisation, posts: readonly Post[], at: Temporal.Instant): readonly PersonId[] {
  return allOnDuty(
    org,
    posts.map(({ person }) => person),
    at,
  )
}

function isDuty({ duty }: Post): boolean {
  return duty === 'duty'
}
