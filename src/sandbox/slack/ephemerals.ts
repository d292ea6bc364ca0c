import type { Json } from './json.ts'

/** A message that one person alone sees, until it is replaced or taken away. */
export type Ephemeral = {
  readonly ts: string
  readonly channel: string
  readonly userId: string
  readonly text: string
  readonly blocks: readonly Json[]
  readonly threadTs?: string
  readonly by: 'postEphemeral' | 'ack' | 'response_url' | 'slack'
}

export type Ephemerals = {
  readonly add: (ephemeral: Ephemeral) => void
  readonly replace: (ts: string, content: Pick<Ephemeral, 'text' | 'blocks'>) => void
  readonly remove: (ts: string) => void
  readonly of: (userId: string) => readonly Ephemeral[]
  readonly reset: () => void
}

/** Slack has no call that reads an ephemeral message back, so the workspace remembers them here. */
export function createEphemerals(): Ephemerals {
  let kept: Ephemeral[] = []
  return {
    add: (ephemeral) => kept.push(ephemeral),
    replace(ts, content) {
      kept = kept.map((each) => (each.ts === ts ? { ...each, ...content } : each))
    },
    remove(ts) {
      kept = kept.filter((each) => each.ts !== ts)
    },
    of: (userId) => kept.filter((each) => each.userId === userId),
    reset() {
      kept = []
    },
  }
}
