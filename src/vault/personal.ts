import { filledFields, sealableFields } from './check-personal.ts'
import { createDataKey, unwrapDataKey } from './data-key.ts'
import { normalForm, searchDigest, type DigestKind } from './digest.ts'
import type { MasterKey } from './master-key.ts'
import { maskInSlack, personalRules, type PersonalField, type PersonalValues } from './personal-field.ts'
import { open, seal } from './seal.ts'

/** A complaint's personal data as it may be stored, logged and printed: nothing in it is in clear. */
export type SealedPersonal = {
  readonly caseId: string
  readonly wrappedKey: Buffer
  readonly fields: readonly SealedField[]
  readonly digests: readonly { readonly kind: DigestKind; readonly digest: string }[]
}
/** `masked` is fit for Slack. */
export type SealedField = { readonly field: PersonalField; readonly sealed: Buffer; readonly masked: string }

/**
 * The personal values of a new complaint, sealed under a data key of its own. Blank fields are left out, the others
 * are trimmed. Imported values need not pass `checkPersonal`; too long or with control characters they throw
 * `PersonalError`.
 */
export function sealPersonal(master: MasterKey, caseId: string, values: PersonalValues): SealedPersonal {
  const { key, wrapped } = createDataKey(master, caseId)
  const fields = sealableFields(values).map(([field, value]): SealedField => ({
    field,
    sealed: seal(key, { caseId, field }, value),
    masked: maskInSlack(field, value),
  }))
  return { caseId, wrappedKey: wrapped, fields, digests: digestsOf(master, values) }
}

/**
 * One more or one corrected field of a complaint that has its data key already; undefined for a blank value, which
 * there is nothing to seal of. Throws like `unwrapDataKey`, and `PersonalError` like `sealPersonal`.
 */
export function sealField(
  master: MasterKey,
  caseId: string,
  wrappedKey: Buffer | null,
  field: PersonalField,
  value: string,
): SealedField | undefined {
  const key = unwrapDataKey(master, caseId, wrappedKey)
  const [entry] = sealableFields({ [field]: value })
  if (!entry) return undefined
  return { field, sealed: seal(key, { caseId, field }, entry[1]), masked: maskInSlack(field, entry[1]) }
}

/**
 * One field of one case in clear, for whoever has the right and gave a reason: the caller has checked and logged
 * both. Null for an erased key. Throws `VaultError` `erased`, `other-master-key`, `unknown-format`, `unreadable`.
 */
export function revealField(
  master: MasterKey,
  caseId: string,
  wrappedKey: Buffer | null,
  field: PersonalField,
  sealed: Buffer,
): string {
  return open(unwrapDataKey(master, caseId, wrappedKey), { caseId, field }, sealed)
}

/** The field as the secured view shows it (DOMAIN 8): more than Slack, less than clear. Throws like `revealField`. */
export function securedMask(
  master: MasterKey,
  caseId: string,
  wrappedKey: Buffer | null,
  field: PersonalField,
  sealed: Buffer,
): string {
  return personalRules[field].secured(revealField(master, caseId, wrappedKey, field, sealed))
}

/** By which digests can a case with these values be found again? An agent's phone counts as a phone. */
export function digestsOf(
  master: MasterKey,
  values: PersonalValues,
): readonly { readonly kind: DigestKind; readonly digest: string }[] {
  const digests = new Map<string, { kind: DigestKind; digest: string }>()
  for (const [field, value] of filledFields(values)) {
    const kind = personalRules[field].digest
    if (!kind || !normalForm(kind, value)) continue
    const digest = searchDigest(master, kind, value)
    digests.set(digest, { kind, digest })
  }
  return [...digests.values()]
}
