import { App, LogLevel, type Logger } from '@slack/bolt'
import {
  createSandboxSlack,
  type SandboxSlack,
  type SandboxSlackOptions,
} from '../../src/sandbox/slack/sandbox-slack.ts'
import type { SandboxPerson } from '../../src/sandbox/slack/people.ts'

/** Invented people of an invented bank. */
export const samplePeople: readonly SandboxPerson[] = [
  { id: 'wangli', name: '王莉', email: 'wangli@bank.example', locale: 'zh-CN', timeZone: 'Asia/Shanghai' },
  { id: 'smith', name: 'Ann Smith', email: 'smith@bank.example', locale: 'en-US', timeZone: 'Europe/London' },
  { id: 'guest', name: 'Guest', email: 'guest@bank.example', locale: 'en-US', timeZone: 'UTC', guest: true },
  {
    id: 'left',
    name: 'Left',
    email: 'left@bank.example',
    locale: 'en-US',
    timeZone: 'UTC',
    deactivated: true,
  },
]

/** Refusals are what these tests provoke; logging each would hide the one that matters. */
export const silentLogger: Logger = {
  debug() {},
  info() {},
  warn() {},
  error() {},
  setLevel() {},
  getLevel: () => LogLevel.ERROR,
  setName() {},
}

export type TinyBank = {
  readonly slack: SandboxSlack
  readonly app: App
  readonly close: () => Promise<void>
}

/** A sandbox workspace with a real Bolt app behind its HTTP receiver; `listen` says what the app does. */
export async function startTinyBot(
  listen: (app: App) => void = () => {},
  options: Partial<SandboxSlackOptions> = {},
): Promise<TinyBank> {
  const slack = await createSandboxSlack({ people: samplePeople, ...options })
  const app = new App({
    token: slack.botToken,
    signingSecret: slack.signingSecret,
    logger: silentLogger,
    clientOptions: {
      slackApiUrl: slack.url,
      logger: silentLogger,
      timeout: 10_000,
      retryConfig: { retries: 0 },
      rejectRateLimitedCalls: true,
    },
  })
  listen(app)
  const server = await app.start({ port: 0, host: '127.0.0.1' })
  const address = server.address()
  if (typeof address !== 'object' || !address)
    throw new Error(`The tiny bot listens on ${String(address)}, which is no port.`)
  slack.connect(`http://127.0.0.1:${address.port}/slack/events`)
  return {
    slack,
    app,
    async close() {
      server.closeAllConnections()
      await app.stop()
      await slack.close()
    },
  }
}

/** The error code with which Slack refused, or undefined where it did not. */
export async function refusalOf(call: Promise<unknown>): Promise<string | undefined> {
  try {
    await call
    return undefined
  } catch (error) {
    const data: unknown = error instanceof Error && 'data' in error ? error.data : undefined
    if (typeof data === 'object' && data !== null && 'error' in data) return String(data.error)
    throw error
  }
}

/** A clock that stands until it is pushed. */
export function createHandClock(start = '2026-03-02T01:00:00Z'): {
  readonly now: () => Temporal.Instant
  readonly push: (milliseconds: number) => void
} {
  let at = Temporal.Instant.from(start)
  return {
    now: () => at,
    push(milliseconds) {
      at = at.add({ milliseconds })
    },
  }
}
