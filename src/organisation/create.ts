import type { Organisation, OrganisationDocument, Unit, UnitId } from './organisation.ts'

export type { Organisation } from './organisation.ts'

/**
 * Indexes a checked document once, so that every question is a look-up. Change the document by making a new
 * organisation from a new document; nothing here is altered afterwards.
 * Throws when the document was not checked by `readOrganisation` and its units are no tree.
 */
export function createOrganisation(document: OrganisationDocument): Organisation {
  const units = new Map(document.units.map((unit) => [unit.id, unit]))
  const headOffice = document.units.find((unit) => unit.level === 'HO')
  if (!headOffice) {
    throw new Error(
      `The organisation has ${document.units.length} units and no head office; check the file with readOrganisation.`,
    )
  }
  return {
    document,
    headOffice,
    units,
    people: new Map(document.people.map((person) => [person.id, person])),
    paths: new Map(document.units.map((unit) => [unit.id, climb(units, unit)])),
    postsByPerson: Map.groupBy(document.posts, (post) => post.person),
    postsByRole: Map.groupBy(document.posts, (post) => post.role),
    deputiesOf: pairs(document.deputies.map(({ person, deputy }) => [person, deputy])),
    deputyFor: pairs(document.deputies.map(({ person, deputy }) => [deputy, person])),
    leaveOf: Map.groupBy(document.leave, (leave) => leave.person),
  }
}

function climb(units: ReadonlyMap<UnitId, Unit>, from: Unit): readonly Unit[] {
  const path = [from]
  for (let unit = from; unit.parent !== undefined;) {
    const parent = units.get(unit.parent)
    if (!parent || path.includes(parent)) {
      throw new Error(
        `Unit "${unit.id}" has the parent "${unit.parent}", which is ${parent ? 'below it' : 'unknown'}; ` +
          'check the file with readOrganisation.',
      )
    }
    path.push(parent)
    unit = parent
  }
  return path
}

function pairs(list: readonly (readonly [string, string])[]): ReadonlyMap<string, readonly string[]> {
  const grouped = Map.groupBy(list, ([key]) => key)
  return new Map([...grouped].map(([key, found]) => [key, found.map(([, value]) => value)]))
}
