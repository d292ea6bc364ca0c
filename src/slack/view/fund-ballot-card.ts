import type { KnownBlock } from '@slack/types'
import type { Ballot, Fund } from '../../fund/fund.ts'
import { closesAt } from '../../fund/waits.ts'
import { textFor } from '../../text/text.ts'
import { type Message, actions, context, fields, header, message, section } from './blocks.ts'
import { ballotButtons } from './fund-buttons.ts'
import { innerOf } from './fund-inner.ts'
import { likeUsesSection } from './fund-request-card.ts'
import type { House, Reader } from './house.ts'
import { moneyWords } from './money.ts'
import { inline, quote } from './mrkdwn.ts'
import { who } from './names.ts'
import { lookButton } from './step-action.ts'
import { dateToken, timeLeft } from './time.ts'

/** The card of a vote: what it is on, who voted how, and the three buttons for who may vote. */
export function ballotCard(fund: Fund, ballot: Ballot, reader: Reader, house: House): Message {
  const title = ballotTitle(fund, ballot, reader)
  return message(title, [
    header(title),
    ...ballotBlocks(fund, ballot, reader, house),
    context(textFor(reader.language).card.asOf(dateToken(house.now, reader))),
  ])
}

/** What a vote is called where it stands for itself. */
export function ballotTitle(fund: Fund, { on }: Ballot, { language }: Reader): string {
  const { fund: words } = textFor(language)
  if (on.kind === 'budget') return `🗳️ ${words.budgetVote(fund.number, moneyWords(on.amount, language))}`
  const request = fund.requests.find(({ no }) => no === on.request)
  return `🗳️ ${words.requestVote(request?.number ?? fund.number, moneyWords(request?.amount ?? 0, language))}`
}

/** Everything about a vote but its title: also the body of the message that asks for it. */
export function ballotBlocks(fund: Fund, ballot: Ballot, reader: Reader, house: House): KnownBlock[] {
  const { fund: words } = textFor(reader.language)
  const votes = voteLines(ballot, reader, house)
  const row = ballotButtons(fund, ballot, reader, house)
  return [
    ...subjectBlocks(fund, ballot, reader),
    fields(facts(ballot, reader, house)),
    ...(votes.length > 0 ? [section(votes.join('\n'))] : []),
    context(words.rule),
    ...(row ? [row] : []),
    lookRow(fund, ballot, reader),
  ]
}

function subjectBlocks(fund: Fund, { on }: Ballot, reader: Reader): KnownBlock[] {
  const { fund: words } = textFor(reader.language)
  if (on.kind === 'budget') return [section(`*${words.standard}*\n${quote(fund.proposal.standard, 1200)}`)]
  const request = fund.requests.find(({ no }) => no === on.request)
  if (!request) return []
  return [
    section(`*${words.purpose}*\n${quote(request.purpose, 1000)}`),
    likeUsesSection(request.likeUses, reader),
  ]
}

function facts(ballot: Ballot, reader: Reader, { rulebook, now }: House): [string, string][] {
  const { fund: words } = textFor(reader.language)
  const { electors, votes, outcome } = ballot
  const count = (voice: string) => votes.filter((vote) => vote.voice === voice).length
  const closes = closesAt(ballot, rulebook)
  return [
    [words.outcome, outcome ? words.outcomes[outcome] : words.running],
    [words.closes, outcome ? '' : `${dateToken(closes, reader)}\n${timeLeft(closes, now, reader)}`],
    [words.seats, String(electors.length)],
    [words.counted, words.count(count('yes'), count('no'), count('abstain'))],
  ]
}

/** The vote is by name: who voted how, for whom where they stood in, and what they remarked. Finished mrkdwn. */
function voteLines({ votes }: Ballot, reader: Reader, house: House): string[] {
  const { fund: words } = textFor(reader.language)
  return votes.map(({ by, seat, voice, remark }) => {
    const voter = who(by, reader, house)
    const named = by === seat ? voter : words.votedFor(voter, who(seat, reader, house))
    const line = `• ${words.voted(named, words.voices[voice])}`
    return remark === undefined ? line : `${line}\n> ${inline(remark, 150)}`
  })
}

function lookRow(fund: Fund, { on }: Ballot, { language }: Reader): KnownBlock {
  const { fund: words } = textFor(language)
  const back = lookButton({ matter: 'fund', id: fund.id }, words.back)
  const request = on.kind === 'request' ? fund.requests.find(({ no }) => no === on.request) : undefined
  if (!request) return actions([back])
  const look = { matter: 'fund' as const, id: fund.id, inner: innerOf.request(request) }
  return actions([lookButton(look, request.number), back])
}
