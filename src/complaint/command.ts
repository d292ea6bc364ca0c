import { z } from 'zod'
import { Earlier } from './earlier.ts'
import { Attach } from './step/attach.ts'
import { Approve } from './step/approve.ts'
import { Close } from './step/close.ts'
import { Contact } from './step/contact.ts'
import { Dispatch } from './step/dispatch.ts'
import { Escalate } from './step/escalate.ts'
import { File } from './step/file.ts'
import { FollowUp } from './step/follow-up.ts'
import { Investigate } from './step/investigate.ts'
import { Propose } from './step/propose.ts'
import { Relevel } from './step/relevel.ts'
import { NotAccept } from './step/not-accept.ts'
import { Withdraw } from './step/withdraw.ts'
import { Reopen } from './step/reopen.ts'
import { Reply } from './step/reply.ts'
import { ReportUp } from './step/report-up.ts'
import { Seen } from './step/seen.ts'
import { SendBack } from './step/send-back.ts'
import { Take } from './step/take.ts'
import { Pause } from './step/pause.ts'
import { DecidePause } from './step/decide-pause.ts'
import { Resume } from './step/resume.ts'
import { Extend } from './step/extend.ts'
import { DecideExtension } from './step/decide-extension.ts'
import { TellExtension } from './step/tell-extension.ts'
import { SolveOnSpot } from './step/solve-on-spot.ts'
import { Refer } from './step/refer.ts'
import { AnswerReferral } from './step/answer-referral.ts'
import { LogAuthority } from './step/log-authority.ts'
import { ReportLeak } from './step/report-leak.ts'
import { AskReview } from './step/ask-review.ts'
import { DecideReview } from './step/decide-review.ts'
import { Mediate } from './step/mediate.ts'
import { EndMediation } from './step/end-mediation.ts'
import { Care } from './step/care.ts'
import { Authorise } from './step/authorise.ts'
import { AddChild } from './step/add-child.ts'
import { Merge } from './step/merge.ts'
import { Triage } from './step/triage.ts'

/** What the machine tells the complaint about consequences outside: Slack made the channel, an emergency was formed. */
const Note = z.discriminatedUnion('step', [
  z.strictObject({ step: z.literal('noteChannel'), channel: z.string(), name: z.string() }),
  z.strictObject({ step: z.literal('noteInviteRefused'), person: z.string(), error: z.string() }),
  z.strictObject({ step: z.literal('noteArchived') }),
  /** Slack no longer lets us into this channel: it was deleted, archived by hand, or we were removed from it. */
  z.strictObject({ step: z.literal('noteChannelLost'), channel: z.string() }),
  z.strictObject({
    step: z.literal('noteEmergency'),
    emergency: z.string(),
    leader: z.string().exactOptional(),
    members: z.array(z.string()),
  }),
  z.strictObject({ step: z.literal('noteInstruction'), emergency: z.string() }),
  /** A duplicate ended here. What was said in it stays in it; nothing that a customer told goes through the outbox. */
  z.strictObject({
    step: z.literal('noteMerged'),
    from: Earlier,
    by: z.string(),
    facts: z.record(z.string(), z.number()),
  }),
  /** A group complaint counts this one to its group. */
  z.strictObject({
    step: z.literal('noteParent'),
    by: z.string(),
    parent: Earlier,
    representative: z.boolean(),
  }),
  z.strictObject({ step: z.literal('noteStoodDown'), emergency: z.string() }),
  /** The situation of the emergency, or the answer that another of its complaints got: `from` is that one's number. */
  z.strictObject({
    step: z.literal('noteNews'),
    emergency: z.string(),
    number: z.string(),
    text: z.string(),
    by: z.string().exactOptional(),
    from: z.string().exactOptional(),
  }),
  /** The emergency group has reported upwards for all of its complaints. */
  z.strictObject({
    step: z.literal('noteReportedUp'),
    by: z.string(),
    reportedTo: z.array(z.string()),
    reportAt: z.iso.datetime(),
    note: z.string(),
  }),
])
export type Note = z.infer<typeof Note>

const Tick = z.strictObject({ step: z.literal('tick') })

/** Everything that can be asked of a complaint: one entry a step. */
export const Command = z.discriminatedUnion('step', [
  File,
  Attach,
  Triage,
  Dispatch,
  Take,
  SendBack,
  Contact,
  Investigate,
  Propose,
  Approve,
  Reply,
  FollowUp,
  Close,
  Reopen,
  Withdraw,
  NotAccept,
  Merge,
  AddChild,
  SolveOnSpot,
  Refer,
  AnswerReferral,
  LogAuthority,
  ReportLeak,
  AskReview,
  DecideReview,
  Mediate,
  EndMediation,
  Care,
  Authorise,
  Pause,
  DecidePause,
  Resume,
  Extend,
  DecideExtension,
  TellExtension,
  ReportUp,
  Relevel,
  Escalate,
  Seen,
  Tick,
  ...Note.options,
])
export type Command = z.infer<typeof Command>
export type CommandOf<Step extends Command['step']> = Extract<Command, { step: Step }>
