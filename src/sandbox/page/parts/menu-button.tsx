import type { KeyboardEvent, ReactNode } from 'react'
import { Popover } from './popover.tsx'

export interface MenuEntry {
  readonly key: string
  readonly face: ReactNode
  readonly label?: string
  readonly onTake: () => void
}

interface MenuButtonProps {
  readonly label: string
  readonly face: ReactNode
  readonly entries: readonly MenuEntry[]
  readonly buttonClass?: string
  readonly className?: string
}

/** A button that opens a menu: arrows move in it, Enter takes, Escape closes. */
export function MenuButton({ label, face, entries, buttonClass, className = '' }: MenuButtonProps) {
  return (
    <Popover label={label} face={face} className="menu" {...(buttonClass !== undefined && { buttonClass })}>
      {(close) => (
        <div role="menu" aria-label={label} className={`menu-entries ${className}`} onKeyDown={moveByArrow}>
          {entries.map((entry, index) => (
            <button
              key={entry.key}
              type="button"
              role="menuitem"
              autoFocus={index === 0}
              aria-label={entry.label}
              title={entry.label}
              onClick={() => {
                close()
                entry.onTake()
              }}
            >
              {entry.face}
            </button>
          ))}
        </div>
      )}
    </Popover>
  )
}

function moveByArrow(event: KeyboardEvent<HTMLElement>): void {
  const steps: Readonly<Record<string, number>> = { ArrowDown: 1, ArrowRight: 1, ArrowUp: -1, ArrowLeft: -1 }
  const step = steps[event.key]
  if (step === undefined) return
  event.preventDefault()
  const entries = [...event.currentTarget.querySelectorAll<HTMLElement>('[role=menuitem]')]
  const at = entries.findIndex((entry) => entry === document.activeElement)
  entries[(at + step + entries.length) % entries.length]?.focus()
}
