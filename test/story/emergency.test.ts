/**
 * Issue 2, "What a complaint does", points 5 and 6 for level 1 and for escalation by hand: the emergency group at once, head
 * office's instruction, situation reports; escalation to the branch and to head office with a reason.
 * Already shown in test/slack/deliver.test.ts: the group's channel has the brief pinned and is archived after its grace.
 */
import { describe, expect } from 'vitest'
import type { Play } from '../../src/sandbox/play.ts'
import type { Stage } from '../../src/sandbox/stage.ts'
import {
  channelNamed,
  filing,
  privateChannels,
  reads,
  sends,
  stateOf,
  teller,
  test,
  timesTold,
  toldTo,
  typed,
  who,
} from '../support/a-story.ts'

const { officer, sqHead, director, secretary, compliance, unitHead, outletManager } = who

/** Files a complaint of level 1 and confirms its level. */
async function levelOne(play: Play): Promise<string> {
  const number = await play.files(teller, { ...filing, facts: ['lifeThreat', 'mediaPublished'] })
  await play.takes(officer, 'triage', { ...typed.triage, level: 'L1' }, number)
  return number
}

/** All that the group owes in its first hours is done, so that only what is looked at calls anybody. */
async function settledIn(stage: Stage, play: Play): Promise<void> {
  const { members } = await channelNamed(stage, 'emergency')
  const people = members.filter((person) => person !== 'bot')
  await play.takes(sqHead, 'confirmGroup', { members: people })
  await play.takes(officer, 'oralReport', {
    reportedTo: ['committee', 'headOffice'],
    heardBy: 'Duty desk',
    summary: 'Thirty people.',
  })
  const nextUpdate = stage.now().add({ hours: 12 }).toString()
  await play.takes(officer, 'situation', { ...situation, nextUpdate })
}

const instruction = { from: 'Head office duty desk', wording: 'Set up the group and report hourly.' }
const situation = { facts: 'Two reporters are at the counter.', measures: 'The spokesperson is on the way.' }

async function runs(stage: Stage, number: string, code: string): Promise<boolean> {
  const { clocks } = (await stateOf(stage, number)) as { clocks: { code: string; stoppedAt?: string }[] }
  return clocks.some((clock) => clock.code === code && !clock.stoppedAt)
}

