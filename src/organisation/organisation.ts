/**
 * The bank's units, posts and people as dated data. Everything in this folder is pure: it answers questions about an
 * `Organisation` at an instant and never reads the clock.
 */

export const unitLevels = ['HO', 'REGION', 'BRANCH', 'SUBBRANCH', 'OUTLET', 'DEPARTMENT'] as const
export type UnitLevel = (typeof unitLevels)[number]

/** What a department is for, where a rule must find it. */
export const unitFunctions = [
  'serviceQuality',
  'compliance',
  'committee',
  'finance',
  'retail',
  'support',
] as const
export type UnitFunction = (typeof unitFunctions)[number]

export type UnitId = string
export type PersonId = string

export interface Name {
  readonly zh: string
  readonly en: string
}

export interface Unit {
  readonly id: UnitId
  readonly name: Name
  readonly level: UnitLevel
  /** Absent only for head office. */
  readonly parent?: UnitId
  readonly function?: UnitFunction
  /** Business types (list B codes) that this department answers for. */
  readonly business?: readonly string[]
}

export interface Person {
  readonly id: PersonId
  readonly name: Name
  readonly email: string
}

/** EMP employee, OCM outlet complaint manager, SBH unit head, LIA liaison, SQO and SQH service quality officer and
 * head, COM committee, HOQ head-office service quality (region: the same, reading), AUD auditor, ADM system admin. */
export const postRoles = ['EMP', 'OCM', 'SBH', 'LIA', 'SQO', 'SQH', 'COM', 'HOQ', 'AUD', 'ADM'] as const
export type PostRole = (typeof postRoles)[number]

/** Within a role: the committee's director and secretary, the service quality officer on duty. */
export const postDuties = ['director', 'secretary', 'duty'] as const
export type PostDuty = (typeof postDuties)[number]

/** One person holding one role in one unit, from a local date until (and including) another. */
export interface Post {
  readonly person: PersonId
  readonly role: PostRole
  readonly unit: UnitId
  readonly from?: string
  readonly until?: string
  readonly duty?: PostDuty
}

export interface Deputy {
  readonly person: PersonId
  readonly deputy: PersonId
}

/** Local dates, both inclusive. */
export interface Leave {
  readonly person: PersonId
  readonly from: string
  readonly until: string
}

/** The organisation as imported: what a file holds and the store keeps. */
export interface OrganisationDocument {
  readonly timeZone: string
  readonly units: readonly Unit[]
  readonly people: readonly Person[]
  readonly posts: readonly Post[]
  readonly deputies: readonly Deputy[]
  readonly leave: readonly Leave[]
}

/** The document with its indexes, as `createOrganisation` makes it; every list keeps the document's order. */
export interface Organisation {
  readonly document: OrganisationDocument
  readonly headOffice: Unit
  readonly units: ReadonlyMap<UnitId, Unit>
  readonly people: ReadonlyMap<PersonId, Person>
  /** Per unit: itself first, then each parent, up to head office. */
  readonly paths: ReadonlyMap<UnitId, readonly Unit[]>
  readonly postsByPerson: ReadonlyMap<PersonId, readonly Post[]>
  readonly postsByRole: ReadonlyMap<PostRole, readonly Post[]>
  readonly deputiesOf: ReadonlyMap<PersonId, readonly PersonId[]>
  readonly deputyFor: ReadonlyMap<PersonId, readonly PersonId[]>
  readonly leaveOf: ReadonlyMap<PersonId, readonly Leave[]>
}
