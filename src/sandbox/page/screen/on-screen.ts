import { createContext, use } from 'react'
import type { PersonTold, SightTold } from '../../serve/told.ts'
import type { Drawn } from '../block-kit/drawn.ts'
import type { Side } from '../shown.ts'
import type { Acting } from './use-acting.ts'

/** Where everything inside one screen stands: whose screen it is, what they see, and their hands. */
export interface ScreenPlace {
  readonly side: Side
  readonly person: PersonTold
  readonly sight: SightTold
  readonly drawn: Drawn
  readonly acting: Acting
  /** Goes to a conversation or the App Home; to one message in it where that is named. */
  readonly goTo: (place: string, ts?: string) => void
  /** The message that somebody asked to see. */
  readonly wanted: string | undefined
}

export const OnScreen = createContext<ScreenPlace | undefined>(undefined)

/** The screen around this component. Throws outside one. */
export function useScreen(): ScreenPlace {
  const place = use(OnScreen)
  if (!place) throw new Error('This part of a screen was drawn outside of one; put it inside OnScreen.')
  return place
}
