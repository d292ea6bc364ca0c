// oxlint-disable vitest/expect-expect -- `gives`, `givesNothing` and `refuses` are the expectations here
import { describe, expect, test } from 'vitest'
import { asking, callsOf, commandsTo, formed, opened, posts, settled, told } from '../support/emergency.ts'
import { type ToldOfEmergency, complaintId, givenEmergency } from '../support/given.ts'
import { iso, local, who } from '../support/rulebook.ts'

const working = givenEmergency(formed(), opened, [who.sqHead, asking.instruct])

describe('reports to committee and head office', () => {
  test('the oral one is due in an hour, and late it climbs: formed at 10:00, due 11:00', () => {
    expect(callsOf(working.until('2026-03-02 12:00'), 'emergencyOral')).toEqual([
      '2026-03-02 10:30 r0',
      '2026-03-02 10:48 r1',
      '2026-03-02 11:00 rungReached 0',
      '2026-03-02 11:15 rungReached 1',
      '2026-03-02 11:30 rungReached 2',
      '2026-03-02 11:30 rungReached 3',
      '2026-03-02 12:00 calledAgain 3',
      '2026-03-02 12:00 rungReached 4',
    ])
  })

  test('what is late because of us confesses it', () => {
    const { effects } = working.ticks('2026-03-02 10:40')
    const late = effects.flatMap(({ effect }) =>
      effect.kind === 'tell' && effect.notice.code === 'emergency-reminder'
        ? [effect.notice.lateSeconds]
        : [],
    )
    expect(new Set(late)).toEqual(new Set([600]))
  })

  test('is owed until both have heard it', () => {
    const half = working.and([who.officer, { ...asking.oralReport, reportedTo: ['headOffice'] }])
    expect(callsOf(half.until('2026-03-02 11:00'), 'emergencyOral')).toContain(
      '2026-03-02 11:00 rungReached 0',
    )
    const whole = half.and([
      who.officer,
      { ...asking.oralReport, reportedTo: ['committee'] },
      '2026-03-02 10:25',
    ])
    expect(callsOf(whole.until('2026-03-02 12:00'), 'emergencyOral')).toEqual([])
    whole.when(who.officer, asking.oralReport).refuses('not-now')
  })

  test('given for the emergency it is given for its complaints', () => {
    const { effects, state } = working.when(who.officer, asking.oralReport)
    expect(commandsTo(effects)).toMatchObject([
      { step: 'noteReportedUp', by: who.officer, reportedTo: ['committee', 'headOffice'] },
    ])
    expect(posts(effects)).toEqual(['emergency-report'])
    expect(state.reports).toMatchObject([{ kind: 'oral', gist: '约三十人聚集，已疏导。' }])
  })

  test('given for a complaint it is given for the emergency, once', () => {
    const note = {
      step: 'noteOral' as const,
      by: who.officer,
      reportedTo: ['sqHead', 'committee', 'headOffice'],
      reportedAt: iso('2026-03-02 10:10'),
      summary: '已电话报告。',
    } satisfies ToldOfEmergency[1]
    const heard = working.and(['machine', note])
    expect(heard.state.reports).toMatchObject([{ kind: 'oral', reportedTo: ['committee', 'headOffice'] }])
    heard.when('machine', note).givesNothing()
    working.when('machine', { ...note, reportedTo: ['compliance'] }).givesNothing()
  })

  test('the written one is due in 24 hours, then one each day from the last', () => {
    // Written on Monday at 15:00; the next by Tuesday 15:00, reminded at half the time, at night too.
    const written = working.and(
      [who.officer, asking.oralReport],
      [who.officer, asking.writtenReport, '2026-03-02 15:00'],
    )
    expect(callsOf(written.until('2026-03-03 15:00'), 'emergencyDaily')).toEqual([
      '2026-03-03 03:00 r0',
      '2026-03-03 14:00 r1',
      '2026-03-03 15:00 rungReached 0',
    ])
    expect(callsOf(written.until('2026-03-03 15:00'), 'emergencyWritten')).toEqual([])
    const daily = written.and([who.officer, asking.dailyReport, '2026-03-03 09:00'])
    expect(callsOf(daily.until('2026-03-04 09:00'), 'emergencyDaily').at(-1)).toBe(
      '2026-03-04 09:00 rungReached 0',
    )
  })

  test('no daily report before the written one, none after the final one', () => {
    working.when(who.officer, asking.dailyReport).refuses('not-now')
    const done = working.and([who.officer, asking.writtenReport], [who.officer, asking.finalReport])
    done.when(who.officer, asking.dailyReport).refuses('not-now')
    expect(callsOf(done.until('2026-03-05 10:00'), 'emergencyDaily')).toEqual([])
  })

  test('the final one is due ten working days after the last customer has an answer', () => {
    // Answered on Monday 2 March at 10:30, so due on Monday 16 March at 10:30.
    const answered = working.and([
      'machine',
      { step: 'noteAnswer', complaint: complaintId, answered: true, text: '已退费。' },
      '2026-03-02 10:30',
    ])
    expect(callsOf(answered.until('2026-03-16 10:30'), 'emergencyFinal').at(-1)).toBe(
      '2026-03-16 10:30 rungReached 0',
    )
    const back = answered.and(['machine', { step: 'noteAnswer', complaint: complaintId, answered: false }])
    expect(callsOf(back.until('2026-03-16 10:30'), 'emergencyFinal')).toEqual([])
  })

  test.each(['oralReport', 'writtenReport', 'finalReport'] as const)(
    'the %s cannot have been given tomorrow',
    (step) => {
      working
        .when(who.officer, { ...asking[step], reportedAt: iso('2026-03-03 10:00') })
        .refuses('in-the-future')
    },
  )
})

