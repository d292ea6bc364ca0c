import { z } from 'zod'
import { AgendaItem } from './agenda-item.ts'
import { wantedThings } from './review.ts'

const at = z.iso.datetime({ offset: false })
const by = z.string()
const base = { at }
const ofCase = { at, by, complaint: z.string() }
const people = z.array(z.string())
const blame = { fault: z.string(), degree: z.string(), penalties: z.array(z.string()) }

/** All that can have happened to a review meeting. */
export const ReviewEvent = z.discriminatedUnion('type', [
  z.strictObject({
    type: z.literal('convened'),
    ...base,
    by: by.exactOptional(),
    id: z.string(),
    number: z.string(),
    branch: z.string(),
    policyVersion: z.string(),
    kind: z.enum(['regular', 'special']),
    /** Of a regular one, for which month it stands (`2026-03`), wherever it moves. */
    month: z.string().exactOptional(),
    meetsAt: at,
    place: z.string().exactOptional(),
    cases: z.array(AgendaItem),
  }),
  z.strictObject({
    type: z.literal('putOnAgenda'),
    ...base,
    by: by.exactOptional(),
    cases: z.array(AgendaItem).min(1),
  }),
  z.strictObject({ type: z.literal('takenOffAgenda'), ...ofCase, reason: z.string() }),
  z.strictObject({
    type: z.literal('verdictProposed'),
    ...ofCase,
    ...blame,
    unit: z.string(),
    rootCause: z.string(),
    opinion: z.string().exactOptional(),
  }),
  /** By the clock, unless somebody sent it sooner; sent again it still counts from the first time. */
  z.strictObject({ type: z.literal('packSent'), ...base, by: by.exactOptional() }),
  z.strictObject({ type: z.literal('rescheduled'), ...base, by, meetsAt: at, reason: z.string() }),
  z.strictObject({
    type: z.literal('opened'),
    ...base,
    by,
    openedAt: at,
    attended: people,
    voters: people,
  }),
  z.strictObject({
    type: z.literal('verdictGiven'),
    ...ofCase,
    ...blame,
    unit: z.string(),
    persons: people,
    rootCause: z.string(),
    rootCauseRemark: z.string().exactOptional(),
    opinion: z.string().exactOptional(),
    inFavour: people,
    against: people,
    abstained: people,
    action: z
      .strictObject({ kind: z.string(), task: z.string(), owner: z.string(), due: at })
      .exactOptional(),
  }),
  z.strictObject({ type: z.literal('deferred'), ...ofCase, reason: z.string() }),
  z.strictObject({ type: z.literal('minuted'), ...base, by, text: z.string() }),
  z.strictObject({ type: z.literal('objected'), ...ofCase, grounds: z.string() }),
  z.strictObject({
    type: z.literal('objectionAnswered'),
    ...ofCase,
    remark: z.string(),
    blame: z.strictObject(blame).exactOptional(),
  }),
  z.strictObject({ type: z.literal('closed'), ...base, by, conclusion: z.string() }),
  z.strictObject({ type: z.literal('cancelled'), ...base, by, reason: z.string() }),
  /** What was owed at `owedAt` is not there, and is asked for; `times` counts from 1. */
  z.strictObject({
    type: z.literal('asked'),
    ...base,
    thing: z.enum(wantedThings),
    owedAt: at,
    times: z.number().int(),
  }),
])
export type ReviewEvent = z.infer<typeof ReviewEvent>
export type ReviewEventOf<Type extends ReviewEvent['type']> = Extract<ReviewEvent, { type: Type }>
