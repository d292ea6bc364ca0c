import type { KnownBlock } from '@slack/types'
import type { Action } from '../../action/action.ts'
import { checkDue } from '../../action/calls.ts'
import { textFor } from '../../text/text.ts'
import { isOverdue } from './action-card.ts'
import { type Message, actions, button, context, header, message, section } from './blocks.ts'
import type { House, Reader } from './house.ts'
import { escapeMrkdwn, inline } from './mrkdwn.ts'
import { codeName, unitName, who } from './names.ts'
import { lookButton } from './step-action.ts'
import { dateToken } from './time.ts'

/** Which actions a list shows: what waits for the asker, what is overdue, those of one root cause or one unit. */
export interface ListedActions {
  readonly kind: 'all' | 'mine' | 'overdue'
  readonly rootCause?: string
  readonly unit?: string
  readonly actions: readonly Action[]
  /** May the asker begin one? */
  readonly mayBegin: boolean
}

const mostRows = 20

/** Improvement actions, a line each with the button that opens its card; above them how many each root cause has. */
export function actionList(listed: ListedActions, reader: Reader, house: House): Message {
  const { action: words, card, list } = textFor(reader.language)
  const title = titleOf(listed, reader, house)
  const begin = listed.mayBegin ? [beginRow(reader)] : []
  if (listed.actions.length === 0) return message(words.empty, [section(words.empty), ...begin])
  const hidden = listed.actions.length - mostRows
  return message(title, [
    header(title),
    ...groupBlocks(listed, reader, house),
    ...listed.actions.slice(0, mostRows).map((action) => rowBlock(action, reader, house)),
    ...(hidden > 0 ? [context(list.more(hidden))] : []),
    ...begin,
    context(card.asOf(dateToken(house.now, reader))),
  ])
}

/** One action on two lines: number, status, unit, owner; cause, kind and due. Finished mrkdwn. */
export function actionRow(action: Action, reader: Reader, house: House): string {
  const { actionStatus, action: words, forms } = textFor(reader.language)
  const { language } = reader
  const sign = isOverdue(action, house) ? ' ⛔' : ''
  const check = checkDue(action, house.rulebook)
  const first = [
    actionStatus[action.status],
    escapeMrkdwn(unitName(action.unit, language, house)),
    who(action.owner, reader, house),
  ]
  const second = [
    escapeMrkdwn(codeName('rootCause', action.rootCause, language, house)),
    escapeMrkdwn(codeName('action', action.kind, language, house)),
    ...(action.status === 'open' ? [forms.pair(words.due, dateToken(action.due, reader))] : []),
    ...(check ? [forms.pair(words.checkDue, dateToken(check, reader))] : []),
  ]
  return `🛠️ *${escapeMrkdwn(action.number)}*${sign} · ${first.join(' · ')}\n${second.join(' · ')}\n${inline(action.task, 150)}`
}

function titleOf(listed: ListedActions, { language }: Reader, house: House): string {
  const { action: words } = textFor(language)
  const { kind, rootCause, unit } = listed
  const title = { all: words.listTitle, mine: words.mine, overdue: words.overdueTitle }[kind]
  const parts = [
    title,
    ...(rootCause === undefined ? [] : [words.byCause(codeName('rootCause', rootCause, language, house))]),
    ...(unit === undefined ? [] : [words.byUnit(unitName(unit, language, house))]),
    String(listed.actions.length),
  ]
  return parts.join(' · ')
}

function groupBlocks(
  { actions: found, rootCause }: ListedActions,
  { language }: Reader,
  house: House,
): KnownBlock[] {
  const { action: words } = textFor(language)
  const groups = Map.groupBy(found, (each) => each.rootCause)
  if (rootCause !== undefined || groups.size < 2) return []
  const lines = [...groups].map(([code, of]) => {
    const name = escapeMrkdwn(codeName('rootCause', code, language, house))
    return words.group(name, of.filter(({ status }) => status === 'open').length, of.length)
  })
  return [section(`*${words.groups}*\n${lines.join('\n')}`)]
}

function rowBlock(action: Action, reader: Reader, house: House): KnownBlock {
  return section(
    actionRow(action, reader, house),
    lookButton({ matter: 'action', id: action.id }, textFor(reader.language).card.open),
  )
}

function beginRow({ language }: Reader): KnownBlock {
  return actions([button('action:begin', textFor(language).actionSteps.begin.button, 'new')])
}
