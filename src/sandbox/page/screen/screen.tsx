import { useQuery } from '@tanstack/react-query'
import { useRef, useState, type FocusEvent } from 'react'
import type { PersonTold, SightTold } from '../../serve/told.ts'
import type { Drawn } from '../block-kit/drawn.ts'
import { useBank } from '../in-bank.tsx'
import { openPlace, type Side } from '../shown.ts'
import { SpeechIn, useSpeech } from '../speech.tsx'
import { sightQuery } from '../use-told.ts'
import { useDrawnTheme } from '../use-theme.ts'
import { ActAs } from './act-as.tsx'
import { followArchiveLink } from './archive-link.ts'
import { Modals } from './modals.tsx'
import { OnScreen, type ScreenPlace } from './on-screen.ts'
import { Workspace } from './workspace.tsx'
import { useActing, type Acting } from './use-acting.ts'

/** One screen: Slack as one person sees it, in the language they read, and who that is. */
export function Screen({ side, person }: { side: Side; person: PersonTold }) {
  const { words } = useSpeech()
  const { data: sight } = useQuery(sightQuery(person.id))
  const acting = useActing(person.id)
  return (
    <section
      className="screen"
      id={`screen-${side}`}
      data-screen={side}
      tabIndex={-1}
      aria-label={side === 'left' ? words.screen.left : words.screen.right}
    >
      <ActAs side={side} person={person} />
      <SpeechIn language={person.reads === 'en' ? 'en' : 'zh'}>
        {sight ? (
          <Seen side={side} person={person} sight={sight} acting={acting} />
        ) : (
          <div className="screen-waiting" aria-busy="true">
            {words.screen.loading}
          </div>
        )}
      </SpeechIn>
    </section>
  )
}

interface SeenProps {
  readonly side: Side
  readonly person: PersonTold
  readonly sight: SightTold
  readonly acting: Acting
}

function Seen({ side, person, sight, acting }: SeenProps) {
  const drawn = useDrawn(person, sight)
  const [wanted, setWanted] = useState<string>()
  const lastFocus = useRef<HTMLElement>(null)
  const goTo = (place: string, ts?: string) => {
    openPlace(side, person.id, place)
    setWanted(ts)
  }
  const place: ScreenPlace = { side, person, sight, drawn, acting, goTo, wanted }
  const remember = ({ target }: FocusEvent<HTMLElement>) => {
    lastFocus.current = target
  }
  return (
    <OnScreen value={place}>
      <div className="screen-body" lang={person.reads}>
        <div
          className="screen-under"
          inert={sight.modals.length > 0}
          onFocusCapture={remember}
          onClickCapture={(event) => followArchiveLink(event, goTo)}
        >
          <Workspace />
        </div>
        {sight.modals.length > 0 && <Modals modals={sight.modals} focusBefore={lastFocus} />}
      </div>
    </OnScreen>
  )
}

function useDrawn(person: PersonTold, { conversations }: SightTold): Drawn {
  const { people } = useBank()
  const theme = useDrawnTheme()
  return { people, conversations, language: person.reads, theme }
}
