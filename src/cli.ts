#!/usr/bin/env node
import { readFile } from 'node:fs/promises'
import path from 'node:path'
import { createInterface } from 'node:readline'
import { parseArgs } from 'node:util'
import { answerDeadline } from './clock/deadline.ts'
import { dueTime } from './clock/due.ts'
import { type Config, ConfigError, readConfig } from './config.ts'
import { createLog, masterKeyOf, openDatabase, startRedress } from './main.ts'
import { unitsWithoutLiaison } from './organisation/liaison.ts'
import { createOrganisation } from './organisation/create.ts'
import { problemText as organisationProblem, readOrganisation } from './organisation/read.ts'
import { problemText as policyProblem, PolicyError } from './policy/problem.ts'
import { Duration } from './policy/pack.ts'
import { loadPolicy } from './policy/policy.ts'
import { rulebookOf } from './matter/rulebook.ts'
import { calendarOf } from './matter/calendar-of.ts'
import { sayStarted } from './sandbox/greeting.ts'
import { startSandbox } from './sandbox/start.ts'
import { tellStory } from './sandbox/story.ts'
import { proofLines } from './slack/view/proof-lines.ts'
import { type Connection, connect } from './store/connect.ts'
import { AlreadyRunningError, runningUrl } from './store/embedded.ts'
import { migrate } from './store/migrate.ts'
import { storeOrganisation } from './store/rules.ts'
import { verifyJournals } from './store/verify-journal.ts'
import { createMasterKey } from './vault/master-key.ts'

const help = `redress <verb>

  start                       the bot; without SLACK_BOT_TOKEN a bank and a Slack on this machine
  story [--lang zh-CN|en]     the main job told in the terminal, on a pushed clock
  deadline --start 2026-09-18T16:30+08:00 --limit 4wh [--policy FILE] [--lang zh-CN|en]
                              one due time with its proof
  deadline --batch            JSON lines in, JSON lines out
  policy check FILE           every problem of a policy pack, with its line
  organisation import FILE    a YAML or CSV file becomes the organisation in force, whole or not at all
  audit verify                is the journal whole?
  key                         a new master key
`

type Language = 'zh-CN' | 'en'

const defaultPolicy = path.join(import.meta.dirname, 'policy', 'bank.yaml')

const { values, positionals } = parseArgs({
  allowPositionals: true,
  strict: false,
  options: {
    lang: { type: 'string' },
    batch: { type: 'boolean' },
    start: { type: 'string' },
    limit: { type: 'string' },
    policy: { type: 'string' },
    help: { type: 'boolean' },
  },
})
const language: Language = values['lang'] === 'zh-CN' ? 'zh-CN' : 'en'

const verbs: Readonly<Record<string, () => Promise<number>>> = {
  start,
  story: () => tellStory({ language: values['lang'] === 'en' ? 'en' : 'zh-CN', write: print }),
  deadline: () => (values['batch'] === true ? deadlineBatch() : deadline()),
  'policy check': checkPolicy,
  'organisation import': importOrganisation,
  'audit verify': verifyAudit,
  key: async () => print(createMasterKey()),
}

async function start(): Promise<number> {
  const config = readConfig(process.env)
  const running = config.slack ? await startBot(config) : await startPlayground(config)
  await askedToStop()
  await running.stop()
  return 0
}

/** Resolves at the first signal. Later ones are not fatal: a terminal sends them twice, and what stops must stop in order. */
async function askedToStop(): Promise<void> {
  await new Promise<void>((resolve) => {
    for (const signal of ['SIGTERM', 'SIGINT'] as const) process.on(signal, () => resolve())
  })
}

async function startPlayground(config: Config): Promise<{ stop(): Promise<void> }> {
  const sandbox = await startSandbox(config)
  sayStarted(sandbox, config, print)
  return sandbox
}

async function startBot(config: Config): Promise<{ stop(): Promise<void> }> {
  if (!config.slack) throw new Error('SLACK_BOT_TOKEN is not set.')
  const log = createLog(config)
  const { url, embedded } = await openDatabase(config, log)
  const redress = await startRedress(
    { config, slack: config.slack, masterKey: masterKeyOf(config), log },
    url,
  )
  log.info({ role: config.role, port: config.port, slack: config.slack.mode.kind }, 'Redress runs')
  return {
    async stop() {
      await redress.stop()
      await embedded?.stop()
    },
  }
}

async function deadlineBatch(): Promise<number> {
  for await (const line of createInterface({ input: process.stdin, crlfDelay: Number.POSITIVE_INFINITY })) {
    if (line.trim() !== '') print(answerDeadline(line))
  }
  return 0
}

