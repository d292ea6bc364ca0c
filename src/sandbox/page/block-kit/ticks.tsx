import type { ReactNode } from 'react'
import { type Json, objectAt, objectsAt, textAt } from '../../slack/json.ts'
import type { Drawn } from './drawn.ts'
import { heldText, heldTexts, namedGroup, type Held } from './held.ts'
import { TextLine } from './text-object.tsx'

/** Boxes of which any number can be ticked. */
export function Checkboxes({ element, value, naming, isBusy, drawn, give }: Held): ReactNode {
  const ticked = heldTexts(value)
  const values = objectsAt(element, 'options').map((option) => textAt(option, 'value') ?? '')
  const tick = (one: string) =>
    give(values.filter((each) => (each === one ? !ticked.includes(each) : ticked.includes(each))))
  return (
    <div role="group" className="bk-ticks" {...namedGroup(naming)}>
      {objectsAt(element, 'options').map((option, index) => {
        const own = values[index] ?? ''
        return (
          <Tick key={own} option={option} drawn={drawn}>
            <input
              type="checkbox"
              id={index === 0 ? naming.id : undefined}
              checked={ticked.includes(own)}
              disabled={isBusy}
              onChange={() => tick(own)}
            />
          </Tick>
        )
      })}
    </div>
  )
}

/** Buttons of which one is chosen. */
export function RadioButtons({ element, value, naming, isBusy, drawn, give }: Held): ReactNode {
  return (
    <div
      role="radiogroup"
      className="bk-ticks"
      aria-required={naming.isRequired || undefined}
      {...namedGroup(naming)}
    >
      {objectsAt(element, 'options').map((option, index) => {
        const own = textAt(option, 'value') ?? ''
        return (
          <Tick key={own} option={option} drawn={drawn}>
            <input
              type="radio"
              id={index === 0 ? naming.id : undefined}
              name={naming.id}
              value={own}
              checked={heldText(value) === own}
              disabled={isBusy}
              onChange={() => give(own)}
            />
          </Tick>
        )
      })}
    </div>
  )
}

interface TickProps {
  readonly option: Json
  readonly drawn: Drawn
  readonly children: ReactNode
}

function Tick({ option, drawn, children }: TickProps): ReactNode {
  const text = objectAt(option, 'text')
  const about = objectAt(option, 'description')
  return (
    <label className="bk-tick">
      {children}
      <span>
        {text && <TextLine text={text} drawn={drawn} />}
        {about && (
          <small>
            <TextLine text={about} drawn={drawn} />
          </small>
        )}
      </span>
    </label>
  )
}
