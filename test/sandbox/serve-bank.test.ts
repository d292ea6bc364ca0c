import { expect } from 'vitest'
import { readCommand } from '../../src/slack/listen/read-command.ts'
import { stepNames } from '../../src/complaint/lifecycle.ts'
import { bankTold } from '../../src/sandbox/serve/bank.ts'
import type { Stage } from '../../src/sandbox/stage.ts'
import { otherOfficer, sqHead, teller, test } from '../slack/a-stage.ts'

const told = (stage: Stage) => bankTold({ stage, organisation: stage.organisation })

test('everybody is told with their posts in both languages and the unit they are grouped by', async ({
  stage,
}) => {
  const { people } = await told(stage)
  expect(people).toHaveLength(stage.organisation.people.length)
  expect(people.find(({ id }) => id === teller)).toEqual({
    id: teller,
    userId: stage.slack.userIdOf(teller),
    name: { zh: '喻晴', en: 'Yu Qing' },
    reads: 'en',
    posts: [{ zh: '员工 · 人民路支行营业部', en: 'employee · Renmin Road Outlet' }],
    unit: { zh: '人民路支行营业部', en: 'Renmin Road Outlet' },
  })
  expect(people.find(({ id }) => id === sqHead)?.posts.map(({ en }) => en)).toEqual([
    'service quality head · Branch Service Quality',
    'department head · Branch Service Quality',
  ])
  expect(people.find(({ id }) => id === 'p-zhao-qiming')?.posts.map(({ zh }) => zh)).toEqual([
    '服务品质管理委员会主任 · 分行服务品质管理委员会',
  ])
})

test('people of one unit stand together, units in the order of the organisation', async ({ stage }) => {
  const { people } = await told(stage)
  const units = people.map(({ unit }) => unit.en)
  const runs = units.filter((unit, index) => unit !== units[index - 1])
  expect(new Set(runs).size).toBe(runs.length)
  const order = stage.organisation.units.map(({ name }) => name.en)
  expect(runs).toEqual(runs.toSorted((one, other) => order.indexOf(one) - order.indexOf(other)))
})

test('a change of language is told, and a post that is over is not', async ({ stage }) => {
  stage.slack.changePerson(otherOfficer, { locale: 'zh-CN' })
  const { organisation } = stage
  const posts = organisation.posts.map((post) =>
    post.person === teller ? { ...post, until: '2026-01-31' } : post,
  )
  const { people } = await bankTold({ stage, organisation: { ...organisation, posts } })
  expect(people.find(({ id }) => id === otherOfficer)?.reads).toBe('zh-CN')
  expect(people.find(({ id }) => id === teller)).toMatchObject({
    posts: [],
    unit: { en: 'Huahua Bank Head Office' },
  })
})

test('the bank has its top unit’s name and the policy in force, also while the bot is stopped', async ({
  stage,
}) => {
  const running = await told(stage)
  await stage.setBot('stopped')
  const stopped = await told(stage)
  expect(running).toMatchObject({
    organisation: { zh: '花花银行总行', en: 'Huahua Bank Head Office' },
    policyVersion: (await stage.inForce.rulebook()).pack.version,
  })
  expect(stopped.policyVersion).toBe(running.policyVersion)
})

test('commands and shortcuts are those of the manifest', async ({ stage }) => {
  const { commands, shortcuts } = await told(stage)
  expect(commands.map(({ command }) => command)).toEqual(['/complaint'])
  expect(commands[0]?.hint).toContain('show 2026-00123')
  expect(shortcuts).toEqual([
    { callbackId: 'file_complaint', kind: 'global', name: 'File a complaint 登记投诉' },
    { callbackId: 'file_from_message', kind: 'message', name: 'File as complaint 转投诉' },
  ])
})

test('every completion is a command that the bot reads, told in both languages', async ({ stage }) => {
  const { commands } = await told(stage)
  const completions = commands[0]?.completions ?? []
  const texts = completions.map(({ text }) => text)
  const askings = ['show', 'mine', 'overdue', 'list', 'search', 'why', 'who', 'org', 'help']
  expect(texts.slice(0, texts.length - stepNames.length).toSorted()).toEqual(askings.toSorted())
  const steps = texts.slice(-stepNames.length).map((text) => readCommand(`${text} 2026-00001`))
  expect(steps).toEqual(stepNames.map((step) => ({ kind: 'step', step, number: '2026-00001' })))
  expect(texts).toContain('send-back')
  expect(
    completions.filter(({ about }) => about.zh === '' || about.en === '' || about.zh === about.en),
  ).toEqual([])
})
