import type { Logger } from 'pino'
import type { Config } from '../config.ts'
import type { Embedded } from '../store/embedded.ts'
import { type MasterKey, createMasterKey, readMasterKey } from '../vault/master-key.ts'
import { type Changes, createChanges } from './changes.ts'
import { type Clock, createStandingClock } from './clock.ts'
import { type Playing, openPlaying } from './playing.ts'
import type { Sandbox } from './sandbox.ts'
import { createScenarios } from './scenario/scenarios.ts'
import { type PageFiles, buildPage } from './serve/build-page.ts'
import { createHappenings } from './serve/happenings.ts'
import { createPageServer, pageHandler } from './serve/page-server.ts'
import { openGate } from './slack/gate.ts'

export interface SandboxOptions {
  /** A database that nobody else uses; where the sandbox finds no matter in it, it makes it its own. */
  readonly databaseUrl: string
  /** The server of that database, where it is the sandbox's own and ends with it. */
  readonly embedded?: Embedded
  readonly redisUrl?: string
  /** Where the bank's clock stands until it is pushed; give `clock` for one that runs. */
  readonly start?: string
  readonly clock?: Clock
  /** Of the page and of the emulated Slack; 0, the usual, takes a free one. */
  readonly port?: number
  readonly language?: 'zh-CN' | 'en'
  readonly role?: 'bot' | 'all'
  readonly config?: Partial<Config>
  readonly log?: Logger
  readonly prefix?: string
  readonly masterKey?: MasterKey
  readonly ackTimeoutMs?: number
  /** The page's files; built from their sources by default. */
  readonly page?: () => Promise<PageFiles>
}

/** Opens a sandbox on a database that is there. Throws where a port is taken or a part cannot start; then nothing keeps running. */
export async function createSandbox(options: SandboxOptions): Promise<Sandbox> {
  await using opened = new AsyncDisposableStack()
  const gate = await openGate(options.port ?? 0)
  opened.defer(() => gate.close())
  const changes = createChanges()
  const clock = options.clock ?? createStandingClock(options.start ?? Temporal.Now.instant())
  const masterKey = options.masterKey ?? readMasterKey(createMasterKey())
  const building = (options.page ?? buildPage)()
  building.catch(() => undefined)
  const playing = await openPlaying({ ...options, masterKey, clock, gate, onChange: changes.note })
  opened.defer(() => playing.close())
  const page = await building
  const running = opened.move()
  const sandbox = join(playing, changes, {
    url: `${gate.origin}/`,
    database: { embedded: options.embedded !== undefined, adopted: options.embedded?.adopted ?? false },
    async stop() {
      await running.disposeAsync()
      await options.embedded?.stop()
    },
  })
  gate.answerElse(pageHandler(createPageServer(sandbox, page)))
  return sandbox
}

function join(
  playing: Playing,
  changes: Changes,
  fixed: Pick<Sandbox, 'url' | 'database' | 'stop'>,
): Sandbox {
  return {
    ...fixed,
    get stage() {
      return playing.stage()
    },
    get organisation() {
      return playing.stage().organisation
    },
    get bot() {
      return playing.stage().bot
    },
    scenarios: createScenarios({ stage: playing.stage, ...createHappenings(playing.stage) }),
    setBot: (state) => playing.stage().setBot(state),
    everybodyReads: playing.everybodyReads,
    async begin(anew) {
      const begun = await playing.begin(anew)
      changes.note()
      return begun
    },
    ready: playing.ready,
    onChange: changes.on,
  }
}
