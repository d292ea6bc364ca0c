// oxlint-disable vitest/expect-expect -- `gives`, `givesNothing` and `refuses` are the expectations here
import { describe, expect, test } from 'vitest'
import type { Event } from '../../src/complaint/event.ts'
import { sampleRulebook } from '../support/a-house.ts'
import { type ComplaintStory, given, givenAt } from '../support/given.ts'
import { bankLacking, bankWithout, iso, local, shanghai, who } from '../support/rulebook.ts'
import {
  approved,
  closed,
  contacted,
  dispatched,
  filed,
  followedUp,
  investigated,
  on,
  proposed,
  replied,
  taken,
  triaged,
  valid,
} from '../support/steps.ts'

const officers = [who.officer, who.otherOfficer]

describe('reminders before the limit', () => {
  test('up to four hours: the owner at half of the time, with the deputy at eight tenths', () => {
    const story = given(filed()).until('2026-03-02 13:59')
    // Triage: 4 working hours from 10:00
    expect(calls(story, 'triage')).toEqual([
      ['r0', '2026-03-02 12:00', [who.outletManager]],
      ['r1', '2026-03-02 13:12', [who.outletManager, who.liaison]],
    ])
  })

  test('up to a working day: the owner at half of it, with the outlet manager an hour before', () => {
    const story = given(filed(), triaged(), dispatched(), taken()).until('2026-03-03 09:59')
    // Contact: one working day from Monday 10:00, 4 of its 8 hours at 14:00, an hour before its end Tuesday 09:00
    expect(calls(story, 'contact')).toEqual([
      ['r0', '2026-03-02 14:00', [who.handler]],
      ['r1', '2026-03-03 09:00', [who.handler, who.outletManager]],
    ])
  })

  test('over a working day: also a working day before, and two hours before with the unit head', () => {
    const story = given(filed(), triaged(), dispatched(), on('2026-03-02 10:30', taken())).until(
      '2026-03-06 10:29',
    )
    // Investigation: 4 working days from Monday 10:30 to Friday 10:30: 32 hours, half of them on Wednesday at 10:30
    expect(calls(story, 'investigate')).toEqual([
      ['r0', '2026-03-04 10:30', [who.handler]],
      ['r1', '2026-03-05 10:30', [who.handler, who.liaison]],
      ['r2', '2026-03-05 16:30', [who.handler, who.unitHead]],
    ])
  })

  test('the statutory due calls more people the nearer it comes, on the day itself the committee', () => {
    const story = given(filed(), triaged(), dispatched(), taken()).until('2026-03-17 23:00')
    // 15 days from Monday 2 March: Tuesday 17 March
    expect(calls(story, 'statutory')).toEqual([
      ['r0', '2026-03-10 09:30', [who.handler]],
      ['r1', '2026-03-12 09:30', [who.handler, who.unitHead]],
      ['r2', '2026-03-14 09:30', [who.handler, who.unitHead, who.officer]],
      ['r3', '2026-03-16 09:30', [who.handler, who.sqHead]],
      ['r4', '2026-03-17 09:30', [who.handler, who.secretary]],
    ])
  })

  test('an owner who is away is reminded through the deputy', () => {
    const story = givenAt(bankWithout(who.outletManager), filed()).until('2026-03-02 12:00')
    expect(calls(story, 'triage')).toEqual([['r0', '2026-03-02 12:00', [who.liaison]]])
  })

  test('what an outlet manager may not triage is the branch officer’s to hear of', () => {
    const story = given(filed({ facts: { fundSafety: 1 } })).until('2026-03-02 11:00')
    expect(calls(story, 'triage')).toEqual([['r0', '2026-03-02 11:00', [who.officer]]])
  })

  test('nobody complained about is reminded', () => {
    const story = given(filed({ respondents: [who.outletManager] })).until('2026-03-02 13:12')
    expect(calls(story, 'triage')).toEqual([
      ['r0', '2026-03-02 12:00', [who.officer]],
      ['r1', '2026-03-02 13:12', officers],
    ])
  })
})

