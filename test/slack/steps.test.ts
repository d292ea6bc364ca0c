import { sql } from 'kysely'
import { expect } from 'vitest'
import { createPlay } from '../../src/sandbox/play.ts'
import type { Stage } from '../../src/sandbox/stage.ts'
import {
  answered,
  elsewhere,
  filed,
  leaves,
  manager,
  newest,
  officer,
  otherOfficer,
  sqHead,
  teller,
  test,
  triage,
} from './a-stage.ts'

/** Files a complaint and takes it to the handler's desk: level set, dispatched to the outlet's own complaint manager. */
async function dispatched(stage: Stage): Promise<string> {
  const play = createPlay(stage)
  const number = await filed(stage, { phone: '13812345678', name: 'Zhang Sanfeng' })
  await play.takes(manager, 'triage', triage, number)
  await stage.slack.as(officer).command('/complaint', `dispatch ${number}`)
  await stage.slack
    .as(officer)
    .modal()
    .fillIn({ handlingUnit: 'outlet-renmin-road', handler: manager })
    .submit()
  await stage.settle()
  return number
}

test.for(['triage 2026-00001', '定级 1', 'set level #1'])(
  'a step can be begun by its command in either language, and its form opens: /complaint %s',
  async (typed, { stage }) => {
    await filed(stage)
    const hands = stage.slack.as(officer)
    await hands.command('/complaint', typed)
    expect(hands.modal().callbackId).toBe('form:complaint:triage')
  },
)

test('a form that is sent closes once the step is committed', async ({ stage }) => {
  const number = await filed(stage)
  await stage.slack.as(officer).command('/complaint', `triage ${number}`)
  const sent = await stage.slack.as(officer).modal().fillIn(triage).submit()
  expect(sent).toMatchObject({ ok: true, closed: true })
  expect(await answered(stage, officer, number)).toContain('Level set')
})

test('what identifies the customer is masked in every later text, from what the vault knows', async ({
  stage,
}) => {
  const number = await dispatched(stage)
  const play = createPlay(stage)
  await play.takes(manager, 'take', undefined, number)
  await stage.slack.as(manager).command('/complaint', `contact ${number}`)
  await stage.slack
    .as(manager)
    .modal()
    .fillIn({ reached: 'yes', words: 'zhang sanfeng wants his 25 back', promise: 'call 13812345678' })
    .submit()
  const card = await answered(stage, manager, number)
  expect(card).toContain('138****5678')
  expect(card).not.toMatch(/13812345678/)
  const kept = await sql<{
    state: string
  }>`select state::text as state from matter where kind = 'complaint'`.execute(stage.redress.db)
  expect(kept.rows[0]?.state).not.toMatch(/sanfeng/i)
})

test('a step without questions is done by its button, and the message it stands on becomes the card of now', async ({
  stage,
}) => {
  const number = await dispatched(stage)
  const offer = await createPlay(stage).offer(manager, 'take', number)
  if (!offer) throw new Error('no offer')
  await stage.slack.as(manager).click(offer, 'step:take')
  const now = (await stage.slack.as(manager).messages()).find(({ ts }) => ts === offer.ts)
  expect(JSON.stringify(now?.blocks)).toContain('It is yours now')
  expect(JSON.stringify(now?.blocks)).toContain('step:contact')
})

test('a direct message that a form was opened from shows the state of now when the form is answered', async ({
  stage,
}) => {
  const number = await filed(stage)
  const play = createPlay(stage)
  const before = await play.offer(manager, 'triage', number)
  await play.takes(manager, 'triage', triage, number)
  const after = (await stage.slack.as(manager).messages()).find(({ ts }) => ts === before?.ts)
  expect(JSON.stringify(after?.blocks)).toContain('Level set')
  expect(JSON.stringify(after?.blocks)).not.toContain('step:triage')
})

test('a stale button says what happened meanwhile and shows the card of now', async ({ stage }) => {
  const number = await filed(stage)
  await stage.slack.as(officer).command('/complaint', `show ${number}`)
  const stale = await newest(stage, officer)
  await createPlay(stage).takes(manager, 'triage', triage, number)
  await stage.slack.as(officer).click(stale, 'step:triage')
  const told = await newest(stage, officer)
  expect(told.text).toMatch(/does not fit now.*Meanwhile Xie Fei set its level/)
  expect(JSON.stringify(told.blocks)).toContain('Level set')
  expect(stage.slack.as(officer).hasModal()).toBe(false)
})

