import type { Refusal } from '../../matter/refusal.ts'
import { textFor } from '../../text/text.ts'
import type { Seen } from '../face/face.ts'
import { viewHouse } from '../view-house.ts'
import { type Message, message, section } from '../view/blocks.ts'
import type { Reader } from '../view/house.ts'
import { refusalMessage, refusalText } from '../view/refusal.ts'
import type { Listening } from './house.ts'

/** Why not, in a message; where the state has moved on since the button was drawn, with the card of now. */
export async function explained(
  house: Listening,
  refusal: Refusal,
  seen: Seen | undefined,
  reader: Reader,
): Promise<Message> {
  if (seen?.explain) return seen.explain(refusal, reader)
  const view = seen?.view ?? (await viewHouse(house))
  if (refusal.code !== 'not-now' || !seen) return refusalMessage(refusal, undefined, reader, view)
  const why = refusalText(refusal, undefined, reader, view)
  const { now } = textFor(reader.language).stale
  const card = await seen.card(reader)
  return message(why, [section(`${why}\n${now}`), ...card.blocks])
}