describe('the ladder', () => {
  test('level 3, nobody acts: a rung per limit, each once, up to head office', () => {
    const story = given(filed()).until('2026-03-17 09:00')
    // Triage was due on Monday 2 March at 14:00. The business line is not known before the triage: the outlet's own liaison stands on rung 2.
    expect(rungs(story, 'triage')).toEqual([
      ['k0', '2026-03-02 14:00', [who.outletManager, who.unitHead]],
      ['k1', '2026-03-03 10:00', [who.unitHead]], // +4 wh: 3 h on Monday, 1 h on Tuesday
      ['k2', '2026-03-03 14:00', [who.liaison]], // +1 BD
      ['k3', '2026-03-04 14:00', [who.officer]], // +2 BD
      ['k4', '2026-03-05 14:00', [who.sqHead]], // +3 BD
      ['k5', '2026-03-09 14:00', [who.secretary, who.director]], // +5 BD
      ['k6', '2026-03-17 08:30', [who.headOffice, 'p-shen-yue', who.region, 'p-hao-min']], // a day before 17 March 23:59:59, after the quiet hours
    ])
  })

  test('level 3, dispatched: handler, unit head, liaison of the business line, officer', () => {
    const story = given(filed(), triaged(), dispatched(), on('2026-03-02 10:30', taken()), contacted())
    // The investigation is due on Friday 6 March at 10:30.
    expect(rungs(story.until('2026-03-10 10:30'), 'investigate')).toEqual([
      ['k0', '2026-03-06 10:30', [who.handler, who.liaison]],
      ['k1', '2026-03-06 14:30', [who.unitHead]], // +4 wh
      ['k2', '2026-03-09 10:30', [who.businessLiaison]], // +1 BD
      ['k3', '2026-03-10 10:30', [who.officer]], // +2 BD
    ])
  })

  test('level 2 climbs faster', () => {
    const story = given(filed(), triaged({ level: 'L2' }), on('2026-03-02 10:20', dispatched()))
    // Take-over: 2 working hours from 10:20
    expect(rungs(story.until('2026-03-04 13:00'), 'take')).toEqual([
      ['k0', '2026-03-02 12:20', [who.handler, who.liaison]],
      ['k1', '2026-03-02 14:20', [who.unitHead]], // +2 wh
      ['k2', '2026-03-02 16:20', [who.businessLiaison]], // +4 wh
      ['k3', '2026-03-03 12:20', [who.officer]], // +1 BD
      ['k4', '2026-03-04 12:20', [who.sqHead]], // +2 BD
    ])
  })

  test('level 1 climbs within hours, through the night', () => {
    const story = given(
      on('2026-03-07 23:00', filed({ receivedAt: iso('2026-03-07 23:00'), facts: { lifeThreat: 1 } })),
    ).until('2026-03-08 04:00')
    expect(rungs(story, 'triage')).toEqual([
      ['k0', '2026-03-07 23:30', [who.officer, who.unitHead]],
      ['k1', '2026-03-07 23:45', [who.unitHead]], // +15 min
      ['k2', '2026-03-08 00:00', [who.liaison]], // +30 min
      ['k3', '2026-03-08 00:00', [who.officer]], // +30 min
      ['k4', '2026-03-08 00:30', [who.sqHead]], // +1 h
      ['k5', '2026-03-08 01:30', [who.secretary, who.director]], // +2 h
      ['k6', '2026-03-08 03:30', [who.headOffice, 'p-shen-yue', who.region, 'p-hao-min']], // +4 h
    ])
  })

  test('level 1 calls the leader of its emergency group with the committee', () => {
    const story = given(filed(), triaged({ level: 'L1' })).and([
      'machine',
      { step: 'noteEmergency', emergency: 'e', leader: who.member, members: [who.secretary, who.member] },
    ])
    const fifth = rungs(story.until('2026-03-02 14:00'), 'dispatch').find(([mark]) => mark === 'k5')
    // Dispatch: 0.25 h from 10:10, and 2 h
    expect(fifth).toEqual(['k5', '2026-03-02 12:25', [who.secretary, who.director, who.member]])
  })

  test('near the statutory due head office hears of level 2 before the fifth rung was climbed', () => {
    const story = given(
      filed({ facts: { fundSafety: 1 } }),
      on('2026-03-12 10:00', triaged({ level: 'L2' })),
      on('2026-03-13 16:00', dispatched()),
    ).until('2026-03-17 12:00')
    // Take-over: 2 wh from Friday 13 March 16:00 to Monday 16 March 10:00; two days before 17 March 23:59:59 is past by then.
    expect(rungs(story, 'take').map(([mark, at]) => [mark, at])).toEqual([
      ['k0', '2026-03-16 10:00'],
      ['k6', '2026-03-16 10:00'],
      ['k1', '2026-03-16 12:00'], // +2 wh
      ['k2', '2026-03-16 14:00'], // +4 wh
      ['k3', '2026-03-17 10:00'], // +1 BD
    ])
  })

  test('the statutory due missed calls everybody up to the committee at once', () => {
    const story = given(filed(), triaged(), dispatched(), taken()).until('2026-03-18 08:30')
    expect(rungs(story, 'statutory')).toEqual([
      [
        'k5',
        '2026-03-18 08:30', // 23:59:59 lies in the quiet hours
        [
          who.handler,
          who.outletManager,
          who.unitHead,
          who.businessLiaison,
          who.officer,
          who.sqHead,
          who.secretary,
          who.director,
        ],
      ],
    ])
  })

  test('missed before the triage, the liaison of the outlet is among them for the business line', () => {
    expect(rungs(given(filed()).until('2026-03-18 08:30'), 'statutory')).toEqual([
      [
        'k5',
        '2026-03-18 08:30',
        [
          who.filer,
          who.outletManager,
          who.unitHead,
          who.liaison,
          who.officer,
          who.sqHead,
          who.secretary,
          who.director,
        ],
      ],
    ])
  })

  test('before the triage an outlet whose liaison is away is called through the deputy', () => {
    const story = givenAt(bankWithout(who.liaison), filed()).until('2026-03-03 14:00')
    expect(rungs(story, 'triage').at(-1)).toEqual(['k2', '2026-03-03 14:00', [who.outletManager]])
  })

  test('a take-over that is late calls the one named, not the one who dispatched', () => {
    const story = given(filed(), triaged(), on('2026-03-02 10:20', dispatched())).until('2026-03-02 14:20')
    expect(rungs(story, 'take')).toEqual([['k0', '2026-03-02 14:20', [who.handler, who.liaison]]])
  })

  test('the deputy who stands in is passed over too when they are complained about', () => {
    const bank = bankWithout(who.outletManager)
    const story = givenAt(bank, filed({ respondents: [who.liaison] })).until('2026-03-02 12:00')
    expect(calls(story, 'triage')).toEqual([['r0', '2026-03-02 12:00', [who.officer]]])
  })

  test('escalation by the clock does not change who answers for it', () => {
    expect(given(filed()).until('2026-03-10 09:00').state.owner).toBe(who.filer)
  })

  test('after the reply the rung that counts from the statutory due is none', () => {
    const story = replied3().until('2026-04-30 17:00')
    const highest = story.journal.findLast((event) => event.type === 'rungReached')
    expect(highest).toMatchObject({ clock: 'followUp', rung: 5 })
  })
})

