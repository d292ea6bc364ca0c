// oxlint-disable vitest/expect-expect -- `gives`, `givesNothing` and `refuses` are the expectations here
import { describe, expect, test } from 'vitest'
import type { LanedEffect } from '../../src/matter/effect.ts'
import { formed, opened, told } from '../support/emergency.ts'
import {
  type EmergencyStory,
  type ToldOfEmergency,
  complaintId,
  emergencyId,
  givenEmergency,
  givenEmergencyAt,
} from '../support/given.ts'
import { bankWithout, iso, local, who } from '../support/rulebook.ts'

const instruct: ToldOfEmergency = [
  who.officer,
  {
    step: 'instruct',
    from: '总行服务品质管理部',
    givenAt: iso('2026-03-02 10:05'),
    wording: '立即成立应急小组。',
  },
]
const standDown: ToldOfEmergency = [who.sqHead, { step: 'standDown', ground: 'mistake', reason: '事态平息' }]

function reported(nextUpdate: string): ToldOfEmergency[1] {
  return { step: 'situation', facts: '现场已疏导。', measures: '专人接待。', nextUpdate: iso(nextUpdate) }
}

describe('forming the group', () => {
  test('names a part for each post of the source rules, and brings in who has the facts', () => {
    const { state } = givenEmergency(formed())
    expect(state).toMatchObject({
      number: 'E2026-001',
      status: 'forming',
      complaints: [{ number: '2026-00123' }],
    })
    expect(state.roles).toEqual({
      leader: who.director,
      spokesperson: who.secretary,
      regulatorContact: who.compliance,
      customerContact: 'p-jiang-nan', // heads Electronic Banking, which handles it
      scribe: who.officer,
    })
    expect(state.members).toEqual([
      who.director,
      who.secretary,
      who.compliance,
      'p-jiang-nan',
      who.officer,
      who.sqHead,
      who.unitHead,
      who.outletManager,
    ])
  })

  test('nobody complained about is in it: the next one takes the part', () => {
    const respondents = [who.director, who.secretary, who.officer, 'p-jiang-nan']
    const { state } = givenEmergency(formed(respondents))
    expect(state.roles).toMatchObject({
      leader: 'p-qian-rong', // the first member of the committee
      spokesperson: who.sqHead,
      customerContact: who.unitHead,
      scribe: who.otherOfficer,
    })
    for (const person of respondents) expect(state.members).not.toContain(person)
  })

  test('whoever is away is replaced by who stands in', () => {
    expect(givenEmergencyAt(bankWithout(who.director), formed()).state.roles.leader).toBe('p-qian-rong')
  })

  test('formed a second time it is the same group', () => {
    givenEmergency(formed())
      .when(...formed())
      .givesNothing()
  })

  test('opens its channel, tells each member privately with their part, and the complaint who is in it', () => {
    const { effects } = givenEmergency(formed())
    expect(new Set(effects.map(({ lane }) => lane))).toEqual(new Set(['emergency']))
    expect(effects[0]?.effect).toEqual({ kind: 'openChannel', slug: 'E2026-001' })
    expect(notesIn(effects)).toEqual([
      {
        step: 'noteEmergency',
        emergency: emergencyId,
        leader: who.director,
        members: givenEmergency(formed()).state.members,
      },
    ])
    expect(told(effects)).toEqual([
      `${who.director}: emergency-member leader`,
      `${who.secretary}: emergency-member spokesperson`,
      `${who.compliance}: emergency-member regulatorContact`,
      'p-jiang-nan: emergency-member customerContact',
      `${who.officer}: emergency-member scribe`,
      `${who.sqHead}: emergency-member`,
      `${who.unitHead}: emergency-member`,
      `${who.outletManager}: emergency-member`,
      `${who.sqHead}: instruction-wanted`,
      `${who.sqHead}: group-confirm-wanted`,
    ])
  })

  test('the head who is complained about is not asked for the instruction', () => {
    expect(told(givenEmergency(formed([who.sqHead])).effects).join()).not.toContain(who.sqHead)
  })

  test('in the channel everybody is invited, and the brief is pinned', () => {
    const { effects } = givenEmergency(formed()).when(...opened)
    const invited = effects.flatMap(({ effect }) => (effect.kind === 'invite' ? [effect.person] : []))
    expect(invited).toEqual(givenEmergency(formed()).state.members)
    expect(effects.at(-1)?.effect).toEqual({ kind: 'post', notice: { code: 'emergency-brief' }, pin: true })
  })
})

