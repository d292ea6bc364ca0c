import type { Context } from '../matter/matter.ts'
import { isoOf } from '../matter/iso.ts'
import { Refusal } from '../matter/refusal.ts'
import { branchOf } from '../organisation/branch-of.ts'
import type { PersonId } from '../organisation/organisation.ts'
import { askingObjection } from './allowed.ts'
import { bandOf } from './band.ts'
import { yearOf } from './budget.ts'
import type { FundCommandOf } from './command.ts'
import type { FundEvent } from './event.ts'
import type { About, Fund, FundRequest, LikeUse } from './fund.ts'
import { fundRules } from './fund-rules.ts'
import { availableOf } from './ledger.ts'
import { type Fen, checkMoney, yuanText } from './money.ts'
import { openBallot } from './voting.ts'

/** Asks for money in a complaint; a large use goes to the committee's vote at once. */
export function request(
  fund: Fund,
  command: FundCommandOf<'request'>,
  by: PersonId,
  context: Context,
): FundEvent[] {
  const { about } = command
  const no = fund.requests.length + 1
  const number = `${fund.number}-${String(no).padStart(3, '0')}`
  const said = checked(fund, { about, command }, by, context)
  const asked: FundEvent = { type: 'requested', at: isoOf(context.now), by, request: no, number, ...said }
  return [asked, ...largeUse(fund, { no, about, by, amount: said.amount }, context)]
}

/** What was sent back is asked again, better founded; whoever asks is the requester from now on. */
export function resubmit(
  fund: Fund,
  { no, about }: FundRequest,
  command: FundCommandOf<'resubmit'>,
  by: PersonId,
  context: Context,
): FundEvent[] {
  const said = checked(fund, { about, command }, by, context)
  const asked: FundEvent = { type: 'resubmitted', at: isoOf(context.now), by, request: no, ...said }
  return [asked, ...largeUse(fund, { no, about, by, amount: said.amount }, context)]
}

function checked(
  fund: Fund,
  { about, command }: { about: About; command: FundCommandOf<'request'> | FundCommandOf<'resubmit'> },
  by: PersonId,
  context: Context,
) {
  const objection = askingObjection(fund, about, { by, amount: command.amount }, context)
  if (objection) throw new Refusal(objection, objection === 'recused' ? { person: by } : {})
  const amount = checkMoney(command)
  if (branchOf(context.organisation, about.outlet)?.id !== fund.branch)
    throw new Refusal('unknown-unit', { unit: about.outlet })
  if (yearOf(context) !== fund.year) throw new Refusal('wrong-year', { code: String(fund.year) })
  const { kind, fault, purpose, payee, agreement } = command
  mustBeIn('compensation', kind, context)
  if (fault !== undefined) mustBeIn('responsibility', fault, context)
  mustBeThere(fund, amount)
  const likeUses = likeUsesOf(fund, kind)
  return { about, kind, amount, purpose, payee, agreement, ...(fault !== undefined && { fault }), likeUses }
}

/** Refuses what would take more than there is. */
export function mustBeThere(fund: Pick<Fund, 'ledger'>, amount: Fen): void {
  const available = availableOf(fund)
  if (amount > available) throw new Refusal('fund-overdrawn', { code: yuanText(available) })
}

function mustBeIn(list: 'compensation' | 'responsibility', code: string, { rulebook }: Context): void {
  if (rulebook.pack.lists[list].every((each) => each.code !== code))
    throw new Refusal('unknown-choice', { code })
}

function largeUse(
  fund: Fund,
  { no, about, by, amount }: { no: number; about: About; by: PersonId; amount: Fen },
  context: Context,
): FundEvent[] {
  if (bandOf(amount) !== 'COM') return []
  return [openBallot(fund, { kind: 'request', request: no }, [by, ...about.respondents], context)]
}

/** The last payments of the same kind, the newest first: what whoever decides compares with. */
export function likeUsesOf({ requests }: Pick<Fund, 'requests'>, kind: string): LikeUse[] {
  return requests
    .flatMap((each) =>
      each.kind === kind && each.payment
        ? [{ number: each.number, amount: each.amount, at: each.payment.paidAt }]
        : [],
    )
    .toSorted((one, other) => Temporal.Instant.compare(other.at, one.at))
    .slice(0, fundRules.likeUses)
}