describe('reaching the branch', () => {
  const overdue = given(filed(), triaged(), dispatched(), on('2026-03-02 10:30', taken()), contacted()).until(
    '2026-03-10 10:29',
  )

  test('the third rung escalates the complaint and opens its channel with the people who have a part in it', () => {
    expect(overdue.state.channel).toBeUndefined()
    const { events, state } = overdue.ticks('2026-03-10 10:30')
    expect(events.map(({ type }) => type)).toEqual([
      'calledAgain',
      'rungReached',
      'escalated',
      'channelWanted',
      ...Array(7).fill('memberAdded'),
    ])
    expect(state.escalation).toMatchObject({ rung: 3, reason: 'overdue:investigate' })
    expect(state.members).toEqual([
      { person: who.handler, why: 'handler' },
      { person: who.officer, why: 'sqOfficer' },
      { person: who.sqHead, why: 'sqHead' },
      { person: who.outletManager, why: 'outletManager' },
      { person: who.unitHead, why: 'unitHead' },
      { person: who.liaison, why: 'liaison' },
      { person: who.businessLiaison, why: 'rung3' },
    ])
  })

  test('later rungs bring their people in, each once', () => {
    const { journal } = overdue.until('2026-03-13 11:00')
    const added = journal.filter((event) => event.type === 'memberAdded').map(({ person }) => person)
    expect(added).toEqual([...new Set(added)])
    expect(added).toEqual(expect.arrayContaining([who.secretary, who.director]))
  })

  test('it is escalated once to the branch and once to head office, whichever clocks are late', () => {
    const { journal } = given(filed()).until('2026-03-20 17:00')
    const escalated = journal.filter((event) => event.type === 'escalated').map(({ rung }) => rung)
    expect(escalated).toEqual([3, 6])
  })
})

