import type { Stretch } from './stretch.ts'

/** Where plain time, without the pauses, ends; or how much was left when a pause without an end began. Milliseconds. */
export type Elapsed = Readonly<{ ran: readonly Stretch[] } & ({ at: number } | { left: number })>

/** Counts unpaused milliseconds forwards; `ran` are the stretches that counted. */
export function elapseForward(pauses: readonly Stretch[], from: number, amount: number): Elapsed {
  const ran: Stretch[] = []
  let left = amount
  let cursor = from
  for (const [pausedFrom, until] of pauses) {
    if (until <= cursor) continue
    const room = Math.max(0, pausedFrom - cursor)
    if (room > 0 && left <= room) break
    if (room > 0) ran.push([cursor, pausedFrom])
    left -= room
    if (until === Infinity) return { left, ran }
    cursor = until
  }
  return { at: cursor + left, ran: [...ran, [cursor, cursor + left]] }
}

/** The same backwards, by turning time around; an open-ended pause is skipped like any other. */
export function elapseBackward(pauses: readonly Stretch[], from: number, amount: number): Elapsed {
  const elapsed = elapseForward(pauses.map(turn).toReversed(), -from, amount)
  const ran = elapsed.ran.map(turn)
  return 'at' in elapsed ? { at: -elapsed.at, ran } : { left: elapsed.left, ran }
}

function turn([from, until]: Stretch): Stretch {
  return [-until, -from]
}
