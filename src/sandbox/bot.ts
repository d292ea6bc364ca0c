import type { Config, SlackConfig } from '../config.ts'
import { type Redress, type RedressParts, createLog, startRedress } from '../main.ts'
import { createMasterKey, readMasterKey } from '../vault/master-key.ts'
import type { SandboxSlack } from './slack/sandbox-slack.ts'
import type { StageOptions } from './stage-options.ts'

/** The process of the bot on a stage: it can be ended and started again on the same database, in front of the same Slack. */
export interface Bot {
  /** The one that runs, or the last one that ran. */
  redress(): Redress
  isStopped(): boolean
  /** Does all that is owed by then and waits for what is under way. */
  settle(by: Temporal.Instant): Promise<void>
  /** Starts it again, and lets it catch up. */
  start(): Promise<void>
  stop(): Promise<void>
  restart(): Promise<void>
  /** The language of its channels, and of everybody in Slack, of whom it asks anew. */
  reads(language: 'zh-CN' | 'en'): Promise<void>
  /** One more process beside it, until `close`. */
  another(): Promise<Redress>
  close(): Promise<void>
}

/** Starts the bot, and lets the workspace send its gestures there. */
export async function createBot(
  house: Omit<StageOptions, 'gate' | 'ackTimeoutMs'> & {
    readonly now: () => Temporal.Instant
    readonly slack: SandboxSlack
  },
): Promise<Bot> {
  let parts = partsOf(house)
  const open = () => startRedress(parts, house.databaseUrl)
  const listen = () => house.slack.connect(`http://127.0.0.1:${redress.port}/slack/events`)
  let redress = await open()
  listen()
  let isStopped = false
  let mustRelearn = false
  const others: Redress[] = []

  async function begin(): Promise<void> {
    redress = await open()
    isStopped = false
    listen()
    if (mustRelearn) await redress.directory.relearn()
    mustRelearn = false
  }

  async function stop(): Promise<void> {
    if (isStopped) return
    isStopped = true
    await redress.stop()
  }

  async function restart(): Promise<void> {
    await stop()
    await begin()
  }

  return {
    redress: () => redress,
    isStopped: () => isStopped,
    async settle(by) {
      if (isStopped) return
      await redress.idle()
      await redress.perform({ kind: 'bell', by: by.toString() })
      await redress.idle()
    },
    async start() {
      await begin()
      await redress.perform({ kind: 'sweep' })
    },
    stop,
    restart,
    async reads(language) {
      parts = { ...parts, config: { ...parts.config, channelLanguage: language } }
      mustRelearn = true
      if (!isStopped) await restart()
    },
    async another() {
      const other = await open()
      others.push(other)
      return other
    },
    async close() {
      await stop()
      await Promise.all(others.splice(0).map((each) => each.stop()))
    },
  }
}

function partsOf(
  house: Omit<StageOptions, 'gate'> & {
    readonly now: () => Temporal.Instant
    readonly slack: SandboxSlack
  },
): RedressParts {
  const config = stageConfig(house)
  return {
    config,
    slack: slackConfig(house.slack),
    masterKey: house.masterKey ?? readMasterKey(createMasterKey()),
    now: house.now,
    log: house.log ?? createLog(config),
    ...(house.prefix && { prefix: house.prefix }),
  }
}

function slackConfig(slack: SandboxSlack): SlackConfig {
  return {
    botToken: slack.botToken,
    apiUrl: slack.url,
    mode: { kind: 'http', signingSecret: slack.signingSecret },
  }
}

function stageConfig({
  databaseUrl,
  redisUrl,
  role,
  config,
  language,
}: Pick<StageOptions, 'databaseUrl' | 'redisUrl' | 'role' | 'config' | 'language'>): Config {
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
