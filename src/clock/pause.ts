import { CalendarError } from './calendar-error.ts'
import { merge, type Stretch } from './stretch.ts'

/** An interval in which a clock stands still; `until: null` while it still does. `reason` is the code people gave. */
export type Pause = Readonly<{
  from: Temporal.Instant
  until: Temporal.Instant | null
  reason?: string | undefined
}>

/**
 * Pauses as ascending stretches that do not overlap, in epoch milliseconds, the last one endless while a pause is open.
 * Pauses may come in any order. Throws `CalendarError` for one that ends before it starts.
 */
export function mergePauses(pauses: readonly Pause[]): readonly Stretch[] {
  return merge(pauses.map(toStretch))
}

/** The reasons, each once, of the pauses that make up one merged stretch. */
export function reasonsOf(pauses: readonly Pause[], [from, until]: Stretch): string[] {
  const within = pauses.filter((pause) => {
    const begins = pause.from.epochMilliseconds
    return begins >= from && begins < until
  })
  return [...new Set(within.flatMap(({ reason }) => (reason === undefined ? [] : [reason])))]
}

function toStretch({ from, until }: Pause): Stretch {
  if (until && until.epochMilliseconds < from.epochMilliseconds) {
    throw new CalendarError(
      `The pause from ${from.toString()} ends before it starts, at ${until.toString()}. Put the earlier time first.`,
    )
  }
  return [from.epochMilliseconds, until ? until.epochMilliseconds : Infinity]
}
