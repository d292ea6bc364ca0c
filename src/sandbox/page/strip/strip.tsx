import { useQuery } from '@tanstack/react-query'
import type { HappeningTold } from '../../serve/told.ts'
import { useSpeech } from '../speech.tsx'
import { clockQuery } from '../use-told.ts'
import { Alarms } from './alarms.tsx'
import { ClockFace } from './clock-face.tsx'
import { Pushes } from './pushes.tsx'

/** The top of the page: what time it is in the bank, how to push it on, and what comes next. */
export function Strip({ onPushed }: { onPushed: (happenings: readonly HappeningTold[]) => void }) {
  const { words } = useSpeech()
  const { data: clock } = useQuery(clockQuery)
  return (
    <header className="strip" id="strip" tabIndex={-1} aria-label={words.strip.label}>
      <span className="wordmark">
        {words.page.name} <small>{words.page.sandbox}</small>
      </span>
      {clock && <ClockFace clock={clock} />}
      <Pushes onPushed={onPushed} />
      {clock && <Alarms alarms={clock.next} />}
    </header>
  )
}
