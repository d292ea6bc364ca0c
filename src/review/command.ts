import { z } from 'zod'
import { AgendaItem } from './agenda-item.ts'

const said = z.string().trim().min(1)
const at = z.iso.datetime()
const complaint = z.string()
const blame = { fault: z.string(), degree: z.string(), penalties: z.array(z.string()).default([]) }

/** Convenes a meeting of a branch; without a time, the next of the rhythm, or within the limit of a special one. */
const Convene = z.strictObject({
  step: z.literal('convene'),
  branch: z.string(),
  kind: z.enum(['regular', 'special']),
  meetsAt: at.exactOptional(),
  place: said.exactOptional(),
  cases: z.array(AgendaItem).default([]),
})

const PutOnAgenda = z.strictObject({ step: z.literal('putOnAgenda'), cases: z.array(AgendaItem).min(1) })
const TakeOffAgenda = z.strictObject({ step: z.literal('takeOffAgenda'), complaint, reason: said })

const ProposeVerdict = z.strictObject({
  step: z.literal('proposeVerdict'),
  complaint,
  ...blame,
  unit: z.string().exactOptional(),
  rootCause: z.string(),
  opinion: said.exactOptional(),
})

const SendPack = z.strictObject({ step: z.literal('sendPack') })
const Reschedule = z.strictObject({ step: z.literal('reschedule'), meetsAt: at, reason: said })

/** Who came: opens the meeting if it has its quorum. */
const Attend = z.strictObject({
  step: z.literal('attend'),
  openedAt: at,
  attended: z.array(z.string()).min(1),
})

/** The verdict on one case. Whoever may vote on it and is not named votes for it. */
const GiveVerdict = z.strictObject({
  step: z.literal('verdict'),
  complaint,
  ...blame,
  /** The unit that answers for it; without, the one that handled the case. */
  unit: z.string().exactOptional(),
  persons: z.array(z.string()).default([]),
  rootCause: z.string(),
  rootCauseRemark: said.exactOptional(),
  opinion: said.exactOptional(),
  against: z.array(z.string()).default([]),
  abstained: z.array(z.string()).default([]),
  /** The improvement action that follows: all four or none. */
  actionKind: z.string().exactOptional(),
  actionTask: said.exactOptional(),
  actionOwner: z.string().exactOptional(),
  actionDue: at.exactOptional(),
})

const Defer = z.strictObject({ step: z.literal('defer'), complaint, reason: said })
const Minutes = z.strictObject({ step: z.literal('minutes'), text: said })
const Raise = z.strictObject({ step: z.literal('object'), complaint, grounds: said })

/** `keep`: the verdict stands. `change`: the blame given here holds instead. */
const AnswerObjection = z.strictObject({
  step: z.literal('answerObjection'),
  complaint,
  outcome: z.enum(['keep', 'change']),
  remark: said,
  fault: z.string().exactOptional(),
  degree: z.string().exactOptional(),
  penalties: z.array(z.string()).default([]),
})

export const ReviewCommand = z.discriminatedUnion('step', [
  Convene,
  PutOnAgenda,
  TakeOffAgenda,
  ProposeVerdict,
  SendPack,
  Reschedule,
  Attend,
  GiveVerdict,
  Defer,
  Minutes,
  Raise,
  AnswerObjection,
  z.strictObject({ step: z.literal('closeReview'), conclusion: said }),
  z.strictObject({ step: z.literal('cancelReview'), reason: said }),
  z.strictObject({ step: z.literal('tick') }),
])
export type ReviewCommand = z.infer<typeof ReviewCommand>
export type ReviewCommandOf<Step extends ReviewCommand['step']> = Extract<ReviewCommand, { step: Step }>
