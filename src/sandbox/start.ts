import { mkdir, readFile, writeFile } from 'node:fs/promises'
import path from 'node:path'
import type { Config } from '../config.ts'
import { createLog, openDatabase } from '../main.ts'
import { createMasterKey, readMasterKey } from '../vault/master-key.ts'
import { createRunningClock } from './clock.ts'
import { createSandbox } from './create-sandbox.ts'

import type { Sandbox } from './sandbox.ts'

/**
 * A bank and a Slack on this machine: the bot as it is, on a real database and queue, with an emulated workspace in place
 * of Slack and a page to play on. Refuses to start where a real Slack is configured. Throws where a port or the data folder
 * is taken.
 */
export async function startSandbox(config: Config): Promise<Sandbox> {
  if (config.slack)
    throw new Error(
      'SLACK_BOT_TOKEN is set: the sandbox does not start beside a real Slack. Unset it, or run `redress start`.',
    )
  const dataDir = path.resolve(config.dataDir)
  await mkdir(dataDir, { recursive: true })
  const log = createLog(config)
  const { url, embedded } = await openDatabase(config, log)
  try {
    return await createSandbox({
      databaseUrl: url,
      ...(embedded && { embedded }),
      ...(config.redisUrl !== undefined && { redisUrl: config.redisUrl }),
      clock: createRunningClock(path.join(dataDir, 'sandbox-clock.json')),
      port: config.sandboxPort,
      config: { ...config, databaseUrl: url, role: 'all' },
      log,
      masterKey: readMasterKey(await keptMasterKey(config.masterKey, dataDir)),
    })
  } catch (error) {
    await embedded?.stop()
    throw error
  }
}

/** The key configured, else one of the sandbox's own, kept beside its data: what it protects is invented. */
async function keptMasterKey(configured: string | undefined, dataDir: string): Promise<string> {
  if (configured !== undefined) return configured
  const file = path.join(dataDir, 'sandbox-master.key')
  const known = await readFile(file, 'utf8').catch(() => undefined)
  if (known) return known.trim()
  const fresh = createMasterKey()
  await writeFile(file, `${fresh}\n`, { mode: 0o600 })
  return fresh
}
