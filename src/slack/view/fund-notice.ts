import type { KnownBlock } from '@slack/types'
import type { Ballot, Fund } from '../../fund/fund.ts'
import type { Notice, NoticeCode } from '../../matter/effect.ts'
import { type Message, actions, message, section } from './blocks.ts'
import { ballotBlocks } from './fund-ballot-card.ts'
import { balanceBlocks } from './fund-card.ts'
import { fundButtons } from './fund-buttons.ts'
import { requestBlocks } from './fund-request-card.ts'
import type { House, Reader } from './house.ts'
import { confessionBlocks, remarkBlocks } from './notice.ts'
import { matterSentence } from './notice-facts.ts'
import { unitName } from './names.ts'
import { lookButton } from './step-action.ts'
import { textFor } from '../../text/text.ts'

const signs: Partial<Record<NoticeCode, string>> = {
  'fund-budget-vote-wanted': '🗳️',
  'fund-vote-wanted': '🗳️',
  'fund-budget-adopted': '✅',
  'fund-approved': '✅',
  'fund-reminder': '⏰',
  'fund-overdue': '⛔',
  'fund-warning': '⚠️',
  'fund-vote-overdrawn': '⚠️',
}

/** A private message about the reserve fund: why you get it, how it stands, the buttons that are yours. */
export function fundNotice(notice: Notice, fund: Fund, reader: Reader, house: House): Message {
  const about = {
    number: notice.request ?? fund.number,
    level: '',
    outlet: unitName(fund.branch, reader.language, house),
    reason: '',
  }
  const { plain, mrkdwn } = matterSentence(notice, about, reader, house)
  const sign = signs[notice.code] ?? '💰'
  return message(`${sign} ${plain}`, [
    section(`${sign} ${mrkdwn}`),
    ...remarkBlocks(notice, reader),
    ...confessionBlocks(notice, reader),
    ...bodyOf(notice, fund, reader, house),
  ])
}

/** The vote, the request or the fund that it is about, as it is now. */
function bodyOf(notice: Notice, fund: Fund, reader: Reader, house: House): KnownBlock[] {
  const ballot = ballotOf(notice, fund)
  if (ballot) return ballotBlocks(fund, ballot, reader, house)
  const request = fund.requests.find(({ number }) => number === notice.request)
  if (request) return requestBlocks(fund, request, reader, house)
  const row = fundButtons(fund, reader, house)
  const look = actions([lookButton({ matter: 'fund', id: fund.id }, textFor(reader.language).fund.back)])
  return [...balanceBlocks(fund, reader), ...(row ? [row] : []), look]
}

const votes: readonly NoticeCode[] = ['fund-budget-vote-wanted', 'fund-vote-wanted']

/** The last vote on what the message is about, where it asks for a vote or reminds of one. */
function ballotOf({ code, clock, request: number }: Notice, { ballots, requests }: Fund): Ballot | undefined {
  if (!votes.includes(code) && clock !== 'fundVote') return undefined
  const request = requests.find((each) => each.number === number)
  return ballots.findLast(({ on }) =>
    on.kind === 'budget' ? number === undefined : on.request === request?.no,
  )
}
