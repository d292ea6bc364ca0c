import { randomUUID } from 'node:crypto'
import { setTimeout } from 'node:timers/promises'
import { type Job, Queue, Worker, createPostgresBackend, runMigrations, withBackend } from 'bullmq'
import { Redis } from 'ioredis'
import { Pool } from 'pg'

/** Where BullMQ keeps its jobs: the only place that knows. */
export type BellBackend =
  | { readonly kind: 'redis'; readonly url: string }
  | { readonly kind: 'postgres'; readonly url: string }

/** A wake-up names an instant or a duty, never a matter: what is owed stands in Postgres. */
export type Wake =
  | { readonly kind: 'bell'; readonly by: string }
  | { readonly kind: 'sweep' }
  | { readonly kind: 'digest' }

export interface BellOptions {
  readonly backend: BellBackend
  readonly now: () => Temporal.Instant
  readonly onError: (error: Error) => void
  /** BullMQ's key prefix, so that several houses can share one Redis. */
  readonly prefix?: string
  /** How often each answering process sweeps by itself; a minute. */
  readonly sweepMilliseconds?: number
}

/** A wake-up that BullMQ holds: being performed, to be performed at once or later, or the next one of a rhythm. */
export interface HeldJob {
  readonly name: string
  readonly state: 'active' | 'waiting' | 'delayed' | 'scheduled'
  /** When it wakes, on the clock of the house; absent where it is at once. */
  readonly at?: Temporal.Instant
}

export interface Bell {
  /**
   * Wakes a worker as soon as possible, for everything committed before the call. Never throws and is not to be waited
   * for: the sweep makes up for a lost ring. Rings of the same moment become one.
   */
  ringNow(): void
  /** Wakes a worker at that instant; many alarms of one second are one job. Else like `ringNow`. */
  ringAt(at: Temporal.Instant): void
  /** Starts answering wake-ups in this process, the minute's sweep and the digest of each day among them. */
  answer(
    perform: (wake: Wake) => Promise<void>,
    digest: { readonly cron: string; readonly timeZone: string },
  ): Promise<void>
  /** What BullMQ holds now, the soonest first, the rhythms last; nothing while its backend is away. */
  jobs(): Promise<HeldJob[]>
  /** Throws away what BullMQ holds, rhythms too: where the house begins anew. */
  forget(): Promise<void>
  /** Waits until the jobs being performed are done, then lets go of the backend. */
  close(): Promise<void>
}

const queueName = 'redress'
const everyMinute = 60_000
/** Rings that follow one another more quickly than this become one: an add costs as much as what it wakes. */
const ringGap = 50

/**
 * One slot for each effect that may be on its way (`atOnce` in `deliver-all.ts`) and two more: slow deliveries never keep
 * an alarm waiting.
 */
const concurrency = 10

/** Answered at once again: after a crash a job comes back within seconds, and comes back as often as it must. */
const workerPromptness = { concurrency, lockDuration: 10_000, stalledInterval: 5_000, maxStalledCount: 3 }

/** Postgres decides when to try again, so BullMQ keeps neither done nor failed jobs, whose ids would block new ones. */
const forgetful = { removeOnComplete: true, removeOnFail: true }

