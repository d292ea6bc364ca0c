/**
 * Issue 3, "readable at 1280 and at 1920 pixels; dark and light": in both languages nothing is wider than the window, no button's
 * words are cut off, and no two controls of a bar lie on each other. Everybody is invented.
 */
import { describe } from 'vitest'
import { filed } from '../sandbox/a-sandbox.ts'
import { type Visitor, expect, inChromium, test as atThePage } from './a-page.ts'
import { faultsSeen } from './faults-seen.ts'

const sizes = [
  { width: 1280, height: 800 },
  { width: 1920, height: 1080 },
] as const
const managers = { zh: '谢菲', en: 'Xie Fei' } as const
const visits = sizes.flatMap((size) =>
  (['zh', 'en'] as const).map((language) => ({ ...size, language, look: 'light' as const })),
)

inChromium('nothing is cut off and nothing lies on another', () => {
  for (const visit of visits)
    describe(`at ${visit.width} pixels in ${visit.language === 'zh' ? 'Chinese' : 'English'}`, () => {
      const test = atThePage.extend({ visit })

      test('in a card, a form, the menu and behind the scenes, light and dark', async ({
        sandbox,
        visitor,
      }) => {
        const { left, words, part, page, menu } = visitor
        const number = await filed(sandbox)
        await left.actsAs(managers[visit.language])
        await left.opens(words.page.name)
        await left.message(number).waitFor()
        await expectRoom(visitor, 'a card')
        await part(words.rail.behind).click()
        const behind = page.getByRole('complementary', { name: words.behind.title })
        await behind.getByRole('listitem').first().waitFor()
        await expectRoom(visitor, 'behind the scenes')
        await menu()
        await expectRoom(visitor, 'the menu')
        await page.keyboard.press('Escape')
        await left.types('/complaint')
        await left.form.waitFor()
        await expectRoom(visitor, 'a form')
      })
    })
})

async function expectRoom({ page }: Visitor, where: string): Promise<void> {
  for (const colorScheme of ['light', 'dark'] as const) {
    // oxlint-disable-next-line no-await-in-loop -- one look after the other, on one page
    await page.emulateMedia({ colorScheme })
    // oxlint-disable-next-line no-await-in-loop -- as above
    expect(await faultsSeen(page), `${where}, ${colorScheme}`).toEqual([])
  }
}
