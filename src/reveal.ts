import type { Kysely } from 'kysely'
import type { Complaint } from './complaint/complaint.ts'
import { rightsLimits } from './complaint/rights-limits.ts'
import { subjectOf } from './complaint/subject.ts'
import type { InForce } from './in-force.ts'
import { Refusal } from './matter/refusal.ts'
import { isRecused, mayDo } from './organisation/rights.ts'
import type { Database } from './store/database.ts'
import { findState } from './store/find-complaints.ts'
import { findSealed, logAccess } from './store/vault.ts'
import type { MasterKey } from './vault/master-key.ts'
import { type PersonalField, personalFields } from './vault/personal-field.ts'
import { revealField } from './vault/personal.ts'

export interface RevealHouse {
  readonly db: Kysely<Database>
  readonly inForce: InForce
  readonly now: () => Temporal.Instant
  readonly masterKey: MasterKey
}

export interface RevealAsked {
  readonly caseId: string
  readonly field: string
  readonly by: string
  /** A code of the pack's list `revealReason`. */
  readonly reason: string
  readonly remark?: string
}

/**
 * One personal field of one case in clear: right, reason, line in the access log, and only then the value. Throws
 * `Refusal` for who may not, for what is not there (or was erased) and for an unknown reason; a refusal shows and logs nothing.
 */
export type Reveal = (asked: RevealAsked) => Promise<string>

export function createReveal({ db, inForce, now, masterKey }: RevealHouse): Reveal {
  return async function reveal({ caseId, field, by, reason, remark }) {
    const complaint = (await findState(db, 'complaint', caseId)) as Complaint | undefined
    if (!complaint) throw new Refusal('not-found')
    const [organisation, { pack }] = await Promise.all([
      inForce.organisation(),
      inForce.rulebook(complaint.policyVersion),
    ])
    const subject = subjectOf(complaint)
    if (isRecused(by, subject)) throw new Refusal('recused', { person: by })
    if (!mayDo(organisation, by, 'reveal', subject, now(), rightsLimits(pack))) throw new Refusal('not-you')
    if (!pack.lists.revealReason.some(({ code }) => code === reason))
      throw new Refusal('unknown-choice', { list: 'revealReason', code: reason })
    const sealed = isPersonalField(field) ? await findSealed(db, caseId, field) : undefined
    if (!sealed?.wrappedKey || !isPersonalField(field)) throw new Refusal('not-found')
    await logAccess(db, { person: by, caseId, field, reason, ...(remark && { remark }) }, now())
    return revealField(masterKey, caseId, sealed.wrappedKey, field, sealed.sealed)
  }
}

function isPersonalField(field: string): field is PersonalField {
  return (personalFields as readonly string[]).includes(field)
}
