import { sql } from 'kysely'
import { createServer } from 'node:net'
import { describe, expect } from 'vitest'
import { createLog, type Redress, startRedress } from '../../src/main.ts'
import { readSampleBank } from '../../src/sandbox/sample-bank.ts'
import { sandboxPeople } from '../../src/sandbox/sandbox-people.ts'
import { createSandboxSlack, type SandboxSlack } from '../../src/sandbox/slack/sandbox-slack.ts'
import { createMasterKey, readMasterKey } from '../../src/vault/master-key.ts'
import { test as withDatabase } from '../support/database.ts'
import { createSocketModeServer, type SocketModeServer } from '../support/socket-mode-server.ts'
import { answers, teller } from './a-stage.ts'

interface Bank {
  readonly slack: SandboxSlack
  readonly socketMode: SocketModeServer
  readonly port: number
  start(appToken?: string): Promise<Redress>
}

const monday = Temporal.Instant.from('2026-03-02T02:00:00Z')

/** The sample bank in a sandbox Slack that has no address of the bot's, only Socket Mode. */
const test = withDatabase
  .extend<{ bank: Bank }>({
    bank: async ({ database }, use) => {
      const people = sandboxPeople(await readSampleBank(), 'en')
      const slack = await createSandboxSlack({ people, now: () => monday })
      const socketMode = await createSocketModeServer(slack.url)
      slack.connect(socketMode.gesturesUrl)
      const port = await freePort()
      const start = (appToken = socketMode.appToken) =>
        startRedress(partsOf(slack, { apiUrl: socketMode.url, appToken, port }), database.url)
      await use({ slack, socketMode, port, start })
      await socketMode.close()
      await slack.close()
    },
  })
  .extend<{ redress: Redress }>({
    redress: async ({ bank }, use) => {
      const redress = await bank.start()
      await use(redress)
      await redress.stop()
    },
  })

function partsOf(
  { botToken }: SandboxSlack,
  { apiUrl, appToken, port }: { apiUrl: string; appToken: string; port: number },
): Parameters<typeof startRedress>[0] {
  const config = {
    databaseUrl: undefined,
    redisUrl: undefined,
    dataDir: '.data',
    role: 'bot',
    port,
    sandboxPort: 0,
    slack: undefined,
    masterKey: undefined,
    policyFile: new URL('../../src/policy/bank.yaml', import.meta.url).pathname,
    channelLanguage: 'en',
    logLevel: 'silent',
  } as const
  return {
    config,
    slack: { botToken, apiUrl, mode: { kind: 'socket', appToken } },
    masterKey: readMasterKey(createMasterKey()),
    now: () => monday,
    log: createLog(config),
  }
}

async function freePort(): Promise<number> {
  const server = createServer()
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const address = server.address()
  await new Promise((resolve) => server.close(resolve))
  return typeof address === 'object' && address ? address.port : 0
}

async function numbers({ db }: Redress): Promise<readonly string[]> {
  const rows = await db.selectFrom('complaint').select('number').execute()
  return rows.map(({ number }) => number)
}

async function opensForm({ slack }: Bank) {
  const hands = slack.as(teller)
  await hands.command('/complaint')
  return hands
}

describe('with an app token the bot opens a socket to Slack', () => {
  test('it asks for the socket at the Web API that was given, and opens one', async ({ bank, redress }) => {
    expect(redress.port).toBe(bank.port)
    expect(bank.socketMode.sockets()).toEqual({ opened: 1, open: 1 })
  })

  test('a token that Slack refuses ends the start, and nothing keeps running', async ({ bank }) => {
    await expect(bank.start('xapp-1-of-nobody')).rejects.toThrow('invalid_auth')
    expect(bank.socketMode.sockets().opened).toBe(0)
    await expect(fetch(`http://127.0.0.1:${bank.port}/healthz`)).rejects.toThrow('fetch failed')
  })

  test('operators ask on the port given; gestures are not heard there', async ({ bank, redress }) => {
    const at = `http://127.0.0.1:${redress.port}`
    expect((await fetch(`${at}/healthz`)).status).toBe(200)
    expect((await fetch(`${at}/slack/events`, { method: 'POST' })).status).toBe(404)
    expect(bank.socketMode.acknowledged()).toEqual([])
  })
})

