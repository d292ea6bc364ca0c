/** Issue 3, "push the clock until the liaison is pinged and the branch channel opens". Everybody is invented. */
import type { Locator } from 'playwright-core'
import { createPlay } from '../../src/sandbox/play.ts'
import { eventually, expect, inChromium, test } from './a-page.ts'
import { styleOf } from './style-of.ts'

inChromium('nobody answers, and the clock is pushed', () => {
  test('the liaison is pinged, then the branch channel opens; what a push set off is listed and leads there', async ({
    sandbox,
    visitor,
  }) => {
    const { left, page } = visitor
    const machine = { story: 'The machine kept a card.', request: 'explanation' }
    const number = await createPlay(sandbox.stage).files('p-su-he', machine)
    await left.actsAs('Zhou Lin')
    await page.getByRole('button', { name: /^Next: 09-14 12:00/ }).click()
    const alarms = page.getByRole('region', { name: 'The next five alarms' })
    await alarms.getByText('calls Zhang Hui').first().waitFor()
    await page.keyboard.press('Escape')

    await visitor.pushes('Next alarm')
    await eventually(() => page.getByTestId('bank-time').innerText()).toMatch(/Mon 2026-09-14\s+12:00/)
    const setOff = page.getByRole('complementary', { name: 'What the push set off' })
    await setOff.getByRole('button', { name: /Zhang Hui: ⏰/ }).click()
    await left.region
      .getByRole('button', { name: /Zhang Hui/ })
      .first()
      .waitFor()
    await left.message(`${number} waits for`).waitFor()

    await left.actsAs('Zhou Lin')
    const channel = left.conversation(new RegExp(`^c-${number}`))
    for (const push of ['+1 day', 'Next alarm', '+1 day']) await visitor.pushes(push)
    await setOff.getByText(`channel #c-${number} opened`).waitFor()
    await eventually(() => channel.innerText()).toMatch(/private channel, unread/)
    expect(await weightOf(channel)).toBeGreaterThan(await weightOf(left.conversation('general')))

    await channel.click()
    await eventually(() => channel.innerText()).not.toMatch(/unread/)
    expect(await weightOf(channel)).toBe(await weightOf(left.conversation('general')))
    await eventually(() => left.region.getByTestId('topic').innerText()).toMatch(
      /OVERDUE: accept and set level/,
    )
    await left.region.getByRole('button', { name: '1 pinned' }).click()
    await page.getByRole('region', { name: 'Pinned messages' }).getByText(number).first().waitFor()
    await page.keyboard.press('Escape')
    await left.region.getByRole('button', { name: /\d members/ }).click()
    const members = await page.getByRole('region', { name: 'Members' }).innerText()
    for (const name of ['Zhou Lin', 'Li Jing', 'Zhang Hui', 'Dou Wen']) expect(members).toContain(name)
  })
})

async function weightOf(entry: Locator): Promise<number> {
  return Number(await styleOf(entry, 'font-weight'))
}
