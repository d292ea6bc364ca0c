import { allOnDuty } from './away.ts'
import type { Organisation, PersonId, Post, UnitId } from './organisation.ts'
import { postsWithRole } from './posts-of.ts'
import { isWithin } from './unit-path.ts'

export interface Committee {
  readonly director: PersonId | undefined
  readonly secretary: PersonId | undefined
  /** The other members, in the document's order; the secretary has no seat unless they stand in for a member. */
  readonly members: readonly PersonId[]
}

/**
 * Who sits on the branch's service quality committee? Away members are replaced by who stands in, or left out;
 * whoever stands in for the director is no longer listed as a member.
 */
export function committeeOf(org: Organisation, branch: UnitId, at: Temporal.Instant): Committee {
  const posts = postsWithRole(org, 'COM', at).filter(({ unit }) => isWithin(org, unit, branch))
  const [director] = seated(org, posts, 'director', at)
  const [secretary] = seated(org, posts, 'secretary', at)
  const members = seated(org, posts, undefined, at)
  return { director, secretary, members: members.filter((id) => id !== director) }
}

function seated(
  org: Organisation,
  posts: readonly Post[],
  seat: 'director' | 'secretary' | undefined,
  at: Temporal.Instant,
): readonly PersonId[] {
  const holding = posts.filter(({ duty }) => duty === seat).map(({ person }) => person)
  return allOnDuty(org, holding, at)
}
