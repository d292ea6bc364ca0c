import type { KnownBlock } from '@slack/types'
import { visibleCases } from '../../review/allowed.ts'
import { type Review, type ReviewCase, blameOf } from '../../review/review.ts'
import { objectUntil, packDue, wantedOf } from '../../review/rhythm.ts'
import { textFor } from '../../text/text.ts'
import { type Message, actions, context, divider, fields, header, message, section } from './blocks.ts'
import type { House, Reader } from './house.ts'
import { escapeMrkdwn, inline, quote } from './mrkdwn.ts'
import { codeName, levelSign, unitName, who } from './names.ts'
import { reviewButtons } from './review-buttons.ts'
import { lookButton } from './step-action.ts'
import { dateToken, isPast } from './time.ts'

/** So many cases on one page of the agenda: a block each, and a message takes fifty. */
export const casesPerPage = 20

/**
 * The card of a review meeting as it is now: when and where, its agenda with a button to read each case, minutes and end. Cases
 * in which the reader is complained about are not there. `from` is the first case of the page.
 */
export function reviewCard(review: Review, reader: Reader, house: House, from = 0): Message {
  const { card } = textFor(reader.language)
  const title = reviewTitle(review, reader)
  const buttons = reviewButtons(review, reader, house)
  return message(title, [
    header(title),
    ...flagBlocks(review, reader, house),
    fields(reviewFacts(review, reader, house)),
    ...agendaBlocks(review, reader, house, from),
    ...minutesBlocks(review, reader, house),
    ...endBlocks(review, reader, house),
    ...(buttons ? [buttons] : []),
    context([card.asOf(dateToken(house.now, reader)), card.pack(review.policyVersion)].join(' · ')),
  ])
}

/** `⚖️ Review meeting R2026-001`, plain. */
export function reviewTitle({ number }: Review, { language }: Reader): string {
  return `⚖️ ${textFor(language).review.title(number)}`
}

/** Status, kind, time and place, pack, who was there: label and value pairs. */
export function reviewFacts(review: Review, reader: Reader, house: House): [string, string][] {
  const { review: words, reviewStatus } = textFor(reader.language)
  const { kind, month, meetsAt, place, held, pack, status } = review
  const until = objectUntil(review, house.rulebook)
  const sent = pack
    ? words.packSent(dateToken(pack.at, reader))
    : words.packDue(dateToken(packDue(review, house.rulebook), reader))
  return [
    [words.status, reviewStatus[status]],
    [words.kind, month === undefined ? words.kinds[kind] : words.ofMonth(words.kinds[kind], month)],
    [words.meetsAt, dateToken(meetsAt, reader)],
    [words.place, place === undefined ? '' : inline(place, 150)],
    [words.pack, status === 'cancelled' ? '' : sent],
    [words.cases, String(casesFor(review, reader, house).length)],
    [
      words.held,
      held ? words.present(dateToken(held.openedAt, reader), held.voters.length, held.attended.length) : '',
    ],
    [words.objectUntil, until && status === 'minuted' ? dateToken(until, reader) : ''],
  ]
}

/** The agenda, a case a block with the button that opens its file and its verdict. */
export function agendaBlocks(review: Review, reader: Reader, house: House, from = 0): KnownBlock[] {
  const { review: words } = textFor(reader.language)
  const cases = casesFor(review, reader, house)
  const hidden = review.cases.length - cases.length
  return [
    divider(),
    section(`*${words.agenda}*`),
    ...(review.cases.length === 0 ? [context(words.emptyAgenda)] : []),
    ...cases
      .slice(from, from + casesPerPage)
      .map((each) =>
        section(
          caseRow(each, reader, house),
          lookButton({ matter: 'review', id: review.id, inner: each.complaint }, words.read),
        ),
      ),
    ...pageBlocks(review, cases.length, from, reader),
    ...(hidden > 0 ? [context(words.hidden(hidden))] : []),
  ]
}

