import { contextOf, decrypt, encrypt } from './aead.ts'
import type { DataKey } from './data-key.ts'
import { VaultError } from './vault-error.ts'

/** Where a sealed value belongs. It opens nowhere else. */
export type Place = { readonly caseId: string; readonly field: string }

const VERSION = 1

/**
 * This value, readable only with this key at this place. Shape: version (1 byte), AES-256-GCM box. Sealing twice
 * gives two different boxes. Lone surrogates become U+FFFD, as everywhere in UTF-8.
 */
export function seal(key: DataKey, place: Place, clear: string): Buffer {
  return Buffer.concat([Buffer.from([VERSION]), encrypt(key, sealContext(place), Buffer.from(clear, 'utf8'))])
}

/** The value in clear. Throws `VaultError` `unknown-format`, or `unreadable` for another key, place or content. */
export function open(key: DataKey, place: Place, sealed: Buffer): string {
  if (sealed[0] !== VERSION) {
    throw new VaultError(
      'unknown-format',
      `Field ${place.field} of case ${place.caseId} starts with format ${sealed[0] ?? 'none'}; ` +
        `this version reads ${VERSION}. Run the version that wrote it, or a newer one.`,
    )
  }
  const clear = decrypt(key, sealContext(place), sealed.subarray(1))
  if (!clear) {
    throw new VaultError(
      'unreadable',
      `Field ${place.field} of case ${place.caseId} does not open: it was sealed for another case or field, ` +
        'with another key, or it was changed. Restore the row from a backup.',
    )
  }
  return clear.toString('utf8')
}

function sealContext(place: Place): Buffer {
  return contextOf('redress/field', String(VERSION), place.caseId, place.field)
}
