import { useEffect } from 'react'
import { keep, kept } from './kept.ts'
import type { Shown } from './shown.ts'

/** Keeps who is shown in the address of the page, and shows whom the address names: a link leads to the same screens. */
export function useHash(shown: Shown): void {
  const { left, right } = shown
  useEffect(() => {
    addEventListener('hashchange', showNamed)
    return () => removeEventListener('hashchange', showNamed)
  }, [])
  useEffect(() => {
    if (left === '' && right === '') return
    history.replaceState(null, '', `#${new URLSearchParams({ left, right }).toString()}`)
  }, [left, right])
}

/** Shows whom the address names. */
export function showNamed(): void {
  const named = Object.fromEntries(new URLSearchParams(location.hash.slice(1)))
  const { left = '', right = '' } = named
  const people = { ...(left && { left }), ...(right && { right }) }
  keep({ people: { ...kept.get().people, ...people } })
}