test('a form that came too late keeps what was typed, and the card of now lies on top of it', async ({
  stage,
}) => {
  const number = await filed(stage)
  const hands = stage.slack.as(officer)
  await hands.command('/complaint', `triage ${number}`)
  hands.modal().fillIn(triage)
  await createPlay(stage).takes(manager, 'triage', triage, number)
  const sent = await hands.modal().submit()
  expect(sent.closed).toBe(false)
  expect(JSON.stringify(hands.modal().view)).toContain('Meanwhile')
  await hands.modal().cancel()
  expect(hands.modal().fields.find(({ blockId }) => blockId === 'business')?.value).not.toBe('')
})

test('a refusal that belongs to a field stands under it', async ({ stage }) => {
  const number = await filed(stage)
  const hands = stage.slack.as(officer)
  await hands.command('/complaint', `triage ${number}`)
  const sent = await hands
    .modal()
    .fillIn({ ...triage, level: 'L2' })
    .submit()
  expect(sent.errors).toEqual({ levelReason: 'A reason is needed here. Please write why.' })
})

test('a person picked in Slack who holds no place in the bank is refused under the field', async ({
  stage,
}) => {
  const number = await filed(stage)
  await createPlay(stage).takes(manager, 'triage', triage, number)
  await leaves(stage, elsewhere)
  const hands = stage.slack.as(officer)
  await hands.command('/complaint', `dispatch ${number}`)
  const sent = await hands.modal().fillIn({ handlingUnit: 'outlet-renmin-road', handler: elsewhere }).submit()
  expect(Object.keys(sent.errors)).toEqual(['handler'])
})

test('whoever may not take a step is told so, and no form opens', async ({ stage }) => {
  const number = await filed(stage)
  const told = await answered(stage, teller, `triage ${number}`)
  expect(told).toContain('This step is not yours')
  expect(stage.slack.as(teller).hasModal()).toBe(false)
})

test('clear data is shown to whoever has the right and a reason, in a modal that Slack does not keep, and it is logged', async ({
  stage,
}) => {
  const number = await dispatched(stage)
  const hands = stage.slack.as(officer)
  await hands.command('/complaint', number)
  await hands.click(await newest(stage, officer), 'reveal')
  const reason = 'contact'
  const [first] = (
    await sql<{
      code: string
    }>`select document->'lists'->'revealReason'->0->>'code' as code from policy_pack`.execute(
      stage.redress.db,
    )
  ).rows
  await hands
    .modal()
    .fillIn({ field: 'phone', reason: first?.code ?? reason })
    .submit()
  expect(JSON.stringify(hands.modal().view)).toContain('13812345678')
  expect(JSON.stringify(await hands.messages())).not.toContain('13812345678')
  const log = await stage.redress.db.selectFrom('access_log').select(['person', 'field']).execute()
  expect(log).toEqual([{ person: officer, field: 'phone' }])
})

test('whoever has no right to clear data is not offered any', async ({ stage }) => {
  await dispatched(stage)
  const hands = stage.slack.as(teller)
  await hands.command('/complaint', '1')
  const card = await newest(stage, teller)
  expect(JSON.stringify(card.blocks)).not.toContain('"reveal"')
})

test('from the desk to a card and on to a step, each modal lies on the other; the card shows the state of now after it', async ({
  stage,
}) => {
  const number = await filed(stage)
  const hands = stage.slack.as(manager)
  await hands.openHome()
  await expect.poll(() => JSON.stringify(hands.home()?.blocks)).toContain(number)
  const home = hands.home()
  if (!home) throw new Error('no home')
  await hands.click(home, 'Open')
  await hands.click(hands.modal(), 'step:triage')
  expect(hands.modal().callbackId).toBe('form:complaint:triage')
  await hands.modal().fillIn(triage).submit()
  await expect.poll(() => JSON.stringify(hands.modal().view)).toContain('Level set')
  await hands.click(hands.modal(), 'why')
  expect(hands.modal().title).toContain('Due times')
})

test('every officer and the head of service quality see the same case', async ({ stage }) => {
  const number = await filed(stage)
  expect(await answered(stage, otherOfficer, number)).toContain('The counter charged')
  expect(await answered(stage, sqHead, number)).toContain('The counter charged')
})

test('a step form sent twice is kept once, and its person is told nothing strange', async ({ stage }) => {
  const number = await filed(stage)
  await createPlay(stage).takes(manager, 'contact', { mode: 'phone', reached: 'no' }, number)
  const again = await stage.slack.as(manager).resend()
  expect(again).toMatchObject({ ok: true, status: 200, body: '' })
  const { rows } = await sql<{ contacts: number }>`
    select jsonb_array_length(state->'contacts') as contacts from matter`.execute(stage.redress.db)
  expect(rows).toEqual([{ contacts: 1 }])
})
