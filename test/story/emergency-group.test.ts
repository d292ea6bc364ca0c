/**
 * Issue 4, "Level-1 emergency group": confirmed by the head, reports to committee and head office, tasks, the log, marked
 * messages, several complaints under one emergency, clusters, the committee's resolution, standing down with its conditions,
 * the closing report and the review meeting. The group's first minutes are told in `emergency.test.ts`.
 */
import { describe, expect } from 'vitest'
import type { Play } from '../../src/sandbox/play.ts'
import type { Stage } from '../../src/sandbox/stage.ts'
import {
  broughtToHandler,
  channelNamed,
  filing,
  privateChannels,
  sends,
  stateOf,
  teller,
  test,
  timesTold,
  toldTo,
  typed,
  who,
} from '../support/a-story.ts'
import { marked } from '../support/marked.ts'

const { officer, sqHead, director, secretary, liaison } = who
const both = ['committee', 'headOffice']
const finalReport = {
  rootCause: 'A fault.',
  impact: 'Thirty customers.',
  measures: 'Repaid.',
  lessons: 'Check.',
}

async function levelOne(play: Play, more: Parameters<Play['files']>[1] = {}): Promise<string> {
  const number = await play.files(teller, { ...filing, facts: ['lifeThreat', 'mediaPublished'], ...more })
  await play.takes(officer, 'triage', { ...typed.triage, level: 'L1' }, number)
  return number
}

async function emergencyState(stage: Stage, number = 'E2026-001'): Promise<Record<string, unknown>> {
  const row = await stage.redress.db
    .selectFrom('emergency')
    .innerJoin('matter', 'matter.id', 'emergency.id')
    .select('matter.state')
    .where('matter.kind', '=', 'emergency')
    .where('emergency.number', '=', number)
    .executeTakeFirstOrThrow()
  return row.state as Record<string, unknown>
}

/** Takes the complaint to its reply: the director approves at level 1. */
async function answered(play: Play, number: string): Promise<void> {
  await play.takes(officer, 'dispatch', typed.dispatch, number)
  await play.takes(who.handler, 'take', undefined, number)
  await play.takes(who.handler, 'contact', typed.contact, number)
  await play.takes(who.handler, 'investigate', typed.investigate, number)
  await play.takes(who.handler, 'propose', typed.propose, number)
  await play.takes(director, 'approve', typed.approve, number)
  await play.takes(who.handler, 'reply', typed.reply, number)
}

describe('the group', () => {
  test('is confirmed by the head: who is added is brought in, who is struck leaves the channel and is told why', async ({
    stage,
    play,
  }) => {
    await levelOne(play)
    const { members } = (await emergencyState(stage)) as { members: string[] }
    const wanted = [...members.filter((person) => person !== secretary), who.member]
    await play.takes(sqHead, 'confirmGroup', { members: wanted, reason: 'She is abroad.' })
    const group = await channelNamed(stage, 'emergency')
    expect(group.members).toContain(who.member)
    expect(group.members).not.toContain(secretary)
    expect(await timesTold(stage, secretary, /took you out of the emergency group.*She is abroad/)).toBe(1)
    expect(await timesTold(stage, who.member, /You are in the level-1 emergency group E2026-001/)).toBe(1)
  })

  test('reports by word of mouth once for itself and its complaint, whichever it is recorded in', async ({
    stage,
    play,
  }) => {
    const number = await levelOne(play)
    await play.takes(officer, 'oralReport', {
      reportedTo: both,
      heardBy: 'Duty desk',
      summary: 'Thirty people.',
    })
    const { clocks } = (await stateOf(stage, number)) as { clocks: { code: string; stoppedAt?: string }[] }
    expect(clocks.find(({ code }) => code === 'reportUp')?.stoppedAt).toBeDefined()
    await stage.waits({ hours: 1, minutes: 1 })
    expect(await timesTold(stage, director, /overdue: oral report/)).toBe(0)
  })

  test('gives tasks with an owner and a time, and calls for them', async ({ stage, play }) => {
    await levelOne(play)
    const taskDue = stage.now().add({ minutes: 40 }).toString()
    await play.takes(officer, 'assignTask', { work: 'Check every debit.', taskOwner: who.handler, taskDue })
    expect(await timesTold(stage, who.handler, /gave you a task in the emergency E2026-001 \(task 1\)/)).toBe(
      1,
    )
    await stage.waits({ minutes: 41 })
    expect(await timesTold(stage, who.handler, /overdue: task \(task 1\)/)).toBe(1)
    await play.takes(who.handler, 'finishTask', { result: 'All checked.' })
    expect(await emergencyState(stage)).toMatchObject({ tasks: [{ done: { result: 'All checked.' } }] })
    expect(await timesTold(stage, director, /finished a task/)).toBe(1)
  })

  test('lets the committee vote on the plan, once each, and is told the resolution', async ({
    stage,
    play,
  }) => {
    await levelOne(play)
    await play.takes(sqHead, 'putToVote', { handlingPlan: 'Repay everybody.' })
    const { ballots } = (await emergencyState(stage)) as { ballots: { electors: string[] }[] }
    const electors = ballots[0]?.electors ?? []
    for (const elector of electors.slice(0, Math.floor(electors.length / 2) + 1)) {
      // oxlint-disable-next-line no-await-in-loop -- one after the other, as people vote
      await play.takes(elector, 'castVote', { voice: 'yes' })
    }
    expect(await emergencyState(stage)).toMatchObject({ ballots: [{ outcome: 'adopted' }] })
    expect(await timesTold(stage, sqHead, /committee adopted the handling plan/)).toBe(1)
    const posted = (await channelNamed(stage, 'emergency')).messages.map(({ text }) => text)
    expect(posted.join('\n')).toContain('adopted the handling plan')
  })
})

