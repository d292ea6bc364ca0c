import type { Complaint } from '../../complaint/complaint.ts'
import { textFor } from '../../text/text.ts'
import type { FindingKind } from '../../vault/finding.ts'
import { type Message, actions, button, context, header, message, section } from './blocks.ts'
import { clockDueLines, maskedWords } from './filed.ts'
import type { House, Reader } from './house.ts'

/** What became of the customer's words when they were added to an earlier complaint. */
export interface AttachedFacts {
  readonly complaint: Complaint
  /** Was it closed, and is it open again by this? */
  readonly reopened: boolean
  /** May the reader see it? Somebody who may not hears no number. */
  readonly maySee: boolean
  /** Nothing happened: the form was sent before. */
  readonly already: boolean
  readonly masked: readonly FindingKind[]
}

/** The answer to a filing form by which no second complaint was filed; where the reader may see it, with its due times. */
export function attachedMessage(facts: AttachedFacts, reader: Reader, house: House): Message {
  const { again, card, filed } = textFor(reader.language)
  const { complaint, maySee, reopened, masked } = facts
  const number = maySee ? complaint.number : ''
  const title = reopened ? again.reopened(number) : again.attached(number)
  const dues = clockDueLines(complaint, reader, house)
  return message(title, [
    header(`✅ ${title}`),
    section(facts.already ? again.alreadyThere : reopened ? again.reopenedNext : again.attachedNext),
    ...(maySee && dues.length > 0 ? [section(`*${filed.dues}*\n${dues.join('\n')}`)] : []),
    ...(masked.length > 0 ? [context(`🛡️ ${maskedWords(masked, reader)}`)] : []),
    ...(maySee
      ? [
          actions([
            button(`open:${complaint.id}`, card.open, complaint.id),
            button('why', card.why, complaint.id),
          ]),
        ]
      : []),
  ])
}
