import { useId, useRef, useState, type CSSProperties, type ReactNode } from 'react'

interface PopoverProps {
  /** What the button is called where its face does not say it. */
  readonly label?: string
  /** The face of the button. */
  readonly face: ReactNode
  readonly buttonClass?: string
  readonly className?: string
  readonly children: (close: () => void) => ReactNode
}

/**
 * A button and what it opens above everything else. The browser closes it on Escape or a click elsewhere and gives the focus
 * back to the button.
 */
export function Popover({ label, face, buttonClass = 'quiet', className = '', children }: PopoverProps) {
  const id = useId()
  const button = useRef<HTMLButtonElement>(null)
  const box = useRef<HTMLDivElement>(null)
  const [isOpen, setOpen] = useState(false)
  const [place, setPlace] = useState<CSSProperties>({})
  return (
    <>
      <button
        ref={button}
        type="button"
        className={buttonClass}
        popoverTarget={id}
        aria-expanded={isOpen}
        {...(label !== undefined && { 'aria-label': label, title: label })}
      >
        {face}
      </button>
      <div
        ref={box}
        id={id}
        popover="auto"
        className={`popover ${className}`}
        style={place}
        onBeforeToggle={() => setPlace(placeBeside(button.current))}
        onToggle={(event) => setOpen(event.newState === 'open')}
      >
        {isOpen && children(() => box.current?.hidePopover())}
      </div>
    </>
  )
}

/** Below the button or above it, and to the side on which there is more room. */
function placeBeside(button: HTMLElement | null): CSSProperties {
  if (!button) return {}
  const { top, bottom, left, right } = button.getBoundingClientRect()
  const isHigh = bottom < innerHeight / 2
  const across = left < innerWidth / 2 ? { left } : { right: innerWidth - right }
  return isHigh
    ? { ...across, top: bottom + 4, maxHeight: innerHeight - bottom - 16 }
    : { ...across, bottom: innerHeight - top + 4, maxHeight: top - 16 }
}
