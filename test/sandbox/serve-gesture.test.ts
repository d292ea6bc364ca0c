import { expect } from 'vitest'
import { fieldName } from '../../src/sandbox/serve/field-name.ts'
import type { Gesture } from '../../src/sandbox/serve/gesture.ts'
import { createStage } from '../../src/sandbox/stage.ts'
import { answers, filed, manager, officer, teller, test, triage } from '../slack/a-stage.ts'
import { pageOf, withTyped } from './a-page.ts'

const field = (name: string) => fieldName(name, name)

test('a complaint is filed by typing, with the details asked for in between and nothing typed lost', async ({
  stage,
}) => {
  const page = pageOf(stage, teller)
  expect(await page.types('')).toEqual({ ok: true })
  const short = await page.modal()
  const values = withTyped(short.values, { story: answers['story'] as string, amount: '25' })
  const place = { blockId: 'file-details', actionId: 'file:details' }
  const surface = { kind: 'modal', id: short.id, values } as const
  expect(await page.does({ do: 'use', surface, ...place, entry: null })).toEqual({ ok: true })

  const long = await page.modal()
  expect(long.id).toBe(short.id)
  expect(long.hash).not.toBe(short.hash)
  expect(long.blocks.length).toBeGreaterThan(short.blocks.length)
  expect(long.values[field('story')]).toBe(answers['story'])

  expect(await page.submits({ request: 'feeRefund', outlet: 'outlet-renmin-road' })).toEqual({ ok: true })
  const told = await page.modal()
  expect(JSON.stringify(told.blocks)).toContain('2026-00001')
  expect(await page.does({ do: 'close', modal: told.id })).toEqual({ ok: true })
  expect((await page.sees()).modals).toEqual([])
  expect(JSON.stringify(await pageOf(stage, manager).dm())).toContain('2026-00001')
})

test('what Slack finds wrong stands under the field in the reader’s language, and the bot never hears of it', async ({
  stage,
}) => {
  const page = pageOf(stage, teller)
  await page.types('')
  const before = stage.slack.seen.traffic().length
  expect(await page.submits({ story: '' })).toEqual({ ok: true })
  expect((await page.modal()).errors).toMatchObject({ story: 'Please complete this required field.' })
  stage.slack.changePerson(teller, { locale: 'zh-CN' })
  await page.submits({ story: '' })
  expect((await page.modal()).errors).toMatchObject({ story: '请填写此必填字段。' })
  expect(stage.slack.seen.traffic()).toHaveLength(before)
})

test('what the bot finds wrong stands under the field, and what was typed stays', async ({ stage }) => {
  const page = pageOf(stage, teller)
  await page.types('')
  const { outlet, request, story } = answers as Record<string, string>
  const typed = { outlet, request, story, receivedAt: '2026-03-02T18:00' } as Record<string, string>
  expect(await page.submits(typed)).toEqual({ ok: true })
  const { errors, values } = await page.modal()
  expect(Object.keys(errors)).toEqual(['receivedAt'])
  expect(values[field('receivedAt')]).toBe('2026-03-02T18:00')
  expect(values[field('story')]).toBe(story)
})

test('a time is typed on the clock of whoever types it', async ({ stage }) => {
  stage.slack.changePerson(teller, { timeZone: 'Europe/London' })
  const page = pageOf(stage, teller)
  await page.types('')
  expect((await page.modal()).values[field('receivedAt')]).toBe('2026-03-02T02:00')
  const { outlet, request, story } = answers as Record<string, string>
  await page.submits({ outlet, request, story, receivedAt: '2026-03-01T23:30' } as Record<string, string>)
  const sent = stage.slack.seen.traffic().findLast(({ what }) => what.startsWith('submits'))?.sent
  expect(sent).toMatchObject({
    view: {
      state: {
        values: {
          receivedAt: {
            receivedAt: {
              selected_date_time: Temporal.Instant.from('2026-03-01T23:30:00Z').epochMilliseconds / 1000,
            },
          },
        },
      },
    },
  })
})

test('a button on a card opens its form, and the card shows the state of now once the form is sent', async ({
  stage,
}) => {
  await filed(stage)
  const page = pageOf(stage, manager)
  const card = await page.offer('step:triage')
  expect(await page.presses(card, 'step:triage')).toEqual({ ok: true })
  expect((await page.modal()).title).toBe('Accept and set level')
  expect(await page.submits(triage as Readonly<Record<string, string>>)).toEqual({ ok: true })
  expect((await page.sees()).modals).toEqual([])
  const after = (await page.dm()).find(({ ts }) => ts === card.ts)
  expect(JSON.stringify(after?.blocks)).not.toContain('step:triage')
  expect(await page.presses(card, 'step:triage')).toMatchObject({
    ok: false,
    why: { en: expect.stringContaining('no longer there') },
  })
})

