// Every person and number here is invented; those with a check digit were made to pass it.
import * as fc from 'fast-check'
import { inspect } from 'node:util'
import { expect, test } from 'vitest'
import { checkPersonal, PersonalError } from '../../src/vault/check-personal.ts'
import { searchDigest } from '../../src/vault/digest.ts'
import { createMasterKey, readMasterKey } from '../../src/vault/master-key.ts'
import { personalFields, type PersonalValues } from '../../src/vault/personal-field.ts'
import { digestsOf, revealField, sealField, sealPersonal, securedMask } from '../../src/vault/personal.ts'

const master = readMasterKey(createMasterKey())
const caseId = '2026-00001'
const everything = {
  name: '欧阳小明',
  phone: '13800138000',
  email: 'xiaoming@example.com',
  idNumber: '11010519491231002X',
  card: '6222020000000000000',
  address: '上海市某某区某某路1号',
  agentName: 'Erika Sample',
  agentPhone: '+86 10 8888 6666',
  agentIdNumber: '110101190001010014',
} satisfies PersonalValues

function sealedOf(values: PersonalValues, field: keyof PersonalValues): Buffer {
  const found = sealPersonal(master, caseId, values).fields.find((one) => one.field === field)
  return found?.sealed ?? Buffer.alloc(0)
}

test('every field sealed under a case is revealed again, one by one', () => {
  const personal = sealPersonal(master, caseId, everything)
  const revealed = personal.fields.map(({ field, sealed }) => [
    field,
    revealField(master, caseId, personal.wrappedKey, field, sealed),
  ])
  expect(Object.fromEntries(revealed)).toEqual(everything)
  expect(personal.fields.map(({ field }) => field)).toEqual([...personalFields])
})

test('what is stored and printed shows nothing in clear', () => {
  const personal = sealPersonal(master, caseId, everything)
  const bytes = [personal.wrappedKey, ...personal.fields.map(({ sealed }) => sealed)]
  const printed =
    inspect(personal, { depth: 9, showHidden: true }) +
    JSON.stringify(personal) +
    bytes.map((box) => box.toString('utf8')).join('')
  for (const value of Object.values(everything)) {
    expect(printed).not.toContain(value)
    expect(printed).not.toContain(Buffer.from(value).toString('hex').slice(0, 16))
  }
  expect(personal.fields.map(({ masked }) => masked)).toEqual([
    '欧阳*',
    '138****8000',
    '******',
    '******',
    '****0000',
    '******',
    'E***',
    '****6666',
    '******',
  ])
})

test('the secured view shows more than Slack and less than all', () => {
  const personal = sealPersonal(master, caseId, { email: everything.email })
  const [email] = personal.fields
  expect(securedMask(master, caseId, personal.wrappedKey, 'email', email?.sealed ?? Buffer.alloc(0))).toBe(
    'x***@example.com',
  )
})

test('a case is found again by its values, an agent by the same digest as a customer', () => {
  const { digests } = sealPersonal(master, caseId, everything)
  expect(digests).toContainEqual({ kind: 'phone', digest: searchDigest(master, 'phone', '138-0013-8000') })
  expect(digests).toContainEqual({ kind: 'phone', digest: searchDigest(master, 'phone', '010-88886666') })
  expect(digests).toContainEqual({ kind: 'name', digest: searchDigest(master, 'name', 'erika sample') })
  expect(digests).toHaveLength(8)
})

test('one value in two fields gives one digest', () => {
  expect(digestsOf(master, { phone: '13800138000', agentPhone: '+86 138 0013 8000' })).toHaveLength(1)
})

test('an address is kept and never searched by', () => {
  expect(digestsOf(master, { address: everything.address })).toEqual([])
})

test('blank fields are left out and the others trimmed', () => {
  const personal = sealPersonal(master, caseId, { name: '  张三 ', phone: ' ', email: '' })
  expect(personal.fields.map(({ field }) => field)).toEqual(['name'])
  expect(
    revealField(master, caseId, personal.wrappedKey, 'name', personal.fields[0]?.sealed ?? Buffer.alloc(0)),
  ).toBe('张三')
})

test('an anonymous complaint has a data key and no field', () => {
  const personal = sealPersonal(master, caseId, {})
  expect(personal.fields).toEqual([])
  expect(personal.digests).toEqual([])
})

test('a field added later opens under the same data key', () => {
  const { wrappedKey } = sealPersonal(master, caseId, {})
  const added = sealField(master, caseId, wrappedKey, 'phone', '13800138000')
  expect(added?.masked).toBe('138****8000')
  expect(revealField(master, caseId, wrappedKey, 'phone', added?.sealed ?? Buffer.alloc(0))).toBe(
    '13800138000',
  )
  expect(sealField(master, caseId, wrappedKey, 'phone', '  ')).toBeUndefined()
})

