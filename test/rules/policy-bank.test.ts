import { readFile } from 'node:fs/promises'
import { expect, test } from 'vitest'
import { levels, listNames, StoredPack, toLimit, toMoment } from '../../src/policy/pack.ts'
import type { ClockCode, Level, Pack } from '../../src/policy/pack.ts'
import { loadPolicy } from '../../src/policy/policy.ts'
import { remindersOf, runsOn } from '../../src/policy/reminders.ts'

const file = 'src/policy/bank.yaml'
const { pack } = await loadPolicy(file)

test("the bank's pack and all that it names load without a problem", async () => {
  const loaded = await loadPolicy(file)
  expect(loaded.pack.version).toBe('2026.2')
  expect(loaded.pack.effectiveFrom).toBe('2026-01-01')
  expect(loaded.headOffice?.scope).toBe('headOffice')
})

const none = undefined
const limits: [ClockCode, ...(string | undefined)[]][] = [
  ['log', '0.5h', '2wh', '4wh'],
  ['triage', '0.5h', '2wh', '4wh'],
  ['dispatch', '0.25h', '2wh', '2wh'],
  ['take', '0.25h', '2wh', '4wh'],
  ['contact', '2h', '4wh', '1BD'],
  ['reportUp', '1h', '1BD', none],
  ['group', '4h', none, none],
  ['investigate', '48h', '3BD', '4BD'],
  ['propose', '24h', '1BD', '1BD'],
  ['approve', '12h', '1BD', '1BD'],
  ['reply', '24h', '1BD', '1BD'],
  ['followUp', '2BD', '3BD', '5BD'],
  ['close', '2BD', '2BD', '2BD'],
  ['overall', '7d', '11d', '13d'],
  ['statutory', '15d', '15d', '15d'],
]

test.each(limits)('the clock %s has the limits %s, %s, %s for levels 1, 2, 3', (clock, ...written) => {
  const expected = written.map((limit) => limit && toLimit(limit))
  expect(levels.map((level) => pack.clocks[clock].limits[level])).toEqual(expected)
})

test('the table of limits speaks of every clock', () => {
  expect(limits.map(([clock]) => clock)).toEqual(Object.keys(pack.clocks))
})

test('the root cause is due 10, 15 and 20 working days after the reply', () => {
  expect(levels.map((level) => pack.rootCause[level].limit)).toEqual(['10BD', '15BD', '20BD'].map(toLimit))
})

const rungs: [number, string[], ...string[][]][] = [
  [1, ['unitHead'], ['+15m'], ['+2wh'], ['+4wh']],
  [2, ['businessLiaison'], ['+30m'], ['+4wh'], ['+1BD']],
  [3, ['sqOfficer'], ['+30m'], ['+1BD'], ['+2BD']],
  [4, ['sqHead'], ['+1h'], ['+2BD'], ['+3BD']],
  [5, ['committeeSecretary', 'committeeDirector', 'emergencyLeader'], ['+2h'], ['+3BD'], ['+5BD']],
  [6, ['headOfficeSq', 'regionSq'], ['+4h'], ['+5BD', 'statutory-2d'], ['statutory-1d']],
]

test.each(rungs)('rung %i calls %s after %s, %s, %s', (rung, to, ...after) => {
  const own = pack.ladder.find((each) => each.rung === rung)
  expect(own?.to).toEqual(to)
  expect(levels.map((level) => own?.after[level])).toEqual(after.map((moments) => moments.map(toMoment)))
})

const calls = (clock: ClockCode, level: Level): [unknown, string[]][] =>
  remindersOf(pack, clock, level).map(({ at, to }) => [at, to])

const short = [
  [toMoment('50%'), ['owner']],
  [toMoment('80%'), ['owner', 'deputy']],
]
const day = [
  [toMoment('50%'), ['owner']],
  [toMoment('-1wh'), ['owner', 'outletManagerOrLiaison']],
]
const long = [
  [toMoment('50%'), ['owner']],
  [toMoment('-1BD'), ['owner', 'deputy']],
  [toMoment('-2wh'), ['owner', 'unitHead']],
]