/** In which page of the agenda does `inner` say that a card begins? Undefined where it names a case. */
export function pageIn(inner: string | undefined): number | undefined {
  const [, from] = /^from-(\d{1,5})$/.exec(inner ?? '') ?? []
  return from === undefined ? undefined : Number(from)
}

/** The state of a case in the meeting, in a word. */
export function caseState(
  { proposal, verdict, deferred, objection }: ReviewCase,
  { language }: Reader,
): string {
  const { states } = textFor(language).review
  if (deferred !== undefined) return states.deferred
  if (objection) return objection.answer ? states.answered : states.objected
  if (verdict) return states.decided
  return proposal ? states.proposed : states.open
}

/** A channel has no reader of its own and is shown no case. */
function casesFor(review: Review, { personId }: Reader, house: House): readonly ReviewCase[] {
  return personId === undefined ? [] : visibleCases(review, personId, house)
}

function caseRow(each: ReviewCase, reader: Reader, house: House): string {
  const { agendaReasons, review: words, amounts, forms } = textFor(reader.language)
  const { language } = reader
  const units = [...new Set([each.outlet, each.unit])].map((unit) =>
    escapeMrkdwn(unitName(unit, language, house)),
  )
  const blame = blameOf(each)
  const state = [
    caseState(each, reader),
    ...(blame ? [escapeMrkdwn(codeName('responsibility', blame.fault, language, house))] : []),
  ]
  const why = amounts.list(each.why.map((reason) => agendaReasons[reason]))
  return [
    `${levelSign(each.level)} *${escapeMrkdwn(each.number)}* · ${units.join(' → ')}`,
    `${forms.pair(words.why, why)} · ${state.join(' · ')}`,
  ].join('\n')
}

function pageBlocks({ id }: Review, total: number, from: number, { language }: Reader): KnownBlock[] {
  const { review: words } = textFor(language)
  const page = (at: number, text: string) => lookButton({ matter: 'review', id, inner: `from-${at}` }, text)
  const buttons = [
    ...(from > 0 ? [page(Math.max(0, from - casesPerPage), words.previous)] : []),
    ...(from + casesPerPage < total ? [page(from + casesPerPage, words.next)] : []),
  ]
  return buttons.length > 0 ? [actions(buttons)] : []
}

function flagBlocks(review: Review, { language }: Reader, house: House): KnownBlock[] {
  const wanted = wantedOf(review, house.rulebook)
  if (!wanted || !isPast(wanted.owedAt, house.now)) return []
  const { review: words, wantedThings } = textFor(language)
  return [section(`⛔ *${words.waitsFor(wantedThings[wanted.thing])}*`)]
}

/** The minutes tell of every case, so they are for whoever sees every case. */
function minutesBlocks(review: Review, reader: Reader, house: House): KnownBlock[] {
  const { minutes } = review
  const seesAll = casesFor(review, reader, house).length === review.cases.length
  if (!minutes || !seesAll) return []
  const { review: words } = textFor(reader.language)
  const title = words.minutes(who(minutes.by, reader, house), dateToken(minutes.at, reader))
  return [section(`*${title}*\n${quote(minutes.text)}`)]
}

function endBlocks(review: Review, reader: Reader, house: House): KnownBlock[] {
  const { closing, cancelled } = review
  const { review: words } = textFor(reader.language)
  const name = (by: string) => who(by, reader, house)
  const seesAll = casesFor(review, reader, house).length === review.cases.length
  return [
    ...(closing && seesAll
      ? [
          section(
            `*${words.conclusion(name(closing.by), dateToken(closing.at, reader))}*\n${quote(closing.conclusion)}`,
          ),
        ]
      : []),
    ...(cancelled
      ? [
          section(
            words.cancelled(name(cancelled.by), dateToken(cancelled.at, reader), inline(cancelled.reason)),
          ),
        ]
      : []),
  ]
}
