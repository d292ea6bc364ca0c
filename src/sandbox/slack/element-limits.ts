import { objectAt, textAt, type Json } from './json.ts'
import { optionListProblems } from './option-limits.ts'
import {
  countProblems,
  lengthOf,
  stringProblems,
  textProblems,
  unknownFields,
  type Problem,
} from './text-limits.ts'

type Check = (element: Json, at: string) => readonly Problem[]
type Kind = { readonly fields: readonly string[]; readonly check?: Check }

const menu = ['placeholder', 'confirm', 'focus_on_load']
const lists = ['options', 'option_groups']
const typing = ['initial_value', 'placeholder', 'focus_on_load', 'dispatch_action_config']

const dates: Check = (element, at) =>
  patternProblems(element, 'initial_date', at, /^\d{4}-\d{2}-\d{2}$/, 'YYYY-MM-DD')
const times: Check = (element, at) => patternProblems(element, 'initial_time', at, /^\d{2}:\d{2}$/, 'HH:mm')
const many: Check = (element, at) => optionListProblems(element, at, { max: 100 })

const kinds: Readonly<Record<string, Kind>> = {
  button: { fields: ['text', 'value', 'url', 'style', 'confirm', 'accessibility_label'], check: button },
  static_select: { fields: [...menu, ...lists, 'initial_option'], check: many },
  multi_static_select: { fields: [...menu, ...lists, 'initial_options', 'max_selected_items'], check: many },
  external_select: { fields: [...menu, 'initial_option', 'min_query_length'] },
  multi_external_select: { fields: [...menu, 'initial_options', 'min_query_length', 'max_selected_items'] },
  users_select: { fields: [...menu, 'initial_user'] },
  multi_users_select: { fields: [...menu, 'initial_users', 'max_selected_items'] },
  conversations_select: {
    fields: [
      ...menu,
      'initial_conversation',
      'default_to_current_conversation',
      'response_url_enabled',
      'filter',
    ],
  },
  multi_conversations_select: {
    fields: [
      ...menu,
      'initial_conversations',
      'default_to_current_conversation',
      'max_selected_items',
      'filter',
    ],
  },
  channels_select: { fields: [...menu, 'initial_channel', 'response_url_enabled'] },
  multi_channels_select: { fields: [...menu, 'initial_channels', 'max_selected_items'] },
  overflow: {
    fields: ['options', 'confirm'],
    check: (element, at) => optionListProblems(element, at, { max: 5 }),
  },
  datepicker: { fields: [...menu, 'initial_date'], check: dates },
  timepicker: { fields: [...menu, 'initial_time', 'timezone'], check: times },
  datetimepicker: { fields: ['initial_date_time', 'confirm', 'focus_on_load'], check: instants },
  checkboxes: { fields: ['options', 'initial_options', 'confirm', 'focus_on_load'], check: boxes },
  radio_buttons: { fields: ['options', 'initial_option', 'confirm', 'focus_on_load'], check: boxes },
  plain_text_input: { fields: [...typing, 'multiline', 'min_length', 'max_length'], check: plainInput },
  rich_text_input: { fields: [...typing, 'min_lines', 'max_lines'] },
  number_input: { fields: [...typing, 'is_decimal_allowed', 'min_value', 'max_value'], check: numberInput },
  email_text_input: { fields: typing },
  url_text_input: { fields: typing },
  file_input: { fields: ['filetypes', 'max_files'] },
}

/** Which elements may stand in an actions block, beside a section, in an input block? */
export const placesOf = {
  actions: elementsExcept([
    'plain_text_input',
    'number_input',
    'email_text_input',
    'url_text_input',
    'file_input',
  ]),
  accessory: elementsExcept([
    'plain_text_input',
    'number_input',
    'email_text_input',
    'url_text_input',
    'file_input',
    'rich_text_input',
  ]),
  input: elementsExcept(['button', 'overflow']),
} as const

/** Inputs that Slack takes in modals only. */
const modalOnly = ['file_input', 'email_text_input', 'url_text_input', 'number_input']

function elementsExcept(left: readonly string[]): readonly string[] {
  return Object.keys(kinds).filter((kind) => !left.includes(kind))
}

