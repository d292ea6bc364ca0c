import { type Actor, personOf } from '../matter/actor.ts'
import { isoOf } from '../matter/iso.ts'
import type { Context } from '../matter/matter.ts'
import { Refusal } from '../matter/refusal.ts'
import { endOf } from '../matter/end-of.ts'
import type { PersonId } from '../organisation/organisation.ts'
import { caseObjection, mayConvene, reviewObjection, undecided } from './allowed.ts'
import type { ReviewCommand, ReviewCommandOf } from './command.ts'
import type { ReviewEvent } from './event.ts'
import { opened } from './opened.ts'
import type { Review, ReviewCase } from './review.ts'
import { nextRegular } from './rhythm.ts'
import { tick } from './tick.ts'
import { answered, proposed, verdictGiven } from './verdict.ts'

/** May it happen now, may this person? The events that follow; none for what has happened already. Throws `Refusal`. */
export function decide(
  review: Review | undefined,
  command: ReviewCommand,
  actor: Actor,
  context: Context,
  id: string,
): ReviewEvent[] {
  if (command.step === 'convene') return review ? [] : convene(command, actor, context, id)
  if (!review) throw new Refusal('not-found')
  switch (command.step) {
    case 'tick':
      return tick(review, context)
    case 'putOnAgenda':
      return putOnAgenda(review, command, actor, context)
    case 'takeOffAgenda':
    case 'proposeVerdict':
    case 'verdict':
    case 'defer':
    case 'object':
    case 'answerObjection':
      return onCase(review, command, actor, context)
    case 'sendPack':
    case 'reschedule':
    case 'attend':
    case 'minutes':
    case 'closeReview':
    case 'cancelReview':
      return onMeeting(review, command, actor, context)
  }
}

function convene(
  command: ReviewCommandOf<'convene'>,
  actor: Actor,
  context: Context,
  id: string,
): ReviewEvent[] {
  const { organisation, now, rulebook, number } = context
  const { branch, kind, place, cases } = command
  if (organisation.units.get(branch)?.level !== 'BRANCH' || number === undefined)
    throw new Refusal('unknown-unit', { unit: branch })
  const by = personOf(actor)
  if (by !== undefined && !mayConvene(branch, by, context)) throw new Refusal('not-you')
  const meetsAt = command.meetsAt === undefined ? ruledTime(kind, context) : stillToCome(command.meetsAt, now)
  return [
    {
      type: 'convened',
      at: isoOf(now),
      ...(by !== undefined && { by }),
      id,
      number,
      branch,
      policyVersion: rulebook.pack.version,
      kind,
      ...(kind === 'regular' && { month: monthOf(meetsAt, context) }),
      meetsAt,
      ...(place !== undefined && { place }),
      cases: eachOnce(cases),
    },
  ]
}

function monthOf(meetsAt: string, { rulebook }: Context): string {
  const there = Temporal.Instant.from(meetsAt).toZonedDateTimeISO(rulebook.pack.calendar.timeZone)
  return there.toPlainDate().toPlainYearMonth().toString()
}

/** A regular meeting on the next day of its rhythm, a special one within its limit. */
function ruledTime(kind: Review['kind'], { now, rulebook }: Context): string {
  const special = () => endOf(now, rulebook.pack.review.specialWithin, rulebook)
  return isoOf(kind === 'regular' ? nextRegular(now, rulebook).meetsAt : special())
}

/** By service quality, or by the machine: gathered by rule, deferred by the meeting before. What is on it stays once. */
function putOnAgenda(
  review: Review,
  { cases, step }: ReviewCommandOf<'putOnAgenda'>,
  actor: Actor,
  context: Context,
): ReviewEvent[] {
  const isMachine = actor.kind === 'machine'
  if (isMachine && review.status !== 'convened') throw new Refusal('not-now')
  const by = isMachine ? undefined : acting(review, step, actor, context)
  const known = review.cases.map(({ complaint }) => complaint)
  const fresh = eachOnce(cases).filter(({ complaint }) => !known.includes(complaint))
  if (fresh.length === 0) return []
  return [{ type: 'putOnAgenda', at: isoOf(context.now), ...(by !== undefined && { by }), cases: fresh }]
}

