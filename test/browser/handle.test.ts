/** Issue 3, "triage as an officer" and "wrong person sees no button", two people side by side. Everybody is invented. */
import { filed } from '../sandbox/a-sandbox.ts'
import { eventually, expect, inChromium, test as atThePage, wide } from './a-page.ts'

const test = atThePage.extend({ visit: wide })

inChromium('a complaint goes from hand to hand', () => {
  test('the manager sets its level and dispatches it from the card, and the handler takes it over', async ({
    sandbox,
    visitor: { left, right },
  }) => {
    const number = await filed(sandbox)
    await left.actsAs('Xie Fei')
    await right.actsAs('Zou Ping')
    await left.opens('Redress')
    await left.presses('Set level')
    await left.chooses('Business channel', 'Counter')
    await left.chooses('Business type', 'Debit card')
    await left.chooses('Cause', 'Pricing')
    await left.sends('Set level')

    await left.presses('Dispatch')
    await left.chooses('Handling unit', 'Renmin Road Outlet')
    await left.chooses('Handler', 'Zou Ping')
    await left.sends('Dispatch')

    await right.opens('Redress')
    await right.sees(`dispatched complaint ${number} to you`)
    await right.presses('Take over')
    await right.region.getByRole('button', { name: 'Log contact' }).last().waitFor()
    await left.sees(`Zou Ping took over complaint ${number}`)
  })

  test('whoever has no part in it sees no button to act, and a stranger not even the case', async ({
    sandbox,
    visitor: { left, right },
  }) => {
    const number = await filed(sandbox)
    await left.actsAs('Xie Fei')
    await left.types(`/complaint show ${number}`)
    await left.message(number).getByRole('button', { name: 'Set level', exact: true }).waitFor()

    await right.actsAs('Yu Qing')
    await right.types(`/complaint show ${number}`)
    await right.message(number).getByRole('button', { name: 'Why these times?' }).waitFor()
    const offered = await right.message(number).locator('.message-blocks').getByRole('button').allInnerTexts()
    expect(offered).not.toContain('Set level')
    expect(offered).not.toContain('Dispatch')

    await right.actsAs('Su He')
    await right.types(`/complaint show ${number}`)
    await right.sees('There is no case of this number that you may see.')
    await eventually(() => right.region.locator('.message-blocks').getByRole('button').count()).toBe(0)
  })
})
