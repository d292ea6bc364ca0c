/** A half-open piece of time in epoch milliseconds: its first moment belongs to it, its last does not. */
export type Stretch = readonly [from: number, until: number]

/** The same time as ascending stretches that neither overlap nor touch; empty ones are gone. */
export function merge(stretches: readonly Stretch[]): readonly Stretch[] {
  const merged: [number, number][] = []
  for (const [from, until] of stretches.toSorted((a, b) => a[0] - b[0])) {
    if (until <= from) continue
    const last = merged.at(-1)
    if (last && from <= last[1]) last[1] = Math.max(last[1], until)
    else merged.push([from, until])
  }
  return merged
}

/** What of ascending stretches lies between two moments. */
export function clip(stretches: readonly Stretch[], from: number, until: number): readonly Stretch[] {
  const kept: Stretch[] = []
  for (const [a, b] of stretches) {
    if (Math.max(a, from) < Math.min(b, until)) kept.push([Math.max(a, from), Math.min(b, until)])
  }
  return kept
}

/** What is left of ascending stretches outside the (merged) holes. */
export function cut(stretches: readonly Stretch[], holes: readonly Stretch[]): readonly Stretch[] {
  if (holes.length === 0) return stretches
  return stretches.flatMap((stretch) => cutOne(stretch, holes))
}

function cutOne([from, until]: Stretch, holes: readonly Stretch[]): Stretch[] {
  const left: Stretch[] = []
  let cursor = from
  for (const [holeFrom, holeUntil] of holes) {
    if (holeUntil <= cursor) continue
    if (holeFrom >= until) break
    if (holeFrom > cursor) left.push([cursor, holeFrom])
    cursor = Math.min(holeUntil, until)
  }
  if (cursor < until) left.push([cursor, until])
  return left
}

/** Milliseconds in all stretches together. */
export function lengthOf(stretches: readonly Stretch[]): number {
  let sum = 0
  for (const [from, until] of stretches) sum += until - from
  return sum
}

/** Is the moment inside one of the stretches, or exactly at the end of one? */
export function touches(stretches: readonly Stretch[], moment: number): boolean {
  return stretches.some(([from, until]) => from <= moment && moment <= until)
}
