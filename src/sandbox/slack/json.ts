/** A JSON object whose shape is not known yet. */
export type Json = Readonly<Record<string, unknown>>

/** Is this value a JSON object, and not a list or null? */
export function isJson(value: unknown): value is Json {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

/** The object under a key, where there is one. */
export function objectAt(json: Json, key: string): Json | undefined {
  const value = json[key]
  return isJson(value) ? value : undefined
}

/** The text under a key, where there is one. */
export function textAt(json: Json, key: string): string | undefined {
  const value = json[key]
  return typeof value === 'string' ? value : undefined
}

/** The objects in the list under a key; none when there is no list. */
export function objectsAt(json: Json, key: string): readonly Json[] {
  return listOf(json[key])
}

/** The objects of a list; none when the value is not a list. */
export function listOf(value: unknown): readonly Json[] {
  return Array.isArray(value) ? value.filter(isJson) : []
}

/** The texts in the list under a key; none when there is no list. */
export function textsAt(json: Json, key: string): readonly string[] {
  const value = json[key]
  return Array.isArray(value) ? value.filter((item) => typeof item === 'string') : []
}

/** Is a flag set, as JSON or as the text that a form carries? */
export function flagAt(json: Json, key: string): boolean {
  const value = json[key]
  return value === true || value === 'true' || value === '1' || value === 1
}

/** A text, number or flag as words; nothing for all else. */
export function wordsOf(value: unknown): string {
  return typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean'
    ? String(value)
    : ''
}

/** The object that a text holds, or undefined when it holds none. */
export function parseJson(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}
