import type { Fund, FundRequest } from './fund.ts'
import type { FundEvent } from './event.ts'
import type { Fen } from './money.ts'

/** Where the fund's money can be: `bank` is outside it, `lapsed` what the closed year left over. */
export const pots = ['bank', 'available', 'reserved', 'advanced', 'spent', 'lapsed'] as const
export type Pot = (typeof pots)[number]

/** One line of the ledger: so much went from one pot to another, never less than a fen. */
export interface Posting {
  readonly at: string
  readonly from: Pot
  readonly to: Pot
  readonly amount: Fen
  readonly request?: number
}

/** What lies in each pot; `bank` is below zero by what the fund was given. */
export type Balances = Readonly<Record<Pot, Fen>>

/** What does the ledger add up to? Every line takes from one pot what it gives another, so the sum over all is zero. */
export function balancesOf(ledger: readonly Posting[]): Balances {
  const balances = { bank: 0, available: 0, reserved: 0, advanced: 0, spent: 0, lapsed: 0 }
  for (const { from, to, amount } of ledger) {
    balances[from] -= amount
    balances[to] += amount
  }
  return balances
}

/** What is still to be used. */
export function availableOf({ ledger }: Pick<Fund, 'ledger'>): Fen {
  return balancesOf(ledger).available
}

/** What was promised, paid or spent: what the warning looks at. */
export function committedOf({ ledger }: Pick<Fund, 'ledger'>): Fen {
  const { reserved, advanced, spent } = balancesOf(ledger)
  return reserved + advanced + spent
}

/** Paid out, and neither used nor given back. */
export function outstandingOf({ amount, settlement, returns }: FundRequest): Fen {
  const returned = returns.reduce((sum, each) => sum + each.amount, 0)
  return amount - (settlement?.used ?? 0) - returned
}

/** The lines of the ledger that this event writes, in the fund as it was before. */
export function postingsOf(fund: Fund, event: FundEvent): Posting[] {
  const line = (from: Pot, to: Pot, amount: Fen, request?: number): Posting[] =>
    amount === 0 ? [] : [{ at: event.at, from, to, amount, ...(request !== undefined && { request }) }]
  switch (event.type) {
    case 'budgetAdopted':
      return line('bank', 'available', event.amount - fund.budget)
    case 'approved':
      return line('available', 'reserved', event.amount, event.request)
    case 'withdrawn': {
      const request = fund.requests.find(({ no }) => no === event.request)
      return request?.status === 'approved' ? line('reserved', 'available', request.amount, request.no) : []
    }
    case 'paid':
      return line('reserved', 'advanced', event.amount, event.request)
    case 'settled':
      return line('advanced', 'spent', event.used, event.request)
    case 'returned':
      return line('advanced', 'available', event.amount, event.request)
    case 'closed':
      return line('available', 'lapsed', availableOf(fund))
    default:
      return []
  }
}
