import { mkdtemp, rm } from 'node:fs/promises'
import os from 'node:os'
import path from 'node:path'
import { expect } from 'vitest'
import { createRunningClock } from '../../src/sandbox/clock.ts'
import { createSandbox } from '../../src/sandbox/create-sandbox.ts'
import { clockTold } from '../../src/sandbox/serve/clock.ts'
import { pushClock } from '../../src/sandbox/serve/push.ts'
import { test as withDatabase } from '../support/database.ts'
import { filed, manager, page } from './a-sandbox.ts'

/** As `npm start` plays, but from Monday 14 September 2026, ten o'clock in Shanghai: the clock runs, and BullMQ's workers answer too. */
const test = withDatabase.extend<{ folder: string; sandbox: Awaited<ReturnType<typeof createSandbox>> }>({
  // oxlint-disable-next-line no-empty-pattern -- vitest reads the fixture's needs from this pattern
  folder: async ({}, use) => {
    const folder = await mkdtemp(path.join(os.tmpdir(), 'redress-running-'))
    await use(folder)
    await rm(folder, { recursive: true })
  },
  sandbox: async ({ database, folder }, use) => {
    const began = Temporal.Now.instant()
    const machine = () =>
      Temporal.Instant.from('2026-09-14T02:00:00Z').add(Temporal.Now.instant().since(began))
    const sandbox = await createSandbox({
      databaseUrl: database.url,
      clock: createRunningClock(path.join(folder, 'sandbox-clock.json'), machine),
      role: 'all',
      language: 'en',
      page: async () => page,
    })
    await use(sandbox)
    await sandbox.stop()
  },
})

test('a clock that runs is told as such', async ({ sandbox }) => {
  expect(await clockTold(sandbox)).toMatchObject({
    runs: true,
    local: expect.stringMatching(/^2026-09-14 10:0/) as string,
  })
})

test('a push serves what comes due on the way once, though BullMQ’s workers answer too', async ({
  sandbox,
}) => {
  const number = await filed(sandbox)
  const told = await pushClock(sandbox, 'alarm')
  expect(told.filter(({ kind }) => kind === 'clock')).toHaveLength(1)
  const reminders = (await sandbox.stage.slack.as(manager).messages()).filter(({ text }) =>
    text.includes(`${number} waits for`),
  )
  expect(reminders).toHaveLength(1)
  expect((await clockTold(sandbox)).local).toMatch(/^2026-09-14 12:0/)
})

test('the jobs are BullMQ’s own: the next alarm, and the rhythms of the house', async ({ sandbox }) => {
  await filed(sandbox)
  await sandbox.stage.settle()
  const jobs = await sandbox.stage.redress.bell.jobs()
  expect(jobs).toContainEqual({ name: 'bell', state: 'delayed', at: expect.anything() as unknown })
  expect(
    jobs
      .filter(({ state }) => state === 'scheduled')
      .map(({ name }) => name)
      .toSorted(),
  ).toEqual(['digest', 'sweep'])
})

test('to begin anew leaves the clock where it was pushed to', async ({ sandbox }) => {
  await pushClock(sandbox, 'day')
  expect(await sandbox.begin({})).toEqual({ ok: true })
  expect((await clockTold(sandbox)).local).toMatch(/^2026-09-15 10:0/)
  await filed(sandbox)
})
