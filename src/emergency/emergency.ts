import type { Ballot, BallotOutcome, Voice } from '../matter/ballot.ts'
import type { PersonId, UnitId } from '../organisation/organisation.ts'
import type { EmergencyStatus } from './lifecycle.ts'

/** The named parts in a level-1 emergency group; everybody else is a member. */
export const emergencyRoles = [
  'leader',
  'spokesperson',
  'regulatorContact',
  'customerContact',
  'scribe',
] as const
export type EmergencyRole = (typeof emergencyRoles)[number]

/** Who is reported to (`DOMAIN.md` 9.2), and the reports in their order. */
export const reportBodies = ['committee', 'headOffice'] as const
export type ReportBody = (typeof reportBodies)[number]
export const reportKinds = ['oral', 'written', 'daily', 'final'] as const
export type ReportKind = (typeof reportKinds)[number]

/** What complaints may have in common: the product, the outlet, or the wording. */
export const clusterKinds = ['product', 'outlet', 'script'] as const
export type ClusterKind = (typeof clusterKinds)[number]

/** How a message of the channel came into the timeline. */
export const keepings = ['reaction', 'pin'] as const
export type Keeping = (typeof keepings)[number]

/** What runs towards a due in an emergency; the situation reports, which name their own next time, apart. */
export const emergencyClocks = [
  'emergencyConfirm',
  'emergencyOral',
  'emergencyWritten',
  'emergencyDaily',
  'emergencyFinal',
  'emergencyTask',
  'emergencyVote',
  'emergencyClosing',
] as const
export type EmergencyClock = (typeof emergencyClocks)[number]

/** Head office's instruction: the group acts on it (source rules, level-1 emergency group). */
export interface Instruction {
  readonly from: string
  readonly at: string
  readonly wording?: string
  /** The number of the file that holds it. */
  readonly file?: string
  readonly recordedBy: PersonId
}

export interface Situation {
  readonly by: PersonId
  readonly at: string
  readonly facts: string
  readonly measures: string
  readonly media?: string
  readonly nextUpdate: string
}

/** A complaint that is handled under the emergency. */
export interface CoveredComplaint {
  readonly id: string
  readonly number: string
  readonly outlet?: UnitId
  readonly unit?: UnitId
  readonly respondents?: readonly PersonId[]
  /** When its customer had an answer, or it ended without one; absent while one is owed. */
  readonly answeredAt?: string
}

/** A report to the committee or to head office, as it was recorded. */
export interface UpwardReport {
  readonly kind: ReportKind
  readonly by: PersonId
  readonly at: string
  readonly reportedTo: readonly ReportBody[]
  readonly reportedAt: string
  /** What it said in short: the oral summary, the facts, or the cause. */
  readonly gist: string
  readonly file?: string
}

export interface Task {
  readonly no: number
  readonly work: string
  readonly owner: PersonId
  readonly by: PersonId
  /** When its owner of now got it. */
  readonly since: string
  readonly due: string
  /** Its owner goes on with it when the group has gone. */
  readonly handedOver?: true
  readonly done?: { readonly by: PersonId; readonly at: string; readonly result: string }
}

export interface Decision {
  readonly by: PersonId
  readonly at: string
  readonly resolved: string
  readonly decidedBy: PersonId
  readonly decidedAt: string
}

/** What was said to the media or to an authority. */
export interface OutsideContact {
  readonly kind: 'media' | 'authority'
  readonly by: PersonId
  readonly at: string
  readonly with: string
  readonly spokenAt: string
  readonly utterance: string
  readonly speaker: PersonId
  readonly reference?: string
}

/** Our own copy of a message of the channel, scrubbed. */
export interface KeptMessage {
  readonly by: PersonId
  readonly at: string
  readonly how: Keeping
  readonly ts: string
  readonly author?: PersonId
  readonly writtenAt: string
  readonly text: string
}

/** What a complaint told its emergency about its customer. */
export interface Answer {
  readonly at: string
  readonly number: string
  readonly by?: PersonId
  readonly text: string
}

/** The committee's vote on the handling plan. */
export interface PlanBallot extends Ballot {
  readonly no: number
  readonly by: PersonId
  readonly at: string
  readonly plan: string
  readonly votes: readonly {
    readonly by: PersonId
    readonly seat: PersonId
    readonly at: string
    readonly voice: Voice
    readonly remark?: string
  }[]
  readonly outcome?: BallotOutcome
  readonly closedAt?: string
}

/** What the calls of one clock have served. */
export interface Served {
  readonly marks: readonly string[]
  readonly calledAt?: string
  /** The last rung on which nobody stood: the next one is climbed at once. */
  readonly gapAt?: number
}

/** A level-1 emergency as it is now: what folding its journal gives. Instants are ISO 8601 strings in UTC. */
export interface Emergency {
  readonly id: string
  readonly number: string
  readonly branch: UnitId
  readonly outlet: UnitId
  readonly policyVersion: string
  readonly status: EmergencyStatus
  readonly formedAt: string
  readonly complaints: readonly CoveredComplaint[]
  readonly cluster?: { readonly kind: ClusterKind; readonly about: string }
  readonly dismissed?: { readonly by: PersonId; readonly at: string; readonly reason: string }
  readonly reasons: readonly string[]
  readonly respondents: readonly PersonId[]
  readonly roles: Readonly<Partial<Record<EmergencyRole, PersonId>>>
  readonly members: readonly PersonId[]
  readonly confirmed?: { readonly by: PersonId; readonly at: string }
  readonly instruction?: Instruction
  readonly situations: readonly Situation[]
  readonly reports?: readonly UpwardReport[]
  readonly tasks?: readonly Task[]
  readonly decisions?: readonly Decision[]
  readonly contacts?: readonly OutsideContact[]
  readonly kept?: readonly KeptMessage[]
  readonly answers?: readonly Answer[]
  readonly ballots?: readonly PlanBallot[]
  readonly served?: Readonly<Record<string, Served>>
  /** When the last "update wanted" went out for the situation report now due. */
  readonly askedAt?: string
  readonly channel: { readonly id?: string; readonly name?: string; readonly archived?: true }
  readonly stoodDown?: {
    readonly by: PersonId
    readonly at: string
    readonly reason: string
    readonly ground?: 'settled' | 'mistake'
  }
  readonly closing?: {
    readonly by: PersonId
    readonly at: string
    readonly facts: string
    readonly rootCause: string
    readonly impact: string
    readonly lessons: string
    readonly file?: string
  }
  readonly archiveWanted: boolean
  /** Whom Slack would not let into the channel: nobody is asked a second time as a substitute. */
  readonly refusedInvites: readonly PersonId[]
}
