/**
 * Issue 3, "Scenarios": each of the five plays step by step and at once, from any start time, twice on one workspace and in
 * both languages. Everybody, every number and every complaint is invented.
 */
import { describe, expect } from 'vitest'
import { sandboxPeople } from '../../src/sandbox/sandbox-people.ts'
import { everyScenario } from '../../src/sandbox/scenario/every-scenario.ts'
import { type Scenarios, createScenarios } from '../../src/sandbox/scenario/scenarios.ts'
import { createHappenings } from '../../src/sandbox/serve/happenings.ts'
import type { HappeningTold } from '../../src/sandbox/serve/told.ts'
import type { Stage } from '../../src/sandbox/stage.ts'
import { stateOf, stepsOn, test as onStage, who } from '../support/a-story.ts'

const names = everyScenario.map(({ name }) => name)

const test = onStage.extend<{ scenarios: Scenarios }>({
  scenarios: async ({ stage }, use) => use(scenariosOn(() => stage)),
})

function scenariosOn(stage: () => Stage): Scenarios {
  return createScenarios({ stage, ...createHappenings(stage) })
}

/** What came of a playing: the numbers of the complaints filed by it, and what its steps set off. */
interface Played {
  readonly stage: Stage
  readonly filed: readonly string[]
  readonly happenings: readonly HappeningTold[]
}

async function stepByStep(stage: Stage, scenarios: Scenarios, name: string): Promise<Played> {
  const before = await numbers(stage)
  const { total } = await scenarios.play(name, 'begin')
  expect(await numbers(stage)).toEqual(before)
  const happenings: HappeningTold[] = []
  for (let played = 1; played <= total; played += 1) {
    const told = await scenarios.play(name, 'next')
    happenings.push(...told.happenings)
    expect(told).toEqual({ name, played, total, isBusy: false, happenings: told.happenings })
  }
  return { stage, filed: await filedSince(stage, before), happenings }
}

async function atOnce(stage: Stage, scenarios: Scenarios, name: string): Promise<Played> {
  const before = await numbers(stage)
  const { happenings, total, ...told } = await scenarios.play(name, 'rest')
  expect(told).toEqual({ name, played: total, isBusy: false })
  return { stage, filed: await filedSince(stage, before), happenings }
}

async function filedSince(stage: Stage, before: readonly string[]): Promise<string[]> {
  return (await numbers(stage)).filter((number) => !before.includes(number))
}

async function numbers({ db }: Stage): Promise<string[]> {
  const rows = await db.selectFrom('complaint').select('number').orderBy('number').execute()
  return rows.map(({ number }) => number)
}

async function statusOf(stage: Stage, number = 'none'): Promise<unknown> {
  return (await stateOf(stage, number))['status']
}

/** The channel whose messages are about this complaint, its name beginning so. */
async function channelOf({ slack }: Stage, beginning: string, number = 'none') {
  const all = await slack.seen.conversations()
  const found = all.find(
    ({ name, messages }) => name.startsWith(beginning) && JSON.stringify(messages).includes(number),
  )
  if (!found) throw new Error(`No channel ${beginning}… of ${number}.`)
  return found
}

/** What somebody was told by messages in which these words and this number stand. */
function heard({ happenings }: Played, person: string, words: RegExp, number = 'none'): string[] {
  return happenings
    .filter((each) => each.kind === 'message' && each.person === person)
    .map(({ what }) => what.en)
    .filter((text) => words.test(text) && text.includes(number))
}

