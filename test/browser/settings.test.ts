/** Issue 3: Chinese and English, dark and light, reset, a bank of one's own. Everybody is invented. */
import { readFile } from 'node:fs/promises'
import { filed } from '../sandbox/a-sandbox.ts'
import { type Visitor, eventually, expect, inChromium, test } from './a-page.ts'
import { styleOf } from './style-of.ts'

const bankFile = new URL('../../src/policy/bank.yaml', import.meta.url)

/** An invented bank of one office. */
const smallBank = [
  'kind,id,name_zh,name_en,level,parent,email,time_zone,person,role,unit',
  'unit,head-office,总行,Head Office,HO,,,Asia/Shanghai,,,',
  'person,p-an-ning,安宁,An Ning,,,an.ning@small-bank.example,,,,',
  'post,,,,,,,,p-an-ning,EMP,head-office',
].join('\n')

inChromium('what is set rather than played', () => {
  test('one button turns the page and everybody’s Slack to Chinese, and back', async ({ visitor }) => {
    const { page, left, part, inLanguage } = visitor
    await left.actsAs('Zou Ping')
    await Promise.all([visitor.spoken(), page.getByRole('button', { name: '中文' }).click()])
    const chinese = inLanguage('zh')
    await chinese.left.region.getByText('读中文').waitFor()
    await chinese.left.types('/complaint')
    await chinese.left.form.getByText('登记投诉').first().waitFor()
    expect(await page.locator('html').getAttribute('lang')).toBe('zh-CN')
    await page.keyboard.press('Escape')
    await chinese.left.form.waitFor({ state: 'detached' })

    await Promise.all([visitor.spoken(), page.getByRole('button', { name: 'English' }).click()])
    await part('Scenarios').waitFor()
    await left.types('/complaint')
    await left.form.getByText('File a complaint').waitFor()
  })

  test('the page is dressed dark or light, and stays so after a reload', async ({ visitor }) => {
    const { page, menu } = visitor
    const look = (await menu()).getByRole('group', { name: 'Look' })
    expect(await brightnessOfWords(visitor)).toBeLessThan(200)
    await look.getByRole('button', { name: 'Dark' }).click()
    await eventually(() => brightnessOfWords(visitor)).toBeGreaterThan(500)
    await page.reload()
    await visitor.left.region.getByRole('log').waitFor()
    expect(await brightnessOfWords(visitor)).toBeGreaterThan(500)
    await (await menu()).getByRole('button', { name: 'Light' }).click()
    await eventually(() => brightnessOfWords(visitor)).toBeLessThan(200)
  })

  test('reset asks first, and then everything done is gone', async ({ sandbox, visitor }) => {
    const { left, menu } = visitor
    const number = await filed(sandbox)
    await left.actsAs('Xie Fei')
    await left.opens('Redress')
    await left.message(number).waitFor()
    await (await menu()).getByRole('button', { name: 'Reset to the sample bank' }).click()
    await (await menu()).getByRole('button', { name: 'Keep it' }).click()
    expect(await left.message(number).isVisible()).toBe(true)

    await (await menu()).getByRole('button', { name: 'Reset to the sample bank' }).click()
    await (await menu()).getByRole('button', { name: 'Reset', exact: true }).click()
    await left.conversation('Redress').waitFor({ state: 'detached' })
    await left.region.getByText('Nothing has been written here yet.').waitFor()
    expect(await left.shown()).toBe('Xie Fei')
  })

  test('a policy that is not in order lists its problems with their lines, and changes nothing', async ({
    sandbox,
    visitor: { menu, left },
  }) => {
    const number = await filed(sandbox)
    await left.actsAs('Xie Fei')
    await left.opens('Redress')
    const policy = await readFile(bankFile, 'utf8')
    const broken = policy.replace(/^version: .*$/m, 'version: [1]')
    const field = (await menu()).getByLabel(/Policy file/)
    await field.setInputFiles({ name: 'own.yaml', mimeType: 'text/yaml', buffer: Buffer.from(broken) })
    const told = (await menu()).getByText(/^Not loaded, one problem; nothing was changed:/).locator('..')
    await told.getByText(/policy\.yaml:\d+:\d+ version/).waitFor()
    expect(await left.message(number).isVisible()).toBe(true)
  })

  test('a bank of one’s own is played with, by its own people', async ({ visitor }) => {
    const { menu, left, page } = visitor
    // Whoever was shown is gone with the old bank, and was asked for once more.
    visitor.expectsErrors(/status of 404/)
    const field = (await menu()).getByLabel(/Organisation file/)
    await field.setInputFiles({ name: 'own.csv', mimeType: 'text/csv', buffer: Buffer.from(smallBank) })
    await page.getByText('Loaded: the bank began anew.').waitFor()
    await page.keyboard.press('Escape')
    await eventually(() => left.shown()).toBe('An Ning')
    await left.types('/complaint help')
    await left.sees('Complaints, by command')
  })
})

/** The sum of red, green and blue of the words in a conversation: dark on light, or light on dark. */
async function brightnessOfWords({ left }: Visitor): Promise<number> {
  const colour = await styleOf(left.region.getByRole('heading', { name: 'general' }), 'color')
  const parts = colour.match(/[\d.]+/g) ?? []
  return parts.slice(0, 3).reduce((sum, part) => sum + Number(part), 0)
}
