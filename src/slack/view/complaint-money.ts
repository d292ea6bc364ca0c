import type { Button, KnownBlock } from '@slack/types'
import type { Complaint } from '../../complaint/complaint.ts'
import { type RequestStatus, requestLifecycle } from '../../fund/lifecycle.ts'
import { textFor } from '../../text/text.ts'
import { moneyObjection } from '../about-money.ts'
import { button, section } from './blocks.ts'
import type { House, Reader } from './house.ts'
import { moneyWords } from './money.ts'
import { escapeMrkdwn } from './mrkdwn.ts'
import { lookButton, placeOf } from './step-action.ts'

/** So many requests of one complaint are told; the fund's card has the others. */
const mostLines = 3

/** What was asked for in this complaint from the reserve fund, a line each with the way to its card. */
export function moneyLines(
  { respondents }: Complaint,
  { language, personId }: Reader,
  { money }: House,
): KnownBlock[] {
  if (personId !== undefined && respondents.includes(personId)) return []
  const { fund: words, card } = textFor(language)
  return (money?.uses ?? [])
    .slice(-mostLines)
    .map(({ fund, request, number, amount, status }) =>
      section(
        `💰 ${words.money(escapeMrkdwn(number), moneyWords(amount, language), statusWords(status, language))}`,
        lookButton({ matter: 'fund', id: fund, inner: String(request) }, card.open),
      ),
    )
}

/** The button that asks for money: only for whoever may, and while the branch's fund of this year is open. */
export function askForMoneyButton(complaint: Complaint, reader: Reader, house: House): Button[] {
  const { personId, language } = reader
  const fund = house.money?.fund
  if (!fund || personId === undefined) return []
  if (moneyObjection(fund, complaint, personId, house) !== undefined) return []
  const { request } = textFor(language).fundSteps
  return [button('fund:request', request.button, placeOf({ id: fund.id, inner: complaint.id }))]
}

function statusWords(status: string, language: Reader['language']): string {
  const known = (Object.keys(requestLifecycle) as RequestStatus[]).find((each) => each === status)
  return known ? textFor(language).requestStatus[known] : status
}
