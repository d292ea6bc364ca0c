import os from 'node:os'
import path from 'node:path'
import { type Browser, type Locator, type Page, chromium } from 'playwright-core'
import { describe, expect, inject } from 'vitest'
import { type SandboxOptions, createSandbox } from '../../src/sandbox/create-sandbox.ts'
import type { Sandbox } from '../../src/sandbox/sandbox.ts'
import { type PageFiles, buildPage } from '../../src/sandbox/serve/build-page.ts'
import { type PageLanguage, pageWords } from '../../src/sandbox/page/words.ts'
import { test as withDatabase } from '../support/database.ts'
import { type Hands, handsAt } from './hands.ts'

export { expect } from 'vitest'

const found = inject('browser')
const noBrowser = 'missing' in found ? `; skipped: ${found.missing}` : ''

/** A test takes some three seconds; on a machine that is busy with other things, many times that. */
const timeout = 60_000
/** In which whatever is waited for must come, in milliseconds. */
const patience = 20_000

/** Tests that drive the page in Chromium; where there is none they are skipped, and say how to install it. */
export function inChromium(title: string, tests: () => void): void {
  describe.skipIf(noBrowser !== '')(`${title}${noBrowser}`, { timeout }, () => {
    tests()
  })
}

/** Looks again and again until what is read is as the matcher has it, twenty seconds at most. */
export function eventually<Read>(read: () => Promise<Read> | Read) {
  return expect.poll(read, { timeout: patience, interval: 40 })
}

/** How large the window is, and what the visitor's browser prefers. */
export interface Visit {
  readonly width: number
  readonly height: number
  readonly language: PageLanguage
  readonly look: 'light' | 'dark'
}

/** The page as somebody sits before it. */
export interface Visitor {
  readonly page: Page
  readonly left: Hands
  readonly right: Hands
  /** The same page once it speaks another language. */
  inLanguage(language: PageLanguage): Visitor
  /** The words of the page in the language of the visit. */
  readonly words: (typeof pageWords)[PageLanguage]
  /** Pushes the clock by the button that is called so, and waits until the page has shown what came of it. */
  pushes(button: string): Promise<void>
  /** A button at the edge of the page. */
  part(name: string): Locator
  /** Opens the menu and answers it. */
  menu(): Promise<Locator>
  /** Resolves once everybody's Slack speaks the language that is chosen from now on: the bot starts anew for it. */
  spoken(): Promise<unknown>
  /** Errors of the page that the test brings about and expects. */
  expectsErrors(like: RegExp): void
}

interface Given {
  visit: Visit
  settings: Partial<SandboxOptions>
  sandbox: Sandbox
  visitor: Visitor
}

let files: Promise<PageFiles> | undefined

/** The page's files, built from their sources once for a file of tests. */
export function builtPage(): Promise<PageFiles> {
  files ??= buildPage()
  return files
}

const narrow: Visit = { width: 1280, height: 800, language: 'en', look: 'light' }

/** The window of a large screen, on which two people are seen side by side. */
export const wide: Visit = { ...narrow, width: 1920, height: 1080 }

const withBrowser = withDatabase.extend<{ $file: { browser: Browser } }>({
  browser: [
    // oxlint-disable-next-line no-empty-pattern -- vitest reads the fixture's needs from this pattern
    async ({}, use) => {
      if ('missing' in found) throw new Error(`No browser: ${found.missing}.`)
      const browser = await chromium.launch({ executablePath: found.program, args: ['--no-sandbox'] })
      await use(browser)
      await browser.close()
    },
    { scope: 'file' },
  ],
})

/**
 * A visitor of the sandbox page, on a standing clock and a database of its own: Monday 14 September 2026, ten o'clock in
 * Shanghai. Everybody in it is invented. Whatever the page logs as an error, and every request that leaves this machine, fails
 * the test.
 */
export const test = withBrowser.extend<Given>({
  visit: narrow,
  settings: {},
  sandbox: async ({ database, settings, visit }, use) => {
    const sandbox = await createSandbox({
      databaseUrl: database.url,
      start: '2026-09-14T02:00:00Z',
      language: visit.language === 'en' ? 'en' : 'zh-CN',
      page: builtPage,
      ...settings,
    })
    await use(sandbox)
    await sandbox.stop()
  },
  visitor: async ({ browser, sandbox, visit, task }, use) => {
    const context = await browser.newContext({
      viewport: { width: visit.width, height: visit.height },
      locale: visit.language === 'en' ? 'en-GB' : 'zh-CN',
      colorScheme: visit.look,
      reducedMotion: 'reduce',
    })
    context.setDefaultTimeout(patience)
    const page = await context.newPage()
    const wrong = watch(page)
    const visitor = sitDown(page, visit.language, wrong)
    const spoken = visit.language === 'en' ? visitor.spoken() : undefined
    await Promise.all([spoken, page.goto(sandbox.url)])
    await visitor.left.region.getByRole('log').waitFor()
    await use(visitor)
    if (task.result?.state === 'fail') await keepPicture(page, task.name)
    await context.close()
    expect(wrong.seen()).toEqual([])
  },
})

/** What the page showed when a test failed, for whoever looks into it. */
async function keepPicture(page: Page, title: string): Promise<void> {
  const file = path.join(os.tmpdir(), `redress ${title.replaceAll(/\W+/g, ' ').slice(0, 60)}.png`)
  await page.screenshot({ path: file })
  process.stderr.write(`The page as it was when "${title}" failed: ${file}\n`)
}

interface Wrong {
  seen(): readonly string[]
  expects(like: RegExp): void
}

function watch(page: Page): Wrong {
  const wrong: string[] = []
  const expected: RegExp[] = []
  page.on('pageerror', (error) => wrong.push(`page error: ${error.message}`))
  page.on('console', (message) => {
    if (message.type() === 'error') wrong.push(`console: ${message.text()}`)
  })
  page.on('request', (request) => {
    const { protocol, hostname } = new URL(request.url())
    const isHere = hostname === '127.0.0.1' || protocol === 'data:' || protocol === 'blob:'
    if (!isHere) wrong.push(`request that leaves this machine: ${request.url()}`)
  })
  return {
    seen: () => wrong.filter((each) => !expected.some((like) => like.test(each))),
    expects: (like) => expected.push(like),
  }
}

function sitDown(page: Page, language: PageLanguage, wrong: Wrong): Visitor {
  const words = pageWords[language]
  const part = (name: string) =>
    page.getByRole('navigation', { name: words.rail.label }).getByRole('button', { name, exact: true })
  return {
    page,
    words,
    inLanguage: (other) => sitDown(page, other, wrong),
    left: handsAt(page.getByRole('region', { name: words.screen.left }), language),
    right: handsAt(page.getByRole('region', { name: words.screen.right }), language),
    part,
    async pushes(button) {
      const pushes = page.getByRole('group', { name: words.strip.push })
      await pushes.getByRole('button', { name: button, exact: true }).click()
      await page.locator(`[aria-label="${words.strip.push}"][aria-busy="false"]`).waitFor()
    },
    async menu() {
      const menu = page.getByRole('group', { name: words.menu.label, exact: true })
      if (!(await menu.isVisible())) await part(words.rail.menu).click()
      await menu.waitFor()
      return menu
    },
    spoken: () => page.waitForResponse((response) => response.url().endsWith('/sandbox/language')),
    expectsErrors: wrong.expects,
  }
}
