import { useEffect } from 'react'
import { keep, kept } from './kept.ts'
import { forgetTyped } from './typed.ts'

/** Forgets what was read, opened and typed in a bank that is gone. */
export function forgetBank(): void {
  keep({ places: {}, read: {}, seenUntil: '' })
  forgetTyped()
}

/** Forgets the bank when its time runs backwards: it began anew, here or from another page. */
export function useForgetting(now: string | undefined): void {
  useEffect(() => {
    if (now === undefined) return
    if (Date.parse(now) < Date.parse(kept.get().seenUntil)) forgetBank()
    keep({ seenUntil: now })
  }, [now])
}
