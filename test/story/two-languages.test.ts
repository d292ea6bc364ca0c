/**
 * Issue 2, "What a complaint does", point 8: both languages by the reader's Slack locale; times in each reader's zone.
 * Already shown in test/view: every card, form and notice in both languages.
 */
import { expect } from 'vitest'
import { renderModal } from '../../src/sandbox/slack/render.ts'
import {
  asks,
  broughtToHandler,
  filing,
  reads,
  replied,
  sends,
  teller,
  test,
  toldTo,
  typed,
  who,
} from '../support/a-story.ts'

const english = { locale: 'en-US' } as const
const chinese = { locale: 'zh-CN' } as const

test('one complaint, two readers: each is told the same things in their own language', async ({
  stage,
  play,
}) => {
  stage.slack.changePerson(who.handler, chinese)
  stage.slack.changePerson(who.outletManager, english)
  const number = await play.files(teller, filing)
  await broughtToHandler(play, number)
  await replied(play, number)
  await play.takes(who.officer, 'followUp', typed.followUp, number)
  await play.takes(who.officer, 'close', typed.close, number)
  const handler = (await toldTo(stage, who.handler)).join('\n')
  expect(handler).toContain(`已将投诉 ${number} 结案`)
  expect(handler).not.toMatch(/complaint|Complaint/)
  const manager = (await toldTo(stage, who.outletManager)).join('\n')
  expect(manager).toContain(`Yu Qing took over complaint ${number}.`)
  expect(manager).not.toMatch(/\p{Script=Han}/u)
})

test('form, errors and refusals speak the language of whoever looks at them', async ({ stage, play }) => {
  stage.slack.changePerson(who.officer, chinese)
  const number = await play.files(teller, filing)
  const sent = await sends(stage, who.officer, `定级 ${number}`, { ...typed.triage, level: 'L2' })
  expect(sent.errors['levelReason']).toMatch(/\p{Script=Han}/u)
  const form = renderModal(stage.slack.as(who.officer).modal(), stage.slack.readerFor(who.officer))
  expect(form).toContain('定级')
  expect(form).not.toMatch(/Set level|Business|Cause/)
  await stage.slack.as(who.officer).modal().cancel()
  stage.slack.changePerson(who.stranger, chinese)
  const answer = await asks(stage, who.stranger, `show ${number}`)
  expect(answer).toMatch(/\p{Script=Han}/u)
  expect(answer).not.toMatch(/[a-z]{4}/)
})

test('times are told in each reader’s zone: 14:00 in Shanghai is 07:00 in London and 02:00 in New York', async ({
  stage,
  play,
}) => {
  stage.slack.changePerson(who.officer, { timeZone: 'Europe/London' })
  stage.slack.changePerson(who.sqHead, { timeZone: 'America/New_York' })
  const number = await play.files(teller, filing)
  expect(await asks(stage, who.outletManager, `show ${number}`)).toMatch(/accept and set level.*14:00/)
  expect(await asks(stage, who.officer, `show ${number}`)).toMatch(/accept and set level.*7:00/)
  expect(await asks(stage, who.sqHead, `show ${number}`)).toMatch(/accept and set level.*2:00/)
  // The plain words of a notification, which Slack does not convert.
  await stage.waits({ hours: 4, minutes: 1 })
  expect((await toldTo(stage, who.outletManager)).at(-1)).toContain('Mon 14 Sept, 14:00')
})

test('somebody who changes the language or the zone reads the new one from the next day on', async ({
  stage,
  play,
}) => {
  const number = await play.files(teller, filing)
  expect(await asks(stage, who.officer, `show ${number}`)).toContain('Received')
  stage.slack.changePerson(who.officer, { ...chinese, timeZone: 'Europe/London' })
  await stage.waits({ hours: 25 })
  await asks(stage, who.officer, 'help')
  await stage.redress.idle()
  await expect
    .poll(async () => {
      await asks(stage, who.officer, `show ${number}`)
      return reads(stage, who.officer)
    })
    .toContain('已超时')
})
