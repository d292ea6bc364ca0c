import { z } from 'zod'
import { levels } from '../policy/pack.ts'
import { voices } from '../matter/ballot.ts'

/** What people write, trimmed and never empty. */
const written = z.string().trim().min(1).max(3000)
/** In fen. Signs, fractions and bounds are the rules' to refuse, with a word for people. */
const money = { amount: z.number(), currency: z.string().default('CNY') }
const request = z.int().positive()

const said = {
  kind: z.string(),
  ...money,
  purpose: written,
  payee: written,
  agreement: written,
  fault: z.string().exactOptional(),
}

/** The complaint as it is now: filled in by the screen from its state, not by the person. */
const about = z.strictObject({
  complaint: z.string(),
  number: z.string(),
  outlet: z.string(),
  handlingUnit: z.string().exactOptional(),
  handler: z.string().exactOptional(),
  level: z.enum(levels),
  respondents: z.array(z.string()),
})

/** Everything that can be asked of a fund. `key` makes a payment or a return that is told twice happen once. */
export const FundCommand = z.discriminatedUnion('step', [
  z.strictObject({
    step: z.literal('proposeBudget'),
    branch: z.string(),
    year: z.int(),
    ...money,
    standard: written,
  }),
  z.strictObject({ step: z.literal('reviseBudget'), ...money, standard: written }),
  z.strictObject({
    step: z.literal('vote'),
    ballot: z.int().positive(),
    voice: z.enum(voices),
    remark: written.exactOptional(),
  }),
  z.strictObject({ step: z.literal('request'), about, ...said }),
  z.strictObject({ step: z.literal('resubmit'), request, ...said }),
  z.strictObject({ step: z.literal('approve'), request }),
  z.strictObject({ step: z.literal('sendBack'), request, remark: written }),
  z.strictObject({ step: z.literal('refuse'), request, remark: written }),
  z.strictObject({ step: z.literal('withdraw'), request, remark: written }),
  z.strictObject({
    step: z.literal('pay'),
    request,
    key: written,
    paidAt: z.iso.datetime(),
    reference: written,
  }),
  z.strictObject({
    step: z.literal('settle'),
    request,
    receipt: written,
    used: z.number(),
    currency: z.string().default('CNY'),
  }),
  z.strictObject({ step: z.literal('returnUnused'), request, key: written, ...money, reference: written }),
  z.strictObject({ step: z.literal('closeYear'), remark: written.exactOptional() }),
  z.strictObject({ step: z.literal('tick') }),
])
export type FundCommand = z.infer<typeof FundCommand>
export type FundCommandOf<Step extends FundCommand['step']> = Extract<FundCommand, { step: Step }>