describe('tasks', () => {
  const assigned = working.and([who.officer, asking.assignTask])

  test('are told to their owner with the time, who need not be a member', () => {
    const { effects } = working.when(who.officer, { ...asking.assignTask, taskOwner: who.liaison })
    expect(told(effects)).toEqual([`${who.liaison}: task-yours`])
  })

  test('never to the one complained about, to nobody who left, for no time past', () => {
    const story = givenEmergency(formed([who.liaison]))
    story.when(who.officer, { ...asking.assignTask, taskOwner: who.liaison }).refuses('recused')
    working.when(who.officer, { ...asking.assignTask, taskOwner: 'p-nobody' }).refuses('unknown-person')
    working
      .when(who.officer, { ...asking.assignTask, taskDue: iso('2026-03-02 09:00') })
      .refuses('must-be-later')
  })

  test('are reminded of and climb to the service quality head, not to head office', () => {
    // Assigned at 10:30 for 14:00: half of 3 h 30 min is over at 12:15, four fifths at 13:18.
    const calls = callsOf(assigned.until('2026-03-03 10:00'), 'emergencyTask')
    expect(calls.slice(0, 8)).toEqual([
      '2026-03-02 12:15 r0',
      '2026-03-02 13:18 r1',
      '2026-03-02 14:00 rungReached 0',
      '2026-03-02 14:15 rungReached 1',
      '2026-03-02 14:30 rungReached 2',
      '2026-03-02 14:30 rungReached 3',
      '2026-03-02 15:00 calledAgain 3',
      '2026-03-02 15:00 rungReached 4',
    ])
    expect(calls.join()).not.toContain('rungReached 5')
  })

  test('done by their owner, or by whoever leads; nobody else, and once', () => {
    const { state, effects } = assigned.when(who.unitHead, asking.finishTask)
    expect(state.tasks).toMatchObject([{ done: { by: who.unitHead, result: '已核对。' } }])
    expect(told(effects)).toEqual([`${who.officer}: task-finished`, `${who.director}: task-finished`])
    assigned.when(who.director, asking.finishTask).gives({ type: 'taskFinished' })
    assigned.when(who.compliance, asking.finishTask).refuses('not-you')
    assigned.and([who.unitHead, asking.finishTask]).when(who.officer, asking.finishTask).refuses('not-now')
    assigned.when(who.officer, { ...asking.finishTask, task: '7' }).refuses('task-not-open')
    expect(
      callsOf(assigned.and([who.unitHead, asking.finishTask]).until('2026-03-03 10:00'), 'emergencyTask'),
    ).toEqual([])
  })

  test('taken over the due stays, the clock runs anew, and the one before is told', () => {
    const { state, effects } = assigned.when(who.compliance, asking.takeTask)
    expect(state.tasks).toMatchObject([{ owner: who.compliance, due: iso('2026-03-02 14:00') }])
    expect(told(effects)).toEqual([
      `${who.compliance}: task-yours`,
      `${who.unitHead}: task-moved`,
      `${who.director}: task-moved`,
    ])
    assigned.and([who.compliance, asking.takeTask]).when(who.compliance, asking.takeTask).givesNothing()
  })

  test('handed over they outlive the group, and are still called for', () => {
    const handed = assigned.and([who.officer, asking.handTask], ...settled, [
      who.sqHead,
      { step: 'standDown', ground: 'settled', reason: '处置完毕' },
    ])
    expect(callsOf(handed.until('2026-03-02 14:00'), 'emergencyTask').at(-1)).toBe(
      '2026-03-02 14:00 rungReached 0',
    )
    handed.when(who.liaison, asking.finishTask).gives({ type: 'taskFinished', by: who.liaison })
  })
})

