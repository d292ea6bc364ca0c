import { isJson, textAt, type Json } from './json.ts'

/** What Slack would refuse, and where: the place is a JSON pointer from the argument down. */
export type Problem = { readonly at: string; readonly problem: string }

/** How many characters does Slack count? Code points, so that one Chinese character or emoji is one. */
export function lengthOf(text: string): number {
  return Array.from(text).length
}

/** A problem as Slack words it in response_metadata.messages. */
export function problemText(problem: Problem): string {
  return `[ERROR] ${problem.problem} [json-pointer:${problem.at}]`
}

/** Is the text under this key present when it must be, not empty, and within the maximum? */
export function stringProblems(
  json: Json,
  key: string,
  at: string,
  rule: { readonly max: number; readonly required?: boolean },
): readonly Problem[] {
  const value = json[key]
  if (value === undefined) return rule.required ? [{ at, problem: `missing required field: ${key}` }] : []
  const place = `${at}/${key}`
  if (typeof value !== 'string') return [{ at: place, problem: 'must provide a string' }]
  if (value.length === 0 && rule.required) return [{ at: place, problem: 'must be more than 0 characters' }]
  if (lengthOf(value) > rule.max)
    return [{ at: place, problem: `must be less than ${rule.max + 1} characters` }]
  return []
}

export type TextRule = { readonly max: number; readonly plain?: boolean; readonly required?: boolean }

/** Is the text object under this key what Slack takes there? */
export function textProblems(json: Json, key: string, at: string, rule: TextRule): readonly Problem[] {
  const value = json[key]
  if (value === undefined) return rule.required ? [{ at, problem: `missing required field: ${key}` }] : []
  return textObjectProblems(value, `${at}/${key}`, rule)
}

/** Is this value a text object that Slack takes under the rule? */
export function textObjectProblems(value: unknown, at: string, rule: TextRule): readonly Problem[] {
  if (!isJson(value)) return [{ at, problem: 'must provide an object' }]
  const type = textAt(value, 'type')
  if (type !== 'plain_text' && (type !== 'mrkdwn' || rule.plain)) {
    return [{ at: `${at}/type`, problem: `must be ${rule.plain ? 'plain_text' : 'plain_text or mrkdwn'}` }]
  }
  const allowed = type === 'mrkdwn' ? ['type', 'text', 'verbatim'] : ['type', 'text', 'emoji']
  return [
    ...unknownFields(value, at, allowed),
    ...stringProblems(value, 'text', at, { max: rule.max, required: true }),
  ]
}

/** Slack refuses fields it does not know. */
export function unknownFields(json: Json, at: string, known: readonly string[]): readonly Problem[] {
  return Object.keys(json)
    .filter((key) => !known.includes(key) && json[key] !== undefined)
    .map((key) => ({ at, problem: `invalid additional property: ${key}` }))
}

/** Is the list under this key of a permitted length? */
export function countProblems(
  json: Json,
  key: string,
  at: string,
  rule: { readonly min: number; readonly max: number },
): readonly Problem[] {
  const value = json[key]
  if (value === undefined) return rule.min > 0 ? [{ at, problem: `missing required field: ${key}` }] : []
  const place = `${at}/${key}`
  if (!Array.isArray(value)) return [{ at: place, problem: 'must provide a list' }]
  if (value.length < rule.min) return [{ at: place, problem: `no fewer than ${rule.min} items allowed` }]
  if (value.length > rule.max) return [{ at: place, problem: `no more than ${rule.max} items allowed` }]
  return []
}