export async function createBell(options: BellOptions): Promise<Bell> {
  const { onError, now, sweepMilliseconds = everyMinute } = options
  const connected = await connect(options)
  const { queue, isUp } = connected
  queue.on('error', onError)
  const closing = new AbortController()
  const workers: Worker[] = []
  const underWay = new Set<Promise<void>>()
  const lately = createLately()
  let ringing = false
  let again = false

  /** Keeps what nobody waits for until `close` does; its failure is told and goes no further. */
  function follow(work: Promise<unknown>): Promise<void> {
    const followed: Promise<void> = work
      .then(() => undefined, onError)
      .finally(() => underWay.delete(followed))
    underWay.add(followed)
    return followed
  }

  async function add(wake: Wake, jobId: string, delay: number): Promise<void> {
    if (isUp()) await queue.add(wake.kind, wake, { jobId, delay, ...forgetful }).catch(onError)
  }

  /** Each ring is a job of its own: one under the id of a job that is just ending would be swallowed. */
  async function ringUntilQuiet(): Promise<void> {
    ringing = true
    while (again) {
      again = false
      // oxlint-disable-next-line no-await-in-loop -- one ring at a time: those asked for meanwhile become one more
      await add({ kind: 'bell', by: now().toString() }, `bell-now-${randomUUID()}`, 0)
      // oxlint-disable-next-line no-await-in-loop -- as above
      await pause(ringGap, closing.signal)
    }
    ringing = false
  }

  function ringNow(): void {
    again = true
    if (!ringing && !closing.signal.aborted) void follow(ringUntilQuiet())
  }

  async function sweepUntilClosed(perform: (wake: Wake) => Promise<void>, keep: () => Promise<void>) {
    while (!closing.signal.aborted) {
      // oxlint-disable-next-line no-await-in-loop -- one sweep after the other
      await pause(sweepMilliseconds, closing.signal)
      if (closing.signal.aborted) return
      // oxlint-disable-next-line no-await-in-loop -- as above
      await perform({ kind: 'sweep' }).then(keep).catch(onError)
    }
  }

  return {
    ringNow,
    ringAt(at) {
      const second = Number((at.epochNanoseconds + 999_999_999n) / 1_000_000_000n)
      const delay = second * 1000 - now().epochMilliseconds
      if (delay <= 0) return ringNow()
      if (closing.signal.aborted || !lately.isNew(second)) return
      const by = Temporal.Instant.fromEpochMilliseconds(second * 1000).toString()
      void follow(add({ kind: 'bell', by }, `bell-${second}`, delay))
    },
    async answer(perform, digest) {
      const worker = connected.createWorker((job) => perform(job.data))
      worker.on('error', onError)
      worker.on('failed', (_job, error) => onError(error))
      workers.push(worker)
      const keep = () => keepSchedulers(connected, digest)
      if (isUp()) await worker.waitUntilReady().then(keep)
      void follow(sweepUntilClosed(perform, keep))
    },
    jobs: async () => (isUp() ? heldJobs(queue, now) : []),
    async forget() {
      if (isUp()) await queue.obliterate({ force: true })
    },
    async close() {
      closing.abort()
      await Promise.all(underWay)
      await Promise.all(workers.map((worker) => (isUp() ? worker.close() : worker.close(true))))
      await queue.close()
      await connected.close()
    },
  }
}

/** So many are read of each kind: the page shows them, nobody counts them. */
const mostHeld = 100

async function heldJobs(queue: Queue<Wake>, now: () => Temporal.Instant): Promise<HeldJob[]> {
  const ahead = now().epochMilliseconds - Date.now()
  const atOf = (machine: number) => Temporal.Instant.fromEpochMilliseconds(Math.round(machine + ahead))
  const held = await Promise.all(
    (['active', 'waiting', 'delayed'] as const).map(async (state) => {
      const jobs = await queue.getJobs([state], 0, mostHeld - 1, true)
      return jobs.map(({ name, timestamp, delay, data }): HeldJob => {
        const at = data.kind === 'bell' ? Temporal.Instant.from(data.by) : atOf(timestamp + delay)
        return state === 'delayed' ? { name, state, at } : { name, state }
      })
    }),
  )
  const rhythms = await queue.getJobSchedulers(0, mostHeld - 1, true)
  return [
    ...held.flat().toSorted((one, other) => momentOf(one) - momentOf(other)),
    ...rhythms.map(({ name, next }): HeldJob => ({
      name,
      state: 'scheduled',
      ...(next !== undefined && { at: atOf(next) }),
    })),
  ]
}

function momentOf({ at }: HeldJob): number {
  return at?.epochMilliseconds ?? Number.NEGATIVE_INFINITY
}

/** How long a second that was rung for is not rung for again: a burst of alarms of one second is one job, asked for once. */
const latelyMilliseconds = 5_000

/** Remembers in this process which seconds were rung for lately. */
function createLately(): { isNew(second: number): boolean } {
  let seconds = new Set<number>()
  let since = Number.NEGATIVE_INFINITY
  return {
    isNew(second) {
      if (performance.now() - since > latelyMilliseconds) {
        seconds = new Set()
        since = performance.now()
      }
      if (seconds.has(second)) return false
      seconds.add(second)
      return true
    },
  }
}

