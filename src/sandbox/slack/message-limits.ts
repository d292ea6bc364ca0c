import { blockProblems } from './block-kit-limits.ts'
import { isJson, listOf, textAt, type Json } from './json.ts'
import { lengthOf, problemText } from './text-limits.ts'

/** The answer Slack gives instead of posting, ready to be sent. */
export type MessageRefusal = { readonly ok: false; readonly error: string; readonly [key: string]: unknown }

/** Slack cuts longer texts; here they are refused, so that nothing is lost unseen. */
const mostText = 40_000
/**
 * All text in all blocks together. Slack documents no number: maintainers name 12,000 characters with some room
 * (github.com/slackapi/bolt-js issues 2509 and 2867).
 */
const mostBlockText = 12_000

/** Why would Slack refuse this message? Undefined when it would take it. */
export function messageRefusal(message: Json): MessageRefusal | undefined {
  const text = textAt(message, 'text') ?? ''
  const blocks = message['blocks']
  if (lengthOf(text) > mostText) return { ok: false, error: 'msg_too_long' }
  if (text.trim() === '' && listOf(blocks).length === 0 && listOf(message['attachments']).length === 0) {
    return { ok: false, error: 'no_text' }
  }
  if (blocks === undefined) return metadataRefusal(message)
  const problems = blockProblems(blocks, 'message')
  if (problems.length > 0) return refuseBlocks(problems.map(problemText))
  if (textIn(blocks) > mostBlockText) return { ok: false, error: 'msg_blocks_too_long' }
  return metadataRefusal(message)
}

/** What Slack takes but its own tools warn of, as a list of warning codes. */
export function messageWarnings(message: Json): readonly string[] {
  const text = textAt(message, 'text') ?? ''
  const warnings: string[] = []
  if (text.trim() === '') warnings.push('missing_text_fallback')
  if (lengthOf(text) > 4000) warnings.push('text_longer_than_4000')
  return warnings
}

function refuseBlocks(messages: readonly string[]): MessageRefusal {
  return {
    ok: false,
    error: 'invalid_blocks',
    errors: messages.map((message) => message.replace('[ERROR] ', '')),
    response_metadata: { messages },
  }
}

function metadataRefusal(message: Json): MessageRefusal | undefined {
  const metadata = message['metadata']
  if (metadata === undefined) return undefined
  const valid = isJson(metadata) && textAt(metadata, 'event_type') && isJson(metadata['event_payload'])
  return valid ? undefined : { ok: false, error: 'invalid_metadata_format' }
}

function textIn(value: unknown): number {
  if (Array.isArray(value)) return value.reduce((sum: number, item) => sum + textIn(item), 0)
  if (!isJson(value)) return 0
  const own = typeof value['text'] === 'string' ? lengthOf(value['text']) : 0
  return Object.values(value).reduce((sum: number, item) => sum + textIn(item), own)
}
