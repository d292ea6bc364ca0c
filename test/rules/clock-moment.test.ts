import { describe, expect, test } from 'vitest'
import { alwaysOpen, createCalendar } from '../../src/clock/calendar.ts'
import { capBeforeStatutory } from '../../src/clock/cap.ts'
import type { Limit } from '../../src/clock/limit.ts'
import { momentOf, type Moment } from '../../src/clock/moment.ts'
import type { Pause } from '../../src/clock/pause.ts'
import { afterQuiet } from '../../src/clock/quiet.ts'
import type { Moment as MomentOfThePack } from '../../src/policy/pack.ts'

const hours: [string, string][] = [['09:00', '17:00']]
const bank = createCalendar({
  timeZone: 'Asia/Shanghai',
  week: { mon: hours, tue: hours, wed: hours, thu: hours, fri: hours },
})

function march(local: string): Temporal.Instant {
  return Temporal.PlainDateTime.from(`2026-03-${local.replace(' ', 'T')}`)
    .toZonedDateTime('Asia/Shanghai')
    .toInstant()
}

function pause(from: string, until: string | null): Pause {
  return { from: march(from), until: until === null ? null : march(until) }
}

const twoHours: Limit = { workingSeconds: 7200 }

describe('a moment of a clock', () => {
  test.each<[string, Moment, Limit, string, string, string]>([
    [
      'half of four working hours',
      { percent: 50 },
      { workingSeconds: 14_400 },
      '06 16:00',
      '09 12:00',
      '09 10:00',
    ],
    [
      'half of two working days is half of their working time',
      { percent: 50 },
      { workingDays: 2 },
      '02 13:00',
      '04 13:00',
      '03 13:00',
    ],
    ['half over a weekend', { percent: 50 }, { workingDays: 1 }, '06 13:00', '09 13:00', '06 17:00'],
    [
      'four fifths, down to the second',
      { percent: 80 },
      { workingSeconds: 101 },
      '02 10:00',
      '02 10:01:41',
      '02 10:01:20',
    ],
    [
      'half of calendar days is half of the plain time',
      { percent: 50 },
      { calendarDays: 2 },
      '06 11:59:59',
      '08 23:59:59',
      '07 17:59:59',
    ],
    [
      'half of elapsed hours runs through the night',
      { percent: 50 },
      { elapsedSeconds: 172_800 },
      '06 16:00',
      '08 16:00',
      '07 16:00',
    ],
    ['all of it is the due', { percent: 100 }, { workingDays: 1 }, '05 17:00', '09 09:00', '09 09:00'],
    [
      'two working hours before',
      { before: twoHours },
      { workingDays: 1 },
      '06 10:00',
      '09 10:00',
      '06 16:00',
    ],
    [
      'one working day before',
      { before: { workingDays: 1 } },
      { workingDays: 3 },
      '05 10:00',
      '10 10:00',
      '09 10:00',
    ],
    [
      'one plain hour before',
      { before: { elapsedSeconds: 3600 } },
      { workingDays: 1 },
      '06 09:30',
      '09 09:30',
      '09 08:30',
    ],
    [
      'three calendar days before, same local time',
      { before: { calendarDays: 3 } },
      { workingDays: 1 },
      '06 10:00',
      '09 10:00',
      '06 10:00',
    ],
    [
      'nothing before is the due',
      { before: { workingSeconds: 0 } },
      twoHours,
      '02 15:00',
      '02 17:00',
      '02 17:00',
    ],
    ['at the due', { after: { elapsedSeconds: 0 } }, twoHours, '02 15:00', '02 17:00', '02 17:00'],
    [
      'two working hours after a due at closing',
      { after: twoHours },
      twoHours,
      '02 15:00',
      '02 17:00',
      '03 11:00',
    ],
    [
      'one working day after',
      { after: { workingDays: 1 } },
      { workingDays: 1 },
      '05 10:00',
      '06 10:00',
      '09 10:00',
    ],
    [
      'a quarter of an hour after, day or night',
      { after: { elapsedSeconds: 900 } },
      twoHours,
      '02 15:00',
      '02 17:00',
      '02 17:15',
    ],
    [
      'a local time on an earlier date',
      { calendarDaysBefore: 3, at: '09:30' },
      { calendarDays: 15 },
      '02 10:00',
      '17 23:59:59',
      '14 09:30',
    ],
    [
      'a local time on the day itself',
      { calendarDaysBefore: 0, at: '09:30' },
      { calendarDays: 15 },
      '02 10:00',
      '17 23:59:59',
      '17 09:30',
    ],
  ])('%s', (_claim, moment, limit, start, due, expected) => {
    expect(momentOf(moment, { start: march(start), due: march(due), limit, calendar: bank })).toEqual(
      march(expected),
    )
  })

  test.each<[string, Moment, Pause[], string]>([
    ['half of what no pause took out', { percent: 50 }, [pause('02 09:00', '02 11:00')], '02 14:00'],
    ['a pause after the half does not move it', { percent: 50 }, [pause('02 13:00', '02 15:00')], '02 12:00'],
    ['before counts back over a pause', { before: twoHours }, [pause('02 14:00', '02 16:00')], '02 13:00'],
    [
      'an open pause after the due changes nothing',
      { before: twoHours },
      [pause('02 20:00', null)],
      '02 15:00',
    ],
    ['after knows no pauses', { after: twoHours }, [pause('02 20:00', null)], '03 11:00'],
  ])('with pauses: %s', (_claim, moment, pauses, expected) => {
    const clock = {
      start: march('02 09:00'),
      due: march('02 17:00'),
      limit: { workingSeconds: 21_600 },
      calendar: bank,
    }
    expect(momentOf(moment, { ...clock, pauses })).toEqual(march(expected))
  })

  test.each<[string, Moment, string]>([
    ['one working day before the statutory due', { beforeStatutory: { workingDays: 1 } }, '16 17:00'],
    ['one calendar day before the statutory due', { beforeStatutory: { calendarDays: 1 } }, '16 23:59:59'],
  ])('%s', (_claim, moment, expected) => {
    const clock = {
      start: march('02 09:00'),
      due: march('03 09:00'),
      limit: { workingDays: 1 },
      calendar: bank,
    }
    expect(momentOf(moment, { ...clock, statutoryDue: march('17 23:59:59') })).toEqual(march(expected))
  })

  test('before a statutory due that the clock has not is refused', () => {
    const clock = {
      start: march('02 09:00'),
      due: march('03 09:00'),
      limit: { workingDays: 1 },
      calendar: bank,
    }
    expect(() => momentOf({ beforeStatutory: { workingDays: 1 } }, clock)).toThrow('without one')
  })

  test('reads every moment that the policy pack can tell', () => {
    const told: MomentOfThePack = { percent: 100 }
    const clock = {
      start: march('02 09:00'),
      due: march('03 09:00'),
      limit: { workingDays: 1 },
      calendar: bank,
    }
    expect(momentOf(told, clock)).toEqual(march('03 09:00'))
  })
})