test('shortcuts open the form, from anywhere and from a message', async ({ stage }) => {
  const page = pageOf(stage, teller)
  expect(await page.does({ do: 'shortcut', callbackId: 'file_complaint' })).toEqual({ ok: true })
  await page.does({ do: 'close', modal: (await page.modal()).id })
  const channel = await page.general()
  await page.does({ do: 'says', channel, text: 'The card was kept & <not> returned' })
  const [message] = (await page.sees()).conversations[0]?.messages ?? []
  expect(message?.text).toBe('The card was kept &amp; &lt;not&gt; returned')
  const shortcut = { do: 'messageShortcut', callbackId: 'file_from_message', channel } as const
  expect(await page.does({ ...shortcut, ts: message?.ts ?? '' })).toEqual({ ok: true })
  expect((await page.modal()).values[field('story')]).toContain('The card was kept & <not> returned')
})

test('a reply stands in the thread, for everybody and in the event that Slack sends', async ({ stage }) => {
  const page = pageOf(stage, teller)
  const channel = await page.general()
  await page.does({ do: 'says', channel, text: 'Who has the key?' })
  const [root] = (await page.sees()).conversations[0]?.messages ?? []
  const threadTs = root?.ts ?? ''
  const other = pageOf(stage, officer)
  expect(await other.does({ do: 'says', channel, text: 'I have.', threadTs })).toEqual({ ok: true })
  await page.does({ do: 'reacts', channel, ts: threadTs, emoji: 'eyes' })
  const [first, reply] = (await page.sees()).conversations[0]?.messages ?? []
  expect(first).toMatchObject({ from: teller, reactions: ['eyes'] })
  expect(first).not.toHaveProperty('threadTs')
  expect(reply).toMatchObject({ from: officer, name: 'Zhou Lin', text: 'I have.', threadTs })
  const event = stage.slack.seen.traffic().findLast(({ what }) => what === 'event message')?.sent
  expect(event).toMatchObject({ event: { text: 'I have.', thread_ts: threadTs } })
})

test('the Home tab is drawn when it is opened', async ({ stage }) => {
  const page = pageOf(stage, officer)
  expect(await page.sees()).not.toHaveProperty('home')
  expect(await page.does({ do: 'openHome' })).toEqual({ ok: true })
  expect((await page.sees()).home?.blocks.length).toBeGreaterThan(0)
})

test('with the bot stopped, Slack says what it says, and the page what lay behind it', async ({ stage }) => {
  await filed(stage)
  const page = pageOf(stage, manager)
  const card = await page.offer('step:triage')
  await page.does({ do: 'openHome' })
  await page.presses(card, 'step:triage')
  const form = await page.modal()
  await stage.setBot('stopped')

  const why = { en: 'The bot is not running: nobody took the request.' }
  expect(await page.types('mine')).toMatchObject({
    ok: false,
    said: {
      en: '/complaint failed with the error "dispatch_failed"',
      zh: '/complaint 失败，错误为“dispatch_failed”',
    },
    why,
  })
  const [alone] = (await page.sees()).conversations[0]?.messages ?? []
  expect(alone).toMatchObject({
    from: 'slack',
    isEphemeral: true,
    text: expect.stringContaining('dispatch_failed'),
  })

  const values = withTyped(form.values, { level: 'L3', caseType: 'complaint', channelCode: 'A11' })
  const more = { business: 'B02', cause: 'C07', statutoryBasis: 'own' }
  const whole = withTyped(values, more)
  const trouble = { en: 'We had some trouble connecting. Try again?' }
  const submitted = await page.does({ do: 'submit', modal: form.id, values: whole })
  expect(submitted).toMatchObject({ ok: false, said: trouble, why })
  expect(await page.modal()).toMatchObject({ errors: { '': trouble.en }, values: whole })

  const warning = { en: '⚠ Slack shows a warning sign beside it and says nothing.' }
  expect(await page.presses(card, 'step:triage')).toMatchObject({ ok: false, said: warning, why })
  const shortcut = await page.does({ do: 'shortcut', callbackId: 'file_complaint' })
  expect(shortcut).toMatchObject({ ok: false, said: { en: expect.stringContaining('opens nothing') }, why })
  expect(await page.does({ do: 'openHome' })).toMatchObject({ ok: false, why })

  await stage.setBot('running')
  expect(await page.does({ do: 'submit', modal: form.id, values: whole })).toEqual({ ok: true })
})

