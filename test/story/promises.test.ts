/**
 * DESIGN 1, promises 1 to 3, and issue 2 "Nothing is ever half-done", told as stories: the process ends in the middle, two weeks
 * pass without it, Slack fails in every way in the middle of a case.
 * Every story ends with the last look of test/support/last-look.ts: nothing owed, nothing twice, nothing out of order.
 * Already shown in test/slack/deliver.test.ts: each method's answer lost once, a 429 waited for; killed processes: fault tests.
 */
import { describe, expect } from 'vitest'
import type { FaultWish } from '../../src/sandbox/slack/faults.ts'
import type { Stage } from '../../src/sandbox/stage.ts'
import {
  asks,
  broughtToHandler,
  channelNamed,
  filing,
  replied,
  sends,
  shanghai,
  stateOf,
  teller,
  test,
  timesTold,
  toldTo,
  typed,
  who,
} from '../support/a-story.ts'
import { readOwed } from '../../src/store/owed.ts'
import { sentMessages } from '../support/last-look.ts'

const { officer, otherOfficer, outletManager, sqHead, unitHead, handler } = who

describe('the process ends in the middle and another begins', () => {
  test('after every step: the case goes on where it stood, and everybody hears everything once', async ({
    stage,
    play,
  }) => {
    const number = await play.files(teller, filing)
    await stage.restarts()
    await play.takes(outletManager, 'triage', typed.triage, number)
    await stage.restarts()
    await play.takes(outletManager, 'dispatch', typed.dispatch, number)
    await stage.restarts()
    await play.takes(handler, 'take', undefined, number)
    await stage.restarts()
    await replied(play, number)
    await stage.restarts()
    await play.takes(officer, 'followUp', typed.followUp, number)
    await play.takes(outletManager, 'close', typed.close, number)
    expect(await stateOf(stage, number)).toMatchObject({ status: 'closed' })
    expect(await timesTold(stage, teller, /Xie Fei closed complaint/)).toBe(1)
  })

  test('what was committed and not yet sent goes out afterwards', async ({ stage }) => {
    const hands = stage.slack.as(teller)
    await hands.command('/complaint')
    await hands.modal().fillIn(filing).submit()
    expect(await toldTo(stage, outletManager)).toEqual([])
    await stage.restarts()
    await stage.settle()
    expect(await timesTold(stage, outletManager, /Please accept it and set its level/)).toBe(1)
  })

  test('a form opened before and sent after is kept', async ({ stage }) => {
    const hands = stage.slack.as(teller)
    await hands.command('/complaint')
    const form = hands.modal().fillIn(filing)
    await stage.restarts()
    expect((await form.submit()).errors).toEqual({})
    expect(JSON.stringify(hands.modal().view)).toContain('2026-00001')
  })

  test('personal data sealed before is scrubbed for afterwards', async ({ stage, play }) => {
    const number = await play.files(teller, { ...filing, phone: '13912345678', name: '样例甲乙丙' })
    await broughtToHandler(play, number)
    await stage.restarts()
    await play.takes(
      handler,
      'contact',
      { ...typed.contact, words: '样例甲乙丙 asked to be called on 139 1234 5678.' },
      number,
    )
    expect(JSON.stringify((await stateOf(stage, number))['contacts'])).not.toMatch(/样例甲乙丙|139 ?1234/)
  })
})

