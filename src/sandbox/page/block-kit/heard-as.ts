import type { Entry } from '../../serve/told.ts'
import { type Json, objectAt, textAt, textsAt } from '../../slack/json.ts'
import type { Surface } from './drawn.ts'
import type { Held } from './held.ts'

const held = ['button', 'overflow']
const typed = ['plain_text_input', 'number_input', 'email_text_input', 'url_text_input', 'rich_text_input']

/**
 * Who hears of what is done in an element. Buttons and menus of actions: the bot, at once. Choices outside `input` blocks: the
 * form that keeps them, then the bot. Inside `input` blocks: the form, and with `dispatch_action` the bot too; of a text it
 * hears at Enter, or at every character where the element asks for that.
 */
export function heardAs(block: Json, element: Json, surface: Surface): Pick<Held, 'give' | 'tell'> {
  const blockId = textAt(block, 'block_id') ?? ''
  const actionId = textAt(element, 'action_id') ?? ''
  const type = textAt(element, 'type') ?? ''
  const use = (entry: Entry) => surface.onUse(blockId, actionId, entry)
  if (held.includes(type)) return { give: use }
  const enter = (entry: Entry) => surface.onEnter?.(blockId, actionId, entry)
  const both = (entry: Entry) => {
    enter(entry)
    use(entry)
  }
  if (block['type'] === 'input' && block['dispatch_action'] !== true) return { give: enter }
  if (!typed.includes(type) || hearsEachCharacter(element)) return { give: both }
  return { give: enter, tell: both }
}

function hearsEachCharacter(element: Json): boolean {
  const config = objectAt(element, 'dispatch_action_config')
  return config !== undefined && textsAt(config, 'trigger_actions_on').includes('on_character_entered')
}
