import type { KnownBlock } from '@slack/types'
import type { Notice, NoticeCode } from '../../matter/effect.ts'
import { visibleCases } from '../../review/allowed.ts'
import { type Review, type ReviewCase, wantedThings } from '../../review/review.ts'
import { textFor } from '../../text/text.ts'
import { type Message, actions, fields, message, section } from './blocks.ts'
import type { House, Reader } from './house.ts'
import { unitName } from './names.ts'
import { confessionBlocks, remarkBlocks } from './notice.ts'
import { matterSentence } from './notice-facts.ts'
import { caseButtons, reviewButtons } from './review-buttons.ts'
import { agendaBlocks, reviewFacts } from './review-card.ts'
import { caseFacts, objectionBlocks, verdictBlocks } from './review-case.ts'
import { lookButton } from './step-action.ts'

const signs: Partial<Record<NoticeCode, string>> = {
  'review-wanted': '⏰',
  'review-moved': '📅',
  'review-cancelled': '✖️',
  'review-closed': '✅',
  'review-objected': '⚠️',
}

/** With these the agenda is sent along. */
const withAgenda: readonly NoticeCode[] = ['review-pack', 'review-agenda', 'review-convened']

/**
 * A private message about a review meeting: why you get it, how the meeting stands, its agenda where that is the news. One about
 * a single case has what was decided there and the buttons of that case, which is how a unit objects.
 */
export function reviewNotice(notice: Notice, review: Review, reader: Reader, house: House): Message {
  const { plain, mrkdwn } = matterSentence(notice, aboutOf(notice, review, reader, house), reader, house)
  const sign = signs[notice.code] ?? '⚖️'
  const each = caseIn(notice, review, reader, house)
  return message(`${sign} ${plain}`, [
    section(`${sign} ${mrkdwn}`),
    ...remarkBlocks(notice, reader),
    ...confessionBlocks(notice, reader),
    ...(each ? caseBlocks(review, each, reader, house) : meetingBlocks(notice, review, reader, house)),
  ])
}

function caseBlocks(review: Review, each: ReviewCase, reader: Reader, house: House): KnownBlock[] {
  const buttons = caseButtons(review, each, reader, house)
  const place = { matter: 'review' as const, id: review.id, inner: each.complaint }
  return [
    fields(caseFacts(each, reader, house)),
    ...verdictBlocks(each, review, reader, house),
    ...objectionBlocks(each, reader, house),
    ...(buttons ? [buttons] : []),
    actions([lookButton(place, textFor(reader.language).review.read)]),
  ]
}

function meetingBlocks(notice: Notice, review: Review, reader: Reader, house: House): KnownBlock[] {
  const buttons = reviewButtons(review, reader, house)
  return [
    fields(reviewFacts(review, reader, house)),
    ...(withAgenda.includes(notice.code) ? agendaBlocks(review, reader, house) : []),
    ...(buttons ? [buttons] : []),
    actions([lookButton({ matter: 'review', id: review.id }, textFor(reader.language).card.open)]),
  ]
}

function caseIn(notice: Notice, review: Review, { personId }: Reader, house: House): ReviewCase | undefined {
  if (notice.case === undefined || personId === undefined) return undefined
  return visibleCases(review, personId, house).find(({ number }) => number === notice.case)
}

function aboutOf({ code, reason = '' }: Notice, review: Review, { language }: Reader, house: House) {
  const thing = wantedThings.find((each) => each === reason)
  return {
    number: review.number,
    level: '',
    outlet: unitName(review.branch, language, house),
    reason: code === 'review-wanted' && thing ? textFor(language).wantedThings[thing] : reason,
  }
}
