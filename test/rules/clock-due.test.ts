import { describe, expect, test } from 'vitest'
import { createCalendar, type Calendar, type CalendarSpec } from '../../src/clock/calendar.ts'
import { dueTime, type DueAnswer } from '../../src/clock/due.ts'
import type { Limit } from '../../src/clock/limit.ts'
import type { Pause } from '../../src/clock/pause.ts'
import { addWorkingDays, addWorkingTime, workingSecondsBetween } from '../../src/clock/working-time.ts'

const zone = 'Asia/Shanghai'
const split: [string, string][] = [
  ['09:00', '12:00'],
  ['13:00', '17:00'],
]
const whole: [string, string][] = [['09:00', '17:00']]
// Monday 2 March 2026 begins the week of these tables; Friday is short and opens late in `uneven`.
const bank = createCalendar({
  timeZone: zone,
  week: { mon: split, tue: split, wed: split, thu: split, fri: split },
})
const uneven = createCalendar({
  timeZone: zone,
  week: { mon: whole, tue: whole, wed: whole, thu: whole, fri: [['10:00', '12:00']] },
})
const hour = 3600

function at(local: string, timeZone = zone): Temporal.Instant {
  return Temporal.PlainDateTime.from(local).toZonedDateTime(timeZone).toInstant()
}

function march(local: string): Temporal.Instant {
  return at(`2026-03-${local.replace(' ', 'T')}`)
}

function pause(from: string, until: string | null, reason?: string): Pause {
  return { from: march(from), until: until === null ? null : march(until), reason }
}

/** `02 09:00:00` for a due in March 2026, `paused 3600` for a clock that stands still. */
function told(answer: DueAnswer): string {
  if ('paused' in answer) return `paused ${answer.remainingSeconds}`
  const local = answer.due.toZonedDateTimeISO(zone).toPlainDateTime()
  return local.toString({ smallestUnit: 'second' }).replace('2026-03-', '').replace('T', ' ')
}

function due(start: string, limit: Limit, pauses: Pause[] = [], calendar: Calendar = bank): string {
  return told(dueTime({ start: march(start), limit, calendar, pauses }))
}

describe('working time', () => {
  test.each([
    ['a due exactly at closing stays there', '02 09:00', 3 * hour, '02 12:00:00'],
    ['one second more lands after the break', '02 09:00', 3 * hour + 1, '02 13:00:01'],
    ['seconds are kept', '02 11:30:15', hour, '02 13:30:15'],
    ['the last closing of a day stays too', '06 16:00', 8 * hour, '09 17:00:00'],
    ['a start exactly at closing is outside hours', '02 17:00', 1, '03 09:00:01'],
    ['a start at the weekend counts from the next opening', '07 10:00', hour, '09 10:00:00'],
    ['a start before hours counts from the opening', '02 03:00', hour, '02 10:00:00'],
    ['no time inside hours is the start itself', '02 10:00:07', 0, '02 10:00:07'],
    ['no time outside hours is the next opening', '02 12:30', 0, '02 13:00:00'],
    ['no time from a closing is the next opening', '02 12:00', 0, '02 13:00:00'],
    ['backwards, an opening stays', '02 10:00', -hour, '02 09:00:00'],
    ['backwards over the weekend', '09 10:00', -hour - 1, '06 16:59:59'],
    ['backwards from outside hours counts from the latest closing', '08 10:00', -hour, '06 16:00:00'],
    ['backwards from an opening skips the break', '02 13:00', -hour, '02 11:00:00'],
  ])('%s', (_claim, start, workingSeconds, expected) => {
    expect(due(start, { workingSeconds })).toBe(expected)
  })

  test('a window to 24:00 goes on at 00:00 of the next day', () => {
    const night = createCalendar({
      timeZone: zone,
      week: { mon: [['22:00', '24:00']], tue: [['00:00', '06:00']] },
    })
    expect(due('02 23:00', { workingSeconds: 2 * hour }, [], night)).toBe('03 01:00:00')
    expect(due('02 23:00', { workingSeconds: hour }, [], night)).toBe('03 00:00:00')
  })

  test('on the day of a clock change the seconds counted are real ones', () => {
    const newYork = createCalendar({ timeZone: 'America/New_York', week: { sun: [['00:00', '06:00']] } })
    const start = Temporal.Instant.from('2026-03-08T05:00:00Z')
    expect(addWorkingTime(newYork, start, 5 * hour).toString()).toBe('2026-03-08T10:00:00Z')
    expect(addWorkingTime(newYork, start, 5 * hour + 1).toString()).toBe('2026-03-15T04:00:01Z')
  })

  test('a year of working time is one sum', () => {
    expect(workingSecondsBetween(bank, at('2026-01-01T00:00'), at('2027-01-01T00:00'))).toBe(261 * 7 * hour)
    expect(addWorkingTime(bank, at('2026-01-01T00:00'), 261 * 7 * hour)).toEqual(at('2026-12-31T17:00'))
  })

  test('between two instants it is negative when the second is the earlier', () => {
    expect(workingSecondsBetween(bank, march('03 10:00'), march('02 16:00'))).toBe(-2 * hour)
  })
})