/** The recurring jobs, put back where they are missing (a flushed Redis forgets them) or follow another rhythm. */
async function keepSchedulers(
  { queue, isUp }: Connected,
  digest: { readonly cron: string; readonly timeZone: string },
): Promise<void> {
  const wanted = [
    { kind: 'sweep', repeat: { every: everyMinute } },
    { kind: 'digest', repeat: { pattern: digest.cron, tz: digest.timeZone } },
  ] as const
  for (const { kind, repeat } of wanted) {
    // oxlint-disable-next-line no-await-in-loop -- two of them, once a minute
    if (!isUp() || follows(await queue.getJobScheduler(kind), repeat)) continue
    // oxlint-disable-next-line no-await-in-loop -- as above
    await queue.upsertJobScheduler(kind, repeat, { name: kind, data: { kind }, opts: forgetful })
  }
}

type Rhythm = { readonly every?: number | string; readonly pattern?: string; readonly tz?: string }

function follows(known: Rhythm | undefined, wanted: Rhythm): boolean {
  if (!known || known.pattern !== wanted.pattern || known.tz !== wanted.tz) return false
  return wanted.every === undefined || Number(known.every) === wanted.every
}

/** Waits so long, or until the signal. */
async function pause(milliseconds: number, signal: AbortSignal): Promise<void> {
  await setTimeout(milliseconds, undefined, { signal }).catch(() => undefined)
}

interface Connected {
  readonly queue: Queue<Wake>
  readonly createWorker: (perform: (job: Job<Wake>) => Promise<void>) => Worker<Wake>
  /** Does the backend seem to be there? A ring while it is away is not tried: the sweep makes up for it. */
  readonly isUp: () => boolean
  readonly close: () => Promise<void>
}

async function connect({ backend, onError, prefix }: BellOptions): Promise<Connected> {
  return backend.kind === 'redis'
    ? connectRedis(backend.url, onError, prefix)
    : connectPostgres(backend.url, onError)
}

async function connectRedis(
  url: string,
  onError: (error: Error) => void,
  prefix = 'bull',
): Promise<Connected> {
  // A ring fails fast, for the sweep makes up for it; a worker waits for Redis to return.
  const producing = new Redis(url, {
    enableOfflineQueue: false,
    maxRetriesPerRequest: 1,
    commandTimeout: 2000,
    lazyConnect: true,
  })
  const consuming = new Redis(url, { maxRetriesPerRequest: null, lazyConnect: true })
  for (const connection of [producing, consuming]) connection.on('error', onError)
  await producing.connect().catch(onError)
  return {
    queue: new Queue<Wake>(queueName, { connection: producing, prefix }),
    createWorker: (perform) =>
      new Worker<Wake>(queueName, perform, { connection: consuming, prefix, ...workerPromptness }),
    isUp: () => producing.status === 'ready',
    close: async () => {
      producing.disconnect()
      consuming.disconnect()
    },
  }
}

async function connectPostgres(url: string, onError: (error: Error) => void): Promise<Connected> {
  await prepareSchema(url, onError)
  const { Queue: PostgresQueue, Worker: PostgresWorker } = withBackend(createPostgresBackend)
  const connection = { connectionString: url, max: 6, schema: 'bullmq' }
  return {
    queue: new PostgresQueue(queueName, { connection }) as unknown as Queue<Wake>,
    createWorker: (perform) =>
      new PostgresWorker(queueName, perform as never, {
        connection,
        ...workerPromptness,
      }) as unknown as Worker<Wake>,
    isUp: () => true,
    close: async () => {},
  }
}

/** BullMQ's own tables, beside ours in the schema `bullmq`; several processes may ask at once. */
export async function prepareSchema(url: string, onError: (error: Error) => void): Promise<void> {
  const pool = new Pool({ connectionString: url, max: 1 })
  pool.on('error', onError)
  const client = await pool.connect()
  try {
    await runMigrations(client)
  } finally {
    client.release()
    await pool.end()
  }
}
