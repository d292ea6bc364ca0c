import type { KnownBlock } from '@slack/types'
import { visibleCases } from '../../review/allowed.ts'
import type { Review } from '../../review/review.ts'
import { textFor } from '../../text/text.ts'
import { type Message, actions, button, context, header, message, section } from './blocks.ts'
import type { House, Reader } from './house.ts'
import { escapeMrkdwn, inline } from './mrkdwn.ts'
import { lookButton } from './step-action.ts'
import { dateToken } from './time.ts'

const mostRows = 20

/** Review meetings, the latest first, a line each with the button that opens its card. */
export function reviewList(
  { reviews, mayConvene }: { readonly reviews: readonly Review[]; readonly mayConvene: boolean },
  reader: Reader,
  house: House,
): Message {
  const { review: words, list, card } = textFor(reader.language)
  const convene = mayConvene ? [conveneRow(reader)] : []
  if (reviews.length === 0) return message(words.empty, [section(words.empty), ...convene])
  const title = [words.listTitle, String(reviews.length)].join(' · ')
  const hidden = reviews.length - mostRows
  return message(title, [
    header(title),
    ...reviews
      .slice(0, mostRows)
      .map((each) =>
        section(reviewRow(each, reader, house), lookButton({ matter: 'review', id: each.id }, card.open)),
      ),
    ...(hidden > 0 ? [context(list.more(hidden))] : []),
    ...convene,
    context(card.asOf(dateToken(house.now, reader))),
  ])
}

/** One meeting on a line: number, status, kind, when and where, how many cases. Finished mrkdwn. */
export function reviewRow(review: Review, reader: Reader, house: House): string {
  const { review: words, reviewStatus, forms } = textFor(reader.language)
  const { number, status, kind, month, meetsAt, place } = review
  const count = reader.personId === undefined ? 0 : visibleCases(review, reader.personId, house).length
  const parts = [
    reviewStatus[status],
    month === undefined ? words.kinds[kind] : words.ofMonth(words.kinds[kind], month),
    dateToken(meetsAt, reader),
    ...(place === undefined ? [] : [inline(place, 100)]),
    forms.pair(words.cases, String(count)),
  ]
  return `⚖️ *${escapeMrkdwn(number)}* · ${parts.join(' · ')}`
}

function conveneRow({ language }: Reader): KnownBlock {
  return actions([button('review:convene', textFor(language).reviewSteps.convene.button, 'new')])
}