describe('level 1', () => {
  test('has its emergency group the moment the level is confirmed: everybody in its channel, each told their part', async ({
    stage,
    play,
  }) => {
    await levelOne(play)
    const group = await channelNamed(stage, 'emergency-2026-001')
    expect(group.members.toSorted()).toEqual(
      ['bot', director, secretary, compliance, unitHead, officer, sqHead, outletManager].toSorted(),
    )
    expect(group.pins).toHaveLength(2)
    const pinned = group.messages.filter(({ ts }) => group.pins.includes(ts)).map(({ text }) => text)
    expect(pinned).toContainEqual('Level-1 emergency E2026-001: the brief')
    const parts: [string, string][] = [
      [director, 'Leader'],
      [secretary, 'Spokesperson'],
      [compliance, 'Regulator contact'],
      [unitHead, 'Customer contact'],
      [officer, 'Scribe'],
      [sqHead, 'Member'],
      [outletManager, 'Member'],
    ]
    for (const [person, part] of parts)
      expect([person, await toldTo(stage, person)]).toEqual([
        person,
        expect.arrayContaining([
          expect.stringContaining(`You are in the level-1 emergency group E2026-001 as ${part}`),
        ]),
      ])
  })

  test('head office’s instruction, recorded as given, stops the group’s clock and stands in the channel', async ({
    stage,
    play,
  }) => {
    const number = await levelOne(play)
    expect(await timesTold(stage, sqHead, /Please record head office’s instruction/)).toBe(1)
    expect(await runs(stage, number, 'group')).toBe(true)
    await play.takes(sqHead, 'instruct', instruction)
    await settledIn(stage, play)
    expect(await runs(stage, number, 'group')).toBe(false)
    expect(JSON.stringify((await channelNamed(stage, 'emergency')).messages)).toContain(instruction.wording)
    await stage.waitsUntil(stage.now().add({ hours: 5 }))
    expect(await timesTold(stage, secretary, /overdue: emergency group/)).toBe(0)
  })

  test('an instruction that is missing after four hours is called for, up to the leader and head office', async ({
    stage,
    play,
  }) => {
    await levelOne(play)
    await settledIn(stage, play)
    await stage.waitsUntil(stage.now().add({ hours: 4, minutes: 1 }))
    expect(await timesTold(stage, sqHead, /overdue: emergency group/)).toBe(1)
    expect(await timesTold(stage, secretary, /overdue: emergency group/)).toBe(1)
    await stage.waitsUntil(stage.now().add({ hours: 2 }))
    expect(await timesTold(stage, director, /overdue: emergency group.*committee/)).toBeGreaterThan(0)
    await stage.waitsUntil(stage.now().add({ hours: 2 }))
    expect(await timesTold(stage, who.headOffice, /overdue: emergency group.*head office/)).toBeGreaterThan(0)
  })

  test('a situation report is asked of scribe and leader every half hour until one comes, then when it was promised', async ({
    stage,
    play,
  }) => {
    await levelOne(play)
    const asked = async () => [
      await timesTold(stage, officer, /situation report on E2026-001/),
      await timesTold(stage, director, /situation report on E2026-001/),
    ]
    await stage.waitsUntil(stage.now().add({ minutes: 29 }))
    expect(await asked()).toEqual([0, 0])
    await stage.waitsUntil(stage.now().add({ minutes: 32 }))
    expect(await asked()).toEqual([2, 2])
    const promised = stage.now().add({ hours: 2 })
    await play.takes(officer, 'situation', { ...situation, nextUpdate: promised.toString() })
    expect(JSON.stringify((await channelNamed(stage, 'emergency')).messages)).toContain(situation.facts)
    await stage.waitsUntil(promised.subtract({ minutes: 1 }))
    const [scribe = 0, leader = 0] = await asked()
    await stage.waitsUntil(promised.add({ minutes: 1 }))
    expect(await asked()).toEqual([scribe + 1, leader + 1])
  })

  test('the service quality head appoints another leader, who joins the channel and is told why', async ({
    stage,
    play,
  }) => {
    await levelOne(play)
    await play.takes(sqHead, 'appoint', { leader: who.member })
    expect((await channelNamed(stage, 'emergency')).members).toContain(who.member)
    expect(
      await timesTold(stage, who.member, /Li Jing appointed you in the emergency group E2026-001: Leader/),
    ).toBe(1)
  })

  test('raised from level 3 later, it has its group then, once, however the level goes on', async ({
    stage,
    play,
  }) => {
    const number = await play.files(teller, filing)
    await play.takes(outletManager, 'triage', typed.triage, number)
    await sends(stage, officer, `relevel ${number}`, { level: 'L1', reason: 'It is in the news.' })
    await sends(stage, sqHead, `relevel ${number}`, { level: 'L2', reason: 'The news was wrong.' })
    await sends(stage, officer, `relevel ${number}`, { level: 'L1', reason: 'It is in the news again.' })
    const groups = (await privateChannels(stage)).filter(({ name }) => name.startsWith('emergency'))
    expect(groups.map(({ name }) => name)).toEqual(['emergency-2026-001'])
  })
})

describe('escalation by hand, with a reason', () => {
  test('goes to the branch first, whose people find themselves in a channel, then to head office', async ({
    stage,
    play,
  }) => {
    const number = await play.files(teller, filing)
    await play.takes(outletManager, 'triage', typed.triage, number)
    await play.takes(
      outletManager,
      'escalate',
      { reason: 'outletCannotSolve', remark: 'The price list is unclear.' },
      number,
    )
    expect(
      await timesTold(stage, sqHead, /Xie Fei escalated complaint .* service quality officer.*cannot solve/),
    ).toBe(1)
    expect(await reads(stage, outletManager)).not.toBe('')
    expect((await channelNamed(stage, 'c-')).members).toEqual(
      expect.arrayContaining([officer, sqHead, outletManager]),
    )
    expect(await timesTold(stage, who.headOffice, /escalated/)).toBe(0)
    await sends(stage, sqHead, `escalate ${number}`, {
      reason: 'branchCannotSolve',
      remark: 'A matter of the price list.',
    })
    expect(await timesTold(stage, who.headOffice, /Li Jing escalated complaint .* head office/)).toBe(1)
    expect(await stateOf(stage, number)).toMatchObject({ escalation: { rung: 6, by: sqHead } })
  })
})
