import { HTTPException } from 'hono/http-exception'
import { fieldKey, type Entry as SlackEntry, type Field } from '../slack/form-state.ts'
import { objectAt, textAt, type Json } from '../slack/json.ts'
import type { SandboxSlack } from '../slack/sandbox-slack.ts'
import { instantAt } from './local-minute.ts'
import type { Entry, Values } from './told.ts'
import { entryTold } from './values-told.ts'

/** Who types, and where: what is needed to read an entry of the page. */
export interface Typing {
  readonly slack: Pick<SandboxSlack, 'personIdOf'>
  readonly timeZone: string
}

/**
 * The fields of a modal whose value on the page is another than the modal holds, as a person would enter them. What was not
 * touched stays as the bot gave it; names of fields that the modal no longer has are passed over.
 */
export function entriesTyped(
  { fields, view }: { readonly fields: readonly Field[]; readonly view: Json },
  values: Values,
  typing: Typing,
): Readonly<Record<string, SlackEntry>> {
  const state = objectAt(objectAt(view, 'state') ?? {}, 'values') ?? {}
  const typed = fields.flatMap((field) => {
    const value = values[fieldKey(field)]
    const held = objectAt(objectAt(state, field.blockId) ?? {}, field.actionId) ?? {}
    const isUntouched = value === undefined || isSame(value, entryTold(held, typing.timeZone))
    return isUntouched ? [] : [[fieldKey(field), entryTyped(field.element, value, typing)] as const]
  })
  return Object.fromEntries(typed)
}

/** An entry of the page as Slack takes it: a local date and time becomes a moment. Throws, as an answer 400, where it is none. */
export function entryTyped(element: Json, entry: Entry, { slack, timeZone }: Typing): SlackEntry {
  const type = textAt(element, 'type') ?? ''
  if (type === 'datetimepicker' && typeof entry === 'string' && entry !== '')
    return (
      instantAt(entry, timeZone)?.toString() ?? unfit(entry, 'a local date and time, as 2026-09-14T10:00')
    )
  if (type.endsWith('users_select'))
    for (const user of listed(entry))
      if (slack.personIdOf(user) === user) unfit(user, 'the Slack user id of somebody in this workspace')
  return entry
}

function listed(entry: Entry): readonly string[] {
  if (typeof entry === 'string') return entry === '' ? [] : [entry]
  return entry ?? []
}

function unfit(entry: string, wanted: string): never {
  throw new HTTPException(400, { message: `"${entry}" is not ${wanted}. Send it so.` })
}

function isSame(one: Entry, other: Entry): boolean {
  return JSON.stringify(one === '' ? null : one) === JSON.stringify(other === '' ? null : other)
}
