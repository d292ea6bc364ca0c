import type { Lane, LanedEffect, Notice } from '../matter/effect.ts'
import type { Context } from '../matter/matter.ts'
import type { PersonId } from '../organisation/organisation.ts'
import type { AgendaItem } from './agenda-item.ts'
import { actionIdOf } from './action-id.ts'
import { regularReviewId } from './regular-review-id.ts'
import type { ReviewEvent, ReviewEventOf } from './event.ts'
import { calledTo, officersOf, secretaryOf, spokenForBy, votersOf } from './people.ts'
import { type Review, type ReviewCase, type WantedThing, isFault } from './review.ts'
import { nextRegular, objectUntil } from './rhythm.ts'

/** What came later than this after it was owed is told as our own delay. */
const confessAfterSeconds = 60

/** Who must hear of it, what must change outside? */
export function react(
  event: ReviewEvent,
  _before: Review | undefined,
  review: Review,
  context: Context,
): LanedEffect[] {
  const called = calledTo(review, context)
  const officers = officersOf(review.branch, context)
  switch (event.type) {
    case 'convened':
      return tell(called, { code: 'review-convened', due: event.meetsAt, ...byOf(event) }, event.by)
    case 'putOnAgenda':
    case 'takenOffAgenda':
      return review.pack ? tell(called, { code: 'review-agenda', ...byOf(event) }, event.by) : []
    case 'packSent':
      return tell(called, { code: 'review-pack', due: review.meetsAt, ...byOf(event) }, event.by)
    case 'rescheduled': {
      const { by, meetsAt, reason } = event
      return tell(called, { code: 'review-moved', by, due: meetsAt, reason }, by, 'alert')
    }
    case 'minuted':
      return minuted(event, review, context)
    case 'objected': {
      const notice = { code: 'review-objected' as const, by: event.by, remark: event.grounds }
      const judges = [...votersOf(review.branch, context).slice(0, 1), ...secretaryOf(review.branch, context)]
      return tell([...judges, ...officers], { ...notice, ...caseOf(event, review) }, event.by)
    }
    case 'objectionAnswered':
      return objectionAnswered(event, review, context)
    case 'closed':
      return tell(called, { code: 'review-closed', by: event.by, remark: event.conclusion }, event.by)
    case 'cancelled':
      return [
        ...tell(called, { code: 'review-cancelled', by: event.by, reason: event.reason }, event.by, 'alert'),
        ...meetingAfter(review, review.cases, context),
      ]
    case 'asked':
      return asked(event, review, context)
    case 'opened':
    case 'verdictProposed':
    case 'verdictGiven':
    case 'deferred':
      return []
  }
}

/** The units hear their verdicts and until when they may object; actions begin; what was deferred meets again. */
function minuted(event: ReviewEventOf<'minuted'>, review: Review, context: Context): LanedEffect[] {
  const until = objectUntil(review, context.rulebook)?.toString()
  const blamed = review.cases.filter(({ verdict }) => verdict && isFault(verdict.fault))
  const deferred = review.cases.filter((each) => each.deferred !== undefined)
  return [
    ...tell(calledTo(review, context), { code: 'review-minutes', by: event.by }, event.by),
    ...blamed.flatMap((each) =>
      tell(speakers(each, context), {
        code: 'verdict-told',
        case: each.number,
        ...(until !== undefined && { due: until }),
      }),
    ),
    ...review.cases.flatMap((each) => beginAction(review, each)),
    ...meetingAfter(review, deferred, context),
  ]
}

function speakers(each: ReviewCase, context: Context): PersonId[] {
  return each.verdict ? spokenForBy(each.verdict.unit, each, context) : []
}

/** The same verdict always begins the same action. */
function beginAction(review: Review, each: ReviewCase): LanedEffect[] {
  const { verdict, cause, business } = each
  if (!verdict?.action) return []
  const command = {
    step: 'begin',
    unit: verdict.unit,
    ...verdict.action,
    rootCause: verdict.rootCause,
    ...(verdict.rootCauseRemark !== undefined && { rootCauseRemark: verdict.rootCauseRemark }),
    ...(cause !== undefined && { like: { cause, ...(business !== undefined && { business }) } }),
    origin: { matter: 'review', id: review.id, number: review.number },
    respondents: [...new Set([...each.respondents, ...verdict.persons])],
  }
  const id = actionIdOf(review.id, each.complaint)
  return [{ lane: 'work', effect: { kind: 'command', matter: 'action', id, command } }]
}

