import type { PersonId, UnitId } from '../organisation/organisation.ts'
import type { ClockCode, Level } from '../policy/pack.ts'
import type { Earlier } from './earlier.ts'
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
  /** Calendar days by which an extension lengthened its limit. */
  readonly extraDays?: number
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

/** What the customer said when they came back while it was open, or when it was reopened by that. */
export interface Added {
  readonly by: PersonId
  readonly at: Iso
  readonly receivedAt: Iso
  readonly source: string
  readonly externalNumber?: string
  /** Scrubbed. */
  readonly story: string
  readonly request: string
}

/** A closed complaint that was taken up again. */
export interface Reopening {
  readonly by: PersonId
  readonly at: Iso
  readonly receivedAt: Iso
  readonly reason?: string
  readonly newFacts: boolean
  readonly statutory: 'restarts' | 'stands' | 'met'
  /** When and how it was closed before. */
  readonly closing: Closing
}

/** An end without a solution. */
export type Ending =
  | {
      readonly kind: 'withdrawn'
      readonly by: PersonId
      readonly at: Iso
      readonly withdrawnAt: Iso
      readonly mode: string
      readonly proof: string
    }
  | {
      readonly kind: 'merged'
      readonly by: PersonId
      readonly at: Iso
      readonly toldAt?: Iso
      readonly mode?: string
    }
  | {
      readonly kind: 'notAccepted'
      readonly by: PersonId
      readonly at: Iso
      readonly reason: string
      readonly toldBy?: PersonId
      readonly toldAt?: Iso
      readonly mode?: string
    }

/** That the clocks stand still for one of the pack's reasons is asked for; service quality decides. */
export interface PauseAsked {
  readonly by: PersonId
  readonly at: Iso
  readonly code: string
  readonly until: Iso
  readonly remark: string
  readonly toldAt?: Iso
  readonly mode?: string
  readonly evidence?: string
}

/** A stretch in which clocks stand still (`DOMAIN.md` section 6). */
export interface Pause extends Omit<PauseAsked, 'by' | 'at'> {
  readonly askedBy: PersonId
  readonly grantedBy: PersonId
  readonly from: Iso
  readonly stopsStep: boolean
  readonly stopsStatutory: boolean
  /** Head office answers for the steps while it lasts. */
  readonly withHeadOffice?: true
  readonly cycle: number
  readonly served: readonly string[]
  readonly endedAt?: Iso
  /** Nobody where its time was over. */
  readonly endedBy?: PersonId
}

/** A longer statutory limit that is asked for, and from its granting on waits for the customer to be told. */
export interface ExtensionAsked {
  readonly by: PersonId
  readonly at: Iso
  readonly to: number
  readonly extraDays: number
  readonly approver: 'sqHead' | 'headOfficeSq'
  readonly reason: string
  readonly remark?: string
  readonly granted?: { readonly by: PersonId; readonly at: Iso; readonly remark?: string }
}

/** A longer statutory limit that binds: approved, and told to the customer with the new date. */
export interface Extension extends Omit<ExtensionAsked, 'granted'> {
  readonly grantedBy: PersonId
  readonly grantedAt: Iso
  readonly since: Iso
  readonly toldBy?: PersonId
  readonly toldAt?: Iso
  readonly mode?: string
  /** The local date that the customer was told. */
  readonly toldDate?: string
}

/** A complaint of one person in the group that this one speaks for. */
export interface Child extends Earlier {
  readonly representative: boolean
}

export type DeadlineKind = 'referral' | 'higherReview' | 'leak' | 'care'

/** One deadline beside the clocks, see `deadlines.ts`. */
export interface Deadline {
  /** `referral:<their number>`; of the other kinds there is one at a time, by its kind. */
  readonly id: string
  readonly kind: DeadlineKind
  readonly startedAt: Iso
  /** What passed before this is nobody's to call. */
  readonly knownSince: Iso
  /** The due that was named; without it the pack's limit counts. */
  readonly namedDue?: Iso
  readonly stoppedAt?: Iso
  readonly served: readonly string[]
  readonly calledAt?: Iso
}

