import type { Lane, LanedEffect, Notice } from '../matter/effect.ts'
import type { Context } from '../matter/matter.ts'
import type { PersonId } from '../organisation/organisation.ts'
import { headOfficeSqOf, sqHeadOf, sqOfficersOf } from '../organisation/service-quality.ts'
import type { Complaint } from './complaint.ts'
import type { EventOf } from './event.ts'

/** What pauses and extensions tell. */
export type WaitingEvent = EventOf<
  | 'pauseAsked'
  | 'pauseRefused'
  | 'paused'
  | 'pauseEnding'
  | 'pauseReviewWanted'
  | 'resumed'
  | 'extensionAsked'
  | 'extensionGranted'
  | 'extensionRefused'
  | 'extended'
>

/** How a complaint tells people and its channel; see `tray` in `react.ts`. */
export interface Out {
  readonly tell: (to: readonly PersonId[], notice: Notice, ordinary?: Lane) => LanedEffect[]
  readonly post: (notice: Notice, ordinary?: Lane) => LanedEffect[]
  readonly refresh: () => LanedEffect[]
}

/** Who must hear that clocks stand still or go on, and that the statutory limit is to become longer. */
export function reactToWaiting(
  event: WaitingEvent,
  before: Complaint | undefined,
  complaint: Complaint,
  context: Context,
  out: Out,
): LanedEffect[] {
  const { owner, handler } = complaint
  const mine = [owner, handler]
  switch (event.type) {
    case 'pauseAsked':
      return [
        ...out.tell(others(deciders(complaint, context), event.by), {
          code: 'pause-wanted',
          by: event.by,
          reason: event.code,
          due: event.until,
          remark: event.remark,
        }),
        ...out.refresh(),
      ]
    case 'pauseRefused':
      return [
        ...out.tell(others([before?.pauseAsked?.by, owner], event.by), {
          code: 'pause-refused',
          by: event.by,
          remark: event.remark,
        }),
        ...out.refresh(),
      ]
    case 'paused':
      return paused(event, complaint, context, out)
    case 'pauseEnding':
      return out.tell(event.to, {
        code: 'pause-ending',
        reason: event.code,
        due: event.until,
        ...late(event),
      })
    case 'pauseReviewWanted':
      return out.tell(event.to, {
        code: 'pause-review',
        reason: event.code,
        due: event.until,
        ...late(event),
      })
    case 'resumed':
      return resumed(event, before, complaint, out)
    case 'extensionAsked': {
      const notice: Notice = {
        code: 'extension-wanted',
        by: event.by,
        reason: event.reason,
        count: event.to,
        ...(event.remark && { remark: event.remark }),
      }
      return [
        ...out.tell(others(approvers(event.approver, complaint, context), event.by), notice),
        ...out.refresh(),
      ]
    }
    case 'extensionGranted':
      return [
        ...out.tell(others([before?.extensionAsked?.by, ...mine], event.by), {
          code: 'extension-granted',
          by: event.by,
          ...(event.remark && { remark: event.remark }),
        }),
        ...out.refresh(),
      ]
    case 'extensionRefused':
      return [
        ...out.tell(others([before?.extensionAsked?.by, ...mine], event.by), {
          code: 'extension-refused',
          by: event.by,
          remark: event.remark,
        }),
        ...out.refresh(),
      ]
    case 'extended': {
      const notice: Notice = { code: 'extended', by: event.by, due: event.due }
      const people = others([...mine, ...officer(complaint, context)], event.by)
      return [...out.tell(people, notice), ...out.post(notice), ...out.refresh()]
    }
  }
}

function paused(event: EventOf<'paused'>, complaint: Complaint, context: Context, out: Out): LanedEffect[] {
  const { owner, handler } = complaint
  const notice: Notice = {
    code: 'paused',
    by: event.by,
    reason: event.code,
    due: event.until,
    remark: event.remark,
  }
  const asked = event.withHeadOffice ? headOfficeSqOf(context.organisation, context.now) : []
  return [
    ...out.tell(others([event.askedBy, owner, handler, ...asked], event.by), notice),
    ...out.post(notice),
    ...out.refresh(),
  ]
}

/** By itself it is told to owner and handler, and to service quality, by the pack's plan; by hand to the two. */
function resumed(
  event: EventOf<'resumed'>,
  before: Complaint | undefined,
  { owner, handler, pauses = [] }: Complaint,
  out: Out,
): LanedEffect[] {
  const ended = pauses.at(-1) ?? before?.pauses?.at(-1)
  const notice: Notice = {
    code: 'resumed',
    ...(event.by !== undefined && { by: event.by }),
    ...(ended && { reason: ended.code }),
    ...(event.note && { remark: event.note }),
    ...(event.owedAt !== undefined && late({ at: event.at, owedAt: event.owedAt })),
  }
  const people = others([owner, handler, ...(event.to ?? [])], event.by ?? '')
  return [...out.tell(people, notice), ...out.post(notice), ...out.refresh()]
}

/** Who is asked to decide on a pause or on more time, or to review the decision: it is theirs to act on. */
export function awaitedFor(complaint: Complaint, context: Context): PersonId[] {
  const { pauseAsked, extensionAsked, higherReview } = complaint
  return [
    ...(pauseAsked ? deciders(complaint, context) : []),
    ...(extensionAsked && !extensionAsked.granted
      ? approvers(extensionAsked.approver, complaint, context)
      : []),
    ...(higherReview && !higherReview.decided ? [higherReview.reviewer] : []),
  ]
}

function deciders(complaint: Complaint, context: Context): PersonId[] {
  const officers = officer(complaint, context)
  return officers.length > 0 ? officers : [...sqHeadOf(context.organisation, complaint.branch, context.now)]
}

/** The officer to be asked first who is not the one at work on it. */
function officer({ branch, handler }: Complaint, { organisation, now }: Context): PersonId[] {
  return sqOfficersOf(organisation, branch, now)
    .filter((person) => person !== handler)
    .slice(0, 1)
}

function approvers(
  approver: 'sqHead' | 'headOfficeSq',
  { branch }: Complaint,
  { organisation, now }: Context,
): readonly PersonId[] {
  return approver === 'sqHead' ? sqHeadOf(organisation, branch, now) : headOfficeSqOf(organisation, now)
}

/** Served this much after it was owed, a call confesses that the delay was ours. */
const confessAfterSeconds = 120

/** What the outage confession of a call says, where it has one. */
export function late({ at, owedAt }: { at: string; owedAt: string }): { lateSeconds?: number } {
  const seconds = Math.round(Temporal.Instant.from(at).since(Temporal.Instant.from(owedAt)).total('seconds'))
  return seconds > confessAfterSeconds ? { lateSeconds: seconds } : {}
}

/** Everybody named, save the one who acts. */
export function others(people: readonly (PersonId | undefined)[], by: PersonId): PersonId[] {
  return people.filter((person) => person !== undefined).filter((person) => person !== by)
}
