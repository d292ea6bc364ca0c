import { z } from 'zod'
import { createStore, useStore } from './store.ts'

// The page may not make code at run time (its content security policy), and zod would try to.
z.config({ jitless: true })

const texts = z.record(z.string(), z.string()).catch({})

const Kept = z.object({
  language: z.enum(['zh', 'en']).optional().catch(undefined),
  theme: z.enum(['system', 'light', 'dark']).catch('system'),
  /** One or two screens; by the width of the window until somebody has chosen. */
  screens: z.enum(['byWidth', 'one', 'two']).catch('byWidth'),
  /** Who is shown on each screen. */
  people: texts,
  /** The place open on each screen, by `keyOf(side, person)`: a conversation's id, or `home`. */
  places: texts,
  /** The timestamp of the last message read, by `keyOf(person, conversation)`. */
  read: texts,
  /** The bank's time when last looked at; an earlier one means that the bank began anew. */
  seenUntil: z.string().catch(''),
  leftDock: z.enum(['none', 'scenarios', 'happened']).catch('scenarios'),
  rightDock: z.enum(['none', 'behind']).catch('none'),
  behindWidth: z.number().catch(440),
  behindTab: z.enum(['journal', 'clocks', 'outbox', 'traffic', 'jobs']).catch('journal'),
  hintSeen: z.boolean().catch(false),
})

/** What the page itself remembers from one visit to the next. Nothing in it is known to the bank. */
export type Kept = z.infer<typeof Kept>

/** The one memory of the page. */
export const kept = createStore(localStorage, 'redress-sandbox', (json) => Kept.parse(json ?? {}))

/** What the page remembers now. */
export function useKept(): Kept {
  return useStore(kept)
}

/** Remembers some of it anew. */
export function keep(changed: Partial<Kept>): void {
  kept.change((before) => ({ ...before, ...changed }))
}

/** One name for two ids that belong together. */
export function keyOf(...ids: readonly string[]): string {
  return ids.join(' ')
}