/** What each scenario must have shown when it is over. */
const shows: Readonly<Record<string, (played: Played) => Promise<void>>> = {
  async ordinary(played) {
    const [number] = played.filed
    expect(heard(played, who.handler, /⏰/, number)).not.toEqual([])
    expect(heard(played, who.handler, /⛔/, number)).toEqual([])
    expect(await statusOf(played.stage, number)).toBe('closed')
  },
  async 'nobody-answers'(played) {
    const [number] = played.filed
    expect(heard(played, 'p-zhang-hui', /⏰/, number)).not.toEqual([])
    expect(heard(played, 'p-dou-wen', /⛔/, number)).not.toEqual([])
    expect(heard(played, who.sqHead, /⬆️/, number)).not.toEqual([])
    const { members } = await channelOf(played.stage, 'c-', number)
    expect(members).toEqual(expect.arrayContaining([who.officer, who.sqHead, 'p-dou-wen']))
    expect(await statusOf(played.stage, number)).toBe('closed')
  },
  async 'level-one'(played) {
    const [number] = played.filed
    const { members, name, messages } = await channelOf(played.stage, 'emergency-', number)
    const group = [who.director, who.secretary, who.compliance, 'p-dou-wen', who.officer, who.sqHead]
    expect(members).toEqual(expect.arrayContaining(group))
    const emergency = `E${name.replace('emergency-', '')}`
    for (const person of [who.officer, who.director])
      expect(heard(played, person, /情况报告应于|situation report on/, emergency)).not.toEqual([])
    const written = JSON.stringify(messages)
    expect(written).toMatch(/21 名客户|21 customers/)
    expect(written).toMatch(/30 名客户|30 customers/)
    expect(await statusOf(played.stage, number)).toBe('closed')
  },
  async 'complains-again'(played) {
    const { stage, filed } = played
    const [first = 'none', second = 'none', ...more] = filed
    expect(more).toEqual([])
    expect(heard(played, who.handler, /再次反映|came back/, first)).not.toEqual([])
    const found = (await stage.slack.as(who.officer).messages()).find(({ blocks }) => {
      const read = JSON.stringify(blocks)
      return read.includes(first) && read.includes(second)
    })
    expect(found?.isEphemeral).toBe(true)
    expect(await stateOf(stage, second)).toMatchObject({ level: 'L2', repeatOf: { number: first } })
    for (const number of filed) expect(await statusOf(stage, number)).toBe('closed')
  },
  async 'accused-takes'({ stage, filed: [number = 'none'] }) {
    const messages = await stage.slack.as(who.handler).messages()
    const about = messages.filter((message) => JSON.stringify(message).includes(number))
    expect(about.filter((message) => stepsOn(message).length > 0)).toEqual([])
    const refusal = messages.findLast(({ isEphemeral }) => isEphemeral)
    expect(refusal?.text).toMatch(/没有您可查看的|no case of this number that you may see/)
    expect(await stateOf(stage, number)).toMatchObject({ handler: who.liaison, status: 'closed' })
  },
}

test('there are the five of the issue', ({ scenarios }) => {
  expect(scenarios.told().scenarios.map(({ name }) => name)).toEqual(Object.keys(shows))
  expect(scenarios.told().playing).toBeUndefined()
})

describe('begun on a Sunday night, step by step, in Chinese', () => {
  const onSunday = test.extend({ start: '2026-09-13 23:10', language: 'zh-CN' as const })

  onSunday.for(names)('"%s" shows what it must', async (name, { stage, scenarios }) => {
    await shows[name]?.(await stepByStep(stage, scenarios, name))
  })
})

describe('begun on the last afternoon before the National Day holiday, at once, in English', () => {
  const onTheEve = test.extend({ start: '2026-09-30 16:50' })

  onTheEve.for(names)('"%s" shows what it must', async (name, { stage, scenarios }) => {
    await shows[name]?.(await atOnce(stage, scenarios, name))
  })
})

describe('begun on an ordinary morning, on one workspace', () => {
  const onTuesday = test.extend({ start: '2026-09-15 09:20' })

  onTuesday(
    'all five play one after the other, and all once more, most people reading Chinese and a few English',
    async ({ stage, scenarios }) => {
      for (const { id, locale, name } of sandboxPeople(stage.organisation))
        stage.slack.changePerson(id, { locale, name })
      for (const name of names) await shows[name]?.(await stepByStep(stage, scenarios, name))
      for (const name of names) await shows[name]?.(await atOnce(stage, scenarios, name))
    },
    60_000,
  )

  const inChinese = onTuesday.extend({ language: 'zh-CN' as const })

  inChinese('people type in the language that they read when it begins', async ({ stage, scenarios }) => {
    const before = await atOnce(stage, scenarios, 'accused-takes')
    await stage.everybodyReads('en')
    const after = await atOnce(stage, scenarios, 'accused-takes')
    const story = async ({ filed: [number = 'none'] }: Played) => (await stateOf(stage, number))['story']
    expect(await story(before)).toContain('柜员')
    expect(await story(after)).toContain('teller')
  })
})

