import { fieldKey, initialValue, isBlank, type Field, type FormState } from './form-state.ts'
import { textAt, type Json } from './json.ts'
import { lengthOf } from './text-limits.ts'

/** What Slack's own client says under each field before it sends a form at all, by block id. */
export function clientErrors(fields: readonly Field[], state: FormState): Readonly<Record<string, string>> {
  const inputs = fields.filter((field) => field.isInput)
  const errors = inputs.flatMap((field) => {
    const problem = clientError(field, state.get(fieldKey(field)) ?? initialValue(field))
    return problem ? [[field.blockId, problem] as const] : []
  })
  return Object.fromEntries(errors)
}

function clientError(field: Field, value: Json): string | undefined {
  if (isBlank(value)) return field.optional ? undefined : 'Please complete this required field.'
  const text = textAt(value, 'value')
  return text === undefined ? undefined : textError(field, text)
}

function textError(field: Field, text: string): string | undefined {
  const { element, type } = field
  const most = numberAt(element, 'max_length') ?? 3000
  const least = numberAt(element, 'min_length') ?? 0
  if (lengthOf(text) > most) return `Must be at most ${most} characters.`
  if (lengthOf(text) < least) return `Must be at least ${least} characters.`
  if (type === 'email_text_input' && !/^\S+@\S+\.\S+$/.test(text)) return 'Must be a valid email address.'
  if (type === 'url_text_input' && !URL.canParse(text)) return 'Must be a valid URL.'
  return type === 'number_input' ? numberError(element, text) : undefined
}

function numberError(element: Json, text: string): string | undefined {
  const value = Number(text)
  if (Number.isNaN(value)) return 'Must be a number.'
  if (element['is_decimal_allowed'] !== true && !Number.isInteger(value)) return 'Must be a whole number.'
  const least = numberAt(element, 'min_value')
  const most = numberAt(element, 'max_value')
  if (least !== undefined && value < least) return `Must be at least ${least}.`
  if (most !== undefined && value > most) return `Must be at most ${most}.`
  return undefined
}

function numberAt(element: Json, key: string): number | undefined {
  const value = element[key]
  return value === undefined ? undefined : Number(value)
}
