import { LogLevel, WebAPIPlatformError, WebClient, type WebClientOptions } from '@slack/web-api'
import type { SlackLookup, SlackProfile } from '../directory.ts'
import { languageOf } from '../text/text.ts'

export interface SlackAccess {
  readonly botToken: string
  /** Another Web API base than Slack's own, ending in `/api/`. */
  readonly apiUrl?: string | undefined
}

/**
 * No retries in the client: its own would post a message twice (`STACK.md` 4), and on a 429 it would hold every other
 * method of the client back. The outbox does the waiting, per effect.
 */
const patient: WebClientOptions = {
  retryConfig: { retries: 0 },
  rejectRateLimitedCalls: true,
  logLevel: LogLevel.ERROR,
}

/** For gestures, where a person waits at the screen: two seconds, then an honest failure. */
export const interactiveOptions: WebClientOptions = { ...patient, timeout: 2000 }

/** For what leaves the outbox: nobody waits, so Slack may take ten seconds. */
const senderOptions: WebClientOptions = { ...patient, timeout: 10_000 }

export function createInteractiveClient(access: SlackAccess): WebClient {
  return new WebClient(access.botToken, { ...interactiveOptions, ...at(access) })
}

export function createSender(access: SlackAccess): WebClient {
  return new WebClient(access.botToken, { ...senderOptions, ...at(access) })
}

/** How Bolt's own client is set up: as the interactive one. */
export function boltClientOptions(access: SlackAccess): WebClientOptions {
  return { ...interactiveOptions, ...at(access) }
}

function at({ apiUrl }: SlackAccess): WebClientOptions {
  return apiUrl === undefined ? {} : { slackApiUrl: apiUrl }
}

/** Asks Slack who is who; undefined for bots, for the deactivated, and where Slack knows nobody. */
export function createLookup(client: WebClient): SlackLookup {
  async function byUser(user: string): Promise<SlackProfile | undefined> {
    const found = await unlessUnknown(client.users.info({ user, include_locale: true }))
    const { id, profile, tz, locale, deleted, is_bot: isBot } = found?.user ?? {}
    if (id === undefined || profile?.email === undefined || deleted || isBot) return undefined
    return { slackUser: id, email: profile.email, language: languageOf(locale ?? ''), timeZone: tz ?? 'UTC' }
  }

  return {
    byUser,
    async byEmail(email) {
      // The answer of this method has no locale, so the user found is asked for again.
      const found = await unlessUnknown(client.users.lookupByEmail({ email }))
      return found?.user?.id === undefined ? undefined : byUser(found.user.id)
    },
  }
}

const unknown = ['user_not_found', 'users_not_found', 'user_not_visible']

async function unlessUnknown<Answer>(asked: Promise<Answer>): Promise<Answer | undefined> {
  try {
    return await asked
  } catch (error) {
    if (error instanceof WebAPIPlatformError && unknown.includes(error.data.error)) return undefined
    throw error
  }
}
