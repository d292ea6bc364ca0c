import { fieldsOf, type FieldValue } from '../slack/form-state.ts'
import { listOf, objectAt, objectsAt, textAt, wordsOf, type Json } from '../slack/json.ts'
import { fieldName } from './field-name.ts'
import { localMinute } from './local-minute.ts'
import type { Entry, Values } from './told.ts'

/** What every element that keeps something holds; `state` is as Slack has it: by block, then by action. */
export function valuesTold(blocks: readonly Json[], state: Json, timeZone: string): Values {
  return Object.fromEntries(
    fieldsOf(blocks).map(({ blockId, actionId }) => {
      const held = objectAt(objectAt(state, blockId) ?? {}, actionId) ?? {}
      return [fieldName(blockId, actionId), entryTold(held, timeZone)] as const
    }),
  )
}

/** What one element holds, as the page speaks of it: moments in this zone, to the minute. */
export function entryTold(held: FieldValue, timeZone: string): Entry {
  const [key] = Object.keys(held).filter((each) => each !== 'type')
  const value = key === undefined ? undefined : held[key]
  if (key === 'selected_date_time' && typeof value === 'number') return localMinute(value, timeZone)
  if (key === 'rich_text_value') return value === null ? null : wordsIn(objectAt(held, key) ?? {})
  if (Array.isArray(value)) return value.map((each: unknown) => one(each))
  return value === null || value === undefined ? null : one(value)
}

/** An option by its value, a file by its name, a person or conversation by its Slack id. */
function one(value: unknown): string {
  const [json] = listOf([value])
  if (!json) return wordsOf(value)
  return textAt(json, 'value') ?? textAt(json, 'name') ?? ''
}

function wordsIn(richText: Json): string {
  const inside = objectsAt(richText, 'elements').map(wordsIn)
  const apart = richText['type'] === 'rich_text' ? '\n' : ''
  return (textAt(richText, 'text') ?? '') + inside.join(apart)
}
