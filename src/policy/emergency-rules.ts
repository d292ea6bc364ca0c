import type { Limit, Pack } from './pack.ts'

/** The numbers of a level-1 emergency, as the pack's section `emergency` has them. */
export interface EmergencyRules {
  /** From the forming: the head confirms the members; the oral and the written report are given. */
  readonly confirmWithin: Limit
  readonly oralWithin: Limit
  readonly writtenWithin: Limit
  /** From one report to the next, once the written one is given. */
  readonly dailyEvery: Limit
  /** From the last customer's answer to the final report; from the standing down to the closing report. */
  readonly finalWithin: Limit
  readonly closingWithin: Limit
  /** How long the committee may vote on the handling plan. */
  readonly voteWithin: Limit
  /** The highest rung of the ladder that one late task climbs: it stays inside the group and its department. */
  readonly taskTopRung: number
  /** The emoji that puts a message of the channel into the timeline. */
  readonly keepReaction: string
  /** So many complaints about one thing, received within the window, propose an emergency. */
  readonly cluster: {
    readonly window: Limit
    readonly product: number
    readonly outlet: number
    readonly script: number
    /** From this likeness of their wording on, in percent, two complaints follow one script. */
    readonly likeness: number
  }
}

/**
 * What holds where the pack has no section of its own. Oral report in 1 h, written in 24 h, then daily, the final one in 10
 * working days, and the group in 4 h stand in `DOMAIN.md` 9.2, 9.6 and 9.7; the vote has the 12 h in which level 1 is approved
 * (9.2); the rest is our proposal.
 */
const defaults: EmergencyRules = {
  confirmWithin: { elapsedSeconds: 4 * 3600 },
  oralWithin: { elapsedSeconds: 3600 },
  writtenWithin: { elapsedSeconds: 24 * 3600 },
  dailyEvery: { elapsedSeconds: 24 * 3600 },
  finalWithin: { workingDays: 10 },
  closingWithin: { workingDays: 10 },
  voteWithin: { elapsedSeconds: 12 * 3600 },
  taskTopRung: 4,
  keepReaction: 'pushpin',
  cluster: { window: { elapsedSeconds: 7 * 24 * 3600 }, product: 10, outlet: 10, script: 10, likeness: 70 },
}

/** The rules of an emergency under this pack. */
export function emergencyRulesOf({ emergency }: Pick<Pack, 'emergency'>): EmergencyRules {
  return emergency ?? defaults
}