describe('working time with pauses', () => {
  test.each<[string, string, number, Pause[], string]>([
    ['paused time does not count', '02 09:00', 2 * hour, [pause('02 10:00', '02 10:30')], '02 11:30:00'],
    [
      'a pause in the break takes nothing',
      '02 11:00',
      2 * hour,
      [pause('02 12:00', '02 13:00')],
      '02 14:00:00',
    ],
    [
      'a start in a pause counts from its end',
      '02 09:30',
      hour,
      [pause('02 09:00', '02 10:00')],
      '02 11:00:00',
    ],
    ['a pause over night and weekend', '06 16:00', 2 * hour, [pause('06 16:30', '09 10:00')], '09 11:30:00'],
    [
      'overlapping pauses count once, in any order',
      '02 09:00',
      hour,
      [pause('02 10:10', '02 11:00'), pause('02 09:30', '02 10:30')],
      '02 11:30:00',
    ],
    [
      'a pause before the start changes nothing',
      '02 10:00',
      hour,
      [pause('02 09:00', '02 10:00')],
      '02 11:00:00',
    ],
    [
      'a pause after the due changes nothing',
      '02 10:00',
      hour,
      [pause('02 11:00:01', '02 12:00')],
      '02 11:00:00',
    ],
    [
      'a due at the beginning of a pause stays',
      '02 10:00',
      hour,
      [pause('02 11:00', '02 12:00')],
      '02 11:00:00',
    ],
    [
      'a pause without length changes nothing',
      '02 10:00',
      hour,
      [pause('02 10:30', '02 10:30')],
      '02 11:00:00',
    ],
    [
      'an open pause stops the clock with what is left',
      '02 09:00',
      2 * hour,
      [pause('02 10:30', null)],
      'paused 1800',
    ],
    [
      'what is left is told without earlier pauses',
      '02 09:00',
      2 * hour,
      [pause('02 09:30', '02 10:00'), pause('02 10:30', null)],
      'paused 3600',
    ],
    [
      'an open pause from before the start stops it whole',
      '02 09:00',
      2 * hour,
      [pause('01 08:00', null)],
      'paused 7200',
    ],
    [
      'an open pause at the due is too late to stop it',
      '02 09:00',
      hour,
      [pause('02 10:00', null)],
      '02 10:00:00',
    ],
    [
      'an open pause in the night after the due does not stop it',
      '02 16:00',
      hour,
      [pause('02 20:00', null)],
      '02 17:00:00',
    ],
    [
      'an open pause in the night stops what was left',
      '02 16:00',
      hour + 60,
      [pause('02 20:00', null)],
      'paused 60',
    ],
    ['no time in a pause is its end', '02 10:30', 0, [pause('02 10:00', '02 11:00')], '02 11:00:00'],
    [
      'backwards, pauses are skipped too',
      '02 12:00',
      -2 * hour,
      [pause('02 10:30', '02 11:00')],
      '02 09:30:00',
    ],
    [
      'backwards, an open pause is skipped to its beginning',
      '02 12:00',
      -hour,
      [pause('02 11:00', null)],
      '02 10:00:00',
    ],
  ])('%s', (_claim, start, workingSeconds, pauses, expected) => {
    expect(due(start, { workingSeconds }, pauses)).toBe(expected)
  })

  test('a pause of centuries is leapt over', () => {
    const pauses = [{ from: march('02 10:00'), until: at('2926-03-04T10:00') }]
    const answer = dueTime({
      start: march('02 09:00'),
      limit: { workingSeconds: 2 * hour },
      calendar: bank,
      pauses,
    })
    expect(told(answer)).toBe('2926-03-04 11:00:00')
    expect(answer.proof.filter(({ kind }) => kind === 'day')).toHaveLength(2)
  })
})

