import type { Complaint } from '../../complaint/complaint.ts'
import type { Event } from '../../complaint/event.ts'
import { type Text, textFor } from '../../text/text.ts'
import { type Message, message, section } from './blocks.ts'
import { complaintCard } from './card.ts'
import type { House, Reader } from './house.ts'
import { escapeMrkdwn } from './mrkdwn.ts'
import { nameOf, who } from './names.ts'
import { dateToken, plainTime } from './time.ts'

/** What happened last, as the journal has it; without `by` the clock or the machine did it. */
export interface Happening {
  readonly type: Event['type'] & keyof Text['happened']
  readonly at: string
  readonly by?: string
}

/** The answer to a button of a card that is no longer true: why not, what happened meanwhile, and the card of now. */
export function staleMessage(
  why: string,
  last: Happening | undefined,
  complaint: Complaint,
  reader: Reader,
  house: House,
): Message {
  const { stale } = textFor(reader.language)
  const told = last
    ? [stale.meanwhile(doer(last, reader, house), deed(last, reader), dateToken(last.at, reader))]
    : []
  const plainly = last
    ? [stale.meanwhile(plainDoer(last, reader, house), deed(last, reader), plainTime(last.at, reader))]
    : []
  return message([why, ...plainly].join(' '), [
    section([why, ...told, stale.now].join('\n')),
    ...complaintCard(complaint, reader, house).blocks,
  ])
}

function deed({ type }: Happening, { language }: Reader): string {
  return textFor(language).happened[type]
}

function doer({ by }: Happening, reader: Reader, house: House): string {
  return by === undefined ? textFor(reader.language).noticeParts.theSystem : who(by, reader, house)
}

function plainDoer({ by }: Happening, { language }: Reader, house: House): string {
  return by === undefined
    ? textFor(language).noticeParts.theSystem
    : escapeMrkdwn(nameOf(by, language, house))
}
