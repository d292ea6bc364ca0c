export type Trigger = { readonly userId: string; readonly viewId?: string }
export type TriggerError = 'invalid_trigger_id' | 'exchanged_trigger_id' | 'expired_trigger_id'

export type Triggers = {
  readonly issue: (trigger: Trigger) => string
  readonly exchange: (triggerId: string) => Trigger | TriggerError
  /** Those issued to this Slack user so far have outlived their three seconds, whatever the clock says. */
  readonly expire: (userId: string) => void
  readonly reset: () => void
}

const lifeMilliseconds = 3000

/** Trigger ids that live three seconds on the given clock and serve once, as Slack's do. */
export function createTriggers(now: () => Temporal.Instant): Triggers {
  const issued = new Map<string, Trigger & { at: number; used: boolean }>()
  let count = 0

  function exchange(triggerId: string): Trigger | TriggerError {
    const found = issued.get(triggerId)
    if (!found) return 'invalid_trigger_id'
    if (found.used) return 'exchanged_trigger_id'
    if (now().epochMilliseconds - found.at > lifeMilliseconds) return 'expired_trigger_id'
    found.used = true
    return found
  }

  return {
    issue(trigger) {
      count += 1
      const at = now().epochMilliseconds
      const id = `${Math.floor(at / 1000)}.${count}.${count.toString(16).padStart(8, '0')}`
      issued.set(id, { ...trigger, at, used: false })
      return id
    },
    exchange,
    expire(userId) {
      for (const trigger of issued.values())
        if (trigger.userId === userId) trigger.at = Number.NEGATIVE_INFINITY
    },
    reset: () => issued.clear(),
  }
}
