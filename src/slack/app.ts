import { App, type Receiver, HTTPReceiver, SocketModeReceiver } from '@slack/bolt'
import type { Kysely } from 'kysely'
import { type IncomingMessage, Server, type ServerResponse } from 'node:http'
import type { Logger } from 'pino'
import type { Directory } from '../directory.ts'
import type { Handle } from '../handle.ts'
import type { InForce } from '../in-force.ts'
import type { Reveal } from '../reveal.ts'
import type { Database } from '../store/database.ts'
import type { Language } from '../text/text.ts'
import type { MasterKey } from '../vault/master-key.ts'
import { boltLogger } from './bolt-logger.ts'
import { type SlackAccess, boltClientOptions, createInteractiveClient, createLookup } from './client.ts'
import { listenToAll } from './listen/all.ts'
import { createOrigins } from './listen/origins.ts'
import { noteTrouble } from './listen/trouble.ts'
import { workInHand } from './work-in-hand.ts'

/** How Slack's gestures reach us: as signed requests to our port, or through a socket that we open. */
export type SlackMode =
  | { readonly kind: 'http'; readonly signingSecret: string }
  | { readonly kind: 'socket'; readonly appToken: string }

/** A path beside `/slack/events` on the same port; `health.ts` gives them. Only in HTTP mode. */
export interface SlackRoute {
  readonly path: string
  readonly method: string
  readonly handler: (request: IncomingMessage, response: ServerResponse) => void
}

export interface SlackHouse {
  readonly db: Kysely<Database>
  readonly handle: Handle
  readonly reveal: Reveal
  readonly inForce: InForce
  readonly directory: Directory
  readonly now: () => Temporal.Instant
  readonly masterKey: MasterKey
  readonly log: Logger
  readonly channelLanguage: Language
  readonly slack: SlackAccess & { readonly mode: SlackMode }
  /** Where requests are heard in HTTP mode; 0 takes a free port. */
  readonly port: number
  readonly routes?: readonly SlackRoute[]
  /** How time passes until a revealed value is hidden; the machine's own by default. */
  readonly after?: (seconds: number, then: () => void) => void
}

export interface SlackApp {
  readonly app: App
  /** Asks Slack who we are, then listens. Throws where the token is no good or the port is taken. */
  start(): Promise<void>
  /** The port that is listened on, once started; the one asked for until then and in Socket Mode. */
  port(): number
  /** Resolves when no gesture is being worked on: answered ones may still be redrawing where they came from. */
  idle(): Promise<void>
  /** Takes no new gesture, and waits for those being answered. */
  stop(): Promise<void>
}

/** The bot in Slack: Bolt's app with every listener, behind Bolt's own check of signatures and their age. */
export function createSlackApp(house: SlackHouse): SlackApp {
  const client = createInteractiveClient(house.slack)
  const self: Self = {}
  const app = boltApp(house, self)
  const idle = workInHand(app)
  listenToAll(app, {
    ...house,
    client,
    lookup: createLookup(client),
    origins: createOrigins(),
    after: house.after ?? ((seconds, then) => void setTimeout(then, seconds * 1000).unref()),
  })
  let port = house.port
  return {
    app,
    async start() {
      const { bot_id: botId, user_id: botUserId } = await client.auth.test()
      Object.assign(self, { botId, botUserId })
      port = portOf(await app.start(house.port)) ?? port
    },
    port: () => port,
    idle,
    async stop() {
      // A closed socket carries no answers, unlike a closed port, which still gives those under way.
      if (house.slack.mode.kind === 'socket') await idle()
      await app.stop()
      await idle()
    },
  }
}

/** Who we are in the workspace: asked once at start, for a gesture has no time for it. */
interface Self {
  botId?: string
  botUserId?: string
}

function boltApp(house: SlackHouse, self: Self): App {
  const app = new App({
    receiver: receiverOf(house),
    authorize: () => Promise.resolve({ botToken: house.slack.botToken, ...self }),
    clientOptions: boltClientOptions(house.slack),
    logger: boltLogger(house.log),
    socketMode: house.slack.mode.kind === 'socket',
  })
  app.error(async (error) => void noteTrouble(house.log, error, 'bolt'))
  return app
}

function portOf(server: unknown): number | undefined {
  const address = server instanceof Server ? server.address() : undefined
  return typeof address === 'object' ? address?.port : undefined
}

function receiverOf({ slack: { mode, apiUrl }, port, routes = [], log }: SlackHouse): Receiver {
  const logger = boltLogger(log)
  if (mode.kind === 'socket')
    return new SocketModeReceiver({
      appToken: mode.appToken,
      // Not our client options: without Bolt's retries, a reconnect that fails once would end the process.
      installerOptions: { clientOptions: apiUrl === undefined ? {} : { slackApiUrl: apiUrl } },
      logger,
    })
  return new HTTPReceiver({
    signingSecret: mode.signingSecret,
    endpoints: '/slack/events',
    port,
    customRoutes: [...routes],
    logger,
  })
}
