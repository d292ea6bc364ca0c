import { createCipheriv, createDecipheriv, randomBytes, type KeyObject } from 'node:crypto'

const IV_BYTES = 12
const TAG_BYTES = 16

/** AES-256-GCM with a fresh random iv. Shape: iv (12 bytes), tag (16), cipher text. */
export function encrypt(key: KeyObject, context: Buffer, clear: Buffer): Buffer {
  const iv = randomBytes(IV_BYTES)
  const cipher = createCipheriv('aes-256-gcm', key, iv, { authTagLength: TAG_BYTES }).setAAD(context)
  const text = Buffer.concat([cipher.update(clear), cipher.final()])
  return Buffer.concat([iv, cipher.getAuthTag(), text])
}

/** What `encrypt` was given, or undefined where key, context or a single bit differs. */
export function decrypt(key: KeyObject, context: Buffer, box: Buffer): Buffer | undefined {
  if (box.length < IV_BYTES + TAG_BYTES) return undefined
  const decipher = createDecipheriv('aes-256-gcm', key, box.subarray(0, IV_BYTES), {
    authTagLength: TAG_BYTES,
  })
  decipher.setAAD(context).setAuthTag(box.subarray(IV_BYTES, IV_BYTES + TAG_BYTES))
  try {
    return Buffer.concat([decipher.update(box.subarray(IV_BYTES + TAG_BYTES)), decipher.final()])
  } catch {
    return undefined
  }
}

/** The context that a box is bound to; JSON keeps ['a', 'bc'] and ['ab', 'c'] apart. */
export function contextOf(...parts: readonly string[]): Buffer {
  return Buffer.from(JSON.stringify(parts), 'utf8')
}
