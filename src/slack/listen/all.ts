import type { App, BlockAction, ViewSubmitAction } from '@slack/bolt'
import { complaintCommand } from './command.ts'
import { detailsButton } from './details.ts'
import { formSubmission } from './form.ts'
import type { ActionArgs, CommandArgs, ShortcutArgs } from './gesture.ts'
import { type HomeArgs, fileButton, homeOpened } from './home.ts'
import type { Listening } from './house.ts'
import { type PinArgs, type ReactionArgs, pinAdded, reactionAdded } from './keep-message.ts'
import { openButton, pageButton } from './list.ts'
import { lookAt } from './look.ts'
import { revealButton } from './reveal.ts'
import { fileFromMessage, fileShortcut } from './shortcut.ts'
import { moreStepsButton, stepButton } from './step.ts'
import type { ViewArgs } from './submission.ts'
import { unknownButton } from './unknown.ts'
import { whyButton } from './why.ts'

type Listener<Args> = (house: Listening, args: Args) => Promise<void>

const actions: readonly (readonly [string | RegExp, Listener<ActionArgs>])[] = [
  [/^(step|emergency|fund|action|review):/, stepButton],
  [/^look:/, lookAt],
  ['steps', moreStepsButton],
  [/^open:/, openButton],
  ['show', openButton],
  [/^page:/, pageButton],
  ['why', whyButton],
  ['reveal', revealButton],
  ['file:open', fileButton],
  ['file:details', detailsButton],
]

/** Every gesture in Slack that Redress hears: the one list. The manifests are tested against it. */
export const listeners = {
  commands: { '/complaint': complaintCommand } as Readonly<Record<string, Listener<CommandArgs>>>,
  globalShortcuts: { file_complaint: fileShortcut } as Readonly<Record<string, Listener<ShortcutArgs>>>,
  messageShortcuts: { file_from_message: fileFromMessage } as Readonly<
    Record<string, Listener<ShortcutArgs>>
  >,
  actions: [...actions, [noneOf(actions.map(([id]) => id)), unknownButton] as const],
  /** Whatever its name: a form of an earlier version is answered too. */
  forms: [[/^/, formSubmission]] as readonly (readonly [RegExp, Listener<ViewArgs>])[],
  events: {
    app_home_opened: homeOpened,
    pin_added: pinAdded,
    reaction_added: reactionAdded,
  } as {
    readonly app_home_opened: Listener<HomeArgs>
    readonly pin_added: Listener<PinArgs>
    readonly reaction_added: Listener<ReactionArgs>
  },
}

/** Fits every action id that none of these fit: Bolt calls all listeners that fit, and answers 404 where none does. */
function noneOf(ids: readonly (string | RegExp)[]): RegExp {
  const sources = ids.map((id) => (typeof id === 'string' ? `^${RegExp.escape(id)}$` : id.source))
  return new RegExp(`^(?!${sources.join('|')})`)
}

/** Hangs every listener into the Bolt app. */
export function listenToAll(app: App, house: Listening): void {
  for (const [name, listener] of Object.entries(listeners.commands))
    app.command(name, (args) => listener(house, args))
  for (const [id, listener] of Object.entries(listeners.globalShortcuts))
    app.shortcut({ type: 'shortcut', callback_id: id }, (args) => listener(house, args))
  for (const [id, listener] of Object.entries(listeners.messageShortcuts))
    app.shortcut({ type: 'message_action', callback_id: id }, (args) => listener(house, args))
  for (const [id, listener] of listeners.actions)
    app.action<BlockAction>({ type: 'block_actions', action_id: id }, (args) => listener(house, args))
  for (const [id, listener] of listeners.forms)
    app.view<ViewSubmitAction>({ type: 'view_submission', callback_id: id }, (args) => listener(house, args))
  app.event('app_home_opened', (args) => listeners.events.app_home_opened(house, args))
  app.event('pin_added', (args) => listeners.events.pin_added(house, args))
  app.event('reaction_added', (args) => listeners.events.reaction_added(house, args))
}
