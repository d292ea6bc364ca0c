import { expect } from 'vitest'
import {
  type SignedRequest,
  eventRequest,
  interactionRequest,
  postSigned,
} from '../../src/sandbox/slack/signed-post.ts'
import type { Stage } from '../../src/sandbox/stage.ts'
import { answers, filed, manager, newest, officer, teller, test, triage } from './a-stage.ts'

/** Sends a request of one's own making, signed as Slack signs. */
function posts({ redress, slack }: Stage, request: SignedRequest) {
  const signing = { secret: slack.signingSecret, ageSeconds: 0 }
  return postSigned(`http://127.0.0.1:${redress.port}/slack/events`, request, { signing, timeoutMs: 3000 })
}

/** What Slack last told the bot of a person's gesture. */
function lastSent({ slack }: Stage, person: string): Record<string, unknown> {
  const sent = slack.seen.traffic().findLast(({ kind, by }) => kind === 'gesture' && by === person)?.sent
  if (!sent) throw new Error(`${person} has made no gesture.`)
  return sent
}

/** A complaint's card on the officer's screen, whose button was pressed: what Slack sends for it, to be changed. */
async function pressed(stage: Stage): Promise<Record<string, unknown>> {
  const number = await filed(stage)
  const hands = stage.slack.as(officer)
  await hands.command('/complaint', number)
  await hands.click(await newest(stage, officer), 'why')
  return lastSent(stage, officer)
}

async function journalLines({ redress }: Stage): Promise<number> {
  return (await redress.db.selectFrom('journal').select('seq').execute()).length
}

test('an event that Slack repeats draws the same desk again, and changes nothing', async ({ stage }) => {
  const number = await filed(stage)
  const hands = stage.slack.as(manager)
  await hands.openHome()
  await stage.redress.idle()
  const [before, lines] = [hands.home()?.blocks, await journalLines(stage)]
  expect(JSON.stringify(before)).toContain(number)
  const event = lastSent(stage, manager)
  for (const retry of [1, 2, 3])
    expect(await posts(stage, eventRequest(event, retry))).toMatchObject({ status: 200 })
  await stage.redress.idle()
  expect(JSON.stringify(hands.home()?.blocks)).toBe(JSON.stringify(before))
  expect(await journalLines(stage)).toBe(lines)
})

test.for([
  ['a step that there never was', { action_id: 'step:fly', value: 'x' }],
  ['a step without its complaint', { action_id: 'step:triage', value: undefined }],
  ['a menu with nothing chosen', { action_id: 'step:more', type: 'overflow', selected_option: null }],
  ['a step of a matter that there never was', { action_id: 'meeting:open', value: 'x' }],
  ['a button of an earlier version', { action_id: 'acknowledge', value: '1' }],
  ['a page of an earlier version', { action_id: 'page:7', value: '7' }],
  ['why, without a complaint', { action_id: 'why', value: undefined }],
] as const)('%s is answered kindly, and nothing is done', async ([, action], { stage }) => {
  const payload = await pressed(stage)
  const lines = await journalLines(stage)
  const [original] = payload['actions'] as object[]
  const ack = await posts(stage, interactionRequest({ ...payload, actions: [{ ...original, ...action }] }))
  expect(ack).toMatchObject({ status: 200 })
  expect((await newest(stage, officer)).text).toContain('This step does not fit now')
  expect(await journalLines(stage)).toBe(lines)
})

test.for([
  ['open:x', 'x'],
  ['open:x', '0195f0a0-0000-7000-8000-000000000999'],
  ['step:triage', "'; drop table matter; --"],
  ['emergency:instruct', '0195f0a0-0000-7000-8000-000000000999'],
  ['reveal', '%00'],
])(
  '%s of a complaint that there never was (%s) has the answer of a number that does not exist',
  async ([id, value], { stage }) => {
    const payload = await pressed(stage)
    const [original] = payload['actions'] as object[]
    const action = { ...original, action_id: id, value }
    expect(await posts(stage, interactionRequest({ ...payload, actions: [action] }))).toMatchObject({
      status: 200,
    })
    expect((await newest(stage, officer)).text).toContain('no case of this number')
  },
)

test.for([
  ['nothing', ''],
  ['no JSON', '{"matter":'],
  ['a form of another shape', '{"step":"triage","complaint":7}'],
  ['a step that there never was', '{"matter":"complaint","id":"x","step":"fly","form":"f"}'],
  ['a step of another matter', '{"matter":"emergency","id":"x","step":"triage","form":"f"}'],
])(
  'a form that remembers %s keeps what was typed and says that it no longer fits',
  async ([, metadata], { stage }) => {
    const number = await filed(stage)
    const hands = stage.slack.as(officer)
    await hands.command('/complaint', `triage ${number}`)
    await hands.modal().fillIn(triage).submit()
    const payload = lastSent(stage, officer)
    const lines = await journalLines(stage)
    const view = { ...(payload['view'] as object), private_metadata: metadata }
    const ack = await posts(stage, interactionRequest({ ...payload, view }))
    expect(ack).toMatchObject({
      status: 200,
      body: { response_action: expect.stringMatching(/push|errors/) },
    })
    expect(JSON.stringify(ack.body)).toMatch(/does not fit now|no case of this number/)
    expect(await journalLines(stage)).toBe(lines)
  },
)

test('a form of a name that we no longer know is answered too', async ({ stage }) => {
  const hands = stage.slack.as(teller)
  await hands.command('/complaint')
  await hands.modal().fillIn(answers).submit()
  const payload = lastSent(stage, teller)
  const view = { ...(payload['view'] as object), callback_id: 'meeting:invite', private_metadata: '' }
  const ack = await posts(stage, interactionRequest({ ...payload, view }))
  expect(JSON.stringify(ack.body)).toContain('does not fit now')
})

test('a button pressed by somebody whom Slack does not know does no harm', async ({ stage }) => {
  const payload = await pressed(stage)
  const lines = await journalLines(stage)
  const user = { ...(payload['user'] as object), id: 'U0NOBODY' }
  expect(await posts(stage, interactionRequest({ ...payload, user }))).toMatchObject({ status: 200 })
  expect(await journalLines(stage)).toBe(lines)
})
