import type { PersonId, UnitId } from '../organisation/organisation.ts'
import type { ClockCode, Level } from '../policy/pack.ts'
import type { Status } from './lifecycle.ts'

/** An instant as ISO 8601 in UTC, to the second or finer. */
export type Iso = string

/**
 * One clock of the complaint, running or stopped. When it is due is never stored: `clocks.ts` works it out from the
 * start, the level, the pauses and the pack.
 */
export interface ClockRun {
  readonly code: ClockCode
  readonly startedAt: Iso
  readonly stoppedAt?: Iso
  /** Never due before this: a level raised late makes nothing overdue at once. */
  readonly notBefore?: Iso
  /**
   * What passed before this is nobody's to call: the complaint was filed only then, its level was changed, or the customer
   * sent it back into handling. The due time stays what it is.
   */
  readonly knownSince?: Iso
  /** The reminders (`r0`, `r1`, …) and rungs (`k0`, `k1`, …) already served; each is served once. */
  readonly served: readonly string[]
  /** When somebody was last called about it, and everybody called so far: they may answer "seen". */
  readonly calledAt?: Iso
  readonly called: readonly PersonId[]
  /** The last rung on which nobody stood: the next one is climbed at once. */
  readonly gapAt?: number
  /** "Seen": no calls until then. The due time stays what it is. */
  readonly silentUntil?: Iso
}

export interface Contact {
  readonly at: Iso
  readonly by: PersonId
  readonly mode: string
  readonly reached: boolean
  readonly words?: string
  readonly mood?: string
  readonly promise?: string
  readonly promiseUntil?: Iso
  readonly nextContact?: Iso
}

export interface Findings {
  readonly by: PersonId
  readonly at: Iso
  readonly facts: string
  readonly evidence: string
  readonly records?: string
  readonly statement?: string
  readonly cause: string
  readonly fault: string
  readonly similar?: string
}

export interface Plan {
  readonly by: PersonId
  readonly at: Iso
  readonly solution: string
  readonly basis: string
  readonly compensation?: string
  readonly amount?: number
  readonly script?: string
  readonly risk?: string
}

export interface Approval {
  readonly by: PersonId
  readonly at: Iso
  readonly remark?: string
  readonly conditions?: string
}

export interface Reply {
  readonly by: PersonId
  readonly at: Iso
  readonly mode: string
  readonly summary: string
  readonly remedies: readonly string[]
  readonly response: string
  readonly letter?: string
}

export interface FollowUp {
  readonly by: PersonId
  readonly at: Iso
  readonly satisfaction: number
  readonly promiseKept: string
  readonly content: boolean
  readonly comment?: string
}

export interface Closing {
  readonly by: PersonId
  readonly at: Iso
  readonly closeType: string
  readonly outcome: string
  readonly responsibility: string
  readonly actions: readonly string[]
}

/** Why a complaint is the branch's or head office's by now. */
export interface Escalation {
  readonly at: Iso
  readonly rung: number
  readonly reason: string
  readonly by?: PersonId
}

/** A person in the complaint's channel, and the part that brought them in. */
export interface Member {
  readonly person: PersonId
  readonly why: string
}

/**
 * A complaint as it is now: what folding its journal gives. Only codes, ids, instants and scrubbed text; what identifies
 * the customer lies in the vault under the same id, and here are only its masks.
 */
export interface Complaint {
  readonly id: string
  readonly number: string
  readonly branch: UnitId
  readonly outlet: UnitId
  readonly policyVersion: string
  readonly status: Status
  readonly cycle: number

  readonly filedBy: PersonId
  /** When the customer first spoke: every limit counts from here. */
  readonly receivedAt: Iso
  readonly loggedAt: Iso
  readonly source: string
  readonly externalNumber?: string
  readonly anonymous: boolean
  readonly onBehalf: boolean
  /** Field -> mask, as the vault made it (`{ name: '张*', phone: '138****5678' }`). */
  readonly complainant: Readonly<Record<string, string>>
  /** What happened, scrubbed. */
  readonly story: string
  readonly request: string
  readonly product?: string
  readonly amount?: number
  readonly respondents: readonly PersonId[]
  readonly vulnerability: readonly string[]
  /** The ticked or counted facts that set the level. */
  readonly facts: Readonly<Record<string, number>>

  readonly level: Level
  readonly levelReasons: readonly string[]
  /** False while the level is only the pack's proposal. */
  readonly levelSet: boolean
  readonly caseType?: string
  readonly channelCode?: string
  readonly business?: string
  readonly cause?: string
  readonly sensitivity: readonly string[]
  readonly statutoryBasis?: string

  /** Who answers for it now; changes only when the next one takes over. */
  readonly owner: PersonId
  readonly triagedBy?: PersonId
  readonly dispatchedBy?: PersonId
  readonly handlingUnit?: UnitId
  readonly supportUnits: readonly UnitId[]
  /** Named by the dispatch; `handler` from the moment they take it. */
  readonly offeredTo?: PersonId
  readonly handler?: PersonId
  readonly instruction?: string
  readonly sentBack: boolean

  readonly contacts: readonly Contact[]
  readonly findings?: Findings
  readonly plan?: Plan
  readonly approval?: Approval
  readonly reply?: Reply
  readonly followUp?: FollowUp
  readonly closing?: Closing

  readonly clocks: readonly ClockRun[]
  readonly escalation?: Escalation
  readonly emergency?: string
  readonly emergencyLeader?: PersonId
  readonly emergencyMembers: readonly PersonId[]
  /** Without an id from the event that asks for it until Slack has made it. */
  readonly channel?: { readonly id?: string; readonly name?: string; readonly archived?: true }
  readonly archiveWanted: boolean
  readonly members: readonly Member[]
  /** Whom Slack would not let into the channel: nobody is asked a second time as a substitute. */
  readonly refusedInvites: readonly PersonId[]
}
