import type { Kysely } from 'kysely'
import type { Complaint } from '../complaint/complaint.ts'
import type { Fund } from '../fund/fund.ts'
import { fundIdOf } from '../fund/fund-id.ts'
import type { Database } from '../store/database.ts'
import { findState } from '../store/find-complaints.ts'
import { findUsesOf } from '../store/find-funds.ts'
import type { House } from './view/house.ts'

/** The house in which a complaint's card is drawn: with the money asked for in it, and the fund that it may be asked of. */
export async function withMoney(
  db: Kysely<Database>,
  { id, branch }: Pick<Complaint, 'id' | 'branch'>,
  view: House,
): Promise<House> {
  const { year } = view.now.toZonedDateTimeISO(view.rulebook.pack.calendar.timeZone)
  const [uses, state] = await Promise.all([findUsesOf(db, id), findState(db, 'fund', fundIdOf(branch, year))])
  return { ...view, money: { uses, ...(state !== undefined && { fund: state as Fund }) } }
}
