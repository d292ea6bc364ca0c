// oxlint-disable vitest/expect-expect -- `gives`, `givesNothing` and `refuses` are the expectations here
import { describe, expect, test } from 'vitest'
import { allowedEmergencySteps, emergencyObjection } from '../../src/emergency/allowed.ts'
import { type EmergencyStatus, type EmergencyStep, emergencySteps } from '../../src/emergency/lifecycle.ts'
import { sampleOrganisation } from '../support/a-house.ts'
import { asking, callsOf, commandsTo, formed, opened, otherComplaint, told } from '../support/emergency.ts'
import {
  type EmergencyStory,
  complaintId,
  emergencyId,
  givenEmergency,
  givenEmergencyAt,
} from '../support/given.ts'
import { bankWithout, shanghai, who } from '../support/rulebook.ts'

const forming = givenEmergency(formed(), opened)
const everybody = [...forming.state.members]

describe('head office’s instruction', () => {
  const { wording: _wording, ...unworded } = asking.instruct

  test('needs its wording or the number of its file, one of them', () => {
    forming.when(who.sqHead, unworded).refuses('wording-missing')
    forming
      .when(who.sqHead, { ...unworded, file: '总行〔2026〕3号' })
      .gives({ type: 'instructed', file: '总行〔2026〕3号' })
  })
})

describe('the head confirms the group', () => {
  test('as it was proposed', () => {
    forming
      .when(who.sqHead, { step: 'confirmGroup', members: everybody })
      .gives({ type: 'groupConfirmed', joined: [], struck: [] })
  })

  test('who is added is told their part and invited, who is struck is told the reason and leaves the channel', () => {
    const members = [...everybody.filter((person) => person !== who.secretary), who.member]
    const { state, effects } = forming.when(who.sqHead, {
      step: 'confirmGroup',
      members,
      reason: '出差在外。',
    })
    expect(told(effects)).toEqual([`${who.secretary}: emergency-struck`, `${who.member}: emergency-member`])
    expect(effects.map(({ effect }) => effect)).toContainEqual({ kind: 'remove', person: who.secretary })
    expect(state.members).not.toContain(who.secretary)
    expect(state.roles.spokesperson).toBeUndefined()
    expect(commandsTo(effects)).toMatchObject([{ step: 'noteEmergency', members: state.members }])
  })

  test('nobody is struck without a reason, and nobody complained about is added', () => {
    forming.when(who.sqHead, { step: 'confirmGroup', members: [who.director] }).refuses('remark-missing')
    givenEmergency(formed([who.otherOfficer]))
      .when(who.sqHead, { step: 'confirmGroup', members: [...everybody, who.otherOfficer] })
      .refuses('recused', { person: who.otherOfficer })
    forming
      .when(who.sqHead, { step: 'confirmGroup', members: [...everybody, 'p-nobody'] })
      .refuses('unknown-person', { person: 'p-nobody' })
  })

  test('once', () => {
    forming
      .and([who.sqHead, { step: 'confirmGroup', members: everybody }])
      .when(who.sqHead, { step: 'confirmGroup', members: everybody })
      .refuses('not-now')
  })

  test('within four hours, else it climbs to head office: formed at 10:00, due 14:00', () => {
    // A limit of four hours is reminded of at half and at four fifths: 12:00 and 13:12. After the due each rung is called half
    // an hour after it again, until the next.
    expect(callsOf(forming.until('2026-03-02 18:20'), 'emergencyConfirm')).toEqual([
      '2026-03-02 12:00 r0',
      '2026-03-02 13:12 r1',
      '2026-03-02 14:00 rungReached 0',
      '2026-03-02 14:15 rungReached 1',
      '2026-03-02 14:30 rungReached 2',
      '2026-03-02 14:30 rungReached 3',
      '2026-03-02 15:00 calledAgain 3',
      '2026-03-02 15:00 rungReached 4',
      '2026-03-02 15:30 calledAgain 4',
      '2026-03-02 16:00 calledAgain 4',
      '2026-03-02 16:00 rungReached 5',
      '2026-03-02 16:30 calledAgain 5',
      '2026-03-02 17:00 calledAgain 5',
      '2026-03-02 17:30 calledAgain 5',
      '2026-03-02 18:00 calledAgain 5',
      '2026-03-02 18:00 rungReached 6',
    ])
    const { effects } = forming.until('2026-03-02 17:59').ticks('2026-03-02 18:00')
    expect(told(effects)).toContain(`${who.headOffice}: emergency-overdue`)
  })

  test('while the head is away, whoever stands in confirms it', () => {
    const away = givenEmergencyAt(bankWithout(who.sqHead), formed())
    const { effects } = away.ticks('2026-03-02 12:00')
    expect(told(effects).filter((line) => line.endsWith('emergency-reminder')).length).toBeGreaterThan(0)
    expect(told(effects).join()).not.toContain(who.sqHead)
  })
})

