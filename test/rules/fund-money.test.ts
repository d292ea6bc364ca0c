import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { bandOf } from '../../src/fund/band.ts'
import { mostFen, readFen, yuanText } from '../../src/fund/money.ts'
import { defaultLimits } from '../../src/organisation/rights.ts'

describe('an amount as people write it', () => {
  test.each([
    ['1200', 120_000],
    ['1,200.50', 120_050],
    ['1200.5', 120_050],
    ['0.01', 1],
    ['１２００．５０', 120_050],
    ['￥1200', 120_000],
    ['¥ 1 200.00', 120_000],
    ['1200元', 120_000],
    ['人民币1,200', 120_000],
    ['CNY 1200', 120_000],
    ['1200.5000', 120_050],
    ['+7', 700],
    ['007', 700],
  ])('%s is %i fen', (written, fen) => {
    expect(readFen(written)).toEqual({ fen })
  })

  test.each([
    ['-5', 'amount-not-positive'],
    ['0', 'amount-not-positive'],
    ['0.00', 'amount-not-positive'],
    ['1.234', 'amount-not-whole-fen'],
    ['0.001', 'amount-not-whole-fen'],
    ['99999999999999999999', 'amount-too-large'],
    ['USD 100', 'currency-not-cny'],
    ['100美元', 'currency-not-cny'],
    ['$100', 'currency-not-cny'],
    ['€1.50', 'currency-not-cny'],
    ['1,50', 'amount-not-readable'],
    ['12,34,567', 'amount-not-readable'],
    ['1.2.3', 'amount-not-readable'],
    ['.5', 'amount-not-readable'],
    ['5.', 'amount-not-readable'],
    ['1e5', 'amount-not-readable'],
    ['--5', 'amount-not-readable'],
    ['twelve', 'amount-not-readable'],
    ['', 'amount-not-readable'],
  ])('%s is refused: %s', (written, problem) => {
    expect(readFen(written)).toEqual({ problem })
  })

  test('written and read again, every amount is itself', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: mostFen }), (fen) => {
        expect(readFen(yuanText(fen))).toEqual({ fen })
      }),
    )
  })
})

describe('who decides on how much', () => {
  test.each([
    [1, 'SBH'],
    [50_000, 'SBH'],
    [50_001, 'SQO'],
    [200_000, 'SQO'],
    [200_001, 'SQH'],
    [1_000_000, 'SQH'],
    [1_000_001, 'COM'],
    [10_000_000, 'COM'],
    [10_000_001, 'HOQ'],
    [mostFen, 'HOQ'],
  ] as const)('%i fen: %s', (fen, band) => {
    expect(bandOf(fen)).toBe(band)
  })

  test('the limits are the policy’s', () => {
    const fundUpTo = { SBH: 1, SQO: 2, SQH: 3, COM: 4 }
    expect(bandOf(250, { ...defaultLimits, fundUpTo })).toBe('SQH')
  })
})
