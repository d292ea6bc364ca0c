import type { Logger } from 'pino'
import type { Config } from '../config.ts'
import type { OrganisationDocument } from '../organisation/organisation.ts'
import type { MasterKey } from '../vault/master-key.ts'
import type { Clock } from './clock.ts'
import type { SandboxSlackOptions } from './slack/sandbox-slack.ts'

/** What a stage stands on, and what it begins with. */
export type StageOptions = {
  /** An empty or migrated database that nobody else uses. */
  readonly databaseUrl: string
  readonly redisUrl?: string
  /** Everybody reads this language; without it, most Chinese and a few English. */
  readonly language?: 'zh-CN' | 'en'
  /** With `all`, BullMQ's own workers answer too; otherwise the stage performs each wake-up itself, when it is owed. */
  readonly role?: 'bot' | 'all'
  readonly config?: Partial<Config>
  /** Where the house writes its log; nowhere by default. */
  readonly log?: Logger
  /** Prefix of BullMQ's keys in Redis. */
  readonly prefix?: string
  /** Opens what is in the vault of this database; a new one by default. */
  readonly masterKey?: MasterKey
  /** Whom to furnish an empty database with; the sample bank by default. */
  readonly organisation?: OrganisationDocument
  /** Hears of every gesture and request, every push of the clock and every change of the bot's state. */
  readonly onChange?: () => void
} & Pick<SandboxSlackOptions, 'gate' | 'ackTimeoutMs'> &
  (
    | {
        /** What the clock on the stage shows when the curtain rises; it moves only when it is pushed. */
        readonly start: string
      }
    | { readonly clock: Clock }
  )
