import { z } from 'zod'

const said = z.string().trim().min(1)

/** Begins an action: by hand, or as a consequence of a verdict. `due` is by when it must be done. */
const Begin = z.strictObject({
  step: z.literal('begin'),
  unit: z.string(),
  owner: z.string(),
  rootCause: z.string(),
  rootCauseRemark: said.exactOptional(),
  kind: z.string(),
  task: said,
  due: z.iso.datetime(),
  like: z
    .strictObject({
      cause: z.string(),
      business: z.string().exactOptional(),
      unit: z.string().exactOptional(),
    })
    .exactOptional(),
  origin: z
    .strictObject({
      matter: z.enum(['complaint', 'review', 'emergency']),
      id: z.string(),
      number: z.string(),
    })
    .exactOptional(),
  respondents: z.array(z.string()).default([]),
})

/** Done, with the evidence for it. */
const Finish = z.strictObject({ step: z.literal('finish'), doneAt: z.iso.datetime(), evidence: said })

const AskExtension = z.strictObject({
  step: z.literal('askExtension'),
  due: z.iso.datetime(),
  reason: z.string(),
  remark: said.exactOptional(),
})

const AnswerExtension = z.strictObject({
  step: z.literal('answerExtension'),
  decision: z.enum(['grant', 'refuse']),
  remark: said.exactOptional(),
})

/** Another owner: the one before has left, or it was given to the wrong one. */
const HandOver = z.strictObject({ step: z.literal('handOverAction'), owner: z.string(), reason: said })

const Cancel = z.strictObject({ step: z.literal('cancelAction'), reason: said })

/** The evidence does not show it: it is open again until a new due. */
const RejectEvidence = z.strictObject({
  step: z.literal('rejectEvidence'),
  remark: said,
  due: z.iso.datetime(),
})

/** How many complaints of the same cause came since it was done: counted by the machine, or told by service quality. */
const CheckEffect = z.strictObject({
  step: z.literal('checkEffect'),
  count: z.number().int().nonnegative(),
  numbers: z.array(z.string()).default([]),
  remark: said.exactOptional(),
})

export const ActionCommand = z.discriminatedUnion('step', [
  Begin,
  Finish,
  AskExtension,
  AnswerExtension,
  HandOver,
  Cancel,
  RejectEvidence,
  CheckEffect,
  z.strictObject({ step: z.literal('tick') }),
])
export type ActionCommand = z.infer<typeof ActionCommand>
export type ActionCommandOf<Step extends ActionCommand['step']> = Extract<ActionCommand, { step: Step }>
