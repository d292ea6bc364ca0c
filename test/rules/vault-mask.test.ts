// Every person and number here is invented; those with a check digit were made to pass it.
import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { amountBand, maskName, maskNameSecured } from '../../src/vault/mask.ts'
import {
  maskInSlack,
  personalFields,
  personalRules,
  type PersonalField,
} from '../../src/vault/personal-field.ts'

test.each([
  ['张三', '张*', '张*'],
  ['张三丰', '张*', '张**'],
  ['张 三 丰', '张*', '张**'],
  ['欧阳小明', '欧阳*', '欧阳**'],
  ['司马懿', '司马*', '司马*'],
  ['歐陽小明', '歐陽*', '歐陽**'],
  ['欧阳', '欧*', '欧*'],
  ['张', '*', '*'],
  ['买买提·艾力', '买*', '买****'],
  ['John Smith', 'J***', 'J*** S****'],
  ['Ｊｏｈｎ', 'J***', 'J***'],
  ['J', '*', '*'],
  ['J. Smith', 'J***', '* S****'],
  ['', '*', '*'],
])('the name %s is %s in Slack and %s in the secured view', (name, inSlack, secured) => {
  expect([maskName(name), maskNameSecured(name)]).toEqual([inSlack, secured])
})

test.each<[PersonalField, string, string, string]>([
  ['phone', '13800138000', '138****8000', '138****8000'],
  ['phone', '+86 138 0013 8000', '138****8000', '138****8000'],
  ['phone', '１３８００１３８０００', '138****8000', '138****8000'],
  ['phone', '010-88886666', '****6666', '****6666'],
  ['phone', '+44 20 7946 0958', '****0958', '****0958'],
  ['phone', '2345678', '****', '****'],
  ['idNumber', '11010519491231002X', '******', '1***************2X'],
  ['idNumber', 'E1234', '******', '******'],
  ['card', '6222 0200 0000 0000 000', '****0000', '622202*********0000'],
  ['card', '12345678', '****5678', '****5678'],
  ['card', '1234', '****', '****'],
  ['email', 'Ming.Li@Example.com', '******', 'm***@example.com'],
  ['email', 'not an address', '******', '******'],
  ['address', '上海市某某区某某路1号', '******', '上海市***'],
  ['address', '广东省深圳市某某街道2号', '******', '广东省深圳市***'],
  ['address', '12 Nowhere Road', '******', '******'],
  ['agentName', '诸葛亮', '诸葛*', '诸葛*'],
])('%s %s is %s in Slack and %s in the secured view', (field, value, inSlack, secured) => {
  expect([maskInSlack(field, value), personalRules[field].secured(value)]).toEqual([inSlack, secured])
})

test.each([
  [0, 'under-1k'],
  [999.99, 'under-1k'],
  [1_000, '1k-10k'],
  [10_000, '10k-50k'],
  [50_000, '50k-1m'],
  [1_000_000, '50k-1m'],
  [1_000_000.01, 'over-1m'],
])('%d yuan is shown as the band %s', (yuan, band) => {
  expect(amountBand(yuan)).toBe(band)
})

test('no mask is ever the value itself, whatever the value', () => {
  fc.assert(
    fc.property(
      fc.constantFrom(...personalFields),
      fc.string({ unit: 'grapheme', minLength: 1 }),
      (field, value) => {
        fc.pre(/[\p{L}\d]/u.test(value) && !value.includes('*'))
        expect(maskInSlack(field, value)).not.toBe(value)
        expect(personalRules[field].secured(value)).not.toBe(value)
      },
    ),
  )
})

test('Slack never sees more than seven digits of any value', () => {
  fc.assert(
    fc.property(fc.constantFrom(...personalFields), fc.stringMatching(/^\d{1,25}$/), (field, digits) => {
      const seen = maskInSlack(field, digits).replace(/\D/g, '')
      expect(seen.length).toBeLessThanOrEqual(7)
      expect(seen.length).toBeLessThan(Math.max(digits.length, 2))
    }),
  )
})
