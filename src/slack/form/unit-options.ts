import type { PlainTextElement, PlainTextOption } from '@slack/types'
import { isWithin } from '../../organisation/unit-path.ts'
import type { Unit, UnitId } from '../../organisation/organisation.ts'
import type { Language } from '../../text/text.ts'
import { plain } from '../view/blocks.ts'
import type { House } from '../view/house.ts'
import { named } from '../view/names.ts'

/** Units under one heading, as Slack takes them in a menu. */
export interface UnitGroup {
  readonly label: PlainTextElement
  readonly options: PlainTextOption[]
}

/** Slack takes so many options in a group, and so many groups in a menu. */
const mostOptions = 100
const mostGroups = 100

export interface UnitScope {
  readonly of: 'outlet' | 'handling'
  /** Only units of this branch; without it, of the whole bank. */
  readonly branch?: UnitId
}

/**
 * Units to choose from, grouped by the sub-branch or branch above them, so that a branch may have far more than a hundred
 * outlets. `handling` adds departments and sub-branches; bodies such as the committee handle nothing.
 */
export function unitGroups(
  { of, branch }: UnitScope,
  language: Language,
  { organisation }: Pick<House, 'organisation'>,
): UnitGroup[] {
  const units = organisation.document.units.filter(
    (unit) => isOffered(unit, of) && (branch === undefined || isWithin(organisation, unit.id, branch)),
  )
  const grouped = Map.groupBy(units, (unit) => groupOf(unit, organisation))
  return [...grouped].flatMap(([group, members]) => chunks(group, members, language)).slice(0, mostGroups)
}

/** Every option of the groups, for an initial choice: it must be the same object, to the letter. */
export function unitOption(groups: readonly UnitGroup[], unit: UnitId): PlainTextOption | undefined {
  return groups.flatMap(({ options }) => options).find(({ value }) => value === unit)
}

function isOffered({ level, function: fn }: Unit, of: UnitScope['of']): boolean {
  if (level === 'OUTLET') return true
  return of === 'handling' && fn !== 'committee' && (level === 'DEPARTMENT' || level === 'SUBBRANCH')
}

/** A sub-branch heads its own group; everything else goes with the nearest sub-branch, branch, region or head office above it. */
function groupOf(unit: Unit, organisation: House['organisation']): Unit {
  const path = organisation.paths.get(unit.id) ?? [unit]
  return path.find(({ level }) => level !== 'OUTLET' && level !== 'DEPARTMENT') ?? unit
}

function chunks(group: Unit, members: readonly Unit[], language: Language): UnitGroup[] {
  const count = Math.ceil(members.length / mostOptions)
  return Array.from({ length: count }, (_, at) => ({
    label: plain(
      count > 1 ? `${named(group.name, language).slice(0, 60)} (${at + 1})` : named(group.name, language),
      75,
    ),
    options: members
      .slice(at * mostOptions, (at + 1) * mostOptions)
      .map((unit) => ({ text: plain(named(unit.name, language), 75), value: unit.id })),
  }))
}