describe('gestures come through the socket and are answered in the acknowledgement', () => {
  test('`/complaint help` is answered with the help', async ({ bank, redress: _running }) => {
    const { body } = await bank.slack.as(teller).command('/complaint', 'help')
    expect(JSON.stringify(body)).toContain('/complaint mine')
    expect(bank.socketMode.acknowledged()).toEqual(['slash_commands'])
  })

  test('a form opens, is sent, and its answer tells the number of what is in the database', async ({
    bank,
    redress,
  }) => {
    const hands = await opensForm(bank)
    const sent = await hands.modal().fillIn(answers).submit()
    expect(sent.body).toMatchObject({ response_action: 'update', view: { type: 'modal' } })
    expect(JSON.stringify(sent.body)).toContain('2026-00001')
    expect(await numbers(redress)).toEqual(['2026-00001'])
    expect(bank.socketMode.acknowledged()).toEqual(['slash_commands', 'interactive'])
  })

  test('what is wrong in a form comes back under its field', async ({ bank, redress }) => {
    const hands = await opensForm(bank)
    const tomorrow = monday.add({ hours: 24 }).toString()
    const sent = await hands
      .modal()
      .fillIn({ ...answers, receivedAt: tomorrow })
      .submit()
    expect(Object.keys(sent.errors)).toEqual(['receivedAt'])
    expect(await numbers(redress)).toEqual([])
  })

  test('the App Home is drawn when somebody opens it', async ({ bank, redress }) => {
    const hands = bank.slack.as(teller)
    await hands.openHome()
    await redress.idle()
    expect(hands.home()?.blocks.length).toBeGreaterThan(0)
    expect(bank.socketMode.acknowledged()).toEqual(['events_api'])
  })
})

describe('sockets end', () => {
  test.concurrent.for(['warning', 'refresh_requested'] as const)(
    'on "%s" the bot opens another socket and goes on with the form that is open',
    async (reason, { bank, redress }) => {
      const hands = await opensForm(bank)
      const another = bank.socketMode.nextSocket()
      await bank.socketMode.renew(reason)
      await another
      expect((await hands.modal().fillIn(answers).submit()).errors).toEqual({})
      expect(await numbers(redress)).toEqual(['2026-00001'])
      expect(bank.socketMode.sockets()).toEqual({ opened: 2, open: 1 })
    },
  )

  test('a stop closes the socket for good', async ({ bank }) => {
    const redress = await bank.start()
    const closed = bank.socketMode.closed()
    await redress.stop()
    await closed
    expect(bank.socketMode.sockets()).toEqual({ opened: 1, open: 0 })
    await expect(fetch(`http://127.0.0.1:${bank.port}/healthz`)).rejects.toThrow('fetch failed')
  })

  test('a form that is being saved when the stop comes is saved and answered', async ({ bank, database }) => {
    const redress = await bank.start()
    const hands = await opensForm(bank)
    const form = hands.modal().fillIn(answers)
    const locked = await database.db.startTransaction().execute()
    await sql`lock table matter in exclusive mode`.execute(locked)
    const submitted = form.submit()
    await expect.poll(() => isWaiting(database.db), { interval: 5 }).toBe(true)
    const stopped = redress.stop()
    await locked.rollback().execute()
    expect((await submitted).body).toMatchObject({ response_action: 'update' })
    await stopped
  })
})

/** Does anybody wait for a lock on the complaints? */
async function isWaiting(db: Redress['db']): Promise<boolean> {
  const { rows } = await sql`
    select from pg_locks where relation = 'matter'::regclass and not granted`.execute(db)
  return rows.length > 0
}
