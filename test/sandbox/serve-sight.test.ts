import { expect } from 'vitest'
import { elsewhere, filed, manager, officer, teller, test } from '../slack/a-stage.ts'
import { pageOf, placeOf } from './a-page.ts'

test('everybody sees the channel for everybody; the direct message is there once the bot has written', async ({
  stage,
}) => {
  expect((await pageOf(stage, manager).sees()).conversations.map(({ kind }) => kind)).toEqual(['public'])
  await filed(stage)
  const { person, conversations } = await pageOf(stage, manager).sees()
  expect(person).toBe(manager)
  expect(conversations.map(({ kind, name }) => [kind, name])).toEqual([
    ['public', 'general'],
    ['dm', 'Redress'],
  ])
  expect((await pageOf(stage, elsewhere).sees()).conversations.map(({ kind }) => kind)).toEqual(['public'])
})

test('dates are words in the language and zone of each reader', async ({ stage }) => {
  await filed(stage)
  const english = JSON.stringify(await pageOf(stage, manager).dm())
  stage.slack.changePerson(manager, { locale: 'zh-CN' })
  const chinese = JSON.stringify(await pageOf(stage, manager).dm())
  stage.slack.changePerson(manager, { timeZone: 'UTC' })
  const inUtc = JSON.stringify(await pageOf(stage, manager).dm())
  for (const told of [english, chinese, inUtc]) expect(told).not.toContain('!date')
  const raw = JSON.stringify(await stage.slack.as(manager).messages())
  const [, seconds = ''] = /!date\^(\d+)/.exec(raw) ?? []
  const at = Temporal.Instant.fromEpochMilliseconds(Number(seconds) * 1000)
  const clock = (zone: string) => at.toZonedDateTimeISO(zone).toPlainTime().toString().slice(0, 5)
  expect(english).toContain(clock('Asia/Shanghai'))
  expect(chinese).toContain(clock('Asia/Shanghai'))
  expect(inUtc).toContain(clock('UTC'))
  expect(english).not.toBe(chinese)
})

test('a message has its local time and day, and every block and element its id', async ({ stage }) => {
  await filed(stage)
  stage.slack.changePerson(manager, { timeZone: 'America/New_York' })
  const card = await pageOf(stage, manager).offer('step:triage')
  expect(card).toMatchObject({ time: '21:00', day: '2026-03-01', from: 'bot', name: 'Redress' })
  expect(card.blocks.filter(({ block_id: id }) => !id)).toEqual([])
  expect(placeOf(card, 'step:triage').blockId).not.toBe('')
})

test('an answer to one person alone is seen by that person alone', async ({ stage }) => {
  await pageOf(stage, teller).types('help')
  const [alone] = (await pageOf(stage, teller).sees()).conversations[0]?.messages ?? []
  expect(alone).toMatchObject({ isEphemeral: true, from: 'bot' })
  expect(JSON.stringify(alone?.blocks)).toContain('Complaints, by command')
  expect((await pageOf(stage, officer).sees()).conversations[0]?.messages).toEqual([])
})

test('nobody sees as somebody whom the bank does not have', async ({ stage }) => {
  await expect(pageOf(stage, 'p-nobody').sees()).rejects.toMatchObject({
    status: 404,
    message: expect.stringContaining('nobody "p-nobody"'),
  })
})
