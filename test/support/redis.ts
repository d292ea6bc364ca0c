import { spawn } from 'node:child_process'
import { createServer } from 'node:net'
import { Redis } from 'ioredis'
import { onPath } from './on-path.ts'

export interface TestRedis {
  readonly found: { url: string } | { missing: string }
  stop(): Promise<void>
}

const howToInstall = 'no redis-server or valkey-server on PATH; `apt-get install redis-server` brings one'

/**
 * The Redis of this run: `REDIS_URL`, else a server of our own from PATH on a free port, without persistence. Where there
 * is none the Redis cases are skipped and say how to install it; with `REQUIRE_REDIS=1` that is a failure.
 */
export async function startRedis(): Promise<TestRedis> {
  const given = process.env['REDIS_URL']
  if (given) return { found: { url: given }, stop: async () => {} }
  if (redisProgram()) return startRedisServer()
  if (process.env['REQUIRE_REDIS'] === '1') throw new Error(`REQUIRE_REDIS=1, but ${howToInstall}.`)
  return { found: { missing: howToInstall }, stop: async () => {} }
}

/** A Redis of one test's own, which it may empty, stop and start again (on the port it had). */
export interface RedisServer {
  readonly found: { url: string }
  stop(): Promise<void>
}

/** The server that this machine has; undefined where it has none. */
export function redisProgram(): string | undefined {
  return onPath(['redis-server', 'valkey-server'])
}

export async function startRedisServer(given?: number): Promise<RedisServer> {
  const program = redisProgram()
  if (!program) throw new Error(`This needs a Redis of its own: ${howToInstall}.`)
  const port = given ?? (await freePort())
  const options = ['--port', String(port), '--bind', '127.0.0.1', '--save', '', '--appendonly', 'no']
  const server = spawn(program, options, { stdio: 'ignore' })
  const url = `redis://127.0.0.1:${port}`
  const client = new Redis(url, {
    retryStrategy: (times) => (times < 100 ? 20 : null),
    maxRetriesPerRequest: 100,
  })
  client.on('error', () => {})
  await client.ping()
  client.disconnect()
  return {
    found: { url },
    stop: () =>
      new Promise((resolve) => {
        server.once('exit', () => resolve())
        server.kill('SIGTERM')
      }),
  }
}

async function freePort(): Promise<number> {
  const server = createServer()
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const address = server.address()
  await new Promise((resolve) => server.close(resolve))
  return typeof address === 'object' && address ? address.port : 0
}
