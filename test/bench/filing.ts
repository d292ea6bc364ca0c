import { createHmac, randomUUID } from 'node:crypto'
import { App, HTTPReceiver, LogLevel } from '@slack/bolt'
import autocannon from 'autocannon'
import { createPlay } from '../../src/sandbox/play.ts'
import { createStage } from '../../src/sandbox/stage.ts'

export interface Load {
  readonly perSecond: number
  readonly p50: number
  readonly p99: number
  readonly max: number
  readonly failed: number
}

export interface FilingFigures {
  readonly bare: Load
  readonly filing: Load
  /** Complaints in the database afterwards, and the answers that promised one. */
  readonly stored: number
  readonly promised: number
}

const filers = 50

interface Submission {
  readonly view: { readonly private_metadata: string; readonly [key: string]: unknown }
  readonly [key: string]: unknown
}

/**
 * Submissions of the filing form, each another complaint, against the same bytes answered by a Bolt app that does nothing:
 * the same process, receiver, signatures and number of filers, one after the other.
 */
export async function measureFiling(databaseUrl: string, count: number): Promise<FilingFigures> {
  const stage = await createStage({ databaseUrl, start: Temporal.Now.instant().toString(), language: 'en' })
  const submission = await sampleSubmission(stage)
  const { signingSecret } = stage.slack
  const bot = new URL(`http://127.0.0.1:${stage.redress.port}/slack/events`)
  const bare = await startBare(signingSecret)

  await fire(bare.url, submission, signingSecret, 500)
  await fire(bot, submission, signingSecret, 500)
  const bareLoad = await fire(bare.url, submission, signingSecret, count * 2)
  const filing = await fire(bot, submission, signingSecret, count)

  const stored = await stage.redress.db
    .selectFrom('complaint')
    .select((eb) => eb.fn.countAll<string>().as('n'))
    .executeTakeFirstOrThrow()
  await bare.stop()
  await stage.stop()
  return { bare: bareLoad, filing, stored: Number(stored.n), promised: count + 500 + 1 }
}

async function sampleSubmission(stage: Awaited<ReturnType<typeof createStage>>): Promise<Submission> {
  await createPlay(stage).files('p-zou-ping', {
    story: 'A fee was charged twice (invented).',
    request: 'feeRefund',
  })
  const sent = stage.slack.seen
    .traffic()
    .findLast((entry) => JSON.stringify(entry).includes('"type":"view_submission"'))
  const found = sent && findSubmission(sent)
  if (!found) throw new Error('The filing form was sent, but its submission is not in the traffic.')
  return found
}

function findSubmission(value: unknown): Submission | undefined {
  if (typeof value !== 'object' || value === null) return undefined
  if ('type' in value && value.type === 'view_submission') return value as unknown as Submission
  return Object.values(value)
    .map(findSubmission)
    .find((each) => each !== undefined)
}

async function startBare(signingSecret: string): Promise<{ url: URL; stop(): Promise<void> }> {
  const receiver = new HTTPReceiver({
    signingSecret,
    endpoints: '/slack/events',
    port: 0,
    logLevel: LogLevel.ERROR,
  })
  const app = new App({
    receiver,
    authorize: () => Promise.resolve({ botToken: 'xoxb-bare', botId: 'B0', botUserId: 'U0' }),
    logLevel: LogLevel.ERROR,
  })
  app.view(/.*/, async ({ ack }) => ack())
  const server = await app.start(0)
  const address = 'address' in server ? server.address() : null
  if (address === null || typeof address === 'string') throw new Error('The bare app has no port.')
  return {
    url: new URL(`http://127.0.0.1:${address.port}/slack/events`),
    stop: async () => void (await app.stop()),
  }
}

async function fire(url: URL, submission: Submission, secret: string, amount: number): Promise<Load> {
  const result = await autocannon({
    url: url.toString(),
    connections: filers,
    amount,
    requests: [
      {
        method: 'POST',
        path: url.pathname,
        setupRequest: (request: object) => ({ ...request, ...signed(fresh(submission), secret) }),
      },
    ],
  })
  return {
    perSecond: amount / result.duration,
    p50: result.latency.p50,
    p99: result.latency.p99,
    max: result.latency.max,
    failed: result.non2xx + result.errors + result.timeouts,
  }
}

/** The same form as another person would have opened it: another complaint, another opening. */
function fresh(submission: Submission): object {
  const metadata = {
    ...(JSON.parse(submission.view.private_metadata) as object),
    id: randomUUID(),
    form: randomUUID(),
  }
  return { ...submission, view: { ...submission.view, private_metadata: JSON.stringify(metadata) } }
}

function signed(payload: object, secret: string): { body: string; headers: Record<string, string> } {
  const body = `payload=${encodeURIComponent(JSON.stringify(payload))}`
  const time = String(Math.floor(Date.now() / 1000))
  const signature = createHmac('sha256', secret).update(`v0:${time}:${body}`).digest('hex')
  return {
    body,
    headers: {
      'content-type': 'application/x-www-form-urlencoded',
      'x-slack-request-timestamp': time,
      'x-slack-signature': `v0=${signature}`,
    },
  }
}
