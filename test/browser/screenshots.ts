/**
 * Takes the pictures of the README: plays each scenario on the real page to its most telling moment. Needs a Chromium; writes
 * `docs/screenshots/<scenario>.png`. Everybody on them is invented.
 */
import { chmod, mkdir, mkdtemp, rm } from 'node:fs/promises'
import os from 'node:os'
import path from 'node:path'
import { type Browser, chromium } from 'playwright-core'
import { createSandbox } from '../../src/sandbox/create-sandbox.ts'
import { type PageLanguage, pageWords } from '../../src/sandbox/page/words.ts'
import { everyScenario } from '../../src/sandbox/scenario/every-scenario.ts'
import { buildPage } from '../../src/sandbox/serve/build-page.ts'
import { startEmbedded } from '../../src/store/embedded.ts'
import { findBrowser } from '../support/browser.ts'
import { type Hands, handsAt } from './hands.ts'

interface Picture {
  readonly scenario: string
  readonly language: PageLanguage
  readonly look: 'light' | 'dark'
  readonly width: number
  readonly height: number
  /** How many steps have been played. */
  readonly steps: number
  /** Who is looked at then, and what they have open. */
  readonly shows: (hands: { left: Hands; right: Hands }) => Promise<void>
}

const one = { width: 1280, height: 800, look: 'light' } as const
const two = { width: 1600, height: 900, look: 'light' } as const

const pictures: readonly Picture[] = [
  {
    ...one,
    scenario: 'ordinary',
    language: 'zh',
    steps: 10,
    shows: async ({ left }) => {
      await left.actsAs('戚伟')
      await left.opens('Redress')
    },
  },
  {
    ...two,
    scenario: 'nobody-answers',
    language: 'en',
    steps: 5,
    shows: async ({ left, right }) => {
      await left.actsAs('Dou Wen')
      await left.opens('Redress')
      await right.actsAs('Zhou Lin')
      await right.opens(/^c-/)
    },
  },
  {
    ...two,
    scenario: 'level-one',
    language: 'en',
    steps: 6,
    shows: async ({ left, right }) => {
      await left.actsAs('Zhou Lin')
      await left.opens(/^emergency-/)
      await right.actsAs('Zhao Qiming')
      await right.opens('Redress')
    },
  },
  {
    ...one,
    scenario: 'complains-again',
    language: 'zh',
    steps: 4,
    shows: ({ left }) => left.actsAs('邹平'),
  },
  {
    ...two,
    scenario: 'accused-takes',
    language: 'zh',
    look: 'dark',
    steps: 5,
    shows: async ({ left, right }) => {
      await left.actsAs('谢菲')
      await right.actsAs('喻晴')
    },
  },
]

const folder = path.join(import.meta.dirname, '..', '..', 'docs', 'screenshots')

async function takeAll(): Promise<void> {
  const found = findBrowser()
  if ('missing' in found) throw new Error(`No pictures without a browser: ${found.missing}.`)
  const dir = await mkdtemp(path.join(os.tmpdir(), 'redress-pictures-'))
  await chmod(dir, 0o755)
  await mkdir(folder, { recursive: true })
  await using ends = new AsyncDisposableStack()
  ends.defer(() => rm(dir, { recursive: true, force: true }))
  const postgres = await startEmbedded({ dir, settings: ['fsync=off'], onLog: () => {} })
  ends.defer(() => postgres.stop())
  const browser = await chromium.launch({ executablePath: found.program, args: ['--no-sandbox'] })
  ends.defer(() => browser.close())
  const files = await buildPage()
  const sandbox = await createSandbox({
    databaseUrl: postgres.url,
    start: '2026-09-15T01:20:00Z',
    page: async () => files,
  })
  ends.defer(() => sandbox.stop())
  for (const picture of pictures) {
    await sandbox.everybodyReads(picture.language === 'en' ? 'en' : 'zh-CN')
    await take(picture, browser, sandbox.url)
    await sandbox.begin({})
  }
}

async function take(picture: Picture, browser: Browser, url: string): Promise<void> {
  const { scenario, language, look, width, height, steps, shows } = picture
  const words = pageWords[language]
  const context = await browser.newContext({
    viewport: { width, height },
    locale: language === 'en' ? 'en-GB' : 'zh-CN',
    colorScheme: look,
    reducedMotion: 'reduce',
  })
  const page = await context.newPage()
  await page.goto(url)
  await page.getByRole('button', { name: words.page.hintGone }).click()
  const played = everyScenario.find(({ name }) => name === scenario)
  const title = played?.title[language] ?? scenario
  const dock = page.getByRole('complementary', { name: words.scenarios.title })
  await dock.getByRole('button', { name: `${words.scenarios.begin}: ${title}` }).click()
  for (let step = 1; step <= steps; step += 1) {
    await dock.getByRole('button', { name: words.scenarios.next, disabled: false }).click()
    await dock.getByText(words.scenarios.stepOf(step, played?.steps.length ?? 0)).waitFor()
  }
  await dock.getByRole('button', { name: words.scenarios.next, disabled: false }).waitFor()
  await shows({
    left: handsAt(page.getByRole('region', { name: words.screen.left }), language),
    right: handsAt(page.getByRole('region', { name: words.screen.right }), language),
  })
  await page.locator('.screen-waiting').waitFor({ state: 'detached' })
  await page.screenshot({ path: path.join(folder, `${scenario}.png`) })
  await context.close()
}

await takeAll()
