import type { KnownBlock } from '@slack/types'
import type { ListRow } from '../../complaint/list-row.ts'
import { textFor } from '../../text/text.ts'
import { type Message, actions, button, context, header, message, section } from './blocks.ts'
import type { House, Reader } from './house.ts'
import { escapeMrkdwn } from './mrkdwn.ts'
import { clockName, levelSign, unitName, who } from './names.ts'
import { dateToken } from './time.ts'

/** The most rows of one page: each is a block with its button, and a message takes fifty blocks. */
export const rowsPerPage = 20

export interface Page {
  readonly kind: 'mine' | 'overdue' | 'list' | 'search'
  readonly rows: readonly ListRow[]
  /** How many there are on all pages. */
  readonly total: number
  /** What the listener needs to draw the neighbouring pages: value of the buttons `page:<token>`. */
  readonly previous?: string
  readonly next?: string
}

/** A page of complaints, a line each with its button `open:<id>`. */
export function listMessage(page: Page, reader: Reader, house: House): Message {
  const { list } = textFor(reader.language)
  const title = `${list.titles[page.kind]} · ${list.count(page.total)}`
  if (page.rows.length === 0) return message(list.empties[page.kind], [section(list.empties[page.kind])])
  return message(title, [
    header(title),
    ...page.rows.slice(0, rowsPerPage).map((row) => rowBlock(row, reader, house)),
    ...turning(page, reader),
    context(textFor(reader.language).card.asOf(dateToken(house.now, reader))),
  ])
}

/** One complaint on two lines, with the button that opens its card. */
export function rowBlock(row: ListRow, reader: Reader, house: House): KnownBlock {
  return section(
    rowText(row, reader, house),
    button(`open:${row.id}`, textFor(reader.language).card.open, row.id),
  )
}

/** Number, status, where it is, who answers for it; then what is due next and by law. Finished mrkdwn. */
export function rowText(row: ListRow, reader: Reader, house: House): string {
  const { list, status } = textFor(reader.language)
  const { language } = reader
  const dues = [
    ...(row.nextDue && row.nextClock
      ? [list.due(clockName(row.nextClock, language), dateToken(row.nextDue, reader))]
      : []),
    ...(row.statutoryDue ? [list.statutory(dateToken(row.statutoryDue, reader))] : []),
  ]
  const first = [
    status[row.status],
    escapeMrkdwn(unitName(row.outlet, language, house)),
    who(row.owner, reader, house),
  ]
  const sign = row.overdue ? ' ⛔' : ''
  return `${levelSign(row.level)} *${escapeMrkdwn(row.number)}*${sign} · ${first.join(' · ')}\n${dues.join(' · ')}`.trim()
}

function turning({ previous, next }: Page, { language }: Reader): KnownBlock[] {
  const { list } = textFor(language)
  const buttons = [
    ...(previous === undefined ? [] : [button(`page:${previous}`, list.previous, previous)]),
    ...(next === undefined ? [] : [button(`page:${next}`, list.next, next)]),
  ]
  return buttons.length > 0 ? [actions(buttons)] : []
}
