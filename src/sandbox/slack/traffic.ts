import type { Json } from './json.ts'

/** One thing that passed between the bot, Slack and its people, in the order it happened. */
export type TrafficEntry = {
  readonly number: number
  readonly at: Temporal.Instant
  readonly kind: 'api' | 'gesture' | 'response_url'
  /** The Web API method, or what the person did. */
  readonly what: string
  readonly by: string
  readonly sent: Json
  /** HTTP status; 0 when no answer came or none was given. */
  readonly status: number
  readonly answer: unknown
  readonly warnings: readonly string[]
}

export type Traffic = {
  readonly note: (entry: Omit<TrafficEntry, 'number' | 'at'>) => void
  readonly entries: () => readonly TrafficEntry[]
  readonly reset: () => void
}

/** The chronicle of every API request and every gesture, numbered from 1; `onNote` hears of each one noted. */
export function createTraffic(now: () => Temporal.Instant, onNote: () => void = () => {}): Traffic {
  let entries: TrafficEntry[] = []
  return {
    note(entry) {
      entries.push({ ...entry, number: entries.length + 1, at: now() })
      onNote()
    },
    entries: () => entries,
    reset() {
      entries = []
    },
  }
}
