import { interactiveElements } from './block-kit-limits.ts'
import { enteredValue, fieldsOf, findOption, type Entry, type FieldValue } from './form-state.ts'
import { objectAt, textAt, type Json } from './json.ts'
import { NotThere } from './not-there.ts'

/** Which element is meant: by its action id, else by the words on it, or by a test of one's own. */
export type Choice = string | ((element: Json, block: Json) => boolean)

export type Found = { readonly element: Json; readonly block: Json }

/** The first element that fits. Throws `NotThere` when none does, naming what there is. */
export function findElement(blocks: readonly Json[], choice: Choice): Found {
  const all = blocks.flatMap((block) => interactiveElements(block).map((element) => ({ element, block })))
  const fitting =
    typeof choice === 'function'
      ? all.find(({ element, block }) => choice(element, block))
      : (all.find(({ element }) => element['action_id'] === choice) ??
        all.find(({ element }) => wordsOn(element) === choice))
  if (fitting) return fitting
  const offers = all.map(({ element }) => `${wordsOn(element)} (${textAt(element, 'action_id') ?? ''})`)
  const wanted = typeof choice === 'string' ? `"${choice}"` : 'that fits'
  throw new NotThere(
    'element',
    `There is no element ${wanted} here. Offered: ${offers.join(', ') || 'none'}. Name one of these.`,
  )
}

function wordsOn(element: Json): string {
  const text = objectAt(element, 'text') ?? objectAt(element, 'placeholder')
  return (text && textAt(text, 'text')) ?? ''
}

export type Action = { readonly payload: Json; readonly value?: FieldValue }

/**
 * The entry of `actions` that Slack sends when the person uses this element, and what the element then holds.
 * `entry` is what they pick; buttons need none.
 */
export function actionOf(
  found: Found,
  entry: Entry | undefined,
  context: { readonly actionTs: string; readonly userIdOf: (person: string) => string },
): Action {
  const { element, block } = found
  const common = {
    type: element['type'],
    action_id: element['action_id'],
    block_id: block['block_id'],
    action_ts: context.actionTs,
  }
  if (element['type'] === 'button') {
    const { text, value, style } = element
    return {
      payload: { ...common, text, ...(value === undefined ? {} : { value }), ...(style ? { style } : {}) },
    }
  }
  if (element['type'] === 'overflow') {
    return { payload: { ...common, selected_option: findOption(element, String(entry ?? '')) } }
  }
  const field = fieldsOf([block]).find((each) => each.actionId === element['action_id'])
  if (!field)
    throw new Error(
      `The element ${String(element['action_id'])} keeps no value, so nothing can be chosen in it.`,
    )
  const value = enteredValue(field, entry ?? null, context.userIdOf)
  return { payload: { ...common, ...value }, value }
}
