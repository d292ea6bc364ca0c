import { isJson, textAt, type Json } from '../slack/json.ts'
import { datesInWords, type Reader } from '../slack/mrkdwn-text.ts'
import type { BlockTold } from './told.ts'

/** Blocks as the bot sent them, with the dates in their mrkdwn in this reader's words; plain text has none in Slack. */
export function blocksTold(blocks: readonly Json[], reader: Reader): readonly BlockTold[] {
  return blocks.map((block) => ({ ...resolvedIn(block, reader), type: textAt(block, 'type') ?? '' }))
}

function resolvedIn(json: Json, reader: Reader): Json {
  const resolved = Object.entries(json).map(([key, value]) => [key, resolvedPart(value, reader)] as const)
  const object: Json = Object.fromEntries(resolved)
  const text = textAt(object, 'text')
  return object['type'] === 'mrkdwn' && text !== undefined
    ? { ...object, text: datesInWords(text, reader) }
    : object
}

function resolvedPart(value: unknown, reader: Reader): unknown {
  if (Array.isArray(value)) return value.map((each) => resolvedPart(each, reader))
  return isJson(value) ? resolvedIn(value, reader) : value
}
