import type {
  ActionsBlock,
  ActionsBlockElement,
  Button,
  ContextBlock,
  DividerBlock,
  HeaderBlock,
  KnownBlock,
  MrkdwnElement,
  Overflow,
  PlainTextElement,
  SectionBlock,
} from '@slack/types'
import { shorten, shortenMrkdwn } from './mrkdwn.ts'

/** A message ready to be sent: `text` is what a notification shows, in plain words. */
export interface Message {
  readonly text: string
  readonly blocks: KnownBlock[]
}

/** A message with its notification text kept short. */
export function message(text: string, blocks: KnownBlock[]): Message {
  return { text: shortenMrkdwn(text, 1000), blocks }
}

export function plain(text: string, max: number): PlainTextElement {
  return { type: 'plain_text', text: shorten(text, max), emoji: true }
}

/** Finished mrkdwn. `verbatim` keeps Slack from finding links, names and channels of its own in it. */
export function mrkdwn(text: string, max = 3000): MrkdwnElement {
  return { type: 'mrkdwn', text: shortenMrkdwn(text, max), verbatim: true }
}

export function section(text: string, accessory?: Button): SectionBlock {
  return { type: 'section', text: mrkdwn(text), ...(accessory && { accessory }) }
}

/** Up to ten label and value pairs in two columns; a pair without a value is left out. */
export function fields(pairs: readonly (readonly [label: string, value: string])[]): SectionBlock {
  const told = pairs.filter(([, value]) => value !== '').slice(0, 10)
  return { type: 'section', fields: told.map(([label, value]) => mrkdwn(`*${label}*\n${value}`, 500)) }
}

export function context(...lines: readonly string[]): ContextBlock {
  return { type: 'context', elements: lines.slice(0, 10).map((line) => mrkdwn(line, 1000)) }
}

/** Small print that is shown to the letter: masks hold stars, which mrkdwn would take for bold. */
export function plainContext(line: string): ContextBlock {
  return { type: 'context', elements: [plain(line, 1000)] }
}

export function header(text: string): HeaderBlock {
  return { type: 'header', text: plain(text, 150) }
}

export function divider(): DividerBlock {
  return { type: 'divider' }
}

export function actions(elements: readonly ActionsBlockElement[], blockId?: string): ActionsBlock {
  return { type: 'actions', elements: elements.slice(0, 25), ...(blockId && { block_id: blockId }) }
}

export function button(actionId: string, text: string, value: string, style?: 'primary' | 'danger'): Button {
  return { type: 'button', action_id: actionId, text: plain(text, 75), value, ...(style && { style }) }
}

/** A menu behind three dots; Slack takes five entries at most. */
export function overflow(
  actionId: string,
  entries: readonly (readonly [value: string, text: string])[],
): Overflow {
  const options = entries.slice(0, 5).map(([value, text]) => ({ text: plain(text, 75), value }))
  return { type: 'overflow', action_id: actionId, options }
}
