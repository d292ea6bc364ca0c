import { readFile } from 'node:fs/promises'
import { describe, expect, inject } from 'vitest'
import { createSandbox } from '../../src/sandbox/create-sandbox.ts'
import { sampleBankFile } from '../../src/sandbox/sample-bank.ts'
import { cloneDatabase } from '../support/database.ts'
import { aDoor } from '../support/door.ts'
import { filed, page, teller, test } from './a-sandbox.ts'

const bankFile = new URL('../../src/policy/bank.yaml', import.meta.url)

/** An invented bank of one office, as YAML. */
const smallBank = `
timeZone: Asia/Shanghai
units:
  - { id: head-office, name: { zh: 总行, en: Head Office }, level: HO }
  - { id: branch-small, name: { zh: 小分行, en: Small Branch }, level: BRANCH, parent: head-office }
people:
  - { id: p-an-ning, name: { zh: 安宁, en: An Ning }, email: an.ning@small-bank.example }
posts:
  - { person: p-an-ning, role: EMP, unit: branch-small }
deputies: []
leave: []
`

/** The bank's pack with something changed in its text. */
async function policyWith(change: (text: string) => string): Promise<string> {
  return change(await readFile(bankFile, 'utf8'))
}

describe('beginning anew', () => {
  test('throws away every case and every message, and goes on with the sample bank at the same time of the clock', async ({
    sandbox,
  }) => {
    await filed(sandbox)
    await sandbox.stage.waits({ hours: 5 })
    expect(await sandbox.begin({})).toEqual({ ok: true })
    const { stage } = sandbox
    expect(await stage.db.selectFrom('matter').selectAll().execute()).toEqual([])
    expect(await stage.slack.as(teller).messages()).toEqual([])
    expect(stage.slack.seen.traffic().filter(({ kind }) => kind === 'gesture')).toEqual([])
    expect(stage.now().toString()).toBe('2026-09-14T07:00:00Z')
    expect(await filed(sandbox)).toBe('2026-00001')
  })

  test('as often as one likes, at the same address, whatever the bot was doing', async ({ sandbox }) => {
    const { url } = sandbox
    await sandbox.setBot('stopped')
    expect(await sandbox.begin({})).toEqual({ ok: true })
    expect(sandbox.bot).toBe('running')
    await sandbox.setBot('slow')
    expect(await sandbox.begin({})).toEqual({ ok: true })
    expect(sandbox.bot).toBe('running')
    expect(sandbox.url).toBe(url)
    expect((await fetch(url)).status).toBe(200)
  })

  test('with an organisation of one’s own peoples the workspace with it; the sample bank returns without it', async ({
    sandbox,
  }) => {
    expect(await sandbox.begin({ organisation: smallBank })).toEqual({ ok: true })
    expect(sandbox.organisation.people.map(({ id }) => id)).toEqual(['p-an-ning'])
    expect(await sandbox.stage.slack.as('p-an-ning').command('/complaint', 'help')).toMatchObject({
      ok: true,
    })
    expect(await sandbox.begin({})).toEqual({ ok: true })
    expect(sandbox.organisation.people.length).toBeGreaterThan(10)
  })

  test('with an organisation as CSV reads it as such', async ({ sandbox }) => {
    const csv = [
      'kind,id,name_zh,name_en,level,parent,email,time_zone,person,role,unit',
      'unit,head-office,总行,Head Office,HO,,,Asia/Shanghai,,,',
      'person,p-an-ning,安宁,An Ning,,,an.ning@small-bank.example,,,,',
      'post,,,,,,,,p-an-ning,EMP,head-office',
    ].join('\n')
    expect(await sandbox.begin({ organisation: csv, csv: true })).toEqual({ ok: true })
    expect(sandbox.organisation.people).toHaveLength(1)
  })

  test('with a policy of one’s own plays by it, also after the bot was stopped and started', async ({
    sandbox,
  }) => {
    const policy = await policyWith((text) => text.replace(/^version: .*$/m, 'version: "2026.7"'))
    expect(await sandbox.begin({ policy })).toEqual({ ok: true })
    await sandbox.setBot('stopped')
    await sandbox.setBot('running')
    await filed(sandbox)
    const rows = await sandbox.stage.db
      .selectFrom('matter')
      .select('policy_version')
      .where('kind', '=', 'complaint')
      .execute()
    expect(rows).toEqual([{ policy_version: '2026.7' }])
  })

  test('a policy changed under its old version can be rehearsed, and a sandbox started again still plays by it', async ({
    sandbox,
    database,
  }) => {
    const policy = await policyWith((text) =>
      text.replace(/^effectiveFrom: .*$/m, 'effectiveFrom: 2026-02-02'),
    )
    expect(await sandbox.begin({ policy })).toEqual({ ok: true })
    await sandbox.stop()
    const again = await createSandbox({
      databaseUrl: database.url,
      start: '2026-09-14T03:00:00Z',
      page: async () => page,
    })
    expect((await again.stage.inForce.rulebook()).pack.effectiveFrom).toBe('2026-02-02')
    await again.stop()
  })
})

