import type { ColumnType, Generated } from 'kysely'
import type { ActionStatus } from '../action/lifecycle.ts'
import type { MatterKind } from '../matter/effect.ts'
import type { Level } from '../policy/pack.ts'
import type { ReviewStatus } from '../review/lifecycle.ts'

/** An instant column: read as `Temporal.Instant`, written as its ISO string. */
type At = ColumnType<Temporal.Instant, string, string>
type MaybeAt = ColumnType<Temporal.Instant | null, string | null, string | null>
/** A jsonb column: read as unknown (parse it), written as JSON text. */
type Json = ColumnType<unknown, string, string>

export interface MatterTable {
  kind: MatterKind
  id: string
  state: Json
  policy_version: string
  alarm_at: MaybeAt
  alarm_claimed_until: MaybeAt
  journal_seq: number
  journal_hash: string
}

export interface JournalTable {
  kind: MatterKind
  id: string
  seq: number
  at: At
  actor: Json
  policy_version: string
  event: Json
  previous_hash: string
  hash: string
  form: string | null
}

export interface OutboxTable {
  id: Generated<string>
  stream: string
  lane: number
  effect: ColumnType<unknown, string, string>
  key: string | null
  put_at: At
  due_at: At
  claimed_until: MaybeAt
  attempts: Generated<number>
  waits: Generated<number>
  last_error: string | null
  done_at: MaybeAt
  set_aside_at: MaybeAt
}

export interface ComplaintTable {
  id: string
  number: string
  branch: string
  outlet: string
  handling_unit: string | null
  level: Level
  status: string
  source: string
  business: string | null
  cause: string | null
  owner: string
  handler: string | null
  filed_by: string
  awaited: string[]
  respondents: string[]
  received_at: At
  logged_at: At
  closed_at: MaybeAt
  next_due: MaybeAt
  next_clock: string | null
  statutory_due: MaybeAt
  rung: number
}

export interface EmergencyTable {
  id: string
  number: string
  branch: string
  status: string
  formed_at: At
  members: string[]
}

export interface ActionTable {
  id: string
  number: string
  branch: string
  unit: string
  status: ActionStatus
  owner: string
  root_cause: string
  kind: string
  origin_matter: string | null
  origin_id: string | null
  begun_at: At
  due_at: MaybeAt
  finished_at: MaybeAt
  came_back: number
  rung: number
  awaited: string[]
}

export interface ReviewTable {
  id: string
  number: string
  branch: string
  status: ReviewStatus
  kind: 'regular' | 'special'
  meets_at: At
  held_at: MaybeAt
  closed_at: MaybeAt
  due_at: MaybeAt
  complaints: string[]
  units: string[]
  awaited: string[]
}

/** Money in fen; `bigint` comes back as text. */
type Fen = ColumnType<string, number, number>

export interface FundTable {
  id: string
  number: string
  branch: string
  year: number
  status: string
  budget: Fen
  available: Fen
  reserved: Fen
  advanced: Fen
  spent: Fen
  awaited: string[]
  next_due: MaybeAt
}

export interface Database {
  matter: MatterTable
  journal: JournalTable
  outbox: OutboxTable
  outbox_next: OutboxTable
  number_series: { branch: string; year: number; prefix: string; last: number }
  complaint: ComplaintTable
  emergency: EmergencyTable
  fund: FundTable
  action: ActionTable
  review: ReviewTable
  policy_pack: { version: string; effective_from: string; document: Json; holidays: Json; stored_at: At }
  organisation: { revision: Generated<number>; document: Json; imported_at: At; imported_by: string }
  duty: { name: string; done_at: At }
  person_slack: {
    person: string
    slack_user: string
    language: 'zh-CN' | 'en'
    time_zone: string
    checked_at: At
  }
  slack_message: {
    outbox_id: string
    stream: string
    part: 'card' | 'notice' | 'post' | 'digest'
    channel: string
    ts: string
    posted_at: At
  }
  branch_channel: { branch: string; channel: string; name: string }
  vault_key: { case_id: string; wrapped_key: Buffer | null }
  vault_field: { case_id: string; field: string; sealed: Buffer }
  vault_digest: { case_id: string; kind: string; digest: string }
  access_log: {
    id: Generated<string>
    at: At
    person: string
    case_id: string
    field: string
    reason: string
    remark: string | null
  }
}
