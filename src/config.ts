import path from 'node:path'
import { z } from 'zod'
import { readMasterKey } from './vault/master-key.ts'

/** Everything that is set from outside, read once. Nothing else looks at the environment. */
export interface Config {
  /** Without it, a Postgres of our own keeps its data in `dataDir`. */
  readonly databaseUrl: string | undefined
  /** Without it, BullMQ keeps its jobs in that same Postgres. */
  readonly redisUrl: string | undefined
  readonly dataDir: string
  readonly role: 'all' | 'bot' | 'worker'
  readonly port: number
  readonly sandboxPort: number
  /** Undefined: no real Slack; `redress start` opens the sandbox. */
  readonly slack: SlackConfig | undefined
  readonly masterKey: string | undefined
  readonly policyFile: string
  readonly channelLanguage: 'zh-CN' | 'en'
  readonly logLevel: 'debug' | 'info' | 'warn' | 'error' | 'silent'
}

export interface SlackConfig {
  readonly botToken: string
  readonly apiUrl?: string
  readonly mode:
    | { readonly kind: 'http'; readonly signingSecret: string }
    | { readonly kind: 'socket'; readonly appToken: string }
}

/** Every mistake in the environment at once; each line says what was seen, why it stops us and what to do. */
export class ConfigError extends Error {
  readonly problems: readonly string[]

  constructor(problems: readonly string[]) {
    super(
      `The configuration has ${problems.length === 1 ? 'a mistake' : `${problems.length} mistakes`}:\n${problems.map((each) => `- ${each}`).join('\n')}`,
    )
    this.name = 'ConfigError'
    this.problems = problems
  }
}

type Environment = Readonly<Record<string, string | undefined>>

const port = z.coerce.number().int().min(0).max(65_535)

const Variables = z.object({
  DATABASE_URL: urlOf(['postgres:', 'postgresql:']).optional(),
  REDIS_URL: urlOf(['redis:', 'rediss:']).optional(),
  DATA_DIR: z.string().default('.data'),
  ROLE: z.enum(['all', 'bot', 'worker']).default('all'),
  PORT: port.default(3000),
  SANDBOX_PORT: port.default(3001),
  SLACK_BOT_TOKEN: z.string().startsWith('xoxb-').optional(),
  SLACK_APP_TOKEN: z.string().startsWith('xapp-').optional(),
  SLACK_SIGNING_SECRET: z.string().min(16).optional(),
  SLACK_API_URL: urlOf(['http:', 'https:']).optional(),
  REDRESS_MASTER_KEY: z.string().refine(isMasterKey).optional(),
  POLICY_FILE: z.string().default(path.join(import.meta.dirname, 'policy', 'bank.yaml')),
  REDRESS_LANGUAGE: z.enum(['zh-CN', 'en']).default('zh-CN'),
  LOG_LEVEL: z.enum(['debug', 'info', 'warn', 'error', 'silent']).default('info'),
})
type Variable = keyof z.infer<typeof Variables>

/** What each variable must be, and what to do about it. Values are never told: some are secrets. */
const advice: Record<Variable, string> = {
  DATABASE_URL:
    'is not a postgres:// address. Give one such as postgres://user:password@host:5432/redress, or unset it to use the built-in Postgres.',
  REDIS_URL:
    'is not a redis:// address. Give one such as redis://host:6379, or unset it to keep the jobs in Postgres.',
  DATA_DIR: 'is not a folder. Give a path, or unset it for .data.',
  ROLE: 'is none of all, bot, worker. Set one of them, or unset it for all.',
  PORT: 'is no port from 0 to 65535. Set one, or unset it for 3000.',
  SANDBOX_PORT: 'is no port from 0 to 65535. Set one, or unset it for 3001.',
  SLACK_BOT_TOKEN:
    'does not begin with xoxb-. Copy the Bot User OAuth Token of the app, or unset it for the sandbox.',
  SLACK_APP_TOKEN:
    'does not begin with xapp-. Copy an app-level token with connections:write, or unset it and set SLACK_SIGNING_SECRET.',
  SLACK_SIGNING_SECRET: 'is shorter than a signing secret. Copy it from the app’s Basic Information page.',
  SLACK_API_URL: 'is not an http:// or https:// address. Unset it to use Slack itself.',
  REDRESS_MASTER_KEY:
    'is not 32 bytes in hex or base64. Make one with `redress key`, and keep it where the database is not.',
  POLICY_FILE: 'is not a path. Give the file of a policy pack, or unset it for the default pack.',
  REDRESS_LANGUAGE:
    'is neither zh-CN nor en. It is the language of channels; people read in the language of their Slack.',
  LOG_LEVEL: 'is none of debug, info, warn, error, silent.',
}

