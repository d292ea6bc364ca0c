import { z } from 'zod'

/** The lanes of the outbox, the most urgent first. */
export const lanes = ['emergency', 'alert', 'work', 'digest'] as const
export type Lane = (typeof lanes)[number]

export const matterKinds = ['complaint', 'emergency'] as const
export type MatterKind = (typeof matterKinds)[number]

/**
 * What a private message or a post in a channel says. Codes and facts only: the words are drawn at delivery, from the
 * state as it is then and in the reader's language. Never personal data of a customer.
 */
export const noticeCodes = [
  'filed',
  'triage-wanted',
  'level-1-proposed',
  'dispatch-wanted',
  'offered',
  'returned',
  'taken',
  'approval-wanted',
  'approved',
  'sent-back',
  'replied',
  'follow-up-wanted',
  'not-content',
  'close-wanted',
  'closed',
  'relevelled',
  'escalated',
  'reminder',
  'overdue',
  'nobody-found',
  'joined',
  'invite-refused',
  'emergency-member',
  'emergency-role',
  'emergency-brief',
  'instruction-wanted',
  'instruction-recorded',
  'situation',
  'situation-wanted',
  'stood-down',
  'digest',
] as const
export type NoticeCode = (typeof noticeCodes)[number]

export const Notice = z.strictObject({
  code: z.enum(noticeCodes),
  clock: z.string().exactOptional(),
  rung: z.number().exactOptional(),
  /** The due instant that the notice speaks of. */
  due: z.string().exactOptional(),
  by: z.string().exactOptional(),
  person: z.string().exactOptional(),
  role: z.string().exactOptional(),
  reason: z.string().exactOptional(),
  remark: z.string().exactOptional(),
  /** Seconds that we were late in serving this, when it was our fault (the outage confession). */
  lateSeconds: z.number().exactOptional(),
})
export type Notice = z.infer<typeof Notice>

/** What must change outside our database. Facts in, Block Kit out; one row of the outbox each, in order per matter. */
export const Effect = z.discriminatedUnion('kind', [
  /** A direct message to one person, with the card and its buttons where `card` says so. */
  z.strictObject({ kind: z.literal('tell'), to: z.string(), notice: Notice }),
  /** A post in the matter's own channel; skipped while there is none. */
  z.strictObject({ kind: z.literal('post'), notice: Notice, pin: z.literal(true).exactOptional() }),
  z.strictObject({ kind: z.literal('openChannel'), slug: z.string() }),
  z.strictObject({ kind: z.literal('invite'), person: z.string(), why: z.string() }),
  /** Topic and pinned card of the channel show the state of now. */
  z.strictObject({ kind: z.literal('refresh') }),
  z.strictObject({ kind: z.literal('archive') }),
  /** The day's list for one person, drawn from what is open at delivery. */
  z.strictObject({ kind: z.literal('digest'), to: z.string(), day: z.string() }),
  /** The day's list of a branch in its service quality channel. */
  z.strictObject({ kind: z.literal('channelDigest'), branch: z.string(), day: z.string() }),
  /** A command for another matter, through the same door; its id makes a repetition harmless. */
  z.strictObject({
    kind: z.literal('command'),
    matter: z.enum(matterKinds),
    id: z.string(),
    command: z.record(z.string(), z.unknown()),
  }),
])
export type Effect = z.infer<typeof Effect>

export interface LanedEffect {
  readonly lane: Lane
  readonly effect: Effect
}
