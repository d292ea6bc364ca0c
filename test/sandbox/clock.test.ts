import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import os from 'node:os'
import path from 'node:path'
import { expect, test as base } from 'vitest'
import { createRunningClock, createStandingClock } from '../../src/sandbox/clock.ts'
import { createHandClock } from '../support/hand-clock.ts'

const monday = '2026-09-14T02:00:00Z'

const test = base.extend<{ file: string }>({
  // oxlint-disable-next-line no-empty-pattern -- vitest reads the fixture's needs from this pattern
  file: async ({}, use) => {
    const folder = await mkdtemp(path.join(os.tmpdir(), 'redress-clock-'))
    await use(path.join(folder, 'data', 'sandbox-clock.json'))
    await rm(folder, { recursive: true })
  },
})

test('a clock that stands shows where it was pushed to, back as well', () => {
  const clock = createStandingClock(monday)
  expect(clock.runs).toBe(false)
  clock.pushTo('2026-09-15T02:00:00Z')
  clock.pushTo('2026-09-14T03:00:00Z')
  expect(clock.now().toString()).toBe('2026-09-14T03:00:00Z')
})

test('a clock that runs shows the machine’s time until it is pushed, and goes on from there', ({ file }) => {
  const machine = createHandClock(monday)
  const clock = createRunningClock(file, machine.now)
  expect(clock.runs).toBe(true)
  expect(clock.now().toString()).toBe(monday)
  clock.pushTo('2026-09-14T05:00:00Z')
  machine.push({ minutes: 10 })
  expect(clock.now().toString()).toBe('2026-09-14T05:10:00Z')
})

test('a clock that runs stays where it is when it is pushed to the past', ({ file }) => {
  const clock = createRunningClock(file, createHandClock(monday).now)
  clock.pushTo('2026-09-13T02:00:00Z')
  expect(clock.now().toString()).toBe(monday)
})

test('a restart never goes back in time: what it was pushed by is kept before it moves', ({ file }) => {
  const machine = createHandClock(monday)
  createRunningClock(file, machine.now).pushTo('2026-09-21T02:00:00Z')
  machine.push({ hours: 1 })
  const next = createRunningClock(file, machine.now)
  expect(next.now().toString()).toBe('2026-09-21T03:00:00Z')
  next.pushTo('2026-09-22T03:00:00Z')
  expect(createRunningClock(file, machine.now).now().toString()).toBe('2026-09-22T03:00:00Z')
})

test('a file that says nothing of the clock stops the start, with what to do', async ({ file }) => {
  createRunningClock(file, createHandClock(monday).now).pushTo('2026-09-21T02:00:00Z')
  expect(JSON.parse(await readFile(file, 'utf8'))).toEqual({ aheadMilliseconds: 604_800_000 })
  await writeFile(file, '{')
  expect(() => createRunningClock(file)).toThrow(/must not go back in time.*DATA_DIR/)
})
