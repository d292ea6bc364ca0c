import type { Gestures } from '../slack/gestures.ts'
import { findElement, type Choice } from '../slack/acting.ts'
import type { ModalHands } from '../slack/open-modal.ts'
import { NotThere } from '../slack/not-there.ts'
import type { SandboxSlack } from '../slack/sandbox-slack.ts'
import type { SeenMessage } from '../slack/seen.ts'
import type { Ack } from '../slack/signed-post.ts'
import type { Surface } from '../slack/use-element.ts'
import { asTyped } from './as-typed.ts'
import { entriesTyped, entryTyped, type Typing } from './entries-typed.ts'
import type { Gesture } from './gesture.ts'
import type { Values } from './told.ts'

type Use = Extract<Gesture, { do: 'use' }>

/**
 * Does in Slack what the person does on the page, and answers what the bot answered; nothing where Slack tells it nothing.
 * Throws `NotThere` where what it is about is gone, `RefusedBySlack` where Slack does not let them.
 */
export async function makeGesture(
  slack: SandboxSlack,
  person: string,
  gesture: Gesture,
): Promise<Ack | undefined> {
  const hands = slack.as(person)
  const typing = { slack, timeZone: slack.readerFor(person).timeZone }
  switch (gesture.do) {
    case 'command':
      return hands.command(gesture.command, gesture.text, { channel: gesture.channel })
    case 'shortcut':
      return hands.globalShortcut(gesture.callbackId)
    case 'messageShortcut':
      return hands.messageShortcut(gesture.callbackId, await messageOf(hands, gesture))
    case 'use':
      return use(hands, gesture, typing)
    case 'submit':
      return typedIn(hands.modal(gesture.modal), gesture.values, typing).submit()
    case 'close':
      return hands.modal(gesture.modal).cancel()
    case 'openHome':
      return hands.openHome()
    case 'says': {
      const { channel, text, threadTs } = gesture
      return hands.says(channel, asTyped(text), threadTs === undefined ? {} : { threadTs })
    }
    case 'reacts':
      return hands.reacts(await messageOf(hands, gesture), gesture.emoji)
  }
}

async function use(hands: Gestures, gesture: Use, typing: Typing): Promise<Ack> {
  const { blockId, actionId, entry } = gesture
  const surface = await surfaceOf(hands, gesture.surface, typing)
  const choice: Choice = (element, block) =>
    block['block_id'] === blockId && element['action_id'] === actionId
  const { element } = findElement(surface.blocks, choice)
  return hands.select(surface, choice, entryTyped(element, entry, typing))
}

/** Where it is done; what stands typed in a modal is entered first, for it goes along. */
async function surfaceOf(hands: Gestures, surface: Use['surface'], typing: Typing): Promise<Surface> {
  switch (surface.kind) {
    case 'message':
      return messageOf(hands, surface)
    case 'modal':
      return typedIn(hands.modal(surface.id), surface.values, typing)
    case 'home': {
      const home = hands.home()
      if (home) return home
      throw new NotThere('home', 'The App Home was never drawn for this person. Open it first.')
    }
  }
}

function typedIn(modal: ModalHands, values: Values, typing: Typing): ModalHands {
  return modal.fillIn(entriesTyped(modal, values, typing))
}

async function messageOf(
  hands: Gestures,
  { channel, ts }: { readonly channel: string; readonly ts: string },
): Promise<SeenMessage> {
  const { messages } = await hands.conversation(channel)
  const found = messages.find((message) => message.ts === ts)
  if (found) return found
  throw new NotThere('message', `There is no message ${ts} in ${channel}. Look again at what is shown now.`)
}