describe('a message of the channel', () => {
  test('marked with the pin emoji or pinned comes into the timeline as our own scrubbed copy, once', async ({
    stage,
    play,
  }) => {
    await levelOne(play, marked)
    const { id } = await channelNamed(stage, 'emergency')
    const hands = stage.slack.as(who.unitHead)
    await hands.says(id, `Ten people are left. Call ${marked['phone'] ?? ''} back.`)
    const said = (await hands.conversation(id)).messages.at(-1)
    if (!said) throw new Error('The message is not there.')
    await stage.slack.as(officer).reacts(said, 'eyes')
    await stage.settle()
    expect((await emergencyState(stage))['kept']).toBeUndefined()
    await stage.slack.as(officer).reacts(said, 'pushpin')
    await stage.settle()
    await stage.slack.as(director).pins(said)
    await stage.settle()
    const { kept } = (await emergencyState(stage)) as { kept: Record<string, string>[] }
    expect(kept).toMatchObject([{ by: officer, how: 'reaction', author: who.unitHead }])
    expect(kept[0]?.['text']).toMatch(/^Ten people are left\./)
    expect(kept[0]?.['text']).not.toContain(marked['phone'])
  })
})

describe('several complaints', () => {
  test('under one emergency: its people join, and each hears of the others’ answers and of the situation', async ({
    stage,
    play,
  }) => {
    const first = await levelOne(play)
    await play.takes(officer, 'dispatch', { ...typed.dispatch, handler: liaison }, first)
    await play.takes(liaison, 'take', undefined, first)
    const second = await play.files(teller, {
      ...filing,
      story: 'The same debit was taken from me at Lakeside.',
    })
    await broughtToHandler(play, second)
    await play.takes(officer, 'joinComplaint', { complaintNumber: second })
    expect(await stateOf(stage, second)).toMatchObject({
      emergency: (await stateOf(stage, first))['emergency'],
    })
    const nextUpdate = stage.now().add({ hours: 2 }).toString()
    await play.takes(officer, 'situation', { facts: 'Calm.', measures: 'Waiting.', nextUpdate })
    const news = /News of the level-1 emergency over complaint/
    expect(await timesTold(stage, liaison, news)).toBe(1)
    expect(await timesTold(stage, who.handler, news)).toBe(0) // in the group since the complaint joined
    expect((await channelNamed(stage, 'emergency')).members).toContain(who.handler)
  })

  test('of one wording are proposed to the head as one emergency, who forms it', async ({ stage, play }) => {
    for (let at = 0; at < 10; at += 1) {
      // oxlint-disable-next-line no-await-in-loop -- people file one after the other
      await play.files(teller, filing)
    }
    await stage.waits({ hours: 2, minutes: 1 })
    expect(await timesTold(stage, sqHead, /10 complaints have come in about the wording of/)).toBe(1)
    expect((await privateChannels(stage)).filter(({ name }) => name.startsWith('emergency'))).toEqual([])
    await play.takes(sqHead, 'acceptCluster', { reason: 'One fault behind all.' })
    expect((await channelNamed(stage, 'emergency')).members).toContain(director)
  })
})

describe('standing down', () => {
  test('waits for its conditions; then the review meeting is convened and the closing report closes it', async ({
    stage,
    play,
  }) => {
    const number = await levelOne(play)
    await answered(play, number)
    await play.takes(officer, 'finalReport', { reportedTo: both, ...finalReport })
    await play.takes(sqHead, 'standDown', { ground: 'settled', reason: 'All is calm.' })
    const reviews = await stage.redress.db.selectFrom('review').select(['kind', 'complaints']).execute()
    expect(reviews).toMatchObject([{ kind: 'special' }])
    expect(await timesTold(stage, officer, /Please write the closing report/)).toBe(1)
    await play.takes(officer, 'closingReport', {
      facts: 'Settled in a day.',
      rootCause: 'A fault.',
      impact: 'Thirty customers.',
      lessons: 'Check first.',
    })
    expect(await emergencyState(stage)).toMatchObject({ status: 'closed' })
  })

  test('raised to level 1 again afterwards, the complaint forms a second group', async ({ stage, play }) => {
    const number = await levelOne(play)
    await play.takes(sqHead, 'standDown', { ground: 'mistake', reason: 'A false alarm.' })
    expect((await stateOf(stage, number))['emergency']).toBeUndefined()
    await sends(stage, sqHead, `relevel ${number}`, { level: 'L2', reason: 'No level 1.' })
    await sends(stage, officer, `relevel ${number}`, { level: 'L1', reason: 'It is in the news now.' })
    const names = (await privateChannels(stage))
      .map(({ name }) => name)
      .filter((name) => name.startsWith('emergency'))
    expect(names.toSorted()).toEqual(['emergency-2026-001', 'emergency-2026-002'])
    expect((await toldTo(stage, director)).join('\n')).toContain('E2026-002')
  })
})
