import { describe, expect } from 'vitest'
import { clockTold } from '../../src/sandbox/serve/clock.ts'
import { pushClock } from '../../src/sandbox/serve/push.ts'
import type { HappeningTold } from '../../src/sandbox/serve/told.ts'
import { filing, teller, test, who } from '../support/a-story.ts'

/** Each happening as its kind and its English words. */
function lines(happenings: readonly HappeningTold[]): string[] {
  return happenings.map(({ local, kind, what }) => `${local} ${kind} ${what.en}`)
}

describe('the strip at the top', () => {
  test('shows the bank’s time in its zone and that it is working time; nothing is next in an empty bank', async ({
    stage,
  }) => {
    expect(await clockTold({ stage })).toEqual({
      now: '2026-09-14T02:00:00Z',
      local: '2026-09-14 10:00',
      weekday: 1,
      timeZone: 'Asia/Shanghai',
      isWorkingTime: true,
      runs: false,
      bot: 'running',
      next: [],
    })
  })

  test('names the holiday, and the make-up workday on which the bank is open on a Sunday', async ({
    stage,
  }) => {
    stage.sleepsUntil('2026-09-25T02:00:00Z')
    expect(await clockTold({ stage })).toMatchObject({
      isWorkingTime: false,
      holiday: expect.stringContaining('中秋') as string,
    })
    stage.sleepsUntil('2026-09-20T02:00:00Z')
    expect(await clockTold({ stage })).toMatchObject({
      weekday: 7,
      isWorkingTime: true,
      holiday: expect.stringContaining('Make-up') as string,
    })
  })

  test('shows the next alarm: when, of which case, what for and who would be called, in both languages', async ({
    stage,
    play,
  }) => {
    const number = await play.files(teller, filing)
    expect((await clockTold({ stage })).next).toEqual([
      {
        at: '2026-09-14T04:00:00Z',
        local: '2026-09-14 12:00',
        number,
        what: { zh: '提醒：受理定级', en: 'reminder: accept and set level' },
        who: [{ zh: '谢菲', en: 'Xie Fei' }],
      },
    ])
  })

  test('shows five alarms at most, the soonest first, those past their due as overdue with their rung', async ({
    stage,
    play,
  }) => {
    for (let count = 0; count < 6; count += 1) await play.files(teller, filing)
    await stage.waitsUntil('2026-09-14T05:30:00Z')
    const { next } = await clockTold({ stage })
    expect(next).toHaveLength(5)
    expect(next.map(({ at }) => at)).toEqual(next.map(({ at }) => at).toSorted())
    expect(next[0]?.what.en).toMatch(
      /^(overdue: accept and set level → the person responsible|reminder: first contact)$/,
    )
  })

  test('shows of an emergency what it must do next, and of whom that is asked', async ({ stage, play }) => {
    const number = await play.files(who.officer, {
      ...filing,
      outlet: 'outlet-lakeside',
      source: 'nfra',
      externalNumber: 'NFRA-2026-0042',
      facts: ['mediaPublished'],
    })
    await play.takes(
      who.officer,
      'triage',
      { level: 'L1', channelCode: 'A11', business: 'B06', cause: 'C08' },
      number,
    )
    const { next } = await clockTold({ stage })
    const wanted = next.find((each) => each.number.startsWith('E2026-'))
    expect(wanted?.what).toEqual({
      zh: '提醒：向委员会和总行口头报告',
      en: 'reminder: oral report to committee and head office',
    })
    expect(wanted?.who.length).toBeGreaterThan(0)
    await play.takes(who.officer, 'situation', {
      facts: 'Customers are waiting.',
      measures: 'They are called one by one.',
      nextUpdate: stage.now().add({ minutes: 10 }).toString(),
    })
    const after = (await clockTold({ stage })).next.find((each) => each.number.startsWith('E2026-'))
    expect(after?.what.en).toBe('wanted: situation report')
    expect(after?.who.length).toBeGreaterThan(0)
  })
})

