import { type KeyboardEvent, type ReactNode, useRef } from 'react'
import { type Json, objectsAt, textAt } from '../../slack/json.ts'
import { Spinner } from './button.tsx'
import type { Held } from './held.ts'
import { safeHref } from './safe-href.ts'
import { TextLine } from './text-object.tsx'
import { wordsAt } from './words-at.ts'
import { wordsFor } from './words.ts'

/** A menu behind three dots. It opens as a popover of the browser, which closes it at Escape and at a click elsewhere. */
export function Overflow({ element, naming, isBusy, drawn, give }: Held): ReactNode {
  const menu = useRef<HTMLDivElement>(null)
  const anchor = `--${naming.id}`
  const pick = (value: string) => {
    menu.current?.hidePopover()
    if (!isBusy) give(value)
  }
  return (
    <>
      <button
        type="button"
        id={naming.id}
        className="bk-button bk-dots"
        style={{ anchorName: anchor }}
        popoverTarget={`${naming.id}-menu`}
        aria-haspopup="menu"
        aria-label={naming.label ?? wordsFor(drawn).moreActions}
        aria-busy={isBusy || undefined}
      >
        {isBusy ? <Spinner label={wordsFor(drawn).underWay} /> : <Dots />}
      </button>
      <div
        ref={menu}
        id={`${naming.id}-menu`}
        className="bk-menu"
        style={{ positionAnchor: anchor }}
        popover="auto"
        role="menu"
        onToggle={({ newState, currentTarget }) => newState === 'open' && focusItem(currentTarget, 0)}
        onKeyDown={moveAmongItems}
      >
        {objectsAt(element, 'options').map((option) => (
          <Item key={textAt(option, 'value')} option={option} drawn={drawn} pick={pick} />
        ))}
      </div>
    </>
  )
}

type ItemProps = Pick<Held, 'drawn'> & { readonly option: Json; readonly pick: (value: string) => void }

function Item({ option, drawn, pick }: ItemProps): ReactNode {
  const href = safeHref(textAt(option, 'url') ?? '')
  const about = wordsAt(option, 'description')
  const shared = {
    role: 'menuitem',
    tabIndex: -1,
    className: 'bk-menu-item',
    onClick: () => pick(textAt(option, 'value') ?? ''),
  }
  const words = (
    <>
      <TextLine text={{ type: 'plain_text', text: wordsAt(option, 'text') }} drawn={drawn} />
      {about && <small>{about}</small>}
    </>
  )
  if (href === undefined)
    return (
      <button type="button" {...shared}>
        {words}
      </button>
    )
  return (
    <a {...shared} href={href} target="_blank" rel="noreferrer">
      {words}
    </a>
  )
}

const steps: Readonly<Record<string, number>> = { ArrowDown: 1, ArrowUp: -1 }

function moveAmongItems(event: KeyboardEvent<HTMLElement>): void {
  const menu = event.currentTarget
  const items = [...menu.querySelectorAll('[role=menuitem]')]
  const at = items.indexOf(document.activeElement ?? menu)
  const step = steps[event.key]
  const to = event.key === 'Home' ? 0 : event.key === 'End' ? -1 : step === undefined ? undefined : at + step
  if (to === undefined) return
  event.preventDefault()
  focusItem(menu, to % items.length)
}

function focusItem(menu: HTMLElement, index: number): void {
  const item = [...menu.querySelectorAll<HTMLElement>('[role=menuitem]')].at(index)
  item?.focus()
}

function Dots(): ReactNode {
  return (
    <svg width="16" height="16" viewBox="0 0 16 16" fill="currentColor" aria-hidden="true">
      <circle cx="3" cy="8" r="1.5" />
      <circle cx="8" cy="8" r="1.5" />
      <circle cx="13" cy="8" r="1.5" />
    </svg>
  )
}
