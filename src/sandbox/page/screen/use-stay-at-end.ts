import { useEffect, useRef, type RefObject } from 'react'
import type { MessageTold } from '../../serve/told.ts'

/** How near to the end, in pixels, still counts as there. */
const near = 80

/**
 * Shows the end of a list of messages when it is opened, and keeps showing it while whoever reads is there. What this person
 * wrote, or was told alone, is shown wherever they are.
 */
export function useStayAtEnd(
  list: RefObject<HTMLElement | null>,
  last: MessageTold | undefined,
  person: string,
): void {
  const isAtEnd = useRef(true)
  useEffect(() => {
    const element = list.current
    if (!element) return undefined
    const look = () => {
      isAtEnd.current = element.scrollHeight - element.scrollTop - element.clientHeight < near
    }
    const stay = new ResizeObserver(() => isAtEnd.current && scrollToEnd(element))
    element.addEventListener('scroll', look, { passive: true })
    for (const each of [element, ...element.children]) stay.observe(each)
    return () => {
      element.removeEventListener('scroll', look)
      stay.disconnect()
    }
  }, [list])
  const { ts } = last ?? {}
  const isOwn = last !== undefined && (last.isEphemeral || last.from === person)
  useEffect(() => {
    if (list.current && (isAtEnd.current || isOwn)) scrollToEnd(list.current)
  }, [list, ts, isOwn])
}

function scrollToEnd(element: HTMLElement): void {
  element.scrollTop = element.scrollHeight
}
