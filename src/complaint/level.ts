import { type Criterion, type Level, type Pack, levels } from '../policy/pack.ts'

/** Facts by code: 1 for a ticked one, the number for a counted one. */
export type Facts = Readonly<Record<string, number>>

/**
 * Which level does the pack propose for these facts, and by which criteria? The gravest level of which one criterion is met;
 * where none is, the last level of the pack, with no reasons (`DOMAIN.md` 9.1: any single criterion is enough).
 */
export function proposeLevel(facts: Facts, pack: Pack): { level: Level; reasons: string[] } {
  for (const { level, anyOf } of pack.levels) {
    const met = anyOf.filter((criterion) => isMet(criterion, facts))
    if (met.length > 0) return { level, reasons: met.map((criterion) => criterion.code) }
  }
  return { level: pack.levels.at(-1)?.level ?? 'L3', reasons: [] }
}

/** By which criteria of the pack do these facts belong to this level? */
export function reasonsFor(level: Level, facts: Facts, pack: Pack): string[] {
  const criteria = pack.levels.find((entry) => entry.level === level)?.anyOf ?? []
  return criteria.filter((criterion) => isMet(criterion, facts)).map(({ code }) => code)
}

function isMet(criterion: Criterion, facts: Facts): boolean {
  return criterion.all.every((needed) => {
    const value = facts[needed.fact] ?? 0
    return needed.kind === 'flag' ? value > 0 : value >= needed.atLeast
  })
}

/** Is the one level graver than the other? */
export function isGraver(one: Level, other: Level): boolean {
  return rankOf(one) < rankOf(other)
}

/** The level one graver than this; the gravest itself where none is. */
export function oneGraver(level: Level): Level {
  return levels[Math.max(rankOf(level) - 1, 0)] ?? level
}

/** How grave: 0 for level 1, so that a smaller rank is a graver level. */
export function rankOf(level: Level): number {
  return levels.indexOf(level)
}