/**
 * A regular meeting that is over convenes the next one of the rhythm, so that the chain never breaks; what is not decided goes
 * onto its agenda. After a special one that happens only for what is left over.
 */
function meetingAfter(review: Review, left: readonly ReviewCase[], context: Context): LanedEffect[] {
  if (review.kind === 'special' && left.length === 0) return []
  const { branch } = review
  const { month, meetsAt } = nextRegular(context.now, context.rulebook, review.month)
  const id = regularReviewId(branch, month)
  const convene = { step: 'convene', branch, kind: 'regular', meetsAt: meetsAt.toString() }
  const cases = left.map(itemOf)
  return [convene, ...(cases.length > 0 ? [{ step: 'putOnAgenda', cases }] : [])].map((command) => ({
    lane: 'work',
    effect: { kind: 'command', matter: 'review', id, command },
  }))
}

function itemOf(each: ReviewCase): AgendaItem {
  const { complaint, number, level, outlet, unit, respondents, cause, business } = each
  return {
    complaint,
    number,
    level,
    outlet,
    unit,
    respondents,
    ...(cause !== undefined && { cause }),
    ...(business !== undefined && { business }),
    why: ['deferred'],
  }
}

/** A verdict that no longer finds fault has no action to follow. */
function objectionAnswered(
  event: ReviewEventOf<'objectionAnswered'>,
  review: Review,
  context: Context,
): LanedEffect[] {
  const each = review.cases.find(({ complaint }) => complaint === event.complaint)
  if (!each) return []
  const people = [...speakers(each, context), ...officersOf(review.branch, context).slice(0, 1)]
  const raisedBy = each.objection ? [each.objection.by] : []
  const notice: Notice = { code: 'objection-answered', by: event.by, remark: event.remark, case: each.number }
  const isLifted = event.blame !== undefined && !isFault(event.blame.fault) && each.verdict?.action
  return [
    ...tell([...raisedBy, ...people], notice, event.by),
    ...(isLifted ? [cancelAction(review, each, event.remark)] : []),
  ]
}

function cancelAction(review: Review, each: ReviewCase, reason: string): LanedEffect {
  const id = actionIdOf(review.id, each.complaint)
  return {
    lane: 'work',
    effect: { kind: 'command', matter: 'action', id, command: { step: 'cancelAction', reason } },
  }
}

/** First whose part it is; asked in vain, the service quality head and the committee's secretary too. */
function asked(event: ReviewEventOf<'asked'>, review: Review, context: Context): LanedEffect[] {
  const { thing, owedAt, times } = event
  const officers = officersOf(review.branch, context)
  const secretary = secretaryOf(review.branch, context)
  const [head, duty = head] = officers
  const director = votersOf(review.branch, context).slice(0, 1)
  const first: Record<WantedThing, readonly (PersonId | undefined)[]> = {
    attendance: [duty],
    minutes: [duty],
    answer: director,
    closing: [head],
  }
  const to = times === 1 ? first[thing] : [...first[thing], head, ...secretary]
  const notice: Notice = { code: 'review-wanted', reason: thing, due: owedAt, ...late(event) }
  return tell(
    to.filter((person) => person !== undefined),
    notice,
    undefined,
    times === 1 ? 'work' : 'alert',
  )
}

function caseOf({ complaint }: { complaint: string }, { cases }: Review): { case?: string } {
  const each = cases.find((one) => one.complaint === complaint)
  return each ? { case: each.number } : {}
}

function byOf({ by }: { readonly by?: string }): { by?: string } {
  return by === undefined ? {} : { by }
}

function tell(to: readonly PersonId[], notice: Notice, by?: PersonId, lane: Lane = 'work'): LanedEffect[] {
  return [...new Set(to)]
    .filter((person) => person !== by)
    .map((person) => ({ lane, effect: { kind: 'tell', to: person, notice } }))
}

function late({ at, owedAt }: { at: string; owedAt: string }): { lateSeconds?: number } {
  const seconds = Math.round(Temporal.Instant.from(at).since(Temporal.Instant.from(owedAt)).total('seconds'))
  return seconds > confessAfterSeconds ? { lateSeconds: seconds } : {}
}
