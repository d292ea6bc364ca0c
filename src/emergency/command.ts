import { z } from 'zod'
import { voices } from '../matter/ballot.ts'
import { clusterKinds, keepings, reportBodies } from './emergency.ts'

const said = z.string().trim().min(1)
const at = z.iso.datetime()
const people = z.array(z.string())
/** The number of a task or of a vote, as a form gives it. */
const no = z.string().regex(/^\d+$/)
const reported = { reportedTo: z.array(z.enum(reportBodies)).min(1), reportedAt: at }

/** What the complaint that became level 1 asks for: form the group now, with these facts. */
const Form = z.strictObject({
  step: z.literal('form'),
  complaint: z.string(),
  number: z.string(),
  branch: z.string(),
  outlet: z.string(),
  handlingUnit: z.string(),
  supportUnits: people.default([]),
  /** Its customer has an answer already. */
  answered: z.boolean().default(false),
  owner: z.string(),
  reasons: z.array(z.string()),
  respondents: people,
})

/** A complaint that is to be handled under an emergency, with what its rules need of it. */
export const Joining = z.strictObject({
  complaint: z.string(),
  number: z.string(),
  outlet: z.string(),
  handlingUnit: z.string(),
  owner: z.string(),
  respondents: people,
  answered: z.boolean().default(false),
})
export type Joining = z.infer<typeof Joining>

/** So many complaints about one thing: perhaps one emergency. */
const ProposeCluster = z.strictObject({
  step: z.literal('proposeCluster'),
  branch: z.string(),
  kind: z.enum(clusterKinds),
  /** The product's name, the outlet's id, or the number of the first complaint of a script. */
  about: z.string(),
  complaints: z.array(Joining).min(2),
})

/** Head office's instruction as given: who, when, and the wording or the number of its file. */
const Instruct = z.strictObject({
  step: z.literal('instruct'),
  from: said,
  givenAt: at,
  wording: said.exactOptional(),
  file: said.exactOptional(),
})

/** The members as the head wants them: who is proposed and missing here is struck, who is new is added. */
const ConfirmGroup = z.strictObject({
  step: z.literal('confirmGroup'),
  members: people.min(1),
  reason: said.exactOptional(),
})

const Appoint = z.strictObject({
  step: z.literal('appoint'),
  leader: z.string().exactOptional(),
  spokesperson: z.string().exactOptional(),
  regulatorContact: z.string().exactOptional(),
  customerContact: z.string().exactOptional(),
  scribe: z.string().exactOptional(),
  members: people.default([]),
})

const ReportSituation = z.strictObject({
  step: z.literal('situation'),
  facts: said,
  measures: said,
  media: said.exactOptional(),
  nextUpdate: at,
})

const OralReport = z.strictObject({
  step: z.literal('oralReport'),
  ...reported,
  heardBy: said,
  summary: said,
})
const WrittenReport = z.strictObject({
  step: z.literal('writtenReport'),
  ...reported,
  facts: said,
  impact: said,
  measures: said,
  media: said.exactOptional(),
  file: said.exactOptional(),
})
const DailyReport = z.strictObject({
  step: z.literal('dailyReport'),
  ...reported,
  facts: said,
  measures: said,
  media: said.exactOptional(),
  file: said.exactOptional(),
})
const FinalReport = z.strictObject({
  step: z.literal('finalReport'),
  ...reported,
  rootCause: said,
  impact: said,
  measures: said,
  lessons: said,
  file: said.exactOptional(),
})

const AssignTask = z.strictObject({
  step: z.literal('assignTask'),
  work: said,
  taskOwner: z.string(),
  taskDue: at,
})
const FinishTask = z.strictObject({ step: z.literal('finishTask'), task: no, result: said })
const TakeTask = z.strictObject({ step: z.literal('takeTask'), task: no, reason: said })
const HandTask = z.strictObject({
  step: z.literal('handTask'),
  task: no,
  taskOwner: z.string(),
  reason: said,
})

const RecordDecision = z.strictObject({
  step: z.literal('recordDecision'),
  resolved: said,
  decidedBy: z.string(),
  decidedAt: at,
})

/** What was said to a newspaper or a broadcaster, or to an authority: when, to whom, by whom, where it is kept. */
const contact = { spokenAt: at, utterance: said, speaker: z.string(), reference: said.exactOptional() }
const LogMedia = z.strictObject({ step: z.literal('logMedia'), medium: said, ...contact })
const LogRegulator = z.strictObject({ step: z.literal('logRegulator'), authority: said, ...contact })

/** The form gives the number; who reads it in Slack adds what stands behind it. */
const JoinComplaint = z.strictObject({
  step: z.literal('joinComplaint'),
  complaintNumber: said,
  joining: Joining.exactOptional(),
})

const PutToVote = z.strictObject({ step: z.literal('putToVote'), handlingPlan: said })
const CastVote = z.strictObject({
  step: z.literal('castVote'),
  ballot: no,
  voice: z.enum(voices),
  remark: said.exactOptional(),
})

/** `settled`: the incident is over, and its conditions are met. `mistake`: it was none. */
const StandDown = z.strictObject({
  step: z.literal('standDown'),
  ground: z.enum(['settled', 'mistake']).default('settled'),
  reason: said,
})
const ClosingReport = z.strictObject({
  step: z.literal('closingReport'),
  facts: said,
  rootCause: said,
  impact: said,
  lessons: said,
  file: said.exactOptional(),
})

/** A message of the channel that a member marked; its text comes scrubbed. */
const KeepMessage = z.strictObject({
  step: z.literal('keepMessage'),
  how: z.enum(keepings),
  channel: z.string(),
  ts: z.string(),
  author: z.string().exactOptional(),
  writtenAt: at,
  text: said,
})

/** What its complaints tell: the customer has an answer, or has none any more. */
const NoteAnswer = z.strictObject({
  step: z.literal('noteAnswer'),
  complaint: z.string(),
  answered: z.boolean(),
  by: z.string().exactOptional(),
  text: z.string().exactOptional(),
})

/** A complaint of it was reported upwards by word of mouth. */
const NoteOral = z.strictObject({
  step: z.literal('noteOral'),
  by: z.string(),
  reportedTo: z.array(z.string()),
  reportedAt: at,
  summary: z.string(),
})

export const EmergencyCommand = z.discriminatedUnion('step', [
  Form,
  ProposeCluster,
  z.strictObject({ step: z.literal('acceptCluster'), reason: said }),
  z.strictObject({ step: z.literal('dismissCluster'), reason: said }),
  Instruct,
  ConfirmGroup,
  Appoint,
  ReportSituation,
  OralReport,
  WrittenReport,
  DailyReport,
  FinalReport,
  AssignTask,
  FinishTask,
  TakeTask,
  HandTask,
  RecordDecision,
  LogMedia,
  LogRegulator,
  JoinComplaint,
  PutToVote,
  CastVote,
  StandDown,
  ClosingReport,
  KeepMessage,
  NoteAnswer,
  NoteOral,
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
