import { sql } from 'kysely'
import { expect } from 'vitest'
import type { Stage } from '../../src/sandbox/stage.ts'
import { answered, answers, filed, newest, officer, teller, test } from './a-stage.ts'

async function openForm(stage: Stage) {
  const hands = stage.slack.as(teller)
  await hands.command('/complaint')
  return hands
}

async function complaints(stage: Stage): Promise<number> {
  const { count } = await stage.redress.db
    .selectFrom('complaint')
    .select((eb) => eb.fn.countAll<string>().as('count'))
    .executeTakeFirstOrThrow()
  return Number(count)
}

test('filing tells the number, the level, the due times and what was masked, and nobody’s name', async ({
  stage,
}) => {
  const hands = await openForm(stage)
  await hands.click(hands.modal(), 'file:details')
  const story = 'The machine kept the card of Zhang Sanfeng, phone 13812345678.'
  const sent = await hands
    .modal()
    .fillIn({ ...answers, story, name: 'Zhang Sanfeng', phone: '138 1234 5678' })
    .submit()
  expect(sent.errors).toEqual({})
  const told = JSON.stringify(hands.modal().view)
  expect(told).toContain('2026-00001')
  expect(told).toContain('Masked in your text')
  expect(told).not.toContain('Zhang Sanfeng')
  expect(told).not.toContain('13812345678')
})

test('neither name nor phone stands anywhere in the database in clear', async ({ stage }) => {
  const hands = await openForm(stage)
  await hands.click(hands.modal(), 'file:details')
  const story = 'Zhang Sanfeng was told to come back; call 13812345678.'
  await hands
    .modal()
    .fillIn({ ...answers, story, name: 'Zhang Sanfeng', phone: '13812345678' })
    .submit()
  const { rows } = await sql<{ kept: string }>`
    select coalesce(string_agg(line, ' '), '') as kept from (
      select state::text as line from matter union all select event::text from journal union all select effect::text from outbox
    ) as lines`.execute(stage.redress.db)
  expect(rows[0]?.kept).toContain('138****5678')
  expect(rows[0]?.kept).not.toMatch(/Zhang Sanfeng|13812345678/)
})

test('the details come below what is typed already, which stays', async ({ stage }) => {
  const hands = await openForm(stage)
  hands.modal().fillIn({ story: 'The queue was long.' })
  await hands.click(hands.modal(), 'file:details')
  const { fields } = hands.modal()
  expect(fields.find(({ blockId }) => blockId === 'story')).toMatchObject({ value: 'The queue was long.' })
  expect(fields.map(({ blockId }) => blockId)).toContain('idNumber')
})

test('a form sent twice is one complaint', async ({ stage }) => {
  const hands = await openForm(stage)
  await hands.modal().fillIn(answers).submit()
  const again = await hands.resend()
  expect(JSON.stringify(again.body)).toContain('was filed already')
  expect(await complaints(stage)).toBe(1)
})

test('what is wrong stands under its field, and what was typed stays', async ({ stage }) => {
  const hands = await openForm(stage)
  await hands.click(hands.modal(), 'file:details')
  const sent = await hands
    .modal()
    .fillIn({ ...answers, phone: '12', card: '6222020200112233445' })
    .submit()
  expect(sent.closed).toBe(false)
  expect(Object.keys(sent.errors).toSorted()).toEqual(['card', 'phone'])
  expect(hands.modal().fields.find(({ blockId }) => blockId === 'story')).toMatchObject({
    value: answers['story'],
  })
})

test('a time that has not come yet is refused under its field', async ({ stage }) => {
  const hands = await openForm(stage)
  const tomorrow = stage.now().add({ hours: 24 }).toString()
  const sent = await hands
    .modal()
    .fillIn({ ...answers, receivedAt: tomorrow })
    .submit()
  expect(Object.keys(sent.errors)).toEqual(['receivedAt'])
})

test('with the database away the person is told that nothing was saved, with a reference, and the text stays', async ({
  stage,
}) => {
  const hands = await openForm(stage)
  await sql`alter table matter rename to matter_away`.execute(stage.redress.db)
  const sent = await hands.modal().fillIn(answers).submit()
  expect(sent).toMatchObject({ ok: true, closed: false })
  expect(Object.values(sent.errors)[0]).toMatch(/nothing was saved.*[0-9A-F]{6}/)
  await sql`alter table matter_away rename to matter`.execute(stage.redress.db)
  expect((await hands.modal().submit()).errors).toEqual({})
  expect(await complaints(stage)).toBe(1)
})

test('the shortcut files from anywhere, and the one on a message takes its text, masked', async ({
  stage,
}) => {
  const hands = stage.slack.as(teller)
  expect(await hands.globalShortcut('file_complaint')).toMatchObject({ ok: true })
  await hands.modal().cancel()
  await hands.says('general', 'A customer at window 3, 13812345678, waits for a refund')
  await hands.messageShortcut('file_from_message', await newest(stage, teller))
  expect(hands.modal().fields.find(({ blockId }) => blockId === 'story')).toMatchObject({
    value: 'A customer at window 3, 138****5678, waits for a refund',
  })
})

test('a form that comes too late for its trigger is told as such, and pressing again is asked for', async ({
  stage,
}) => {
  stage.slack.faults.next('views.open', { kind: 'error', error: 'expired_trigger_id' })
  expect(await answered(stage, teller, '')).toContain('please press again')
})

test('whoever may act is told of the new complaint by a message with buttons', async ({ stage }) => {
  const number = await filed(stage)
  const told = (await stage.slack.as('p-xie-fei').messages()).concat(await stage.slack.as(officer).messages())
  expect(JSON.stringify(told)).toContain(number)
  expect(JSON.stringify(told)).toContain('step:triage')
})