/** Is this interactive element what Slack takes, standing in this place on this surface? */
export function elementProblems(
  element: Json,
  at: string,
  where: { readonly place: keyof typeof placesOf; readonly surface: string },
): readonly Problem[] {
  const type = textAt(element, 'type') ?? '(no type)'
  const kind = kinds[type]
  if (!kind || !placesOf[where.place].includes(type))
    return [{ at: `${at}/type`, problem: `unsupported type: ${type}` }]
  const misplaced = where.surface !== 'modal' && modalOnly.includes(type)
  return [
    ...(misplaced ? [{ at: `${at}/type`, problem: `unsupported type outside modals: ${type}` }] : []),
    ...unknownFields(element, at, ['type', 'action_id', ...kind.fields]),
    ...stringProblems(element, 'action_id', at, { max: 255 }),
    ...textProblems(element, 'placeholder', at, { max: 150, plain: true }),
    ...confirmProblems(element, at),
    ...(kind.check?.(element, at) ?? []),
  ]
}

function button(element: Json, at: string): readonly Problem[] {
  const style = element['style']
  return [
    ...textProblems(element, 'text', at, { max: 75, plain: true, required: true }),
    ...stringProblems(element, 'value', at, { max: 2000 }),
    ...stringProblems(element, 'url', at, { max: 3000 }),
    ...stringProblems(element, 'accessibility_label', at, { max: 75 }),
    ...(style === undefined || style === 'primary' || style === 'danger'
      ? []
      : [{ at: `${at}/style`, problem: 'must be one of: primary, danger' }]),
  ]
}

function boxes(element: Json, at: string): readonly Problem[] {
  return optionListProblems(element, at, { max: 10, mrkdwn: true })
}

function plainInput(element: Json, at: string): readonly Problem[] {
  const max = element['max_length']
  const min = element['min_length']
  const most = typeof max === 'number' ? max : 3000
  const initial = textAt(element, 'initial_value') ?? ''
  return [
    ...(most < 1 || most > 3000 ? [{ at: `${at}/max_length`, problem: 'must be between 1 and 3000' }] : []),
    ...(typeof min === 'number' && (min < 0 || min > most)
      ? [{ at: `${at}/min_length`, problem: 'must be between 0 and max_length' }]
      : []),
    ...(lengthOf(initial) > most
      ? [{ at: `${at}/initial_value`, problem: `must be less than ${most + 1} characters` }]
      : []),
  ]
}

function numberInput(element: Json, at: string): readonly Problem[] {
  const decided = typeof element['is_decimal_allowed'] === 'boolean'
  return [
    ...(decided ? [] : [{ at, problem: 'missing required field: is_decimal_allowed' }]),
    ...stringProblems(element, 'min_value', at, { max: 30 }),
    ...stringProblems(element, 'max_value', at, { max: 30 }),
    ...stringProblems(element, 'initial_value', at, { max: 30 }),
  ]
}

function instants(element: Json, at: string): readonly Problem[] {
  const value = element['initial_date_time']
  if (value === undefined || (typeof value === 'number' && /^\d{10}$/.test(String(value)))) return []
  return [{ at: `${at}/initial_date_time`, problem: 'must be a ten-digit number of seconds' }]
}

function patternProblems(
  element: Json,
  key: string,
  at: string,
  pattern: RegExp,
  form: string,
): readonly Problem[] {
  const value = element[key]
  if (value === undefined || (typeof value === 'string' && pattern.test(value))) return []
  return [{ at: `${at}/${key}`, problem: `must be in the form ${form}` }]
}

function confirmProblems(element: Json, at: string): readonly Problem[] {
  const confirm = objectAt(element, 'confirm')
  if (!confirm) return []
  const place = `${at}/confirm`
  return [
    ...unknownFields(confirm, place, ['title', 'text', 'confirm', 'deny', 'style']),
    ...textProblems(confirm, 'title', place, { max: 100, plain: true, required: true }),
    ...textProblems(confirm, 'text', place, { max: 300, required: true }),
    ...textProblems(confirm, 'confirm', place, { max: 30, plain: true, required: true }),
    ...textProblems(confirm, 'deny', place, { max: 30, plain: true, required: true }),
  ]
}

/** The number of elements a block may hold, and each of them. */
export function elementListProblems(
  block: Json,
  at: string,
  rule: { readonly max: number; readonly surface: string },
): readonly Problem[] {
  const elements = Array.isArray(block['elements']) ? block['elements'] : []
  return [
    ...countProblems(block, 'elements', at, { min: 1, max: rule.max }),
    ...elements.flatMap((element, index) =>
      elementProblems(element, `${at}/elements/${index}`, { place: 'actions', surface: rule.surface }),
    ),
  ]
}