async function deadline(): Promise<number> {
  const [from, limit] = [text('start'), text('limit')]
  const read = Duration.safeParse(limit)
  if (from === undefined || !read.success)
    return refuse(
      'deadline needs --start (2026-09-18T16:30+08:00) and --limit (30m, 2h, 4wh, 1BD, 15d), or --batch.',
    )
  const { pack, holidays } = await loadPolicy(text('policy') ?? defaultPolicy)
  const rulebook = rulebookOf(pack, holidays)
  const calendar = calendarOf(read.data, rulebook)
  const instant = readInstant(from)
  if (!instant)
    return refuse(`--start ${from} is no instant with its zone. Write it like 2026-09-18T16:30+08:00.`)
  const { proof } = dueTime({ start: instant, limit: read.data, calendar })
  const telling = { language, timeZone: calendar.timeZone, rulebook }
  return print(proofLines(proof, telling).join('\n'))
}

function readInstant(written: string): Temporal.Instant | undefined {
  try {
    return Temporal.Instant.from(written)
  } catch {
    return undefined
  }
}

async function checkPolicy(): Promise<number> {
  const [file] = rest()
  if (file === undefined) return refuse('policy check needs the FILE of a policy pack.')
  const { pack } = await loadPolicy(path.resolve(file))
  return print(`${file}: version ${pack.version}, in effect from ${pack.effectiveFrom}; nothing wrong.`)
}

async function importOrganisation(): Promise<number> {
  const [file] = rest()
  if (file === undefined) return refuse('organisation import needs a FILE (.yaml, .yml or .csv).')
  const read = readOrganisation(await readFile(file, 'utf8'), file.endsWith('.csv') ? 'csv' : 'yaml')
  if ('problems' in read)
    return refuse(
      [
        ...read.problems.map((each) => `${file}:${organisationProblem(each, language)}`),
        'Nothing was imported.',
      ].join('\n'),
    )
  const now = Temporal.Now.instant()
  const revision = await onDatabase(({ db }) => storeOrganisation(db, read.document, 'cli', now))
  const gaps = unitsWithoutLiaison(createOrganisation(read.document), now)
  print(
    `Imported as revision ${revision}: ${read.document.units.length} units, ${read.document.people.length} people.`,
  )
  if (gaps.length > 0)
    print(
      [
        'Units without a complaint liaison:',
        ...gaps.map(({ id, name }) => `- ${id} ${name.zh} ${name.en}`),
      ].join('\n'),
    )
  return 0
}

async function verifyAudit(): Promise<number> {
  const { checked, broken } = await onDatabase(({ db }) => verifyJournals(db))
  for (const { kind, id, seq, what } of broken) print(`${kind} ${id}: line ${seq} is ${what}`)
  print(`${checked} journals checked, ${broken.length} broken.`)
  return broken.length === 0 ? 0 : 1
}

/** Runs one piece of work on the configured database, migrated. */
async function onDatabase<Result>(work: (connection: Connection) => Promise<Result>): Promise<Result> {
  const config = readConfig(process.env)
  const { url, embedded } = await visitDatabase(config)
  const connection = connect(url, { max: 2, onError: () => {} })
  try {
    await migrate(connection.db)
    return await work(connection)
  } finally {
    await connection.close()
    await embedded?.stop()
  }
}

/** Beside a house that is being kept, its running Postgres; else the one of the configuration, opened for this visit. */
async function visitDatabase(config: Config): ReturnType<typeof openDatabase> {
  const running =
    config.databaseUrl === undefined ? await runningUrl(path.resolve(config.dataDir)) : undefined
  return running === undefined ? openDatabase(config, createLog({ logLevel: 'warn' })) : { url: running }
}

function rest(): string[] {
  return positionals.slice(2)
}

function text(name: 'start' | 'limit' | 'policy'): string | undefined {
  const value = values[name]
  return typeof value === 'string' ? value : undefined
}

function print(line: string): number {
  process.stdout.write(`${line}\n`)
  return 0
}

function refuse(line: string): number {
  process.stderr.write(`${line}\n`)
  return 1
}

/** What went wrong, in words for the person at the terminal; a stack trace only where it is a bug of ours. */
function explain(error: unknown): string {
  if (error instanceof ConfigError || error instanceof AlreadyRunningError) return error.message
  if (error instanceof PolicyError)
    return error.problems.map((each) => policyProblem(each, language)).join('\n')
  if (!(error instanceof Error)) return String(error)
  const { code, port } = error as { code?: string; port?: number }
  if (code === 'EADDRINUSE') return `Port ${port} on this machine is taken. ${portAdvice(port)}`
  return error.message
}

function portAdvice(port: number | undefined): string {
  const config = readConfig(process.env)
  return port === config.sandboxPort
    ? 'It was to be the sandbox Slack; set SANDBOX_PORT to another one and start again.'
    : 'It was to be the bot; set PORT to another one and start again.'
}

async function run(): Promise<number> {
  const [first = 'help', second] = positionals
  const verb = verbs[first] ?? verbs[`${first} ${second}`]
  if (verb) return verb()
  const wanted = first === 'help' || values['help'] === true
  return wanted ? print(help) : refuse(`There is no verb "${first}".\n\n${help}`)
}

// What nobody waits for and fails all the same (a token revoked while the socket reconnects) ends us with a word, not a trace.
process.on('unhandledRejection', (error) => process.exit(refuse(explain(error))))
process.exitCode = await run().catch((error: unknown) => refuse(explain(error)))