describe('working days', () => {
  test.each<[string, string, number, string, Calendar]>([
    ['the same local time on the next day', '02 10:15:30', 1, '03 10:15:30', bank],
    ['closed days are not counted', '06 10:15:30', 2, '10 10:15:30', bank],
    ['a start outside hours first moves to the next opening', '07 08:00', 1, '10 09:00:00', bank],
    ['a start in the break moves to its end', '02 12:30', 1, '03 13:00:00', bank],
    ['a start exactly at closing is outside hours', '02 17:00', 1, '04 09:00:00', bank],
    ['a time exactly at that day’s closing stays', '05 12:00', 1, '06 12:00:00', uneven],
    ['a time after that day’s closing is the opening after it', '05 12:00:01', 1, '09 09:00:00', uneven],
    ['a time before that day’s opening is the opening', '05 09:30', 1, '06 10:00:00', uneven],
    ['a short day counts as a day', '05 15:00', 2, '09 15:00:00', uneven],
    ['none inside hours is the start', '02 10:15:30', 0, '02 10:15:30', bank],
    ['none outside hours is the next opening', '07 08:00', 0, '09 09:00:00', bank],
    ['back, the same local time', '10 10:00:05', -2, '06 10:00:05', bank],
    ['back from an opening is an opening', '09 09:00', -1, '06 09:00:00', bank],
    ['back from a closing is a closing', '03 17:00', -1, '02 17:00:00', bank],
    ['back from outside hours first moves to the latest closing', '08 23:59:59', -1, '05 17:00:00', bank],
    ['back to the latest working moment where that time is closed', '09 15:00', -1, '06 12:00:00', uneven],
    ['back before a late opening is the closing before', '09 09:30', -1, '05 17:00:00', uneven],
  ])('%s', (_claim, start, workingDays, expected, calendar) => {
    expect(due(start, { workingDays }, [], calendar)).toBe(expected)
    expect(addWorkingDays(calendar, march(start), workingDays)).toEqual(march(expected))
  })

  test('the local time stays the same across a clock change', () => {
    const newYork: CalendarSpec = { timeZone: 'America/New_York', week: { mon: whole, fri: whole } }
    const friday = at('2026-03-06T10:00:30', 'America/New_York')
    expect(addWorkingDays(createCalendar(newYork), friday, 1).toString()).toBe('2026-03-09T14:00:30Z')
  })

  test('a local time that the day skips moves forward by the change', () => {
    const always: [string, string][] = [['00:00', '24:00']]
    const newYork = createCalendar({ timeZone: 'America/New_York', week: { sat: always, sun: always } })
    const saturday = at('2026-03-07T02:30', 'America/New_York')
    expect(addWorkingDays(newYork, saturday, 1)).toEqual(at('2026-03-08T03:30', 'America/New_York'))
  })

  test('a date the zone never had is no working day', () => {
    const apia = createCalendar({ timeZone: 'Pacific/Apia', week: { thu: whole, fri: whole, sat: whole } })
    const thursday = at('2011-12-29T10:00', 'Pacific/Apia')
    expect(addWorkingDays(apia, thursday, 1)).toEqual(at('2011-12-31T10:00', 'Pacific/Apia'))
  })

  test.each<[string, string, number, Pause[], string]>([
    [
      'the working time a pause took out follows after the last day',
      '02 10:00',
      1,
      [pause('02 11:00', '02 13:30')],
      '03 11:30:00',
    ],
    ['over a closing if need be', '02 16:00', 1, [pause('02 16:30', '03 10:00')], '04 09:30:00'],
    [
      'a pause that takes no working time changes nothing',
      '02 10:00',
      1,
      [pause('02 18:00', '03 08:00')],
      '03 10:00:00',
    ],
    [
      'a second pause counts when the due moves into it',
      '02 10:00',
      1,
      [pause('02 11:00', '02 12:00'), pause('03 10:30', '03 11:00')],
      '03 11:30:00',
    ],
    [
      'a pause that begins at the due is too late',
      '02 10:00',
      1,
      [pause('03 10:00', '03 12:00')],
      '03 10:00:00',
    ],
    [
      'a due at an opening inside a pause moves to the pause’s end',
      '07 10:00',
      1,
      [pause('09 17:00', '10 11:00')],
      '10 11:00:00',
    ],
    ['a start in a pause counts from its end', '02 10:00', 1, [pause('02 09:00', '02 11:00')], '03 11:00:00'],
    [
      'an open pause leaves the working time to the due',
      '02 10:00',
      1,
      [pause('02 16:00', null)],
      `paused ${2 * hour}`,
    ],
    [
      'and with it what earlier pauses took',
      '02 10:00',
      1,
      [pause('02 11:00', '02 11:30'), pause('02 16:00', null)],
      `paused ${2.5 * hour}`,
    ],
    [
      'back, a pause moves the moment further back',
      '03 11:00',
      -1,
      [pause('03 10:00', '03 10:30')],
      '02 10:30:00',
    ],
  ])('with pauses: %s', (_claim, start, workingDays, pauses, expected) => {
    expect(due(start, { workingDays }, pauses)).toBe(expected)
  })
})