function eachOnce<Item extends { readonly complaint: string }>(cases: readonly Item[]): Item[] {
  return [...new Map(cases.map((each) => [each.complaint, each])).values()]
}

type OnCase = Extract<ReviewCommand, { complaint: string }>

function onCase(review: Review, command: OnCase, actor: Actor, context: Context): ReviewEvent[] {
  const { each, by } = actingOnCase(review, command, actor, context)
  const base = { at: isoOf(context.now), by, complaint: each.complaint }
  switch (command.step) {
    case 'takeOffAgenda':
      return [{ type: 'takenOffAgenda', ...base, reason: command.reason }]
    case 'proposeVerdict':
      return [{ type: 'verdictProposed', ...base, ...proposed(each, command, { review, context }) }]
    case 'verdict':
      return [{ type: 'verdictGiven', ...base, ...verdictGiven(each, command, { review, by, context }) }]
    case 'defer':
      return [{ type: 'deferred', ...base, reason: command.reason }]
    case 'object':
      return [{ type: 'objected', ...base, grounds: command.grounds }]
    case 'answerObjection':
      return [{ type: 'objectionAnswered', ...base, ...answered(command, context) }]
  }
}

type OnMeeting = ReviewCommandOf<
  'sendPack' | 'reschedule' | 'attend' | 'minutes' | 'closeReview' | 'cancelReview'
>

function onMeeting(review: Review, command: OnMeeting, actor: Actor, context: Context): ReviewEvent[] {
  const by = acting(review, command.step, actor, context)
  const base = { at: isoOf(context.now), by }
  switch (command.step) {
    case 'sendPack':
      return [{ type: 'packSent', ...base }]
    case 'reschedule':
      return [
        {
          type: 'rescheduled',
          ...base,
          meetsAt: stillToCome(command.meetsAt, context.now),
          reason: command.reason,
        },
      ]
    case 'attend':
      return [{ type: 'opened', ...base, ...opened(review, command, context) }]
    case 'minutes':
      return [{ type: 'minuted', ...base, text: command.text }]
    case 'closeReview':
      return [{ type: 'closed', ...base, conclusion: command.conclusion }]
    case 'cancelReview':
      return [{ type: 'cancelled', ...base, reason: command.reason }]
  }
}

function stillToCome(time: string, now: Temporal.Instant): string {
  const instant = Temporal.Instant.from(time)
  if (Temporal.Instant.compare(instant, now) <= 0) throw new Refusal('must-be-later', { field: 'meetsAt' })
  return isoOf(instant)
}

type Step = Exclude<ReviewCommand['step'], 'convene' | 'tick'>

function acting(review: Review, step: Step, actor: Actor, context: Context): PersonId {
  const by = personOf(actor)
  if (by === undefined) throw new Refusal('not-you')
  const refused = reviewObjection(review, step, by, context)
  if (refused === 'verdict-missing')
    throw new Refusal(refused, {
      cases: undecided(review)
        .map(({ number }) => number)
        .join(', '),
    })
  if (refused) throw new Refusal(refused)
  return by
}

function actingOnCase(
  review: Review,
  { step, complaint }: OnCase,
  actor: Actor,
  context: Context,
): { each: ReviewCase; by: PersonId } {
  const by = personOf(actor)
  if (by === undefined) throw new Refusal('not-you')
  const each = review.cases.find((one) => one.complaint === complaint)
  if (!each) throw new Refusal('not-on-agenda')
  const refused = caseObjection(review, each, { step, by }, context)
  const isTheirs = refused === 'recused' || refused === 'own-unit'
  if (refused) throw new Refusal(refused, isTheirs ? { person: by } : {})
  return { each, by }
}
