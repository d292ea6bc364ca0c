import { expect } from 'vitest'
import { createPlay } from '../../src/sandbox/play.ts'
import {
  administrator,
  answered,
  elsewhere,
  filed,
  leaves,
  reorganised,
  sqHead,
  manager,
  newest,
  officer,
  teller,
  test,
  triage,
} from './a-stage.ts'

/** The notification text of a message. */
function textOf(message: string): unknown {
  return JSON.parse(message).text
}

test('a number alone, with its year or without, shows the card to those who may see it', async ({
  stage,
}) => {
  const number = await filed(stage)
  for (const typed of [number, '1', '#1', `show ${number}`, '查看 1']) {
    expect(await answered(stage, officer, typed)).toContain('The counter charged a fee')
  }
})

test('a number that does not exist and one that I may not see have the same answer', async ({ stage }) => {
  const number = await filed(stage)
  const missing = await answered(stage, elsewhere, 'show 2026-09999')
  const hidden = await answered(stage, elsewhere, `show ${number}`)
  expect(textOf(hidden)).toBe(textOf(missing))
  expect(textOf(hidden)).toContain('no case of this number')
})

test('an emergency is shown by its number in any spelling, and a hidden one has the answer of one that does not exist', async ({
  stage,
}) => {
  const number = await filed(stage)
  await createPlay(stage).takes(manager, 'triage', { ...triage, level: 'L3' }, number)
  const head = stage.slack.as(sqHead)
  await head.command('/complaint', `relevel ${number}`)
  await head.modal().fillIn({ level: 'L1', reason: 'sample reason' }).submit()
  await stage.settle()
  for (const typed of ['show E2026-001', 'E2026-001', 'e2026-1', 'show E1', '查看 E1']) {
    expect([typed, textOf(await answered(stage, sqHead, typed))]).toEqual([
      typed,
      '🚨 Level-1 emergency E2026-001',
    ])
  }
  expect(await answered(stage, sqHead, 'E1')).toContain('emergency:instruct')
  const missing = textOf(await answered(stage, elsewhere, 'show E2026-009'))
  expect(missing).toContain('no case of this number')
  for (const typed of ['show E2026-001', 'E1'])
    expect(textOf(await answered(stage, elsewhere, typed))).toBe(missing)
  expect(await answered(stage, sqHead, 'why E1')).toContain('needs the number of a complaint')
})

test('an unknown command is answered with the help and the nearest command', async ({ stage }) => {
  const told = await answered(stage, teller, 'overdeu')
  expect(told).toContain('is not a command')
  expect(told).toContain('/complaint overdue')
})

test('a command without its number asks for one', async ({ stage }) => {
  expect(await answered(stage, teller, 'why')).toContain('needs the number of a complaint')
})

test('"mine" has what waits for me, "overdue" what is late, and others see neither', async ({ stage }) => {
  const number = await filed(stage)
  expect(await answered(stage, manager, 'mine')).toContain(number)
  expect(await answered(stage, manager, 'overdue')).not.toContain(number)
  await stage.waits({ hours: 30 })
  expect(await answered(stage, manager, 'overdue')).toContain(number)
  expect(await answered(stage, elsewhere, 'mine')).not.toContain(number)
  expect(await answered(stage, elsewhere, 'overdue')).not.toContain(number)
})

test('a list is narrowed by level, status, unit and "open"; a unit may be named by a part of its name', async ({
  stage,
}) => {
  const number = await filed(stage)
  for (const filters of [
    '',
    'L3',
    'level:L3 state:received',
    'unit:renmin-road-out',
    '单位:人民路支行营业部 open',
    'unit:outlet-renmin-road',
  ]) {
    const told = await answered(stage, officer, `list ${filters}`)
    expect([filters, told.includes(number)]).toEqual([filters, filters !== 'unit:renmin-road-out'])
  }
  expect(await answered(stage, officer, 'list L1')).not.toContain(number)
  expect(await answered(stage, officer, 'list unit:东门')).not.toContain(number)
})

