// Every person and number here is invented; those with a check digit were made to pass it.
import * as fc from 'fast-check'
import { inspect } from 'node:util'
import { expect, test } from 'vitest'
import { createDataKey, unwrapDataKey } from '../../src/vault/data-key.ts'
import { createMasterKey, readMasterKey } from '../../src/vault/master-key.ts'
import { open, seal } from '../../src/vault/seal.ts'
import { VaultError } from '../../src/vault/vault-error.ts'

const HEX = '000102030405060708090a0b0c0d0e0f101112131415161718191a1b1c1d1e1f'
const master = readMasterKey(HEX)
const place = { caseId: '2026-00001', field: 'name' }

function codeOf(action: () => unknown): string {
  try {
    action()
  } catch (error) {
    if (error instanceof VaultError) return error.code
    throw error
  }
  return 'nothing thrown'
}

function flip(box: Buffer, at: number): Buffer {
  const changed = Buffer.from(box)
  changed[at % box.length] = (changed[at % box.length] ?? 0) ^ 1
  return changed
}

test.each([
  ['hex', HEX],
  ['hex in capitals', HEX.toUpperCase()],
  ['base64', Buffer.from(HEX, 'hex').toString('base64')],
  ['base64url without padding', Buffer.from(HEX, 'hex').toString('base64url')],
  ['base64 with the line end of a file', `${Buffer.from(HEX, 'hex').toString('base64')}\n`],
])('the same master key is read from %s', (_, text) => {
  expect(readMasterKey(text).keyId).toBe(master.keyId)
})

test('a new master key can be read, and no two are alike', () => {
  const one = readMasterKey(createMasterKey())
  const other = readMasterKey(createMasterKey())
  expect(one.keyId).toMatch(/^[0-9a-f]{8}$/)
  expect(one.keyId).not.toBe(other.keyId)
})

test.each([
  ['a word', 'correct-horse-battery'],
  ['31 bytes of hex', HEX.slice(2)],
  ['33 bytes of base64', Buffer.alloc(33, 'x1y2z3').toString('base64')],
  ['hex with a stray letter', `g${HEX.slice(1)}`],
])('a master key that is %s is refused by its length and never quoted', (_, text) => {
  const refused = () => readMasterKey(text)
  expect(codeOf(refused)).toBe('bad-master-key')
  expect(refused).toThrow(`has ${text.length} characters`)
  expect(refused).toThrow('openssl rand -base64 32')
  expect(refused).not.toThrow(text)
})

test('an empty master key is refused', () => {
  expect(codeOf(() => readMasterKey(' '))).toBe('bad-master-key')
})

test.each(['00'.repeat(32), 'ab12'.repeat(16)])('a master key of repeated bytes is refused', (text) => {
  expect(codeOf(() => readMasterKey(text))).toBe('bad-master-key')
})

test('neither a master key nor a data key shows itself when it is printed', () => {
  const { key } = createDataKey(master, '2026-00001')
  const secrets = [master.wrapKey, master.digestKey, key].map((one) => one.export())
  for (const printed of [master, key].map(
    (one) => inspect(one, { depth: 9, showHidden: true }) + JSON.stringify(one),
  )) {
    for (const secret of [Buffer.from(HEX, 'hex'), ...secrets]) {
      expect(printed).not.toContain(secret.toString('hex'))
      expect(printed).not.toContain(secret.toString('base64'))
      expect(printed).not.toContain(secret.subarray(0, 4).join(', '))
      expect(printed).not.toContain(secret.subarray(0, 4).toString('hex').match(/../g)?.join(' '))
    }
  }
})

test('the two purposes have different keys', () => {
  expect(master.wrapKey.equals(master.digestKey)).toBe(false)
})

test('a data key comes back from its wrapped form, which names the master key and hides the secret', () => {
  const { key, wrapped } = createDataKey(master, '2026-00001')
  expect(unwrapDataKey(master, '2026-00001', wrapped).equals(key)).toBe(true)
  expect(wrapped[0]).toBe(1)
  expect(wrapped.subarray(1, 5).toString('hex')).toBe(master.keyId)
  expect(wrapped.includes(key.export())).toBe(false)
})

test('each case has a data key of its own', () => {
  expect(createDataKey(master, '2026-00001').key.equals(createDataKey(master, '2026-00001').key)).toBe(false)
})

test('a wrapped data key opens for no other case', () => {
  const { wrapped } = createDataKey(master, '2026-00001')
  expect(codeOf(() => unwrapDataKey(master, '2026-00002', wrapped))).toBe('unreadable')
})

test('another master key is told apart by its id, and both ids are named', () => {
  const { wrapped } = createDataKey(master, '2026-00001')
  const other = readMasterKey(createMasterKey())
  const refused = () => unwrapDataKey(other, '2026-00001', wrapped)
  expect(codeOf(refused)).toBe('other-master-key')
  expect(refused).toThrow(master.keyId)
  expect(refused).toThrow(other.keyId)
})

test.each([null, Buffer.alloc(0)])('an erased data key makes the case unreadable for good', (wrapped) => {
  expect(codeOf(() => unwrapDataKey(master, '2026-00001', wrapped))).toBe('erased')
})

test('no changed bit of a wrapped data key goes unnoticed', () => {
  const { wrapped } = createDataKey(master, '2026-00001')
  for (let at = 0; at < wrapped.length; at++) {
    expect(codeOf(() => unwrapDataKey(master, '2026-00001', flip(wrapped, at)))).not.toBe('nothing thrown')
  }
})

test('whatever is sealed opens again at its place', () => {
  const { key } = createDataKey(master, place.caseId)
  fc.assert(
    fc.property(fc.string({ unit: 'binary' }), fc.string(), fc.string(), (clear, caseId, field) => {
      expect(open(key, { caseId, field }, seal(key, { caseId, field }, clear))).toBe(clear)
    }),
  )
})

test('the same value sealed twice gives two different boxes', () => {
  const { key } = createDataKey(master, place.caseId)
  expect(seal(key, place, '张三丰').equals(seal(key, place, '张三丰'))).toBe(false)
})

test('a sealed value opens for no other case, field or key', () => {
  const { key } = createDataKey(master, place.caseId)
  const sealed = seal(key, place, '张三丰')
  const stranger = createDataKey(master, place.caseId).key
  expect(codeOf(() => open(key, { ...place, caseId: '2026-00002' }, sealed))).toBe('unreadable')
  expect(codeOf(() => open(key, { ...place, field: 'agentName' }, sealed))).toBe('unreadable')
  expect(codeOf(() => open(stranger, place, sealed))).toBe('unreadable')
})

test('a letter moved from the field to the case does not open it', () => {
  const { key } = createDataKey(master, 'a')
  const sealed = seal(key, { caseId: 'a', field: 'bc' }, '张三丰')
  expect(codeOf(() => open(key, { caseId: 'ab', field: 'c' }, sealed))).toBe('unreadable')
})

test('a tampered or cut value never opens, and the error tells nothing of it', () => {
  const { key } = createDataKey(master, place.caseId)
  fc.assert(
    fc.property(fc.string({ minLength: 8 }), fc.nat(), fc.nat(), (clear, at, cut) => {
      const sealed = seal(key, place, clear)
      for (const broken of [flip(sealed, at), sealed.subarray(0, cut % sealed.length)]) {
        expect(codeOf(() => open(key, place, broken))).toMatch(/^(unreadable|unknown-format)$/)
        expect(() => open(key, place, broken)).not.toThrow(clear)
      }
    }),
  )
})
