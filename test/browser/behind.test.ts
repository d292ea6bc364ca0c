/** Issue 3, "behind the scenes": what Slack itself would not show. Everybody is invented. */
import { filed } from '../sandbox/a-sandbox.ts'
import { eventually, expect, inChromium, test as atThePage, wide } from './a-page.ts'

const test = atThePage.extend({ visit: wide })

inChromium('behind the scenes', () => {
  test('shows the journal, the clocks with their proof, the outbox, the requests and the jobs of a case', async ({
    sandbox,
    visitor: { part, page },
  }) => {
    const number = await filed(sandbox)
    await part('Behind').click()
    const behind = page.getByRole('complementary', { name: 'Behind the scenes' })
    await eventually(() => behind.getByLabel('Case').locator('option:checked').innerText()).toBe(
      `${number} · Received`,
    )
    const rows = behind.getByRole('tabpanel').getByRole('listitem')
    await rows.filter({ hasText: 'filed' }).getByText('filed', { exact: true }).click()
    await behind.getByText('"outlet-renmin-road"').first().waitFor()
    expect(await behind.innerText()).not.toContain('undefined')

    await behind.getByRole('tab', { name: 'Clocks' }).click()
    await behind.getByText(/accept and set level: .* of working time/).waitFor()
    await behind.getByRole('tab', { name: 'Outbox' }).click()
    await rows.filter({ hasText: 'sent' }).first().waitFor()
    await behind.getByRole('tab', { name: 'Requests' }).click()
    await rows.filter({ hasText: 'chat.postMessage' }).first().click()
    await behind.getByText('Answer', { exact: true }).first().waitFor()
    await behind.getByRole('tab', { name: 'Jobs' }).click()
    await rows.filter({ hasText: /bell/ }).first().waitFor()
  })
})