describe('a push of the clock', () => {
  test('to the next alarm serves it, and tells what the clock decided and what somebody was told, in order', async ({
    stage,
    play,
  }) => {
    const number = await play.files(teller, filing)
    const told = await pushClock({ stage }, 'alarm')
    expect(lines(told)).toEqual([
      `2026-09-14 12:00 clock ${number}: reminder of “accept and set level”, due Mon 14 Sept, 14:00 → Xie Fei`,
      `2026-09-14 12:00 message Xie Fei: ⏰ Complaint ${number} waits for: accept and set level. Due Mon 14 Sept, 14:00.`,
    ])
    expect(told[0]?.what.zh).toBe(`${number}：提醒“受理定级”，9月14日周一 14:00 到期 → 谢菲`)
    expect(told[1]).toMatchObject({
      person: who.outletManager,
      conversation: expect.stringMatching(/^D/) as string,
    })
    expect(stage.now().toString()).toBe('2026-09-14T04:00:00Z')
  })

  test('to the next alarm of a bank where nothing is to come leaves the clock where it is', async ({
    stage,
  }) => {
    expect(await pushClock({ stage }, 'alarm')).toEqual([])
    expect(stage.now().toString()).toBe('2026-09-14T02:00:00Z')
  })

  test('by now does what is owed by now and nothing of later', async ({ stage, play }) => {
    await play.files(teller, filing)
    expect(await pushClock({ stage }, 'now')).toEqual([])
    stage.sleepsUntil('2026-09-14T04:30:00Z')
    const told = await pushClock({ stage }, 'now')
    expect(told.map(({ kind }) => kind)).toEqual(['clock', 'message'])
    expect(stage.now().toString()).toBe('2026-09-14T04:30:00Z')
  })

  test('by an hour and by a day moves that far', async ({ stage }) => {
    await pushClock({ stage }, 'hour')
    expect(stage.now().toString()).toBe('2026-09-14T03:00:00Z')
    await pushClock({ stage }, 'day')
    expect(stage.now().toString()).toBe('2026-09-15T03:00:00Z')
  })

  test('to the next working morning goes to tomorrow’s opening during the day and to today’s before it', async ({
    stage,
  }) => {
    await pushClock({ stage }, 'workingMorning')
    expect(stage.now().toString()).toBe('2026-09-15T01:00:00Z')
    stage.sleepsUntil('2026-09-16T00:30:00Z')
    await pushClock({ stage }, 'workingMorning')
    expect(stage.now().toString()).toBe('2026-09-16T01:00:00Z')
  })

  test('to the next working morning passes over the holiday and the weekend after it', async ({ stage }) => {
    stage.sleepsUntil('2026-09-24T08:00:00Z')
    await pushClock({ stage }, 'workingMorning')
    expect(stage.now().toString()).toBe('2026-09-28T01:00:00Z')
  })

  test('over days that nobody acts tells of the channel that opens and of who joins it', async ({
    stage,
    play,
  }) => {
    const number = await play.files(teller, filing)
    const days = []
    for (let day = 0; day < 3; day += 1) days.push(...(await pushClock({ stage }, 'day')))
    const told = lines(days)
    expect(told.filter((line) => / clock .* escalated to /.test(line))).toHaveLength(1)
    const opened = told.findIndex((line) => / channel channel #(?!service-quality).* opened$/.test(line))
    expect(opened).toBeGreaterThan(told.findIndex((line) => line.includes(`${number}: escalated to`)))
    expect(told.slice(opened).some((line) => / channel .* joined #/.test(line))).toBe(true)
    expect(days.map(({ at }) => Date.parse(at))).toEqual(
      days.map(({ at }) => Date.parse(at)).toSorted((one, other) => one - other),
    )
  })

  test('while the bot is stopped moves the clock and sets nothing off', async ({ stage, play }) => {
    await play.files(teller, filing)
    await stage.setBot('stopped')
    expect(await pushClock({ stage }, 'day')).toEqual([])
    expect(await clockTold({ stage })).toMatchObject({ local: '2026-09-15 10:00', bot: 'stopped' })
    await stage.setBot('running')
  })
})
