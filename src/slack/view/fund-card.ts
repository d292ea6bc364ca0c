import type { KnownBlock } from '@slack/types'
import type { Ballot, Fund, FundRequest } from '../../fund/fund.ts'
import { fundRules } from '../../fund/fund-rules.ts'
import { balancesOf, committedOf } from '../../fund/ledger.ts'
import { requestLifecycle } from '../../fund/lifecycle.ts'
import { maySeeBallot, maySeeRequest } from '../../fund/sight.ts'
import { textFor } from '../../text/text.ts'
import { type Message, actions, context, fields, header, message, section } from './blocks.ts'
import { ballotTitle } from './fund-ballot-card.ts'
import { fundButtons } from './fund-buttons.ts'
import { innerOf } from './fund-inner.ts'
import { requestTitle } from './fund-request-card.ts'
import type { House, Reader } from './house.ts'
import { barOf, moneyWords } from './money.ts'
import { escapeMrkdwn, quote } from './mrkdwn.ts'
import { unitName } from './names.ts'
import { lookButton } from './step-action.ts'
import { dateToken } from './time.ts'

/** A message takes fifty blocks; so many votes and requests leave room for the frame. */
const mostRows = 15

/** The card of a branch's reserve fund: what is left, what is open, and the steps that this reader may take. */
export function fundCard(fund: Fund, reader: Reader, house: House): Message {
  const title = fundTitle(fund, reader, house)
  const { card } = textFor(reader.language)
  return message(title, [
    header(title),
    ...fundBlocks(fund, reader, house),
    context(card.asOf(dateToken(house.now, reader))),
  ])
}

function fundTitle({ number, branch }: Fund, { language }: Reader, house: House): string {
  return `💰 ${textFor(language).fund.title(number, unitName(branch, language, house))}`
}

/** Everything about the fund but its title: also the body of a message about it. */
export function fundBlocks(fund: Fund, reader: Reader, house: House): KnownBlock[] {
  const { fund: words } = textFor(reader.language)
  const row = fundButtons(fund, reader, house)
  return [
    ...balanceBlocks(fund, reader),
    section(`*${words.standard}*\n${quote(fund.proposal.standard, 600)}`),
    ...voteRows(fund, reader, house),
    ...requestRows(fund, reader, house),
    ...(row ? [row] : []),
    actions([lookButton({ matter: 'fund', id: fund.id, inner: innerOf.ledger(0) }, words.ledger)]),
    ...(fund.status === 'open' ? [context(words.howToAsk)] : []),
  ]
}

/** What lies where, and how much of the budget is taken; the warning stands above all else. */
export function balanceBlocks(fund: Fund, { language }: Reader): KnownBlock[] {
  const { fund: words, fundStatus } = textFor(language)
  const { available, reserved, advanced, spent } = balancesOf(fund.ledger)
  const committed = committedOf(fund)
  const { bar, percent } = barOf(committed, fund.budget)
  const isShort = fund.budget > 0 && committed * 100 >= fund.budget * fundRules.warnAtPercent
  const money = (fen: number) => moneyWords(fen, language)
  return [
    ...(isShort ? [section(`⚠️ *${words.short(fundRules.warnAtPercent)}*`)] : []),
    fields([
      [words.status, fundStatus[fund.status]],
      [words.budget, money(fund.budget)],
      [words.pots.available, money(available)],
      [words.pots.reserved, money(reserved)],
      [words.pots.advanced, money(advanced)],
      [words.pots.spent, money(spent)],
    ]),
    context(words.bar(bar, `${percent} %`)),
  ]
}

function voteRows(fund: Fund, reader: Reader, house: House): KnownBlock[] {
  const { fund: words, card } = textFor(reader.language)
  const open = fund.ballots.filter((ballot) => !ballot.outcome && isSeenBallot(fund, ballot, reader, house))
  if (open.length === 0) return []
  return [
    section(`*${words.votes}*`),
    ...open
      .slice(0, mostRows)
      .map((ballot) =>
        section(
          ballotTitle(fund, ballot, reader),
          lookButton({ matter: 'fund', id: fund.id, inner: innerOf.ballot(ballot) }, card.open),
        ),
      ),
  ]
}

/** The open requests that this reader may see; how many have ended. */
function requestRows(fund: Fund, reader: Reader, house: House): KnownBlock[] {
  const { fund: words, list } = textFor(reader.language)
  const seen = fund.requests.filter((request) => isSeenRequest(fund, request, reader, house))
  const open = seen.filter(({ status }) => requestLifecycle[status].length > 0)
  const hidden = open.length - mostRows
  return [
    section(`*${words.requests}*`),
    ...(open.length === 0 ? [context(words.noRequests)] : []),
    ...open.slice(0, mostRows).map((request) => requestRow(fund, request, reader)),
    ...(hidden > 0 ? [context(list.more(hidden))] : []),
    ...(seen.length > open.length ? [context(words.ended(seen.length - open.length))] : []),
  ]
}

function requestRow(fund: Fund, request: FundRequest, reader: Reader): KnownBlock {
  const { card, requestStatus, fund: words } = textFor(reader.language)
  const about = `${words.complaint} ${escapeMrkdwn(request.about.number)}`
  return section(
    `${requestTitle(request, reader)}\n${requestStatus[request.status]} · ${about}`,
    lookButton({ matter: 'fund', id: fund.id, inner: innerOf.request(request) }, card.open),
  )
}

function isSeenBallot(fund: Fund, ballot: Ballot, { personId }: Reader, house: House): boolean {
  return personId === undefined || maySeeBallot(fund, ballot, personId, house)
}

function isSeenRequest(fund: Fund, request: FundRequest, { personId }: Reader, house: House): boolean {
  return personId === undefined || maySeeRequest(fund, request, personId, house)
}
