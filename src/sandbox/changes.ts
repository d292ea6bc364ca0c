/** Tells listeners that something changed; what changes in quick succession is told together. */
export interface Changes {
  note(): void
  /** Answers how to stop listening. */
  on(listener: () => void): () => void
}

/**
 * The first change is told at once, those that follow it within the gap once more when it is over: some twenty times a second
 * at most, so that a page that asks anew at each of them keeps up.
 */
export function createChanges(gapMilliseconds = 50): Changes {
  const listeners = new Set<() => void>()
  let gap: NodeJS.Timeout | undefined
  let isMore = false

  function tell(): void {
    isMore = false
    gap = setTimeout(close, gapMilliseconds).unref()
    for (const listener of listeners) listener()
  }

  function close(): void {
    gap = undefined
    if (isMore) tell()
  }

  return {
    note() {
      isMore = true
      if (gap === undefined) tell()
    },
    on(listener) {
      listeners.add(listener)
      return () => void listeners.delete(listener)
    },
  }
}
