import type { Choice } from './acting.ts'
import { addPin, addReaction, openHomeTab, writeMessage } from './cause-event.ts'
import { repeatLast, type Desk } from './desk.ts'
import type { Entry } from './form-state.ts'
import type { Json } from './json.ts'
import { modalInHand, type ModalHands } from './open-modal.ts'
import type { Member } from './people.ts'
import { byTime, type SeenConversation, type SeenMessage } from './seen.ts'
import { conversationOf, homeOf, sightOf, topModalOf, type SeenHome, type Sight } from './sight.ts'
import type { Ack, Signing } from './signed-post.ts'
import { typeCommand } from './type-command.ts'
import { chosenIn, useElement, type Surface } from './use-element.ts'
import { useGlobalShortcut, useMessageShortcut } from './use-shortcut.ts'
import { workspace } from './workspace.ts'

/** What one person can do in Slack. Every gesture that Slack tells the bot of is a signed HTTP request to it. */
export type Gestures = {
  /** Types a slash command; `channel` is a name or an id, the channel for everybody when left out. */
  readonly command: (command: string, text?: string, where?: { readonly channel?: string }) => Promise<Ack>
  readonly globalShortcut: (callbackId: string) => Promise<Ack>
  readonly messageShortcut: (callbackId: string, message: SeenMessage) => Promise<Ack>
  /** Presses a button, or picks an entry of an overflow menu. */
  readonly click: (surface: Surface, choice: Choice, entry?: Entry) => Promise<Ack>
  /** Picks in a menu, a picker or boxes; the bot hears of it at once. */
  readonly select: (surface: Surface, choice: Choice, entry: Entry) => Promise<Ack>
  /** The top modal on the screen; with `id`, only where it is that one. Throws `NotThere` when it is not, or none is open. */
  readonly modal: (id?: string) => ModalHands
  readonly hasModal: () => boolean
  readonly openHome: () => Promise<Ack>
  readonly home: () => SeenHome | undefined
  /**
   * Writes a message, in the thread of another with `threadTs`, and lets the bot know; `channel` is a name or an id, or `bot`
   * for the direct message.
   */
  readonly says: (channel: string, text: string, where?: { readonly threadTs?: string }) => Promise<Ack>
  /** Writes a message that mentions the bot. */
  readonly mentions: (channel: string, text: string) => Promise<Ack>
  readonly reacts: (message: SeenMessage, emoji: string) => Promise<Ack>
  readonly pins: (message: SeenMessage) => Promise<Ack>
  /** Sends the last request again, as it was; signed otherwise or older when asked. */
  readonly resend: (signing?: Partial<Signing>) => Promise<Ack>
  readonly sees: () => Promise<Sight>
  /** What they have chosen in a message, by block and action; what it offers at first where they have not. */
  readonly chosenIn: (message: SeenMessage) => Json
  /** Every message they can see, ephemeral ones too, the oldest first. */
  readonly messages: () => Promise<readonly SeenMessage[]>
  /** One conversation they see, by name or id, or `bot` for the direct message. Throws when they see none such. */
  readonly conversation: (name: string) => Promise<SeenConversation>
}

/** The hands and eyes of one person. */
export function gesturesOf(desk: Desk, member: Member): Gestures {
  return { ...handsOf(desk, member), ...voiceOf(desk, member), ...eyesOf(desk, member) }
}

type Hands = 'command' | 'globalShortcut' | 'messageShortcut' | 'click' | 'select' | 'modal' | 'resend'
type Voice = 'openHome' | 'says' | 'mentions' | 'reacts' | 'pins'

function handsOf(desk: Desk, member: Member): Pick<Gestures, Hands> {
  return {
    command: (name, text = '', where = {}) =>
      typeCommand(desk, member, { name, text, channel: where.channel ?? 'general' }),
    globalShortcut: (callbackId) => useGlobalShortcut(desk, member, callbackId),
    messageShortcut: (callbackId, message) => useMessageShortcut(desk, member, { callbackId, message }),
    click: (surface, choice, entry) => useElement(desk, member, { surface, choice, entry }),
    select: (surface, choice, entry) => useElement(desk, member, { surface, choice, entry }),
    modal: (id) => modalInHand(desk, member, topModalOf(desk, member, id).id),
    resend: (signing = {}) => repeatLast(desk, member, signing),
  }
}

function voiceOf(desk: Desk, member: Member): Pick<Gestures, Voice> {
  return {
    openHome: () => openHomeTab(desk, member),
    says: (channel, text, where = {}) =>
      writeMessage(desk, member, { channel, text, event: 'message', ...where }),
    mentions: (channel, text) =>
      writeMessage(desk, member, {
        channel,
        text: `<@${workspace.botUserId}> ${text}`,
        event: 'app_mention',
      }),
    reacts: (message, emoji) => addReaction(desk, member, { message, emoji }),
    pins: (message) => addPin(desk, member, message),
  }
}

function eyesOf(desk: Desk, member: Member): Omit<Gestures, Hands | Voice> {
  return {
    hasModal: () => desk.views.stackOf(member.userId).length > 0,
    home: () => homeOf(desk, member),
    sees: () => sightOf(desk, member),
    chosenIn: (message) => chosenIn(desk, member, message),
    async messages() {
      const { conversations } = await sightOf(desk, member)
      return conversations.flatMap((each) => each.messages).toSorted(byTime)
    },
    conversation: (name) => conversationOf(desk, member, name),
  }
}
