import { isWorkday } from 'chinese-days'
import { describe, expect, test } from 'vitest'
import { createCalendar, windowsOf } from '../../src/clock/calendar.ts'
import { capBeforeStatutory } from '../../src/clock/cap.ts'
import { dueTime } from '../../src/clock/due.ts'
import type { Limit } from '../../src/clock/limit.ts'
import { workingSecondsBetween } from '../../src/clock/working-time.ts'

// The official days of 2026; the first test holds them against the chinese-days package.
const hours: [string, string][] = [['09:00', '17:00']]
const china = createCalendar({
  timeZone: 'Asia/Shanghai',
  week: { mon: hours, tue: hours, wed: hours, thu: hours, fri: hours },
  holidays: [
    ...dates('2026-01-01', 3),
    ...dates('2026-02-15', 9),
    ...dates('2026-04-04', 3),
    ...dates('2026-05-01', 5),
    ...dates('2026-06-19', 3),
    ...dates('2026-09-25', 3),
    ...dates('2026-10-01', 7),
  ],
  workdays: ['2026-01-04', '2026-02-14', '2026-02-28', '2026-05-09', '2026-09-20', '2026-10-10'],
  missingYears: [2027],
})

function dates(first: string, count: number): string[] {
  const from = Temporal.PlainDate.from(first)
  return Array.from({ length: count }, (_, days) => from.add({ days }).toString())
}

function at(local: string): Temporal.Instant {
  return Temporal.PlainDateTime.from(local).toZonedDateTime('Asia/Shanghai').toInstant()
}

function due(start: string, limit: Limit): Temporal.Instant {
  const answer = dueTime({ start: at(start), limit, calendar: china })
  if ('paused' in answer) throw new Error('a clock without pauses stands still')
  return answer.due
}

test('every day of 2026 is open or closed as the official notice has it', () => {
  const open = dates('2026-01-01', 365).filter((date) => windowsOf(china, date).length > 0)
  expect(open).toEqual(dates('2026-01-01', 365).filter((date) => isWorkday(date)))
})

describe('around the holidays of 2026', () => {
  test.each<[string, string, Limit, string]>([
    [
      'working time leaps over National Day',
      '2026-09-30T16:00',
      { workingSeconds: 7200 },
      '2026-10-08T10:00',
    ],
    [
      'working time runs on the make-up Saturday',
      '2026-10-09T16:00',
      { workingSeconds: 7200 },
      '2026-10-10T10:00',
    ],
    [
      'and not on the Sunday after it',
      '2026-10-10T16:30:20',
      { workingSeconds: 3600 },
      '2026-10-12T09:30:20',
    ],
    ['a working day lands on the make-up Sunday', '2026-09-18T10:00', { workingDays: 1 }, '2026-09-20T10:00'],
    ['the Mid-Autumn days are no working days', '2026-09-24T10:00', { workingDays: 1 }, '2026-09-28T10:00'],
    [
      'three working days span the Spring Festival',
      '2026-02-13T15:00',
      { workingDays: 3 },
      '2026-02-25T15:00',
    ],
    [
      'a complaint of New Year’s Eve starts after the festival',
      '2026-02-16T20:00',
      { workingSeconds: 14_400 },
      '2026-02-24T13:00',
    ],
    [
      'a make-up Saturday in February counts whole',
      '2026-02-27T16:00',
      { workingSeconds: 28_800 },
      '2026-02-28T16:00',
    ],
    [
      'the statutory clock knows no holidays',
      '2026-09-18T10:00',
      { calendarDays: 15 },
      '2026-10-03T23:59:59',
    ],
    ['backwards from after National Day', '2026-10-08T10:00', { workingDays: -1 }, '2026-09-30T10:00'],
  ])('%s', (_claim, start, limit, expected) => {
    expect(due(start, limit)).toEqual(at(expected))
  })

  test('the eight days from 1 to 8 October hold one working day', () => {
    expect(workingSecondsBetween(china, at('2026-10-01T00:00'), at('2026-10-09T00:00'))).toBe(28_800)
  })

  test('a due in the unpublished year is provisional', () => {
    const answer = dueTime({ start: at('2026-12-30T10:00'), limit: { workingDays: 2 }, calendar: china })
    expect(answer).toMatchObject({ due: at('2027-01-01T10:00'), provisional: true })
  })
})

describe('the internal due never passes one working day before the statutory due', () => {
  test.each([
    ['in the National Day week', '2026-09-18T10:00', '2026-09-29T17:00'],
    ['in the Spring Festival', '2026-02-06T10:00', '2026-02-13T17:00'],
    ['in an ordinary week', '2026-03-03T10:00', '2026-03-17T17:00'],
    ['at an ordinary weekend', '2026-03-06T10:00', '2026-03-19T17:00'],
  ])('%s', (_claim, received, latest) => {
    const statutoryDue = due(received, { calendarDays: 15 })
    const cap = { statutoryDue, margin: { workingDays: 1 }, calendar: china }
    expect(capBeforeStatutory({ ...cap, due: statutoryDue })).toEqual({ due: at(latest), capped: true })
    const early = at(latest).subtract({ seconds: 1 })
    expect(capBeforeStatutory({ ...cap, due: early })).toEqual({ due: early, capped: false })
    expect(capBeforeStatutory({ ...cap, due: at(latest) })).toEqual({ due: at(latest), capped: false })
  })
})
