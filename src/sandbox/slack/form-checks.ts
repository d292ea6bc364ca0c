import { clientWords, type ClientWords } from './client-words.ts'
import { fieldKey, initialValue, isBlank, type Field, type FormState } from './form-state.ts'
import { textAt, type Json } from './json.ts'
import { lengthOf } from './text-limits.ts'

/** What Slack's own client says to a reader with this locale under each field, before it sends a form at all; by block id. */
export function clientErrors(
  fields: readonly Field[],
  state: FormState,
  locale: string,
): Readonly<Record<string, string>> {
  const words = clientWords(locale)
  const inputs = fields.filter((field) => field.isInput)
  const errors = inputs.flatMap((field) => {
    const problem = clientError(field, state.get(fieldKey(field)) ?? initialValue(field), words)
    return problem ? [[field.blockId, problem] as const] : []
  })
  return Object.fromEntries(errors)
}

function clientError(field: Field, value: Json, words: ClientWords): string | undefined {
  if (isBlank(value)) return field.optional ? undefined : words.required
  const text = textAt(value, 'value')
  return text === undefined ? undefined : textError(field, text, words)
}

function textError(field: Field, text: string, words: ClientWords): string | undefined {
  const { element, type } = field
  const most = numberAt(element, 'max_length') ?? 3000
  const least = numberAt(element, 'min_length') ?? 0
  if (lengthOf(text) > most) return words.atMostCharacters(most)
  if (lengthOf(text) < least) return words.atLeastCharacters(least)
  if (type === 'email_text_input' && !/^\S+@\S+\.\S+$/.test(text)) return words.notAnEmail
  if (type === 'url_text_input' && !URL.canParse(text)) return words.notAUrl
  return type === 'number_input' ? numberError(element, text, words) : undefined
}

function numberError(element: Json, text: string, words: ClientWords): string | undefined {
  const value = Number(text)
  if (Number.isNaN(value)) return words.notANumber
  if (element['is_decimal_allowed'] !== true && !Number.isInteger(value)) return words.notWhole
  const least = numberAt(element, 'min_value')
  const most = numberAt(element, 'max_value')
  if (least !== undefined && value < least) return words.atLeast(least)
  if (most !== undefined && value > most) return words.atMost(most)
  return undefined
}

function numberAt(element: Json, key: string): number | undefined {
  const value = element[key]
  return value === undefined ? undefined : Number(value)
}
