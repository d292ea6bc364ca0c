import type { PersonId, UnitId } from '../organisation/organisation.ts'
import type { Level } from '../policy/pack.ts'
import type { Posting } from './ledger.ts'
import type { FundStatus, RequestStatus } from './lifecycle.ts'
import type { Fen } from './money.ts'
import { ballotOutcomes, type Voice } from '../matter/ballot.ts'

/** An instant as ISO 8601 in UTC. */
type Iso = string

/** The calls already made about something that waits: each reminder (`r0`) and each rung (`k0`, `k1`, …) is served once. */
export interface Served {
  readonly marks: readonly string[]
  readonly calledAt?: Iso
}

/** Something that waits since then; when it is due is worked out from the rules, never stored. */
export interface Wait extends Served {
  readonly since: Iso
}

/** The complaint that money is asked for, as it was when it was asked. */
export interface About {
  readonly complaint: string
  readonly number: string
  readonly outlet: UnitId
  readonly handlingUnit?: UnitId
  readonly handler?: PersonId
  readonly level: Level
  readonly respondents: readonly PersonId[]
}

/** What was paid before in a case of the same kind: shown to whoever decides. */
export interface LikeUse {
  readonly number: string
  readonly amount: Fen
  readonly at: Iso
}

/** How a vote may end; the last where what it was about was taken back. */
export const outcomes = [...ballotOutcomes, 'withdrawn'] as const
export type BallotOutcome = (typeof outcomes)[number]

/** A vote of the committee. `electors` are the seats it had when the vote was opened, without those who are partial. */
export interface Ballot {
  readonly no: number
  readonly on:
    | { readonly kind: 'budget'; readonly amount: Fen }
    | { readonly kind: 'request'; readonly request: number }
  readonly electors: readonly PersonId[]
  /** `seat` is the elector, `by` the same person or who stands in. */
  readonly votes: readonly {
    readonly by: PersonId
    readonly seat: PersonId
    readonly at: Iso
    readonly voice: Voice
    readonly remark?: string
  }[]
  readonly wait: Wait
  readonly outcome?: BallotOutcome
}

export interface FundRequest {
  readonly no: number
  /** `F2026-007`: the seventh request of the fund of 2026. */
  readonly number: string
  readonly status: RequestStatus
  readonly by: PersonId
  readonly at: Iso
  readonly about: About
  /** A code of the list `compensation`. */
  readonly kind: string
  readonly amount: Fen
  readonly purpose: string
  /** Masked, as the vault made it. */
  readonly payee: string
  /** Where the signed agreement lies. */
  readonly agreement: string
  /** A code of the list `responsibility`. */
  readonly fault?: string
  readonly likeUses: readonly LikeUse[]
  /** Absent while nobody's step is owed: during a vote, after a sending back, at the end. */
  readonly wait?: Wait
  /** Who approved it: one person, or everybody who voted. */
  readonly approvers: readonly PersonId[]
  /** Why it was sent back, refused or withdrawn. */
  readonly remark?: string
  readonly payment?: {
    readonly by: PersonId
    readonly at: Iso
    readonly paidAt: Iso
    readonly key: string
    readonly reference: string
  }
  readonly settlement?: {
    readonly by: PersonId
    readonly at: Iso
    readonly receipt: string
    readonly used: Fen
  }
  readonly returns: readonly {
    readonly by: PersonId
    readonly at: Iso
    readonly key: string
    readonly amount: Fen
    readonly reference: string
  }[]
}

/** The risk reserve fund of one branch and year as it is now: what folding its journal gives. */
export interface Fund {
  readonly id: string
  /** `F2026`. */
  readonly number: string
  readonly branch: UnitId
  readonly year: number
  readonly policyVersion: string
  readonly status: FundStatus
  /** The budget last proposed, with the standard by which the money may be used. */
  readonly proposal: {
    readonly by: PersonId
    readonly at: Iso
    readonly amount: Fen
    readonly standard: string
  }
  /** The budget in force; 0 until the committee has adopted one. */
  readonly budget: Fen
  readonly ballots: readonly Ballot[]
  readonly requests: readonly FundRequest[]
  /** Only ever grows; every balance is its sum. */
  readonly ledger: readonly Posting[]
  /** The budget of which the warning was given. */
  readonly warnedOf?: Fen
  /** The calls to close the year. */
  readonly closing: Served
  readonly closed?: { readonly by: PersonId; readonly at: Iso; readonly remark?: string }
}
