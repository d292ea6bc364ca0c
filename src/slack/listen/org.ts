import { unitsWithoutLiaison } from '../../organisation/liaison.ts'
import { mayEver } from '../../organisation/rights.ts'
import { Refusal } from '../../matter/refusal.ts'
import { textFor } from '../../text/text.ts'
import { type Message, header, message, section } from '../view/blocks.ts'
import type { House } from '../view/house.ts'
import { escapeMrkdwn } from '../view/mrkdwn.ts'
import { unitName } from '../view/names.ts'
import { sentence } from './guarded.ts'
import type { Asker } from './house.ts'

const mostUnits = 40

/** The units that have named no complaint liaison, for whoever may name one. */
export function orgMessage({ person, reader }: Asker, view: House): Message {
  const { organisation, now } = view
  if (!mayEver(organisation, person, 'organisationLiaisons', now)) throw new Refusal('not-you')
  const { gaps: words, forms } = textFor(reader.language)
  const gaps = unitsWithoutLiaison(organisation, now).map(
    ({ id }) => `• ${escapeMrkdwn(unitName(id, reader.language, view))}`,
  )
  if (gaps.length === 0) return sentence(words.none)
  const hidden = gaps.length - mostUnits
  const lines = [...gaps.slice(0, mostUnits), ...(hidden > 0 ? [words.more(hidden)] : [])]
  return message(words.title, [
    header(`${words.title}${forms.aside(String(gaps.length))}`),
    section(lines.join('\n')),
  ])
}
