// oxlint-disable vitest/expect-expect -- `gives` and `givesNothing` are the expectations here
import { describe, expect, test } from 'vitest'
import { emergencyIdOf } from '../../src/complaint/emergency-id.ts'
import type { LanedEffect } from '../../src/matter/effect.ts'
import { complaintId, given } from '../support/given.ts'
import { iso, who } from '../support/rulebook.ts'
import { filed, triaged } from '../support/steps.ts'

const first = emergencyIdOf(complaintId)
const levelOne = given(filed(), triaged({ level: 'L1', levelReason: '媒体已报道' }))
const underIt = levelOne.and([
  'machine',
  { step: 'noteEmergency', emergency: first, leader: who.director, members: [who.director] },
])

function toEmergency(effects: readonly LanedEffect[]) {
  return effects.flatMap(({ effect }) =>
    effect.kind === 'command' && effect.matter === 'emergency' ? [{ id: effect.id, ...effect.command }] : [],
  )
}

describe('a complaint under an emergency', () => {
  const news = {
    step: 'noteNews',
    emergency: first,
    number: 'E2026-001',
    text: '现场已疏导。',
    by: who.director,
  } as const

  test('tells its news to whoever works on it and is not in the group', () => {
    const { effects } = underIt.when('machine', news)
    const told = effects.flatMap(({ effect }) => (effect.kind === 'tell' ? [effect.to] : []))
    expect(told).toEqual([who.officer]) // who set its level answers for it until it is taken on
    const own = underIt.and(['machine', { step: 'noteEmergency', emergency: first, members: [who.officer] }])
    expect(own.when('machine', news).effects.filter(({ effect }) => effect.kind === 'tell')).toEqual([])
  })

  test('hears no news of another one', () => {
    underIt.when('machine', { ...news, emergency: emergencyIdOf('other') }).givesNothing()
  })

  test('is reported up by the report that the group gave for all, once', () => {
    const note = {
      step: 'noteReportedUp' as const,
      by: who.officer,
      reportedTo: ['committee', 'headOffice'],
      reportAt: iso('2026-03-02 10:25'),
      note: '已电话报告。',
    }
    const reported = underIt.and(['machine', note])
    const clock = reported.state.clocks.find(({ code }) => code === 'reportUp')
    expect(clock?.stoppedAt).toBe(iso('2026-03-02 10:25'))
    reported.when('machine', note).givesNothing()
  })

  test('reported up by itself, it tells the group', () => {
    const { effects } = underIt.when(who.officer, {
      step: 'reportUp',
      reportedTo: ['committee', 'headOffice'],
      mode: 'phone',
      reportAt: iso('2026-03-02 10:20'),
      note: '已电话报告。',
    })
    expect(toEmergency(effects)).toMatchObject([
      { id: first, step: 'noteOral', by: who.officer, reportedTo: ['committee', 'headOffice'] },
    ])
  })

  test('withdrawn by the customer, it keeps the group waiting no longer', () => {
    const { effects } = underIt.when(who.officer, {
      step: 'withdraw',
      withdrawnAt: iso('2026-03-02 10:20'),
      mode: 'phone',
      proof: '录音 1',
    })
    expect(toEmergency(effects)).toMatchObject([{ id: first, step: 'noteAnswer', answered: true }])
  })
})

describe('when the group has gone home', () => {
  const over = underIt.and(['machine', { step: 'noteStoodDown', emergency: first }])

  test('the complaint is under no emergency, and late news of it changes nothing', () => {
    expect(over.state.emergency).toBeUndefined()
    expect(over.state.emergencyMembers).toEqual([])
    over.when('machine', { step: 'noteEmergency', emergency: first, members: [who.member] }).givesNothing()
    over.when('machine', { step: 'noteStoodDown', emergency: first }).givesNothing()
  })

  test('raised to level 1 again it forms another group, under an id of its own', () => {
    const lowered = over.and([who.sqHead, { step: 'relevel', level: 'L2', reason: '误报' }])
    const { effects } = lowered.when(who.officer, { step: 'relevel', level: 'L1', reason: '再次见报' })
    const [formed] = toEmergency(effects)
    expect(formed).toMatchObject({ step: 'form', complaint: complaintId, answered: false })
    expect(formed?.id).toBe(emergencyIdOf(complaintId, 2))
    expect(formed?.id).not.toBe(first)
  })
})
