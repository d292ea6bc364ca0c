import { describe, expect } from 'vitest'
import { behindTold } from '../../src/sandbox/serve/behind.ts'
import { filing, teller, test, typed, who } from '../support/a-story.ts'

/** A complaint that a service quality officer files for an outlet. */
const grave = { ...filing, outlet: 'outlet-renmin-road', facts: ['mediaPublished'] }

describe('behind the scenes', () => {
  test('of an empty bank there is no case, and the rhythms of the house are not yet rung', async ({
    stage,
  }) => {
    const told = await behindTold({ stage })
    expect(told).toMatchObject({ cases: [], journal: [], outbox: [], clocks: { zh: [], en: [] }, jobs: [] })
    expect(told).not.toHaveProperty('shown')
  })

  test('the newest case is shown: its journal line by line, each with who wrote it and its hash', async ({
    stage,
    play,
  }) => {
    await play.files(teller, filing)
    await stage.waits({ minutes: 1 })
    const number = await play.files(teller, filing)
    await stage.waitsUntil('2026-09-14T04:10:00Z')
    const { cases, shown, journal } = await behindTold({ stage })
    expect(cases.map((each) => each.number)).toEqual([number, '2026-00001'])
    expect(cases[0]).toMatchObject({ kind: 'complaint', id: shown, state: { zh: '已登记', en: 'Received' } })
    expect(journal.map(({ seq, by, event }) => [seq, by.en, event])).toEqual([
      [1, 'Zou Ping', 'filed'],
      [2, 'the clock', 'reminded'],
    ])
    expect(journal[0]).toMatchObject({
      local: '2026-09-14 10:01',
      hash: expect.stringMatching(/^[0-9a-f]{64}$/) as string,
    })
    expect(journal[0]?.details).toMatchObject({ number })
    expect(journal[0]?.details).not.toHaveProperty('type')
  })

  test('another case is shown when it is asked for, by its id or its number', async ({ stage, play }) => {
    const number = await play.files(teller, filing)
    await play.files(teller, filing)
    const { cases } = await behindTold({ stage })
    const id = cases.find((each) => each.number === number)?.id
    expect((await behindTold({ stage }, id)).shown).toBe(id)
    expect((await behindTold({ stage }, number)).shown).toBe(id)
  })

  test('every running clock is proved line by line, in both languages', async ({ stage, play }) => {
    const number = await play.files(teller, filing)
    const { clocks } = await behindTold({ stage })
    expect(clocks.en[0]).toBe(`Due times of ${number} and how they are counted`)
    expect(clocks.en.some((line) => line.trim() === 'due Mon 14 Sept, 14:00')).toBe(true)
    expect(clocks.zh).toHaveLength(clocks.en.length)
    expect(clocks.zh[0]).toContain(number)
  })

  test('the outbox says what was to be sent to whom and whether it was; one that Slack never takes is set aside', async ({
    stage,
    play,
  }) => {
    stage.slack.faults.next('chat.postMessage', { kind: 'error', error: 'restricted_action' })
    await play.files(teller, filing)
    const { outbox } = await behindTold({ stage })
    const [aside] = outbox.filter(({ state }) => state === 'setAside')
    expect(aside).toMatchObject({ what: expect.stringMatching(/^tell p-/) as string, attempts: 1 })
    expect(aside?.trouble).toContain('restricted_action')
    expect(outbox.filter(({ state }) => state === 'sent').length).toBeGreaterThan(0)
  })

  test('the traffic shows requests to and from Slack, the newest first, two hundred at most', async ({
    stage,
    play,
  }) => {
    await play.files(teller, filing)
    const { traffic } = await behindTold({ stage })
    expect(traffic.map(({ number }) => number)).toEqual(
      traffic.map((each) => each.number).toSorted((one, other) => other - one),
    )
    expect(traffic.find(({ kind, by }) => kind === 'gesture' && by === teller)).toMatchObject({ status: 200 })
    for (let count = 0; count < 210; count += 1) await stage.slack.as(teller).command('/complaint', 'help')
    expect((await behindTold({ stage })).traffic).toHaveLength(200)
  })

  test('the jobs are those that BullMQ holds, with their time on the bank’s clock', async ({
    stage,
    play,
  }) => {
    await play.files(teller, filing)
    const { jobs } = await behindTold({ stage })
    expect(jobs).toContainEqual({ name: 'bell', state: 'delayed', local: '2026-09-14 12:00' })
  })

  test('all but the jobs can still be looked at while the bot is stopped', async ({ stage, play }) => {
    const number = await play.files(teller, filing)
    await stage.setBot('stopped')
    const told = await behindTold({ stage })
    expect(told.cases.map((each) => each.number)).toEqual([number])
    expect(told.journal.length).toBeGreaterThan(0)
    expect(told.jobs).toEqual([])
    await stage.setBot('running')
  })

  test('an emergency stands among the cases, with its own journal and no clocks of its own', async ({
    stage,
    play,
  }) => {
    const number = await play.files(who.officer, grave)
    await play.takes(who.officer, 'triage', { ...typed.triage, level: 'L1' }, number)
    const emergency = (await behindTold({ stage })).cases.find(({ kind }) => kind === 'emergency')
    expect(emergency?.number).toMatch(/^E2026-/)
    const told = await behindTold({ stage }, emergency?.id)
    expect(told.journal[0]).toMatchObject({ event: 'formed', by: { en: 'the machine' } })
    expect(told.clocks).toEqual({ zh: [], en: [] })
  })
})
