import { interactiveElements } from './block-kit-limits.ts'
import { objectAt, objectsAt, textAt, textsAt, wordsOf, type Json } from './json.ts'
import { NotThere } from './not-there.ts'

/** One thing a person can fill in or choose, with what it holds now in Slack's own shape. */
export type Field = {
  readonly blockId: string
  readonly actionId: string
  readonly type: string
  readonly label: string
  readonly optional: boolean
  readonly isInput: boolean
  readonly element: Json
}

/** What a field holds, in the shape of `view.state.values[block][action]`. */
export type FieldValue = Json

export type FormState = ReadonlyMap<string, FieldValue>

/** The key of a field in a form's state. */
export function fieldKey(field: Pick<Field, 'blockId' | 'actionId'>): string {
  return JSON.stringify([field.blockId, field.actionId])
}

const stateless = ['button', 'overflow']

/** The fields of a view or message: every element that keeps a state, in the order they are read. */
export function fieldsOf(blocks: readonly Json[]): readonly Field[] {
  return blocks.flatMap((block) =>
    interactiveElements(block)
      .filter((element) => !stateless.includes(textAt(element, 'type') ?? ''))
      .map((element) => fieldOf(block, element)),
  )
}

function fieldOf(block: Json, element: Json): Field {
  const label = objectAt(block, 'label') ?? objectAt(element, 'placeholder') ?? objectAt(block, 'text')
  return {
    blockId: textAt(block, 'block_id') ?? '',
    actionId: textAt(element, 'action_id') ?? '',
    type: textAt(element, 'type') ?? '',
    label: (label && textAt(label, 'text')) ?? '',
    optional: block['optional'] === true,
    isInput: block['type'] === 'input',
    element,
  }
}

/** What does the field hold before anybody has touched it? */
export function initialValue(field: Field): FieldValue {
  const { element, type } = field
  const shape = shapes[type]
  if (!shape) return { type }
  const initial = element[shape.initial]
  return { type, [shape.holds]: initial ?? (shape.many ? [] : null) }
}

type Shape = { readonly holds: string; readonly initial: string; readonly many: boolean }

function one(holds: string, initial: string): Shape {
  return { holds, initial, many: false }
}

function several(holds: string, initial: string): Shape {
  return { holds, initial, many: true }
}

const shapes: Readonly<Record<string, Shape>> = {
  plain_text_input: one('value', 'initial_value'),
  number_input: one('value', 'initial_value'),
  email_text_input: one('value', 'initial_value'),
  url_text_input: one('value', 'initial_value'),
  rich_text_input: one('rich_text_value', 'initial_value'),
  datepicker: one('selected_date', 'initial_date'),
  timepicker: one('selected_time', 'initial_time'),
  datetimepicker: one('selected_date_time', 'initial_date_time'),
  static_select: one('selected_option', 'initial_option'),
  external_select: one('selected_option', 'initial_option'),
  radio_buttons: one('selected_option', 'initial_option'),
  users_select: one('selected_user', 'initial_user'),
  conversations_select: one('selected_conversation', 'initial_conversation'),
  channels_select: one('selected_channel', 'initial_channel'),
  checkboxes: several('selected_options', 'initial_options'),
  multi_static_select: several('selected_options', 'initial_options'),
  multi_external_select: several('selected_options', 'initial_options'),
  multi_users_select: several('selected_users', 'initial_users'),
  multi_conversations_select: several('selected_conversations', 'initial_conversations'),
  multi_channels_select: several('selected_channels', 'initial_channels'),
  file_input: several('files', 'initial_files'),
}

/** What a person types or picks: a text, a number, a date, an option by value or label, a person by id, or several. */
export type Entry = string | number | null | readonly string[]

/**
 * The value Slack would keep when the person enters this. Options are found by value or by label, people through
 * `userIdOf`. Throws when the field offers no such option.
 */
export function enteredValue(field: Field, entry: Entry, userIdOf: (person: string) => string): FieldValue {
  const shape = shapes[field.type]
  if (!shape)
    throw new Error(`A ${field.type} cannot be filled in. Use click for buttons and overflow menus.`)
  const entries = entry === null || entry === '' ? [] : Array.isArray(entry) ? entry : [entry]
  const values = entries.map((each: string | number) => oneValue(field, shape, String(each), userIdOf))
  return { type: field.type, [shape.holds]: shape.many ? values : (values[0] ?? null) }
}

function oneValue(field: Field, shape: Shape, entry: string, userIdOf: (person: string) => string): unknown {
  if (field.type.endsWith('external_select'))
    return { text: { type: 'plain_text', text: entry }, value: entry }
  if (shape.holds.startsWith('selected_option')) return findOption(field.element, entry)
  if (shape.holds.startsWith('selected_user')) return userIdOf(entry)
  if (shape.holds === 'selected_date_time')
    return Math.floor(Temporal.Instant.from(entry).epochMilliseconds / 1000)
  if (shape.holds === 'files')
    return { id: `F0${entry.toUpperCase().replaceAll(/[^A-Z0-9]/g, '')}`, name: entry }
  return shape.holds === 'rich_text_value' ? richTextOf(entry) : entry
}

function richTextOf(text: string): Json {
  const section = { type: 'rich_text_section', elements: [{ type: 'text', text }] }
  return { type: 'rich_text', elements: [section] }
}

/** The option with this value or label among those an element offers. Throws `NotThere`, naming the offers, when none fits. */
export function findOption(element: Json, wanted: string): Json {
  const options = [
    ...objectsAt(element, 'options'),
    ...objectsAt(element, 'option_groups').flatMap((group) => objectsAt(group, 'options')),
  ]
  const found =
    options.find((option) => textAt(option, 'value') === wanted) ??
    options.find((option) => optionLabel(option) === wanted)
  if (found) return found
  const offers = options.map((option) => `${optionLabel(option)} (${textAt(option, 'value') ?? ''})`)
  throw new NotThere(
    'option',
    `There is no option "${wanted}" here. Offered: ${offers.join(', ') || 'none'}. Choose one of these.`,
  )
}

/** The words of an option. */
export function optionLabel(option: Json): string {
  const text = objectAt(option, 'text')
  return (text && textAt(text, 'text')) ?? ''
}

/** Does the field hold nothing? */
export function isBlank(value: FieldValue): boolean {
  return Object.entries(value).every(
    ([key, held]) =>
      key === 'type' || held === null || held === '' || (Array.isArray(held) && held.length === 0),
  )
}

/** What a field holds as one line of text, for people to read. */
export function shownValue(value: FieldValue): string {
  const single = objectAt(value, 'selected_option')
  const options = objectsAt(value, 'selected_options')
  if (single || options.length > 0)
    return [...(single ? [single] : []), ...options].map(optionLabel).join(', ')
  const held = Object.entries(value).filter(([key]) => key !== 'type')
  return held
    .map(([key, item]) => (Array.isArray(item) ? textsAt(value, key).join(', ') : wordsOf(item)))
    .join('')
}

/** The state as Slack sends it: values by block, then by action. */
export function stateValues(fields: readonly Field[], state: FormState): Json {
  const byBlock = Object.groupBy(fields, (field) => field.blockId)
  return Object.fromEntries(
    Object.entries(byBlock).map(([blockId, inBlock]) => [
      blockId,
      Object.fromEntries(
        (inBlock ?? []).map((field) => [field.actionId, state.get(fieldKey(field)) ?? initialValue(field)]),
      ),
    ]),
  )
}
