import type { Context } from '../matter/matter.ts'
import { isoOf } from '../matter/iso.ts'
import { Refusal } from '../matter/refusal.ts'
import type { PersonId } from '../organisation/organisation.ts'
import type { FundCommandOf } from './command.ts'
import type { FundEvent } from './event.ts'
import type { Fund, FundRequest } from './fund.ts'
import { outstandingOf } from './ledger.ts'
import { checkMoney, yuanText } from './money.ts'

/** Has this key been used for something else? A key names one payment or one return of the whole fund. */
export function mustBeFresh({ requests }: Fund, key: string): void {
  const keys = requests.flatMap(({ payment, returns }) => [payment?.key, ...returns.map((each) => each.key)])
  if (keys.includes(key)) throw new Refusal('key-used')
}

/** The whole amount was paid, once. Told again with the same key, it is what was told already. */
export function pay(
  { no, amount, wait }: FundRequest,
  { key, reference, ...said }: FundCommandOf<'pay'>,
  by: PersonId,
  { now }: Context,
): FundEvent[] {
  const paidAt = Temporal.Instant.from(said.paidAt)
  if (Temporal.Instant.compare(paidAt, now.add({ minutes: 1 })) > 0) throw new Refusal('in-the-future')
  if (
    wait &&
    Temporal.Instant.compare(paidAt, Temporal.Instant.from(wait.since).subtract({ minutes: 1 })) < 0
  )
    throw new Refusal('paid-before-approval')
  return [{ type: 'paid', at: isoOf(now), by, request: no, amount, key, paidAt: isoOf(paidAt), reference }]
}

/** What was used, by receipt; where that is less than was paid, the rest is still to come back. */
export function settle(
  { no, amount }: FundRequest,
  { receipt, used, currency }: FundCommandOf<'settle'>,
  by: PersonId,
  { now }: Context,
): FundEvent[] {
  if (used !== 0 || currency !== 'CNY') checkMoney({ amount: used, currency })
  if (used > amount) throw new Refusal('more-than-paid', { code: yuanText(amount) })
  return [{ type: 'settled', at: isoOf(now), by, request: no, receipt, used }]
}

/** Money that came back, in one piece or several; never more than is still out. */
export function returnUnused(
  request: FundRequest,
  command: FundCommandOf<'returnUnused'>,
  by: PersonId,
  { now }: Context,
): FundEvent[] {
  const amount = checkMoney(command)
  const outstanding = outstandingOf(request)
  if (amount > outstanding) throw new Refusal('more-than-paid', { code: yuanText(outstanding) })
  const { key, reference } = command
  return [{ type: 'returned', at: isoOf(now), by, request: request.no, amount, key, reference }]
}