describe('a rung on which nobody stands', () => {
  test('is written down as a gap, the next is climbed in the same look, and the officers are told', () => {
    // Nobody is named for the business line, and once it is known the outlet's liaison does not stand in for it.
    const { events, effects } = givenAt(bankLacking(who.businessLiaison), filed(), triaged(), dispatched())
      .and(on('2026-03-02 10:30', taken()), contacted())
      .until('2026-03-09 10:29')
      .ticks('2026-03-09 10:30')
    // The investigation was due on Friday 6 March at 10:30: +1 BD, and rung 3 with it, not at +2 BD.
    const climbed = events.filter((event) => event.type === 'rungReached' && event.clock === 'investigate')
    expect(climbed).toMatchObject([
      { rung: 2, to: [] },
      { rung: 3, to: [who.officer], owedAt: iso('2026-03-09 10:30') },
    ])
    const told = effects.map(({ effect }) => effect).filter((effect) => effect.kind === 'tell')
    expect(told.filter(({ notice }) => notice.code === 'nobody-found').map(({ to }) => to)).toEqual(officers)
  })

  test('with nobody anywhere the ladder is climbed to its end at the due, and the clock goes on', () => {
    const everybody = [
      who.outletManager,
      who.unitHead,
      who.liaison,
      ...officers,
      who.sqHead,
      who.secretary,
      who.director,
      who.headOffice,
      'p-shen-yue',
      who.region,
      'p-hao-min',
    ]
    const story = givenAt(bankLacking(...everybody), filed()).until('2026-03-02 14:00')
    expect(rungs(story, 'triage').map(([mark, at]) => [mark, at])).toEqual(
      ['k0', 'k1', 'k2', 'k3', 'k4', 'k5', 'k6'].map((mark) => [mark, '2026-03-02 14:00']),
    )
    expect(local(story.nextAlarm())).toBe('2026-03-03 09:00') // a reminder of the contact
  })
})

describe('repetition', () => {
  test('every four working hours until it is done', () => {
    const story = given(filed(), triaged(), dispatched(), on('2026-03-02 10:30', taken()), contacted())
    const again = repeats(story.until('2026-03-16 15:00'), 'investigate')
    expect(again.slice(0, 4)).toEqual([
      ['2026-03-06 14:30', [who.handler, who.liaison]], // 4 wh after rung 0 on Friday 10:30, as rung 1 is climbed
      ['2026-03-09 10:30', [who.handler, who.unitHead]],
      ['2026-03-09 14:30', [who.handler, who.businessLiaison]],
      ['2026-03-10 10:30', [who.handler, who.businessLiaison]],
    ])
    const done = story.until('2026-03-06 11:00').and(on('2026-03-06 12:00', investigated()))
    expect(repeats(done.until('2026-03-08 17:00'), 'investigate')).toEqual([])
  })

  test('every half hour at level 1', () => {
    const story = given(filed({ facts: { lifeThreat: 1 } })).until('2026-03-02 17:00')
    const after = repeats(story, 'triage').filter(([at]) => at > '2026-03-02 15:00')
    // The last rung was climbed at 14:30, 4 h after the due.
    expect(after.map(([at]) => at)).toEqual([
      '2026-03-02 15:30',
      '2026-03-02 16:00',
      '2026-03-02 16:30',
      '2026-03-02 17:00',
    ])
  })

  test('not while a new level leaves the clock time again', () => {
    const raised = given(filed())
      .until('2026-03-02 14:00')
      .and(on('2026-03-02 15:00', [who.officer, valid.relevel({ level: 'L2' })]))
    expect(calls(raised.until('2026-03-02 16:59'), 'triage')).toEqual(calls(raised, 'triage'))
    // Due again at 17:00; the first rung of level 2 is 2 working hours later.
    expect(rungs(raised.until('2026-03-03 12:00'), 'triage').at(-1)).toEqual([
      'k1',
      '2026-03-03 11:00',
      [who.unitHead],
    ])
  })
})

describe('an overdue clock whose level is raised', () => {
  test('is not called again before it is due again, however short the interval of the new level', () => {
    // Triage of level 2: due at 12:00; raised at 12:10, so due at 14:10; level 1 repeats every half hour.
    const raised = given(filed({ facts: { fundSafety: 1 } }))
      .until('2026-03-02 12:00')
      .and(on('2026-03-02 12:10', [who.officer, valid.relevel({ level: 'L1' })]))
    const again = repeats(raised.until('2026-03-02 14:24'), 'triage')
    expect(again.map(([at]) => at)).toEqual(['2026-03-02 14:10'])
  })
})

