import { describe, expect, test } from 'vitest'
import {
  alwaysOpen,
  createCalendar,
  isOpen,
  lastWorkingMoment,
  nextOpening,
  windowsOf,
  type CalendarSpec,
} from '../../src/clock/calendar.ts'

const split: [string, string][] = [
  ['09:00', '12:00'],
  ['13:00', '17:00'],
]
const bank: CalendarSpec = {
  timeZone: 'Asia/Shanghai',
  week: { mon: split, tue: split, wed: split, thu: split, fri: split },
  holidays: [{ date: '2026-03-04', name: 'Founding day', notice: 'Notice 7' }, '2026-03-07'],
  workdays: ['2026-03-07', { date: '2026-03-08' }],
  workdayHours: [['10:00', '14:00']],
}

function at(local: string, timeZone = 'Asia/Shanghai'): Temporal.Instant {
  return Temporal.PlainDateTime.from(local).toZonedDateTime(timeZone).toInstant()
}

function hoursOn(spec: CalendarSpec, date: string): string[] {
  return windowsOf(createCalendar(spec), date).map(
    ({ opens, closes }) => `${opens.toString()} ${closes.toString()}`,
  )
}

describe('the hours of a local date', () => {
  test.each([
    [
      'a weekday has its windows',
      '2026-03-02',
      ['2026-03-02T01:00:00Z 2026-03-02T04:00:00Z', '2026-03-02T05:00:00Z 2026-03-02T09:00:00Z'],
    ],
    ['a weekday that is not listed is closed', '2026-03-01', []],
    ['a holiday is closed', '2026-03-04', []],
    [
      'a make-up workday wins over a holiday and a closed weekday',
      '2026-03-07',
      ['2026-03-07T02:00:00Z 2026-03-07T06:00:00Z'],
    ],
  ])('%s', (_claim, date, hours) => {
    expect(hoursOn(bank, date)).toEqual(hours)
  })

  test('a make-up workday without workdayHours takes the hours of Monday', () => {
    const { workdayHours: _, ...spec } = bank
    expect(hoursOn({ ...spec, week: { ...spec.week, mon: [['08:00', '11:00']] } }, '2026-03-08')).toEqual([
      '2026-03-08T00:00:00Z 2026-03-08T03:00:00Z',
    ])
  })

  test('windows may be told in any order, and those that touch are one', () => {
    const mon: [string, string][] = [
      ['12:00', '17:00'],
      ['09:00', '12:00'],
    ]
    expect(hoursOn({ timeZone: 'UTC', week: { mon } }, '2026-03-02')).toEqual([
      '2026-03-02T09:00:00Z 2026-03-02T17:00:00Z',
    ])
  })
})

describe('a clock change', () => {
  test.each([
    [
      'makes a window an hour shorter',
      'America/New_York',
      ['00:00', '06:00'],
      '2026-03-08',
      ['2026-03-08T05:00:00Z 2026-03-08T10:00:00Z'],
    ],
    [
      'makes a window an hour longer',
      'America/New_York',
      ['00:00', '06:00'],
      '2026-11-01',
      ['2026-11-01T04:00:00Z 2026-11-01T11:00:00Z'],
    ],
    [
      'moves an opening that it skips forward by the change',
      'America/New_York',
      ['02:30', '05:00'],
      '2026-03-08',
      ['2026-03-08T07:30:00Z 2026-03-08T09:00:00Z'],
    ],
    [
      'moves a closing that it skips forward by the change',
      'Europe/London',
      ['00:00', '01:30'],
      '2026-03-29',
      ['2026-03-29T00:00:00Z 2026-03-29T01:30:00Z'],
    ],
    [
      'takes the first of a time that happens twice',
      'Europe/London',
      ['00:00', '01:30'],
      '2026-10-25',
      ['2026-10-24T23:00:00Z 2026-10-25T00:30:00Z'],
    ],
    [
      'may be half an hour',
      'Australia/Lord_Howe',
      ['01:00', '03:00'],
      '2026-04-05',
      ['2026-04-04T14:00:00Z 2026-04-04T16:30:00Z'],
    ],
    ['may skip a whole date, which then has no hours', 'Pacific/Apia', ['09:00', '17:00'], '2011-12-30', []],
  ] as const)('%s', (_claim, timeZone, [opens, closes], date, hours) => {
    const window: [string, string] = [opens, closes]
    const week = { fri: [window], sat: [window], sun: [window] }
    expect(hoursOn({ timeZone, week }, date)).toEqual(hours)
  })

  test('never counts a second twice where skipped windows fall onto later ones', () => {
    const sun: [string, string][] = [
      ['01:00', '02:30'],
      ['03:00', '04:00'],
    ]
    expect(hoursOn({ timeZone: 'America/New_York', week: { sun } }, '2026-03-08')).toEqual([
      '2026-03-08T06:00:00Z 2026-03-08T08:00:00Z',
    ])
  })
})

