import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { answerDeadline } from '../../src/clock/deadline.ts'

const hours = [['09:00', '12:00']]
const question = {
  id: 'q1',
  calendar: {
    timeZone: 'Asia/Shanghai',
    week: { mon: hours, tue: hours },
    holidays: ['2026-03-10'],
    workdays: ['2026-03-14'],
    workdayHours: [['09:00', '24:00']],
  },
  start: '2026-03-02T02:30:05Z',
  limit: { workingSeconds: 7200 },
  pauses: [],
  missingYears: [2027],
}

function answer(changes: object): unknown {
  return JSON.parse(answerDeadline(JSON.stringify({ ...question, ...changes })))
}

describe('a line that can be answered', () => {
  test('gives its id, the due in UTC and the proof, on one line', () => {
    const line = answerDeadline(JSON.stringify(question))
    expect(line).not.toContain('\n')
    expect(JSON.parse(line)).toEqual({
      id: 'q1',
      due: '2026-03-03T01:30:05Z',
      proof: [
        { kind: 'start', at: '2026-03-02T02:30:05Z', limit: { workingSeconds: 7200 } },
        {
          kind: 'day',
          date: '2026-03-02',
          hours,
          makeUp: false,
          seconds: 5395,
          pausedSeconds: 0,
          total: 5395,
        },
        {
          kind: 'day',
          date: '2026-03-03',
          hours,
          makeUp: false,
          seconds: 1805,
          pausedSeconds: 0,
          total: 7200,
        },
        { kind: 'due', at: '2026-03-03T01:30:05Z' },
      ],
    })
  })

  test.each<[string, object, object]>([
    ['a number as id comes back as a number', { id: 7 }, { id: 7 }],
    ['working days', { limit: { workingDays: 2 } }, { due: '2026-03-09T02:30:05Z' }],
    ['calendar days', { limit: { calendarDays: 1 } }, { due: '2026-03-03T15:59:59Z' }],
    ['elapsed seconds', { limit: { elapsedSeconds: 60 } }, { due: '2026-03-02T02:31:05Z' }],
    ['negative working seconds', { limit: { workingSeconds: -5 } }, { due: '2026-03-02T02:30:00Z' }],
    ['a start told with an offset', { start: '2026-03-02T10:30:05+08:00' }, { due: '2026-03-03T01:30:05Z' }],
    [
      'a pause',
      { pauses: [['2026-03-02T03:00:00Z', '2026-03-02T03:10:00Z']] },
      { due: '2026-03-03T01:40:05Z' },
    ],
    ['a missing year that it touches', { missingYears: [2026] }, { provisional: true }],
    [
      'a missing year told in the calendar',
      { calendar: { ...question.calendar, missingYears: [2026] } },
      { provisional: true },
    ],
    [
      'calendar days need no open hours',
      { calendar: { timeZone: 'UTC', week: {} }, limit: { calendarDays: 0 } },
      { due: '2026-03-02T23:59:59Z' },
    ],
  ])('%s', (_claim, changes, expected) => {
    expect(answer(changes)).toMatchObject(expected)
  })

  test('an open pause gives what is left and nothing else', () => {
    expect(answer({ pauses: [['2026-03-02T02:30:15Z', null]] })).toEqual({
      id: 'q1',
      paused: true,
      remainingSeconds: 7190,
    })
  })

  test('a settled due says nothing of being provisional', () => {
    expect(answer({})).not.toHaveProperty('provisional')
  })
})

describe('a line that cannot be answered says why', () => {
  test.each<[string, object, string]>([
    [
      'an unknown zone',
      { calendar: { ...question.calendar, timeZone: 'Mars/Olympus' } },
      'calendar.timeZone: "Mars/Olympus" is no time zone',
    ],
    [
      'a window that ends before it starts',
      { calendar: { timeZone: 'UTC', week: { mon: [['17:00', '09:00']] } } },
      'ends before it starts',
    ],
    [
      'windows that overlap',
      {
        calendar: {
          timeZone: 'UTC',
          week: {
            mon: [
              ['09:00', '12:00'],
              ['11:00', '13:00'],
            ],
          },
        },
      },
      'overlap',
    ],
    ['no open hours at all', { calendar: { timeZone: 'UTC', week: {} } }, 'no open hours at all'],
    ['a weekday that is none', { calendar: { timeZone: 'UTC', week: { monday: hours } } }, '"monday"'],
    [
      'a date that does not exist',
      { start: '2026-02-30T00:00:00Z' },
      'start: "2026-02-30T00:00:00Z" is no instant',
    ],
    ['a local time without its offset', { start: '2026-03-02T10:00:00' }, 'is no instant'],
    [
      'a holiday that does not exist',
      { calendar: { ...question.calendar, holidays: ['2026-02-30'] } },
      'calendar.holidays.0: "2026-02-30" is no date',
    ],
    ['two limits', { limit: { workingDays: 1, calendarDays: 1 } }, 'limit: must be exactly one of'],
    ['a limit that is no number', { limit: { workingDays: 'two' } }, 'limit: must be exactly one of'],
    [
      'a pause that ends before it starts',
      { pauses: [['2026-03-02T03:00:00Z', '2026-03-02T02:00:00Z']] },
      'ends before it starts',
    ],
    ['a field nobody knows', { deadline: 1 }, '"deadline"'],
    [
      'a time beyond all calendars',
      { start: '+275760-09-12T00:00:00Z', limit: { calendarDays: 15 } },
      'outside the years that can be counted',
    ],
  ])('%s', (_claim, changes, message) => {
    expect(answer(changes)).toEqual({ id: 'q1', error: expect.stringContaining(message) })
  })

  test.each(['', '{', 'null', '[]', '{"id":{}}', '{"start":"2026-03-02T00:00:00Z"}'])(
    'without an id it is null: %s',
    (line) => {
      expect(JSON.parse(answerDeadline(line))).toEqual({ id: null, error: expect.any(String) })
    },
  )

  test('whatever a field holds, there is one JSON line with an answer or an error', () => {
    const field = fc.constantFrom(...Object.keys(question))
    fc.assert(
      fc.property(field, fc.jsonValue(), (name, value) => {
        expect(answer({ [name]: value })).toSatisfy(
          (line: object) => 'due' in line || 'paused' in line || 'error' in line,
        )
      }),
    )
  })
})
