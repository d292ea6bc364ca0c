import type { UnitId } from '../organisation/organisation.ts'
import type { House } from './view/house.ts'

/** The one unit with this id or this name, or with this in its name; undefined where none or several are meant. */
export function unitCalled(named: string, { organisation }: Pick<House, 'organisation'>): UnitId | undefined {
  const wanted = named.toLowerCase().replaceAll(' ', '')
  const namesOf = ({ id, name }: (typeof organisation.document.units)[number]) =>
    [id, name.zh, name.en].map((each) => each.toLowerCase().replaceAll(' ', ''))
  const exact = organisation.document.units.filter((unit) => namesOf(unit).includes(wanted))
  const found =
    exact.length > 0
      ? exact
      : organisation.document.units.filter((unit) => namesOf(unit).some((name) => name.includes(wanted)))
  return found.length === 1 ? found[0]?.id : undefined
}
