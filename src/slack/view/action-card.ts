import type { KnownBlock } from '@slack/types'
import { type Action, waitingExtension } from '../../action/action.ts'
import { overseesAction } from '../../action/allowed.ts'
import { checkDue } from '../../action/calls.ts'
import { textFor } from '../../text/text.ts'
import { actionButtons } from './action-buttons.ts'
import { type Message, context, fields, header, message, section } from './blocks.ts'
import type { House, Reader } from './house.ts'
import { escapeMrkdwn, inline, quote } from './mrkdwn.ts'
import { codeName, unitName, who } from './names.ts'
import { dateToken, isPast, timeLeft } from './time.ts'

/** The card of an improvement action as it is now, with the buttons that this reader may press. */
export function actionCard(action: Action, reader: Reader, house: House): Message {
  const { action: words, card } = textFor(reader.language)
  const title = `🛠️ ${words.title(action.number)}`
  const history = historyLines(action, reader, house)
  const buttons = actionButtons(action, reader, house)
  return message(title, [
    header(title),
    ...flagBlocks(action, reader, house),
    fields(actionFacts(action, reader, house)),
    section(`*${words.task}*\n${quote(action.task)}`),
    context(...likeLines(action, reader, house)),
    ...evidenceBlocks(action, reader),
    ...(history.length > 0 ? [section(history.map((line) => `• ${line}`).join('\n'))] : []),
    ...(buttons ? [buttons] : []),
    context([card.asOf(dateToken(house.now, reader)), card.pack(action.policyVersion)].join(' · ')),
  ])
}

/** Status, unit, owner, what is due, why it was begun: label and value pairs. */
export function actionFacts(action: Action, reader: Reader, house: House): [string, string][] {
  const { action: words, actionStatus } = textFor(reader.language)
  const { language } = reader
  return [
    [words.status, actionStatus[action.status]],
    dueFact(action, reader, house),
    [words.unit, escapeMrkdwn(unitName(action.unit, language, house))],
    [words.owner, who(action.owner, reader, house)],
    [words.rootCause, rootCauseWords(action, reader, house)],
    [words.kind, escapeMrkdwn(codeName('action', action.kind, language, house))],
    [words.origin, originWords(action, reader)],
  ]
}

/** Is it open past its due? */
export function isOverdue({ status, due }: Action, { now }: House): boolean {
  return status === 'open' && isPast(due, now)
}

function dueFact(action: Action, reader: Reader, house: House): [string, string] {
  const { action: words } = textFor(reader.language)
  if (action.status === 'open')
    return [words.due, `${dateToken(action.due, reader)}\n${timeLeft(action.due, house.now, reader)}`]
  const check = checkDue(action, house.rulebook)
  return [words.checkDue, check ? dateToken(check, reader) : '']
}

function rootCauseWords({ rootCause, rootCauseRemark }: Action, { language }: Reader, house: House): string {
  const name = escapeMrkdwn(codeName('rootCause', rootCause, language, house))
  return rootCauseRemark === undefined
    ? name
    : `${name}${textFor(language).forms.aside(inline(rootCauseRemark, 150))}`
}

function originWords({ origin }: Action, { language }: Reader): string {
  if (!origin) return ''
  return `${textFor(language).action.origins[origin.matter]} ${escapeMrkdwn(origin.number)}`
}

function flagBlocks(action: Action, reader: Reader, house: House): KnownBlock[] {
  const { action: words } = textFor(reader.language)
  const asked = waitingExtension(action)
  const isWaiting = action.status === 'open' && asked !== undefined
  const lines = [
    ...(isOverdue(action, house) ? [`⛔ *${words.overdue}*`] : []),
    ...(isWaiting ? [`⏳ ${askedWords(asked, reader, house)}`] : []),
  ]
  return lines.length > 0 ? [section(lines.join('\n'))] : []
}

type Asked = NonNullable<ReturnType<typeof waitingExtension>>

function askedWords({ by, due, reason, remark }: Asked, reader: Reader, house: House): string {
  const { action: words, forms } = textFor(reader.language)
  const name = escapeMrkdwn(codeName('extensionReason', reason, reader.language, house))
  const why = remark === undefined ? name : `${name}${forms.aside(inline(remark))}`
  return words.asked(who(by, reader, house), dateToken(due, reader), why)
}

function likeLines({ like }: Action, { language }: Reader, house: House): string[] {
  const { action: words } = textFor(language)
  if (!like) return [words.unwatched]
  const parts = [
    codeName('cause', like.cause, language, house),
    ...(like.business === undefined ? [] : [codeName('business', like.business, language, house)]),
    ...(like.unit === undefined ? [] : [unitName(like.unit, language, house)]),
  ]
  return [words.watched(escapeMrkdwn(parts.join(' · ')))]
}

/** The evidence of the last time that it was reported done. */
function evidenceBlocks({ finishes }: Action, { language }: Reader): KnownBlock[] {
  const last = finishes.at(-1)
  return last ? [section(`*${textFor(language).action.evidence}*\n${quote(last.evidence, 1200)}`)] : []
}

/** The card has the last of each; the journal has all. */
const mostOfEach = 4

function historyLines(action: Action, reader: Reader, house: House): string[] {
  const { action: words, noticeParts } = textFor(reader.language)
  const { begunAt, begunBy, finishes, cancelled } = action
  const person = (by: string | undefined) =>
    by === undefined ? noticeParts.theSystem : who(by, reader, house)
  return [
    words.begun(dateToken(begunAt, reader), person(begunBy)),
    ...answerLines(action, reader, house),
    ...finishes
      .slice(-mostOfEach)
      .map(({ doneAt, by }) => words.finished(dateToken(doneAt, reader), person(by))),
    ...checkLines(action, reader, house),
    ...(cancelled
      ? [words.cancelled(dateToken(cancelled.at, reader), person(cancelled.by), inline(cancelled.reason))]
      : []),
  ]
}

function answerLines({ extensions }: Action, reader: Reader, house: House): string[] {
  const { action: words } = textFor(reader.language)
  return extensions.slice(-mostOfEach).flatMap(({ due, answer }) => {
    if (!answer) return []
    const by = who(answer.by, reader, house)
    return [
      answer.granted
        ? words.granted(by, dateToken(due, reader))
        : words.refused(by, inline(answer.remark ?? '')),
    ]
  })
}

/** The numbers of the like complaints are for those who look over the branch: a unit's people may be complained about in one. */
function checkLines(action: Action, reader: Reader, house: House): string[] {
  const { action: words, noticeParts } = textFor(reader.language)
  const seesNumbers = reader.personId !== undefined && overseesAction(action, reader.personId, house)
  return action.checks
    .slice(-mostOfEach)
    .map(({ at, by, count, numbers, cameBack, remark }) =>
      [
        words.checked(
          dateToken(at, reader),
          count,
          by === undefined ? noticeParts.theSystem : who(by, reader, house),
        ),
        ...(cameBack ? [words.cameBack] : []),
        ...(seesNumbers && numbers.length > 0 ? [words.numbers(inline(numbers.join(', '), 200))] : []),
        ...(remark === undefined ? [] : [inline(remark)]),
      ].join(' · '),
    )
}
