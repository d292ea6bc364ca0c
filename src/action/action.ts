import type { PersonId, UnitId } from '../organisation/organisation.ts'
import type { ActionStatus } from './lifecycle.ts'

/** What the action follows from: a complaint, a verdict of a review meeting, an emergency. */
export interface Origin {
  readonly matter: 'complaint' | 'review' | 'emergency'
  readonly id: string
  readonly number: string
}

/** Which later complaints mean that the cause came back: codes of the lists `cause` and `business`, a unit. */
export interface Like {
  readonly cause: string
  readonly business?: string
  readonly unit?: UnitId
}

/** A longer time that was asked for, and the answer once there is one. */
export interface Extension {
  readonly by: PersonId
  readonly at: string
  readonly due: string
  readonly reason: string
  readonly remark?: string
  readonly answer?: {
    readonly by: PersonId
    readonly at: string
    readonly granted: boolean
    readonly remark?: string
  }
}

export interface Finish {
  readonly by: PersonId
  readonly at: string
  readonly doneAt: string
  readonly evidence: string
}

/** How many complaints with the same cause came since the action was done; whoever counted, or the machine. */
export interface Check {
  readonly by?: PersonId
  readonly at: string
  readonly count: number
  readonly numbers: readonly string[]
  readonly cameBack: boolean
  readonly remark?: string
}

/** An improvement action as it is now: what folding its journal gives. Instants are ISO 8601 strings in UTC. */
export interface Action {
  readonly id: string
  readonly number: string
  readonly branch: UnitId
  /** The unit that answers for it. */
  readonly unit: UnitId
  readonly policyVersion: string
  readonly status: ActionStatus
  readonly origin?: Origin
  /** The root cause, a code of the list `rootCause`, with what people add to it. */
  readonly rootCause: string
  readonly rootCauseRemark?: string
  /** A code of the list `action`. */
  readonly kind: string
  readonly task: string
  readonly like?: Like
  /** The staff complained about in the case it follows from: they neither own nor finish it. */
  readonly respondents: readonly PersonId[]
  readonly begunBy?: PersonId
  readonly begunAt: string
  readonly owner: PersonId
  readonly due: string
  /** From when the present due runs: begun, extended or reopened then. */
  readonly runsSince: string
  /** The reminders (`r0`, …) and rungs (`k0`, …) served for the present due; each once. */
  readonly served: readonly string[]
  readonly calledAt?: string
  /** The last rung on which nobody stood: the next one is climbed at once. */
  readonly gapAt?: number
  readonly extensions: readonly Extension[]
  readonly finishes: readonly Finish[]
  readonly checks: readonly Check[]
  /** When the check now owed was last asked for. */
  readonly checkAskedAt?: string
  readonly cancelled?: { readonly by?: PersonId; readonly at: string; readonly reason: string }
}

/** The extension that still waits for its answer. */
export function waitingExtension({ extensions }: Action): Extension | undefined {
  const last = extensions.at(-1)
  return last?.answer ? undefined : last
}
