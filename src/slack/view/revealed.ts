import { type Language, textFor } from '../../text/text.ts'
import type { PersonalField } from '../../vault/personal-field.ts'
import { type Message, context, message } from './blocks.ts'
import { plain } from './blocks.ts'

/**
 * One clear value, for the eyes of one person only: send it as an ephemeral and delete or replace it after `seconds`. The
 * notification text never holds the value.
 */
export function revealedMessage(
  revealed: {
    readonly field: PersonalField
    readonly value: string
    readonly number: string
    readonly seconds: number
  },
  language: Language,
): Message {
  const { revealed: words, fields } = textFor(language)
  const title = words.title(fields[revealed.field].label, revealed.number)
  return message(title, [
    { type: 'section', text: plain(`${title}\n${revealed.value}`, 3000) },
    context(`🔓 ${words.logged(revealed.seconds)}`),
  ])
}

/** What replaces it when the time is over. */
export function hiddenMessage(language: Language): Message {
  const { gone } = textFor(language).revealed
  return message(gone, [context(`🔒 ${gone}`)])
}
