import type { Field } from '../../matter/field.ts'
import { findAllSealed } from '../../store/vault.ts'
import type { FindingKind } from '../../vault/finding.ts'
import { type PersonalField, personalFields } from '../../vault/personal-field.ts'
import { revealField } from '../../vault/personal.ts'
import { scrub } from '../../vault/scrub.ts'
import type { Listening } from './house.ts'

/** The answers as they may be kept, and what had to be masked in them. */
export interface ScrubbedValues {
  readonly values: Readonly<Record<string, unknown>>
  readonly masked: readonly FindingKind[]
}

/** Masks what identifies somebody in every free text of a form; `known` are the customer's own values, wherever they stand. */
export function scrubValues(
  fields: readonly Field[],
  values: Readonly<Record<string, unknown>>,
  known: readonly string[],
): ScrubbedValues {
  const masked = new Set<FindingKind>()
  const entries = Object.entries(values).map(([name, value]) => {
    const isText = fields.some((field) => field.name === name && field.kind === 'text')
    if (!isText || typeof value !== 'string') return [name, value] as const
    const scrubbed = scrub(value, known)
    for (const { kind } of scrubbed.found) masked.add(kind)
    return [name, scrubbed.text] as const
  })
  return { values: Object.fromEntries(entries), masked: [...masked] }
}

/** The personal values that the vault keeps of these cases, in memory only and for this one scrubbing. */
export async function knownOf({ db, masterKey }: Listening, caseIds: readonly string[]): Promise<string[]> {
  const known: string[] = []
  for (const caseId of caseIds) {
    // oxlint-disable-next-line no-await-in-loop -- an emergency has few cases, and most steps have one
    for (const { field, wrappedKey, sealed } of await findAllSealed(db, caseId)) {
      if (isPersonal(field)) known.push(revealField(masterKey, caseId, wrappedKey, field, sealed))
    }
  }
  return known
}

function isPersonal(field: string): field is PersonalField {
  return personalFields.some((each) => each === field)
}
