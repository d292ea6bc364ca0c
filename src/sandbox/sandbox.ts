import type { OrganisationDocument } from '../organisation/organisation.ts'
import type { GivenFiles } from './given-files.ts'
import type { Begun } from './playing.ts'
import type { Scenarios } from './scenario/scenarios.ts'
import type { BotState } from './serve/told.ts'
import type { Stage } from './stage.ts'

/** A bank and a Slack on this machine, with a page to play on. */
export interface Sandbox {
  /** The bank and the Slack played now; another one after `begin`. */
  readonly stage: Stage
  readonly organisation: OrganisationDocument
  /** Of the page. */
  readonly url: string
  /** Where the database stands, and whether a killed process had left it running. */
  readonly database: { readonly embedded: boolean; readonly adopted: boolean }
  readonly scenarios: Scenarios
  readonly bot: BotState
  setBot(state: BotState): Promise<void>
  /** Everybody's Slack and the bot's channels speak this language from now on. */
  everybodyReads(language: 'zh-CN' | 'en'): Promise<void>
  /**
   * Throws everything away and begins again with the sample bank, or with the files given; the clock goes on. Where a file is
   * not in order, or the database is not the sandbox's own, everything stays as it was, and the answer says why.
   */
  begin(anew: GivenFiles): Promise<Begun>
  /** Resolves when nothing is being begun anew and no language changes: before, there is no stage to look at, or no bot on it. */
  ready(): Promise<void>
  /** Calls back after something has changed, some twenty times a second at most; answers how to stop that. */
  onChange(listener: () => void): () => void
  stop(): Promise<void>
}
