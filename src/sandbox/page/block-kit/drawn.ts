import type { ReactNode } from 'react'
import type { BlockTold, Entry, PersonTold, Values } from '../../serve/told.ts'

/** What blocks are drawn with: the people and conversations that can be named or chosen, and how the reader reads. */
export interface Drawn {
  readonly people: readonly PersonTold[]
  readonly conversations: readonly { readonly id: string; readonly name: string }[]
  readonly language: 'zh-CN' | 'en'
  readonly theme: 'light' | 'dark'
}

/** Told when an element is used: a button pressed, an entry picked, something typed or chosen. */
export type Hears = (blockId: string, actionId: string, entry: Entry) => void

/** Where blocks stand: what their elements hold and who hears of what is done in them. */
export interface Surface {
  /** What the elements hold, by `fieldName`; kept by the caller. */
  readonly values: Values
  readonly drawn: Drawn
  /** By block id; each stands under its field. What concerns the whole form, under the empty key, is the caller's to show. */
  readonly errors?: Readonly<Record<string, string>>
  /** The `fieldName` of the element whose gesture is under way: it shows so and cannot be used again. */
  readonly busy?: string
  /** A button was pressed, an entry of a menu picked, a choice made that the bot hears of at once. */
  readonly onUse: Hears
  /** Inside a form: what was typed or chosen, for the caller to keep. */
  readonly onEnter?: Hears
}

export interface BlocksProps extends Surface {
  readonly blocks: readonly BlockTold[]
}

export interface MrkdwnProps {
  readonly text: string
  readonly drawn: Drawn
}

/** The page's own components as seen by who cannot read JSX. */
export interface BlockKit {
  readonly Blocks: (props: BlocksProps) => ReactNode
  readonly Mrkdwn: (props: MrkdwnProps) => ReactNode
}

/** The name of somebody in the reader's language; nothing where they are not known. */
export function personName(drawn: Drawn, userId: string): string | undefined {
  const person = drawn.people.find((one) => one.userId === userId || one.id === userId)
  return person && (drawn.language === 'en' ? person.name.en : person.name.zh)
}

/** The name of a conversation; nothing where the reader does not know it. */
export function conversationName(drawn: Drawn, id: string): string | undefined {
  return drawn.conversations.find((one) => one.id === id)?.name
}
