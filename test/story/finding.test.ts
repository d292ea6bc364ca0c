/**
 * Issue 2, "What a complaint does", point 7, and "Number that does not exist or that I may not see: the same answer for both".
 * Already shown in test/slack/asking.test.ts: show, mine, overdue, filters, pages, search, why, who, org, App Home, the nearest
 * command to an unknown one.
 */
import { describe, expect } from 'vitest'
import { stepNames } from '../../src/complaint/lifecycle.ts'
import { renderHome } from '../../src/sandbox/slack/render.ts'
import type { Stage } from '../../src/sandbox/stage.ts'
import { marked } from '../support/marked.ts'
import { asks, broughtToHandler, filing, replied, teller, test, typed, who } from '../support/a-story.ts'

const missing = '2026-09999'
const story = 'charged a fee of 25 twice'

async function mayRead(stage: Stage, person: string, number: string): Promise<boolean> {
  return (await asks(stage, person, `show ${number}`)).includes(story)
}

describe('who may read a complaint (DOMAIN.md 9.9)', () => {
  test('at the outlet: its filer, manager, unit head, service quality, the auditor; no other outlet, committee or head office', async ({
    stage,
    play,
  }) => {
    const number = await play.files(teller, filing)
    const table: [string, boolean][] = [
      [teller, true],
      [who.outletManager, true],
      [who.unitHead, true],
      [who.officer, true],
      [who.otherOfficer, true],
      [who.sqHead, true],
      [who.auditor, true],
      [who.stranger, false],
      ['p-bai-song', false], // manages another outlet of the same sub-branch
      [who.secretary, false], // the committee sees levels 1 and 2
      [who.headOffice, false], // head office sees what was passed up
      [who.admin, false],
    ]
    for (const [person, may] of table)
      expect([person, await mayRead(stage, person, number)]).toEqual([person, may])
  })

  test('once it is named level 2 the committee reads it, once it is passed up head office does', async ({
    stage,
    play,
  }) => {
    const number = await play.files(teller, { ...filing, facts: ['fundSafety'] })
    await play.takes(who.officer, 'triage', { ...typed.triage, level: 'L2' }, number)
    expect(await mayRead(stage, who.secretary, number)).toBe(true)
    expect(await mayRead(stage, who.headOffice, number)).toBe(false)
    await play.takes(
      who.officer,
      'escalate',
      { reason: 'branchCannotSolve', remark: 'sample remark' },
      number,
    )
    expect(await mayRead(stage, who.headOffice, number)).toBe(true)
  })

  test('the one complained about sees nothing of it, by no command', async ({ stage, play }) => {
    const number = await play.files(teller, { ...filing, respondents: [who.outletManager] })
    for (const text of [
      `show ${number}`,
      'mine',
      'overdue',
      'list',
      'search fee',
      `why ${number}`,
      `who ${number}`,
    ])
      expect([text, (await asks(stage, who.outletManager, text)).includes(story)]).toEqual([text, false])
    expect(await asks(stage, who.outletManager, 'list')).not.toContain(number)
  })
})

test('whatever is asked of a number I may not see, the answer is the one for a number that does not exist', async ({
  stage,
  play,
}) => {
  const number = await play.files(teller, filing)
  for (const verb of ['show', 'why', 'who', ...stepNames.map((step) => step.toLowerCase())]) {
    const [hidden, none] = [
      await asks(stage, who.stranger, `${verb} ${number}`),
      await asks(stage, who.stranger, `${verb} ${missing}`),
    ]
    expect([verb, hidden.replaceAll(number, '№')]).toEqual([verb, none.replaceAll(missing, '№')])
    expect(hidden).not.toContain(story)
  }
})

test('lists hide as cards do: each sees their own part of three complaints', async ({ stage, play }) => {
  const here = await play.files(teller, filing)
  const there = await play.files(who.stranger, filing)
  const grave = await play.files(who.stranger, { ...filing, facts: ['fundSafety'] })
  await play.takes(who.officer, 'triage', { ...typed.triage, level: 'L2' }, grave)
  const seen = async (person: string) => {
    const list = await asks(stage, person, 'list')
    return [here, there, grave].map((number) => list.includes(number))
  }
  expect(await seen(who.officer)).toEqual([true, true, true])
  expect(await seen(who.outletManager)).toEqual([true, false, false])
  expect(await seen(who.stranger)).toEqual([false, true, true])
  expect(await seen(who.secretary)).toEqual([false, false, true])
  expect(await seen('p-bai-song')).toEqual([false, false, false])
})

test('filters join: level, status, unit, open, in both languages’ words', async ({ stage, play }) => {
  const closed = await play.files(teller, { ...filing, anonymous: ['yes'] })
  await broughtToHandler(play, closed)
  await play.takes(who.handler, 'investigate', typed.investigate, closed)
  await play.takes(who.handler, 'propose', typed.propose, closed)
  await play.takes(who.unitHead, 'approve', typed.approve, closed)
  await play.takes(who.outletManager, 'close', typed.close, closed)
  const open = await play.files(teller, filing)
  const cases: [string, boolean, boolean][] = [
    ['list', true, true],
    ['list open', false, true],
    ['列表 未结', false, true],
    ['list state:closed', true, false],
    ['list level:L3 open unit:outlet-renmin-road', false, true],
    ['列表 三级', true, true],
    ['list level:L2 open', false, false],
  ]
  for (const [text, first, second] of cases) {
    const list = await asks(stage, who.officer, text)
    expect([text, list.includes(closed), list.includes(open)]).toEqual([text, first, second])
  }
})

test('"mine" and App Home are my desk: they follow the complaint from hand to hand', async ({
  stage,
  play,
}) => {
  const number = await play.files(teller, filing)
  const desk = async (person: string) => {
    const hands = stage.slack.as(person)
    await hands.openHome()
    await stage.redress.idle()
    const home = hands.home()
    return [
      (await asks(stage, person, 'mine')).includes(number),
      home ? renderHome(home, stage.slack.readerFor(person)).includes(number) : false,
    ]
  }
  expect(await desk(who.outletManager)).toEqual([true, true])
  expect(await desk(who.unitHead)).toEqual([false, false])
  await broughtToHandler(play, number)
  expect(await desk(who.outletManager)).toEqual([false, false])
  expect(await desk(who.handler)).toEqual([true, true])
  await play.takes(who.handler, 'contact', typed.contact, number)
  await play.takes(who.handler, 'investigate', typed.investigate, number)
  await play.takes(who.handler, 'propose', typed.propose, number)
  expect(await desk(who.unitHead)).toEqual([true, true])
})

test('a complaint is found by the customer’s ID, card, e-mail and phone, which stand nowhere in clear', async ({
  stage,
  play,
}) => {
  const number = await play.files(teller, { ...filing, ...marked })
  await broughtToHandler(play, number)
  await replied(play, number)
  for (const words of [
    marked.idNumber,
    marked.card,
    marked.phone,
    '１３９ １２３４ ５６７８',
    '6217 0012 3456 7890 122',
  ]) {
    const hands = stage.slack.as(who.officer)
    await hands.command('/complaint', `search ${words}`)
    const answer = (await hands.messages()).at(-1)
    expect([words, JSON.stringify(answer?.blocks).includes(number)]).toEqual([words, true])
  }
})
