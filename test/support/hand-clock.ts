/** A clock that stands until it is pushed or set. */
export interface HandClock {
  readonly now: () => Temporal.Instant
  readonly push: (duration: Temporal.DurationLike) => void
  readonly set: (instant: Temporal.Instant | string) => void
}

export function createHandClock(start: string): HandClock {
  let at = Temporal.Instant.from(start)
  return {
    now: () => at,
    push(duration) {
      at = at.add(duration)
    },
    set(instant) {
      at = Temporal.Instant.from(instant)
    },
  }
}
