import type { types } from '@slack/bolt'
import { WebClient } from '@slack/web-api'
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { createHandClock, refusalOf, startTinyBot, type TinyBank } from '../support/tiny-bot.ts'

const clock = createHandClock()
let bank: TinyBank
let triggers: string[] = []
beforeAll(async () => {
  bank = await startTinyBot(
    (app) => {
      app.command('/complaint', async ({ ack, body }) => {
        triggers.push(body.trigger_id)
        await ack()
      })
    },
    { now: clock.now },
  )
})
beforeEach(() => {
  bank.slack.reset()
  triggers = []
})
afterAll(async () => bank.close())

const client = () => bank.app.client
const userIdOf = (person: string) => bank.slack.userIdOf(person)

async function makeChannel(name = 'case-1'): Promise<string> {
  const made = await client().conversations.create({ name, is_private: true })
  return made.channel?.id ?? ''
}

test.for([
  ['投诉-1', 'invalid_name_specials'],
  ['Case-1', 'invalid_name_specials'],
  ['case 1', 'invalid_name_specials'],
  ['---', 'invalid_name_punctuation'],
  ['', 'invalid_name_required'],
  ['x'.repeat(81), 'invalid_name_maxlength'],
] as const)('a channel called "%s" is refused with %s', async ([name, error]) => {
  expect(await refusalOf(client().conversations.create({ name }))).toBe(error)
})

test('a name is taken even by an archived channel', async () => {
  const channel = await makeChannel()
  await client().conversations.archive({ channel })
  expect(await refusalOf(makeChannel())).toBe('name_taken')
})

test('an archived channel takes no message, no edit, no topic and no guest', async () => {
  const channel = await makeChannel()
  const { ts = '' } = await client().chat.postMessage({ channel, text: 'Card' })
  await client().conversations.archive({ channel })
  expect(await refusalOf(client().chat.postMessage({ channel, text: 'x' }))).toBe('is_archived')
  expect(await refusalOf(client().chat.update({ channel, ts, text: 'x' }))).toBe('is_inactive')
  expect(await refusalOf(client().conversations.setTopic({ channel, topic: 'x' }))).toBe('is_archived')
  expect(await refusalOf(client().conversations.invite({ channel, users: userIdOf('wangli') }))).toBe(
    'is_archived',
  )
})

test.for([
  ['left', 'cant_invite'],
  ['guest', 'user_is_restricted'],
] as const)('%s cannot be invited: %s', async ([person, error]) => {
  const channel = await makeChannel()
  expect(await refusalOf(client().conversations.invite({ channel, users: userIdOf(person) }))).toBe(error)
})

test('the bot cannot invite itself, a stranger, or somebody twice', async () => {
  const channel = await makeChannel()
  const invite = (users: string) => refusalOf(client().conversations.invite({ channel, users }))
  expect(await invite(bank.slack.botUserId)).toBe('cant_invite_self')
  expect(await invite('U0NOBODY')).toBe('user_not_found')
  expect(await invite(userIdOf('wangli'))).toBeUndefined()
  expect(await invite(userIdOf('wangli'))).toBe('already_in_channel')
})

test('a forced invitation takes those who may come and names the others', async () => {
  const channel = await makeChannel()
  const users = [userIdOf('wangli'), userIdOf('left')].join(',')
  const answer = await client().conversations.invite({ channel, users, force: true })
  expect(answer).toMatchObject({ ok: true, errors: [{ user: userIdOf('left'), error: 'cant_invite' }] })
  expect((await bank.slack.as('wangli').conversation('case-1')).members).toEqual(['bot', 'wangli'])
})

test('without force one bad name keeps everybody out', async () => {
  const channel = await makeChannel()
  const users = [userIdOf('wangli'), userIdOf('left')].join(',')
  expect(await refusalOf(client().conversations.invite({ channel, users }))).toBe('cant_invite')
  expect((await client().conversations.members({ channel })).members).toEqual([bank.slack.botUserId])
})

