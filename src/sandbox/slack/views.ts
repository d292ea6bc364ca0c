import { fieldKey, fieldsOf, type FieldValue } from './form-state.ts'
import { objectAt, objectsAt, textAt, type Json } from './json.ts'
import { workspace } from './workspace.ts'

/** A modal or App Home view as the workspace holds it, with what the person has entered so far. */
export type View = {
  readonly id: string
  readonly userId: string
  readonly rootId: string
  readonly previousId?: string
  readonly hash: string
  /** The view as the bot sent it, with ids given to blocks and actions that had none. */
  readonly content: Json
  readonly state: ReadonlyMap<string, FieldValue>
  /** Errors by block id, as last answered. */
  readonly errors: Readonly<Record<string, string>>
}

export type Views = {
  readonly open: (userId: string, content: Json) => View
  readonly push: (userId: string, content: Json) => View | 'push_limit_reached'
  readonly publish: (userId: string, content: Json) => View
  readonly update: (viewId: string, content: Json) => View | undefined
  readonly find: (by: { readonly viewId?: string; readonly externalId?: string }) => View | undefined
  readonly enter: (viewId: string, key: string, value: FieldValue) => void
  readonly setErrors: (viewId: string, errors: Readonly<Record<string, string>>) => void
  readonly pop: (userId: string) => void
  readonly clear: (userId: string) => void
  /** The open modals of a person, the top one last. */
  readonly stackOf: (userId: string) => readonly View[]
  readonly homeOf: (userId: string) => View | undefined
  readonly reset: () => void
}

const mostModals = 3

/** Modal stacks and App Homes. The emulator keeps views too, but knows no way to close one. */
export function createViews(): Views {
  const stacks = new Map<string, readonly View[]>()
  const homes = new Map<string, View>()
  let count = 0

  function newView(userId: string, content: Json, above: View | undefined): View {
    count += 1
    const id = `V0${String(count).padStart(6, '0')}`
    const named = withIds(content, id)
    const place = above ? { rootId: above.rootId, previousId: above.id } : { rootId: id }
    return { id, userId, ...place, hash: nextHash(), content: named, state: new Map(), errors: {} }
  }

  function nextHash(): string {
    count += 1
    return `${count}.hash`
  }

  function change(viewId: string, changed: (view: View) => View): View | undefined {
    for (const [userId, stack] of stacks) {
      if (!stack.some((view) => view.id === viewId)) continue
      stacks.set(
        userId,
        stack.map((view) => (view.id === viewId ? changed(view) : view)),
      )
    }
    for (const [userId, view] of homes) if (view.id === viewId) homes.set(userId, changed(view))
    return all().find((view) => view.id === viewId)
  }

  function all(): readonly View[] {
    return [...[...stacks.values()].flat(), ...homes.values()]
  }

  function stackOf(userId: string): readonly View[] {
    return stacks.get(userId) ?? []
  }

  function replaceContent(view: View, content: Json): View {
    const named = withIds(content, view.id)
    return { ...view, content: named, hash: nextHash(), state: keptState(view, named), errors: {} }
  }

  return {
    open(userId, content) {
      const view = newView(userId, content, undefined)
      stacks.set(userId, [view])
      return view
    },
    push(userId, content) {
      const stack = stackOf(userId)
      if (stack.length >= mostModals) return 'push_limit_reached'
      const view = newView(userId, content, stack.at(-1))
      stacks.set(userId, [...stack, view])
      return view
    },
    publish(userId, content) {
      const known = homes.get(userId)
      const view = known ? replaceContent(known, content) : newView(userId, content, undefined)
      homes.set(userId, view)
      return view
    },
    update: (viewId, content) => change(viewId, (view) => replaceContent(view, content)),
    find: ({ viewId, externalId }) =>
      all().find((view) =>
        viewId ? view.id === viewId : textAt(view.content, 'external_id') === externalId,
      ),
    enter(viewId, key, value) {
      change(viewId, (view) => ({ ...view, state: new Map([...view.state, [key, value]]) }))
    },
    setErrors(viewId, errors) {
      change(viewId, (view) => ({ ...view, errors }))
    },
    pop: (userId) => stacks.set(userId, stackOf(userId).slice(0, -1)),
    clear: (userId) => stacks.delete(userId),
    stackOf,
    homeOf: (userId) => homes.get(userId),
    reset() {
      stacks.clear()
      homes.clear()
    },
  }
}

/** Slack keeps what was typed where block, action and kind stay the same. */
function keptState(view: View, content: Json): ReadonlyMap<string, FieldValue> {
  const fields = fieldsOf(objectsAt(content, 'blocks'))
  const kept = [...view.state].filter(([key, value]) =>
    fields.some((field) => fieldKey(field) === key && field.type === value['type']),
  )
  return new Map(kept)
}

/** Slack names every block and action that the bot left unnamed. */
export function withIds(content: Json, seed: string): Json {
  const blocks = objectsAt(content, 'blocks').map((block, index) => namedBlock(block, `${seed}-${index}`))
  return { ...content, blocks }
}

const interactiveKeys = ['accessory', 'element'] as const

function namedBlock(block: Json, seed: string): Json {
  const named: Record<string, unknown> = { ...block, block_id: block['block_id'] ?? seed }
  for (const key of interactiveKeys) {
    const element = objectAt(block, key)
    if (element && element['type'] !== 'image') named[key] = { action_id: `${seed}-action`, ...element }
  }
  if (block['type'] === 'actions') {
    named['elements'] = objectsAt(block, 'elements').map((element, index) => ({
      action_id: `${seed}-action-${index}`,
      ...element,
    }))
  }
  return named
}

/** The view as the Web API and the interaction payloads show it. `values` is its state, where it is sent along. */
export function viewObject(view: View, values: Json): Json {
  const { content } = view
  return {
    id: view.id,
    team_id: workspace.teamId,
    app_id: workspace.appId,
    app_installed_team_id: workspace.teamId,
    bot_id: workspace.botId,
    type: content['type'],
    title: content['title'] ?? null,
    submit: content['submit'] ?? null,
    close: content['close'] ?? null,
    blocks: content['blocks'],
    private_metadata: content['private_metadata'] ?? '',
    callback_id: content['callback_id'] ?? '',
    external_id: content['external_id'] ?? '',
    clear_on_close: content['clear_on_close'] ?? false,
    notify_on_close: content['notify_on_close'] ?? false,
    state: { values },
    hash: view.hash,
    root_view_id: view.rootId,
    previous_view_id: view.previousId ?? null,
  }
}