describe('"seen, new time, reason"', () => {
  const reminded = given(filed()).until('2026-03-02 12:00')

  test('silences the reminders of one interval', () => {
    const seen = reminded.and(on('2026-03-02 12:05', [who.outletManager, valid.seen()]))
    expect(calls(seen.until('2026-03-02 13:59'), 'triage')).toEqual(calls(reminded, 'triage'))
  })

  test('but not the due: whoever stands on the ladder is called all the same', () => {
    const seen = reminded.and(on('2026-03-02 12:05', [who.outletManager, valid.seen()]))
    expect(rungs(seen.until('2026-03-03 10:00'), 'triage').map(([mark, at]) => [mark, at])).toEqual([
      ['k0', '2026-03-02 14:00'],
      ['k1', '2026-03-03 10:00'],
    ])
  })

  test('puts the repetition off by one interval, and once', () => {
    const late = given(filed(), triaged(), dispatched(), on('2026-03-02 10:30', taken()), contacted()).until(
      '2026-03-13 17:00',
    )
    const seen = late.and(on('2026-03-16 09:00', [who.handler, valid.seen()]))
    const before = repeats(late, 'investigate').length
    // 4 working hours from Monday 09:00, then every 4
    expect(
      repeats(seen.until('2026-03-17 09:30'), 'investigate')
        .slice(before)
        .map(([at]) => at),
    ).toEqual(['2026-03-16 13:00', '2026-03-16 17:00'])
  })
})

describe('what is owed when it is filed late', () => {
  // Received on Monday 10:00, filed on Thursday 10:00: the contact was due on Tuesday 10:00, its rung 3 on Thursday 10:00.
  const late = given(on('2026-03-05 10:00', filed()))

  test('is owed from then on, without reminders of what is past, and is not called our delay', () => {
    expect(local(late.nextAlarm())).toBe('2026-03-05 10:00')
    const { events, effects } = late.ticks('2026-03-05 10:00')
    const contact = events.filter((event) => 'clock' in event && event.clock === 'contact')
    expect(contact.map(markOf)).toEqual(['k0', 'k1', 'k2', 'k3'])
    expect(contact.map((event) => 'owedAt' in event && event.owedAt)).toEqual(
      Array(4).fill(iso('2026-03-05 10:00')),
    )
    expect(JSON.stringify(effects)).not.toContain('lateSeconds')
  })

  test('a complaint sent back after the statutory due calls for it from then on', () => {
    const back = replied3().and(
      on('2026-03-25 10:00', [who.officer, valid.followUp({ content: 'no', comment: '退款未到账' })]),
    )
    const { events, effects } = back.ticks('2026-03-25 10:00')
    const statutory = events.filter((event) => 'clock' in event && event.clock === 'statutory')
    expect(statutory).toMatchObject([{ type: 'rungReached', rung: 5, owedAt: iso('2026-03-25 10:00') }])
    expect(JSON.stringify(effects)).not.toContain('lateSeconds')
  })
})

describe('quiet hours', () => {
  test('of levels 2 and 3 hold a call until the morning', () => {
    // Overall of level 3: 13 days to 15 March 23:59:59; its rung 0 is heard on Monday 16 March at 08:30.
    const story = given(filed(), triaged(), dispatched(), taken()).until('2026-03-16 08:30')
    expect(rungs(story, 'overall')).toEqual([['k0', '2026-03-16 08:30', [who.handler, who.officer]]])
  })

  test('hold what we are late with, too: nobody is woken because we were down', () => {
    const story = given(filed())
    story.ticks('2026-03-03 02:00').givesNothing()
    const asleep = story.and(on('2026-03-03 02:00', [who.officer, valid.escalate()]))
    expect(local(asleep.nextAlarm())).toBe('2026-03-03 08:30')
    const morning = calls({ journal: story.ticks('2026-03-03 08:30').events }, 'triage')
    expect(morning.map(([mark]) => mark)).toEqual(['r0', 'r1', 'k0'])
  })

  test('level 1 has none', () => {
    const story = given(filed({ facts: { lifeThreat: 1 } }))
    expect(story.ticks('2026-03-03 02:00').events.length).toBeGreaterThan(0)
  })
})

