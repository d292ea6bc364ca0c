import { z } from 'zod'

/** What the complaint that became level 1 asks for: form the group now, with these facts. */
const Form = z.strictObject({
  step: z.literal('form'),
  complaint: z.string(),
  number: z.string(),
  branch: z.string(),
  outlet: z.string(),
  handlingUnit: z.string(),
  owner: z.string(),
  reasons: z.array(z.string()),
  respondents: z.array(z.string()),
})

/** Head office's instruction as given: who, when, the wording. */
const Instruct = z.strictObject({
  step: z.literal('instruct'),
  from: z.string().trim().min(1),
  givenAt: z.iso.datetime(),
  wording: z.string().trim().min(1),
})

const Appoint = z.strictObject({
  step: z.literal('appoint'),
  leader: z.string().exactOptional(),
  spokesperson: z.string().exactOptional(),
  regulatorContact: z.string().exactOptional(),
  customerContact: z.string().exactOptional(),
  scribe: z.string().exactOptional(),
  members: z.array(z.string()).default([]),
})

const ReportSituation = z.strictObject({
  step: z.literal('situation'),
  facts: z.string().trim().min(1),
  measures: z.string().trim().min(1),
  media: z.string().trim().min(1).exactOptional(),
  nextUpdate: z.iso.datetime(),
})

const StandDown = z.strictObject({ step: z.literal('standDown'), reason: z.string().trim().min(1) })

export const EmergencyCommand = z.discriminatedUnion('step', [
  Form,
  Instruct,
  Appoint,
  ReportSituation,
  StandDown,
  z.strictObject({ step: z.literal('tick') }),
  z.strictObject({ step: z.literal('noteChannel'), channel: z.string(), name: z.string() }),
  z.strictObject({ step: z.literal('noteInviteRefused'), person: z.string(), error: z.string() }),
  z.strictObject({ step: z.literal('noteArchived') }),
  /** As of a complaint: Slack no longer lets us into this channel. */
  z.strictObject({ step: z.literal('noteChannelLost'), channel: z.string() }),
])
export type EmergencyCommand = z.infer<typeof EmergencyCommand>
export type EmergencyCommandOf<Step extends EmergencyCommand['step']> = Extract<
  EmergencyCommand,
  { step: Step }
>
