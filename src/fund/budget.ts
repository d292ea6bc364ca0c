import type { Context } from '../matter/matter.ts'
import { isoOf } from '../matter/iso.ts'
import { Refusal } from '../matter/refusal.ts'
import type { PersonId } from '../organisation/organisation.ts'
import { managesFund } from './allowed.ts'
import type { FundCommandOf } from './command.ts'
import type { FundEvent } from './event.ts'
import type { Fund } from './fund.ts'
import { fundIdOf } from './fund-id.ts'
import { checkMoney } from './money.ts'
import { openBallot } from './voting.ts'
import { endOfYear } from './waits.ts'

/** The fund of a branch and year begins with its proposed budget, on which the committee votes. Proposed alike again, nothing. */
export function proposeBudget(
  fund: Fund | undefined,
  command: FundCommandOf<'proposeBudget'>,
  by: PersonId,
  context: Context,
  id: string,
): FundEvent[] {
  const { branch, year, standard } = command
  if (id !== fundIdOf(branch, year))
    throw new Error(
      `The fund of ${branch} in ${year} is ${fundIdOf(branch, year)}, not ${id}; ask for that one.`,
    )
  if (context.organisation.units.get(branch)?.level !== 'BRANCH')
    throw new Refusal('unknown-unit', { unit: branch })
  if (!managesFund({ branch }, by, context)) throw new Refusal('not-you')
  const amount = checkMoney(command)
  if (fund) return sameProposal(fund, { by, amount, standard })
  const today = yearOf(context)
  if (year !== today && year !== today + 1) throw new Refusal('wrong-year', { code: String(year) })
  const at = isoOf(context.now)
  const policyVersion = context.rulebook.pack.version
  const number = `F${year}`
  return [
    { type: 'proposed', at, by, id, number, branch, year, policyVersion, amount, standard },
    openBallot({ branch, ballots: [] }, { kind: 'budget', amount }, [], context),
  ]
}

function sameProposal({ proposal }: Fund, said: Pick<Fund['proposal'], 'by' | 'amount' | 'standard'>): [] {
  const { by, amount, standard } = proposal
  if (by === said.by && amount === said.amount && standard === said.standard) return []
  throw new Refusal('fund-exists')
}

/** Another budget for the same year: what was voted down is proposed anew, what is in force may only be raised. */
export function reviseBudget(
  fund: Fund,
  command: FundCommandOf<'reviseBudget'>,
  by: PersonId,
  context: Context,
): FundEvent[] {
  const amount = checkMoney(command)
  if (amount <= fund.budget) throw new Refusal('budget-not-higher')
  return [
    { type: 'budgetRevised', at: isoOf(context.now), by, amount, standard: command.standard },
    openBallot(fund, { kind: 'budget', amount }, [], context),
  ]
}

/** The year is closed when it is over and nothing is open; what was not used lapses. */
export function closeYear(
  fund: Fund,
  { remark }: FundCommandOf<'closeYear'>,
  by: PersonId,
  context: Context,
): FundEvent[] {
  if (Temporal.Instant.compare(context.now, endOfYear(fund, context.rulebook)) < 0)
    throw new Refusal('year-not-over')
  const open = fund.requests.find(({ status }) => !ended.includes(status))
  if (open) throw new Refusal('requests-open', { code: open.number })
  if (fund.ballots.some(({ outcome }) => !outcome)) throw new Refusal('requests-open', { code: fund.number })
  return [{ type: 'closed', at: isoOf(context.now), by, ...(remark !== undefined && { remark }) }]
}

const ended: readonly string[] = ['settled', 'refused', 'withdrawn']

/** The bank's local year of now. */
export function yearOf({ now, rulebook }: Pick<Context, 'now' | 'rulebook'>): number {
  return now.toZonedDateTimeISO(rulebook.pack.calendar.timeZone).year
}
