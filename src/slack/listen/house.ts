import type { WebClient } from '@slack/web-api'
import type { Kysely } from 'kysely'
import type { Logger } from 'pino'
import type { Directory, SlackLookup } from '../../directory.ts'
import type { Handle } from '../../handle.ts'
import type { InForce } from '../../in-force.ts'
import type { Reveal } from '../../reveal.ts'
import type { Database } from '../../store/database.ts'
import type { Language } from '../../text/text.ts'
import type { MasterKey } from '../../vault/master-key.ts'
import type { Reader } from '../view/house.ts'
import type { Origins } from './origins.ts'

/** The house as a gesture in Slack finds it. The database is only read; what changes goes through `handle` and `reveal`. */
export interface Listening {
  readonly db: Kysely<Database>
  readonly handle: Handle
  readonly reveal: Reveal
  readonly inForce: InForce
  readonly directory: Directory
  readonly lookup: SlackLookup
  readonly now: () => Temporal.Instant
  readonly masterKey: MasterKey
  readonly log: Logger
  /** Where nobody's language is known: the bank's own. */
  readonly channelLanguage: Language
  readonly client: WebClient
  /** What to draw anew when a form that was opened from it is answered. */
  readonly origins: Origins
  /** Does this so many seconds later, without keeping the process alive for it. */
  readonly after: (seconds: number, then: () => void) => void
}

/** A person of the organisation who makes a gesture. */
export interface Asker {
  readonly person: string
  readonly slackUser: string
  readonly reader: Reader & { readonly personId: string }
}

/** Who makes this gesture? Undefined for somebody whom the organisation does not know. */
export async function askerOf(
  { directory }: Pick<Listening, 'directory'>,
  slackUser: string,
): Promise<Asker | undefined> {
  const known = await directory.byUser(slackUser)
  if (!known) return undefined
  const { person, language, timeZone } = known
  return { person, slackUser, reader: { personId: person, language, timeZone } }
}
