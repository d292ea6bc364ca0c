import { expect } from 'vitest'
import { sql } from 'kysely'
import { complaintMatter } from '../../src/complaint/matter.ts'
import { machineActor } from '../../src/matter/actor.ts'
import type { Stage } from '../../src/sandbox/stage.ts'
import { sampleOrganisation, sampleRulebook } from '../support/a-house.ts'
import { given } from '../support/given.ts'
import { filed as toldFiled, triaged } from '../support/steps.ts'
import { filed, newest, officer, sqHead, test, triage } from './a-stage.ts'

const filedAndTriaged = [toldFiled(), triaged({ level: 'L2' })] as const

/** Sets a filed complaint to a level; the private channel opens at once. */
async function levelled(stage: Stage, level: 'L1' | 'L2'): Promise<string> {
  const number = await filed(stage)
  await sends(stage, `triage ${number}`, { ...triage, level, levelReason: 'sample reason' })
  return number
}

async function sends(stage: Stage, command: string, entries: Readonly<Record<string, string>>) {
  const hands = stage.slack.as(sqHead)
  await hands.command('/complaint', command)
  await hands.modal().fillIn(entries).submit()
  await stage.settle()
}

async function privateChannels(stage: Stage) {
  const all = await stage.slack.seen.conversations()
  return all.filter(({ kind }) => kind === 'private')
}

async function openChannel(stage: Stage, prefix: string) {
  const found = (await privateChannels(stage)).filter(
    ({ name, isArchived }) => name.startsWith(prefix) && !isArchived,
  )
  expect(found).toHaveLength(1)
  const [only] = found
  if (!only) throw new Error(`There is no open channel ${prefix}.`)
  return only
}

async function happened(stage: Stage, type: string): Promise<number> {
  const { rows } = await sql`select 1 from journal where event->>'type' = ${type}`.execute(stage.redress.db)
  return rows.length
}

/** Effects that were given up. */
async function setAside(stage: Stage): Promise<number> {
  const { rows } = await sql`select 1 from outbox where set_aside_at is not null`.execute(stage.redress.db)
  return rows.length
}

/** Archives a channel as somebody's hand would. */
async function archivesByHand({ slack }: Stage, channel: string): Promise<void> {
  const answer = await fetch(`${slack.url}conversations.archive`, {
    method: 'POST',
    headers: { authorization: `Bearer ${slack.botToken}`, 'content-type': 'application/json' },
    body: JSON.stringify({ channel }),
  })
  expect(await answer.json()).toMatchObject({ ok: true })
}

test('in an empty workspace a complaint gets its channel anew: people, topic, pinned card and bookmark', async ({
  stage,
}) => {
  const number = await levelled(stage, 'L2')
  const before = await openChannel(stage, 'c-')
  stage.slack.reset()
  await sends(stage, `relevel ${number}`, { level: 'L3', reason: 'sample reason' })
  const after = await openChannel(stage, 'c-')
  expect(after.id).not.toBe(before.id)
  expect({ ...after, members: after.members.toSorted() }).toMatchObject({
    name: before.name,
    topic: expect.stringContaining('Level 3'),
    members: before.members.toSorted(),
    bookmarks: [{ title: number }],
  })
  const pinned = after.messages.filter(({ ts }) => after.pins.includes(ts))
  expect(pinned.map(({ text }) => text)).toEqual([expect.stringContaining(number)])
  expect([await happened(stage, 'channelLost'), await setAside(stage)]).toEqual([1, 0])
})

test('in an empty workspace the emergency group meets anew, and its brief is pinned again', async ({
  stage,
}) => {
  await levelled(stage, 'L1')
  const before = await openChannel(stage, 'emergency-')
  stage.slack.reset()
  await stage.waits({ hours: 1 })
  const head = stage.slack.as(sqHead)
  await head.command('/complaint', 'show E2026-001')
  await head.click(await newest(stage, sqHead), 'emergency:instruct')
  await head.modal().fillIn({ from: 'head office', wording: 'sample wording' }).submit()
  await stage.settle()
  const after = await openChannel(stage, 'emergency-')
  expect(after.id).not.toBe(before.id)
  expect(after.members.toSorted()).toEqual(before.members.toSorted())
  expect(after.pins).toHaveLength(2)
  expect(await setAside(stage)).toBe(0)
})

