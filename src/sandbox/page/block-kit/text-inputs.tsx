import type { KeyboardEvent, ReactNode } from 'react'
import { textAt } from '../../slack/json.ts'
import { heldText, namedControl, type Held } from './held.ts'
import { wordsAt } from './words-at.ts'
import { wordsFor } from './words.ts'

/** Slack's own bound where an input has none. */
const mostCharacters = 3000

/** One line of text, or several. Near its end it says how much room is left. */
export function TextInput(held: Held): ReactNode {
  const { element, value } = held
  const isLong = element['multiline'] === true || element['type'] === 'rich_text_input'
  const most = typeof element['max_length'] === 'number' ? element['max_length'] : mostCharacters
  const shared = { ...sharedAttributes(held), maxLength: most }
  return (
    <>
      {isLong ? (
        <textarea {...shared} className="bk-field bk-long" rows={3} />
      ) : (
        <input {...shared} type="text" />
      )}
      <Counter left={most - heldText(value).length} most={most} held={held} />
    </>
  )
}

/** A number, an e-mail address or the address of a page. */
export function LineInput(held: Held): ReactNode {
  const { element } = held
  const type = textAt(element, 'type')
  const shared = sharedAttributes(held)
  if (type === 'email_text_input') return <input {...shared} type="email" />
  if (type === 'url_text_input') return <input {...shared} type="url" />
  return (
    <input
      {...shared}
      type="number"
      className="bk-field bk-number"
      step={element['is_decimal_allowed'] === true ? 'any' : 1}
      min={textAt(element, 'min_value')}
      max={textAt(element, 'max_value')}
    />
  )
}

function entryOf(text: string): string | null {
  return text === '' ? null : text
}

type Typed = HTMLInputElement | HTMLTextAreaElement

function sharedAttributes({ element, value, naming, isBusy, give, tell }: Held) {
  return {
    ...namedControl(naming),
    className: 'bk-field',
    value: heldText(value),
    placeholder: wordsAt(element, 'placeholder'),
    readOnly: isBusy,
    'aria-busy': isBusy || undefined,
    onChange: (event: { readonly currentTarget: Typed }) => give(entryOf(event.currentTarget.value)),
    onKeyDown: (event: KeyboardEvent<Typed>) => {
      if (event.key !== 'Enter' || event.nativeEvent.isComposing || !tell) return
      event.preventDefault()
      tell(entryOf(event.currentTarget.value))
    },
  }
}

interface CounterProps {
  readonly left: number
  readonly most: number
  readonly held: Held
}

function Counter({ left, most, held }: CounterProps): ReactNode {
  if (left > Math.max(10, most / 10) || most <= 10) return null
  return (
    <div className="bk-counter" role="status">
      {wordsFor(held.drawn).left(Math.max(0, left))}
    </div>
  )
}
