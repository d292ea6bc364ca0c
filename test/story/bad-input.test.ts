/**
 * Issue 2, "Bad input". Already shown elsewhere: bad or old signature, unknown subcommand with its nearest match, incomplete
 * command, stale button and stale form, errors under their fields with the text kept, nothing saved with the database away
 * (test/slack/asking.test.ts, filing.test.ts, steps.test.ts); the number that I may not see (finding.test.ts).
 */
import { execFile } from 'node:child_process'
import path from 'node:path'
import { sql } from 'kysely'
import { expect, test as plain } from 'vitest'
import {
  broughtToHandler,
  filing,
  reads,
  sends,
  stateOf,
  teller,
  test,
  typed,
  who,
} from '../support/a-story.ts'
import { marked, markedText, marksIn } from '../support/marked.ts'

test('with the database away the reference told to the person is in the log, and nothing of what was typed', async ({
  stage,
  log,
}) => {
  const hands = stage.slack.as(teller)
  await hands.command('/complaint')
  await hands.click(hands.modal(), 'file:details')
  await sql`alter table matter rename to matter_away`.execute(stage.redress.db)
  const sent = await hands
    .modal()
    .fillIn({ ...filing, story: markedText, ...marked })
    .submit()
  await sql`alter table matter_away rename to matter`.execute(stage.redress.db)
  const [reference] = /[0-9A-F]{6}/.exec(Object.values(sent.errors).join()) ?? ['none was told']
  expect(log.lines.filter((line) => line.includes(reference))).toHaveLength(1)
  expect(marksIn(log.lines.join(''))).toEqual([])
})

test('with the database away a step is not half-done: no line, no message, and the same form is kept when it is back', async ({
  stage,
  play,
}) => {
  const number = await play.files(teller, filing)
  await broughtToHandler(play, number)
  const before = await stateOf(stage, number)
  const hands = stage.slack.as(who.handler)
  await hands.command('/complaint', `contact ${number}`)
  const form = hands.modal().fillIn(typed.contact)
  await sql`alter table journal rename to journal_away`.execute(stage.redress.db)
  expect((await form.submit()).closed).toBe(false)
  await sql`alter table journal_away rename to journal`.execute(stage.redress.db)
  expect(await stateOf(stage, number)).toEqual(before)
  expect((await hands.modal().submit()).errors).toEqual({})
  expect((await stateOf(stage, number))['contacts']).toHaveLength(1)
})

test('a time that has passed where one to come is asked for is refused under its field', async ({
  stage,
  play,
}) => {
  const number = await play.files(teller, filing)
  await broughtToHandler(play, number)
  const sent = await sends(stage, who.handler, `contact ${number}`, {
    ...typed.contact,
    promise: 'Call back.',
    promiseUntil: '2026-09-13T02:00:00Z',
  })
  expect(Object.keys(sent.errors)).toEqual(['promiseUntil'])
})

test('closing with the bank at fault and no action is refused, and says what is missing', async ({
  stage,
  play,
}) => {
  const number = await play.files(teller, { ...filing, anonymous: ['yes'] })
  await broughtToHandler(play, number)
  await play.takes(who.handler, 'investigate', typed.investigate, number)
  await play.takes(who.handler, 'propose', typed.propose, number)
  await play.takes(who.unitHead, 'approve', typed.approve, number)
  const { actions: _none, ...bare } = typed.close
  const sent = await sends(stage, who.outletManager, `close ${number}`, bare)
  expect(Object.keys(sent.errors)).toEqual(['actions'])
  expect(await stateOf(stage, number)).toMatchObject({ status: 'replied' })
})

test('markup in a free text stays text: nobody is pinged and no link is made by it', async ({
  stage,
  play,
}) => {
  const number = await play.files(teller, {
    ...filing,
    story: 'He said <!channel> & <https://sample.example|click> *now*',
  })
  await stage.slack.as(who.officer).command('/complaint', `show ${number}`)
  const card = (await stage.slack.as(who.officer).messages()).at(-1)
  expect(JSON.stringify(card?.blocks)).not.toMatch(/<!channel>|<https:/)
  expect(await reads(stage, who.officer)).toContain('<!channel>')
})

plain('a broken configuration is told whole, every line at once, and ends with 1', async () => {
  const cli = path.join(import.meta.dirname, '..', '..', 'src', 'cli.ts')
  const env = {
    PATH: process.env['PATH'],
    PORT: 'many',
    ROLE: 'cook',
    REDRESS_MASTER_KEY: 'short',
    SLACK_BOT_TOKEN: 'nonsense',
  }
  const { code, told } = await new Promise<{ code: unknown; told: string }>((resolve) => {
    execFile(process.execPath, [cli, 'start'], { env }, (error, stdout, stderr) =>
      resolve({ code: error?.code, told: `${stdout}${stderr}` }),
    )
  })
  expect(code).toBe(1)
  for (const name of ['PORT', 'ROLE', 'REDRESS_MASTER_KEY', 'SLACK_BOT_TOKEN']) expect(told).toContain(name)
  expect(told).not.toMatch(/^\s+at /m)
})
