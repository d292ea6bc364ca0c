/** Issue 3, "file as a teller": on the page, by mouse and keyboard. Everybody and every number is invented. */
import { eventually, expect, inChromium, test } from './a-page.ts'

const story = 'The counter charged a fee of 25 twice.'

inChromium('a teller files a complaint', () => {
  test('a command is completed while it is typed, and the form opens with what is known', async ({
    visitor: { left, page },
  }) => {
    await left.actsAs('Zou Ping')
    await left.composer.pressSequentially('/comp')
    await left.region.getByRole('option', { name: /^\/complaint/ }).waitFor()
    await page.keyboard.press('Tab')
    await eventually(() => left.composer.inputValue()).toBe('/complaint ')
    await left.composer.pressSequentially('ov')
    await left.region.getByRole('option', { name: /overdue/ }).waitFor()
    await page.keyboard.press('Tab')
    await eventually(() => left.composer.inputValue()).toBe('/complaint overdue')

    await left.types('/complaint')
    await left.form.locator('textarea:focus').waitFor()
    expect(await left.holds('Outlet complained about')).toBe('Renmin Road Outlet')
    expect(await left.holds('How it came in')).toBe('In person')
  })

  test('what is wrong is said under its field, what was typed stays, and the number is told', async ({
    visitor: { left },
  }) => {
    await left.actsAs('Zou Ping')
    await left.types('/complaint')
    await left.writes('What happened', story)
    await left.answers('Add customer, amount and facts')
    await left.field('Customer’s phone').waitFor()
    expect(await left.holds('What happened')).toBe(story)

    await left.writes('Customer’s phone', '12')
    await left.chooses('What the customer wants', 'Refund of a fee')
    await left.answers('File')
    await eventually(() => left.saidUnder('Customer’s phone')).toMatch(/no phone number/)
    expect(await left.field('Customer’s phone').getAttribute('aria-invalid')).toBe('true')
    await left.form.locator('input:focus').waitFor()
    expect(await left.holds('Customer’s phone')).toBe('12')
    expect(await left.holds('What happened')).toBe(story)
    expect(await left.holds('What the customer wants')).toBe('Refund of a fee')

    await left.writes('Customer’s phone', '13800000001')
    await left.answers('File')
    await left.form.getByText('Complaint 2026-00001 is filed').first().waitFor()
    await left.sends('Close')
    await left.opens('Redress')
    await left.message('2026-00001').waitFor()
    expect(await left.region.innerText()).not.toContain('13800000001')
  })
})
