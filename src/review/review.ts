import type { PersonId, UnitId } from '../organisation/organisation.ts'
import type { AgendaItem } from './agenda-item.ts'
import type { ReviewStatus } from './lifecycle.ts'

/** Whether the bank is at fault, and how gravely: codes of the lists `responsibility`, `degree` and `penalty`. */
export interface Blame {
  readonly fault: string
  readonly degree: string
  readonly penalties: readonly string[]
}

/** What service quality proposes before and in the meeting. */
export interface Proposal extends Blame {
  readonly by: PersonId
  readonly at: string
  readonly unit: UnitId
  readonly rootCause: string
  readonly opinion?: string
}

export interface FollowingAction {
  readonly kind: string
  readonly task: string
  readonly owner: PersonId
  readonly due: string
}

/** What the meeting decided about one case, and who voted how. */
export interface Verdict extends Blame {
  readonly by: PersonId
  readonly at: string
  readonly unit: UnitId
  readonly persons: readonly PersonId[]
  readonly rootCause: string
  readonly rootCauseRemark?: string
  readonly opinion?: string
  readonly inFavour: readonly PersonId[]
  readonly against: readonly PersonId[]
  readonly abstained: readonly PersonId[]
  readonly action?: FollowingAction
}

/** The unit's objection to its verdict; once answered, `blame` is what holds where the verdict was changed. */
export interface Objection {
  readonly by: PersonId
  readonly at: string
  readonly grounds: string
  readonly answer?: {
    readonly by: PersonId
    readonly at: string
    readonly remark: string
    readonly blame?: Blame
  }
}

export interface ReviewCase extends AgendaItem {
  readonly proposal?: Proposal
  readonly verdict?: Verdict
  /** Why it goes to the next meeting instead. */
  readonly deferred?: string
  readonly objection?: Objection
}

/** What the meeting waits for when its time has come, each asked for again until it is there. */
export const wantedThings = ['attendance', 'minutes', 'answer', 'closing'] as const
export type WantedThing = (typeof wantedThings)[number]

/** A review meeting as it is now: what folding its journal gives. Instants are ISO 8601 strings in UTC. */
export interface Review {
  readonly id: string
  readonly number: string
  readonly branch: UnitId
  readonly policyVersion: string
  readonly status: ReviewStatus
  readonly kind: 'regular' | 'special'
  readonly convenedBy?: PersonId
  readonly convenedAt: string
  /** Of a regular one, for which month it stands (`2026-03`). */
  readonly month?: string
  /** When it meets, and where. */
  readonly meetsAt: string
  readonly place?: string
  readonly cases: readonly ReviewCase[]
  readonly pack?: { readonly at: string; readonly by?: PersonId }
  readonly held?: {
    readonly by: PersonId
    readonly at: string
    readonly openedAt: string
    readonly attended: readonly PersonId[]
    /** Who of them has a vote. */
    readonly voters: readonly PersonId[]
  }
  readonly minutes?: { readonly by: PersonId; readonly at: string; readonly text: string }
  readonly closing?: { readonly by: PersonId; readonly at: string; readonly conclusion: string }
  readonly cancelled?: { readonly by: PersonId; readonly at: string; readonly reason: string }
  readonly asked?: { readonly thing: WantedThing; readonly at: string; readonly times: number }
}

/** The codes of the list `responsibility` that say the bank was at fault; a part counts as fault (`DOMAIN.md` 9.7). */
const faults = ['atFault', 'partFault']

export function isFault(code: string): boolean {
  return faults.includes(code)
}

/** What holds of a case now: its verdict, as changed by the answer to the unit's objection. */
export function blameOf({ verdict, objection }: ReviewCase): Blame | undefined {
  return objection?.answer?.blame ?? verdict
}
