import path from 'node:path'
import { type Logger, pino } from 'pino'
import type { Config, SlackConfig } from './config.ts'
import { type Directory, createDirectory } from './directory.ts'
import { type Handle, createHandle } from './handle.ts'
import { createHealth, serveHealth } from './health.ts'
import { type InForce, createInForce } from './in-force.ts'
import { type Bell, type BellBackend, createBell } from './job/bell.ts'
import { type Perform, createPerform } from './job/perform.ts'
import { loadPolicy } from './policy/policy.ts'
import { recalendar } from './recalendar.ts'
import { createReveal } from './reveal.ts'
import { createSlackApp } from './slack/app.ts'
import { createInteractiveClient, createLookup } from './slack/client.ts'
import { createDeliver } from './slack/deliver.ts'
import { type Connection, connect } from './store/connect.ts'
import { type Embedded, startEmbedded } from './store/embedded.ts'
import { migrate } from './store/migrate.ts'
import { storePack } from './store/rules.ts'
import { type MasterKey, readMasterKey } from './vault/master-key.ts'

/** Everything that is built, once: the running product. */
export interface Redress {
  readonly db: Connection['db']
  readonly databaseUrl: string
  /** Where the bot listens, as given or as the machine chose for 0. */
  readonly port: number
  readonly inForce: InForce
  readonly directory: Directory
  readonly bell: Bell
  /** What a wake-up does; a clock pushed by hand calls it at once. */
  readonly perform: Perform
  /** Resolves when no gesture and no wake-up is being worked on in this process. */
  idle(): Promise<void>
  /** Answers no more gestures and rings, finishes what is under way, and lets go of everything it opened. */
  stop(): Promise<void>
}

export interface RedressParts {
  readonly config: Config
  readonly slack: SlackConfig
  readonly masterKey: MasterKey
  readonly now?: () => Temporal.Instant
  readonly log?: Logger
  /** Prefix of BullMQ's keys in Redis. */
  readonly prefix?: string
}

/** The database of this configuration: the one named, or the embedded one. */
export async function openDatabase(
  config: Config,
  log: Logger,
): Promise<{ url: string; embedded?: Embedded }> {
  if (config.databaseUrl) return { url: config.databaseUrl }
  const dir = path.resolve(config.dataDir)
  const embedded = await startEmbedded({
    dir,
    onLog: (line) => log.debug({ postgres: line }, 'embedded Postgres'),
  })
  return { url: embedded.url, embedded }
}

export function createLog(config: Pick<Config, 'logLevel'>): Logger {
  return pino({ level: config.logLevel, base: {} }, pino.destination(2))
}

/**
 * Builds and joins the parts on a database that is open: migrations, the policy pack, the door, the bell, Slack. Starts
 * those that the role asks for. Throws where a part cannot start, with what to do; then nothing keeps running.
 */
export async function startRedress(parts: RedressParts, databaseUrl: string): Promise<Redress> {
  const { config, slack, masterKey, now = () => Temporal.Now.instant(), log = createLog(config) } = parts
  const onError = (error: Error) =>
    log.warn({ error: error.message }, 'a connection had trouble; it is tried again')
  await using opened = new AsyncDisposableStack()
  const connection = connect(databaseUrl, { max: 30, onError })
  opened.defer(() => connection.close())
  const { db } = connection
  await migrate(db)
  const isRecalendared = await keepPolicy(db, config.policyFile, now())

  const bell = await createBell({
    backend: backendOf(config, databaseUrl),
    now,
    onError,
    ...(parts.prefix && { prefix: parts.prefix }),
  })
  opened.defer(() => bell.close())
  const inForce = createInForce(db, now)
  const handle = createHandle({ db, inForce, now, ring: ringOf(bell) })
  const directory = createDirectory({
    db,
    inForce,
    now,
    lookup: createLookup(createInteractiveClient(slack)),
  })
  await directory.load()
  const shared = {
    db,
    handle,
    inForce,
    directory,
    now,
    log,
    channelLanguage: config.channelLanguage,
    slack,
  }
  const deliver = createDeliver(shared)
  const { perform, performed } = followed(createPerform({ db, handle, inForce, deliver, bell, now, log }))
  const health = createHealth({ db, now })
  const reveal = createReveal({ db, inForce, now, masterKey })
  const app = createSlackApp({ ...shared, reveal, masterKey, slack, port: config.port, routes: health })

  if (isRecalendared) await lookAgain(db, handle, log)
  if (config.role === 'worker' || slack.mode.kind === 'socket') {
    const server = await serveHealth(health, config.port)
    opened.defer(() => new Promise((resolve) => server.close(() => resolve())))
  }
  if (config.role !== 'bot') await answerBell(bell, perform, inForce)
  if (config.role !== 'worker') {
    await app.start()
    opened.defer(() => app.stop())
  }
  const running = opened.move()
  return {
    db,
    databaseUrl,
    port: app.port(),
    inForce,
    directory,
    bell,
    perform,
    async idle() {
      await app.idle()
      await performed()
    },
    stop: () => running.disposeAsync(),
  }
}