describe('calendar days', () => {
  test.each<[string, string, number, Pause[], string]>([
    ['due at the last second of day n, whenever on day 0 it came', '02 00:00:00', 15, [], '17 23:59:59'],
    ['the last second of day 0 is day 0', '02 23:59:59', 15, [], '17 23:59:59'],
    ['no day is the end of the day of receipt', '02 10:00', 0, [], '02 23:59:59'],
    ['a closed day counts like any other', '06 10:00', 1, [], '07 23:59:59'],
    [
      'a pause of an hour lengthens it by one day',
      '02 10:00',
      15,
      [pause('03 10:00', '03 11:00')],
      '18 23:59:59',
    ],
    ['a pause of 24 hours by one day', '02 10:00', 15, [pause('03 10:00', '04 10:00')], '18 23:59:59'],
    ['one second more by two', '02 10:00', 15, [pause('03 10:00', '04 10:00:01')], '19 23:59:59'],
    [
      'each pause is rounded up by itself',
      '02 10:00',
      15,
      [pause('05 10:00', '05 15:00'), pause('03 10:00', '03 20:00')],
      '19 23:59:59',
    ],
    [
      'overlapping pauses are one',
      '02 10:00',
      15,
      [pause('03 10:00', '03 15:00'), pause('03 14:00', '03 20:00')],
      '18 23:59:59',
    ],
    [
      'a pause before the start changes nothing',
      '02 10:00',
      15,
      [pause('01 10:00', '02 10:00')],
      '17 23:59:59',
    ],
    ['a pause counts from the start on', '02 10:00', 15, [pause('01 00:00', '03 10:00')], '18 23:59:59'],
    [
      'a pause that begins before the due counts whole',
      '02 10:00',
      1,
      [pause('03 23:00', '05 23:00')],
      '05 23:59:59',
    ],
    ['a pause after the due changes nothing', '02 10:00', 1, [pause('04 00:00', '05 00:00')], '03 23:59:59'],
    [
      'a pause that begins at the due is too late',
      '02 10:00',
      1,
      [pause('03 23:59:59', '05 00:00')],
      '03 23:59:59',
    ],
    [
      'unless an earlier pause moved the due behind it',
      '02 10:00',
      1,
      [pause('02 12:00', '02 13:00'), pause('04 00:00', '05 00:00')],
      '05 23:59:59',
    ],
    [
      'an open pause leaves the elapsed seconds to the due',
      '02 10:00',
      1,
      [pause('03 23:59:00', null)],
      'paused 59',
    ],
  ])('%s', (_claim, start, calendarDays, pauses, expected) => {
    expect(due(start, { calendarDays }, pauses)).toBe(expected)
  })

  test('the days are those of the calendar’s zone', () => {
    const start = Temporal.Instant.from('2026-03-06T04:30:00Z')
    const calendar = createCalendar({ timeZone: 'America/New_York', week: {} })
    expect(dueTime({ start, limit: { calendarDays: 3 }, calendar })).toMatchObject({
      due: Temporal.Instant.from('2026-03-09T03:59:59Z'),
    })
  })
})

