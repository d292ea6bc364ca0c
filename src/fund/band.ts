import type { FundRung } from '../organisation/matrix.ts'
import { type RightsLimits, defaultLimits } from '../organisation/rights.ts'
import { type Fen, yuanOf } from './money.ts'

/** Who decides on so much: `COM` by vote, `HOQ` (head office) beyond the committee's limit, one person below. */
export type Band = FundRung | 'HOQ'

const rungs = ['SBH', 'SQO', 'SQH', 'COM'] as const satisfies readonly FundRung[]
export const bands = [...rungs, 'HOQ'] as const satisfies readonly Band[]

/** The lowest rung whose limit this amount does not pass; exactly at the limit is still within it. */
export function bandOf(amount: Fen, { fundUpTo }: RightsLimits = defaultLimits): Band {
  return rungs.find((rung) => yuanOf(amount) <= fundUpTo[rung]) ?? 'HOQ'
}
