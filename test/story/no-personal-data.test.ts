/**
 * DESIGN 1, promise 6, and issue 2 "Personal data goes into the vault from the first commit": marked values of people who do not
 * exist are typed into every form, and then looked for in every table, in all that the bot says to Slack, and in the log. Redis:
 * replicas.test.ts. What is masked how: test/rules/vault-*.test.ts; clear values for a right and a reason: test/slack/steps.test.ts.
 */
import { sql } from 'kysely'
import { expect } from 'vitest'
import { asks, filing, sends, stateOf, teller, test, typed, who } from '../support/a-story.ts'
import { whereMarksStand } from '../support/last-look.ts'
import { marked, markedText } from '../support/marked.ts'

test('through the whole way of a level-1 complaint, with the values in every free text, they stand nowhere', async ({
  stage,
  play,
  log,
}) => {
  const number = await play.files(teller, {
    ...filing,
    story: markedText,
    facts: ['lifeThreat'],
    product: markedText,
    ...marked,
  })
  await play.takes(who.officer, 'triage', { ...typed.triage, level: 'L1' }, number)
  await play.takes(who.sqHead, 'instruct', { from: `Desk, for ${marked.name}`, wording: markedText })
  await play.takes(who.officer, 'situation', {
    facts: markedText,
    measures: markedText,
    media: markedText,
    nextUpdate: stage.now().add({ hours: 3 }).toString(),
  })
  await play.takes(
    who.officer,
    'reportUp',
    { reportedTo: ['committee'], mode: 'phone', note: markedText },
    number,
  )
  await play.takes(who.officer, 'dispatch', { ...typed.dispatch, instruction: markedText }, number)
  await play.takes(who.handler, 'sendBack', { reason: 'other', remark: markedText }, number)
  await sends(stage, who.officer, `dispatch ${number}`, { ...typed.dispatch, instruction: markedText })
  await play.takes(who.handler, 'take', undefined, number)
  await play.takes(
    who.handler,
    'contact',
    { ...typed.contact, words: markedText, promise: markedText },
    number,
  )
  await play.takes(
    who.handler,
    'investigate',
    {
      ...typed.investigate,
      facts: markedText,
      evidence: markedText,
      records: markedText,
      statement: markedText,
      similar: markedText,
    },
    number,
  )
  await play.takes(
    who.handler,
    'propose',
    { ...typed.propose, solution: markedText, basis: markedText, script: markedText, risk: markedText },
    number,
  )
  await play.takes(
    who.director,
    'approve',
    { decision: 'approve', remark: markedText, conditions: markedText },
    number,
  )
  await play.takes(who.handler, 'reply', { ...typed.reply, summary: markedText, letter: marked.card }, number)
  await play.takes(who.officer, 'escalate', { reason: 'customerInsists', remark: markedText }, number)
  await sends(stage, who.sqHead, `relevel ${number}`, { level: 'L2', reason: markedText })
  await stage.waits({ hours: 40 })
  await play.takes(
    who.officer,
    'seen',
    { newTime: stage.now().add({ hours: 9 }).toString(), reason: markedText },
    number,
  )
  await play.takes(who.officer, 'followUp', { ...typed.followUp, comment: markedText }, number)
  await sends(stage, who.officer, `close ${number}`, typed.close)
  await play.takes(who.officer, 'finalReport', {
    rootCause: markedText,
    impact: markedText,
    measures: markedText,
    lessons: markedText,
  })
  await play.takes(who.sqHead, 'standDown', { reason: markedText })
  expect(await stateOf(stage, number)).toMatchObject({ status: 'closed' })
  for (const person of [who.officer, who.handler, who.sqHead, who.director])
    for (const question of [`show ${number}`, `why ${number}`, 'mine', 'list'])
      await asks(stage, person, question)
  expect(await whereMarksStand(stage, log.lines)).toEqual([])
})

test('the look finds what stands in clear: a value written into a table, a message or the log is reported', async ({
  stage,
  play,
  log,
}) => {
  await play.files(teller, filing)
  expect(await whereMarksStand(stage, [...log.lines, `{"to":"${marked.email}"}`])).toEqual([
    `log: ${marked.email}`,
  ])
  await sql`update outbox set last_error = ${`no ${marked.phone}`} where id = 1`.execute(stage.redress.db)
  expect(await whereMarksStand(stage, log.lines)).toEqual([`public.outbox: ${marked.phone}`])
  await sql`update outbox set last_error = null`.execute(stage.redress.db)
})

test('what is typed before the details are opened is not sent back to Slack in clear', async ({
  stage,
  log,
}) => {
  const hands = stage.slack.as(teller)
  await hands.command('/complaint')
  hands.modal().fillIn({ story: `电话 139 1234 5678，卡号 ${marked.card}` })
  await hands.click(hands.modal(), 'file:details')
  expect(hands.modal().fields.map(({ blockId }) => blockId)).toContain('idNumber')
  const updates = stage.slack.seen.traffic().filter(({ what }) => what === 'views.update')
  expect(updates.length).toBeGreaterThan(0)
  expect(JSON.stringify(updates.map(({ sent }) => sent))).not.toMatch(/139 ?1234|6217001234567890122/)
  await hands.modal().cancel()
  expect(log.lines.join('')).not.toContain(marked.card)
})

test('what is typed behind a command that we do not know is not said again in clear', async ({ stage }) => {
  for (const text of [
    `call ${marked.phone}`,
    `list unit:${marked.phone}`,
    `search ${marked.card}`,
    `show ${marked.idNumber}`,
  ])
    await asks(stage, teller, text)
})
