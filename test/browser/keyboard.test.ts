/** Issue 3, "keyboard reachable": from the page's opening to a filed complaint without the mouse. Everybody is invented. */
import type { Page } from 'playwright-core'
import { eventually, expect, inChromium, test } from './a-page.ts'

inChromium('without a mouse', () => {
  test('a complaint is filed from the opening of the page on, and the focus goes into the form and back', async ({
    visitor: { page, left },
  }) => {
    const { keyboard } = page
    const focused = page.locator(':focus')
    await keyboard.press('Tab')
    expect(await focused.innerText()).toBe('Skip to the left screen')
    await keyboard.press('Enter')
    await keyboard.press('Tab')
    await keyboard.press('Enter')
    await left.region.getByRole('combobox', { name: 'Find a person, a post or a unit' }).waitFor()
    await keyboard.type('Yu Qing')
    await keyboard.press('Enter')
    await eventually(() => left.shown()).toBe('Yu Qing')

    await tabTo(page, 'textarea')
    await keyboard.type('/comp')
    await keyboard.press('Tab')
    await eventually(() => left.composer.inputValue()).toBe('/complaint ')
    await keyboard.press('Enter')
    await left.form.locator('textarea:focus').waitFor()

    await keyboard.type('The counter charged a fee of 25 twice.')
    await tabTo(page, 'select[data-empty]')
    await keyboard.type('Refund')
    await eventually(() => left.holds('What the customer wants')).toBe('Refund of a fee')
    await tabTo(page, 'button[type=submit]')
    await keyboard.press('Enter')
    await left.form.getByText('Complaint 2026-00001 is filed').first().waitFor()
    await keyboard.press('Escape')
    await left.form.waitFor({ state: 'detached' })
    await left.region.locator('textarea:focus').waitFor()
  })

  test('messages are walked through with arrows, and what can be done with one opens from the keys', async ({
    visitor: { page, left },
  }) => {
    const { keyboard } = page
    await left.actsAs('Yu Qing')
    await left.types('The first message.')
    await left.message('The first message.').waitFor()
    await left.types('The second message.')
    await left.message('The second message.').focus()
    await keyboard.press('ArrowUp')
    await eventually(() => page.locator('article:focus').innerText()).toContain('The first message.')
    await keyboard.press('Tab')
    await keyboard.press('Enter')
    await page.getByRole('menu', { name: 'Add a reaction' }).waitFor()
    await keyboard.press('ArrowRight')
    await keyboard.press('Enter')
    await left.message('The first message.').getByText('👀').waitFor()
  })
})

/** Goes on from control to control until one is such; a page on which it cannot be reached fails. */
async function tabTo(page: Page, selector: string): Promise<void> {
  for (let pressed = 0; pressed < 40; pressed += 1) {
    await page.keyboard.press('Tab')
    if ((await page.locator(`${selector}:focus`).count()) > 0) return
  }
  throw new Error(`Forty presses of Tab did not reach ${selector}.`)
}