describe('head office’s instruction', () => {
  const forming = givenEmergency(formed(), opened)

  test('is recorded as it was given, ends the complaint’s wait, and is posted', () => {
    const { state, effects } = forming.when(...instruct)
    expect(state).toMatchObject({
      status: 'active',
      instruction: { from: '总行服务品质管理部', wording: '立即成立应急小组。', recordedBy: who.officer },
    })
    expect(notesIn(effects)).toEqual([{ step: 'noteInstruction', emergency: emergencyId }])
    expect(effects.map(({ effect }) => effect.kind)).toEqual(['command', 'post', 'refresh'])
  })

  test('is recorded once', () => {
    forming
      .and(instruct)
      .when(...instruct)
      .refuses('not-now')
  })

  test('cannot have been given tomorrow', () => {
    forming
      .when(who.officer, { ...instruct[1], givenAt: iso('2026-03-03 10:00') } as ToldOfEmergency[1])
      .refuses('in-the-future')
  })
})

describe('appointing', () => {
  const forming = givenEmergency(formed([who.otherOfficer]), opened)

  test('gives a part to somebody else; who was not in the group joins it', () => {
    const { state, effects } = forming.when(who.sqHead, { step: 'appoint', leader: who.member })
    expect(state.roles.leader).toBe(who.member)
    expect(state.members).toContain(who.member)
    expect(told(effects)).toEqual([
      `${who.member}: emergency-role leader`,
      `${who.director}: emergency-replaced leader`,
      `${who.member}: emergency-member leader`,
    ])
    expect(notesIn(effects)).toMatchObject([{ step: 'noteEmergency', leader: who.member }])
  })

  test('never the one complained about, and nobody without a post', () => {
    forming
      .when(who.sqHead, { step: 'appoint', scribe: who.otherOfficer })
      .refuses('recused', { person: who.otherOfficer })
    forming.when(who.sqHead, { step: 'appoint', members: ['p-nobody'] }).refuses('unknown-person')
  })

  test('with nobody named nothing happens', () => {
    forming.when(who.sqHead, { step: 'appoint' }).givesNothing()
  })
})

describe('a refused invitation', () => {
  const open = givenEmergency(formed(), opened)

  test('brings the substitute in, with the part of the one who cannot come, and the complaint hears of it', () => {
    const { state, effects } = open.when(...refusal(who.director))
    expect(state.roles.leader).toBe('p-qian-rong')
    expect(state.members).toContain('p-qian-rong')
    expect(told(effects)).toEqual([`${who.sqHead}: invite-refused`, 'p-qian-rong: emergency-member leader'])
    expect(notesIn(effects)).toMatchObject([{ step: 'noteEmergency', leader: 'p-qian-rong' }])
  })

  test('of two deputies of each other does not go round for ever', () => {
    const { state } = open.and(refusal(who.compliance), refusal('p-qin-yue'))
    expect(state.members).not.toContain(who.compliance)
    expect(state.members).not.toContain('p-qin-yue')
    expect(state.roles.regulatorContact).toBeUndefined()
  })

  test('of somebody who is not in the group is nothing', () => {
    open.when(...refusal('p-nobody')).givesNothing()
  })
})

