import { type Json, objectAt, textAt } from '../../slack/json.ts'

/** The words of a text object under this key; nothing where there is none. */
export function wordsAt(json: Json, key: string): string | undefined {
  const text = objectAt(json, key)
  return text && textAt(text, 'text')
}
