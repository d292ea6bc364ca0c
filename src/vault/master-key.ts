import { createSecretKey, hkdfSync, randomBytes, type KeyObject } from 'node:crypto'
import { VaultError } from './vault-error.ts'

/**
 * The key of the house, split by HKDF-SHA256 into one key per purpose. `keyId` is public: it tells which master
 * key wrapped a data key. The two `KeyObject`s print as nothing, in a log as well as in JSON.
 */
export type MasterKey = {
  /** Eight hex digits. */
  readonly keyId: string
  readonly wrapKey: KeyObject
  readonly digestKey: KeyObject
}

const KEY_BYTES = 32
/** 32 random bytes hold fewer different values than this about never; `00…00` and `abab…` always do. */
const LEAST_DIFFERENT_BYTES = 8

const WHAT_TO_DO = 'Make one with `openssl rand -base64 32`, keep it apart from the database, and set it.'

/**
 * Which master key does this text spell? 32 bytes as hex (64 characters) or base64 or base64url (43 or 44).
 * Throws `VaultError` `bad-master-key`, which tells the length of what was seen and never the text itself.
 */
export function readMasterKey(text: string): MasterKey {
  const bytes = decode(text.trim())
  if (!bytes) {
    throw new VaultError(
      'bad-master-key',
      `The master key has ${text.trim().length} characters that do not spell ${KEY_BYTES} bytes: ` +
        `base64 takes 44 characters, hex 64. Without it no personal data can be kept. ${WHAT_TO_DO}`,
    )
  }
  if (new Set(bytes).size < LEAST_DIFFERENT_BYTES) {
    throw new VaultError(
      'bad-master-key',
      `The master key repeats the same few bytes, so anybody can guess it. ${WHAT_TO_DO}`,
    )
  }
  return {
    keyId: derive(bytes, 'key-id', 4).toString('hex'),
    wrapKey: createSecretKey(derive(bytes, 'wrap', KEY_BYTES)),
    digestKey: createSecretKey(derive(bytes, 'digest', KEY_BYTES)),
  }
}

/** A new master key as base64 text, fit for `readMasterKey`. */
export function createMasterKey(): string {
  return randomBytes(KEY_BYTES).toString('base64')
}

function decode(text: string): Buffer | undefined {
  if (/^[0-9a-f]{64}$/i.test(text)) return Buffer.from(text, 'hex')
  if (/^[\w+/-]{43}=?$/.test(text)) return Buffer.from(text, 'base64')
  return undefined
}

function derive(secret: Buffer, purpose: 'wrap' | 'digest' | 'key-id', bytes: number): Buffer {
  return Buffer.from(hkdfSync('sha256', secret, 'redress', `redress/v1/${purpose}`, bytes))
}