test('once the key is erased, nothing of the person can be read or added', () => {
  const sealed = sealedOf(everything, 'name')
  expect(() => revealField(master, caseId, null, 'name', sealed)).toThrow(
    expect.objectContaining({ code: 'erased' }),
  )
  expect(() => sealField(master, caseId, null, 'name', '张三')).toThrow(
    expect.objectContaining({ code: 'erased' }),
  )
})

test('a field opens neither as another field, nor in another case, nor under another data key', () => {
  const personal = sealPersonal(master, caseId, everything)
  const sealed = personal.fields[0]?.sealed ?? Buffer.alloc(0)
  const unreadable = expect.objectContaining({ code: 'unreadable' })
  const stranger = sealPersonal(master, caseId, {}).wrappedKey
  expect(() => revealField(master, caseId, personal.wrappedKey, 'agentName', sealed)).toThrow(unreadable)
  expect(() => revealField(master, '2026-00002', personal.wrappedKey, 'name', sealed)).toThrow(unreadable)
  expect(() => revealField(master, caseId, stranger, 'name', sealed)).toThrow(unreadable)
})

test('values that pass as they are typed have no problem', () => {
  expect(checkPersonal(everything)).toEqual([])
  expect(
    checkPersonal({
      phone: '０１０－８８８８６６６６',
      idNumber: 'E12345678',
      card: '6222 0200 0000 0000 000',
    }),
  ).toEqual([])
  expect(checkPersonal({ phone: '(0755) 2345-6789 转 123', idNumber: '110105491231002', email: '' })).toEqual(
    [],
  )
})

test.each([
  [{ name: '12345' }, 'name', 'not-a-name'],
  [{ name: 'x'.repeat(101) }, 'name', 'too-long'],
  [{ name: '张\u0000三' }, 'name', 'control-character'],
  [{ name: '张\n三' }, 'name', 'control-character'],
  [{ name: 'a\u202Eb' }, 'name', 'control-character'],
  [{ name: 'a\uD800b' }, 'name', 'control-character'],
  [{ phone: '12345' }, 'phone', 'not-a-phone'],
  [{ phone: '138001380001234567' }, 'phone', 'not-a-phone'],
  [{ phone: 'call me' }, 'phone', 'not-a-phone'],
  [{ agentPhone: '12' }, 'agentPhone', 'not-a-phone'],
  [{ email: 'xiaoming@example' }, 'email', 'not-an-email'],
  [{ email: 'a b@example.com' }, 'email', 'not-an-email'],
  [{ idNumber: '110105194912310021' }, 'idNumber', 'wrong-check-digit'],
  [{ idNumber: '12345' }, 'idNumber', 'not-an-id-number'],
  [{ card: '6222020000000000001' }, 'card', 'not-a-card'],
  [{ card: '6222020000000000000 or so' }, 'card', 'not-a-card'],
  [{ card: '0000000000000000' }, 'card', 'not-a-card'],
  [{ address: 'x'.repeat(301) }, 'address', 'too-long'],
] as const)('%j is refused under its field', (values, field, problem) => {
  expect(checkPersonal(values)).toEqual([{ field, problem }])
})

test('an address may have several lines', () => {
  expect(checkPersonal({ address: '上海市\n某某路1号' })).toEqual([])
})

test('every wrong field is told at once, in the order of the form', () => {
  expect(checkPersonal({ card: '1', phone: '1', name: '1' }).map(({ field }) => field)).toEqual([
    'name',
    'phone',
    'card',
  ])
})

test('sealing refuses what is too long or has control characters, with code and field and without the value', () => {
  for (const value of [`secret-name-${'x'.repeat(100)}`, 'secret-name-\u0007']) {
    const refused = () => sealPersonal(master, caseId, { name: value })
    expect(refused).toThrow(PersonalError)
    expect(refused).toThrow(expect.objectContaining({ field: 'name' }))
    expect(refused).not.toThrow('secret-name')
  }
})

test('whatever text passes comes back as it was, trimmed', () => {
  fc.assert(
    fc.property(
      fc.constantFrom(...personalFields),
      fc.string({ unit: 'grapheme', maxLength: 20 }),
      (field, text) => {
        const values = { [field]: text }
        fc.pre(
          text.trim() !== '' &&
            !checkPersonal(values).some(
              ({ problem }) => problem === 'control-character' || problem === 'too-long',
            ),
        )
        const personal = sealPersonal(master, caseId, values)
        const sealed = personal.fields[0]?.sealed ?? Buffer.alloc(0)
        expect(revealField(master, caseId, personal.wrappedKey, field, sealed)).toBe(text.trim())
      },
    ),
  )
})
