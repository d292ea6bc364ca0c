/** `DOMAIN.md` 9.2: a longer statutory limit is asked for, granted above, and binds once the customer is told. */
import { expect } from 'vitest'
import { asks, broughtToHandler, filing, sends, teller, test, timesTold, who } from '../support/a-story.ts'

test('the handler asks, the head grants, the customer is told, and only then the due has moved', async ({
  stage,
  play,
}) => {
  const number = await play.files(teller, filing)
  await broughtToHandler(play, number)
  await sends(stage, who.handler, `extend ${number}`, { reason: 'severalDepartments' })
  expect(await timesTold(stage, who.sqHead, /lengthen the statutory limit .* to 30 calendar days/)).toBe(1)
  await play.takes(who.sqHead, 'decideExtension', { decision: 'approve' }, number)
  expect(await timesTold(stage, who.handler, /granted more time/)).toBe(1)
  expect(await asks(stage, who.handler, `why ${number}`)).toContain('statutory limit: 15 calendar days')
  const late = await sends(stage, who.handler, `tellExtension ${number}`, { toldDate: '2026-12-01' })
  expect(Object.keys(late.errors)).toEqual(['toldDate'])
  await stage.slack.as(who.handler).modal().fillIn({ toldDate: '2026-10-14' }).submit()
  await stage.settle()
  const why = await asks(stage, who.officer, `why ${number}`)
  expect(why).toContain('statutory limit: 30 calendar days')
  expect(why).toContain('Statutory limit lengthened to 30 calendar days')
  expect(await asks(stage, who.handler, `show ${number}`)).toContain('new date 2026-10-14')
})

test('sent back with a remark, the due stays', async ({ stage, play }) => {
  const number = await play.files(teller, filing)
  await broughtToHandler(play, number)
  await sends(stage, who.handler, `extend ${number}`, { reason: 'complexFacts' })
  const errors = await play.tries(who.sqHead, 'decideExtension', { decision: 'back' }, number)
  expect(Object.keys(errors)).toEqual(['remark'])
  await play.corrects(who.sqHead, { remark: 'It can be answered in time.' })
  expect(await timesTold(stage, who.handler, /did not grant more time/)).toBe(1)
})
