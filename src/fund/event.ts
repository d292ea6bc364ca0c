import { z } from 'zod'
import { levels } from '../policy/pack.ts'
import { voices } from '../matter/ballot.ts'
import { outcomes } from './fund.ts'
import { fundClocks } from './fund-rules.ts'

const at = z.iso.datetime({ offset: false })
const fen = z.int().positive()
const base = { at }
const done = { at, by: z.string() }
const ofRequest = { request: z.int().positive() }

const said = {
  about: z.strictObject({
    complaint: z.string(),
    number: z.string(),
    outlet: z.string(),
    handlingUnit: z.string().exactOptional(),
    handler: z.string().exactOptional(),
    level: z.enum(levels),
    respondents: z.array(z.string()).readonly(),
  }),
  kind: z.string(),
  amount: fen,
  purpose: z.string(),
  payee: z.string(),
  agreement: z.string(),
  fault: z.string().exactOptional(),
  likeUses: z.array(z.strictObject({ number: z.string(), amount: fen, at })).readonly(),
}

/** All that can have happened to the fund of a branch and year. Amounts are in fen. */
export const FundEvent = z.discriminatedUnion('type', [
  z.strictObject({
    type: z.literal('proposed'),
    ...done,
    id: z.string(),
    number: z.string(),
    branch: z.string(),
    year: z.int(),
    policyVersion: z.string(),
    amount: fen,
    standard: z.string(),
  }),
  z.strictObject({ type: z.literal('budgetRevised'), ...done, amount: fen, standard: z.string() }),
  z.strictObject({
    type: z.literal('ballotOpened'),
    ...base,
    ballot: z.int().positive(),
    on: z.discriminatedUnion('kind', [
      z.strictObject({ kind: z.literal('budget'), amount: fen }),
      z.strictObject({ kind: z.literal('request'), request: z.int().positive() }),
    ]),
    electors: z.array(z.string()),
  }),
  z.strictObject({
    type: z.literal('voted'),
    ...done,
    seat: z.string(),
    ballot: z.int().positive(),
    voice: z.enum(voices),
    remark: z.string().exactOptional(),
  }),
  z.strictObject({
    type: z.literal('ballotClosed'),
    ...base,
    ballot: z.int().positive(),
    outcome: z.enum(outcomes),
  }),
  /** The whole budget of the year from now on. */
  z.strictObject({ type: z.literal('budgetAdopted'), ...base, amount: fen }),
  z.strictObject({ type: z.literal('requested'), ...done, ...ofRequest, number: z.string(), ...said }),
  z.strictObject({ type: z.literal('resubmitted'), ...done, ...ofRequest, ...said }),
  z.strictObject({
    type: z.literal('approved'),
    ...base,
    ...ofRequest,
    amount: fen,
    approvers: z.array(z.string()).min(1),
  }),
  /** Without a person where a vote did not come about, or found less money than it granted. */
  z.strictObject({
    type: z.literal('sentBack'),
    ...base,
    ...ofRequest,
    by: z.string().exactOptional(),
    reason: z.enum(['byApprover', 'noQuorum', 'overdrawn']),
    remark: z.string().exactOptional(),
  }),
  /** Without a person where the committee voted it down. */
  z.strictObject({
    type: z.literal('refused'),
    ...base,
    ...ofRequest,
    by: z.string().exactOptional(),
    remark: z.string().exactOptional(),
  }),
  z.strictObject({ type: z.literal('withdrawn'), ...done, ...ofRequest, remark: z.string() }),
  z.strictObject({
    type: z.literal('paid'),
    ...done,
    ...ofRequest,
    amount: fen,
    key: z.string(),
    paidAt: at,
    reference: z.string(),
  }),
  z.strictObject({
    type: z.literal('settled'),
    ...done,
    ...ofRequest,
    receipt: z.string(),
    used: z.int().nonnegative(),
  }),
  z.strictObject({
    type: z.literal('returned'),
    ...done,
    ...ofRequest,
    amount: fen,
    key: z.string(),
    reference: z.string(),
  }),
  z.strictObject({
    type: z.literal('called'),
    ...base,
    clock: z.enum(fundClocks),
    request: z.int().positive().exactOptional(),
    ballot: z.int().positive().exactOptional(),
    /** All marks that were owed by then; none for the repetition of the top rung. */
    marks: z.array(z.string()),
    overdue: z.boolean(),
    due: at,
    owedAt: at,
    to: z.array(z.string()),
  }),
  z.strictObject({ type: z.literal('warned'), ...base, committed: fen, budget: fen }),
  z.strictObject({ type: z.literal('closed'), ...done, remark: z.string().exactOptional() }),
])
export type FundEvent = z.infer<typeof FundEvent>
export type FundEventOf<Type extends FundEvent['type']> = Extract<FundEvent, { type: Type }>
