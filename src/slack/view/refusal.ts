import type { Complaint } from '../../complaint/complaint.ts'
import type { Refusal } from '../../matter/refusal.ts'
import { textFor } from '../../text/text.ts'
import { type Message, message, section } from './blocks.ts'
import type { House, Reader } from './house.ts'
import { escapeMrkdwn, inline } from './mrkdwn.ts'
import { nameOf, who } from './names.ts'

/** The core's "no" in a private message: what was seen, why, what to do; only who may act instead is mentioned, nobody else. */
export function refusalMessage(
  refusal: Refusal,
  complaint: Complaint | undefined,
  reader: Reader,
  house: House,
): Message {
  const sentence = refusalText(refusal, complaint, reader, house, (person) => who(person, reader, house))
  return message(refusalText(refusal, complaint, reader, house), [section(`✋ ${sentence}`)])
}

/** The same as one sentence without mentions, for a field of a form or a notification. */
export function refusalText(
  { code, detail }: Refusal,
  complaint: Complaint | undefined,
  { language }: Reader,
  house: House,
  show: (person: string) => string = (person) => escapeMrkdwn(nameOf(person, language, house)),
): string {
  const { refusals, status } = textFor(language)
  const { person, next } = detail
  return refusals[code]({
    status: complaint ? status[complaint.status] : '',
    person: person ? escapeMrkdwn(nameOf(person, language, house)) : '',
    next: next ? show(next) : '',
    seen: inline(detail['unit'] ?? detail['code'] ?? '', 100),
  })
}