describe('elapsed time', () => {
  test.each<[string, string, number, Pause[], string]>([
    ['runs day and night', '06 16:00', 48 * hour, [], '08 16:00:00'],
    [
      'but not in pauses',
      '02 10:00',
      2 * hour,
      [pause('02 11:30', '02 20:00'), pause('02 11:00', '02 12:00')],
      '02 21:00:00',
    ],
    [
      'from the end of a pause it starts in',
      '02 10:00',
      hour,
      [pause('02 09:00', '02 12:00')],
      '02 13:00:00',
    ],
    [
      'a due at the beginning of a pause stays',
      '02 10:00',
      hour,
      [pause('02 11:00', '02 12:00')],
      '02 11:00:00',
    ],
    ['an open pause leaves what had not run', '02 10:00', 2 * hour, [pause('02 11:30', null)], 'paused 1800'],
    [
      'an open pause after the due does not stop it',
      '02 10:00',
      hour,
      [pause('02 11:00', null)],
      '02 11:00:00',
    ],
    ['none is the start', '07 10:00:01', 0, [], '07 10:00:01'],
    ['backwards it skips pauses too', '02 10:00', -hour, [pause('02 09:30', '02 09:45')], '02 08:45:00'],
  ])('%s', (_claim, start, elapsedSeconds, pauses, expected) => {
    expect(due(start, { elapsedSeconds }, pauses)).toBe(expected)
  })

  test.each([
    ['America/New_York', '2026-03-08T00:00', '2026-03-08T07:00'],
    ['America/New_York', '2026-11-01T00:00', '2026-11-01T05:00'],
    ['Europe/London', '2026-03-29T00:00', '2026-03-29T07:00'],
    ['Australia/Lord_Howe', '2026-10-04T00:00', '2026-10-04T06:30'],
    ['Pacific/Apia', '2011-12-29T20:00', '2011-12-31T02:00'],
    ['Asia/Shanghai', '1986-05-04T00:00', '1986-05-04T07:00'],
  ])('six hours are six real hours in %s across %s', (timeZone, start, expected) => {
    const calendar = createCalendar({ timeZone, week: {} })
    const answer = dueTime({ start: at(start, timeZone), limit: { elapsedSeconds: 6 * hour }, calendar })
    expect(answer).toMatchObject({ due: at(expected, timeZone) })
  })
})

describe('a year without its holiday notice', () => {
  const calendar = createCalendar({
    timeZone: zone,
    week: { mon: whole, fri: whole },
    missingYears: [2025, 2027],
  })

  test.each([
    ['is provisional when the due is in it', '2026-12-28T10:00', true],
    ['is settled when the due is before it', '2026-12-21T10:00', false],
    ['is provisional when the start is in it', '2027-05-03T10:00', true],
    ['goes by local years', '2027-01-01T00:00', true],
  ])('a due %s', (_claim, start, provisional) => {
    expect(dueTime({ start: at(start), limit: { workingDays: 1 }, calendar })).toMatchObject({ provisional })
  })

  test('the proof names the year', () => {
    const { proof } = dueTime({ start: at('2026-12-31T10:00'), limit: { workingDays: 2 }, calendar })
    expect(proof).toContainEqual({ kind: 'provisional', years: [2027] })
  })
})

