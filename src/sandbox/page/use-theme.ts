import { useEffect, useSyncExternalStore } from 'react'
import { useKept } from './kept.ts'

const dark = matchMedia('(prefers-color-scheme: dark)')

/** The look in force: the one chosen, or that of the system. */
export function useDrawnTheme(): 'light' | 'dark' {
  const { theme } = useKept()
  const isSystemDark = useSyncExternalStore(subscribeToSystem, () => dark.matches)
  if (theme === 'system') return isSystemDark ? 'dark' : 'light'
  return theme
}

/** Dresses the whole page in the look in force. */
export function useTheme(): void {
  const theme = useDrawnTheme()
  useEffect(() => {
    document.documentElement.dataset['theme'] = theme
  }, [theme])
}

function subscribeToSystem(changed: () => void): () => void {
  dark.addEventListener('change', changed)
  return () => dark.removeEventListener('change', changed)
}
