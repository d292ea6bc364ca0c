import { expect } from 'vitest'
import { type SlackLookup, type SlackProfile, createDirectory } from '../../src/directory.ts'
import { readSampleBank } from '../../src/sandbox/sample-bank.ts'
import { storeOrganisation } from '../../src/store/rules.ts'
import { test } from '../support/database.ts'
import { type Door, aDoor } from '../support/door.ts'

const yuQing: SlackProfile = {
  slackUser: 'U-YU',
  email: 'Qing.Yu@huahua-bank.example',
  language: 'zh-CN',
  timeZone: 'Asia/Shanghai',
}

/** Slack as a table that a test may change, and what was asked of it. */
function aSlack(profiles: SlackProfile[]) {
  const asked: string[] = []
  const find = async (question: string, is: (profile: SlackProfile) => boolean) => {
    asked.push(question)
    return profiles.find(is)
  }
  const lookup: SlackLookup = {
    byUser: (user) => find(user, ({ slackUser }) => slackUser === user),
    byEmail: (email) => find(email, (profile) => profile.email.toLowerCase() === email.toLowerCase()),
  }
  return { asked, profiles, lookup }
}

function aDirectory({ db, inForce, clock }: Door, { lookup }: { lookup: SlackLookup }) {
  return createDirectory({ db, inForce, lookup, now: clock.now })
}

test('a Slack user is the person with that e-mail, whatever its case, and is asked for once', async ({
  database: { db },
}) => {
  const door = aDoor({ db })
  const slack = aSlack([yuQing])
  const directory = aDirectory(door, slack)
  expect(await directory.byUser('U-YU')).toMatchObject({ person: 'p-yu-qing', language: 'zh-CN' })
  expect(await directory.byUser('U-YU')).toMatchObject({ person: 'p-yu-qing' })
  expect(await directory.byPerson('p-yu-qing')).toMatchObject({ slackUser: 'U-YU' })
  expect(directory.known('p-yu-qing')).toBe('U-YU')
  expect(slack.asked).toEqual(['U-YU'])
})

test('a person is found in Slack by their e-mail', async ({ database: { db } }) => {
  const directory = aDirectory(aDoor({ db }), aSlack([yuQing]))
  expect(directory.known('p-yu-qing')).toBeUndefined()
  expect(await directory.byPerson('p-yu-qing')).toMatchObject({ slackUser: 'U-YU' })
  expect(await directory.byPerson('p-sun-bo')).toBeUndefined()
})

test('a guest whom the organisation does not know is nobody', async ({ database: { db } }) => {
  const guest = { ...yuQing, slackUser: 'U-GUEST', email: 'guest@elsewhere.example' }
  const directory = aDirectory(aDoor({ db }), aSlack([guest]))
  expect(await directory.byUser('U-GUEST')).toBeUndefined()
  expect(await directory.byUser('U-NOBODY')).toBeUndefined()
})

test('another process knows from the start what one has learned', async ({ database: { db } }) => {
  const door = aDoor({ db })
  await aDirectory(door, aSlack([yuQing])).byUser('U-YU')
  const slack = aSlack([])
  const other = aDirectory(door, slack)
  await other.load()
  expect(other.known('p-yu-qing')).toBe('U-YU')
  expect(await other.byUser('U-YU')).toMatchObject({ person: 'p-yu-qing' })
  expect(slack.asked).toEqual([])
})

test('after a day a known person is answered for at once, and a new language counts from then on', async ({
  database: { db },
}) => {
  const door = aDoor({ db })
  const slack = aSlack([yuQing])
  const directory = aDirectory(door, slack)
  await directory.byUser('U-YU')
  door.clock.push({ hours: 24 })
  slack.profiles[0] = { ...yuQing, language: 'en' }
  expect(await directory.byUser('U-YU')).toMatchObject({ language: 'zh-CN' })
  await expect.poll(async () => (await directory.byPerson('p-yu-qing'))?.language).toBe('en')
})

test('while Slack does not answer, those known stay known', async ({ database: { db } }) => {
  const door = aDoor({ db })
  const slack = aSlack([yuQing])
  let isAway = false
  const lookup: SlackLookup = {
    byUser: (user) => (isAway ? Promise.reject(new Error('no answer')) : slack.lookup.byUser(user)),
    byEmail: (email) => (isAway ? Promise.reject(new Error('no answer')) : slack.lookup.byEmail(email)),
  }
  const directory = aDirectory(door, { lookup })
  await directory.byUser('U-YU')
  door.clock.push({ hours: 25 })
  isAway = true
  expect(await directory.byUser('U-YU')).toMatchObject({ person: 'p-yu-qing' })
  expect(await directory.byPerson('p-yu-qing')).toMatchObject({ slackUser: 'U-YU' })
  await expect(directory.byUser('U-NEW')).rejects.toThrow('no answer')
})

test('a person who was given another id in the organisation takes their Slack user along', async ({
  database: { db },
}) => {
  const door = aDoor({ db })
  const slack = aSlack([yuQing])
  const directory = aDirectory(door, slack)
  await directory.byUser('U-YU')
  const bank = await readSampleBank()
  const people = bank.people.map((each) => (each.id === 'p-yu-qing' ? { ...each, id: 'p-yu' } : each))
  await storeOrganisation(db, { ...bank, people }, 'test', door.clock.now())
  door.inForce.forget()
  door.clock.push({ hours: 25 })
  await directory.byUser('U-YU')
  await expect.poll(() => directory.known('p-yu')).toBe('U-YU')
  expect(directory.known('p-yu-qing')).toBeUndefined()
  const rows = await db.selectFrom('person_slack').select(['person', 'slack_user']).execute()
  expect(rows).toEqual([{ person: 'p-yu', slack_user: 'U-YU' }])
})

test('asked to learn anew, it knows at once of a language that changed, of everybody it knows and of nobody else', async ({
  database: { db },
}) => {
  const door = aDoor({ db })
  const sunBo = { ...yuQing, slackUser: 'U-SUN', email: 'sun.bo@huahua-bank.example' }
  const slack = aSlack([yuQing, sunBo])
  const directory = aDirectory(door, slack)
  await directory.byUser('U-YU')
  slack.profiles[0] = { ...yuQing, language: 'en', timeZone: 'Europe/London' }
  await directory.relearn()
  expect(await directory.byUser('U-YU')).toMatchObject({ language: 'en', timeZone: 'Europe/London' })
  expect(slack.asked).toEqual(['U-YU', 'U-YU'])
  const other = aDirectory(door, aSlack([]))
  await other.load()
  expect(await other.byUser('U-YU')).toMatchObject({ language: 'en' })
})

test('asked to learn anew, it keeps whom Slack no longer knows, and tells when Slack does not answer', async ({
  database: { db },
}) => {
  const slack = aSlack([yuQing])
  const directory = aDirectory(aDoor({ db }), slack)
  await directory.byUser('U-YU')
  slack.profiles.length = 0
  await directory.relearn()
  expect(directory.known('p-yu-qing')).toBe('U-YU')
  slack.lookup.byUser = () => Promise.reject(new Error('Slack is away'))
  await expect(directory.relearn()).rejects.toThrow('Slack is away')
})
