import { z } from 'zod'
import { type Field, text, when } from '../../matter/field.ts'
import type { Context } from '../../matter/matter.ts'
import { Refusal } from '../../matter/refusal.ts'
import { endOf } from '../../matter/end-of.ts'
import type { PersonId } from '../../organisation/organisation.ts'
import { headOfficeSqOf } from '../../organisation/service-quality.ts'
import type { Complaint } from '../complaint.ts'
import type { StepContext } from '../context.ts'
import type { Event } from '../event.ts'
import { touched } from '../touched.ts'
import { noFutureOf, utc } from './guard.ts'

/** The customer asks the level above to look at the decision again (`DOMAIN.md` 9.3, higher-level review). */
export const AskReview = z.strictObject({
  step: z.literal('askReview'),
  askedAt: z.iso.datetime(),
  reason: z.string().trim().min(1),
})

export const askReviewFields: readonly Field[] = [when('askedAt', true), text('reason', true)]

export function askReview(
  complaint: Complaint,
  { askedAt, reason }: z.infer<typeof AskReview>,
  context: StepContext,
): Event[] {
  noFutureOf(askedAt, context)
  const { reply } = complaint
  if (!reply || Temporal.Instant.compare(Temporal.Instant.from(askedAt), Temporal.Instant.from(reply.at)) < 0)
    throw new Refusal('before-reply')
  if (Temporal.Instant.compare(Temporal.Instant.from(askedAt), reviewUntil(reply.at, context)) > 0)
    throw new Refusal('too-late-for-review')
  const reviewer = reviewerFor(complaint, context)
  if (reviewer === undefined) throw new Refusal('no-reviewer')
  return [{ type: 'reviewAsked', at: context.at, by: context.by, askedAt: utc(askedAt), reason, reviewer }]
}

/** Until when the customer may ask, counted from the decision that they were told. */
function reviewUntil(repliedAt: string, { rulebook }: Pick<Context, 'rulebook'>): Temporal.Instant {
  const { askWithin } = rulebook.pack.special.higherReview
  return endOf(repliedAt, askWithin, rulebook)
}

/** Somebody of head office's service quality who never had a hand in it; the region only reads (`DOMAIN.md` 9.9). */
export function reviewerFor(
  complaint: Complaint,
  { organisation, now }: Pick<Context, 'organisation' | 'now'>,
): PersonId | undefined {
  const known = touched(complaint)
  return headOfficeSqOf(organisation, now).find((person) => !known.has(person))
}