/** An authority, a court or the media that took the matter up: a line of the referral ledger. */
export interface Referral {
  readonly by: PersonId
  readonly at: Iso
  readonly body: string
  readonly number: string
  readonly referredAt: Iso
  readonly namedDue?: Iso
  readonly note: string
  readonly answer?: {
    readonly by: PersonId
    readonly at: Iso
    readonly answeredAt: Iso
    readonly mode: string
    readonly summary: string
  }
}

/** One contact with an authority about the complaint. */
export interface AuthorityContact {
  readonly by: PersonId
  readonly at: Iso
  readonly body: string
  readonly direction: string
  readonly spokeAt: Iso
  readonly mode: string
  readonly note: string
}

/** The leak was reported to the authority. */
export interface LeakReport {
  readonly by: PersonId
  readonly at: Iso
  readonly body: string
  readonly reportAt: Iso
  readonly number?: string
  readonly note: string
}

/** The level above looks at the decision again. */
export interface HigherReview {
  readonly by: PersonId
  readonly at: Iso
  readonly askedAt: Iso
  readonly reason: string
  readonly reviewer: PersonId
  readonly decided?: {
    readonly at: Iso
    readonly result: string
    readonly summary: string
    readonly toldAt?: Iso
    readonly mode?: string
  }
}

export interface Mediation {
  readonly by: PersonId
  readonly at: Iso
  readonly mediator: string
  readonly offeredAt: Iso
  readonly answer: 'accepted' | 'refused'
  readonly meetsOn?: string
  readonly note?: string
  readonly ended?: {
    readonly by: PersonId
    readonly result: string
    readonly endedAt: Iso
    readonly summary: string
  }
}

/** How a vulnerable customer is spoken to, and when that is looked at again. */
export interface CarePlan {
  readonly by: PersonId
  readonly at: Iso
  readonly mode: string
  readonly helper?: string
  readonly reviewOn: string
}

/** That whoever complains for somebody else may do so was checked. */
export interface Authority {
  readonly by: PersonId
  readonly at: Iso
  readonly capacity: string
  readonly authorityKind: string
  readonly fileReference: string
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
  readonly ending?: Ending

  /** The earlier complaint that this one repeats. */
  readonly repeatOf?: Earlier & { readonly first: string; readonly count: number }
  /** How often the customer has come back with this matter, over all complaints that are linked. */
  readonly repeats?: number
  readonly additions?: readonly Added[]
  readonly reopenings?: readonly Reopening[]
  /** When the customer was first told a decision; a reopening does not change it. */
  readonly firstReplyAt?: Iso

  readonly clocks: readonly ClockRun[]
  /** The group complaint that it belongs to. */
  readonly parent?: Earlier & { readonly representative: boolean }
  readonly children?: readonly Child[]
  /** The duplicates that ended here. */
  readonly mergedFrom?: readonly Earlier[]
  /** The complaint in which this one ended. */
  readonly mergedInto?: Earlier
  readonly deadlines?: readonly Deadline[]
  readonly referrals?: readonly Referral[]
  readonly authorityContacts?: readonly AuthorityContact[]
  readonly leakReport?: LeakReport
  readonly higherReview?: HigherReview
  readonly mediations?: readonly Mediation[]
  readonly carePlan?: CarePlan
  readonly authority?: Authority
  readonly pauseAsked?: PauseAsked
  readonly pauses?: readonly Pause[]
  readonly extensionAsked?: ExtensionAsked
  readonly extensions?: readonly Extension[]
  readonly escalation?: Escalation
  readonly emergency?: string
  readonly emergencyLeader?: PersonId
  readonly emergencyMembers: readonly PersonId[]
  /** The emergencies over it whose group has gone home. */
  readonly emergenciesOver?: readonly string[]
  /** Without an id from the event that asks for it until Slack has made it. */
  readonly channel?: { readonly id?: string; readonly name?: string; readonly archived?: true }
  readonly archiveWanted: boolean
  readonly members: readonly Member[]
  /** Whom Slack would not let into the channel: nobody is asked a second time as a substitute. */
  readonly refusedInvites: readonly PersonId[]
}
