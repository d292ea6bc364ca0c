import { type SandboxOptions, createSandbox } from '../../src/sandbox/create-sandbox.ts'
import type { Sandbox } from '../../src/sandbox/sandbox.ts'
import { createPlay } from '../../src/sandbox/play.ts'
import { test as withDatabase } from '../support/database.ts'

/** The page as far as these tests look at it: one file, in place of the built ones. */
export const page = new Map([
  [
    '/',
    {
      type: 'text/html; charset=utf-8',
      body: new TextEncoder().encode('<!doctype html><title>page</title>'),
    },
  ],
])

/**
 * A sandbox on a standing clock, read in English, on a database of its own; everybody in it is invented. Monday 14 September
 * 2026, ten o'clock in Shanghai, unless `settings` says otherwise.
 */
export const test = withDatabase.extend<{ settings: Partial<SandboxOptions>; sandbox: Sandbox }>({
  settings: {},
  sandbox: async ({ database, settings }, use) => {
    const sandbox = await createSandbox({
      databaseUrl: database.url,
      start: '2026-09-14T02:00:00Z',
      language: 'en',
      page: async () => page,
      ...settings,
    })
    try {
      await use(sandbox)
    } finally {
      await sandbox.stop()
    }
  },
})

export const teller = 'p-yu-qing'
export const manager = 'p-xie-fei'
export const officer = 'p-zhou-lin'

/** Files an ordinary complaint of level 3 and answers with its number. */
export function filed(sandbox: Sandbox): Promise<string> {
  return createPlay(sandbox.stage).files(teller, {
    story: 'The counter charged a fee of 25 twice.',
    outlet: 'outlet-renmin-road',
    source: 'inPerson',
    request: 'feeRefund',
  })
}
