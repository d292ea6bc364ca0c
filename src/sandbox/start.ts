import { readFile, writeFile } from 'node:fs/promises'
import path from 'node:path'
import type { Logger } from 'pino'
import type { Config } from '../config.ts'
import { type Redress, createLog, openDatabase, startRedress } from '../main.ts'
import { connect } from '../store/connect.ts'
import { migrate } from '../store/migrate.ts'
import { findOrganisation, storeOrganisation } from '../store/rules.ts'
import { createMasterKey, readMasterKey } from '../vault/master-key.ts'
import { readSampleBank } from './sample-bank.ts'
import { sandboxPeople } from './sandbox-people.ts'
import { type SandboxSlack, createSandboxSlack } from './slack/sandbox-slack.ts'
import type { OrganisationDocument } from '../organisation/organisation.ts'

export interface Sandbox {
  readonly redress: Redress
  readonly slack: SandboxSlack
  /** Where the database stands, and whether a killed process had left it running. */
  readonly database: { readonly embedded: boolean; readonly adopted: boolean }
  stop(): Promise<void>
}

/**
 * A bank and a Slack on this machine: the bot as it is, on a real database and queue, with an emulated workspace in place
 * of Slack. Refuses to start where a real Slack is configured. Throws where a port or the data folder is taken.
 */
export async function startSandbox(config: Config): Promise<Sandbox> {
  if (config.slack)
    throw new Error(
      'SLACK_BOT_TOKEN is set: the sandbox does not start beside a real Slack. Unset it, or run `redress start`.',
    )
  const log = createLog(config)
  await using opened = new AsyncDisposableStack()
  const { url, embedded } = await openDatabase(config, log)
  if (embedded) opened.defer(() => embedded.stop())
  const document = await organisationOf(url, log)
  const slack = await createSandboxSlack({ people: sandboxPeople(document), port: config.sandboxPort })
  opened.defer(() => slack.close())
  const masterKey = readMasterKey(await keptMasterKey(config))
  const mode = { kind: 'http', signingSecret: slack.signingSecret } as const
  const access = { botToken: slack.botToken, apiUrl: slack.url, mode }
  const redress = await startRedress({ config, log, masterKey, slack: access }, url)
  opened.defer(() => redress.stop())
  slack.connect(`http://127.0.0.1:${redress.port}/slack/events`)
  const database = { embedded: embedded !== undefined, adopted: embedded?.adopted ?? false }
  const running = opened.move()
  return { redress, slack, database, stop: () => running.disposeAsync() }
}

/** The organisation in the database; the sample bank where none was imported yet. */
async function organisationOf(url: string, log: Logger): Promise<OrganisationDocument> {
  const { db, close } = connect(url, {
    max: 1,
    onError: (error) => log.warn({ error: error.message }, 'a connection had trouble'),
  })
  try {
    await migrate(db)
    const stored = await findOrganisation(db)
    if (stored) return stored.document as OrganisationDocument
    const sample = await readSampleBank()
    await storeOrganisation(db, sample, 'sandbox', Temporal.Now.instant())
    return sample
  } finally {
    await close()
  }
}

/** The key configured, else one of the sandbox's own, kept beside its data: what it protects is invented. */
async function keptMasterKey({ masterKey, dataDir }: Config): Promise<string> {
  if (masterKey !== undefined) return masterKey
  const file = path.join(path.resolve(dataDir), 'sandbox-master.key')
  const known = await readFile(file, 'utf8').catch(() => undefined)
  if (known) return known.trim()
  const fresh = createMasterKey()
  await writeFile(file, `${fresh}\n`, { mode: 0o600 })
  return fresh
}
