import { describe, expect, test } from 'vitest'
import { type ClockDue, clockDue, runningClocks } from '../../src/complaint/clocks.ts'
import type { ClockRun, Complaint } from '../../src/complaint/complaint.ts'
import { type ClockCode, type Level, levels } from '../../src/policy/pack.ts'
import { sampleRulebook } from '../support/a-house.ts'
import { given } from '../support/given.ts'
import { iso, local, who } from '../support/rulebook.ts'
import { by, dispatched, filed, on, taken, triaged, valid } from '../support/steps.ts'

/** The sample bank is open from 09:00 to 17:00 on working days: 8 working hours. */

describe('each clock of each level, begun on Monday 2 March 2026 at 10:00', () => {
  // Monday 2, Tuesday 3, Wednesday 4, Thursday 5, Friday 6, Monday 9. Level 1 runs day and night but for days told in BD.
  const table: Record<Level, Partial<Record<ClockCode, string>>> = {
    L1: {
      triage: '2026-03-02 10:30', // 0.5 h
      dispatch: '2026-03-02 10:15', // 0.25 h
      take: '2026-03-02 10:15', // 0.25 h
      contact: '2026-03-02 12:00', // 2 h
      reportUp: '2026-03-02 11:00', // 1 h
      group: '2026-03-02 14:00', // 4 h
      investigate: '2026-03-04 10:00', // 48 h
      propose: '2026-03-03 10:00', // 24 h
      approve: '2026-03-02 22:00', // 12 h, the night counts
      reply: '2026-03-03 10:00', // 24 h
      followUp: '2026-03-04 10:00', // 2 BD
      close: '2026-03-04 10:00', // 2 BD
      overall: '2026-03-09 23:59:59', // 7 d
      statutory: '2026-03-17 23:59:59', // 15 d
    },
    L2: {
      triage: '2026-03-02 12:00', // 2 wh
      dispatch: '2026-03-02 12:00', // 2 wh
      take: '2026-03-02 12:00', // 2 wh
      contact: '2026-03-02 14:00', // 4 wh
      reportUp: '2026-03-03 10:00', // 1 BD
      investigate: '2026-03-05 10:00', // 3 BD
      propose: '2026-03-03 10:00', // 1 BD
      approve: '2026-03-03 10:00', // 1 BD
      reply: '2026-03-03 10:00', // 1 BD
      followUp: '2026-03-05 10:00', // 3 BD
      close: '2026-03-04 10:00', // 2 BD
      overall: '2026-03-13 23:59:59', // 11 d
      statutory: '2026-03-17 23:59:59', // 15 d
    },
    L3: {
      triage: '2026-03-02 14:00', // 4 wh
      dispatch: '2026-03-02 12:00', // 2 wh
      take: '2026-03-02 14:00', // 4 wh
      contact: '2026-03-03 10:00', // 1 BD
      investigate: '2026-03-06 10:00', // 4 BD
      propose: '2026-03-03 10:00', // 1 BD
      approve: '2026-03-03 10:00', // 1 BD
      reply: '2026-03-03 10:00', // 1 BD
      followUp: '2026-03-09 10:00', // 5 BD, over the weekend
      close: '2026-03-04 10:00', // 2 BD
      overall: '2026-03-15 23:59:59', // 13 d
      statutory: '2026-03-17 23:59:59', // 15 d
    },
  }

  test.each(levels)('%s', (level) => {
    const complaint = { ...given(filed()).state, level }
    const codes: ClockCode[] = [
      'triage',
      'dispatch',
      'take',
      'contact',
      'reportUp',
      'group',
      'investigate',
      'propose',
      'approve',
      'reply',
      'followUp',
      'close',
      'overall',
      'statutory',
    ]
    const dues = codes.map((code) => [code, dueFrom('2026-03-02 10:00', code, complaint)] as const)
    expect(Object.fromEntries(dues.filter(([, due]) => due !== undefined))).toEqual(table[level])
  })
})

