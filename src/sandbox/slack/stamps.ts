export type Stamps = {
  /** A new message timestamp on the workspace's clock, later than every one before it. */
  readonly next: () => string
  /** Our timestamp for a message that the emulator stamped, made on first sight. */
  readonly ours: (emulated: string) => string
  /** The emulator's timestamp for one of ours; an unknown one stays as it is, and so is not found there. */
  readonly emulated: (ours: string) => string
  readonly reset: () => void
}

const stampPattern = /^[1-9]\d{9}\.\d{6}$/

/**
 * Message timestamps on the workspace's own clock. The emulator stamps by the machine's clock; a bot that looks for
 * its message since some pushed instant would never find it there.
 */
export function createStamps(now: () => Temporal.Instant): Stamps {
  let last = 0
  const toOurs = new Map<string, string>()
  const toEmulated = new Map<string, string>()

  function next(): string {
    last = Math.max(now().epochMilliseconds * 1000, last + 1)
    return `${Math.floor(last / 1e6)}.${String(last % 1e6).padStart(6, '0')}`
  }

  function ours(emulated: string): string {
    if (!stampPattern.test(emulated)) return emulated
    const known = toOurs.get(emulated)
    if (known) return known
    const stamp = next()
    toOurs.set(emulated, stamp)
    toEmulated.set(stamp, emulated)
    return stamp
  }

  return {
    next,
    ours,
    emulated: (stamp) => toEmulated.get(stamp) ?? stamp,
    reset() {
      last = 0
      toOurs.clear()
      toEmulated.clear()
    },
  }
}
