import type { Ballot, Fund, FundRequest } from '../../fund/fund.ts'

/** What a button or a number names inside a fund: a request, a vote, the ledger from some line on. */
export type FundInner =
  | { readonly kind: 'request'; readonly request: FundRequest }
  | { readonly kind: 'ballot'; readonly ballot: Ballot }
  | { readonly kind: 'ledger'; readonly from: number }

/** A request goes by its number (`7`), a vote by `b2`, the ledger by `ledger` or `ledger-20`. */
export const innerOf = {
  request: ({ no }: Pick<FundRequest, 'no'>) => String(no),
  ballot: ({ no }: Pick<Ballot, 'no'>) => `b${no}`,
  ledger: (from: number) => (from === 0 ? 'ledger' : `ledger-${from}`),
}

/** Reads it back; undefined where this fund has no such thing. */
export function readFundInner({ requests, ballots }: Fund, inner: string): FundInner | undefined {
  const [, kind, digits] = /^(b|ledger-?)?(\d{0,6})$/.exec(inner) ?? []
  const no = Number(digits)
  if (kind?.startsWith('ledger')) return { kind: 'ledger', from: no }
  if (kind === 'b') {
    const ballot = ballots.find((each) => each.no === no)
    return ballot && { kind: 'ballot', ballot }
  }
  const request = requests.find((each) => each.no === no)
  return request && { kind: 'request', request }
}
