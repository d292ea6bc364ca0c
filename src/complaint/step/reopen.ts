import { z } from 'zod'
import { type Field, option, text, when } from '../../matter/field.ts'
import type { Context } from '../../matter/matter.ts'
import { Refusal } from '../../matter/refusal.ts'
import { endOf } from '../../matter/end-of.ts'
import type { PersonId } from '../../organisation/organisation.ts'
import { mayDo } from '../../organisation/rights.ts'
import { clockDue } from '../clocks.ts'
import type { Complaint } from '../complaint.ts'
import type { StepContext } from '../context.ts'
import type { Event, EventOf } from '../event.ts'
import { evolve } from '../evolve.ts'
import { subjectOf } from '../subject.ts'
import { Addition, added } from './attach.ts'
import { noFutureOf, utc } from './guard.ts'

/**
 * Reopening (`DOMAIN.md` 9.3): the same number, another cycle, new step clocks. Only new facts restart the statutory clock,
 * and only service quality decides that there are any (section 6). `addition` is what the customer said, where the filing
 * form reopens it; then no other reason is needed.
 */
export const Reopen = z.strictObject({
  step: z.literal('reopen'),
  receivedAt: z.iso.datetime(),
  newFacts: z.enum(['yes', 'no']),
  reason: z.string().trim().min(1).exactOptional(),
  addition: Addition.exactOptional(),
})

export const reopenFields: readonly Field[] = [
  when('receivedAt', true),
  option('newFacts', ['no', 'yes'], true),
  text('reason', true, 500),
]

export function reopen(complaint: Complaint, command: z.infer<typeof Reopen>, context: StepContext): Event[] {
  const { at, by } = context
  const { receivedAt, reason, addition } = command
  const newFacts = command.newFacts === 'yes'
  noFutureOf(receivedAt, context)
  if (isBeforeClosing(receivedAt, complaint)) throw new Refusal('before-closing')
  if (reason === undefined && !addition) throw new Refusal('remark-missing')
  if (newFacts && !mayRestartStatutory(complaint, by, context)) throw new Refusal('only-sq-restarts')
  const reopened: EventOf<'reopened'> = {
    type: 'reopened',
    at,
    by,
    receivedAt: utc(receivedAt),
    ...(reason !== undefined && { reason }),
    newFacts,
    statutory: newFacts ? 'restarts' : oldStatutory(complaint, context),
  }
  if (!addition) return [reopened]
  return [reopened, ...added(evolve(complaint, reopened), addition, context)]
}

/** May this person decide that new facts restart the statutory clock? */
export function mayRestartStatutory(
  complaint: Complaint,
  by: PersonId,
  { organisation, now }: Pick<Context, 'organisation' | 'now'>,
): boolean {
  return mayDo(organisation, by, 'raise', subjectOf(complaint), now)
}

/** Until when may a closed complaint be reopened? The end of that local day; undefined while it is not closed. */
export function reopenUntil(
  { closing }: Complaint,
  { rulebook }: Pick<Context, 'rulebook'>,
): Temporal.Instant | undefined {
  if (!closing) return undefined
  const limit = { calendarDays: rulebook.pack.reopenDays }
  return endOf(closing.at, limit, rulebook)
}

/** A due that lies ahead goes on to bind; one that is over was met, or missed, by what the customer was told then. */
function oldStatutory(complaint: Complaint, { rulebook, now }: StepContext): 'stands' | 'met' {
  const run = complaint.clocks.findLast(({ code }) => code === 'statutory')
  const due = run && clockDue(run, complaint, rulebook)?.due
  return due && Temporal.Instant.compare(due, now) > 0 ? 'stands' : 'met'
}

function isBeforeClosing(time: string, { closing }: Complaint): boolean {
  return (
    closing !== undefined &&
    Temporal.Instant.compare(Temporal.Instant.from(time), Temporal.Instant.from(closing.at)) < 0
  )
}
