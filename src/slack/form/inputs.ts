import type { InputBlock, PlainTextOption } from '@slack/types'
import type { Field } from '../../matter/field.ts'
import type { UnitId } from '../../organisation/organisation.ts'
import type { FieldName, FieldWords, FormName } from '../../text/keys.ts'
import { type Language, type Text, textFor } from '../../text/text.ts'
import { type PersonalField, personalRules } from '../../vault/personal-field.ts'
import { plain } from '../view/blocks.ts'
import type { House, Reader } from '../view/house.ts'
import { levelName, named } from '../view/names.ts'
import { countedFacts, factBlock, tickedFacts } from './facts.ts'
import { unitGroups, unitOption } from './unit-options.ts'

/** What a form is drawn for: its own words, the branch whose units are offered, the answers that stand in it already. */
export interface Drawing {
  readonly form: FormName
  readonly reader: Reader
  readonly house: House
  readonly branch?: UnitId
  readonly initial: Readonly<Record<string, unknown>>
}

/** Radio buttons up to so many answers, a menu beyond. */
const mostRadios = 5

/** The inputs of a field: one block whose id is the field's name; for facts one more for each counted one. */
export function inputsOf(field: Field, drawing: Drawing): InputBlock[] {
  if (field.kind === 'facts') return factInputs(field, drawing)
  return [inputBlock(field, drawing, elementOf(field, drawing))]
}

/** The words of a field in this form. */
export function fieldWords(form: FormName, name: string, language: Language): FieldWords {
  const text = textFor(language)
  const known = fieldNameOf(name, text)
  if (known === undefined)
    throw new Error(`The field "${name}" of the form "${form}" has no words; add it to src/text.`)
  return text.fieldsIn[form]?.[known] ?? text.fields[known]
}

function fieldNameOf(name: string, { fields }: Text): FieldName | undefined {
  return Object.hasOwn(fields, name) ? (name as FieldName) : undefined
}

function inputBlock(
  { name, required }: Pick<Field, 'name' | 'required'>,
  { form, reader }: Drawing,
  element: InputBlock['element'],
): InputBlock {
  const { label, hint } = fieldWords(form, name, reader.language)
  return {
    type: 'input',
    block_id: name,
    label: plain(label, 2000),
    element,
    optional: !required,
    ...(hint && { hint: plain(hint, 2000) }),
  }
}

type Plain = Exclude<Field, { kind: 'facts' }>

function elementOf(field: Plain, drawing: Drawing): InputBlock['element'] {
  const { name } = field
  const { reader, house, initial } = drawing
  switch (field.kind) {
    case 'text':
      return textElement(name, { multiline: field.lines === 'many', most: field.max }, drawing)
    case 'personal':
      return textElement(name, { multiline: name === 'address', most: mostPersonal(name) }, drawing)
    case 'choice':
      return menu(
        name,
        optionsOf(house.rulebook.pack.lists[field.list], reader.language),
        field.many,
        drawing,
      )
    case 'pause':
      return menu(name, optionsOf(house.rulebook.pack.pauses, reader.language), false, drawing)
    case 'option':
      return fixedElement(field, drawing)
    case 'when':
      return { type: 'datetimepicker', action_id: name, ...initialTime(initial[name]) }
    case 'day':
      return {
        type: 'datepicker',
        action_id: name,
        ...(typeof initial[name] === 'string' && { initial_date: initial[name] }),
      }
    case 'person':
      return personElement(name, field.many, drawing)
    case 'unit':
      return unitElement(field, drawing)
    case 'number':
      return numberElement(name, initial[name])
    case 'yes':
      return yesElement(name, drawing)
  }
}

function textElement(
  name: string,
  { multiline, most }: { multiline: boolean; most: number },
  { form, reader, initial }: Drawing,
): InputBlock['element'] {
  const { placeholder } = fieldWords(form, name, reader.language)
  const value = initial[name]
  return {
    type: 'plain_text_input',
    action_id: name,
    multiline,
    max_length: Math.min(most, 3000),
    ...(placeholder && { placeholder: plain(placeholder, 150) }),
    ...(typeof value === 'string' && value !== '' && { initial_value: value.slice(0, Math.min(most, 3000)) }),
  }
}

function mostPersonal(name: string): number {
  return Object.hasOwn(personalRules, name) ? personalRules[name as PersonalField].maxLength : 300
}

function optionsOf(
  list: readonly { readonly code: string; readonly zh: string; readonly en: string }[],
  language: Language,
): PlainTextOption[] {
  return list.slice(0, 100).map((item) => ({ text: plain(named(item, language), 75), value: item.code }))
}

function menu(
  name: string,
  options: PlainTextOption[],
  many: boolean,
  { reader, initial }: Drawing,
): InputBlock['element'] {
  const base = { action_id: name, placeholder: plain(textFor(reader.language).modal.choose, 150), options }
  const chosen = chosenIn(options, initial[name])
  if (many)
    return { type: 'multi_static_select', ...base, ...(chosen.length > 0 && { initial_options: chosen }) }
  return { type: 'static_select', ...base, ...(chosen[0] && { initial_option: chosen[0] }) }
}