describe('two weeks pass without us', () => {
  test('everything owed is done once, in the order in which it was owed, and confesses that the delay was ours', async ({
    stage,
    play,
  }) => {
    await play.files(teller, filing)
    stage.sleepsUntil(shanghai('2026-09-28 10:00'))
    await stage.restarts()
    await stage.settle()
    const told = await toldTo(stage, outletManager)
    const calls = told
      .filter((text) => /[⏰⛔]/u.test(text))
      .map((text) => text.replace(/Complaint \S+ |[,.] (?:D|d)ue.*/gu, ''))
    expect(calls).toEqual([
      '⏰ waits for: accept and set level', // Monday 12:00
      '⏰ waits for: accept and set level', // 13:12
      '⏰ waits for: first contact', // 14:00, and at the same time
      '⛔ is overdue: accept and set level',
      '⏰ waits for: first contact', // Tuesday 09:00
      '⛔ is overdue: first contact', // 10:00
      '⏰ waits for: reply, overall limit', // Friday the 25th, as the filer's deputy
    ])
    // The ladder of the triage, due a fortnight ago at 14:00, each rung once.
    for (const [person, rung] of [
      [unitHead, 'unit head'],
      [officer, 'service quality officer'],
      [sqHead, 'service quality head'],
      [who.secretary, 'service quality committee'],
    ] as const)
      expect([rung, await timesTold(stage, person, new RegExp(`overdue: accept.*${rung}`))]).toEqual([
        rung,
        1,
      ])
    const messages = await stage.slack.as(outletManager).messages()
    const late = messages.filter(({ text }) => /[⏰⛔]/u.test(text))
    const confessed = late.filter(({ blocks }) =>
      /late with this: Redress was down/.test(JSON.stringify(blocks)),
    )
    expect(confessed).toHaveLength(late.length)
    await stage.settle()
    expect((await toldTo(stage, outletManager)).length).toBe(told.length)
  })

  test('what people did late is not confessed', async ({ stage, play }) => {
    await play.files(teller, filing)
    await stage.waits({ hours: 30 })
    const messages = await stage.slack.as(outletManager).messages()
    expect(messages.filter(({ text }) => /⛔/u.test(text)).length).toBeGreaterThan(0)
    expect(JSON.stringify(messages)).not.toContain('Redress was down')
  })

  test('coming back in the night we wake nobody: levels 2 and 3 are told in the morning', async ({
    stage,
    play,
  }) => {
    await play.files(teller, filing)
    stage.sleepsUntil(shanghai('2026-09-15 02:00'))
    await stage.settle()
    expect(await timesTold(stage, outletManager, /⏰|⛔/u)).toBe(0)
    await stage.waitsUntil(shanghai('2026-09-15 08:31'))
    expect(await timesTold(stage, outletManager, /⏰|⛔/u)).toBe(4) // three of the triage, one of the contact
  })
})

