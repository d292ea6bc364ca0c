import type { KnownBlock } from '@slack/types'
import { bandOf } from '../../fund/band.ts'
import type { Fund, FundRequest } from '../../fund/fund.ts'
import { outstandingOf } from '../../fund/ledger.ts'
import { runningOf } from '../../fund/waits.ts'
import { textFor } from '../../text/text.ts'
import { type Message, actions, button, context, fields, header, message, section } from './blocks.ts'
import { requestButtons } from './fund-buttons.ts'
import { innerOf } from './fund-inner.ts'
import type { House, Reader } from './house.ts'
import { moneyWords } from './money.ts'
import { escapeMrkdwn, inline, quote } from './mrkdwn.ts'
import { codeName, who } from './names.ts'
import { lookButton } from './step-action.ts'
import { dateToken, timeLeft } from './time.ts'

/** The card of one request for money, with the buttons that this reader may press. */
export function requestCard(fund: Fund, request: FundRequest, reader: Reader, house: House): Message {
  const title = requestTitle(request, reader)
  return message(title, [
    header(title),
    ...requestBlocks(fund, request, reader, house),
    context(textFor(reader.language).card.asOf(dateToken(house.now, reader))),
  ])
}

/** What a request is called where it stands for itself. */
export function requestTitle({ number, amount }: FundRequest, { language }: Reader): string {
  return `💰 ${textFor(language).fund.requestTitle(number, moneyWords(amount, language))}`
}

/** Everything about a request but its title: also the body of a message about it. */
export function requestBlocks(fund: Fund, request: FundRequest, reader: Reader, house: House): KnownBlock[] {
  const { fund: words } = textFor(reader.language)
  const row = requestButtons(fund, request, reader, house)
  const history = historyLines(request, reader, house)
  return [
    fields(facts(fund, request, reader, house)),
    section(`*${words.purpose}*\n${quote(request.purpose, 800)}`),
    likeUsesBlock(request, reader),
    ...(request.remark === undefined ? [] : [section(`*${words.remark}*\n${quote(request.remark, 600)}`)]),
    ...(history.length > 0 ? [section(history.map((line) => `• ${line}`).join('\n'))] : []),
    ...(row ? [row] : []),
    lookRow(fund, request, reader),
  ]
}

function facts(fund: Fund, request: FundRequest, reader: Reader, house: House): [string, string][] {
  const { fund: words, requestStatus } = textFor(reader.language)
  const { language } = reader
  const { fault } = request
  const running = runningOf(fund, house.rulebook).find(({ request: no }) => no === request.no)
  return [
    [words.status, requestStatus[request.status]],
    [words.complaint, escapeMrkdwn(request.about.number)],
    [words.kind, escapeMrkdwn(codeName('compensation', request.kind, language, house))],
    [words.fault, fault ? escapeMrkdwn(codeName('responsibility', fault, language, house)) : ''],
    [words.payee, inline(request.payee, 150)],
    [words.agreement, inline(request.agreement, 150)],
    [words.requester, who(request.by, reader, house)],
    [words.decides, words.bands[bandOf(request.amount)]],
    [
      words.due,
      running ? `${dateToken(running.due, reader)}\n${timeLeft(running.due, house.now, reader)}` : '',
    ],
  ]
}

/** What was paid in like cases when this was asked: whoever decides compares with it. */
function likeUsesBlock({ likeUses }: FundRequest, reader: Reader): KnownBlock {
  return likeUsesSection(likeUses, reader)
}

/** What was paid before in cases of the same kind. */
export function likeUsesSection(likeUses: FundRequest['likeUses'], reader: Reader): KnownBlock {
  const { fund: words } = textFor(reader.language)
  const lines = likeUses.map(({ at, number, amount }) =>
    words.likeUse(dateToken(at, reader), escapeMrkdwn(number), moneyWords(amount, reader.language)),
  )
  return section([`*${words.likeUses}*`, ...(lines.length > 0 ? lines : [words.noLikeUses])].join('\n'))
}

/** What has happened to the money so far, a line each. Finished mrkdwn. */
function historyLines(request: FundRequest, reader: Reader, house: House): string[] {
  const { fund: words, amounts } = textFor(reader.language)
  const { approvers, payment, settlement, returns } = request
  const money = (fen: number) => moneyWords(fen, reader.language)
  const out = outstandingOf(request)
  return [
    ...(approvers.length > 0
      ? [words.approvedBy(amounts.list(approvers.map((person) => who(person, reader, house))))]
      : []),
    ...(payment
      ? [
          words.paid(
            dateToken(payment.paidAt, reader),
            who(payment.by, reader, house),
            inline(payment.reference, 150),
          ),
        ]
      : []),
    ...(settlement
      ? [
          words.settled(
            dateToken(settlement.at, reader),
            who(settlement.by, reader, house),
            money(settlement.used),
            inline(settlement.receipt, 150),
          ),
        ]
      : []),
    ...returns.map(({ at, by, amount, reference }) =>
      words.returned(dateToken(at, reader), who(by, reader, house), money(amount), inline(reference, 150)),
    ),
    ...(payment && out > 0 ? [words.outstanding(money(out))] : []),
  ]
}

function lookRow(fund: Fund, request: FundRequest, { language }: Reader): KnownBlock {
  const { fund: words } = textFor(language)
  const ballot = fund.ballots.findLast(({ on }) => on.kind === 'request' && on.request === request.no)
  return actions([
    button(`open:${request.about.complaint}`, words.complaint, request.about.complaint),
    lookButton({ matter: 'fund', id: fund.id }, words.back),
    ...(ballot
      ? [lookButton({ matter: 'fund', id: fund.id, inner: innerOf.ballot(ballot) }, words.counted)]
      : []),
  ])
}
