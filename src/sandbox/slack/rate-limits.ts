import { callsPerMinute, methods } from './methods.ts'

export type RateLimits = {
  /** Counts the call; undefined when it is within the limit, else the seconds to wait. A refused call does not count. */
  readonly secondsToWait: (method: string, channel: string | undefined) => number | undefined
  readonly reset: () => void
}

type Window = { readonly key: string; readonly calls: number; readonly milliseconds: number }

/** Slack says "several hundred" messages a minute in a workspace and gives no number. */
const messagesPerMinute = 300

/**
 * Slack's published limits on the given clock: a number of calls a minute per method by its tier; for chat.postMessage
 * one message a second per channel instead. Slack lets short bursts through; we do not, so that nobody builds on them.
 */
export function createRateLimits(now: () => Temporal.Instant): RateLimits {
  const calls = new Map<string, number[]>()

  function within(window: Window, at: number): readonly number[] {
    return (calls.get(window.key) ?? []).filter((call) => call > at - window.milliseconds)
  }

  function secondsToWait(method: string, channel: string | undefined): number | undefined {
    const at = now().epochMilliseconds
    const windows = windowsOf(method, channel)
    const waits = windows.map((window) => {
      const recent = within(window, at)
      const oldest = recent.at(-window.calls)
      return oldest === undefined ? 0 : Math.ceil((oldest + window.milliseconds - at) / 1000)
    })
    const wait = Math.max(0, ...waits)
    if (wait > 0) return wait
    for (const window of windows) calls.set(window.key, [...within(window, at), at])
    return undefined
  }

  return { secondsToWait, reset: () => calls.clear() }
}

function windowsOf(method: string, channel: string | undefined): readonly Window[] {
  if (method === 'chat.postMessage') {
    return [
      { key: `${method} ${channel ?? ''}`, calls: 1, milliseconds: 1000 },
      { key: method, calls: messagesPerMinute, milliseconds: 60_000 },
    ]
  }
  const facts = methods[method]
  return facts ? [{ key: method, calls: callsPerMinute[facts.tier], milliseconds: 60_000 }] : []
}
