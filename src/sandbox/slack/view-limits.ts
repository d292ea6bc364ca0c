import { blockProblems } from './block-kit-limits.ts'
import { isJson, objectsAt, type Json } from './json.ts'
import { stringProblems, textProblems, unknownFields, type Problem } from './text-limits.ts'

const mostBytes = 250_000

const modalFields = [
  'type', 'title', 'blocks', 'close', 'submit', 'private_metadata', 'callback_id', 'clear_on_close',
  'notify_on_close', 'external_id', 'submit_disabled',
] // prettier-ignore
const homeFields = ['type', 'blocks', 'private_metadata', 'callback_id', 'external_id']

/** What would Slack refuse in this modal or App Home view? Empty when it would take it. */
export function viewProblems(view: unknown, expected: 'modal' | 'home', at = '/view'): readonly Problem[] {
  if (!isJson(view)) return [{ at, problem: 'must provide an object' }]
  if (view['type'] !== expected) return [{ at: `${at}/type`, problem: `must be ${expected}` }]
  return [
    ...unknownFields(view, at, expected === 'modal' ? modalFields : homeFields),
    ...blockProblems(view['blocks'], expected, `${at}/blocks`),
    ...stringProblems(view, 'private_metadata', at, { max: 3000 }),
    ...stringProblems(view, 'callback_id', at, { max: 255 }),
    ...stringProblems(view, 'external_id', at, { max: 255 }),
    ...(expected === 'modal' ? modalProblems(view, at) : []),
  ]
}

function modalProblems(view: Json, at: string): readonly Problem[] {
  const asks = objectsAt(view, 'blocks').some((block) => block['type'] === 'input')
  const missing = asks && view['submit'] === undefined
  return [
    ...textProblems(view, 'title', at, { max: 24, plain: true, required: true }),
    ...textProblems(view, 'submit', at, { max: 24, plain: true }),
    ...textProblems(view, 'close', at, { max: 24, plain: true }),
    ...(missing ? [{ at, problem: 'submit is required when an input block is within the blocks list' }] : []),
  ]
}

/** Is the view larger than the 250 kB that Slack takes? */
export function isViewTooLarge(view: unknown): boolean {
  return Buffer.byteLength(JSON.stringify(view) ?? '') > mostBytes
}
