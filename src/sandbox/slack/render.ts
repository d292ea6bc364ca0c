import { fieldKey, fieldsOf, initialValue, shownValue, type FieldValue } from './form-state.ts'
import type { SeenHome } from './sight.ts'
import { objectAt, objectsAt, textAt, textsAt, type Json } from './json.ts'
import { mrkdwnText, type Reader } from './mrkdwn-text.ts'
import type { OpenModal } from './open-modal.ts'
import type { SeenMessage } from './seen.ts'

export type { Reader } from './mrkdwn-text.ts'

/** A message as this person reads it, as plain text: its blocks, or its text where it has none. */
export function renderMessage(message: Pick<SeenMessage, 'text' | 'blocks'>, reader: Reader): string {
  if (message.blocks.length === 0) return mrkdwnText(message.text, reader)
  return renderBlocks(message.blocks, reader)
}

/** A modal as this person sees it: title, blocks, what was entered, errors under their fields, the buttons below. */
export function renderModal(modal: OpenModal, reader: Reader): string {
  const shown = {
    valueOf: (key: string) => modal.fields.find((field) => fieldKey(field) === key)?.value ?? '',
    errorOf: (blockId: string) => modal.errors[blockId],
  }
  const buttons = ['close', 'submit'].map((key) => textAt(objectAt(modal.view, key) ?? {}, 'text'))
  return [
    `┌ ${modal.title}`,
    ...(modal.errors[''] ? [`  ! ${modal.errors['']}`] : []),
    renderBlocks(modal.blocks, reader, shown),
    `└ ${buttons
      .filter((words) => words !== undefined)
      .map(asButton)
      .join(' ')}`.trimEnd(),
  ].join('\n')
}

/** App Home as this person sees it. */
export function renderHome(home: Pick<SeenHome, 'blocks'>, reader: Reader): string {
  return renderBlocks(home.blocks, reader)
}

type Shown = {
  readonly valueOf: (key: string) => string
  readonly errorOf: (blockId: string) => string | undefined
}

/** Blocks as plain text, one paragraph each. Where a form is shown, `shown` tells what its fields hold. */
export function renderBlocks(
  blocks: readonly Json[],
  reader: Reader,
  shown: Shown = untouched(blocks),
): string {
  return blocks.map((block) => renderBlock(block, reader, shown)).join('\n')
}

function untouched(blocks: readonly Json[]): Shown {
  const values = new Map(
    fieldsOf(blocks).map((field): [string, FieldValue] => [fieldKey(field), initialValue(field)]),
  )
  return { valueOf: (key) => shownValue(values.get(key) ?? {}), errorOf: () => undefined }
}

function renderBlock(block: Json, reader: Reader, shown: Shown): string {
  const type = textAt(block, 'type') ?? 'block'
  switch (type) {
    case 'header':
      return `# ${textOf(objectAt(block, 'text'), reader)}`
    case 'section':
      return sectionText(block, reader, shown)
    case 'context':
      return `· ${objectsAt(block, 'elements')
        .map((element) => textOf(element, reader))
        .join('  ')}`
    case 'actions':
      return objectsAt(block, 'elements')
        .map((element) => elementText(block, element, { reader, shown }))
        .join(' ')
    case 'input':
      return inputText(block, reader, shown)
    case 'divider':
      return '────────'
    case 'image':
      return `[image: ${textAt(block, 'alt_text') ?? ''}]`
    case 'markdown':
      return textAt(block, 'text') ?? ''
    case 'table':
    case 'data_table':
      return tableText(block)
    case 'rich_text':
      return objectsAt(block, 'elements')
        .map((element) => richText(element, reader))
        .join('\n')
    default:
      return `[${type}: ${textAt(block, 'title') ?? ''}]`
  }
}

function sectionText(block: Json, reader: Reader, shown: Shown): string {
  const accessory = objectAt(block, 'accessory')
  const lines = [
    ...(objectAt(block, 'text') ? [textOf(objectAt(block, 'text'), reader)] : []),
    ...objectsAt(block, 'fields').map((field) => `  ${textOf(field, reader).replaceAll('\n', ' ')}`),
  ]
  const beside = accessory ? ` ${elementText(block, accessory, { reader, shown })}` : ''
  return lines.join('\n') + beside
}

function inputText(block: Json, reader: Reader, shown: Shown): string {
  const element = objectAt(block, 'element') ?? {}
  const error = shown.errorOf(textAt(block, 'block_id') ?? '')
  const hint = objectAt(block, 'hint')
  const mark = reader.locale.startsWith('zh') ? '（选填）' : ' (optional)'
  const optional = block['optional'] === true ? mark : ''
  return [
    `${textOf(objectAt(block, 'label'), reader)}${optional}: ${elementText(block, element, { reader, shown })}`,
    ...(hint ? [`  ${textOf(hint, reader)}`] : []),
    ...(error === undefined ? [] : [`  ! ${error}`]),
  ].join('\n')
}

function elementText(
  block: Json,
  element: Json,
  seen: { readonly reader: Reader; readonly shown: Shown },
): string {
  const type = textAt(element, 'type')
  if (type === 'image') return `[image: ${textAt(element, 'alt_text') ?? ''}]`
  if (type === 'button') return asButton(textOf(objectAt(element, 'text'), seen.reader))
  if (type === 'overflow') {
    return `[ … ${objectsAt(element, 'options')
      .map((option) => textOf(objectAt(option, 'text'), seen.reader))
      .join(' | ')} ]`
  }
  const key = fieldKey({
    blockId: textAt(block, 'block_id') ?? '',
    actionId: textAt(element, 'action_id') ?? '',
  })
  const value = valueText(element, seen.shown.valueOf(key), seen.reader)
  const placeholder = textOf(objectAt(element, 'placeholder'), seen.reader)
  return value === '' ? `[${placeholder || '          '}]` : `[${value}]`
}

/** What a field holds; people by name, moments in the reader's zone. */
function valueText(element: Json, value: string, reader: Reader): string {
  const type = textAt(element, 'type') ?? ''
  if (value === '') return value
  if (type === 'datetimepicker') return mrkdwnText(`<!date^${value}^{date_short} {time}|${value}>`, reader)
  if (!type.includes('users_select')) return value
  return value
    .split(', ')
    .map((userId) => reader.nameOf(userId))
    .join(', ')
}

function asButton(words: string): string {
  return `[ ${words} ]`
}

function textOf(text: Json | undefined, reader: Reader): string {
  if (!text) return ''
  if (text['type'] === 'image') return `[image: ${textAt(text, 'alt_text') ?? ''}]`
  const words = textAt(text, 'text') ?? ''
  return text['type'] === 'mrkdwn' ? mrkdwnText(words, reader) : words
}

function tableText(block: Json): string {
  const rows: readonly unknown[] = Array.isArray(block['rows']) ? block['rows'] : []
  return rows
    .map((row) =>
      objectsAt({ row }, 'row')
        .map((cell) => textAt(cell, 'text') ?? '')
        .join(' | '),
    )
    .join('\n')
}

function richText(element: Json, reader: Reader): string {
  const parts = objectsAt(element, 'elements')
  if (element['type'] === 'rich_text_list')
    return parts.map((part) => `• ${richText(part, reader)}`).join('\n')
  if (parts.length > 0) return parts.map((part) => richText(part, reader)).join('')
  if (element['type'] === 'user') return `@${reader.nameOf(textAt(element, 'user_id') ?? '')}`
  return textAt(element, 'text') ?? textAt(element, 'url') ?? textsAt(element, 'elements').join('')
}