test('a bot too slow for Slack is given up; what it then does with its trigger is too late', async ({
  database,
}) => {
  const start = '2026-03-02T02:00:00Z'
  const stage = await createStage({ databaseUrl: database.url, start, language: 'en', ackTimeoutMs: 20 })
  await stage.setBot('slow')
  const answer = await pageOf(stage, teller).types('')
  const opened = stage.slack.seen.traffic().find(({ what }) => what === 'views.open')
  await stage.stop()
  expect(answer).toMatchObject({
    ok: false,
    said: { en: '/complaint failed with the error "operation_timeout"' },
    why: { en: expect.stringContaining('within three seconds') },
  })
  expect(opened?.answer).toEqual({ ok: false, error: 'expired_trigger_id' })
})

test('a form that comes too late for its trigger is told so', async ({ stage }) => {
  stage.slack.faults.next('views.open', { kind: 'error', error: 'expired_trigger_id' }, 2)
  expect(await pageOf(stage, teller).types('')).toEqual({
    ok: false,
    said: { zh: 'Slack 没有提示，也没有打开窗口。', en: 'Slack says nothing, and no window opens.' },
    why: {
      zh: 'Slack 拒绝了 views.open（expired_trigger_id）：trigger_id 只有三秒有效，机器人用得太晚。',
      en: 'Slack refused views.open (expired_trigger_id): a trigger_id lives three seconds, and the bot used it too late.',
    },
  })
})

test('what is gone meanwhile is told as gone', async ({ stage }) => {
  await filed(stage)
  const page = pageOf(stage, teller)
  const channel = await page.general()
  await page.types('')
  const { id, values } = await page.modal()
  await page.does({ do: 'close', modal: id })
  const gone: readonly (readonly [Gesture, string])[] = [
    [{ do: 'close', modal: id }, 'window'],
    [{ do: 'submit', modal: id, values: withTyped(values, {}) }, 'window'],
    [
      { do: 'use', surface: { kind: 'modal', id, values: {} }, blockId: 'b', actionId: 'a', entry: null },
      'window',
    ],
    [{ do: 'use', surface: { kind: 'home' }, blockId: 'b', actionId: 'a', entry: null }, 'Home tab'],
    [
      {
        do: 'use',
        surface: { kind: 'message', channel, ts: '1.2' },
        blockId: 'b',
        actionId: 'a',
        entry: null,
      },
      'message',
    ],
    [{ do: 'messageShortcut', callbackId: 'file_from_message', channel, ts: '1.2' }, 'message'],
    [{ do: 'says', channel: 'C0NOWHERE', text: 'hello' }, 'channel'],
    [{ do: 'command', command: '/complaint', text: '', channel: 'C0NOWHERE' }, 'channel'],
  ]
  for (const [gesture, what] of gone) {
    // oxlint-disable-next-line no-await-in-loop -- one person, one gesture after the other
    const answer = await page.does(gesture)
    expect(answer).toMatchObject({ ok: false, said: { en: expect.stringContaining(what) } })
  }
})

test('Slack itself refuses a command that no manifest has, and words to an app whose messages tab is read-only', async ({
  stage,
}) => {
  await filed(stage)
  const page = pageOf(stage, manager)
  const [message] = await page.dm()
  const before = stage.slack.seen.traffic().length
  const channel = message?.channel ?? ''
  expect(await page.does({ do: 'command', command: '/lunch', text: '', channel })).toMatchObject({
    ok: false,
    said: { en: '/lunch is not a valid command.' },
  })
  expect(await page.does({ do: 'says', channel, text: 'hello' })).toMatchObject({
    ok: false,
    said: { en: 'Sending messages to this app has been turned off.' },
  })
  expect(stage.slack.seen.traffic()).toHaveLength(before)
})

test('nobody acts for somebody whom the bank does not have, and no nonsense is entered', async ({
  stage,
}) => {
  await expect(pageOf(stage, 'p-nobody').types('')).rejects.toMatchObject({ status: 404 })
  const page = pageOf(stage, teller)
  await page.types('')
  await expect(page.submits({ receivedAt: 'yesterday' })).rejects.toMatchObject({ status: 400 })
})
