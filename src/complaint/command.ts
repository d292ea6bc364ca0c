import { z } from 'zod'
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
import { Reply } from './step/reply.ts'
import { ReportUp } from './step/report-up.ts'
import { Seen } from './step/seen.ts'
import { SendBack } from './step/send-back.ts'
import { Take } from './step/take.ts'
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
  z.strictObject({ step: z.literal('noteStoodDown'), emergency: z.string() }),
])
export type Note = z.infer<typeof Note>

const Tick = z.strictObject({ step: z.literal('tick') })

/** Everything that can be asked of a complaint: one entry a step. */
export const Command = z.discriminatedUnion('step', [
  File,
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
  ReportUp,
  Relevel,
  Escalate,
  Seen,
  Tick,
  ...Note.options,
])
export type Command = z.infer<typeof Command>
export type CommandOf<Step extends Command['step']> = Extract<Command, { step: Step }>
