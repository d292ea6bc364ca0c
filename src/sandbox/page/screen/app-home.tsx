import { useEffect, useRef } from 'react'
import { Blocks } from '../block-kit/blocks.tsx'
import { fieldName } from '../../serve/field-name.ts'
import { Avatar } from '../parts/avatar.tsx'
import { useSpeech } from '../speech.tsx'
import { useScreen } from './on-screen.ts'

const surface = 'home'
const opening = 'open'

/** The App Home of Redress; the bot hears each time it is opened. */
export function AppHome() {
  const { words } = useSpeech()
  const { person, sight, drawn, acting } = useScreen()
  const { act, busy } = acting
  const told = useRef<string>(undefined)
  useEffect(() => {
    if (told.current === person.id) return
    told.current = person.id
    void act(surface, opening, { do: 'openHome' })
  }, [act, person.id])
  const { home } = sight
  const isOpening = busy[surface] === opening
  return (
    <>
      <header className="head">
        <Avatar of="bot" name={words.page.name} size={24} />
        <h2>{words.page.name}</h2>
        <span className="head-topic">{words.screen.home}</span>
        {isOpening && <span className="spinner" role="img" aria-label={words.home.opening} />}
      </header>
      <div className="home" data-testid="home" aria-busy={isOpening}>
        {home && (
          <Blocks
            blocks={home.blocks}
            values={home.values}
            drawn={drawn}
            {...(busy[surface] !== undefined && { busy: busy[surface] })}
            onUse={(blockId, actionId, entry) =>
              void act(surface, fieldName(blockId, actionId), {
                do: 'use',
                surface: { kind: 'home' },
                blockId,
                actionId,
                entry,
              })
            }
          />
        )}
        {!home && <NoHome isOpening={isOpening} />}
      </div>
    </>
  )
}

function NoHome({ isOpening }: { isOpening: boolean }) {
  const { words } = useSpeech()
  const { acting } = useScreen()
  if (isOpening) return <p className="nothing">{words.home.opening}</p>
  return (
    <p className="nothing">
      {words.home.none}
      <button type="button" onClick={() => void acting.act(surface, opening, { do: 'openHome' })}>
        {words.home.again}
      </button>
    </p>
  )
}
