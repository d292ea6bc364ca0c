import { findByDigest } from '../../store/vault.ts'
import { checkPersonal } from '../../vault/check-personal.ts'
import { type PersonalField, type PersonalValues } from '../../vault/personal-field.ts'
import { digestsOf } from '../../vault/personal.ts'
import { scrub } from '../../vault/scrub.ts'
import type { Message } from '../view/blocks.ts'
import { casesNumbered } from './cases.ts'
import type { Asker, Listening } from './house.ts'
import { listPage } from './list-page.ts'
import { readNumber } from '../read-number.ts'

/** The fields by which somebody is looked for: each has a digest of its own. */
const searchable = ['phone', 'email', 'idNumber', 'card', 'name'] as const satisfies readonly PersonalField[]

/**
 * Finds by number; by phone, e-mail, ID or card number and by the customer's name through the vault's keyed digests; and by words of
 * what happened. What was typed is neither logged nor kept: Slack gets back only numbers that the asker may see.
 */
export async function search(house: Listening, asker: Asker, words: string): Promise<Message> {
  const number = readNumber(words)
  const numbered = number === undefined ? [] : await casesNumbered(house, asker, number)
  const kept = await findByDigest(house.db, digestsOf(house.masterKey, valuesLike(words)))
  const ids = [...new Set([...numbered.map(({ id }) => id), ...kept])]
  const query = { kind: 'search', from: 0 } as const
  if (ids.length > 0) return listPage(house, asker, query, ids)
  return listPage(house, asker, { ...query, words: scrub(words).text })
}

/** As which personal values can this be read? `13912345678` is a phone number and no name. */
function valuesLike(words: string): PersonalValues {
  return Object.fromEntries(
    searchable
      .filter((field) => checkPersonal({ [field]: words }).length === 0)
      .map((field) => [field, words]),
  )
}