describe('where a limit begins', () => {
  test('filed on Friday at 16:30, level 3 has the rest of its hours on Monday', () => {
    const { state } = given(on('2026-03-06 16:30', filed({ receivedAt: iso('2026-03-06 16:30') })))
    expect(dueOf('triage', state)).toBe('2026-03-09 12:30') // 0.5 h on Friday, 3.5 h on Monday
    expect(dueOf('contact', state)).toBe('2026-03-09 16:30') // one working day on, the same time
  })

  test('received after hours, level 3 counts from the next opening', () => {
    const { state } = given(on('2026-03-06 18:10', filed({ receivedAt: iso('2026-03-06 18:00') })))
    expect(dueOf('triage', state)).toBe('2026-03-09 13:00') // Monday 09:00 and 4 h
    expect(dueOf('contact', state)).toBe('2026-03-10 09:00') // Monday 09:00 and one working day
  })

  test('level 1 runs through a Saturday night', () => {
    const night = given(
      on('2026-03-07 23:00', filed({ receivedAt: iso('2026-03-07 23:00'), facts: { lifeThreat: 1 } })),
    )
    expect(dueOf('triage', night.state)).toBe('2026-03-07 23:30') // 0.5 h
    expect(dueOf('contact', night.state)).toBe('2026-03-08 01:00') // 2 h, past midnight
    const { state } = night.and(on('2026-03-07 23:20', triaged({ level: 'L1' })))
    expect(dueOf('dispatch', state)).toBe('2026-03-07 23:35') // 0.25 h from the triage
    expect(dueOf('group', state)).toBe('2026-03-08 03:20') // 4 h from the triage
  })

  test('before the National Day of 2026 the week of holidays does not count, and the Saturday made up does', () => {
    const story = given(on('2026-09-30 16:00', filed({ receivedAt: iso('2026-09-30 16:00') })))
    expect(dueOf('triage', story.state)).toBe('2026-10-08 12:00') // 1 h on 30 September, 3 h on 8 October
    expect(dueOf('contact', story.state)).toBe('2026-10-08 16:00') // the next working day is 8 October
    expect(dueOf('statutory', story.state)).toBe('2026-10-15 23:59:59') // 15 calendar days, holidays or not
    expect(dueOf('overall', story.state)).toBe('2026-10-13 23:59:59') // 13 calendar days
    const { state } = story.and(
      on('2026-10-08 09:30', triaged()),
      on('2026-10-08 09:40', dispatched()),
      on('2026-10-08 10:00', taken()),
    )
    // 4 working days: Friday 9, Saturday 10 (made up), Monday 12, Tuesday 13
    expect(dueOf('investigate', state)).toBe('2026-10-13 10:00')
  })

  test('the first clocks run from when the customer spoke, not from when it was typed', () => {
    const late = given(on('2026-03-03 11:00', filed()))
    expect(dueOf('contact', late.state)).toBe('2026-03-03 10:00') // 1 BD from Monday 10:00
    expect(dueOf('triage', late.state)).toBe('2026-03-03 15:00') // 4 wh from Tuesday 11:00, when it was logged
  })

  test('a late log shows: its clock was stopped after its due', () => {
    const { state } = given(on('2026-03-03 11:00', filed()))
    const log = clockOf('log', state)
    expect(local(log?.due)).toBe('2026-03-02 14:00') // 4 wh
    expect(log?.run.stoppedAt).toBe(iso('2026-03-03 11:00'))
  })

  test('the statutory clock is the same at every level', () => {
    const { state } = given(filed())
    const dues = levels.map((level) => dueOf('statutory', { ...state, level }))
    expect(dues).toEqual(Array(3).fill('2026-03-17 23:59:59'))
  })

  test('an anonymous complaint has no contact clock', () => {
    expect(codesOf(given(filed({ anonymous: true })).state)).toEqual(['triage', 'overall', 'statutory'])
  })
})

