// Every person and number here is invented; those with a check digit were made to pass it.
import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { searchDigest, type DigestKind } from '../../src/vault/digest.ts'
import { createMasterKey, readMasterKey } from '../../src/vault/master-key.ts'

const master = readMasterKey(createMasterKey())

const SAME: [DigestKind, string, string[]][] = [
  [
    'phone',
    '13800138000',
    [
      '138 0013 8000',
      '138-0013-8000',
      '+86 13800138000',
      '0086-13800138000',
      '8613800138000',
      '１３８００１３８０００',
      '013800138000',
      '(+86)138 0013 8000',
    ],
  ],
  ['phone', '010-88886666', ['01088886666', '+86 10 8888 6666', '(010) 8888 6666', '0086 10 88886666']],
  ['phone', '+44 20 7946 0958', ['0044 20 79460958', '+442079460958']],
  [
    'idNumber',
    '11010519491231002X',
    ['11010519491231002x', '110105 19491231 002X', '１１０１０５１９４９１２３１００２Ｘ', '110105491231002'],
  ],
  [
    'card',
    '6222020000000000000',
    ['6222 0200 0000 0000 000', '6222-0200-0000-0000-000', '６２２２０２０００００００００００００'],
  ],
  [
    'email',
    'ming.li@example.com',
    ['Ming.Li@Example.COM', ' ming.li@example.com ', 'ｍｉｎｇ.li＠example.com'],
  ],
  ['name', '买买提·艾力', ['买买提艾力', '买买提•艾力', '买买提 艾力']],
  ['name', 'John Smith', ['john smith', 'JOHN  SMITH', 'Ｊｏｈｎ Smith', 'JohnSmith']],
]

test.each(SAME)('a %s written as %s is found in every other spelling', (kind, value, spellings) => {
  for (const spelling of spellings) {
    expect([spelling, searchDigest(master, kind, spelling)]).toEqual([
      spelling,
      searchDigest(master, kind, value),
    ])
  }
})

test.each<[DigestKind, string, string]>([
  ['phone', '13800138000', '13800138001'],
  ['phone', '86551234', '551234'],
  ['phone', '+86 10 8888 6666', '+81 10 8888 6666'],
  ['idNumber', '110101190001010014', '11010119000909008X'],
  ['email', 'ming.li@example.com', 'mingli@example.com'],
  ['name', '张三', '张三丰'],
])('two different values of kind %s have two digests: %s, %s', (kind, one, other) => {
  expect(searchDigest(master, kind, one)).not.toBe(searchDigest(master, kind, other))
})

test('the same digits as a phone and as a card have two digests', () => {
  expect(searchDigest(master, 'phone', '13800138000')).not.toBe(searchDigest(master, 'card', '13800138000'))
})

test('another master key gives another digest', () => {
  const other = readMasterKey(createMasterKey())
  expect(searchDigest(other, 'phone', '13800138000')).not.toBe(searchDigest(master, 'phone', '13800138000'))
})

test('a digest is 43 characters of base64url and holds nothing of the value', () => {
  fc.assert(
    fc.property(fc.stringMatching(/^\d{8,15}$/), (digits) => {
      const digest = searchDigest(master, 'phone', digits)
      expect(digest).toMatch(/^[\w-]{43}$/)
      expect(digest).not.toContain(digits)
    }),
  )
})

test.each<[DigestKind, string]>([
  ['phone', ' - - '],
  ['card', 'none'],
  ['name', '　'],
])('a %s without any letter or digit is refused instead of finding everybody', (kind, value) => {
  expect(() => searchDigest(master, kind, value)).toThrow(
    expect.objectContaining({ code: 'nothing-to-search' }),
  )
})
