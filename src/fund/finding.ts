import { isoOf } from '../matter/iso.ts'
import type { Context, Finding } from '../matter/matter.ts'
import type { Fund } from './fund.ts'
import { balancesOf } from './ledger.ts'
import { ownersOf } from './people.ts'
import { runningOf } from './waits.ts'

/** The row by which lists and reports find the fund: its balances in fen, for whom it waits now, and the next due. */
export function finding(fund: Fund, context: Context): Finding {
  const { available, reserved, advanced, spent } = balancesOf(fund.ledger)
  const running = runningOf(fund, context.rulebook).filter(
    ({ start }) => Temporal.Instant.compare(start, context.now) <= 0,
  )
  const [next] = running.map(({ due }) => due).toSorted(Temporal.Instant.compare)
  return {
    id: fund.id,
    number: fund.number,
    branch: fund.branch,
    year: fund.year,
    status: fund.status,
    budget: fund.budget,
    available,
    reserved,
    advanced,
    spent,
    awaited: [...new Set(running.flatMap((each) => ownersOf(fund, each, context)))],
    next_due: next ? isoOf(next) : null,
  }
}