describe('open or not', () => {
  const calendar = createCalendar(bank)

  test.each([
    ['2026-03-02T09:00', true],
    ['2026-03-02T08:59:59', false],
    ['2026-03-02T11:59:59', true],
    ['2026-03-02T12:00', false],
    ['2026-03-02T17:00', false],
    ['2026-03-04T10:00', false],
    ['2026-03-08T13:59:59', true],
  ])('the opening is inside, the closing is not: %s %s', (local, open) => {
    expect(isOpen(calendar, at(local))).toBe(open)
  })

  test.each([
    ['2026-03-02T10:00:07', '2026-03-02T10:00:07'],
    ['2026-03-02T12:00', '2026-03-02T13:00'],
    ['2026-03-02T17:00', '2026-03-03T09:00'],
    ['2026-03-03T20:00', '2026-03-05T09:00'],
    ['2026-03-06T17:00', '2026-03-07T10:00'],
  ])('the next opening from %s is %s', (from, opening) => {
    expect(nextOpening(calendar, at(from))).toEqual(at(opening))
  })

  test.each([
    ['2026-03-02T10:00:07', '2026-03-02T10:00:07'],
    ['2026-03-02T12:00', '2026-03-02T12:00'],
    ['2026-03-02T12:30', '2026-03-02T12:00'],
    ['2026-03-02T09:00', '2026-03-02T09:00'],
    ['2026-03-05T08:00', '2026-03-03T17:00'],
  ])('the last working moment up to %s is %s', (from, moment) => {
    expect(lastWorkingMoment(calendar, at(from))).toEqual(at(moment))
  })

  test('a 24x7 calendar is open at midnight and at noon', () => {
    const always = alwaysOpen('Asia/Shanghai')
    expect([at('2026-10-01T00:00'), at('2026-10-03T12:00')].map((moment) => isOpen(always, moment))).toEqual([
      true,
      true,
    ])
  })
})

describe('a calendar that cannot be used is refused with the reason', () => {
  test.each<[string, CalendarSpec, string]>([
    ['an unknown zone', { ...bank, timeZone: 'Mars/Olympus' }, '"Mars/Olympus" is no time zone'],
    [
      'a window that ends before it starts',
      { ...bank, week: { tue: [['17:00', '09:00']] } },
      'week.tue.0: the window ["17:00","09:00"] ends before',
    ],
    ['a window without length', { ...bank, week: { tue: [['09:00', '09:00']] } }, 'ends before it starts'],
    [
      'windows that overlap',
      {
        ...bank,
        week: {
          wed: [
            ['13:00', '17:00'],
            ['09:00', '13:01'],
          ],
        },
      },
      'week.wed: the windows',
    ],
    ['an opening at 24:00', { ...bank, week: { wed: [['24:00', '24:00']] } }, '"24:00" is no opening time'],
    ['a time past midnight', { ...bank, week: { wed: [['22:00', '24:30']] } }, '"24:30" is no closing time'],
    [
      'a date that does not exist',
      { ...bank, holidays: ['2026-02-29'] },
      'holidays.0: "2026-02-29" is no date',
    ],
    [
      'make-up workdays with neither workdayHours nor a Monday',
      { timeZone: 'UTC', week: { tue: split }, workdays: ['2026-03-07'] },
      'Monday has none',
    ],
    ['workdayHours without a window', { ...bank, workdayHours: [] }, 'workdayHours: names no window'],
  ])('%s', (_claim, spec, message) => {
    expect(() => createCalendar(spec)).toThrow(message)
  })

  test('everything that is wrong is told at once', () => {
    const spec: CalendarSpec = {
      timeZone: 'Nowhere',
      week: { mon: [['9:00', '17:00']] },
      holidays: ['2026-13-01'],
    }
    expect(() => createCalendar(spec)).toThrow(/Nowhere.*9:00.*2026-13-01/)
  })

  test('no open hours at all is an error as soon as working time is asked', () => {
    const never = createCalendar({ timeZone: 'UTC', week: { mon: [] } })
    expect(() => nextOpening(never, at('2026-03-02T09:00'))).toThrow('no open hours at all')
  })

  test('ten closed years in a row are an error, not an endless search', () => {
    const once = createCalendar({ timeZone: 'UTC', week: {}, workdays: ['2046-01-01'], workdayHours: split })
    expect(() => nextOpening(once, at('2026-03-02T09:00'))).toThrow(
      'no open hours within ten years of 2026-03-02',
    )
  })
})