test('a channel archived by hand while the case goes on is replaced by another one, and stays archived', async ({
  stage,
}) => {
  const number = await levelled(stage, 'L2')
  const before = await openChannel(stage, 'c-')
  await archivesByHand(stage, before.id)
  await sends(stage, `relevel ${number}`, { level: 'L3', reason: 'sample reason' })
  const after = await openChannel(stage, 'c-')
  expect([before.name, after.name]).toEqual(['c-2026-00001', 'c-2026-00001-2'])
  expect(after.members.toSorted()).toEqual(before.members.toSorted())
  const archived = (await privateChannels(stage)).find(({ id }) => id === before.id)
  expect(archived?.isArchived).toBe(true)
  expect([await happened(stage, 'channelLost'), await setAside(stage)]).toEqual([1, 0])
})

test.for([
  ['before', 'chat.postMessage'],
  ['before', 'pins.add'],
  ['before', 'chat.getPermalink'],
  ['before', 'bookmarks.list'],
  ['before', 'conversations.invite'],
  ['after', 'chat.update'],
  ['after', 'conversations.info'],
] as const)(
  'a channel that vanishes %s it was opened, at %s, is lost once and made anew, and nothing is given up',
  async ([moment, method], { stage }) => {
    const vanishes = () =>
      stage.slack.faults.next(
        method,
        { kind: 'error', error: 'channel_not_found' },
        1,
        ({ channel, channel_id: id }) => String(channel ?? id).startsWith('C'),
      )
    const number = await filed(stage)
    if (moment === 'before') vanishes()
    await sends(stage, `triage ${number}`, { ...triage, level: 'L2', levelReason: 'sample reason' })
    if (moment === 'after') vanishes()
    await sends(stage, `relevel ${number}`, { level: 'L3', reason: 'sample reason' })
    expect([await happened(stage, 'channelLost'), await setAside(stage)]).toEqual([1, 0])
    const channels = (await privateChannels(stage)).filter(({ name }) => name.startsWith('c-'))
    expect(channels.map(({ name }) => name)).toEqual(['c-2026-00001', 'c-2026-00001-2'])
    const members = ['bot', 'p-li-jing', 'p-qi-wei', 'p-xie-fei', officer]
    expect(channels.at(-1)).toMatchObject({ pins: [expect.anything()], bookmarks: [{ title: number }] })
    expect(channels.at(-1)?.members.toSorted()).toEqual(members.toSorted())
  },
)

test('a closed complaint gets no channel any more: one that vanished counts as archived', () => {
  const opened = given(...filedAndTriaged, [
    'machine',
    { step: 'noteChannel', channel: 'C1', name: 'c-2026-00123' },
  ])
  const closed = { ...opened.state, status: 'closed' as const }
  const lost = { step: 'noteChannelLost' as const, channel: 'C1' }
  const context = { now: opened.now, rulebook: sampleRulebook, organisation: sampleOrganisation }
  expect(complaintMatter.decide(closed, lost, machineActor, context, closed.id)).toMatchObject([
    { type: 'channelArchived' },
  ])
})

test('news of a channel that was given up already, or of another one, changes nothing', () => {
  const opened = given(...filedAndTriaged, [
    'machine',
    { step: 'noteChannel', channel: 'C1', name: 'c-2026-00123' },
  ])
  opened.when('machine', { step: 'noteChannelLost', channel: 'C0' }).givesNothing()
  const lost = opened.and(['machine', { step: 'noteChannelLost', channel: 'C1' }])
  lost.when('machine', { step: 'noteChannelLost', channel: 'C1' }).givesNothing()
  const again = lost.and(['machine', { step: 'noteChannel', channel: 'C2', name: 'c-2026-00123-2' }])
  again.when('machine', { step: 'noteChannelLost', channel: 'C1' }).givesNothing()
  expect(again.state.channel).toEqual({ id: 'C2', name: 'c-2026-00123-2' })
})

test('the morning’s list of a branch finds its channel made anew', async ({ stage }) => {
  await filed(stage)
  await stage.waitsUntil('2026-03-03T01:05:00Z')
  const before = await openChannel(stage, 'service-quality-')
  stage.slack.reset()
  await stage.waitsUntil('2026-03-04T01:05:00Z')
  const after = await openChannel(stage, 'service-quality-')
  expect(after.id).not.toBe(before.id)
  await stage.waitsUntil('2026-03-05T01:05:00Z')
  const later = await openChannel(stage, 'service-quality-')
  expect([later.id, later.messages.filter(({ subtype }) => !subtype).length]).toEqual([after.id, 2])
})