test('a list turns its pages in place', async ({ stage }) => {
  for (let count = 0; count < 21; count += 1) await filed(stage)
  await stage.slack.as(officer).command('/complaint', 'list')
  const first = await newest(stage, officer)
  expect(first.text).toContain('21 complaints')
  await stage.slack.as(officer).click(first, 'Next')
  const second = await newest(stage, officer)
  expect(second.blocks.filter((block) => JSON.stringify(block).includes('open:'))).toHaveLength(1)
  await stage.slack.as(officer).click(second, 'Previous')
  const back = await newest(stage, officer)
  expect(back.blocks.filter((block) => JSON.stringify(block).includes('open:'))).toHaveLength(20)
})

test('search finds by words, by number and by the customer’s phone in any spelling, and tells strangers to the case nothing', async ({
  stage,
}) => {
  const number = await filed(stage, { phone: '13812345678' })
  for (const words of ['counter', '2026-00001', '138 1234 5678', '+86 138-1234-5678']) {
    expect([words, (await answered(stage, officer, `search ${words}`)).includes(number)]).toEqual([
      words,
      true,
    ])
    expect([words, (await answered(stage, elsewhere, `search ${words}`)).includes(number)]).toEqual([
      words,
      false,
    ])
  }
  expect(await answered(stage, officer, 'search 13900000000')).toContain('Nothing found')
})

test('"why" shows every due time with its sum, "who" everybody whom the ladder calls', async ({ stage }) => {
  const number = await filed(stage)
  expect(await answered(stage, officer, `why ${number}`)).toContain('Due times of 2026-00001')
  const ladder = await answered(stage, officer, `who ${number}`)
  expect(ladder).toContain('service quality head')
  expect(ladder).toContain('Li Jing')
  expect(await answered(stage, teller, 'who')).toContain(stage.slack.userIdOf(manager))
  expect(await answered(stage, teller, 'who 2026-11-25 09:00')).toContain('Renmin Road')
})

test('"org" names the units without a liaison, to those who may name one', async ({ stage }) => {
  await reorganised(stage, (document) => ({
    ...document,
    posts: document.posts.filter(({ person, role }) => !(person === 'p-zou-ping' && role === 'LIA')),
  }))
  expect(await answered(stage, officer, 'org')).toContain('Renmin Road Outlet')
  expect(await answered(stage, administrator, 'org')).toContain('Renmin Road Outlet')
  expect(await answered(stage, teller, 'org')).not.toContain('Renmin Road Outlet')
})

test('somebody whom the organisation does not know is told kindly whom to ask, wherever they press', async ({
  stage,
}) => {
  await leaves(stage, elsewhere)
  expect(await answered(stage, elsewhere, '')).toContain('belongs to nobody in the bank')
  const hands = stage.slack.as(elsewhere)
  await hands.globalShortcut('file_complaint')
  expect(JSON.stringify(hands.modal().view)).toContain('belongs to nobody')
  await hands.openHome()
  await expect.poll(() => JSON.stringify(hands.home()?.blocks)).toContain('belongs to nobody')
})

test('App Home is the desk of whoever opens it, and files from there', async ({ stage }) => {
  const number = await filed(stage)
  const hands = stage.slack.as(manager)
  await hands.openHome()
  await expect.poll(() => JSON.stringify(hands.home()?.blocks)).toContain(number)
  const home = hands.home()
  if (!home) throw new Error('no home')
  await hands.click(home, 'file:open')
  expect(hands.modal().callbackId).toBe('form:complaint:file')
})

test('a request with a bad signature or older than five minutes is refused, and nothing is done', async ({
  stage,
}) => {
  const hands = stage.slack.as(teller)
  await hands.command('/complaint', 'help')
  expect(await hands.resend({ secret: 'another secret of the same kind' })).toMatchObject({ status: 401 })
  expect(await hands.resend({ ageSeconds: 301 })).toMatchObject({ status: 401 })
  expect(await hands.resend({ ageSeconds: 200 })).toMatchObject({ status: 200 })
})
