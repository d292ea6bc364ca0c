import { knownCode } from '../../matter/known-code.ts'
import { z } from 'zod'
import { type Field, choice, line, pause as pauseField, text, when } from '../../matter/field.ts'
import { isoOf } from '../../matter/iso.ts'
import { Refusal } from '../../matter/refusal.ts'
import { mayDo } from '../../organisation/rights.ts'
import type { Complaint, PauseAsked } from '../complaint.ts'
import type { StepContext } from '../context.ts'
import type { Event } from '../event.ts'
import { type PauseReason, latestEnd, pauseReason } from '../pausing.ts'
import { openMediation } from '../open-mediation.ts'
import { subjectOf } from '../subject.ts'
import { mediationPause } from './end-mediation.ts'
import { noFutureOf, onlyFutureOf, utc } from './guard.ts'

/**
 * The step clocks shall stand still for a reason of the pack, until a time (`DOMAIN.md` section 6). Whoever works on it asks;
 * service quality decides, and needs to ask nobody. Where the reason says so, the customer must have been told.
 */
export const Pause = z.strictObject({
  step: z.literal('pause'),
  pauseCode: z.string(),
  until: z.iso.datetime(),
  remark: z.string().trim().min(1),
  toldAt: z.iso.datetime().exactOptional(),
  mode: z.string().exactOptional(),
  evidence: z.string().trim().min(1).exactOptional(),
})

export const pauseFields: readonly Field[] = [
  pauseField('pauseCode', true),
  when('until', true),
  text('remark', true, 500),
  when('toldAt', false),
  choice('mode', 'contactMode', false),
  line('evidence', false),
]

export function pause(complaint: Complaint, command: z.infer<typeof Pause>, context: StepContext): Event[] {
  const { at, by } = context
  const reason = reasonOf(command.pauseCode, context)
  mayPauseFor(reason, complaint, context)
  inItsTime(command.until, reason, context)
  toldWhereNeeded(command, reason, complaint, context)
  const asked = askedOf(command)
  if (!grantsAlone(complaint, context)) return [{ type: 'pauseAsked', at, by, ...asked }]
  return [pausedFor({ ...asked, by, at }, reason, 'no', context)]
}

/** The event of a pause that is granted by whoever acts. `statutory`: did they allow the statutory clock to stand still too? */
export function pausedFor(
  { by: askedBy, at: _at, ...asked }: PauseAsked,
  reason: PauseReason,
  statutory: 'yes' | 'no',
  { at, by }: StepContext,
): Event {
  const stopsStatutory =
    reason.stopsStatutory === 'always' || (reason.stopsStatutory === 'ifSqHeadAllows' && statutory === 'yes')
  return {
    type: 'paused',
    at,
    by,
    askedBy,
    ...asked,
    stopsStep: reason.stopsStep,
    stopsStatutory,
    ...(reason.owner === 'headOfficeSq' && { withHeadOffice: true as const }),
  }
}

/** The reason of the pack behind the code. Throws for one that it does not have. */
export function reasonOf(code: string, { rulebook }: Pick<StepContext, 'rulebook'>): PauseReason {
  const reason = pauseReason(code, rulebook)
  if (!reason) throw new Refusal('unknown-choice', { list: 'pauseCode', code })
  return reason
}

/** Not before its time, and not longer than the pack lets a pause for this reason last. */
export function inItsTime(until: string, reason: PauseReason, context: StepContext): void {
  onlyFutureOf(until, context, 'until')
  const latest = latestEnd(reason, context)
  if (latest && Temporal.Instant.compare(Temporal.Instant.from(until), latest) > 0)
    throw new Refusal('pause-too-long', { until: isoOf(latest) })
}

/** Whoever handles the case or answers for it asks somebody else, whatever their post. */
function grantsAlone(complaint: Complaint, { by, organisation, now }: StepContext): boolean {
  if (by === complaint.handler || by === complaint.owner) return false
  return mayDo(organisation, by, 'approvePause', subjectOf(complaint), now)
}

/** A reason with a limit is not used twice where its time ran out; one with attempts needs them first. */
function mayPauseFor(reason: PauseReason, complaint: Complaint, context: StepContext): void {
  const { pauses = [], cycle } = complaint
  const ranOut = pauses.some(
    (each) => each.code === reason.code && each.cycle === cycle && each.endedAt && !each.endedBy,
  )
  if (reason.limit && ranOut) throw new Refusal('pause-used-up')
  if (reason.code === mediationPause && !openMediation(complaint)) throw new Refusal('mediation-missing')
  const { attempts } = reason
  if (attempts && !triedOften(complaint, attempts, context)) throw new Refusal('attempts-missing')
}

/** Attempts since the customer was last reached, and on how many local days they were made. */
function triedOften(
  { contacts }: Complaint,
  wanted: { count: number; days: number },
  { rulebook }: StepContext,
): boolean {
  const last = contacts.findLastIndex(({ reached }) => reached)
  const tries = contacts.slice(last + 1)
  const zone = rulebook.pack.calendar.timeZone
  const days = tries.map(({ at }) =>
    Temporal.Instant.from(at).toZonedDateTimeISO(zone).toPlainDate().toString(),
  )
  return tries.length >= wanted.count && new Set(days).size >= wanted.days
}

function toldWhereNeeded(
  { toldAt, mode }: z.infer<typeof Pause>,
  reason: PauseReason,
  { anonymous }: Complaint,
  context: StepContext,
): void {
  const isTold = toldAt !== undefined && mode !== undefined
  if (reason.customerTold && !anonymous && !isTold) throw new Refusal('customer-not-told')
  if (toldAt !== undefined) noFutureOf(toldAt, context)
  if (mode !== undefined) knownCode('contactMode', mode, context)
}

function askedOf(command: z.infer<typeof Pause>): Omit<PauseAsked, 'by' | 'at'> {
  const { step: _step, pauseCode: code, until, toldAt, ...said } = command
  return { ...said, code, until: utc(until), ...(toldAt !== undefined && { toldAt: utc(toldAt) }) }
}
