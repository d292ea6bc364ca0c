import type { Logger } from 'pino'
import type { Config, SlackConfig } from '../config.ts'
import { type Redress, createLog, startRedress } from '../main.ts'
import { nextAlarms } from '../store/alarm.ts'
import { connect } from '../store/connect.ts'
import { migrate } from '../store/migrate.ts'
import { nextEffectDue } from '../store/outbox.ts'
import { findOrganisation, storeOrganisation } from '../store/rules.ts'
import { createMasterKey, readMasterKey } from '../vault/master-key.ts'
import { readSampleBank } from './sample-bank.ts'
import { sandboxPeople } from './sandbox-people.ts'
import { type SandboxSlack, createSandboxSlack } from './slack/sandbox-slack.ts'

export interface StageOptions {
  /** An empty or migrated database that nobody else uses. */
  readonly databaseUrl: string
  readonly redisUrl?: string
  /** What the clock on the stage shows when the curtain rises. */
  readonly start: string
  /** Everybody reads this language; without it, most Chinese and a few English. */
  readonly language?: 'zh-CN' | 'en'
  /** With `all`, BullMQ's own workers answer too; otherwise the stage performs each wake-up itself, when it is owed. */
  readonly role?: 'bot' | 'all'
  readonly config?: Partial<Config>
  /** Where the house writes its log; nowhere by default. */
  readonly log?: Logger
  /** Prefix of BullMQ's keys in Redis. */
  readonly prefix?: string
}

/** The whole product on a sample bank and an emulated Slack, under a clock that only moves when it is pushed. */
export interface Stage {
  readonly slack: SandboxSlack
  readonly redress: Redress
  now(): Temporal.Instant
  /** Does everything owed by now: alarms served, effects delivered. */
  settle(): Promise<void>
  /** Moves the clock on, stopping at every moment at which something is owed, in order. */
  waits(duration: Temporal.DurationLike): Promise<void>
  waitsUntil(instant: Temporal.Instant | string): Promise<void>
  /** Moves the clock at once, as if nobody had been there meanwhile: what was owed is served late. */
  sleepsUntil(instant: Temporal.Instant | string): void
  /** Ends the process of the bot and starts another on the same database, in front of the same Slack. */
  restarts(): Promise<void>
  /** One more process beside the first, on the same database and the same Slack; it ends with the stage. */
  another(): Promise<Redress>
  stop(): Promise<void>
}

export async function createStage(options: StageOptions): Promise<Stage> {
  let now = Temporal.Instant.from(options.start)
  const clock = () => now
  const document = await furnish(options.databaseUrl, now)
  const slack = await createSandboxSlack({ people: sandboxPeople(document, options.language), now: clock })
  const config = stageConfig(options)
  const masterKey = readMasterKey(createMasterKey())
  const parts = {
    config,
    slack: slackConfig(slack),
    masterKey,
    now: clock,
    log: options.log ?? createLog(config),
    ...(options.prefix && { prefix: options.prefix }),
  }
  const start = () => startRedress(parts, options.databaseUrl)
  let redress = await start()
  const others: Redress[] = []
  const listen = () => slack.connect(`http://127.0.0.1:${redress.port}/slack/events`)
  listen()

  async function settle(): Promise<void> {
    await redress.idle()
    await redress.perform({ kind: 'bell', by: now.toString() })
  }

  async function waitsUntil(target: Temporal.Instant | string): Promise<void> {
    const end = Temporal.Instant.from(target)
    await settle()
    for (let next = await nextOwed(redress, now); isBy(next, end); next = await nextOwed(redress, now)) {
      now = next
      await redress.perform({ kind: 'sweep' })
    }
    now = end
    await settle()
  }

  return {
    slack,
    get redress() {
      return redress
    },
    now: clock,
    settle,
    waitsUntil,
    waits: (duration) => waitsUntil(now.add(duration)),
    sleepsUntil(instant) {
      now = Temporal.Instant.from(instant)
    },
    async restarts() {
      await redress.stop()
      redress = await start()
      listen()
    },
    async another() {
      const other = await start()
      others.push(other)
      return other
    },
    async stop() {
      for (const each of [redress, ...others]) await each.stop()
      await slack.close()
    },
  }
}

/** The next instant after now at which something is owed: an alarm, a postponed effect, the day's digests. */
async function nextOwed(
  { db, inForce }: Redress,
  now: Temporal.Instant,
): Promise<Temporal.Instant | undefined> {
  const { calendar, digest } = (await inForce.rulebook()).pack
  const [alarm] = await nextAlarms(db, now, 1)
  const effect = await nextEffectDue(db)
  const local = now.toZonedDateTimeISO(calendar.timeZone)
  const digests = [digest.person, digest.sqChannel].map((time) => {
    const today = local.withPlainTime(time)
    return (Temporal.ZonedDateTime.compare(today, local) > 0 ? today : today.add({ days: 1 })).toInstant()
  })
  const whole =
    alarm && Temporal.Instant.fromEpochMilliseconds(Math.ceil(alarm.epochMilliseconds / 1000) * 1000 + 1000)
  return [whole, effect, ...digests]
    .filter((each) => each !== undefined && Temporal.Instant.compare(each, now) > 0)
    .toSorted((one, other) => Temporal.Instant.compare(one ?? now, other ?? now))[0]
}

function isBy(next: Temporal.Instant | undefined, end: Temporal.Instant): next is Temporal.Instant {
  return next !== undefined && Temporal.Instant.compare(next, end) <= 0
}

async function furnish(databaseUrl: string, now: Temporal.Instant) {
  const { db, close } = connect(databaseUrl, { max: 1, onError: () => {} })
  try {
    await migrate(db)
    const sample = await readSampleBank()
    if (!(await findOrganisation(db))) await storeOrganisation(db, sample, 'stage', now)
    return sample
  } finally {
    await close()
  }
}

function slackConfig(slack: SandboxSlack): SlackConfig {
  return {
    botToken: slack.botToken,
    apiUrl: slack.url,
    mode: { kind: 'http', signingSecret: slack.signingSecret },
  }
}

function stageConfig({ databaseUrl, redisUrl, role, config, language }: StageOptions): Config {
  return {
    databaseUrl,
    redisUrl,
    dataDir: '.data',
    role: role ?? 'bot',
    port: 0,
    sandboxPort: 0,
    slack: undefined,
    masterKey: undefined,
    policyFile: new URL('../policy/bank.yaml', import.meta.url).pathname,
    channelLanguage: language ?? 'zh-CN',
    logLevel: 'silent',
    ...config,
  }
}