describe('after two weeks of downtime', () => {
  const asleep = given(filed())
  const { events, effects } = asleep.ticks('2026-03-16 10:00')
  const served = events.filter((event) => 'owedAt' in event && 'clock' in event)

  test('everything owed is served in one look, each once, in the order in which it was owed', () => {
    const owed = served.map((event) => event.owedAt)
    expect(owed).toEqual(owed.toSorted())
    const marks = served.map((event) => `${event.clock} ${markOf(event)}`)
    expect(marks).toEqual([...new Set(marks)])
    expect(marks.filter((mark) => mark.startsWith('triage'))).toEqual(
      ['r0', 'r1', 'k0', 'k1', 'k2', 'k3', 'k4', 'k5'].map((mark) => `triage ${mark}`),
    )
    expect(events.filter(({ type }) => type === 'calledAgain')).toEqual([])
  })

  test('and it is confessed that the delay was ours', () => {
    const first = effects.map(({ effect }) => effect).find((effect) => effect.kind === 'tell')
    const late = shanghai('2026-03-16 10:00').since(shanghai('2026-03-02 12:00')).total('seconds')
    expect(first?.notice).toMatchObject({ code: 'reminder', clock: 'triage', lateSeconds: late })
  })

  test('on time nothing is confessed', () => {
    expect(JSON.stringify(asleep.until('2026-03-03 14:00').effects)).not.toContain('lateSeconds')
  })

  test('a second look at the same instant gives nothing, and the next one lies ahead', () => {
    const awake = asleep.and(['clock', { step: 'tick' }, '2026-03-16 10:00'])
    awake.ticks('2026-03-16 10:00').givesNothing()
    expect(local(awake.nextAlarm())).toBe('2026-03-16 13:00') // rung 1 of the overall clock, due on Sunday night
  })
})

describe('the end', () => {
  const ended = replied3().and(on('2026-03-02 12:30', followedUp()), on('2026-03-02 12:40', closed()))
  const withChannel = given(filed(), triaged({ level: 'L2' }))
    .and(['machine', { step: 'noteChannel', channel: 'C1', name: 'c-2026-00123' }])
    .and(
      dispatched(),
      taken(),
      contacted(),
      investigated(),
      proposed(),
      [who.sqHead, valid.approve()],
      replied(),
    )
    .and(followedUp(), on('2026-03-03 11:00', closed()))

  test('a closed complaint without a channel is never looked at again', () => {
    expect(ended.nextAlarm()).toBeUndefined()
    ended.ticks('2026-06-01 10:00').givesNothing()
  })

  test('its channel is archived after the grace of seven days, once', () => {
    expect(local(withChannel.nextAlarm())).toBe('2026-03-10 23:59:59')
    withChannel.ticks('2026-03-10 23:59').givesNothing()
    const wanted = withChannel.until('2026-03-11 10:00')
    expect(wanted.journal.filter(({ type }) => type === 'archiveWanted')).toHaveLength(1)
    expect(wanted.nextAlarm()).toBeUndefined()
  })

  test('the pack of these tests is the one the bank starts with', () => {
    expect(sampleRulebook.pack.version).toBe('2026.2')
  })
})

function replied3(): ComplaintStory {
  return given(
    filed(),
    triaged(),
    dispatched(),
    taken(),
    contacted(),
    investigated(),
    proposed(),
    approved(),
    replied(),
  )
}

type Line = readonly [mark: string, at: string | undefined, to: readonly string[]]

/** The reminders and rungs of one clock: which, when they were owed, to whom. */
function calls({ journal }: { journal: readonly Event[] }, clock: string): Line[] {
  return journal.flatMap((event): Line[] =>
    (event.type === 'reminded' || event.type === 'rungReached') && event.clock === clock
      ? [[markOf(event), local(event.owedAt), event.to]]
      : [],
  )
}

function rungs(story: { journal: readonly Event[] }, clock: string): Line[] {
  return calls(story, clock).filter(([mark]) => mark.startsWith('k'))
}

function repeats({ journal }: { journal: readonly Event[] }, clock: string): [string, readonly string[]][] {
  return journal.flatMap((event): [string, readonly string[]][] =>
    event.type === 'calledAgain' && event.clock === clock ? [[local(event.at) ?? '', event.to]] : [],
  )
}

function markOf(event: Event): string {
  if (event.type === 'reminded') return event.mark
  return event.type === 'rungReached' ? `k${event.rung}` : event.type
}