/**
 * Stores the pack on file under its version; refuses a changed one, since complaints were opened under the old content.
 * Answers whether its calendar differs from the one stored before.
 */
async function keepPolicy(db: Connection['db'], file: string, now: Temporal.Instant): Promise<boolean> {
  const { pack, holidays } = await loadPolicy(file)
  const kept = await storePack(
    db,
    { version: pack.version, effectiveFrom: pack.effectiveFrom, document: pack, holidays },
    now,
  )
  if (kept === 'changed')
    throw new Error(
      `${file} says version ${pack.version}, but its content differs from what is stored under that version, and complaints keep their version. Give the changed pack a new version, such as ${nextVersion(pack.version)}.`,
    )
  return kept === 'recalendared'
}

/** The calendar changed: open clocks are counted anew, and the log lists what moved. Closed ones stay as they were. */
async function lookAgain(db: Connection['db'], handle: Handle, log: Logger): Promise<void> {
  const moved = await recalendar(db, handle)
  log.info({ moved }, `the calendar changed; ${moved.length} open complaints are due at another time now`)
}

/** The same work, and how to wait until none of it is under way: BullMQ's workers and a hand that pushes may call at once. */
function followed(work: Perform): { perform: Perform; performed: () => Promise<void> } {
  const underWay = new Set<Promise<void>>()
  return {
    perform(wake) {
      const done = work(wake).finally(() => underWay.delete(done))
      underWay.add(done)
      return done
    },
    async performed() {
      // oxlint-disable-next-line no-await-in-loop -- what began meanwhile is waited for too
      while (underWay.size > 0) await Promise.allSettled(underWay)
    },
  }
}

async function answerBell(bell: Bell, perform: Perform, inForce: InForce): Promise<void> {
  const { calendar, digest } = (await inForce.rulebook()).pack
  const [hour, minute] = digest.person.split(':').map(Number)
  await bell.answer(perform, { cron: `${minute} ${hour} * * *`, timeZone: calendar.timeZone })
}

function ringOf(bell: Bell) {
  return ({ effects, alarmAt }: { effects: boolean; alarmAt: Temporal.Instant | undefined }) => {
    if (effects) bell.ringNow()
    if (alarmAt) bell.ringAt(alarmAt)
  }
}

function backendOf({ redisUrl }: Config, databaseUrl: string): BellBackend {
  return redisUrl ? { kind: 'redis', url: redisUrl } : { kind: 'postgres', url: databaseUrl }
}

function nextVersion(version: string): string {
  const [year, count] = version.split('.')
  return `${year}.${Number(count) + 1}`
}

/** The master key as configured; the configuration has checked it. */
export function masterKeyOf(config: Config): MasterKey {
  if (config.masterKey === undefined)
    throw new Error('REDRESS_MASTER_KEY is not set. Make a key with `redress key` and set it.')
  return readMasterKey(config.masterKey)
}
