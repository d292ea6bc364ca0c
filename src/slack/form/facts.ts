import type { Named, Pack } from '../../policy/pack.ts'

/** The facts of the pack that are ticked. */
export function tickedFacts({ lists }: Pack): readonly Named[] {
  return lists.levelFact.filter(({ kind }) => kind !== 'number')
}

/** The facts that are counted, each with a field of its own; the amount at stake has one in the form already. */
export function countedFacts({ lists }: Pack): readonly Named[] {
  return lists.levelFact.filter(({ kind, code }) => kind === 'number' && code !== 'amount')
}

/** The block of a counted fact: `facts:complainants`. */
export function factBlock(field: string, code: string): string {
  return `${field}:${code}`
}
