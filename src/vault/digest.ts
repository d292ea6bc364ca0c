import { createHmac } from 'node:crypto'
import { longIdNumber } from './check-digit.ts'
import { SEPARATOR } from './fold.ts'
import type { MasterKey } from './master-key.ts'
import { VaultError } from './vault-error.ts'

export type DigestKind = 'phone' | 'idNumber' | 'card' | 'email' | 'name'

const SEPARATORS = new RegExp(`[\\s()]|${SEPARATOR}`, 'g')

/**
 * By which digest are equal values found without reading them? HMAC-SHA256 over kind and normal form, base64url.
 * It stays on the server: DOMAIN 3.2 forbids showing it in place of a mask.
 * Throws `VaultError` `nothing-to-search` where the value holds nothing but separators.
 */
export function searchDigest(master: MasterKey, kind: DigestKind, value: string): string {
  const normal = normalForm(kind, value)
  if (!normal) {
    throw new VaultError(
      'nothing-to-search',
      `The ${kind} to look for has no letter or digit in it (${value.length} characters). Ask for the whole value.`,
    )
  }
  return createHmac('sha256', master.digestKey).update(`${kind}\n${normal}`).digest('base64url')
}

const NORMAL_FORMS: Readonly<Record<DigestKind, (half: string) => string>> = {
  phone: normalPhone,
  idNumber: (half) => longIdNumber(half.replace(SEPARATORS, '').toUpperCase()),
  card: (half) => half.replace(/\D/g, ''),
  email: (half) => half.replace(/\s/g, '').toLowerCase(),
  name: (half) => half.replace(SEPARATORS, '').toLowerCase(),
}

/** The one spelling that all spellings of a value share; empty where there is nothing left of it. */
export function normalForm(kind: DigestKind, value: string): string {
  return NORMAL_FORMS[kind](value.normalize('NFKC'))
}

/** National form: a mobile number has 11 digits, a landline its area code with the 0. Others keep their code. */
function normalPhone(half: string): string {
  const marked = half.replace(/[^\d+]/g, '').replace(/^00/, '+')
  const digits = marked.replace(/\+/g, '')
  if (/^86(?:0?1[3-9]\d{9})$/.test(digits)) return digits.slice(-11)
  if (/^01[3-9]\d{9}$/.test(digits)) return digits.slice(1)
  if (!marked.startsWith('+')) return digits
  return digits.startsWith('86') ? `0${digits.slice(2).replace(/^0/, '')}` : `+${digits}`
}