describe('the cap before the statutory due', () => {
  test.each<[string, Limit, string]>([
    ['in working hours', { workingSeconds: 7200 }, '17 15:00'],
    ['in calendar days ends in open hours', { calendarDays: 2 }, '13 17:00'],
    ['in plain hours ends in open hours', { elapsedSeconds: 86_400 }, '16 17:00'],
  ])('with a margin %s', (_claim, margin, expected) => {
    const statutoryDue = march('17 23:59:59')
    const capped = capBeforeStatutory({ due: march('20 10:00'), statutoryDue, margin, calendar: bank })
    expect(capped).toEqual({ due: march(expected), capped: true })
  })

  test('on a 24x7 clock is one day before, to the second', () => {
    const calendar = alwaysOpen('Asia/Shanghai')
    const capped = capBeforeStatutory({
      due: march('20 10:00'),
      statutoryDue: march('17 23:59:59'),
      margin: { workingDays: 1 },
      calendar,
    })
    expect(capped.due).toEqual(march('16 23:59:59'))
  })
})

describe('quiet hours', () => {
  test.each([
    ['hold until morning what falls in the evening', '02 20:00', '03 08:30'],
    ['hold until morning what falls in the night', '03 08:29:59', '03 08:30'],
    ['end at their end', '03 08:30', '03 08:30'],
    ['leave the day alone', '03 19:59:59', '03 19:59:59'],
  ])('%s', (_claim, moment, said) => {
    expect(afterQuiet(march(moment), ['20:00', '08:30'], 'Asia/Shanghai')).toEqual(march(said))
  })

  test.each<[[string, string], string, string]>([
    [['12:00', '14:00'], '02 13:00', '02 14:00'],
    [['20:00', '24:00'], '02 21:00', '03 00:00'],
    [['20:00', '20:00'], '02 20:00', '02 20:00'],
  ])('may be any window: %s', (quiet, moment, said) => {
    expect(afterQuiet(march(moment), quiet, 'Asia/Shanghai')).toEqual(march(said))
  })

  test('end after the moment even when their end comes twice that night', () => {
    const secondQuarterPastOne = Temporal.Instant.from('2026-10-25T01:15:00Z')
    expect(afterQuiet(secondQuarterPastOne, ['22:00', '01:30'], 'Europe/London').toString()).toBe(
      '2026-10-25T01:30:00Z',
    )
  })
})
