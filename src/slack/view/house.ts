import type { Fund } from '../../fund/fund.ts'
import type { Rulebook } from '../../matter/matter.ts'
import type { Organisation } from '../../organisation/create.ts'
import type { PersonId } from '../../organisation/organisation.ts'
import type { FundUse } from '../../store/find-funds.ts'
import type { Language } from '../../text/text.ts'

/**
 * Who reads a view: a person, or a channel. A channel has no `personId`, reads in one language chosen by the caller, and
 * is shown the buttons that any of its members may need; the door refuses kindly whoever presses one that is not theirs.
 */
export interface Reader {
  readonly personId?: PersonId
  readonly language: Language
  readonly timeZone: string
}

/** What a view looks up while it draws. The rulebook is the one of the matter's own policy version. */
export interface House {
  readonly rulebook: Rulebook
  readonly organisation: Organisation
  readonly now: Temporal.Instant
  /** The Slack user of a person of the organisation; undefined where Slack does not know them. */
  readonly slackIdOf: (person: PersonId) => string | undefined
  /** What the reserve fund has to do with the complaint that is drawn; absent where nobody looked. */
  readonly money?: Money
}

/** The money asked for in a complaint, and the fund of its branch and this year, if there is one. */
export interface Money {
  readonly uses: readonly FundUse[]
  readonly fund?: Fund
}
