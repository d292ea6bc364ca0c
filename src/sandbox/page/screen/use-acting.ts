import { useQueryClient } from '@tanstack/react-query'
import { useCallback, useState } from 'react'
import type { Gesture } from '../../serve/gesture.ts'
import type { AnswerTold } from '../../serve/told.ts'
import { ask, AskError } from '../ask.ts'
import { clockQuery, sightQuery } from '../use-told.ts'

/** What one person does on one screen, and what became of it. */
export interface Acting {
  /** What is under way, by the surface where it was done; an element by its `fieldName`. */
  readonly busy: Readonly<Record<string, string>>
  /** The last answer that said no. */
  readonly trouble: AnswerTold | undefined
  /** Makes a gesture; answers whether it worked once that is known and the screen shows what came of it. */
  readonly act: (surface: string, what: string, gesture: Gesture) => Promise<boolean>
  readonly say: (trouble: AnswerTold) => void
  readonly dismiss: () => void
}

/** The hands of the person on a screen. */
export function useActing(person: string): Acting {
  const client = useQueryClient()
  const [busy, setBusy] = useState<Acting['busy']>({})
  const [trouble, say] = useState<AnswerTold>()
  const act = useCallback(
    async (surface: string, what: string, gesture: Gesture) => {
      setBusy((before) => ({ ...before, [surface]: what }))
      say(undefined)
      const answer = await ask.gesture(person, gesture).catch(notAnswered)
      if (answer === 'away') await client.invalidateQueries(clockQuery)
      else await client.invalidateQueries({ queryKey: sightQuery(person).queryKey })
      setBusy((before) => (before[surface] === what ? without(before, surface) : before))
      if (answer !== 'away' && !answer.ok) say(answer)
      return answer !== 'away' && answer.ok
    },
    [client, person],
  )
  const dismiss = useCallback(() => say(undefined), [])
  return { busy, trouble, act, say, dismiss }
}

/** The page itself tells that the sandbox is away; any other refusal is told on the screen. */
function notAnswered(error: unknown): AnswerTold | 'away' {
  if (!(error instanceof AskError)) throw error
  if (error.message === 'unreachable') return 'away'
  return { ok: false, why: { zh: error.message, en: error.message } }
}

function without(busy: Acting['busy'], surface: string): Acting['busy'] {
  const { [surface]: _, ...others } = busy
  return others
}
