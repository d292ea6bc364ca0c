import { z } from 'zod'

const at = z.iso.datetime({ offset: false })
const base = { at }
const call = { ...base, owedAt: at, due: at, to: z.array(z.string()) }

/** All that can have happened to an improvement action. */
export const ActionEvent = z.discriminatedUnion('type', [
  z.strictObject({
    type: z.literal('begun'),
    ...base,
    by: z.string().exactOptional(),
    id: z.string(),
    number: z.string(),
    branch: z.string(),
    unit: z.string(),
    policyVersion: z.string(),
    origin: z
      .strictObject({
        matter: z.enum(['complaint', 'review', 'emergency']),
        id: z.string(),
        number: z.string(),
      })
      .exactOptional(),
    rootCause: z.string(),
    rootCauseRemark: z.string().exactOptional(),
    kind: z.string(),
    task: z.string(),
    like: z
      .strictObject({
        cause: z.string(),
        business: z.string().exactOptional(),
        unit: z.string().exactOptional(),
      })
      .exactOptional(),
    respondents: z.array(z.string()),
    owner: z.string(),
    due: at,
  }),
  /** A reminder before the due was owed at `owedAt` and is served now. */
  z.strictObject({ type: z.literal('reminded'), ...call, mark: z.string() }),
  /** A rung after the due is climbed; nobody found: `to` is empty. */
  z.strictObject({ type: z.literal('rungReached'), ...call, rung: z.number().int() }),
  z.strictObject({ type: z.literal('calledAgain'), ...call, rung: z.number().int() }),
  z.strictObject({
    type: z.literal('extensionAsked'),
    ...base,
    by: z.string(),
    due: at,
    reason: z.string(),
    remark: z.string().exactOptional(),
  }),
  z.strictObject({
    type: z.literal('extensionAnswered'),
    ...base,
    by: z.string(),
    granted: z.boolean(),
    remark: z.string().exactOptional(),
  }),
  z.strictObject({
    type: z.literal('handedOver'),
    ...base,
    by: z.string(),
    owner: z.string(),
    reason: z.string(),
  }),
  z.strictObject({ type: z.literal('finished'), ...base, by: z.string(), doneAt: at, evidence: z.string() }),
  z.strictObject({
    type: z.literal('evidenceRejected'),
    ...base,
    by: z.string(),
    remark: z.string(),
    due: at,
  }),
  /** The check after it was done was owed at `owedAt`; `again`: nobody answered the last time. */
  z.strictObject({ type: z.literal('checkWanted'), ...base, owedAt: at, again: z.boolean() }),
  /** Counted; `due` where the cause came back: it is open again until then. */
  z.strictObject({
    type: z.literal('checked'),
    ...base,
    by: z.string().exactOptional(),
    count: z.number().int(),
    numbers: z.array(z.string()),
    remark: z.string().exactOptional(),
    due: at.exactOptional(),
  }),
  z.strictObject({
    type: z.literal('cancelled'),
    ...base,
    by: z.string().exactOptional(),
    reason: z.string(),
  }),
])
export type ActionEvent = z.infer<typeof ActionEvent>
export type ActionEventOf<Type extends ActionEvent['type']> = Extract<ActionEvent, { type: Type }>
