/** Issue 3, "scenarios, one click each": step by step or at once, and the screens follow. Everybody is invented. */
import { everyScenario } from '../../src/sandbox/scenario/every-scenario.ts'
import { eventually, expect, inChromium, test as atThePage, wide } from './a-page.ts'

const test = atThePage.extend({ visit: wide })

inChromium('scenarios', () => {
  test('all five are offered, and one plays step by step: the screens follow who acts', async ({
    visitor,
  }) => {
    const { left, right, page } = visitor
    const dock = page.getByRole('complementary', { name: 'Scenarios' })
    for (const { title } of everyScenario) await dock.getByRole('heading', { name: title.en }).waitFor()

    await dock.getByRole('button', { name: /^Begin: The person complained about/ }).click()
    const steps = dock.getByRole('listitem').filter({ hasNot: page.getByRole('heading') })
    await dock.getByText('Step 0 of 8').waitFor()
    expect(await steps.count()).toBe(8)
    const next = dock.getByRole('button', { name: 'Next step' })
    await next.click()
    await dock.getByText('Step 1 of 8').waitFor()
    await next.click()
    await dock.getByText('Step 2 of 8').waitFor()
    await dock.getByText('What the last steps set off').waitFor()
    await eventually(() => left.shown()).toBe('Zou Ping')
    await eventually(() => right.shown()).toBe('Xie Fei')
    await right.sees(/Zou Ping filed complaint 2026-00001/)
    await next.click()
    await dock.getByText('Step 3 of 8').waitFor()
    await eventually(() => left.shown()).toBe('Xie Fei')
    expect(await right.shown()).not.toBe('Xie Fei')
  })

  test('one plays to its end at once, and nothing stands in the way', async ({ visitor: { page, left } }) => {
    const dock = page.getByRole('complementary', { name: 'Scenarios' })
    await dock.getByRole('button', { name: /^Begin: Nobody answers/ }).click()
    await dock.getByRole('button', { name: 'Play the rest' }).click()
    await dock.getByText('Played to the end').waitFor({ timeout: 50_000 })
    expect(await dock.getByRole('alert').count()).toBe(0)
    await eventually(() => left.shown()).toBe('Zhou Lin')
    await left.conversation(/^c-2026-00001/).waitFor()
  })
})
