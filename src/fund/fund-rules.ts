import type { Limit } from '../clock/limit.ts'

/** What the fund's clocks wait for: a decision, the votes, the payment, the settlement, the closing of the year. */
export const fundClocks = ['fundDecide', 'fundVote', 'fundPay', 'fundSettle', 'fundClose'] as const
export type FundClock = (typeof fundClocks)[number]

/** Whom a call of the fund means; `owner` is whoever must act for the clock to stop. */
export type FundCallee = 'owner' | 'sqHead' | 'finance' | 'committeeDirector'

interface ClockRule {
  readonly limit: Limit
  /** How long before the due its owner is reminded. */
  readonly remindBefore: Limit
  /** A vote closes at its due by itself and calls nobody above. */
  readonly climbs: boolean
}

/**
 * The numbers of the reserve fund. Settlement within five working days, the warning at 80 % and whom an overdue settlement
 * calls stand in `DOMAIN.md` 9.5 and 9.6; all other lengths are our proposal. The approval bands are those of the rights
 * matrix (`RightsLimits`).
 */
export const fundRules = {
  clocks: {
    fundDecide: { limit: { workingDays: 2 }, remindBefore: { workingSeconds: 14_400 }, climbs: true },
    fundVote: { limit: { workingDays: 3 }, remindBefore: { workingDays: 1 }, climbs: false },
    fundPay: { limit: { workingDays: 3 }, remindBefore: { workingDays: 1 }, climbs: true },
    fundSettle: { limit: { workingDays: 5 }, remindBefore: { workingDays: 1 }, climbs: true },
    fundClose: { limit: { workingDays: 20 }, remindBefore: { workingDays: 5 }, climbs: true },
  } satisfies Record<FundClock, ClockRule>,
  /** How long after the due each rung is called. */
  ladder: [
    { after: { elapsedSeconds: 0 }, to: ['owner', 'sqHead'] },
    { after: { workingDays: 1 }, to: ['owner', 'sqHead', 'finance'] },
    { after: { workingDays: 3 }, to: ['owner', 'sqHead', 'finance', 'committeeDirector'] },
  ] satisfies { after: Limit; to: FundCallee[] }[],
  /** After the top rung the call is repeated until it is answered by the deed. */
  repeatEvery: { workingDays: 1 } satisfies Limit,
  warnAtPercent: 80,
  likeUses: 5,
} as const