describe('a file that is not in order', () => {
  test('of the organisation is told with its lines in both languages, and everything stays as it was', async ({
    sandbox,
  }) => {
    const number = await filed(sandbox)
    const { stage } = sandbox
    const begun = await sandbox.begin({
      organisation: smallBank.replace('p-an-ning, role', 'p-an-nin, role'),
    })
    expect(begun).toMatchObject({ ok: false })
    expect('problems' in begun ? begun.problems.join('\n') : '').toMatch(
      /机构文件：第 \d+ 行.*organisation: line \d+.*p-an-nin/,
    )
    expect(sandbox.stage).toBe(stage)
    const kept = await stage.db.selectFrom('complaint').select('number').execute()
    expect(kept).toEqual([{ number }])
  })

  test('of the policy is told with its line, and problems of both files come together', async ({
    sandbox,
  }) => {
    const policy = await policyWith((text) => text.replace(/^version: .*$/m, 'version: [1]'))
    const begun = await sandbox.begin({ organisation: 'people: []', policy })
    const told = 'problems' in begun ? begun.problems.join('\n') : ''
    expect(told).toMatch(/given-policy\.yaml:\d+:\d+ version/)
    expect(told).toMatch(/organisation: line \d+/)
    expect(told).not.toContain('/tmp/')
  })

  test('of a policy that is not yet in force is refused with the day that it is in the sandbox', async ({
    sandbox,
  }) => {
    const policy = await policyWith((text) =>
      text.replace(/^effectiveFrom: .*$/m, 'effectiveFrom: 2026-12-01'),
    )
    const begun = await sandbox.begin({ policy })
    expect('problems' in begun ? begun.problems : []).toEqual([
      expect.stringMatching(/2026-12-01.*today is 2026-09-14/),
    ])
  })

  test('of an organisation without people is refused: nobody could be acted as', async ({ sandbox }) => {
    const organisation = smallBank.replace(/people:[\s\S]*deputies/, 'people: []\nposts: []\ndeputies')
    const begun = await sandbox.begin({ organisation })
    expect('problems' in begun ? begun.problems : []).toEqual([expect.stringMatching(/nobody is in it/)])
  })
})

test('a database with a complaint in it from before is never emptied, and the answer says what to do', async ({
  database,
}) => {
  await aDoor({ db: database.db }).file()
  const sandbox = await createSandbox({
    databaseUrl: database.url,
    start: '2026-11-25T02:00:00Z',
    page: async () => page,
  })
  const begun = await sandbox.begin({})
  expect('problems' in begun ? begun.problems : []).toEqual([
    expect.stringMatching(/DATA_DIR or DATABASE_URL/),
  ])
  expect(await database.db.selectFrom('matter').selectAll().execute()).toHaveLength(1)
  await sandbox.stop()
})

const redis = inject('redis')

test.skipIf('missing' in redis)('on Redis no job of before is left', async () => {
  const database = await cloneDatabase()
  const sandbox = await createSandbox({
    databaseUrl: database.url,
    redisUrl: 'url' in redis ? redis.url : '',
    prefix: database.url.split('/').at(-1) ?? '',
    start: '2026-09-14T02:00:00Z',
    language: 'en',
    page: async () => page,
  })
  await filed(sandbox)
  expect(await sandbox.stage.redress.bell.jobs()).toContainEqual(
    expect.objectContaining({ state: 'delayed' }),
  )
  await sandbox.begin({})
  expect(await sandbox.stage.redress.bell.jobs()).toEqual([])
  await sandbox.stop()
  await database.drop()
})

test('the sample bank’s own file can be loaded as any other', async ({ sandbox }) => {
  const organisation = await readFile(sampleBankFile, 'utf8')
  expect(await sandbox.begin({ organisation })).toEqual({ ok: true })
})
