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

/** Head office's instruction: the group acts on it (source rules, level-1 emergency group). */
export interface Instruction {
  readonly from: string
  readonly at: string
  readonly wording: string
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

/** A level-1 emergency as it is now: what folding its journal gives. Instants are ISO 8601 strings in UTC. */
export interface Emergency {
  readonly id: string
  readonly number: string
  readonly branch: UnitId
  readonly outlet: UnitId
  readonly policyVersion: string
  readonly status: EmergencyStatus
  readonly formedAt: string
  readonly complaints: readonly { readonly id: string; readonly number: string }[]
  readonly reasons: readonly string[]
  readonly respondents: readonly PersonId[]
  readonly roles: Readonly<Partial<Record<EmergencyRole, PersonId>>>
  readonly members: readonly PersonId[]
  readonly instruction?: Instruction
  readonly situations: readonly Situation[]
  /** When the last "update wanted" went out for the situation report now due. */
  readonly askedAt?: string
  readonly channel: { readonly id?: string; readonly name?: string; readonly archived?: true }
  readonly stoodDown?: { readonly by: PersonId; readonly at: string; readonly reason: string }
  readonly archiveWanted: boolean
  /** Whom Slack would not let into the channel: nobody is asked a second time as a substitute. */
  readonly refusedInvites: readonly PersonId[]
}