describe('the log', () => {
  test('keeps a decision with who took it, and posts it', () => {
    const { state, effects } = working.when(who.officer, asking.recordDecision)
    expect(state.decisions).toMatchObject([
      { resolved: '全部退费。', decidedBy: who.director, by: who.officer },
    ])
    expect(posts(effects)).toEqual(['emergency-decision'])
  })

  test('keeps what was said to the media and to authorities, by whom, with the reference', () => {
    const { state } = working.and([who.officer, asking.logMedia]).when(who.officer, asking.logRegulator)
    expect(state.contacts).toMatchObject([
      { kind: 'media', with: '某某晚报', speaker: who.secretary, reference: '录音 7' },
      { kind: 'authority', with: '当地监管局', speaker: who.compliance },
    ])
  })

  test.each(['recordDecision', 'logMedia', 'logRegulator'] as const)(
    '%s knows no future and no strangers',
    (step) => {
      const later =
        step === 'recordDecision'
          ? { decidedAt: iso('2026-03-03 10:00') }
          : { spokenAt: iso('2026-03-03 10:00') }
      working.when(who.officer, { ...asking[step], ...later }).refuses('in-the-future')
      const nobody = step === 'recordDecision' ? { decidedBy: 'p-nobody' } : { speaker: 'p-nobody' }
      working.when(who.officer, { ...asking[step], ...nobody }).refuses('unknown-person')
    },
  )

  const message = {
    step: 'keepMessage',
    how: 'reaction',
    channel: 'C9',
    ts: '1772416800.000100',
    author: who.unitHead,
    writtenAt: iso('2026-03-02 10:15'),
    text: '门口还有十人。',
  } as const

  test('keeps a message that a member marks, with author and time, once however often it is marked', () => {
    const kept = working.and([who.officer, message])
    expect(kept.state.kept).toMatchObject([{ text: '门口还有十人。', author: who.unitHead, by: who.officer }])
    kept.when(who.director, { ...message, how: 'pin' }).givesNothing()
  })

  test('keeps none of another channel, of a stranger, or of the one complained about', () => {
    working.when(who.officer, { ...message, channel: 'C1' }).givesNothing()
    working.when(who.stranger, message).refuses('not-you')
    givenEmergency(formed([who.otherOfficer]), opened)
      .when(who.otherOfficer, message)
      .refuses('not-you')
  })
})

