import type { KnownBlock } from '@slack/types'
import type { Fund } from '../../fund/fund.ts'
import { type Posting, balancesOf, pots } from '../../fund/ledger.ts'
import { textFor } from '../../text/text.ts'
import { type Message, actions, context, header, message, section } from './blocks.ts'
import { innerOf } from './fund-inner.ts'
import type { Reader } from './house.ts'
import { moneyWords } from './money.ts'
import { escapeMrkdwn } from './mrkdwn.ts'
import { lookButton } from './step-action.ts'
import { dateToken } from './time.ts'

const linesPerPage = 20

/** The ledger, the newest line first, a page at a time, with what it adds up to. */
export function ledgerMessage(fund: Fund, from: number, reader: Reader): Message {
  const { fund: words } = textFor(reader.language)
  const lines = fund.ledger.toReversed()
  const first = from < lines.length ? from : 0
  const page = lines.slice(first, first + linesPerPage)
  const title = words.ledgerTitle(fund.number)
  return message(title, [
    header(`📒 ${title}`),
    section(sumLine(fund, reader)),
    ...(page.length === 0
      ? [context(words.emptyLedger)]
      : [
          section(page.map((posting) => postingLine(fund, posting, reader)).join('\n')),
          context(words.page(first + 1, first + page.length, lines.length)),
        ]),
    turning(fund, { first, total: lines.length }, reader),
  ])
}

function postingLine({ requests }: Fund, { at, from, to, amount, request }: Posting, reader: Reader): string {
  const { fund: words } = textFor(reader.language)
  const number = requests.find(({ no }) => no === request)?.number
  const line = words.posting(
    dateToken(at, reader),
    words.pots[from],
    words.pots[to],
    moneyWords(amount, reader.language),
  )
  return number === undefined ? line : `${line}  ${escapeMrkdwn(number)}`
}

/** What the bank gave, and where it lies: the sums of all lines. */
function sumLine({ ledger }: Fund, { language }: Reader): string {
  const { fund: words, forms } = textFor(language)
  const balances = balancesOf(ledger)
  const inside = pots.filter((pot) => pot !== 'bank' && (balances[pot] !== 0 || pot === 'available'))
  const sums = inside.map((pot) => forms.pair(words.pots[pot], moneyWords(balances[pot], language)))
  return words.ledgerSum(moneyWords(-balances.bank || 0, language), sums.join(' · '))
}

function turning(
  { id }: Fund,
  { first, total }: { readonly first: number; readonly total: number },
  { language }: Reader,
): KnownBlock {
  const { fund: words } = textFor(language)
  const to = (from: number, text: string) =>
    lookButton({ matter: 'fund', id, inner: innerOf.ledger(from) }, text)
  return actions([
    ...(first > 0 ? [to(Math.max(0, first - linesPerPage), words.newer)] : []),
    ...(first + linesPerPage < total ? [to(first + linesPerPage, words.older)] : []),
    lookButton({ matter: 'fund', id }, words.back),
  ])
}
