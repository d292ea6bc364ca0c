import type { Complaint } from '../complaint/complaint.ts'
import type { ListRow } from '../complaint/list-row.ts'
import { subjectOf } from '../complaint/subject.ts'
import { mayDo } from '../organisation/rights.ts'
import type { FoundComplaint } from '../store/find-complaints.ts'
import type { House } from './view/house.ts'

/** The rows that this person may see: the rights are asked of each complaint's own state. */
export function visibleTo(
  person: string,
  rows: readonly FoundComplaint[],
  { organisation, now }: House,
): FoundComplaint[] {
  return rows.filter(({ state }) => mayDo(organisation, person, 'seeList', subjectOf(stateOf(state)), now))
}

/** The state column of a row of kind complaint is a complaint: we wrote it. */
export function stateOf(state: unknown): Complaint {
  return state as Complaint
}

/** Three lists without overlap: overdue, due on this local day (by its own clock or the statutory one), otherwise open. */
export function splitByDay<Row extends ListRow>(
  rows: readonly Row[],
  day: string,
  timeZone: string,
): { overdue: Row[]; dueToday: Row[]; open: Row[] } {
  const isToday = (due: string | undefined) =>
    due !== undefined &&
    Temporal.Instant.from(due).toZonedDateTimeISO(timeZone).toPlainDate().toString() === day
  const overdue = rows.filter((row) => row.overdue)
  const rest = rows.filter((row) => !row.overdue)
  const dueToday = rest.filter(({ nextDue, statutoryDue }) => isToday(nextDue) || isToday(statutoryDue))
  return { overdue, dueToday, open: rest.filter((row) => !dueToday.includes(row)) }
}
