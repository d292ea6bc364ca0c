/** `DOMAIN.md` 9.3: a duplicate is merged into the other complaint, and a group has a parent and children. */
import { expect } from 'vitest'
import { asks, buttonsOf, filing, sends, stateOf, teller, test, timesTold, who } from '../support/a-story.ts'

const story = (what: string) => ({ ...filing, story: what })

test('a duplicate ends in the other complaint, and its filer and the other’s people hear so', async ({
  stage,
  play,
}) => {
  const first = await play.files(teller, filing)
  const second = await play.files(who.outletManager, story('The same fee, told once more.'))
  const unknown = await sends(stage, who.officer, `merge ${second}`, { otherNumber: '2026-99999' })
  expect(Object.keys(unknown.errors)).toEqual(['otherNumber'])
  await stage.slack.as(who.officer).modal().fillIn({ otherNumber: first }).submit()
  await stage.settle()
  expect(await stateOf(stage, second)).toMatchObject({ status: 'merged' })
  expect(await stateOf(stage, first)).toMatchObject({ repeats: 1, mergedFrom: [{ number: second }] })
  expect(await asks(stage, who.officer, `show ${first}`)).toContain(second)
  expect(await timesTold(stage, who.outletManager, /merged complaint/)).toBe(1)
  expect(await buttonsOf(stage, who.officer, second)).toEqual([])
})

test('a group complaint counts its children, and each child says that it belongs to one', async ({
  stage,
  play,
}) => {
  const parent = await play.files(teller, filing)
  const child = await play.files(who.outletManager, story('Another person, the same queue.'))
  const added = { otherNumber: child, representative: 'yes' }
  expect((await sends(stage, who.officer, `addChild ${parent}`, added)).errors).toEqual({})
  expect(await asks(stage, who.officer, `show ${parent}`)).toContain('1 of them representing it')
  expect(await asks(stage, who.officer, `show ${child}`)).toContain(
    `Belongs to a group complaint (${parent})`,
  )
  expect(await asks(stage, who.outletManager, `show ${child}`)).toContain('Belongs to a group complaint')
})

test('whoever was asked first is named as answerable until somebody takes it on', async ({ stage, play }) => {
  const number = await play.files(teller, filing)
  expect(await asks(stage, teller, `show ${number}`)).toContain('First asked')
})
