import { randomUUID } from 'node:crypto'
import path from 'node:path'
import { sql } from 'kysely'
import { createHandle } from '../../src/handle.ts'
import { createInForce } from '../../src/in-force.ts'
import { createLog, startRedress } from '../../src/main.ts'
import { loadPolicy } from '../../src/policy/policy.ts'
import { readSampleBank } from '../../src/sandbox/sample-bank.ts'
import { sandboxPeople } from '../../src/sandbox/sandbox-people.ts'
import { createSandboxSlack } from '../../src/sandbox/slack/sandbox-slack.ts'
import { connect } from '../../src/store/connect.ts'
import { migrate } from '../../src/store/migrate.ts'
import { storeOrganisation, storePack } from '../../src/store/rules.ts'
import { createMasterKey, readMasterKey } from '../../src/vault/master-key.ts'
import { type Figures, figuresOf } from './figures.ts'
import { benchConfig } from './ground.ts'

/** Monday 09:00 in Shanghai: half of the one working day for the first contact is over at 13:00, for all of them at once. */
const received = '2026-09-21T01:00:00Z'
const filedAt = Temporal.Instant.from('2026-09-21T04:55:00Z')
const due = Temporal.Instant.from('2026-09-21T05:00:00Z')
/** So long before that second the clock begins to run. */
const leadSeconds = 5
const patienceSeconds = 90

/** How late, in seconds, so many reminders of one second are decided, journalled and put into the outbox. */
export async function measureAlarms(
  databaseUrl: string,
  redisUrl: string | undefined,
  count: number,
): Promise<Figures & { missing: number }> {
  await fileMany(databaseUrl, count)
  const began = performance.now()
  const now = () =>
    due.subtract({ seconds: leadSeconds }).add({ milliseconds: Math.round(performance.now() - began) })
  const slack = await createSandboxSlack({ people: sandboxPeople(await readSampleBank()), now })
  const config = benchConfig(databaseUrl, redisUrl, 'all')
  const mode = { kind: 'http', signingSecret: slack.signingSecret } as const
  const redress = await startRedress(
    {
      config,
      now,
      log: createLog(config),
      masterKey: readMasterKey(createMasterKey()),
      slack: { botToken: slack.botToken, apiUrl: slack.url, mode },
      prefix: `bench-${randomUUID()}`,
    },
    databaseUrl,
  )
  await redress.perform({ kind: 'sweep' })
  const late = await lateness(redress.db, count)
  await redress.stop()
  await slack.close()
  return { ...figuresOf(late), missing: count - late.length }
}

async function fileMany(databaseUrl: string, count: number): Promise<void> {
  const { db, close } = connect(databaseUrl, { max: 10, onError: () => {} })
  await migrate(db)
  const { pack, holidays } = await loadPolicy(path.join(import.meta.dirname, '../../src/policy/bank.yaml'))
  await storePack(
    db,
    { version: pack.version, effectiveFrom: pack.effectiveFrom, document: pack, holidays },
    filedAt,
  )
  await storeOrganisation(db, await readSampleBank(), 'bench', filedAt)
  const now = () => filedAt
  const handle = createHandle({ db, now, inForce: createInForce(db, now), ring: () => {} })
  const ids = Array.from({ length: count }, () => randomUUID()).values()
  const command = {
    step: 'file',
    story: 'bench (invented)',
    outlet: 'outlet-renmin-road',
    source: 'inPerson',
    receivedAt: received,
    request: 'explanation',
  } as const
  const fileEach = async () => {
    for (const id of ids) await handle('complaint', id, command, { kind: 'person', id: 'p-zou-ping' })
  }
  await Promise.all(Array.from({ length: 10 }, fileEach))
  // The messages about the filing are not what is measured.
  await sql`update outbox set done_at = put_at`.execute(db)
  await close()
}

async function lateness(db: Parameters<typeof migrate>[0], count: number): Promise<number[]> {
  for (let waited = 0; waited < patienceSeconds; waited += 1) {
    const { rows } = await sql<{ late: number }>`
      select extract(epoch from at - ${due.toString()}::timestamptz)::float8 as late from journal
      where event->>'type' = 'reminded' and event->>'clock' = 'contact'`.execute(db)
    if (rows.length >= count || waited === patienceSeconds - 1) return rows.map((row) => row.late)
    await new Promise((resolve) => setTimeout(resolve, 1000))
  }
  return []
}
