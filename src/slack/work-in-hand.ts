import type { App } from '@slack/bolt'

/** Follows every gesture through the app; the function that it gives resolves when none is being worked on. */
export function workInHand(app: App): () => Promise<void> {
  const working = new Set<Promise<void>>()

  app.use(async function followed({ next }) {
    const work = next()
    working.add(work)
    try {
      await work
    } finally {
      working.delete(work)
    }
  })

  return async function idle() {
    while (working.size > 0) {
      // oxlint-disable-next-line no-await-in-loop -- a gesture that arrives meanwhile is waited for too
      await Promise.allSettled(working)
    }
  }
}
