import type { Action } from '../../action/action.ts'
import type { Notice, NoticeCode } from '../../matter/effect.ts'
import { actionButtons } from './action-buttons.ts'
import { actionFacts } from './action-card.ts'
import { type Message, actions, fields, message, section } from './blocks.ts'
import type { House, Reader } from './house.ts'
import { quote } from './mrkdwn.ts'
import { codeName, unitName } from './names.ts'
import { confessionBlocks, remarkBlocks } from './notice.ts'
import { matterSentence } from './notice-facts.ts'
import { lookButton } from './step-action.ts'
import { textFor } from '../../text/text.ts'

const signs: Partial<Record<NoticeCode, string>> = {
  'action-due': '⏰',
  'action-overdue': '⛔',
  'action-came-back': '↩️',
  'action-lasting': '✅',
  'action-extended': '✅',
}

/** A private message about an improvement action: why you get it, how it stands, the buttons that are yours. */
export function actionNotice(notice: Notice, action: Action, reader: Reader, house: House): Message {
  const { plain, mrkdwn } = matterSentence(
    told(notice),
    aboutOf(notice, action, reader, house),
    reader,
    house,
  )
  const sign = signs[notice.code] ?? '🛠️'
  const { card } = textFor(reader.language)
  const buttons = actionButtons(action, reader, house)
  return message(`${sign} ${plain}`, [
    section(`${sign} ${mrkdwn}`),
    ...remarkBlocks(notice, reader),
    ...confessionBlocks(notice, reader),
    fields(actionFacts(action, reader, house)),
    section(quote(action.task, 600)),
    ...(buttons ? [buttons] : []),
    actions([lookButton({ matter: 'action', id: action.id }, card.open)]),
  ])
}

/** Overdue on rung 0 has climbed nowhere yet. */
function told({ rung, ...notice }: Notice): Notice {
  return rung === undefined || rung === 0 ? notice : { ...notice, rung }
}

function aboutOf({ code, reason = '' }: Notice, action: Action, { language }: Reader, house: House) {
  const isCode = code === 'action-extension-wanted'
  return {
    number: action.number,
    level: '',
    outlet: unitName(action.unit, language, house),
    reason: isCode ? codeName('extensionReason', reason, language, house) : reason,
  }
}
