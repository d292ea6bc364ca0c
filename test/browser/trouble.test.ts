/** Issue 3, "bad input: the bot stopped or slow": the page says what happened, as Slack would, and goes on. Everybody is invented. */
import { createSandbox } from '../../src/sandbox/create-sandbox.ts'
import { builtPage, eventually, expect, inChromium, test as atThePage } from './a-page.ts'

const test = atThePage.extend({ settings: { ackTimeoutMs: 300 } })

inChromium('trouble is told as Slack tells it', () => {
  test('the bot is stopped: Slack says so, and what was typed is still there when it runs again', async ({
    visitor,
  }) => {
    const { left, menu, page } = visitor
    await left.actsAs('Zou Ping')
    await left.types('/complaint')
    await left.writes('What happened', 'The counter was closed at noon.')
    await left.chooses('What the customer wants', 'Explanation')
    const bot = (await menu()).getByRole('group', { name: 'The bot' })
    await bot.getByRole('button', { name: 'Stopped' }).click()
    await page.getByText('The bot · Stopped').waitFor()
    await page.keyboard.press('Escape')
    await left.answers('File')
    await left.form.getByRole('alert').waitFor()
    expect(await left.form.getByRole('alert').innerText()).toMatch(/dispatch_failed|trouble connecting/i)
    expect(await left.holds('What happened')).toBe('The counter was closed at noon.')

    await menu()
    await bot.getByRole('button', { name: 'Running' }).click()
    await page.getByText('The bot · Stopped').waitFor({ state: 'detached' })
    await page.keyboard.press('Escape')
    await left.answers('File')
    await left.form.getByText('Complaint 2026-00001 is filed').first().waitFor()
  })

  test('the bot is slow: Slack gives up with operation_timeout, and the command is still there', async ({
    visitor: { left, menu, page },
  }) => {
    await left.actsAs('Zou Ping')
    const bot = (await menu()).getByRole('group', { name: 'The bot' })
    await bot.getByRole('button', { name: 'Slow' }).click()
    await page.getByText('The bot · Slow').waitFor()
    await page.keyboard.press('Escape')
    await left.types('/complaint mine')
    await left.region
      .getByRole('alert')
      .getByText(/operation_timeout/)
      .waitFor()
    await eventually(() => left.composer.inputValue()).toBe('/complaint mine')
  })

  test('a reload keeps who is shown and what is open', async ({ visitor: { left, page } }) => {
    await left.actsAs('Wang Li')
    await left.opens('Home')
    await left.region.getByTestId('home').waitFor()
    await page.reload()
    await left.region.getByTestId('home').waitFor()
    expect(await left.shown()).toBe('Wang Li')
  })

  test('the sandbox is away: the page says so, keeps what was typed, and goes on when it is back', async ({
    sandbox,
    database,
    visitor,
  }) => {
    visitor.expectsErrors(/Failed to load resource/)
    const { left, page } = visitor
    const away = page.getByRole('alert').getByText('The sandbox behind this page does not answer.')
    await left.actsAs('Zou Ping')
    await sandbox.stop()
    await left.types('/complaint mine')
    await away.waitFor()
    await eventually(() => left.composer.inputValue()).toBe('/complaint mine')

    const port = Number(new URL(sandbox.url).port)
    const again = await createSandbox({
      databaseUrl: database.url,
      port,
      start: '2026-09-14T02:05:00Z',
      language: 'en',
      page: builtPage,
    })
    await away.waitFor({ state: 'detached' })
    await left.types('/complaint mine')
    await left.sees('Nothing is waiting for you.')
    await again.stop()
  })
})