describe('what stands in the way is said in words, and the scenario can be begun anew', () => {
  test('somebody acted in between', async ({ stage, play, scenarios }) => {
    await scenarios.play('ordinary', 'begin')
    await scenarios.play('ordinary', 'next')
    await scenarios.play('ordinary', 'next')
    const [number] = await numbers(stage)
    const level = { level: 'L3', channelCode: 'A11', business: 'B01', cause: 'C05' }
    await play.takes(who.outletManager, 'triage', level, number)
    const stuck = await scenarios.play('ordinary', 'next')
    expect(stuck).toMatchObject({ played: 2, isBusy: false })
    expect(stuck.trouble).toMatch(/Xie Fei has no button “Set level”.*Begin the scenario anew/)
    expect(scenarios.told().playing?.trouble).toBe(stuck.trouble)
    const anew = await scenarios.play('ordinary', 'begin')
    expect(anew).toEqual({ name: 'ordinary', played: 0, total: anew.total, isBusy: false, happenings: [] })
    await shows['ordinary']?.(await atOnce(stage, scenarios, 'ordinary'))
    // The first playing's complaint is left to itself; it is owed calls only later.
    expect(await statusOf(stage, number)).toBe('triaged')
  })

  test('the bot is stopped; started again, the same step can be played', async ({ stage, scenarios }) => {
    await scenarios.play('accused-takes', 'begin')
    await scenarios.play('accused-takes', 'next')
    await stage.setBot('stopped')
    const stuck = await scenarios.play('accused-takes', 'next')
    expect(stuck).toMatchObject({
      played: 1,
      trouble: expect.stringContaining('The bot did not answer') as unknown,
    })
    await stage.setBot('running')
    const rest = await scenarios.play('accused-takes', 'rest')
    expect(rest).toEqual({
      name: 'accused-takes',
      played: rest.total,
      total: rest.total,
      isBusy: false,
      happenings: rest.happenings,
    })
  })

  test('a step is being played', async ({ scenarios }) => {
    const playing = scenarios.play('accused-takes', 'rest')
    expect(scenarios.told().playing).toMatchObject({ isBusy: true })
    const refused = await scenarios.play('ordinary', 'begin')
    expect(refused).toMatchObject({ name: 'accused-takes', isBusy: true })
    expect(refused.trouble).toMatch(/Wait until it is done/)
    const done = await playing
    expect(done.played).toBe(done.total)
    expect(done.trouble).toBeUndefined()
  })

  test('there is no such scenario', async ({ scenarios }) => {
    expect((await scenarios.play('nothing', 'rest')).trouble).toMatch(/no such scenario/)
  })

  test('the bank of now has other people', async ({ stage }) => {
    const empty = {
      ...stage,
      slack: {
        ...stage.slack,
        userIdOf(person: string): string {
          if (person === who.liaison) throw new Error('nobody')
          return stage.slack.userIdOf(person)
        },
      },
    }
    const refused = await scenariosOn(() => empty).play('ordinary', 'rest')
    expect(refused.trouble).toMatch(/sample bank/)
    expect(await numbers(stage)).toEqual([])
  })

  test('another bank has begun: what was played is gone with the first', async ({ stage }) => {
    let current: Stage = stage
    const scenarios = scenariosOn(() => current)
    await scenarios.play('ordinary', 'begin')
    current = { ...stage }
    expect(scenarios.told().playing).toBeUndefined()
  })
})
