import type { WebClient } from '@slack/web-api'
import type { Kysely } from 'kysely'
import type { Logger } from 'pino'
import type { Directory } from '../../directory.ts'
import type { Handle } from '../../handle.ts'
import type { InForce } from '../../in-force.ts'
import type { Database } from '../../store/database.ts'
import type { Claimed } from '../../store/outbox.ts'
import type { Language } from '../../text/text.ts'
import type { SlackAccess } from '../client.ts'
import type { House, Reader } from '../view/house.ts'

export interface DeliverHouse {
  readonly db: Kysely<Database>
  readonly handle: Handle
  readonly inForce: InForce
  readonly directory: Directory
  readonly now: () => Temporal.Instant
  readonly log: Logger
  /** In which language channels are written to. */
  readonly channelLanguage: Language
  readonly slack: SlackAccess
}

/** The house as an effect on its way out sees it. */
export interface Sending extends DeliverHouse {
  readonly client: WebClient
  /** The bot's own user: what it made is told by this. */
  readonly botUser: () => Promise<string>
  /** The topic each channel was last seen with. */
  readonly topics: Map<string, string>
}

/** What a post needs of the effect it comes from. */
export type Sent = Pick<Claimed, 'id' | 'attempts'>

/** A channel as a reader: the bank's language and zone. */
export function channelReader(language: Language, { organisation }: Pick<House, 'organisation'>): Reader {
  return { language, timeZone: organisation.document.timeZone }
}
