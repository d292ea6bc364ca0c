import type { HomeView, KnownBlock } from '@slack/types'
import type { ListRow } from '../../complaint/list-row.ts'
import { textFor } from '../../text/text.ts'
import { actions, button, context, divider, fields, header, section } from './blocks.ts'
import type { House, Reader } from './house.ts'
import { rowBlock } from './list.ts'
import { dateToken } from './time.ts'
import { type WaitingRow, waitingBlock } from './waiting.ts'

/** A person's desk, each list in the order in which it should be worked. */
export interface Desk {
  readonly toAct: readonly ListRow[]
  readonly dueNext: readonly ListRow[]
  readonly toApprove: readonly ListRow[]
  readonly filed: readonly ListRow[]
  /** What waits of other kinds of matters: votes, payments, improvement actions. */
  readonly waiting?: readonly WaitingRow[]
  /** For the service quality department: how the branch stands. */
  readonly board?: {
    readonly open: number
    readonly overdue: number
    readonly dueToday: number
    readonly level1: number
  }
}

/** App Home takes a hundred blocks; four lists of so many leave room for the frame. */
const mostRows = 15

/** The App Home: what to act on now, what is due next, what waits for my approval, what I filed. */
export function homeView(desk: Desk, reader: Reader, house: House): HomeView {
  const { home, card } = textFor(reader.language)
  const lists: [string, readonly ListRow[]][] = [
    [home.toAct, desk.toAct],
    [home.toApprove, desk.toApprove],
    [home.dueNext, desk.dueNext],
    [home.filed, desk.filed],
  ]
  return {
    type: 'home',
    blocks: [
      header(home.title),
      actions([button('file:open', home.file, 'home', 'primary')]),
      ...boardBlocks(desk, reader),
      ...waitingBlocks(desk, reader),
      ...lists.flatMap(([title, rows]) => listBlocks(title, rows, reader, house)),
      context(card.asOf(dateToken(house.now, reader))),
    ],
  }
}

function listBlocks(title: string, rows: readonly ListRow[], reader: Reader, house: House): KnownBlock[] {
  const { home, list, forms } = textFor(reader.language)
  const hidden = rows.length - mostRows
  return [
    divider(),
    section(`*${title}* ${forms.aside(String(rows.length)).trimStart()}`),
    ...(rows.length === 0 ? [context(home.nothing)] : []),
    ...rows.slice(0, mostRows).map((row) => rowBlock(row, reader, house)),
    ...(hidden > 0 ? [context(list.more(hidden))] : []),
  ]
}

/** Nothing stands here where nothing waits: most people have no part in these. */
function waitingBlocks({ waiting = [] }: Desk, reader: Reader): KnownBlock[] {
  if (waiting.length === 0) return []
  const { home, list, forms } = textFor(reader.language)
  const hidden = waiting.length - mostRows
  const byDue = waiting.toSorted((one, other) => (one.due ?? '9').localeCompare(other.due ?? '9'))
  return [
    divider(),
    section(`*${home.waiting}* ${forms.aside(String(waiting.length)).trimStart()}`),
    ...byDue.slice(0, mostRows).map((row) => waitingBlock(row, reader)),
    ...(hidden > 0 ? [context(list.more(hidden))] : []),
  ]
}

function boardBlocks({ board }: Desk, { language }: Reader): KnownBlock[] {
  if (!board) return []
  const { home } = textFor(language)
  const pairs: [string, string][] = [
    [home.open, String(board.open)],
    [home.overdue, String(board.overdue)],
    [home.dueToday, String(board.dueToday)],
    [home.level1, String(board.level1)],
  ]
  return [section(`*${home.board}*`), fields(pairs)]
}