describe('the committee’s resolution on the handling plan', () => {
  const open = working.and([who.sqHead, asking.putToVote, '2026-03-02 11:00'])
  const seats = open.state.ballots?.[0]?.electors ?? []

  test('is asked of every seat but the secretary’s, with the plan and the time: opened at 11:00, until 23:00', () => {
    expect(seats).not.toContain(who.secretary)
    const { effects } = working.when(who.sqHead, asking.putToVote, '2026-03-02 11:00')
    const asked = effects.flatMap(({ effect }) =>
      effect.kind === 'tell' && effect.notice.code === 'resolution-wanted' ? [effect] : [],
    )
    expect(asked.map(({ to }) => to)).toEqual(seats)
    expect(new Set(asked.map(({ notice }) => local(notice.due)))).toEqual(new Set(['2026-03-02 23:00']))
  })

  test('one vote at a time', () => {
    open.when(who.sqHead, asking.putToVote).refuses('not-now')
  })

  test('once each, members only', () => {
    open.and([who.director, asking.castVote]).when(who.director, asking.castVote).refuses('voted-already')
    open.when(who.secretary, asking.castVote).refuses('not-a-member')
    open.when(who.officer, asking.castVote).refuses('not-a-member')
    open.when(who.director, { ...asking.castVote, ballot: '2' }).refuses('vote-closed')
  })

  test('is closed the moment more than half of all seats say yes, and the result is told and posted', () => {
    const needed = Math.floor(seats.length / 2) + 1
    const before = open.and(...seats.slice(0, needed - 1).map((seat) => [seat, asking.castVote] as const))
    expect(before.state.ballots?.[0]?.outcome).toBeUndefined()
    const { state, effects } = before.when(seats[needed - 1] ?? '', asking.castVote)
    expect(state.ballots?.[0]?.outcome).toBe('adopted')
    expect(posts(effects)).toEqual(['resolution-adopted'])
  })

  test('a vote after the closing is refused', () => {
    const votes = seats.map((seat) => [seat, { ...asking.castVote, voice: 'no' }] as const)
    const needed = Math.ceil(seats.length / 2)
    const closed = open.and(...votes.slice(0, needed))
    expect(closed.state.ballots?.[0]?.outcome).toBe('rejected')
    closed.when(seats[needed] ?? '', asking.castVote).refuses('vote-closed')
  })

  test('closes by its time without a quorum where half or fewer voted, abstentions counting as present', () => {
    const half = Math.floor(seats.length / 2)
    const few = open.and(...seats.slice(0, half).map((seat) => [seat, asking.castVote] as const))
    few.ticks('2026-03-02 22:59')
    expect(few.until('2026-03-02 23:00').state.ballots?.[0]?.outcome).toBe('noQuorum')
    const quorum = few.and([seats[half] ?? '', { ...asking.castVote, voice: 'abstain' }])
    expect(quorum.until('2026-03-02 23:00').state.ballots?.[0]?.outcome).toBe('adopted')
  })

  test('those missing are reminded, those who voted are not', () => {
    const one = open.and([who.director, asking.castVote])
    const { effects } = one.until('2026-03-02 16:59').ticks('2026-03-02 17:00')
    const reminded = told(effects).filter((line) => line.endsWith('emergency-reminder'))
    expect(reminded.length).toBe(seats.length - 1)
    expect(reminded.join()).not.toContain(who.director)
  })

  test('who is complained about has no vote on it', () => {
    const story = givenEmergency(formed([who.member]), [who.sqHead, asking.putToVote])
    expect(story.state.ballots?.[0]?.electors).not.toContain(who.member)
  })
})

describe('standing down', () => {
  const down = { step: 'standDown', ground: 'settled', reason: '处置完毕' } as const
  const ready = working.and(...settled)

  test('waits for the customers, the final report, the tasks and the vote, and says which', () => {
    working.when(who.sqHead, down).refuses('customers-waiting')
    working
      .and(settled[0] ?? opened)
      .when(who.sqHead, down)
      .refuses('final-report-missing')
    ready.and([who.officer, asking.assignTask]).when(who.sqHead, down).refuses('tasks-open')
    ready.and([who.sqHead, asking.putToVote]).when(who.sqHead, down).refuses('vote-open')
  })

  test('a mistake leaves no task and no vote behind either, and opens no review meeting', () => {
    const mistake = { ...down, ground: 'mistake' } as const
    working.and([who.officer, asking.assignTask]).when(who.sqHead, mistake).refuses('tasks-open')
    const { effects } = working.when(who.sqHead, mistake)
    expect(effects.filter(({ effect }) => effect.kind === 'command' && effect.matter === 'review')).toEqual(
      [],
    )
  })

  test('convenes a special review meeting of its complaints by itself, and asks the scribe for the closing report', () => {
    const { effects } = ready.when(who.sqHead, down)
    const reviews = effects.flatMap(({ effect }) =>
      effect.kind === 'command' && effect.matter === 'review' ? [effect.command] : [],
    )
    expect(reviews).toMatchObject([
      {
        step: 'convene',
        kind: 'special',
        branch: 'branch-moumou',
        cases: [
          { complaint: complaintId, level: 'L1', outlet: 'outlet-renmin-road', unit: 'dept-e-banking' },
        ],
      },
    ])
    expect(told(effects)).toContain(`${who.officer}: closing-report-wanted`)
  })

  test('the closing report is due in ten working days, and closes the emergency', () => {
    // Stood down on Monday 2 March at 11:00, so due on Monday 16 March at 11:00.
    const over = ready.and([who.sqHead, down, '2026-03-02 11:00'])
    expect(callsOf(over.until('2026-03-16 11:00'), 'emergencyClosing').at(-1)).toBe(
      '2026-03-16 11:00 rungReached 0',
    )
    const { state } = over.when(who.officer, asking.closingReport)
    expect(state).toMatchObject({ status: 'closed', closing: { lessons: '上线前复核。' } })
    over.and([who.officer, asking.closingReport]).when(who.officer, asking.closingReport).refuses('not-now')
    over.when(who.stranger, asking.closingReport).refuses('not-you')
  })
})
