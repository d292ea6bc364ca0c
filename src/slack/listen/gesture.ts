import type {
  AllMiddlewareArgs,
  BlockAction,
  SlackActionMiddlewareArgs,
  SlackCommandMiddlewareArgs,
  SlackShortcutMiddlewareArgs,
} from '@slack/bolt'
import type { ModalView } from '@slack/types'
import { slackCode } from '../deliver/outcome-of.ts'
import type { Message } from '../view/blocks.ts'
import { messageModal } from './message-modal.ts'

export type CommandArgs = SlackCommandMiddlewareArgs & AllMiddlewareArgs
export type ActionArgs = SlackActionMiddlewareArgs<BlockAction> & AllMiddlewareArgs
export type ShortcutArgs = SlackShortcutMiddlewareArgs & AllMiddlewareArgs

/** The view that was opened or pushed: to be filled later. */
export interface Opened {
  readonly id: string
  readonly hash: string | undefined
}

/** A command, a shortcut or a button, and the ways to answer the one who made it. Only they see the answers. */
export interface Gesture {
  readonly slackUser: string
  /** For the log: what was done, without what was typed. */
  readonly name: string
  /** Tells Slack that it was heard; a second time does nothing. */
  readonly ack: () => Promise<void>
  readonly say: (message: Message) => Promise<void>
  /** Puts the message in the place of the one that the button stands on, where that is seen by its presser alone; else says it. */
  readonly replace: (message: Message) => Promise<void>
  /** Whether `replace` would replace. */
  readonly isPrivate: boolean
  readonly open: (view: ModalView) => Promise<Opened>
}

/** A slash command: its first answer goes in the ack, the next ones behind it. */
export function commandGesture({ ack, respond, body, client }: CommandArgs): Gesture {
  let acked = false
  async function say(message: Message): Promise<void> {
    if (acked) return void (await respond({ response_type: 'ephemeral', ...message }))
    acked = true
    await ack({ response_type: 'ephemeral', ...message })
  }
  return {
    slackUser: body.user_id,
    name: body.command,
    async ack() {
      if (acked) return
      acked = true
      await ack()
    },
    say,
    replace: say,
    isPrivate: false,
    open: async (view) => openedOf(await client.views.open({ trigger_id: body.trigger_id, view })),
  }
}

/** A shortcut has no place to answer in but a modal of its own. */
export function shortcutGesture({ ack, shortcut, client }: ShortcutArgs): Gesture {
  const open = async (view: ModalView) =>
    openedOf(await client.views.open({ trigger_id: shortcut.trigger_id, view }))
  const say = async (message: Message) => void (await open(messageModal(message)))
  return {
    slackUser: shortcut.user.id,
    name: `shortcut ${shortcut.callback_id}`,
    ack: once(ack),
    say,
    replace: say,
    isPrivate: false,
    open,
  }
}

/** A button or menu in a message, in the App Home or in a modal. */
export function actionGesture(args: ActionArgs): Gesture {
  const { ack, body, action } = args
  const named = {
    slackUser: body.user.id,
    name: `button ${action.action_id.split(':').slice(0, 2).join(':')}`,
    ack: once(ack),
  }
  switch (body.view?.type) {
    case 'modal':
      return { ...named, ...inModal(args, body.view) }
    case 'home':
      return { ...named, ...inHome(args) }
    case undefined:
    default:
      return { ...named, ...inMessage(args) }
  }
}

type Answering = Pick<Gesture, 'say' | 'replace' | 'isPrivate' | 'open'>

function inMessage({ body, respond, client }: ActionArgs): Answering {
  const isPrivate = body.container['is_ephemeral'] === true || body.channel?.id.startsWith('D') === true
  const say = async (message: Message) =>
    void (await respond({ response_type: 'ephemeral', replace_original: false, ...message }))
  const replace = async (message: Message) => void (await respond({ replace_original: true, ...message }))
  return {
    say,
    replace: isPrivate ? replace : say,
    isPrivate,
    open: async (view) => openedOf(await client.views.open({ trigger_id: body.trigger_id, view })),
  }
}

function inHome({ body, client }: ActionArgs): Answering {
  const open = async (view: ModalView) =>
    openedOf(await client.views.open({ trigger_id: body.trigger_id, view }))
  const say = async (message: Message) => void (await open(messageModal(message)))
  return { say, replace: say, isPrivate: false, open }
}

/** On top of the modal; where three lie on each other already, in the place of the top one. */
function inModal({ body, client }: ActionArgs, { id, hash }: { id: string; hash: string }): Answering {
  async function open(view: ModalView): Promise<Opened> {
    try {
      return openedOf(await client.views.push({ trigger_id: body.trigger_id, view }))
    } catch (error) {
      if (slackCode(error) !== 'push_limit_reached') throw error
      return openedOf(await client.views.update({ view_id: id, hash, view }))
    }
  }
  return {
    open,
    say: async (message) => void (await open(messageModal(message))),
    replace: async (message) =>
      void (await client.views.update({ view_id: id, view: messageModal(message) })),
    isPrivate: true,
  }
}

function openedOf({ view }: { view?: { id?: string; hash?: string } }): Opened {
  if (view?.id === undefined) throw new Error('Slack opened a modal and did not say which one.')
  return { id: view.id, hash: view.hash }
}

function once(ack: () => Promise<void>): () => Promise<void> {
  let acked = false
  return async () => {
    if (acked) return
    acked = true
    await ack()
  }
}
