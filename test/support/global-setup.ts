import { rm } from 'node:fs/promises'
import type { TestProject } from 'vitest/node'
import { prepareSchema } from '../../src/job/bell.ts'
import { connect } from '../../src/store/connect.ts'
import { startEmbedded } from '../../src/store/embedded.ts'
import { type FoundBrowser, findBrowser } from './browser.ts'
import { fastFolder } from './fast-folder.ts'
import { furnish } from './furnish.ts'
import { type TestRedis, startRedis } from './redis.ts'

declare module 'vitest' {
  export interface ProvidedContext {
    /** A server with one furnished database, from which each test clones its own. */
    templateUrl: string
    redis: { url: string } | { missing: string }
    browser: FoundBrowser
  }
}

/** Speed for tests: nothing needs to survive a power cut. */
const settings = [
  'fsync=off',
  'synchronous_commit=off',
  'full_page_writes=off',
  'max_connections=300',
  'max_wal_size=256MB',
]

/** One Postgres and one Redis for the whole run; both end with it. */
export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  const major = Number(process.versions.node.split('.')[0])
  if (major < 26)
    throw new Error(`The tests ran on Node ${process.versions.node}; they need 26, which \`npm test\` uses.`)
  const browser = findBrowser()
  const dir = await fastFolder()
  const postgres = await startEmbedded({ dir, settings, onLog: () => {} })
  const template = connect(postgres.url, { max: 2, onError: () => {} })
  await furnish(template.db)
  await template.close()
  await prepareSchema(postgres.url, () => {})
  const redis: TestRedis = await startRedis()
  project.provide('templateUrl', postgres.url)
  project.provide('redis', redis.found)
  project.provide('browser', browser)
  return async () => {
    await redis.stop()
    await postgres.stop()
    await rm(dir, { recursive: true, force: true })
  }
}