test.each<[ClockCode, Level, unknown]>([
  ['log', 'L3', short],
  ['contact', 'L1', short],
  ['group', 'L1', short],
  ['contact', 'L3', day],
  ['reply', 'L2', day],
  ['approve', 'L1', day],
  ['reply', 'L1', day],
  ['investigate', 'L1', long],
  ['investigate', 'L3', long],
  ['followUp', 'L1', long],
  ['overall', 'L2', long],
])('%s at %s is reminded by the plan of its length', (clock, level, plan) => {
  expect(calls(clock, level)).toEqual(plan)
})

test.each(levels)(
  'the statutory clock at %s is reminded at half past nine, 7, 5, 3, 1 and 0 days before',
  (level) => {
    expect(remindersOf(pack, 'statutory', level).map(({ at }) => at)).toEqual(
      [7, 5, 3, 1, 0].map((calendarDaysBefore) => ({ calendarDaysBefore, at: '09:30' })),
    )
  },
)

test('a clock that does not run for a level reminds nobody there', () => {
  expect(remindersOf(pack, 'group', 'L2')).toEqual([])
})

test.each<[ClockCode, Level, string]>([
  ['contact', 'L1', 'always'],
  ['followUp', 'L1', 'business'],
  ['overall', 'L1', 'always'],
  ['contact', 'L2', 'business'],
  ['overall', 'L3', 'business'],
])('%s at %s runs on the calendar of its unit: %s', (clock, level, calendar) => {
  expect(runsOn(pack, clock, level)).toBe(calendar)
})

test('every list has names in both languages, and Chinese names are Chinese', () => {
  for (const name of listNames) {
    for (const item of pack.lists[name]) {
      expect(item.zh, `${name} ${item.code}`).toMatch(/\p{Script=Han}/u)
      expect(item.en, `${name} ${item.code}`).not.toMatch(/\p{Script=Han}/u)
    }
  }
})

test('every fact of a criterion is ticked or counted as its list says, and no fact is there for nothing', () => {
  const used = new Set(
    pack.levels.flatMap(({ anyOf }) => anyOf.flatMap(({ all }) => all.map(({ fact }) => fact))),
  )
  expect([...used].toSorted()).toEqual(pack.lists.levelFact.map(({ code }) => code).toSorted())
})

function facts(level: Level): string[][] {
  const criteria = pack.levels.find((each) => each.level === level)?.anyOf ?? []
  return criteria.map(({ all }) => all.map(({ fact }) => fact))
}

test('a referral is level 1 only together with wide impact, level 2 alone', () => {
  expect(facts('L1')).toContainEqual(['authorityReferral', 'wideImpact'])
  expect(facts('L1')).not.toContainEqual(['authorityReferral'])
  expect(facts('L2')).toContainEqual(['authorityReferral'])
})

test('a stored pack comes back from JSON as it was', () => {
  const back: Pack = StoredPack.parse(JSON.parse(JSON.stringify(pack)))
  expect(back).toEqual(pack)
})

test('a pack as people write it is not taken for a stored one', () => {
  expect(StoredPack.safeParse({ ...pack, relevelGrace: '2h' }).success).toBe(false)
})

test('a pack stored by an earlier version of Redress still reads, with the sections that came later', async () => {
  const stored = new URL('../support/packs/bank-2026.1.json', import.meta.url)
  const old: unknown = JSON.parse(await readFile(stored, 'utf8'))
  expect(old).not.toHaveProperty('improvement')
  expect(StoredPack.parse(old)).toMatchObject({
    version: '2026.1',
    improvement: pack.improvement,
    review: pack.review,
    special: pack.special,
    lists: { degree: pack.lists.degree, penalty: pack.lists.penalty },
  })
})