/**
 * Reads the configuration from these variables; an empty one counts as unset. Throws `ConfigError` with every mistake.
 */
export function readConfig(environment: Environment): Config {
  const given = Object.fromEntries(
    Object.entries(environment).filter(([, value]) => value !== undefined && value !== ''),
  )
  const read = Variables.safeParse(given)
  const problems = read.success
    ? []
    : [...new Set(read.error.issues.map(({ path: [name] }) => name as Variable))].map(
        (name) => `${name} ${advice[name]}`,
      )
  const all = [...problems, ...conflicts(given)]
  if (!read.success || all.length > 0) throw new ConfigError(all)
  const found = read.data
  return {
    databaseUrl: found.DATABASE_URL,
    redisUrl: found.REDIS_URL,
    dataDir: found.DATA_DIR,
    role: found.ROLE,
    port: found.PORT,
    sandboxPort: found.SANDBOX_PORT,
    slack: slackOf(found),
    masterKey: found.REDRESS_MASTER_KEY,
    policyFile: found.POLICY_FILE,
    channelLanguage: found.REDRESS_LANGUAGE,
    logLevel: found.LOG_LEVEL,
  }
}

function conflicts(given: Environment): string[] {
  const problems: string[] = []
  const token = given['SLACK_BOT_TOKEN']
  const ways = ['SLACK_APP_TOKEN', 'SLACK_SIGNING_SECRET'].filter((name) => given[name])
  if (token && ways.length === 0)
    problems.push(
      'SLACK_BOT_TOKEN is set, but neither SLACK_APP_TOKEN nor SLACK_SIGNING_SECRET: Slack cannot reach us. Set the first for Socket Mode or the second for HTTP.',
    )
  if (!token && ways.length > 0)
    problems.push(
      `${ways.join(' and ')} is set, but not SLACK_BOT_TOKEN: we cannot answer Slack. Set it too, or unset both for the sandbox.`,
    )
  if (token && !given['REDRESS_MASTER_KEY'])
    problems.push(
      'SLACK_BOT_TOKEN is set, but not REDRESS_MASTER_KEY: personal data of real customers would have no key. Make one with `redress key`, and keep it where the database is not.',
    )
  const { PORT = '3000', SANDBOX_PORT = '3001' } = given
  if (!token && Number(PORT) > 0 && Number(PORT) === Number(SANDBOX_PORT))
    problems.push(
      `PORT and SANDBOX_PORT are both ${Number(PORT)}: the bot and the sandbox Slack need one each. Change one of them.`,
    )
  const role = given['ROLE']
  if ((role === 'bot' || role === 'worker') && !given['DATABASE_URL'])
    problems.push(
      `ROLE is ${role}, but DATABASE_URL is not set: split processes must share one Postgres. Set DATABASE_URL, or ROLE=all.`,
    )
  return problems
}

function slackOf(found: z.infer<typeof Variables>): SlackConfig | undefined {
  if (!found.SLACK_BOT_TOKEN) return undefined
  const mode = found.SLACK_APP_TOKEN
    ? ({ kind: 'socket', appToken: found.SLACK_APP_TOKEN } as const)
    : ({ kind: 'http', signingSecret: found.SLACK_SIGNING_SECRET ?? '' } as const)
  return {
    botToken: found.SLACK_BOT_TOKEN,
    mode,
    ...(found.SLACK_API_URL && { apiUrl: found.SLACK_API_URL }),
  }
}

function urlOf(protocols: readonly string[]) {
  return z.string().refine((text) => URL.canParse(text) && protocols.includes(new URL(text).protocol))
}

function isMasterKey(text: string): boolean {
  try {
    readMasterKey(text)
    return true
  } catch {
    return false
  }
}
