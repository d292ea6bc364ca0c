import type { Complaint } from '../../complaint/complaint.ts'
import type { Emergency } from '../../emergency/emergency.ts'
import { type Language, textFor } from '../../text/text.ts'
import { shorten } from './mrkdwn.ts'
import type { House } from './house.ts'
import { clockName, levelName, levelSign, unitName } from './names.ts'
import { twoClocks } from './state-of-case.ts'
import { isPast, plainTime } from './time.ts'

/** Slack's limit for a topic. */
const mostCharacters = 250

/** The topic of a complaint's channel: level, status, outlet, what is due next and by law, in the bank's local time. */
export function topicOf(complaint: Complaint, language: Language, house: House): string {
  const { topic, status } = textFor(language)
  const bank = { language, timeZone: house.rulebook.pack.calendar.timeZone }
  const { next, statutory } = twoClocks(complaint, house)
  const due =
    next &&
    (isPast(next.due, house.now) ? topic.overdue : topic.due)(
      clockName(next.run.code, language),
      plainTime(next.due, bank),
    )
  const parts = [
    `${levelSign(complaint.level)} ${levelName(complaint.level, language, house)}`,
    status[complaint.status],
    unitName(complaint.outlet, language, house),
    ...(due ? [due] : []),
    ...(statutory ? [topic.statutory(plainTime(statutory.due, bank))] : []),
  ]
  return shorten(parts.join(' · '), mostCharacters)
}

/** The topic of an emergency's channel: number, status, outlet, when the next situation report is due. */
export function emergencyTopic(emergency: Emergency, language: Language, house: House): string {
  const { emergency: words, emergencyStatus } = textFor(language)
  const bank = { language, timeZone: house.rulebook.pack.calendar.timeZone }
  const promised = emergency.stoodDown ? undefined : emergency.situations.at(-1)?.nextUpdate
  const parts = [
    `🚨 ${words.title(emergency.number)}`,
    emergencyStatus[emergency.status],
    unitName(emergency.outlet, language, house),
    ...(promised ? [words.nextUpdate(plainTime(promised, bank))] : []),
  ]
  return shorten(parts.join(' · '), mostCharacters)
}
