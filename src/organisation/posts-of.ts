import { isBetween, localDate } from './local-date.ts'
import type { Organisation, PersonId, Post, PostDuty, PostRole, UnitId } from './organisation.ts'

/** The posts that the person holds on the bank's local date of that instant; none for somebody unknown or gone. */
export function postsOf(org: Organisation, person: PersonId, at: Temporal.Instant): readonly Post[] {
  return inForce(org, org.postsByPerson.get(person) ?? [], at)
}

/** Everybody's posts of one role that are in force, in the document's order. */
export function postsWithRole(org: Organisation, role: PostRole, at: Temporal.Instant): readonly Post[] {
  return inForce(org, org.postsByRole.get(role) ?? [], at)
}

/**
 * Who holds this role in exactly this unit (and, if asked, this duty within it)? In the document's order, each once,
 * whether away or not: for who stands in, ask `onDuty`.
 */
export function holders(
  org: Organisation,
  { role, unit, duty }: { role: PostRole; unit: UnitId; duty?: PostDuty },
  at: Temporal.Instant,
): readonly PersonId[] {
  const posts = postsWithRole(org, role, at).filter(
    (post) => post.unit === unit && (duty === undefined || post.duty === duty),
  )
  return [...new Set(posts.map(({ person }) => person))]
}

function inForce(org: Organisation, posts: readonly Post[], at: Temporal.Instant): readonly Post[] {
  if (posts.length === 0) return posts
  const date = localDate(org, at)
  return posts.filter((post) => isBetween(date, post.from, post.until))
}
