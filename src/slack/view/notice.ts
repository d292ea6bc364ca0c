import type { KnownBlock } from '@slack/types'
import type { Complaint } from '../../complaint/complaint.ts'
import type { StepName } from '../../complaint/lifecycle.ts'
import type { Notice, NoticeCode } from '../../matter/effect.ts'
import { type Language, textFor } from '../../text/text.ts'
import { type Message, actions, button, context, divider, fields, message, section } from './blocks.ts'
import type { House, Reader } from './house.ts'
import { quote } from './mrkdwn.ts'
import { noticeSentence } from './notice-facts.ts'
import { unitName, who } from './names.ts'
import { escapeMrkdwn } from './mrkdwn.ts'
import { clockPairs, flags, headline } from './state-of-case.ts'
import { stepButtons, stepsFor } from './step-action.ts'

/** Calls of a clock: only they carry the button "seen, new time". */
const calls: readonly NoticeCode[] = ['reminder', 'overdue']

/** Nothing is asked of their reader: no buttons to act; the card behind "open" has what they may do. */
const informing: readonly NoticeCode[] = [
  'filed',
  'taken',
  'replied',
  'closed',
  'withdrawn',
  'not-accepted',
  'merged',
  'joined',
]

/** News on which their reader may act, and need not: buttons, but nothing is said to be their part. */
const news: readonly NoticeCode[] = [
  'relevelled',
  'escalated',
  'invite-refused',
  'nobody-found',
  'customer-again',
  'level-raised',
  'reopened',
  'group-joined',
  'merged-in',
  'referred',
  'referral-answered',
  'leak-reported',
  'higher-review-decided',
  'mediation',
  'pause-refused',
  'paused',
  'pause-ending',
  'resumed',
  'extension-refused',
  'extended',
]

const signs: Partial<Record<NoticeCode, string>> = {
  'level-1-proposed': '🔴',
  reminder: '⏰',
  overdue: '⛔',
  escalated: '⬆️',
  'nobody-found': '⚠️',
  'invite-refused': '⚠️',
  'not-content': '⚠️',
  closed: '✅',
  reopened: '↩️',
  'customer-again': '🔁',
  'graver-facts': '⚠️',
  'level-raised': '⬆️',
  approved: '✅',
  referred: '🏛️',
  'leak-report-wanted': '⏱️',
  'higher-review-asked': '🔎',
  'higher-review-decided': '🔎',
  paused: '⏸️',
  resumed: '▶️',
  'extension-granted': '✅',
  extended: '📅',
}

/**
 * A private message about a complaint: one sentence on why you get it, what was late because of us, the state of the case
 * with the time left, and the buttons that are yours.
 */
export function noticeMessage(notice: Notice, complaint: Complaint, reader: Reader, house: House): Message {
  const { plain, mrkdwn } = noticeSentence(notice, complaint, reader, house)
  const channel = notice.code === 'joined' ? channelLink(complaint) : ''
  return message(signed(notice, plain), [
    section(`*${headline(complaint, reader, house)}*\n${signed(notice, mrkdwn)}${channel}`),
    ...remarkBlocks(notice, reader),
    ...confessionBlocks(notice, reader),
    ...(notice.code === 'joined' ? [] : stateBlocks(notice, complaint, reader, house)),
    ...buttonBlocks(notice, complaint, reader, house),
  ])
}

/** A post in the complaint's channel: the sentence and its remark; the pinned card has the state and the buttons. */
export function channelPost(notice: Notice, complaint: Complaint, reader: Reader, house: House): Message {
  const { plain, mrkdwn } = noticeSentence(notice, complaint, reader, house)
  return message(signed(notice, plain), [
    section(signed(notice, mrkdwn)),
    ...remarkBlocks(notice, reader),
    ...confessionBlocks(notice, reader),
  ])
}

/** Whoever is brought into a channel gets the way there; its pinned card has the state. */
function channelLink({ channel }: Complaint): string {
  return channel?.id === undefined
    ? ''
    : `\n<#${channel.id}${channel.name === undefined ? '' : `|${channel.name}`}>`
}

function signed({ code }: Notice, sentence: string): string {
  const sign = signs[code]
  return sign ? `${sign} ${sentence}` : sentence
}

/** What somebody wrote along with it, quoted. */
export function remarkBlocks({ code, remark }: Notice, { language }: Reader): KnownBlock[] {
  return remark ? [section(`*${remarkLabel(code, language)}*\n${quote(remark)}`)] : []
}

function remarkLabel(code: NoticeCode, language: Language): string {
  const { noticeParts, fieldsIn, fields: words } = textFor(language)
  switch (code) {
    case 'instruction-recorded':
      return words.wording.label
    case 'situation':
      return (fieldsIn.situation?.facts ?? words.facts).label
    default:
      return noticeParts.remark
  }
}

/** The outage confession: the delay was ours, and is never counted as the reader's. */
export function confessionBlocks({ lateSeconds }: Notice, { language }: Reader): KnownBlock[] {
  if (lateSeconds === undefined) return []
  const { noticeParts, amounts } = textFor(language)
  return [context(`🛠️ ${noticeParts.late(amounts.duration(lateSeconds))}`)]
}

function stateBlocks(
  { code, clock }: Notice,
  complaint: Complaint,
  reader: Reader,
  house: House,
): KnownBlock[] {
  const { card, status } = textFor(reader.language)
  const lines = flags(complaint, reader, house, code === 'overdue' ? clock : undefined)
  return [
    ...(lines.length > 0 ? [section(lines.join('\n'))] : []),
    fields([
      [card.status, status[complaint.status]],
      [card.outlet, escapeMrkdwn(unitName(complaint.outlet, reader.language, house))],
      [card.owner, who(complaint.owner, reader, house)],
      ...clockPairs(complaint, reader, house),
    ]),
    section(quote(complaint.story, 600)),
  ]
}

function buttonBlocks(notice: Notice, complaint: Complaint, reader: Reader, house: House): KnownBlock[] {
  const { card, noticeParts } = textFor(reader.language)
  const steps = informing.includes(notice.code) ? [] : stepsOf(notice, complaint, reader, house)
  const row = stepButtons(complaint, steps, reader)
  const looking = actions([
    button(`open:${complaint.id}`, card.open, complaint.id),
    button('why', card.why, complaint.id),
  ])
  if (!row) return [looking]
  const heading = news.includes(notice.code) ? [] : [divider(), context(`*${noticeParts.act}*`)]
  return [...heading, row, looking]
}

/** In a call "seen" stands right behind the step that it calls for. */
function stepsOf({ code }: Notice, complaint: Complaint, reader: Reader, house: House): readonly StepName[] {
  const steps = stepsFor(complaint, reader, house)
  const others = steps.filter((step) => step !== 'seen')
  const mayAnswer = calls.includes(code) && steps.includes('seen')
  const [next, ...rest] = others
  if (!mayAnswer) return others
  return next === undefined ? ['seen'] : [next, 'seen', ...rest]
}
