import type { Desk } from './desk.ts'
import { objectsAt, type Json } from './json.ts'
import { NotThere } from './not-there.ts'
import { shownModal, viewWithState, type OpenModal } from './open-modal.ts'
import type { Member } from './people.ts'
import { byTime, seenEphemeral, type SeenConversation } from './seen.ts'
import type { View } from './views.ts'
import { workspace } from './workspace.ts'

export type SeenHome = {
  readonly surface: 'home'
  readonly id: string
  readonly blocks: readonly Json[]
  readonly view: Json
}

/** All that one person sees in Slack at this moment. */
export type Sight = {
  /** Those they are in, and the channel for everybody. Ephemeral messages for them stand among the others. */
  readonly conversations: readonly SeenConversation[]
  readonly home: SeenHome | undefined
  /** The top one last. */
  readonly modals: readonly OpenModal[]
}

/** What does this person see now? */
export async function sightOf(desk: Desk, member: Member): Promise<Sight> {
  const near = await desk.reader.near(member.userId)
  const own = desk.ephemerals.of(member.userId).map(seenEphemeral)
  const conversations = near
    .filter((each) => each.id === workspace.generalId || each.members.includes(member.id))
    .map((each) => ({
      ...each,
      messages: [...each.messages, ...own.filter((message) => message.channel === each.id)].toSorted(byTime),
    }))
  return {
    conversations,
    home: homeOf(desk, member),
    modals: desk.views.stackOf(member.userId).map(shownModal),
  }
}

/** The App Home this person was last given, if any. */
export function homeOf(desk: Desk, member: Member): SeenHome | undefined {
  const view = desk.views.homeOf(member.userId)
  if (!view) return undefined
  return {
    surface: 'home',
    id: view.id,
    blocks: objectsAt(view.content, 'blocks'),
    view: viewWithState(view),
  }
}

function nameOf(conversation: SeenConversation): string {
  return conversation.kind === 'dm' ? 'bot' : conversation.name
}

/** One conversation they see, by name or id, or `bot` for the direct message. Throws `NotThere` when they see none such. */
export async function conversationOf(desk: Desk, member: Member, wanted: string): Promise<SeenConversation> {
  const { conversations } = await sightOf(desk, member)
  const found = conversations.find((each) => each.id === wanted || nameOf(each) === wanted)
  if (found) return found
  throw new NotThere(
    'conversation',
    `${member.id} sees no conversation "${wanted}". They see: ${conversations.map(nameOf).join(', ')}.`,
  )
}

/**
 * The modal on top; with `id`, only where it is that one, for people reach no other. Throws `NotThere` when it is not, or none
 * is open, with what became of the last attempt to open one.
 */
export function topModalOf(desk: Desk, member: Member, id?: string): View {
  const top = desk.views.stackOf(member.userId).at(-1)
  if (top && (id === undefined || top.id === id)) return top
  if (top)
    throw new NotThere('modal', `The modal ${id} is not the one on top any more; ${top.id} is. Use that.`)
  const last = desk.traffic.entries().findLast((entry) => entry.what.startsWith('views.'))
  const lately = last
    ? `The last ${last.what} was answered ${JSON.stringify(last.answer)}.`
    : 'The bot opened none.'
  throw new NotThere(
    'modal',
    `${member.id} has no modal open. ${lately} Make the gesture that opens it, or look at why it failed.`,
  )
}
