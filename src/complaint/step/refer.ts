import { knownCode } from '../../matter/known-code.ts'
import { z } from 'zod'
import { type Field, choice, line, text, when } from '../../matter/field.ts'
import { Refusal } from '../../matter/refusal.ts'
import type { Complaint } from '../complaint.ts'
import type { StepContext } from '../context.ts'
import type { Event } from '../event.ts'
import { noFutureOf, onlyFutureOf, utc } from './guard.ts'

/**
 * An authority, a court or the media has taken the matter up (`DOMAIN.md` 9.3, R8): with the number it goes by there, and the
 * due that they named. Where they named none, the pack's limit counts from when it reached the bank.
 */
export const Refer = z.strictObject({
  step: z.literal('refer'),
  body: z.string(),
  externalNumber: z.string().trim().min(1).max(75),
  referredAt: z.iso.datetime(),
  namedDue: z.iso.datetime().exactOptional(),
  note: z.string().trim().min(1),
})

export const referFields: readonly Field[] = [
  choice('body', 'source', true),
  line('externalNumber', true, 75),
  when('referredAt', true),
  when('namedDue', false),
  text('note', true),
]

export function refer(complaint: Complaint, command: z.infer<typeof Refer>, context: StepContext): Event[] {
  const { step: _step, externalNumber, namedDue, referredAt, ...said } = command
  isAuthority(said.body, context)
  noFutureOf(referredAt, context)
  if (namedDue !== undefined) onlyFutureOf(namedDue, context, 'namedDue')
  const { referrals = [] } = complaint
  if (referrals.some((each) => each.number === externalNumber)) throw new Refusal('number-known')
  return [
    {
      type: 'referred',
      at: context.at,
      by: context.by,
      ...said,
      number: externalNumber,
      referredAt: utc(referredAt),
      ...(namedDue !== undefined && { namedDue: utc(namedDue) }),
    },
  ]
}

/** One of the pack's authorities, or the media. */
export function isAuthority(body: string, context: StepContext): void {
  knownCode('source', body, context)
  const known = [...context.rulebook.pack.authoritySources, 'media']
  if (!known.includes(body)) throw new Refusal('not-an-authority')
}