describe('whose part goes to somebody else', () => {
  test('is told so, and stays a member', () => {
    const { state, effects } = forming.when(who.sqHead, { step: 'appoint', scribe: who.otherOfficer })
    expect(told(effects)).toContain(`${who.officer}: emergency-replaced scribe`)
    expect(state.members).toContain(who.officer)
  })

  test('is told nothing where it stays their own', () => {
    forming.when(who.sqHead, { step: 'appoint', scribe: who.officer }).givesNothing()
  })
})

describe('a further complaint under the emergency', () => {
  test('brings in the people of its units, and hears who is in the group', () => {
    const { state, effects } = forming.when(who.officer, asking.joinComplaint)
    expect(state.complaints).toMatchObject([
      { id: complaintId },
      { id: otherComplaint, number: '2026-00456' },
    ])
    expect(state.members).toContain('p-zhang-hui')
    expect(told(effects)).toContain('p-zhang-hui: emergency-member')
    expect(commandsTo(effects, otherComplaint)).toMatchObject([
      { step: 'noteEmergency', emergency: emergencyId, members: state.members },
    ])
  })

  test('whom it complains about leaves the group at once', () => {
    const { joining } = asking.joinComplaint
    const respondents = [who.outletManager]
    const { state, effects } = forming.when(who.officer, {
      ...asking.joinComplaint,
      joining: { ...joining, respondents },
    })
    expect(state.members).not.toContain(who.outletManager)
    expect(state.respondents).toEqual(respondents)
    expect(effects.map(({ effect }) => effect)).toContainEqual({ kind: 'remove', person: who.outletManager })
    expect(told(effects).join()).not.toContain(who.outletManager)
  })

  test('joins once; without the complaint behind the number there is nothing to join', () => {
    forming.and([who.officer, asking.joinComplaint]).when(who.officer, asking.joinComplaint).givesNothing()
    forming.when(who.officer, { step: 'joinComplaint', complaintNumber: '1' }).refuses('not-found')
  })

  test('an answer to one customer is news for whoever works on the other, not for its own', () => {
    const { effects } = forming.and([who.officer, asking.joinComplaint]).when('machine', {
      step: 'noteAnswer',
      complaint: complaintId,
      answered: true,
      by: who.handler,
      text: '已退费。',
    })
    expect(commandsTo(effects, otherComplaint)).toMatchObject([
      { step: 'noteNews', from: '2026-00123', text: '已退费。', by: who.handler },
    ])
    expect(commandsTo(effects)).toEqual([])
  })

  test('a situation report is news for both', () => {
    const { effects } = forming.and([who.officer, asking.joinComplaint]).when(who.officer, asking.situation)
    for (const id of [complaintId, otherComplaint])
      expect(commandsTo(effects, id)).toMatchObject([{ step: 'noteNews', text: '现场已疏导。' }])
  })
})