describe('situation reports', () => {
  const active = givenEmergency(formed(), opened, instruct)

  test('the first is asked of scribe and leader half an hour after the group was formed, and again each half hour', () => {
    // Formed on Monday at 10:00
    expect(askedAt(active.until('2026-03-02 11:30'))).toEqual([
      '2026-03-02 10:30',
      '2026-03-02 11:00',
      '2026-03-02 11:30',
    ])
    const { effects } = active.ticks('2026-03-02 10:30')
    expect(told(effects).filter((line) => line.endsWith('situation-wanted'))).toEqual([
      `${who.officer}: situation-wanted`,
      `${who.director}: situation-wanted`,
    ])
  })

  test('each names the next, which is asked for when its time comes, at night too', () => {
    const first = active.and([who.officer, reported('2026-03-02 23:00'), '2026-03-02 10:25'])
    expect(askedAt(first.until('2026-03-02 22:59'))).toEqual([])
    expect(askedAt(first.until('2026-03-02 23:30'))).toEqual(['2026-03-02 23:00', '2026-03-02 23:30'])
    const again = first
      .until('2026-03-02 23:00')
      .and([who.officer, reported('2026-03-03 08:00'), '2026-03-02 23:10'])
    expect(askedAt(again.until('2026-03-03 07:59'))).toEqual(['2026-03-02 23:00'])
  })

  test('after downtime it is asked for once', () => {
    const { events } = active.ticks('2026-03-05 10:00')
    expect(events.filter(({ type }) => type === 'updateWanted')).toMatchObject([
      { type: 'updateWanted', owedAt: iso('2026-03-02 10:30') },
    ])
  })

  test('is posted to the channel with the next time', () => {
    const { effects } = active.when(who.director, reported('2026-03-02 12:00'))
    const shown = effects.filter(({ effect }) => effect.kind !== 'command')
    expect(shown.map(({ effect }) => effect)).toEqual([
      {
        kind: 'post',
        notice: { code: 'situation', by: who.director, remark: '现场已疏导。', due: iso('2026-03-02 12:00') },
      },
      { kind: 'refresh' },
    ])
  })

  test('the next must lie ahead', () => {
    active.when(who.officer, reported('2026-03-02 09:00')).refuses('must-be-later')
  })
})

describe('standing down', () => {
  const active = givenEmergency(formed(), opened, instruct)

  test('is told to everybody and to the complaint, and nothing is asked any more', () => {
    const { effects } = active.when(...standDown)
    expect(told(effects)).toEqual(active.state.members.map((person) => `${person}: stood-down`))
    expect(notesIn(effects)).toEqual([{ step: 'noteStoodDown', emergency: emergencyId }])
    expect(
      askedAt(active.and([who.sqHead, standDown[1], '2026-03-02 10:25']).until('2026-03-02 18:00')),
    ).toEqual([])
  })

  test('also before head office instructed it: the level may have been a mistake', () => {
    expect(givenEmergency(formed(), standDown).state.status).toBe('stood_down')
  })

  test('the channel is archived after seven days, once', () => {
    const down = active.and([who.sqHead, standDown[1], '2026-03-02 11:00'])
    expect(local(down.nextAlarm())).toBe('2026-03-09 23:59:59')
    const later = down.until('2026-03-20 10:00')
    expect(later.journal.filter(({ type }) => type === 'archiveWanted')).toHaveLength(1)
    expect(later.nextAlarm()).toBeUndefined()
    const archived = later.and(['machine', { step: 'noteArchived' }])
    archived.when('machine', { step: 'noteArchived' }).givesNothing()
  })
})

test('what does not exist is not found, and machines take no step of a person', () => {
  expect(() => givenEmergency(instruct)).toThrow(expect.objectContaining({ code: 'not-found' }))
  givenEmergency(formed()).when('machine', instruct[1]).refuses('not-you')
})

function refusal(person: string): ToldOfEmergency {
  return ['machine', { step: 'noteInviteRefused', person, error: 'user_disabled' }]
}

function notesIn(effects: readonly LanedEffect[]): Readonly<Record<string, unknown>>[] {
  return effects.flatMap(({ effect }) =>
    effect.kind === 'command' && effect.id === complaintId ? [effect.command] : [],
  )
}

function askedAt({ journal }: EmergencyStory): (string | undefined)[] {
  return journal.flatMap((event) => (event.type === 'updateWanted' ? [local(event.at)] : []))
}
