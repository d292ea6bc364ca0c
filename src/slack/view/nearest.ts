/**
 * The word of the list that was most likely meant: fewest letters to change, add, drop or swap, at most a third of the longer
 * word and at least one. Undefined where nothing is near; the first in the list where several are as near.
 */
export function nearest(said: string, words: readonly string[]): string | undefined {
  const plain = said.trim().toLowerCase()
  if (plain === '') return undefined
  const [best] = words
    .map((word) => ({ word, distance: editDistance(plain, word.toLowerCase()) }))
    .filter(
      ({ word, distance }) => distance <= Math.max(1, Math.floor(Math.max(word.length, plain.length) / 3)),
    )
    .toSorted((one, other) => one.distance - other.distance)
  return best?.word
}

/** How many letters to change, add, drop or swap with their neighbour, from one word to the other. */
function editDistance(from: string, to: string): number {
  let beforeLast: number[] = []
  let last = Array.from({ length: to.length + 1 }, (_, at) => at)
  for (let row = 1; row <= from.length; row += 1) {
    const now = [row]
    for (let column = 1; column <= to.length; column += 1) {
      const changed = (last[column - 1] ?? 0) + (from[row - 1] === to[column - 1] ? 0 : 1)
      const isSwap = from[row - 1] === to[column - 2] && from[row - 2] === to[column - 1]
      const swapped = isSwap ? (beforeLast[column - 2] ?? Infinity) + 1 : Infinity
      now.push(Math.min(changed, (last[column] ?? 0) + 1, (now[column - 1] ?? 0) + 1, swapped))
    }
    beforeLast = last
    last = now
  }
  return last[to.length] ?? 0
}
