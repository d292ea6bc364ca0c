import type { KnownBlock } from '@slack/types'
import type { ListRow } from '../../complaint/list-row.ts'
import type { UnitId } from '../../organisation/organisation.ts'
import { textFor } from '../../text/text.ts'
import { type Message, context, divider, header, message, section } from './blocks.ts'
import type { House, Reader } from './house.ts'
import { rowBlock, rowText } from './list.ts'
import { unitName } from './names.ts'

/** A day's list: `day` is the bank's local date (`2026-03-02`), the lists do not overlap. */
export interface DayList {
  readonly day: string
  readonly overdue: readonly ListRow[]
  readonly dueToday: readonly ListRow[]
  readonly open: readonly ListRow[]
}

const mostRows = 12

/** The daily message to one person: what is overdue, due today, and otherwise open. */
export function digestMessage(list: DayList, reader: Reader, house: House): Message {
  const { digest, amounts } = textFor(reader.language)
  return dayMessage(digest.title(amounts.date(list.day)), list, reader, (row) => rowBlock(row, reader, house))
}

/** The same for the service quality channel of a branch; rows have no buttons, since many read it. */
export function channelDigestMessage(branch: UnitId, list: DayList, reader: Reader, house: House): Message {
  const { digest, amounts } = textFor(reader.language)
  const title = digest.channelTitle(unitName(branch, reader.language, house), amounts.date(list.day))
  return dayMessage(title, list, reader, (row) => section(rowText(row, reader, house)))
}

function dayMessage(
  title: string,
  list: DayList,
  reader: Reader,
  draw: (row: ListRow) => KnownBlock,
): Message {
  const { digest, forms } = textFor(reader.language)
  const summary = digest.summary(list.overdue.length, list.dueToday.length, list.open.length)
  const nothing = list.overdue.length + list.dueToday.length === 0
  return message(forms.pair(title, summary), [
    header(title),
    section(nothing ? digest.nothing(list.open.length) : summary),
    ...part(`⛔ ${digest.overdue}`, list.overdue, reader, draw),
    ...part(`⏰ ${digest.dueToday}`, list.dueToday, reader, draw),
    ...part(digest.open, list.open, reader, draw),
  ])
}

function part(
  title: string,
  rows: readonly ListRow[],
  { language }: Reader,
  draw: (row: ListRow) => KnownBlock,
): KnownBlock[] {
  if (rows.length === 0) return []
  const hidden = rows.length - mostRows
  const more = hidden > 0 ? [context(textFor(language).list.more(hidden))] : []
  return [divider(), section(`*${title}*`), ...rows.slice(0, mostRows).map(draw), ...more]
}
