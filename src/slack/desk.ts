import type { Kysely } from 'kysely'
import { sqHeadOf, sqOfficersOf } from '../organisation/service-quality.ts'
import { branchOf } from '../organisation/branch-of.ts'
import { postsOf } from '../organisation/posts-of.ts'
import type { Database } from '../store/database.ts'
import { type FoundComplaint, type Wanted, findComplaints } from '../store/find-complaints.ts'
import { splitByDay, stateOf, visibleTo } from './desk-rows.ts'
import type { Desk } from './view/home.ts'
import type { House } from './view/house.ts'

/** More than the App Home can show; the lists tell how many there are up to here. */
const mostRows = 100
/** The board counts the branch's open complaints, this many at most. */
const mostOnBoard = 2000

/** A person's desk as it is now: what waits for them, what is theirs, what they filed, and how their branch stands. */
export async function deskOf(db: Kysely<Database>, person: string, view: House): Promise<Desk> {
  const find = async (wanted: Wanted, limit = mostRows) =>
    visibleTo(
      person,
      await findComplaints(db, { ...wanted, open: true }, { now: view.now, offset: 0, limit }),
      view,
    )
  const [mine, filed, board] = await Promise.all([
    find({ person }),
    find({ filedBy: person }),
    boardOf(db, person, view),
  ])
  const toApprove = mine.filter((row) => row.status === 'awaiting_approval' && !isOwn(row, person))
  const rest = mine.filter((row) => !toApprove.includes(row))
  const toAct = rest.filter((row) => row.overdue || isDueSoon(row, view))
  return {
    toAct,
    toApprove,
    dueNext: rest.filter((row) => !toAct.includes(row)),
    filed: filed.filter((row) => !mine.some(({ id }) => id === row.id)),
    ...(board && { board }),
  }
}

/** Whoever waits for a solution to be approved is its handler or its owner; whoever else sees it on the desk approves it. */
function isOwn({ state }: FoundComplaint, person: string): boolean {
  return stateOf(state).handler === person
}

/** Due within a day: to be acted on now. */
function isDueSoon({ nextDue }: FoundComplaint, { now }: House): boolean {
  return nextDue !== undefined && Temporal.Instant.from(nextDue).since(now).total('hours') <= 24
}

async function boardOf(db: Kysely<Database>, person: string, view: House): Promise<Desk['board']> {
  const branch = branchServed(person, view)
  if (branch === undefined) return undefined
  const found = await findComplaints(db, { open: true }, { now: view.now, offset: 0, limit: mostOnBoard })
  const rows = found.filter(({ state }) => stateOf(state).branch === branch)
  const { timeZone } = view.rulebook.pack.calendar
  const day = view.now.toZonedDateTimeISO(timeZone).toPlainDate().toString()
  const { overdue, dueToday } = splitByDay(rows, day, timeZone)
  return {
    open: rows.length,
    overdue: overdue.length,
    dueToday: dueToday.length,
    level1: rows.filter(({ level }) => level === 'L1').length,
  }
}

/** The branch whose service quality this person is. */
function branchServed(person: string, { organisation, now }: House): string | undefined {
  const branches = postsOf(organisation, person, now).map(({ unit }) => branchOf(organisation, unit)?.id)
  return branches.find(
    (branch) =>
      branch !== undefined &&
      [...sqOfficersOf(organisation, branch, now), ...sqHeadOf(organisation, branch, now)].includes(person),
  )
}
