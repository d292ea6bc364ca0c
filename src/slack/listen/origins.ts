/** Draws the place anew where a form was opened: a direct message, an answer that only its reader sees, the App Home. */
export type Redraw = () => Promise<void>

/**
 * Remembers where each open form was opened, in this process only: when the form is answered its origin shows the state of
 * now. Where another process gets the answer the origin stays as it was, and its buttons say so when they are pressed.
 */
export interface Origins {
  keep(form: string, redraw: Redraw): void
  take(form: string): Redraw | undefined
}

const most = 1000

export function createOrigins(): Origins {
  const kept = new Map<string, Redraw>()
  return {
    keep(form, redraw) {
      kept.set(form, redraw)
      const [oldest] = kept.keys()
      if (kept.size > most && oldest !== undefined) kept.delete(oldest)
    },
    take(form) {
      const redraw = kept.get(form)
      kept.delete(form)
      return redraw
    },
  }
}