describe('a cluster of like complaints', () => {
  const { joining } = asking.joinComplaint
  const cluster = givenEmergency([
    'machine',
    {
      step: 'proposeCluster',
      branch: 'branch-moumou',
      kind: 'product',
      about: '某某卡',
      complaints: [
        { ...joining, complaint: complaintId, number: '2026-00123', respondents: [who.otherOfficer] },
        joining,
      ],
    },
  ])

  test('is told to the service quality head, who decides; nobody else hears of it yet', () => {
    expect(told(cluster.effects)).toEqual([`${who.sqHead}: cluster-proposed product`])
    expect(cluster.state.status).toBe('proposed')
    expect(cluster.nextAlarm()).toBeUndefined()
  })

  test('accepted it is an emergency over all of them, and nobody complained about in any is in it', () => {
    const { state, effects } = cluster.when(who.sqHead, asking.acceptCluster)
    expect(state).toMatchObject({ status: 'forming', reasons: ['同一产品缺陷。'] })
    expect(state.members).not.toContain(who.otherOfficer)
    expect(effects[0]?.effect).toMatchObject({ kind: 'openChannel' })
    expect(commandsTo(effects, otherComplaint)).toMatchObject([{ step: 'noteEmergency' }])
  })

  test('dismissed it is over, with the reason', () => {
    const { state } = cluster.when(who.sqHead, asking.dismissCluster)
    expect(state).toMatchObject({ status: 'dismissed', dismissed: { reason: '各自独立。' } })
  })

  test('proposed a second time it is the same', () => {
    cluster
      .when('machine', {
        step: 'proposeCluster',
        branch: 'branch-moumou',
        kind: 'product',
        about: '某某卡',
        complaints: [joining, joining],
      })
      .givesNothing()
  })
})

describe('who may do what in an emergency', () => {
  const task = [who.officer, asking.assignTask] as const
  const vote = [who.sqHead, asking.putToVote] as const
  const respondents = [who.otherOfficer]
  const working = givenEmergency(formed(respondents), [who.sqHead, asking.instruct], task, vote)
  const down = givenEmergency(formed(respondents), [
    who.sqHead,
    { step: 'standDown', ground: 'mistake', reason: '误报' },
  ])
  const stories: Partial<Record<EmergencyStatus, EmergencyStory>> = { active: working, stood_down: down }
  const log: EmergencyStep[] = ['recordDecision', 'logMedia', 'logRegulator']
  const reports: EmergencyStep[] = ['situation', 'oralReport', 'writtenReport', 'finalReport']
  const member: EmergencyStep[] = [...reports, 'assignTask', 'takeTask', ...log]
  const leading: EmergencyStep[] = ['finishTask', 'handTask', 'joinComplaint']
  const table: Partial<Record<keyof typeof who, EmergencyStep[]>> = {
    outletManager: member,
    unitHead: [...member, 'finishTask'],
    officer: [...member, ...leading],
    sqHead: [...member, ...leading, 'confirmGroup', 'appoint', 'standDown'],
    director: [...member, ...leading, 'castVote'],
    secretary: member,
    compliance: member,
    member: ['castVote'],
  }
  const kinds = Object.keys(who) as (keyof typeof who)[]

  test('the buttons are these', () => {
    const { state, now } = working
    for (const kind of kinds) {
      const buttons = allowedEmergencySteps(state, who[kind], { organisation: sampleOrganisation, now })
      expect({ kind, steps: inOrder(buttons) }).toEqual({ kind, steps: inOrder(table[kind] ?? []) })
    }
  })

  test('the door opens for the same, and for nobody else', () => {
    for (const kind of kinds) {
      const open = emergencySteps.filter((step) => {
        const asked = step === 'standDown' ? asking.situation : asking[step]
        return emergencyObjection(working.state, step, who[kind], contextAt(working)) === undefined
          ? isDone(() => working.when(who[kind], asked).events)
          : isDone(() => working.when(who[kind], asking[step]).events)
      })
      expect({ kind, open }).toEqual({ kind, open: inOrder(table[kind] ?? []) })
    }
  })

  test('once a mistake is stood down there is nothing left to do', () => {
    const { state, now } = stories.stood_down ?? down
    for (const kind of kinds)
      expect(allowedEmergencySteps(state, who[kind], { organisation: sampleOrganisation, now })).toEqual([])
  })

  test('the one complained about is told that it is for somebody else', () => {
    const context = { organisation: sampleOrganisation, now: shanghai('2026-03-02 10:30') }
    expect(emergencyObjection(working.state, 'situation', who.otherOfficer, context)).toBe('recused')
    working.when(who.otherOfficer, asking.situation).refuses('recused', { person: who.otherOfficer })
  })
})

function isDone(ask: () => unknown): boolean {
  try {
    ask()
    return true
  } catch {
    return false
  }
}

function inOrder(steps: readonly EmergencyStep[]): EmergencyStep[] {
  return emergencySteps.filter((step) => steps.includes(step))
}

function contextAt({ now }: EmergencyStory) {
  return { organisation: sampleOrganisation, now }
}
