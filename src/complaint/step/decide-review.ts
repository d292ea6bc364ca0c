import { knownCode } from '../../matter/known-code.ts'
import { z } from 'zod'
import { type Field, choice, option, text, when } from '../../matter/field.ts'
import { Refusal } from '../../matter/refusal.ts'
import type { Complaint } from '../complaint.ts'
import type { StepContext } from '../context.ts'
import type { Event } from '../event.ts'
import { noFutureOf, utc } from './guard.ts'

export const reviewResults = ['upheld', 'changed', 'returned'] as const

/** What the reviewer found: the decision stands, is changed, or goes back to the branch; and how the customer was told. */
export const DecideReview = z.strictObject({
  step: z.literal('decideReview'),
  result: z.enum(reviewResults),
  summary: z.string().trim().min(1),
  toldAt: z.iso.datetime().exactOptional(),
  mode: z.string().exactOptional(),
})

export const decideReviewFields: readonly Field[] = [
  option('result', reviewResults, true),
  text('summary', true),
  when('toldAt', false),
  choice('mode', 'contactMode', false),
]

export function decideReview(
  { anonymous }: Complaint,
  command: z.infer<typeof DecideReview>,
  context: StepContext,
): Event[] {
  const { step: _step, toldAt, mode, ...said } = command
  if (!anonymous && (toldAt === undefined || mode === undefined)) throw new Refusal('customer-not-told')
  if (toldAt !== undefined) noFutureOf(toldAt, context)
  if (mode !== undefined) knownCode('contactMode', mode, context)
  const told = { ...(toldAt !== undefined && { toldAt: utc(toldAt) }), ...(mode !== undefined && { mode }) }
  return [{ type: 'reviewDecided', at: context.at, by: context.by, ...said, ...told }]
}