function chosenIn(options: readonly PlainTextOption[], value: unknown): PlainTextOption[] {
  const codes: readonly unknown[] = Array.isArray(value) ? value : [value]
  return options.filter((option) => codes.includes(option.value))
}

function fixedElement(
  { name, options, many, labels }: Extract<Field, { kind: 'option' }>,
  drawing: Drawing,
): InputBlock['element'] {
  const wordsOf = (value: string) => labels?.[value] ?? optionWords(name, value, drawing)
  const drawn = options.map((value) => ({ text: plain(wordsOf(value), 75), value }))
  const chosen = chosenIn(drawn, drawing.initial[name])
  if (many)
    return {
      type: 'checkboxes',
      action_id: name,
      options: drawn,
      ...(chosen.length > 0 && { initial_options: chosen }),
    }
  if (drawn.length > mostRadios) return menu(name, drawn, false, drawing)
  return {
    type: 'radio_buttons',
    action_id: name,
    options: drawn,
    ...(chosen[0] && { initial_option: chosen[0] }),
  }
}

/** An answer in words: a level by the pack's name, a personal field by its label, else as `text.options` has it. */
function optionWords(name: string, value: string, { form, reader, house }: Drawing): string {
  if (name === 'level') return levelName(value as 'L1' | 'L2' | 'L3', reader.language, house)
  if (name === 'field') return fieldWords(form, value, reader.language).label
  const all: Readonly<Record<string, Readonly<Record<string, string>>>> = textFor(reader.language).options
  return all[name]?.[value] ?? value
}

function initialTime(value: unknown): { initial_date_time?: number } {
  if (typeof value !== 'string') return {}
  return { initial_date_time: Math.floor(Temporal.Instant.from(value).epochMilliseconds / 1000) }
}

function personElement(
  name: string,
  many: boolean,
  { reader, house, initial }: Drawing,
): InputBlock['element'] {
  const base = { action_id: name, placeholder: plain(textFor(reader.language).modal.choose, 150) }
  const ids: readonly unknown[] = Array.isArray(initial[name]) ? initial[name] : [initial[name]]
  const users = ids.flatMap((id) => (typeof id === 'string' ? (house.slackIdOf(id) ?? []) : []))
  if (many) return { type: 'multi_users_select', ...base, ...(users.length > 0 && { initial_users: users }) }
  return { type: 'users_select', ...base, ...(users[0] && { initial_user: users[0] }) }
}

function unitElement(
  { name, of, many }: Extract<Field, { kind: 'unit' }>,
  { reader, house, branch, initial }: Drawing,
): InputBlock['element'] {
  const groups = unitGroups({ of, ...(branch && { branch }) }, reader.language, house)
  const base = {
    action_id: name,
    placeholder: plain(textFor(reader.language).modal.choose, 150),
    option_groups: groups,
  }
  const ids: readonly unknown[] = Array.isArray(initial[name]) ? initial[name] : [initial[name]]
  const chosen = ids.flatMap((id) => (typeof id === 'string' ? (unitOption(groups, id) ?? []) : []))
  if (many)
    return { type: 'multi_static_select', ...base, ...(chosen.length > 0 && { initial_options: chosen }) }
  return { type: 'static_select', ...base, ...(chosen[0] && { initial_option: chosen[0] }) }
}

function numberElement(name: string, value: unknown): InputBlock['element'] {
  const initial = typeof value === 'number' ? { initial_value: String(value) } : {}
  return { type: 'number_input', action_id: name, is_decimal_allowed: true, min_value: '0', ...initial }
}

function yesElement(name: string, { form, reader, initial }: Drawing): InputBlock['element'] {
  const { tick, label } = fieldWords(form, name, reader.language)
  const options = [{ text: plain(tick ?? label, 75), value: 'yes' }]
  return {
    type: 'checkboxes',
    action_id: name,
    options,
    ...(initial[name] === true && { initial_options: options }),
  }
}

function factInputs(field: Field, drawing: Drawing): InputBlock[] {
  const { name } = field
  const { reader, house } = drawing
  const given: unknown = drawing.initial[name]
  const known = new Map<string, unknown>(
    typeof given === 'object' && given !== null ? Object.entries(given) : [],
  )
  const ticked = { ...drawing, initial: { [name]: [...known.keys()] } }
  const { pack } = house.rulebook
  const counted = countedFacts(pack).map((fact): InputBlock => ({
    type: 'input',
    block_id: factBlock(name, fact.code),
    label: plain(named(fact, reader.language), 2000),
    element: {
      type: 'number_input',
      action_id: factBlock(name, fact.code),
      is_decimal_allowed: false,
      min_value: '0',
      ...initialNumber(known.get(fact.code)),
    },
    optional: true,
  }))
  return [
    inputBlock(field, drawing, menu(name, optionsOf(tickedFacts(pack), reader.language), true, ticked)),
    ...counted,
  ]
}

function initialNumber(value: unknown): { initial_value?: string } {
  return typeof value === 'number' ? { initial_value: String(value) } : {}
}