test('a private channel of others does not exist for the bot; a public one only lets it read', async () => {
  const secret = await bank.slack.makeChannel({ name: 'secret', creator: 'wangli', isPrivate: true })
  const open = await bank.slack.makeChannel({ name: 'open', creator: 'wangli', isPrivate: false })
  expect(await refusalOf(client().chat.postMessage({ channel: secret, text: 'x' }))).toBe('channel_not_found')
  expect(await refusalOf(client().conversations.history({ channel: secret }))).toBe('channel_not_found')
  expect(await refusalOf(client().chat.postMessage({ channel: open, text: 'x' }))).toBe('not_in_channel')
  expect(await refusalOf(client().conversations.history({ channel: open }))).toBeUndefined()
})

test('nobody can be written to who is not there', async () => {
  expect(await refusalOf(client().chat.postMessage({ channel: 'C0NONE', text: 'x' }))).toBe(
    'channel_not_found',
  )
  expect(await refusalOf(client().chat.postMessage({ channel: userIdOf('left'), text: 'x' }))).toBe(
    'channel_not_found',
  )
  expect(await refusalOf(client().conversations.open({ users: userIdOf('left') }))).toBe('user_disabled')
  expect(await refusalOf(client().users.info({ user: 'U0NONE' }))).toBe('user_not_found')
  expect(await refusalOf(client().users.lookupByEmail({ email: 'left@bank.example' }))).toBe(
    'users_not_found',
  )
})

test('an ephemeral message reaches members only', async () => {
  const channel = await makeChannel()
  const post = refusalOf(client().chat.postEphemeral({ channel, user: userIdOf('wangli'), text: 'x' }))
  expect(await post).toBe('user_not_in_channel')
})

test('a message Slack would not take is refused with the place of each problem', async () => {
  const blocks = [{ type: 'section', text: { type: 'mrkdwn', text: '' } }]
  const post = client().chat.postMessage({ channel: userIdOf('wangli'), text: 'x', blocks })
  await expect(post).rejects.toMatchObject({
    data: {
      error: 'invalid_blocks',
      response_metadata: {
        messages: ['[ERROR] must be more than 0 characters [json-pointer:/blocks/0/text/text]'],
      },
    },
  })
  expect(await refusalOf(client().chat.postMessage({ channel: userIdOf('wangli'), text: ' ' }))).toBe(
    'no_text',
  )
})

test('blocks without a text to fall back on are taken, with a warning in the chronicle', async () => {
  await client().apiCall('chat.postMessage', { channel: userIdOf('wangli'), blocks: [{ type: 'divider' }] })
  expect(bank.slack.seen.traffic().at(-1)?.warnings).toEqual(['missing_text_fallback'])
})

const view: types.ModalView = { type: 'modal', title: { type: 'plain_text', text: 'T' }, blocks: [] }

const open = (trigger = '') => refusalOf(client().views.open({ trigger_id: trigger, view }))

test('a trigger serves once', async () => {
  await bank.slack.as('wangli').command('/complaint')
  expect(await open(triggers[0])).toBeUndefined()
  expect(await open(triggers[0])).toBe('exchanged_trigger_id')
})

test('a trigger lives three seconds', async () => {
  await bank.slack.as('wangli').command('/complaint')
  await bank.slack.as('smith').command('/complaint')
  clock.push(3000)
  expect(await open(triggers[0])).toBeUndefined()
  clock.push(1)
  expect(await open(triggers[1])).toBe('expired_trigger_id')
  expect(await open('made-up')).toBe('invalid_trigger_id')
})

test('a view changed meanwhile is a hash conflict, and one that is gone is not found', async () => {
  await bank.slack.as('wangli').command('/complaint')
  const opened = await client().views.open({ trigger_id: triggers[0] ?? '', view })
  const viewId = opened.view?.id ?? ''
  const hash = opened.view?.hash ?? ''
  await client().views.update({ view_id: viewId, view, hash })
  expect(await refusalOf(client().views.update({ view_id: viewId, view, hash }))).toBe('hash_conflict')
  await bank.slack.as('wangli').modal().cancel()
  expect(await refusalOf(client().views.update({ view_id: viewId, view }))).toBe('not_found')
})

test('a method nobody knows is answered so, and with HTTP 200', async () => {
  expect(await refusalOf(client().apiCall('slackLists.create'))).toBe('unknown_method')
})

