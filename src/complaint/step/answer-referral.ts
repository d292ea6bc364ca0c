import { knownCode } from '../../matter/known-code.ts'
import { z } from 'zod'
import { type Field, choice, line, option, text, when } from '../../matter/field.ts'
import { Refusal } from '../../matter/refusal.ts'
import type { Complaint, Referral } from '../complaint.ts'
import type { StepContext } from '../context.ts'
import type { Event } from '../event.ts'
import { noFutureOf, utc } from './guard.ts'

/** What was answered to the authority, when and how; `referral` is its number there. */
export const AnswerReferral = z.strictObject({
  step: z.literal('answerReferral'),
  referral: z.string(),
  answeredAt: z.iso.datetime(),
  mode: z.string(),
  summary: z.string().trim().min(1),
})

/** Which referrals may be answered is known with the complaint, see `answerReferralFieldsOf`. */
export const answerReferralFields: readonly Field[] = [
  option('referral', [], true),
  when('answeredAt', true),
  choice('mode', 'contactMode', true),
  text('summary', true),
]

/** The form for this complaint: its open referrals by their numbers; a plain line where none is open any more. */
export function answerReferralFieldsOf(complaint: Complaint): readonly Field[] {
  const numbers = openReferrals(complaint).map(({ number }) => number)
  const question = numbers.length === 0 ? line('referral', true) : option('referral', numbers, true)
  return answerReferralFields.map((field) => (field.name === 'referral' ? question : field))
}

/** Those that nobody has answered yet. */
export function openReferrals({ referrals = [] }: Pick<Complaint, 'referrals'>): Referral[] {
  return referrals.filter(({ answer }) => answer === undefined)
}

export function answerReferral(
  complaint: Complaint,
  command: z.infer<typeof AnswerReferral>,
  context: StepContext,
): Event[] {
  const { step: _step, referral, answeredAt, ...said } = command
  if (!openReferrals(complaint).some(({ number }) => number === referral)) throw new Refusal('nothing-asked')
  noFutureOf(answeredAt, context)
  knownCode('contactMode', said.mode, context)
  const answered = { ...said, number: referral, answeredAt: utc(answeredAt) }
  return [{ type: 'referralAnswered', at: context.at, by: context.by, ...answered }]
}
