import { z } from 'zod'

/** The lanes of the outbox, the most urgent first. */
export const lanes = ['emergency', 'alert', 'work', 'digest'] as const
export type Lane = (typeof lanes)[number]

export const matterKinds = ['complaint', 'emergency', 'action', 'review', 'fund'] as const
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
  'reopened',
  'withdrawn',
  'not-accepted',
  'customer-again',
  'graver-facts',
  'level-raised',
  'relevelled',
  'merged',
  'merged-in',
  'group-joined',
  'referred',
  'referral-answered',
  'leak-report-wanted',
  'leak-reported',
  'higher-review-asked',
  'higher-review-decided',
  'mediation',
  'pause-wanted',
  'pause-refused',
  'paused',
  'pause-ending',
  'pause-review',
  'resumed',
  'extension-wanted',
  'extension-granted',
  'extension-refused',
  'extended',
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
  'group-confirm-wanted',
  'emergency-struck',
  'emergency-replaced',
  'emergency-reminder',
  'emergency-overdue',
  'emergency-nobody-found',
  'emergency-report',
  'emergency-decision',
  'emergency-contact',
  'emergency-kept',
  'emergency-answer',
  'emergency-news',
  'emergency-closed',
  'task-yours',
  'task-moved',
  'task-finished',
  'complaint-joined',
  'resolution-wanted',
  'resolution-adopted',
  'resolution-rejected',
  'resolution-no-quorum',
  'closing-report-wanted',
  'cluster-proposed',
  'cluster-dismissed',
  'action-yours',
  'action-due',
  'action-overdue',
  'action-finished',
  'action-sent-back',
  'action-extension-wanted',
  'action-extended',
  'action-extension-refused',
  'action-cancelled',
  'action-check-wanted',
  'action-lasting',
  'action-came-back',
  'review-convened',
  'review-agenda',
  'review-pack',
  'review-moved',
  'review-cancelled',
  'review-wanted',
  'review-minutes',
  'review-closed',
  'review-objected',
  'verdict-told',
  'objection-answered',
  'digest',
  'fund-budget-vote-wanted',
  'fund-budget-adopted',
  'fund-budget-rejected',
  'fund-budget-no-quorum',
  'fund-requested',
  'fund-vote-wanted',
  'fund-approved',
  'fund-pay-wanted',
  'fund-sent-back',
  'fund-vote-no-quorum',
  'fund-vote-overdrawn',
  'fund-refused',
  'fund-voted-down',
  'fund-withdrawn',
  'fund-paid',
  'fund-settled',
  'fund-return-wanted',
  'fund-returned',
  'fund-reminder',
  'fund-overdue',
  'fund-warning',
  'fund-closed',
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
  /** The number of the case that it is about, where the matter is about several. */
  case: z.string().exactOptional(),
  /** The how manieth repeat. */
  count: z.number().exactOptional(),
  /** The number of a request within the matter. */
  request: z.string().exactOptional(),
  /** Money, in fen. */
  amount: z.int().exactOptional(),
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
  /** Somebody no longer belongs into the matter's channel. */
  z.strictObject({ kind: z.literal('remove'), person: z.string() }),
  /** Topic and pinned card of the channel show the state of now. */
  z.strictObject({ kind: z.literal('refresh') }),
  z.strictObject({ kind: z.literal('archive') }),
  /** The day's list for one person, drawn from what is open at delivery. */
  z.strictObject({ kind: z.literal('digest'), to: z.string(), day: z.string() }),
  /** The day's list of a branch in its service quality channel. */
  z.strictObject({ kind: z.literal('channelDigest'), branch: z.string(), day: z.string() }),
  /** Complaints like these received since then are counted, and the action that asks is told how many. */
  z.strictObject({
    kind: z.literal('countLike'),
    branch: z.string(),
    cause: z.string(),
    business: z.string().exactOptional(),
    unit: z.string().exactOptional(),
    since: z.string(),
  }),
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