function callWith(token?: string): Promise<string | undefined> {
  const options = { slackApiUrl: bank.slack.url, retryConfig: { retries: 0 } }
  return refusalOf(new WebClient(token, options).auth.test())
}

test('a call without the token, or with another, is refused', async () => {
  expect(await callWith()).toBe('not_authed')
  expect(await callWith('xoxb-other')).toBe('invalid_auth')
})

test('a scope the bot was not given is missed by name', async () => {
  const poor = await startTinyBot(undefined, { scopes: ['chat:write'] })
  const calls = [
    poor.app.client.users.info({ user: 'U0WANGLI' }),
    poor.app.client.conversations.create({ name: 'x', is_private: true }),
  ]
  const needed = await Promise.all(calls.map((call) => call.catch((error: unknown) => error)))
  expect(needed).toMatchObject([
    { data: { error: 'missing_scope', needed: 'users:read' } },
    { data: { error: 'missing_scope', needed: 'groups:write' } },
  ])
  await poor.close()
})

test('a user is told with locale, zone and standing', async () => {
  const { user } = await client().users.info({ user: userIdOf('wangli'), include_locale: true })
  expect(user).toMatchObject({
    id: 'U0WANGLI',
    locale: 'zh-CN',
    tz: 'Asia/Shanghai',
    tz_offset: 28_800,
    is_restricted: false,
    profile: { email: 'wangli@bank.example' },
  })
  expect((await client().users.info({ user: userIdOf('guest') })).user).toMatchObject({ is_restricted: true })
  expect((await client().users.info({ user: userIdOf('left') })).user).toMatchObject({ deleted: true })
})

test('members come a hundred at a time unless more are asked for', async () => {
  const many = await startTinyBot(undefined, {
    people: Array.from({ length: 120 }, (_, index) => ({
      id: `p${index}`,
      name: `P ${index}`,
      email: `p${index}@bank.example`,
      locale: 'en-US',
      timeZone: 'UTC',
    })),
  })
  const channel = await many.slack.makeChannel({
    name: 'crowd',
    creator: 'p0',
    isPrivate: false,
    members: ['bot'],
  })
  const others = Array.from({ length: 119 }, (_, index) => many.slack.userIdOf(`p${index + 1}`))
  await many.app.client.conversations.invite({ channel, users: others.slice(0, 60).join(',') })
  await many.app.client.conversations.invite({ channel, users: others.slice(60).join(',') })
  const first = await many.app.client.conversations.members({ channel })
  const second = await many.app.client.conversations.members({
    channel,
    cursor: first.response_metadata?.next_cursor ?? '',
  })
  expect([first.members?.length, second.members?.length]).toEqual([100, 21])
  await many.close()
})

test('a person who leaves is gone for the bot at once', async () => {
  bank.slack.changePerson('wangli', { deactivated: true })
  expect(await refusalOf(client().conversations.open({ users: userIdOf('wangli') }))).toBe('user_disabled')
})

test('a message is found since an instant of the pushed clock', async () => {
  const channel = await makeChannel()
  await client().chat.postMessage({ channel, text: 'before' })
  clock.push(86_400_000)
  const since = String(clock.now().epochMilliseconds / 1000)
  await client().chat.postMessage({ channel, text: 'after' })
  const found = await client().conversations.history({ channel, oldest: since, inclusive: true })
  expect(found.messages?.map((message) => message.text)).toEqual(['after'])
})

test('a permalink leads to the message by its channel and time', async () => {
  const channel = await makeChannel()
  const { ts = '' } = await client().chat.postMessage({ channel, text: 'Card' })
  const { permalink } = await client().chat.getPermalink({ channel, message_ts: ts })
  expect(permalink).toMatch(new RegExp(`/archives/${channel}/p${ts.replace('.', '')}$`))
})

test('a file goes up in the two steps of today and stands in the channel', async () => {
  const channel = await makeChannel()
  await client().filesUploadV2({
    channel_id: channel,
    filename: 'report.csv',
    title: 'Report',
    content: 'a,b',
  })
  const seen = await bank.slack.seen.conversations()
  const messages = seen.find((conversation) => conversation.id === channel)?.messages ?? []
  expect(messages.flatMap((message) => message.files)).toEqual(['Report'])
})
