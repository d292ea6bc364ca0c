import { allowed, type Problem } from './problem.ts'
import type { Entry, Kind } from './record.ts'

type Allowed = { readonly en: string }

/**
 * What no single entry can know: that ids are unique and known, that the units are one tree, that dates are in order,
 * that a deputy is somebody else. Works on entries as found, so that one broken entry hides no other problem.
 */
export function checkTogether(entries: readonly Entry[]): Problem[] {
  const of = (kind: Kind) => entries.filter((entry) => entry.kind === kind)
  const units = of('unit')
  const people = of('person')
  const unitIds = idsOf(units)
  const personIds = idsOf(people)
  return [
    ...repeated(units, 'id', allowed.uniqueId),
    ...repeated(people, 'id', allowed.uniqueId),
    ...repeated(people, 'email', allowed.uniqueEmail),
    ...headOffices(units),
    ...units.flatMap((unit) => parentProblems(unit, unitIds)),
    ...cycles(units),
    ...unknown(of('post'), 'unit', unitIds, allowed.unit),
    ...unknown([...of('post'), ...of('deputy'), ...of('leave')], 'person', personIds, allowed.person),
    ...unknown(of('deputy'), 'deputy', personIds, allowed.person),
    ...of('deputy').filter(isOwnDeputy).map(told('deputy', allowed.anotherPerson)),
    ...[...of('post'), ...of('leave')].filter(endsBeforeStart).map(told('until', allowed.notBeforeFrom)),
    ...of('post').filter(hasForeignDuty).map(told('duty', allowed.dutyOfRole)),
  ]
}

function told(column: string, { en }: Allowed): (entry: Entry) => Problem {
  return ({ row, cells }) => ({ row, column, seen: cell(cells[column]), allowed: en })
}

function cell(value: unknown): string {
  return typeof value === 'string' ? value : ''
}

function idsOf(entries: readonly Entry[]): ReadonlySet<string> {
  return new Set(entries.map(({ cells }) => cell(cells['id'])))
}

function repeated(entries: readonly Entry[], column: string, expected: Allowed): Problem[] {
  const seen = new Set<string>()
  return entries
    .filter(({ cells }) => {
      const value = cell(cells[column]).toLowerCase()
      const again = value !== '' && seen.has(value)
      seen.add(value)
      return again
    })
    .map(told(column, expected))
}

function headOffices(units: readonly Entry[]): Problem[] {
  const found = units.filter(isHeadOffice)
  if (found.length > 0) return found.slice(1).map(told('level', allowed.oneHeadOffice))
  return [{ row: units[0]?.row ?? 1, column: 'level', seen: '', allowed: allowed.oneHeadOffice.en }]
}

function isHeadOffice({ cells }: Entry): boolean {
  return cells['level'] === 'HO'
}

function parentProblems(unit: Entry, ids: ReadonlySet<string>): Problem[] {
  const parent = unit.cells['parent']
  if (isHeadOffice(unit)) return parent === undefined ? [] : [told('parent', allowed.noParent)(unit)]
  return ids.has(cell(parent)) && parent !== '' ? [] : [told('parent', allowed.unit)(unit)]
}

/** Every unit that comes back to itself on its way up. */
function cycles(units: readonly Entry[]): Problem[] {
  const parents = new Map(units.map(({ cells }) => [cell(cells['id']), cell(cells['parent'])]))
  const returns = (id: string) => {
    const seen = new Set<string>()
    for (let at = parents.get(id); at !== undefined && !seen.has(at); at = parents.get(at)) seen.add(at)
    return id !== '' && seen.has(id)
  }
  return units.filter(({ cells }) => returns(cell(cells['id']))).map(told('parent', allowed.noCycle))
}

function unknown(
  entries: readonly Entry[],
  column: string,
  ids: ReadonlySet<string>,
  expected: Allowed,
): Problem[] {
  return entries
    .filter(({ cells }) => cell(cells[column]) !== '' && !ids.has(cell(cells[column])))
    .map(told(column, expected))
}

function isOwnDeputy({ cells }: Entry): boolean {
  return cells['deputy'] !== undefined && cells['deputy'] === cells['person']
}

function endsBeforeStart({ cells }: Entry): boolean {
  const { from, until } = cells
  return typeof from === 'string' && typeof until === 'string' && until < from
}

function hasForeignDuty({ cells: { role, duty } }: Entry): boolean {
  if (duty === 'director' || duty === 'secretary') return role !== 'COM'
  return duty === 'duty' && role !== 'SQO'
}

/** Keeps one problem per cell: an unreadable value needs no second complaint. */
export function oncePerCell(problems: readonly Problem[]): Problem[] {
  const byCell = new Map<string, Problem>()
  for (const problem of problems) {
    const key = `${problem.row} ${problem.column}`
    if (!byCell.has(key)) byCell.set(key, problem)
  }
  return [...byCell.values()].toSorted((a, b) => a.row - b.row)
}
