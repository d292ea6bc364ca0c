import { randomUUID } from 'node:crypto'
import { chmod, mkdtemp, rm } from 'node:fs/promises'
import os from 'node:os'
import path from 'node:path'
import { Client } from 'pg'
import type { Config } from '../../src/config.ts'
import { startEmbedded } from '../../src/store/embedded.ts'

/** A Postgres with the durability of a real one, for the time of the bench. */
export interface Ground {
  newDatabase(): Promise<string>
  clear(): Promise<void>
}

export async function breakGround(): Promise<Ground> {
  const dir = await mkdtemp(path.join(os.tmpdir(), 'redress-bench-'))
  await chmod(dir, 0o755)
  const postgres = await startEmbedded({ dir, onLog: () => {} })
  return {
    async newDatabase() {
      const name = `bench_${randomUUID().replaceAll('-', '')}`
      const url = new URL(postgres.url)
      const client = new Client({ connectionString: url.toString() })
      await client.connect()
      await client.query(`create database ${name}`)
      await client.end()
      url.pathname = `/${name}`
      return url.toString()
    },
    async clear() {
      await postgres.stop()
      await rm(dir, { recursive: true, force: true })
    },
  }
}

/** The product as configured for the bench: quiet, on a free port. */
export function benchConfig(databaseUrl: string, redisUrl: string | undefined, role: Config['role']): Config {
  return {
    databaseUrl,
    redisUrl,
    dataDir: '.data',
    role,
    port: 0,
    sandboxPort: 0,
    slack: undefined,
    masterKey: undefined,
    policyFile: path.join(import.meta.dirname, '../../src/policy/bank.yaml'),
    channelLanguage: 'zh-CN',
    logLevel: 'silent',
  }
}
