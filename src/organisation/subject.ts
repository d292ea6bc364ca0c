import type { FundRung } from './matrix.ts'
import type { PersonId, UnitId } from './organisation.ts'

/** What the matrix needs to know of a case; no personal data of the customer. */
export interface Subject {
  readonly branch: UnitId
  readonly outlet: UnitId
  readonly handlingUnit?: UnitId
  readonly supportUnits?: readonly UnitId[]
  readonly level: 'L1' | 'L2' | 'L3'
  readonly filedBy: PersonId
  readonly owner?: PersonId
  readonly handler?: PersonId
  /** To whom the handler's task is offered beside the handler, such as the deputy when it was not taken in time. */
  readonly offeredTo?: readonly PersonId[]
  readonly approver?: PersonId
  /** The staff complained about: they see nothing of the case and do nothing on it. */
  readonly respondents: readonly PersonId[]
  readonly emergencyMembers?: readonly PersonId[]
  /** Whom the ladder or a dispatch brought in: they see the masked case. */
  readonly broughtIn?: readonly PersonId[]
  readonly escalatedToHeadOffice?: boolean
  readonly closedAt?: Temporal.Instant
  /** In yuan; what the reserve fund is asked for. */
  readonly amount?: number
}

/** The numbers inside the matrix, which are the policy's. */
export interface RightsLimits {
  /** For so many local days after the day of closure outlet managers and handlers may still see clear data. */
  readonly revealDaysAfterClosure: number
  /** The largest amount in yuan that each rung may approve from the reserve fund; beyond the committee's, head office. */
  readonly fundUpTo: Readonly<Record<FundRung, number>>
}

/** The defaults of `DOMAIN.md` 9.6 and 9.10. */
export const defaultLimits: RightsLimits = {
  revealDaysAfterClosure: 30,
  fundUpTo: { SBH: 500, SQO: 2_000, SQH: 10_000, COM: 100_000 },
}
