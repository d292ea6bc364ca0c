import { Refusal, type RefusalCode } from '../matter/refusal.ts'

/** An amount of money in whole fen, a hundredth of a yuan. Never a fraction. */
export type Fen = number

/** Ten billion yuan: what no branch's fund can hold is a slip of the pen, and sums stay exact far beyond it. */
export const mostFen: Fen = 1_000_000_000_000

/** Either the amount or what is wrong with it. */
export type Reading = { readonly fen: Fen } | { readonly problem: RefusalCode }

const home = String.raw`CNY|RMB|¥|元|人民币`
const number = String.raw`[+-]?(?:\d{1,3}(?:,\d{3})+|\d+)(?:\.\d+)?`
const amountOfHome = new RegExp(`^(?:${home})?(${number})(?:${home})?$`, 'i')
const anyAmount = new RegExp(`^[^\\d.,+-]*(${number})[^\\d.,+-]*$`)

/** Reads an amount as people write it, in yuan: `1200`, `1,200.50`, `¥1200`, `１２００元`. Another currency is none of ours. */
export function readFen(written: string): Reading {
  const text = written.normalize('NFKC').replaceAll(/\s/g, '')
  const [, amount] = amountOfHome.exec(text) ?? []
  if (amount === undefined)
    return { problem: anyAmount.test(text) ? 'currency-not-cny' : 'amount-not-readable' }
  const [yuan = '', decimals = ''] = amount.replaceAll(/[+,]/g, '').split('.')
  if (yuan.startsWith('-')) return { problem: 'amount-not-positive' }
  if (/[^0]/.test(decimals.slice(2))) return { problem: 'amount-not-whole-fen' }
  const fen = Number(`${yuan}${decimals.slice(0, 2).padEnd(2, '0')}`)
  const problem = problemOf(fen)
  return problem ? { problem } : { fen }
}

/** Reads an amount that may be nothing: what was used of a payment. */
export function readFenOrNothing(written: string): Reading {
  const text = written.normalize('NFKC').replaceAll(/\s/g, '')
  return /^[+-]?0+(?:\.0+)?$/.test(text.replace(/^(?:CNY|RMB|¥|元|人民币)|(?:CNY|RMB|¥|元|人民币)$/gi, ''))
    ? { fen: 0 }
    : readFen(written)
}

/** Refuses what is no amount of money to be paid: not positive, not in whole fen, beyond all bounds, not in yuan. */
export function checkMoney({ amount, currency }: { amount: number; currency: string }): Fen {
  if (currency !== 'CNY') throw new Refusal('currency-not-cny', { code: currency })
  const problem = problemOf(amount)
  if (problem) throw new Refusal(problem)
  return amount
}

function problemOf(amount: number): RefusalCode | undefined {
  if (amount <= 0) return 'amount-not-positive'
  if (amount > mostFen) return 'amount-too-large'
  return Number.isInteger(amount) ? undefined : 'amount-not-whole-fen'
}

/** The same amount in yuan, for the bands of the rights matrix; the nearest number, so that a fen more is always more. */
export function yuanOf(fen: Fen): number {
  return fen / 100
}

/** An amount in yuan with two decimals, such as `1200.50`, for the detail of a refusal. */
export function yuanText(fen: Fen): string {
  const digits = String(fen).padStart(3, '0')
  return `${digits.slice(0, -2)}.${digits.slice(-2)}`
}
