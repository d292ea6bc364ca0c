import { createSecretKey, randomBytes, type KeyObject } from 'node:crypto'
import { contextOf, decrypt, encrypt } from './aead.ts'
import type { MasterKey } from './master-key.ts'
import { VaultError } from './vault-error.ts'

/** The key that seals one complaint's personal fields. Losing its wrapped form is losing the person. */
export type DataKey = KeyObject

const VERSION = 1
const KEY_ID_BYTES = 4
const PREFIX_BYTES = 1 + KEY_ID_BYTES

/** A new data key, and its wrapped form to store: version (1 byte), master key id (4), AES-256-GCM box. */
export function createDataKey(master: MasterKey, caseId: string): { key: DataKey; wrapped: Buffer } {
  const secret = randomBytes(32)
  const prefix = Buffer.concat([Buffer.from([VERSION]), Buffer.from(master.keyId, 'hex')])
  const box = encrypt(master.wrapKey, wrapContext(master, caseId), secret)
  return { key: createSecretKey(secret), wrapped: Buffer.concat([prefix, box]) }
}

/**
 * The data key of this case. Null or empty means that it was erased. Throws `VaultError`: `erased`,
 * `unknown-format`, `other-master-key` (naming both key ids), or `unreadable` (another case's, or tampered).
 */
export function unwrapDataKey(master: MasterKey, caseId: string, wrapped: Buffer | null): DataKey {
  if (!wrapped?.length) {
    throw new VaultError(
      'erased',
      `The personal data of case ${caseId} was erased; nobody can read it again.`,
    )
  }
  if (wrapped[0] !== VERSION || wrapped.length < PREFIX_BYTES) {
    throw new VaultError(
      'unknown-format',
      `The data key of case ${caseId} starts with format ${wrapped[0]}; this version reads ${VERSION}. ` +
        'Run the version that wrote it, or a newer one.',
    )
  }
  const keyId = wrapped.subarray(1, PREFIX_BYTES).toString('hex')
  if (keyId !== master.keyId) {
    throw new VaultError(
      'other-master-key',
      `The data key of case ${caseId} is wrapped by master key ${keyId}, but ours is ${master.keyId}. ` +
        'Start with the master key that this database was written with.',
    )
  }
  const secret = decrypt(master.wrapKey, wrapContext(master, caseId), wrapped.subarray(PREFIX_BYTES))
  if (!secret) {
    throw new VaultError(
      'unreadable',
      `The data key stored for case ${caseId} does not open: it belongs to another case or was changed. ` +
        'Restore the row from a backup.',
    )
  }
  return createSecretKey(secret)
}

function wrapContext(master: MasterKey, caseId: string): Buffer {
  return contextOf('redress/data-key', String(VERSION), master.keyId, caseId)
}