describe('Slack fails in the middle', () => {
  test.for([
    ['500', '500', 7],
    ['429 for half a minute', { kind: '429', retryAfter: 30 }, 7],
    ['no answer though it was done', 'dropAnswer', 7],
    ['connection refused', 'refuse', 7],
    ['an internal error', { kind: 'error', error: 'internal_error' }, 7],
  ] as const)(
    '%s, seven times in a row: all that was to be said is said once, in order',
    async ([, fault, times], { stage }) => {
      const number = await aSeriousCase(stage, fault, times)
      const { members, pins, bookmarks } = await channelNamed(stage, 'c-')
      expect(members).toEqual(expect.arrayContaining([officer, sqHead, unitHead, outletManager, handler]))
      expect([pins.length, bookmarks.length]).toEqual([1, 1])
      expect(await timesTold(stage, teller, /You filed complaint/)).toBe(1)
      expect(await timesTold(stage, officer, /Please accept it and set its level|2026-00001 · Level 2/)).toBe(
        1,
      )
      for (const person of [officer, sqHead, unitHead, outletManager, handler])
        expect([person, await timesTold(stage, person, /You were added to the channel/)]).toEqual([person, 1])
      expect(await asks(stage, handler, `show ${number}`)).toContain('Dispatched')
    },
  )

  test('one hung call holds up its own case only, and is made up for', async ({ stage, play }) => {
    const first = await play.files(teller, filing)
    stage.slack.faults.next('chat.postMessage', 'hang', 1)
    const hands = stage.slack.as(otherOfficer)
    await hands.command('/complaint', `triage ${first}`)
    await hands
      .modal()
      .fillIn({ ...typed.triage, level: 'L2', levelReason: 'sample reason' })
      .submit()
    const slow = stage.settle()
    const second = await filedMeanwhile(stage)
    await expect.poll(() => timesTold(stage, 'p-bai-song', new RegExp(second)), { timeout: 9000 }).toBe(1)
    await slow
    await stage.waits({ minutes: 5 })
    expect(await timesTold(stage, officer, /Please dispatch/)).toBe(1)
  })

  test('away altogether for an hour, and everything is told when it is back', async ({ stage, play }) => {
    const number = await play.files(teller, filing)
    stage.slack.faults.down()
    await stage.waits({ hours: 4, minutes: 30 })
    stage.slack.faults.up()
    expect(await timesTold(stage, outletManager, /⏰|⛔/u)).toBe(0)
    await stage.waits({ minutes: 6 })
    const told = (await toldTo(stage, outletManager)).filter((text) => text.includes('accept and set level'))
    expect(told.map((text) => text.slice(0, 1))).toEqual(['⏰', '⏰', '⛔'])
    expect(await stateOf(stage, number)).toMatchObject({ status: 'received' })
  })

  test('a message that Slack will never take is set aside and told to the log; those behind it move on', async ({
    stage,
    play,
    log,
  }) => {
    const number = await play.files(teller, filing)
    const toOfficer = stage.slack.userIdOf(officer)
    const isToOfficer = ({ channel }: Readonly<Record<string, unknown>>) => channel === toOfficer
    stage.slack.faults.next('chat.postMessage', { kind: 'error', error: 'channel_not_found' }, 1, isToOfficer)
    await sends(stage, otherOfficer, `triage ${number}`, {
      ...typed.triage,
      level: 'L2',
      levelReason: 'sample reason',
    })
    await sends(stage, otherOfficer, `dispatch ${number}`, typed.dispatch)
    expect(await timesTold(stage, handler, /dispatched complaint/)).toBe(1)
    expect(await readOwed(stage.redress.db, stage.now())).toMatchObject({ setAside: 1, effects: 0 })
    expect(log.lines.filter((line) => line.includes('set aside'))).toHaveLength(1)
  })
})

test('of one case nobody hears the later before the earlier, however many cases are told at once', async ({
  stage,
}) => {
  for (const person of [teller, handler, outletManager]) {
    const hands = stage.slack.as(person)
    await hands.command('/complaint')
    await hands.modal().fillIn(filing).submit()
    await hands.modal().cancel()
  }
  for (const number of [1, 2, 3]) {
    const hands = stage.slack.as(officer)
    await hands.command('/complaint', `triage ${number}`)
    await hands
      .modal()
      .fillIn({ ...typed.triage, level: 'L2', levelReason: 'sample reason' })
      .submit()
  }
  await stage.settle()
  const sent = await sentMessages(stage)
  expect(new Set(sent.map(({ stream }) => stream)).size).toBe(3)
  expect(sent.length).toBeGreaterThan(15)
})

/** A case with a channel, several people told at once, and a dispatch, while so many calls of Slack fail. */
async function aSeriousCase(stage: Stage, fault: FaultWish, times: number): Promise<string> {
  const hands = stage.slack.as(teller)
  await hands.command('/complaint')
  await hands.click(hands.modal(), 'file:details')
  stage.slack.faults.next(/^(chat|conversations|pins|bookmarks)\./, fault, times)
  await hands
    .modal()
    .fillIn({ ...filing, facts: ['fundSafety'] })
    .submit()
  await stage.settle()
  await sends(stage, officer, 'triage 1', { ...typed.triage, level: 'L2' })
  await sends(stage, officer, 'dispatch 1', typed.dispatch)
  await stage.waits({ minutes: 30 })
  return '2026-00001'
}

async function filedMeanwhile(stage: Stage): Promise<string> {
  const hands = stage.slack.as('p-shui-miao')
  await hands.command('/complaint')
  await hands.modal().fillIn(filing).submit()
  await stage.redress.perform({ kind: 'sweep' })
  return '2026-00002'
}