describe('the margin before the statutory due', () => {
  // Received on 9 February 2026: the statutory due is Tuesday 24 February, the first day after the Spring Festival (15 to
  // 23). The last working moment a working day before it is Saturday 14 February (made up) at 17:00.
  const story = given(
    on('2026-02-09 10:00', filed({ receivedAt: iso('2026-02-09 10:00') })),
    on('2026-02-11 09:00', triaged()),
    on('2026-02-11 09:30', dispatched()),
    on('2026-02-11 10:00', taken()),
  )

  test('holds the overall due back over the Spring Festival', () => {
    expect(dueOf('statutory', story.state)).toBe('2026-02-24 23:59:59')
    expect(dueOf('overall', story.state)).toBe('2026-02-14 17:00') // 13 d would have been 22 February
    expect(clockOf('overall', story.state)?.capped).toBe(true)
  })

  test('and the step that would pass it', () => {
    // 4 working days: Thursday 12, Friday 13, Saturday 14, Tuesday 24 at 10:00
    expect(dueOf('investigate', story.state)).toBe('2026-02-14 17:00')
  })

  test('but leaves what comes before it', () => {
    expect(clockOf('contact', story.state)).toMatchObject({ capped: false, lifted: false })
  })

  test('a step begun after that moment is due at once, and not before it began', () => {
    const late = given(
      on('2026-02-09 10:00', filed({ receivedAt: iso('2026-02-09 10:00') })),
      on('2026-02-24 09:30', triaged()),
    )
    expect(dueOf('dispatch', late.state)).toBe('2026-02-24 09:30')
  })
})

describe('the grace after the level was raised', () => {
  test('nothing is due sooner than two hours from then', () => {
    const raised = given(filed(), on('2026-03-03 10:00', [who.officer, valid.relevel({ level: 'L2' })]))
    // Level 2 has 4 working hours for the contact: Monday 14:00 is past, so two hours from Tuesday 10:00.
    expect(dueOf('contact', raised.state)).toBe('2026-03-03 12:00')
    expect(clockOf('contact', raised.state)?.lifted).toBe(true)
    expect(dueOf('triage', raised.state)).toBe('2026-03-03 12:00')
  })

  test('what is due later anyway counts from the receipt', () => {
    const raised = given(filed(), on('2026-03-03 10:00', [who.officer, valid.relevel({ level: 'L2' })]))
    expect(dueOf('overall', raised.state)).toBe('2026-03-13 23:59:59') // 11 d from Monday 2
  })

  test('a triage that finds it graver than proposed leaves the same grace', () => {
    const { state } = given(filed(), on('2026-03-02 13:00', triaged({ level: 'L1' })))
    expect(dueOf('contact', state)).toBe('2026-03-02 15:00') // 2 h from 10:00 are past, so 13:00 and 2 h
    expect(dueOf('reportUp', state)).toBe('2026-03-02 14:00') // begins with the triage: 1 h
  })

  test('a level that is lowered leaves none: the longer limits count from the same start', () => {
    const lowered = given(
      filed({ facts: { fundSafety: 1 } }),
      on('2026-03-02 11:00', [who.sqHead, valid.relevel({ level: 'L3' })]),
    )
    expect(dueOf('contact', lowered.state)).toBe('2026-03-03 10:00') // 1 BD from Monday 10:00
    expect(clockOf('contact', lowered.state)?.lifted).toBe(false)
  })
})

describe('the proof', () => {
  test('each due says how it was counted, and that the year without a notice may still move it', () => {
    const clock = clockOf(
      'overall',
      given(on('2026-12-28 10:00', filed({ receivedAt: iso('2026-12-28 10:00') }))).state,
    )
    expect(clock?.provisional).toBe(true) // 13 d reach into January 2027
    expect(clock?.proof.map(({ kind }) => kind)).toEqual(['start', 'calendarDays', 'provisional', 'due'])
  })

  test('asked twice, it is the same answer', () => {
    const { state } = given(filed(), triaged())
    expect(runningClocks(state, sampleRulebook)).toEqual(
      runningClocks(structuredClone(state), sampleRulebook),
    )
  })

  test('the dues stand in order, the earliest first', () => {
    expect(codesOf(given(filed(), triaged(), by(who.outletManager, dispatched())).state)).toEqual([
      'take',
      'contact',
      'overall',
      'statutory',
    ])
  })
})

function dueFrom(start: string, code: ClockCode, complaint: Complaint): string | undefined {
  const run: ClockRun = { code, startedAt: iso(start), served: [], called: [] }
  return local(clockDue(run, complaint, sampleRulebook)?.due)
}

function clockOf(code: ClockCode, complaint: Complaint): ClockDue | undefined {
  const run = complaint.clocks.findLast((each) => each.code === code)
  return run && clockDue(run, complaint, sampleRulebook)
}

function dueOf(code: ClockCode, complaint: Complaint): string | undefined {
  return local(clockOf(code, complaint)?.due)
}

function codesOf(complaint: Complaint): string[] {
  return runningClocks(complaint, sampleRulebook).map(({ run }) => run.code)
}
