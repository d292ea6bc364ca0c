import type { Context } from '../matter/matter.ts'
import { endOf } from '../matter/end-of.ts'
import type { PersonId } from '../organisation/organisation.ts'
import { isRecused, mayDo } from '../organisation/rights.ts'
import { objection } from './allowed.ts'
import type { Complaint } from './complaint.ts'
import { type Earlier, earlierOf } from './earlier.ts'
import { endedAt } from './ended-at.ts'
import { isOver } from './lifecycle.ts'
import { mayRestartStatutory } from './step/reopen.ts'
import { subjectOf } from './subject.ts'

/** What may become of a customer's words when there is an earlier complaint: added to it, that one reopened, a new one linked. */
export const agains = ['attach', 'reopen', 'reopenNew', 'repeat'] as const
export type Again = (typeof agains)[number]

/** An earlier complaint of the customer who complains again, for the person who files. */
export interface EarlierCase {
  readonly complaint: Complaint
  /** May this person see it? If not, they hear that there is one, and nothing of it. */
  readonly maySee: boolean
  readonly answers: readonly Again[]
}

/** More are never told of: the newest are what matters, and a form takes ten answers. */
const mostTold = 3

/**
 * Which earlier complaints of this customer concern a new filing, and what may be done with each (`DOMAIN.md` 9.3)? While it
 * is open what is new is added to it; closed within the pack's window it is reopened, by whoever may, or a new one is linked.
 * Anonymous complaints match nobody, and somebody complained about hears nothing of the case. `found` comes newest first.
 */
export function earlierCases(
  found: readonly Complaint[],
  by: PersonId,
  context: Pick<Context, 'organisation' | 'now' | 'rulebook'>,
): EarlierCase[] {
  return found
    .filter(({ anonymous }) => !anonymous)
    .filter((complaint) => !isRecused(by, subjectOf(complaint)))
    .map((complaint) => ({
      complaint,
      maySee: mayDo(context.organisation, by, 'seeList', subjectOf(complaint), context.now),
      answers: answersFor(complaint, by, context),
    }))
    .filter(({ answers }) => answers.length > 0)
    .slice(0, mostTold)
}

function answersFor(
  complaint: Complaint,
  by: PersonId,
  context: Pick<Context, 'organisation' | 'now' | 'rulebook'>,
): Again[] {
  if (!isOver(complaint.status)) return ['attach']
  if (!isWithinWindow(complaint, context)) return []
  const mayReopen = objection(complaint, 'reopen', by, context) === undefined
  const mayRestart = mayReopen && mayRestartStatutory(complaint, by, context)
  return [
    ...(mayReopen ? (['reopen'] as const) : []),
    ...(mayRestart ? (['reopenNew'] as const) : []),
    'repeat',
  ]
}

/** Is it still a repeat of this one, by the pack's window from its end? */
function isWithinWindow(complaint: Complaint, { now, rulebook }: Pick<Context, 'now' | 'rulebook'>): boolean {
  const ended = endedAt(complaint)
  if (ended === undefined) return false
  const { within } = rulebook.pack.repeat
  const last = endOf(ended, within, rulebook)
  return Temporal.Instant.compare(now, last) <= 0
}

/** The link of a new complaint to the one it repeats; `found` are all complaints of the customer, for the count. */
export function repeatOf(
  complaint: Complaint,
  found: readonly Complaint[],
): Earlier & { first: string; count: number } {
  const first = firstOf(complaint)
  const chain = [complaint, ...found].filter((each) => firstOf(each) === first)
  const count = 1 + Math.max(...chain.map(({ repeats = 0 }) => repeats))
  return { ...earlierOf(complaint), first, count }
}

function firstOf({ id, repeatOf: link }: Complaint): string {
  return link?.first ?? id
}
