import type { Complaint, Pause } from '../../complaint/complaint.ts'
import { activePause } from '../../complaint/pausing.ts'
import { textFor } from '../../text/text.ts'
import type { House, Reader } from './house.ts'
import { escapeMrkdwn } from './mrkdwn.ts'
import { codeName, pauseName, who } from './names.ts'
import { dateToken } from './time.ts'

/** The card has so many pauses that are over; the journal has all. */
const mostPauses = 3

/** What stands still now, and what is asked for: a line each. Finished mrkdwn. */
export function waitingLines(complaint: Complaint, reader: Reader, house: House): string[] {
  const { card } = textFor(reader.language)
  const { pauseAsked } = complaint
  const pause = activePause(complaint)
  return [
    ...(pause ? [`⏸️ *${pausedWords(pause, reader, house)}*`] : []),
    ...(pauseAsked
      ? [
          `✋ ${card.pauseAsked(
            reasonWords(pauseAsked.code, reader, house),
            who(pauseAsked.by, reader, house),
            dateToken(pauseAsked.until, reader),
          )}`,
        ]
      : []),
    ...extensionAskedLines(complaint, reader, house),
  ]
}

/** What stood still before, and by how much the statutory limit was lengthened: a line each. Finished mrkdwn. */
export function waitedLines(
  { pauses = [], extensions = [] }: Complaint,
  reader: Reader,
  house: House,
): string[] {
  const { card } = textFor(reader.language)
  const over = pauses.flatMap(({ code, from, endedAt, grantedBy }) =>
    endedAt === undefined
      ? []
      : [
          card.wasPaused(
            reasonWords(code, reader, house),
            dateToken(from, reader),
            dateToken(endedAt, reader),
            who(grantedBy, reader, house),
          ),
        ],
  )
  const longer = extensions.map(({ to, grantedBy, toldAt, toldDate }) =>
    card.extended(
      to,
      who(grantedBy, reader, house),
      toldAt === undefined ? '' : dateToken(toldAt, reader),
      toldDate ?? '',
    ),
  )
  return [...over.slice(-mostPauses), ...longer]
}

function pausedWords({ code, from, until, stopsStatutory }: Pause, reader: Reader, house: House): string {
  const { card } = textFor(reader.language)
  const statutory = stopsStatutory ? card.statutoryStands : card.statutoryRuns
  return card.paused(
    reasonWords(code, reader, house),
    dateToken(from, reader),
    dateToken(until, reader),
    statutory,
  )
}

function extensionAskedLines({ extensionAsked }: Complaint, reader: Reader, house: House): string[] {
  if (!extensionAsked) return []
  const { card } = textFor(reader.language)
  const { to, by, reason, granted } = extensionAsked
  if (granted) return [`✅ ${card.extensionGranted(to, who(granted.by, reader, house))}`]
  const why = escapeMrkdwn(codeName('extensionReason', reason, reader.language, house))
  return [`✋ ${card.extensionAsked(to, who(by, reader, house), why)}`]
}

function reasonWords(code: string, { language }: Reader, house: House): string {
  return escapeMrkdwn(pauseName(code, language, house))
}
