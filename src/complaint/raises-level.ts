import type { Pack } from '../policy/pack.ts'

/** Is this the repeat that raises the level by one (`DOMAIN.md` 9.3, the number is the pack's)? Each matter rises by it once. */
export function raisesLevel(count: number, { repeat }: Pick<Pack, 'repeat'>): boolean {
  return count === repeat.raisesAt
}
