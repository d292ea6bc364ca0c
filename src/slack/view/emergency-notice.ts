import type { Emergency } from '../../emergency/emergency.ts'
import type { Notice } from '../../matter/effect.ts'
import { emergencyButtons } from './emergency-buttons.ts'
import { type Message, fields, message, section } from './blocks.ts'
import { emergencyBrief, rolesText } from './emergency-card.ts'
import type { House, Reader } from './house.ts'
import { escapeMrkdwn } from './mrkdwn.ts'
import { unitName } from './names.ts'
import { confessionBlocks, remarkBlocks } from './notice.ts'
import { emergencySentence } from './notice-facts.ts'
import { dateToken } from './time.ts'
import { textFor } from '../../text/text.ts'

/** A private message about a level-1 emergency: why you get it, what and where it is, who does what, your buttons. */
export function emergencyNotice(notice: Notice, emergency: Emergency, reader: Reader, house: House): Message {
  const { plain, mrkdwn } = emergencySentence(notice, emergency, reader, house)
  const { emergency: words, emergencyStatus } = textFor(reader.language)
  const buttons = emergencyButtons(emergency, reader, house)
  return message(`🚨 ${plain}`, [
    section(`🚨 ${mrkdwn}`),
    ...remarkBlocks(notice, reader),
    ...confessionBlocks(notice, reader),
    fields([
      [words.status, emergencyStatus[emergency.status]],
      [words.outlet, escapeMrkdwn(unitName(emergency.outlet, reader.language, house))],
      [words.since, dateToken(emergency.formedAt, reader)],
      [words.complaints, emergency.complaints.map(({ number }) => escapeMrkdwn(number)).join(', ')],
    ]),
    section(rolesText(emergency, reader, house)),
    ...(buttons ? [buttons] : []),
  ])
}

/** A post in the emergency's channel; the brief is drawn whole. */
export function emergencyPost(notice: Notice, emergency: Emergency, reader: Reader, house: House): Message {
  if (notice.code === 'emergency-brief') return emergencyBrief(emergency, reader, house)
  const { plain, mrkdwn } = emergencySentence(notice, emergency, reader, house)
  return message(`🚨 ${plain}`, [
    section(`🚨 ${mrkdwn}`),
    ...remarkBlocks(notice, reader),
    ...confessionBlocks(notice, reader),
  ])
}