describe('the proof', () => {
  const calendar = createCalendar({
    timeZone: zone,
    week: { mon: split, tue: split },
    holidays: [{ date: '2026-03-03', name: 'Founding day', notice: 'Notice 7' }],
    workdays: [{ date: '2026-03-04', notice: 'Notice 7' }],
    workdayHours: whole,
  })

  test('has a line for every date touched, and they add up to the limit', () => {
    const pauses = [pause('02 16:30', '02 16:45', 'WAIT_CUSTOMER_DOC')]
    const { proof } = dueTime({
      start: march('02 08:00'),
      limit: { workingSeconds: 8 * hour },
      calendar,
      pauses,
    })
    expect(proof).toEqual([
      { kind: 'start', at: march('02 08:00'), limit: { workingSeconds: 8 * hour } },
      { kind: 'moved', to: march('02 09:00') },
      {
        kind: 'pause',
        from: march('02 16:30'),
        until: march('02 16:45'),
        reasons: ['WAIT_CUSTOMER_DOC'],
        seconds: 900,
      },
      {
        kind: 'day',
        date: '2026-03-02',
        hours: split,
        makeUp: false,
        seconds: 24_300,
        pausedSeconds: 900,
        total: 24_300,
      },
      { kind: 'closed', date: '2026-03-03', because: 'holiday', name: 'Founding day', notice: 'Notice 7' },
      {
        kind: 'day',
        date: '2026-03-04',
        hours: whole,
        makeUp: true,
        notice: 'Notice 7',
        seconds: 4500,
        pausedSeconds: 0,
        total: 28_800,
      },
      { kind: 'due', at: march('04 10:15') },
    ])
  })

  test('numbers working days and shows what pauses added', () => {
    const pauses = [pause('02 10:00', '02 11:00')]
    const { proof } = dueTime({ start: march('02 09:30'), limit: { workingDays: 1 }, calendar, pauses })
    expect(proof.map((line) => ('number' in line ? `${line.kind} ${line.number}` : line.kind))).toEqual([
      'start',
      'workingDay 0',
      'closed',
      'workingDay 1',
      'pause',
      'extended',
      'day',
      'due',
    ])
  })

  test('shows the days that a pause gave a limit in calendar days', () => {
    const pauses = [pause('03 10:00', '04 11:00', 'WAIT_EXTERNAL_APPRAISAL')]
    const { proof } = dueTime({ start: march('02 09:30'), limit: { calendarDays: 15 }, calendar, pauses })
    expect(proof).toMatchObject([
      { kind: 'start' },
      { kind: 'pause', reasons: ['WAIT_EXTERNAL_APPRAISAL'], days: 2 },
      { kind: 'calendarDays', from: '2026-03-02', to: '2026-03-19', days: 17 },
      { kind: 'due', at: march('19 23:59:59') },
    ])
  })

  test('of a clock that stands still says since when', () => {
    const pauses = [pause('02 10:00', null, 'IN_MEDIATION')]
    const { proof } = dueTime({ start: march('02 09:30'), limit: { elapsedSeconds: hour }, calendar, pauses })
    expect(proof.at(-1)).toEqual({ kind: 'paused', since: march('02 10:00'), remainingSeconds: 1800 })
  })
})

describe('a question without an answer is refused', () => {
  test.each<[string, Limit, Pause[], string]>([
    ['half a working day', { workingDays: 0.5 }, [], 'is not whole'],
    ['negative calendar days', { calendarDays: -1 }, [], 'is negative'],
    ['more than two centuries', { elapsedSeconds: 1e12 }, [], 'within 200 years'],
    [
      'a pause that ends before it starts',
      { workingDays: 1 },
      [pause('03 10:00', '02 10:00')],
      'ends before it starts',
    ],
  ])('%s', (_claim, limit, pauses, message) => {
    expect(() => due('02 10:00', limit, pauses)).toThrow(message)
  })
})
