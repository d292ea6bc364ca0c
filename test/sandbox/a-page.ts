import { doGesture } from '../../src/sandbox/serve/do-gesture.ts'
import { fieldName } from '../../src/sandbox/serve/field-name.ts'
import type { Gesture } from '../../src/sandbox/serve/gesture.ts'
import { sightTold } from '../../src/sandbox/serve/sight.ts'
import type {
  AnswerTold,
  Entry,
  MessageTold,
  ModalTold,
  SightTold,
  Values,
} from '../../src/sandbox/serve/told.ts'
import type { Stage } from '../../src/sandbox/stage.ts'

/** What one person does and sees through the page's own questions; our fields have one name for block and action. */
export function pageOf(stage: Stage, person: string) {
  const playing = { stage, organisation: stage.organisation }
  const sees = (): Promise<SightTold> => sightTold(playing, person)
  const does = (gesture: Gesture): Promise<AnswerTold> => doGesture(playing, person, gesture)

  async function modal(): Promise<ModalTold> {
    const top = (await sees()).modals.at(-1)
    if (!top) throw new Error(`${person} has no modal open.`)
    return top
  }

  async function general(): Promise<string> {
    const [first] = (await sees()).conversations
    return first?.id ?? ''
  }

  async function dm(): Promise<readonly MessageTold[]> {
    return (await sees()).conversations.find(({ kind }) => kind === 'dm')?.messages ?? []
  }

  /** The newest direct message that offers this button. */
  async function offer(actionId: string): Promise<MessageTold> {
    const found = (await dm()).findLast((message) => blockOf(message, actionId) !== undefined)
    if (!found) throw new Error(`${person} has no message with ${actionId}.`)
    return found
  }

  return {
    sees,
    does,
    modal,
    general,
    dm,
    offer,
    types: async (text: string) =>
      does({ do: 'command', command: '/complaint', text, channel: await general() }),
    presses: (message: MessageTold, actionId: string, entry: Entry = null) => {
      const surface = { kind: 'message', channel: message.channel, ts: message.ts } as const
      return does({ do: 'use', surface, ...placeOf(message, actionId), entry: mutable(entry) })
    },
    submits: async (typed: Readonly<Record<string, Entry>>) => {
      const { id, values } = await modal()
      return does({ do: 'submit', modal: id, values: withTyped(values, typed) })
    },
  }
}

/** The values of a modal as the page holds them once this was typed over them, as it sends them. */
export function withTyped(values: Values, typed: Readonly<Record<string, Entry>>) {
  const entries = Object.entries(typed).map(([name, entry]) => [fieldName(name, name), entry] as const)
  return Object.fromEntries(
    [...Object.entries(values), ...entries].map(([name, entry]) => [name, mutable(entry)]),
  )
}

function mutable(entry: Entry): string | string[] | null {
  return typeof entry === 'string' || entry === null ? entry : [...entry]
}

interface Element {
  readonly action_id?: string
}

/** Where an element of a message stands. */
export function placeOf(message: Pick<MessageTold, 'blocks'>, actionId: string) {
  const block = blockOf(message, actionId)
  if (!block) throw new Error(`No element ${actionId} in ${JSON.stringify(message.blocks)}`)
  return { blockId: block.block_id ?? '', actionId }
}

function blockOf({ blocks }: Pick<MessageTold, 'blocks'>, actionId: string) {
  return blocks.find((each) =>
    ((each['elements'] ?? []) as readonly Element[]).some((element) => element.action_id === actionId),
  )
}
