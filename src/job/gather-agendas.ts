import type { Kysely } from 'kysely'
import type { Logger } from 'pino'
import { windowsOf } from '../clock/calendar.ts'
import type { Handle } from '../handle.ts'
import type { InForce } from '../in-force.ts'
import { machineActor } from '../matter/actor.ts'
import type { Rulebook } from '../matter/matter.ts'
import { type ClosedCase, agendaOf } from '../review/agenda.ts'
import type { AgendaItem } from '../review/agenda-item.ts'
import { regularReviewId } from '../review/regular-review-id.ts'
import type { Review } from '../review/review.ts'
import { nextRegular } from '../review/rhythm.ts'
import type { Database } from '../store/database.ts'
import { lastDone, markAllDone, notDone } from '../store/duty.ts'
import { findClosedCases } from '../store/find-cases-to-review.ts'
import { findReviewed } from '../store/find-reviews.ts'
import { findState } from '../store/find-complaints.ts'

export interface AgendaHouse {
  readonly db: Kysely<Database>
  readonly handle: Handle
  readonly inForce: InForce
  readonly now: () => Temporal.Instant
  readonly log: Logger
}

/**
 * Puts the closed cases that the rule calls for on the agenda of each branch's next regular meeting, each case once: on every
 * working day at the time of the branch's digest, whoever asks and however often. A branch that has no such meeting yet gets
 * it convened by this. What breaks for one branch is logged, and tried again with the next wake-up; the others go on.
 */
export async function gatherAgendas(house: AgendaHouse): Promise<void> {
  const rulebook = await house.inForce.rulebook()
  const { timeZone } = rulebook.pack.calendar
  const at = house.now().toZonedDateTimeISO(timeZone)
  const day = at.toPlainDate()
  const time = Temporal.PlainTime.from(rulebook.pack.digest.sqChannel)
  const isEarly = Temporal.PlainTime.compare(at.toPlainTime(), time) < 0
  if (isEarly || windowsOf(rulebook.business, day).length === 0) return
  const { units } = (await house.inForce.organisation()).document
  for (const { id, level } of units) {
    // oxlint-disable-next-line no-await-in-loop -- branch after branch: nobody waits for it
    if (level === 'BRANCH') await gatherSafely(house, { branch: id, day: day.toString(), rulebook })
  }
}

interface Gathering {
  readonly branch: string
  readonly day: string
  readonly rulebook: Rulebook
}

async function gatherSafely(house: AgendaHouse, gathering: Gathering): Promise<void> {
  try {
    await gather(house, gathering)
  } catch (error) {
    house.log.error(
      { branch: gathering.branch, error: error instanceof Error ? error.message : String(error) },
      'the agenda of a branch could not be gathered; it is tried again',
    )
  }
}

/** The lines that remember it are written last: should we die before, the next run puts the same cases there, which changes nothing. */
async function gather(house: AgendaHouse, { branch, day, rulebook }: Gathering): Promise<void> {
  const { db, handle, now } = house
  const today = `agenda/${branch}/${day}`
  if ((await notDone(db, [today])).length === 0) return
  const at = now()
  const items = agendaOf(await casesSince(house, { branch, rulebook }, at), rulebook.pack)
  const fresh = await notYetGathered(db, items)
  const meeting = await nextMeeting(db, { branch, rulebook }, at)
  await handle(
    'review',
    meeting.id,
    { step: 'convene', branch, kind: 'regular', meetsAt: meeting.meetsAt },
    machineActor,
  )
  if (fresh.length > 0)
    await handle('review', meeting.id, { step: 'putOnAgenda', cases: fresh }, machineActor)
  await markAllDone(db, [today, ...fresh.map(nameOf)], at)
}

/** What was closed since the last run, a day longer for what was just being closed then; the first run looks back one rhythm. */
async function casesSince(
  { db }: AgendaHouse,
  { branch, rulebook }: Pick<Gathering, 'branch' | 'rulebook'>,
  until: Temporal.Instant,
): Promise<ClosedCase[]> {
  const { review, calendar } = rulebook.pack
  const last = await lastDone(db, `agenda/${branch}/`)
  const local = until.toZonedDateTimeISO(calendar.timeZone)
  const from = last
    ? last.subtract({ hours: 24 })
    : local.subtract({ months: review.everyMonths }).toInstant()
  return findClosedCases(db, { branch, from, until })
}

/** Neither gathered before nor put before a meeting by somebody. */
async function notYetGathered(db: Kysely<Database>, items: readonly AgendaItem[]): Promise<AgendaItem[]> {
  const names = new Set(await notDone(db, items.map(nameOf)))
  const ids = items.map(({ complaint }) => complaint)
  const reviewed = await findReviewed(db, ids)
  return items.filter((item) => names.has(nameOf(item)) && !reviewed.includes(item.complaint))
}

function nameOf({ complaint }: Pick<AgendaItem, 'complaint'>): string {
  return `agenda-case/${complaint}`
}

/** The next regular meeting that is still to be held: one that was moved ahead of its month's day may be over already. */
async function nextMeeting(
  db: Kysely<Database>,
  { branch, rulebook }: Pick<Gathering, 'branch' | 'rulebook'>,
  past: Temporal.Instant,
): Promise<{ readonly id: string; readonly meetsAt: string }> {
  let { month, meetsAt } = nextRegular(past, rulebook)
  for (;;) {
    const id = regularReviewId(branch, month)
    // oxlint-disable-next-line no-await-in-loop -- month after month, until one is free or waits
    const review = (await findState(db, 'review', id)) as Review | undefined
    if (!review || review.status === 'convened') return { id, meetsAt: meetsAt.toString() }
    ;({ month, meetsAt } = nextRegular(past, rulebook, month))
  }
}
