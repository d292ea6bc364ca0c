import { type ChildProcess, execFile, spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdir, readFile, rm, writeFile } from 'node:fs/promises'
import path from 'node:path'
import { createInterface } from 'node:readline'
import { promisify } from 'node:util'
import { Client } from 'pg'
import { test as base, expect } from 'vitest'
import { AlreadyRunningError, type Embedded, runningUrl, startEmbedded } from '../../src/store/embedded.ts'
import { fastFolder } from '../support/fast-folder.ts'

/** `dir`: a data folder of this test alone. */
const test = base.extend<{ dir: string }>({
  // oxlint-disable-next-line no-empty-pattern -- vitest reads the fixture's needs from this pattern
  dir: async ({}, use) => {
    const dir = await fastFolder()
    await use(dir)
    if (await runningUrl(dir)) process.kill(await postmaster(dir), 'SIGINT')
    await rm(dir, { recursive: true, force: true })
  },
})

const start = (dir: string, settings: readonly string[] = []): Promise<Embedded> =>
  startEmbedded({ dir, onLog: () => {}, settings: ['fsync=off', ...settings] })

async function query<Row extends object>(url: string, statement: string): Promise<Row[]> {
  const client = new Client({ connectionString: url })
  await client.connect()
  const { rows } = await client.query<Row>(statement)
  await client.end()
  return rows
}

async function postmaster(dir: string): Promise<number> {
  return Number((await readFile(path.join(dir, 'postgres', 'postmaster.pid'), 'utf8')).split('\n')[0])
}

/** A process that ended and whose parent has not noticed (in a container without an init nobody does) runs no more. */
async function isRunning(pid: number): Promise<boolean> {
  const { stdout } = await promisify(execFile)('ps', ['-o', 'stat=', '-p', String(pid)]).catch(() => ({
    stdout: '',
  }))
  return stdout.trim() !== '' && !stdout.startsWith('Z')
}

/** Another process that keeps house on the folder, in a process group of its own. */
async function keepHouse(
  dir: string,
): Promise<{ child: ChildProcess; says: (word: string) => Promise<void> }> {
  const file = path.join(import.meta.dirname, '..', 'support', 'keep-house.ts')
  const child = spawn(process.execPath, [file, dir], { detached: true, stdio: ['pipe', 'pipe', 'inherit'] })
  const heard: string[] = []
  const lines = createInterface({ input: child.stdout }).on('line', (line) => heard.push(line))
  const says = async (word: string) => {
    while (!heard.includes(word)) await once(lines, 'line')
  }
  await says('keeping')
  return { child, says }
}

test('the first start makes the cluster and the database, and what was committed is there at the next', async ({
  dir,
}) => {
  const first = await start(dir)
  expect(first.adopted).toBe(false)
  await query(first.url, 'create table kept as select 7 as seven')
  await first.stop()
  const second = await start(dir)
  expect(second.adopted).toBe(false)
  expect(await query(second.url, 'select seven from kept')).toEqual([{ seven: 7 }])
  await second.stop()
})

test('stopping leaves no process and nothing to visit', async ({ dir }) => {
  const house = await start(dir)
  const pid = await postmaster(dir)
  expect(await isRunning(pid)).toBe(true)
  expect(await runningUrl(dir)).toBe(house.url)
  await house.stop()
  expect(await runningUrl(dir)).toBeUndefined()
  expect(await isRunning(pid)).toBe(false)
})

test('a running server can be visited beside whoever keeps the house', async ({ dir }) => {
  const house = await start(dir)
  const url = await runningUrl(dir)
  expect(await query(url ?? '', 'select current_database() as name')).toEqual([{ name: 'redress' }])
  await house.stop()
})

test('a second start beside a living one says so, and the first keeps its house', async ({ dir }) => {
  const house = await start(dir)
  await expect(start(dir)).rejects.toBeInstanceOf(AlreadyRunningError)
  await expect(start(dir)).rejects.toThrow(`already runs on ${dir}`)
  expect(await query(house.url, 'select 1 as one')).toEqual([{ one: 1 }])
  await house.stop()
})

test('what a process killed with -9 left running is taken over with all that was committed, and stopped in the end', async ({
  dir,
}) => {
  const { child } = await keepHouse(dir)
  const pid = await postmaster(dir)
  child.kill('SIGKILL')
  await once(child, 'exit')
  const taken = await start(dir)
  expect(taken.adopted).toBe(true)
  expect(await postmaster(dir)).toBe(pid)
  expect(await query(taken.url, 'select line from kept')).toEqual([{ line: 'committed before' }])
  await taken.stop()
  expect(await runningUrl(dir)).toBeUndefined()
  expect(await isRunning(pid)).toBe(false)
})

test('while another process lives, its house is not taken over', async ({ dir }) => {
  const { child } = await keepHouse(dir)
  await expect(start(dir)).rejects.toBeInstanceOf(AlreadyRunningError)
  child.kill('SIGKILL')
  await once(child, 'exit')
  await (await start(dir)).stop()
})

test('Ctrl-C reaches the process and not its Postgres: what is under way is still written', async ({
  dir,
}) => {
  const { child, says } = await keepHouse(dir)
  process.kill(-(child.pid ?? 0), 'SIGINT')
  await says('stopped')
  child.stdin?.end()
  await once(child, 'exit')
  const again = await start(dir)
  expect(again.adopted).toBe(false)
  expect(await query(again.url, 'select line from kept')).toEqual([
    { line: 'committed before' },
    { line: 'written while stopping' },
  ])
  await again.stop()
})

test('a process that ends without stopping takes its Postgres along', async ({ dir }) => {
  const { child } = await keepHouse(dir)
  child.stdin?.end()
  await once(child, 'exit')
  await expect.poll(() => runningUrl(dir)).toBeUndefined()
  await (await start(dir)).stop()
})

test('a postmaster.pid from before a crash of the machine, whose number is another program by now, is no obstacle', async ({
  dir,
}) => {
  await (await start(dir)).stop()
  const stale = [process.pid, path.join(dir, 'postgres'), 0, 1, '', '127.0.0.1', '0 0', 'ready'].join('\n')
  await writeFile(path.join(dir, 'postgres', 'postmaster.pid'), `${stale}\n`)
  const house = await start(dir)
  expect(house.adopted).toBe(false)
  await house.stop()
})

test('a first start that was killed half-way is begun anew', async ({ dir }) => {
  await mkdir(path.join(dir, 'postgres.new'))
  await writeFile(path.join(dir, 'postgres.new', 'PG_VERSION'), '18\n')
  const house = await start(dir)
  await query(house.url.replace(/redress$/, 'postgres'), 'drop database redress')
  await house.stop()
  const again = await start(dir)
  expect(await query(again.url, 'select 1 as one')).toEqual([{ one: 1 }])
  await again.stop()
})

test('a server that does not start says why in its own last words, and what to do', async ({ dir }) => {
  await expect(start(dir, ['shared_buffers=nonsense'])).rejects.toThrow(
    /did not start[\s\S]*shared_buffers[\s\S]*DATABASE_URL/,
  )
  await (await start(dir)).stop()
})
