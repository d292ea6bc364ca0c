import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { createCalendar, isOpen, nextOpening, type CalendarSpec } from '../../src/clock/calendar.ts'
import { dueTime, type DueAnswer } from '../../src/clock/due.ts'
import type { Limit } from '../../src/clock/limit.ts'
import { addWorkingDays, addWorkingTime, workingSecondsBetween } from '../../src/clock/working-time.ts'

/*
 * A second, slow calculator that shares no line with the first: it walks along real time, asks the wall clock at every
 * step by Intl, and counts. A step ends at each quarter of an hour and wherever a pause begins or ends, so that nothing
 * can change inside one.
 */
type Walk = Readonly<{ spec: CalendarSpec; pauses: readonly (readonly [number, number])[] }>
type Told = number | { left: number }

const quarter = 900
const weekdays = ['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun'] as const

/** Zones with the second around which starts are drawn: changes of an hour, of half an hour, odd offsets, none. */
const zones: readonly (readonly [string, string])[] = [
  ['Asia/Shanghai', '2026-10-01T00:00:00Z'],
  ['America/New_York', '2026-03-08T00:00:00Z'],
  ['America/New_York', '2026-11-01T00:00:00Z'],
  ['Europe/London', '2026-10-25T00:00:00Z'],
  ['Australia/Lord_Howe', '2026-04-04T12:00:00Z'],
  ['Australia/Lord_Howe', '2026-10-03T12:00:00Z'],
  ['Asia/Kathmandu', '2026-12-31T00:00:00Z'],
  ['Pacific/Apia', '2026-12-31T00:00:00Z'],
]

const wall = createWall()

function createWall(): (second: number, zone: string) => { date: string; time: string; weekday: number } {
  const formats = new Map(zones.map(([zone]) => [zone, format(zone)]))
  const known = new Map<string, { date: string; time: string; weekday: number }>()
  return (second, zone) => {
    const key = `${zone} ${second}`
    const seen = known.get(key)
    if (seen) return seen
    const [date = '', time = ''] = (formats.get(zone) ?? format(zone)).format(second * 1000).split(' ')
    const weekday = (new Date(`${date}T00:00:00Z`).getUTCDay() + 6) % 7
    known.set(key, { date, time, weekday })
    return { date, time, weekday }
  }
}

function format(timeZone: string): Intl.DateTimeFormat {
  return new Intl.DateTimeFormat('sv-SE', { timeZone, dateStyle: 'short', timeStyle: 'medium' })
}

function hoursOn(
  { week, holidays = [], workdays = [], workdayHours }: CalendarSpec,
  date: string,
  weekday: number,
) {
  if (workdays.includes(date)) return workdayHours ?? week.mon ?? []
  if (holidays.includes(date)) return []
  return week[weekdays[weekday] ?? 'mon'] ?? []
}

function openAt({ spec }: Walk, second: number): boolean {
  const { date, time, weekday } = wall(Math.floor(second / quarter) * quarter, spec.timeZone)
  return hoursOn(spec, date, weekday).some(([opens, closes]) => opens <= time && time.slice(0, 5) < closes)
}

function pausedAt({ pauses }: Walk, second: number): boolean {
  return pauses.some(([from, until]) => from <= second && second < until)
}

function edges({ pauses }: Walk): number[] {
  return pauses.flat().filter(Number.isFinite)
}

function slowForward(walk: Walk, start: number, amount: number, runs: (second: number) => boolean): Told {
  let left = amount
  for (let second = start; ;) {
    const grid = (Math.floor(second / quarter) + 1) * quarter
    const next = Math.min(grid, ...edges(walk).filter((edge) => edge > second))
    if (runs(second) && left <= next - second) return second + left
    if (runs(second)) left -= next - second
    if (walk.pauses.some(([from, until]) => from <= next && until === Infinity)) return { left }
    second = next
  }
}

function slowBackward(walk: Walk, start: number, amount: number, runs: (second: number) => boolean): number {
  let left = amount
  for (let second = start; ;) {
    const grid = (Math.ceil(second / quarter) - 1) * quarter
    const next = Math.max(grid, ...edges(walk).filter((edge) => edge < second))
    if (runs(next) && left <= second - next) return second - left
    if (runs(next)) left -= second - next
    second = next
  }
}

function slowWorkingTime(walk: Walk, start: number, seconds: number): Told {
  const runs = (second: number): boolean => openAt(walk, second) && !pausedAt(walk, second)
  return seconds < 0 ? slowBackward(walk, start, -seconds, runs) : slowForward(walk, start, seconds, runs)
}

/** Walks on until the wall clock shows the same time on the n-th date that has hours. */
function slowWorkingDays(spec: CalendarSpec, start: number, days: number): Told {
  const walk = { spec, pauses: [] }
  const open = (second: number): boolean => openAt(walk, second)
  const first = slowForward(walk, start, 0, open)
  if (typeof first !== 'number') return first
  const origin = wall(first, spec.timeZone)
  let [left, date] = [days, origin.date]
  let at = first
  while (left > 0 || wall(at, spec.timeZone).time !== origin.time) {
    at += quarter
    const now = wall(at, spec.timeZone)
    if (now.date === date) continue
    date = now.date
    if (hoursOn(spec, date, now.weekday).length > 0) left -= 1
  }
  const { time, weekday } = wall(at, spec.timeZone)
  const closing = hoursOn(spec, date, weekday).some(([, closes]) => time === `${closes}:00`)
  return closing ? at : slowForward(walk, at, 0, open)
}

/** Looks for 23:59:59 of the date n times after the first, after each pause further on by a day per begun 24 hours. */
function slowCalendarDays({ spec, pauses }: Walk, start: number, days: number): Told {
  let at = endOfDate(start, days, spec.timeZone)
  let total = days
  for (const [from, until] of pauses.toSorted(([a], [b]) => a - b)) {
    const begins = Math.max(from, start)
    if (until <= start || begins >= at) continue
    if (until === Infinity) return { left: at - begins }
    for (let rest = until - begins; rest > 0; rest -= 86_400) total += 1
    at = endOfDate(start, total, spec.timeZone)
  }
  return at
}

function endOfDate(start: number, days: number, zone: string): number {
  let left = days
  let second = Math.floor(start / quarter) * quarter + quarter - 1
  while (left > 0 || wall(second, zone).time !== '23:59:59') {
    if (wall(second, zone).time === '23:59:59') left -= 1
    second += quarter
  }
  return second
}

// Boundaries keep clear of 00:15 to 03:45, where clocks change: what happens there is a table in clock-calendar.test.ts.
const boundary = fc
  .oneof(fc.constant(0), fc.integer({ min: 16, max: 96 }))
  .map(
    (quarters) =>
      `${String(Math.floor(quarters / 4)).padStart(2, '0')}:${String((quarters % 4) * 15).padStart(2, '0')}`,
  )
const hours = fc.uniqueArray(boundary, { minLength: 2, maxLength: 6 }).map((times) => {
  const sorted = times.toSorted()
  const windows: [string, string][] = []
  for (let i = 0; i + 1 < sorted.length; i += 2) windows.push([sorted[i] ?? '', sorted[i + 1] ?? ''])
  return windows
})

const scenes = fc.constantFrom(...zones).chain(([timeZone, around]) => {
  const middle = Temporal.Instant.from(around).epochMilliseconds / 1000
  const second = fc.integer({ min: middle - 4 * 86_400, max: middle + 4 * 86_400 })
  const date = fc
    .integer({ min: -5, max: 12 })
    .map((day) => new Date((middle + day * 86_400) * 1000).toISOString().slice(0, 10))
  const week = fc.record(
    { mon: hours, tue: hours, wed: hours, thu: hours, fri: hours, sat: hours, sun: hours },
    { requiredKeys: ['mon', 'thu'] },
  )
  const spec = fc.record({
    timeZone: fc.constant(timeZone),
    week,
    holidays: fc.array(date, { maxLength: 4 }),
    workdays: fc.array(date, { maxLength: 2 }),
  })
  return fc.record({ spec, start: second, pauses: pausesFrom(second) })
})

/** Pauses apart from each other, in no order, the last one open now and then. */
function pausesFrom(second: fc.Arbitrary<number>) {
  return fc.uniqueArray(second, { maxLength: 5 }).map((moments) => {
    const sorted = moments.toSorted((a, b) => a - b)
    const pauses: [number, number][] = []
    for (let i = 0; i < sorted.length; i += 2) pauses.push([sorted[i] ?? 0, sorted[i + 1] ?? Infinity])
    return pauses.toReversed()
  })
}

function instant(second: number): Temporal.Instant {
  return Temporal.Instant.fromEpochMilliseconds(second * 1000)
}

function fast({ spec, pauses }: Walk, start: number, limit: Limit): Told {
  const told = pauses.map(([from, until]) => ({
    from: instant(from),
    until: until === Infinity ? null : instant(until),
  }))
  return short(dueTime({ start: instant(start), limit, calendar: createCalendar(spec), pauses: told }))
}

function short(answer: DueAnswer): Told {
  return 'paused' in answer ? { left: answer.remainingSeconds } : answer.due.epochMilliseconds / 1000
}

const runs = { numRuns: 150 }

describe('the calculator agrees with one that walks along the wall clock', () => {
  test('in working time, forwards and backwards, with pauses', () => {
    fc.assert(
      fc.property(
        scenes,
        fc.integer({ min: -60_000, max: 120_000 }),
        ({ spec, start, pauses }, workingSeconds) => {
          const walk = { spec, pauses }
          expect(fast(walk, start, { workingSeconds })).toEqual(slowWorkingTime(walk, start, workingSeconds))
        },
      ),
      runs,
    )
  })

  test('in working days', () => {
    fc.assert(
      fc.property(scenes, fc.integer({ min: 0, max: 6 }), ({ spec, start }, workingDays) => {
        const onQuarter = Math.floor(start / quarter) * quarter
        fc.pre(!/^0[123]/.test(wall(onQuarter, spec.timeZone).time))
        const walk = { spec, pauses: [] }
        expect(fast(walk, onQuarter, { workingDays })).toEqual(slowWorkingDays(spec, onQuarter, workingDays))
      }),
      runs,
    )
  })

  test('in calendar days, with pauses', () => {
    fc.assert(
      fc.property(scenes, fc.integer({ min: 0, max: 15 }), (scene, calendarDays) => {
        expect(fast(scene, scene.start, { calendarDays })).toEqual(
          slowCalendarDays(scene, scene.start, calendarDays),
        )
      }),
      runs,
    )
  })

  test('in elapsed time, with pauses', () => {
    fc.assert(
      fc.property(scenes, fc.integer({ min: 0, max: 400_000 }), (scene, elapsedSeconds) => {
        const slow = slowForward(scene, scene.start, elapsedSeconds, (second) => !pausedAt(scene, second))
        expect(fast(scene, scene.start, { elapsedSeconds })).toEqual(slow)
      }),
      runs,
    )
  })
})

describe('the sums hold for every calendar', () => {
  const seconds = fc.integer({ min: 1, max: 200_000 })

  test('what is added is what lies between', () => {
    fc.assert(
      fc.property(scenes, seconds, ({ spec, start }, amount) => {
        const calendar = createCalendar(spec)
        const due = addWorkingTime(calendar, instant(start), amount)
        expect(workingSecondsBetween(calendar, instant(start), due)).toBe(amount)
      }),
    )
  })

  test('two parts one after the other are the whole', () => {
    fc.assert(
      fc.property(scenes, seconds, seconds, ({ spec, start }, first, second) => {
        const calendar = createCalendar(spec)
        const inParts = addWorkingTime(calendar, addWorkingTime(calendar, instant(start), first), second)
        expect(inParts).toEqual(addWorkingTime(calendar, instant(start), first + second))
      }),
    )
  })

  test('backwards undoes forwards from inside hours', () => {
    fc.assert(
      fc.property(scenes, seconds, ({ spec, start }, amount) => {
        const calendar = createCalendar(spec)
        const inside = nextOpening(calendar, instant(start))
        expect(addWorkingTime(calendar, addWorkingTime(calendar, inside, amount), -amount)).toEqual(inside)
      }),
    )
  })

  test('the day lines of the proof add up to the limit', () => {
    fc.assert(
      fc.property(scenes, seconds, ({ spec, start }, workingSeconds) => {
        const { proof } = dueTime({
          start: instant(start),
          limit: { workingSeconds },
          calendar: createCalendar(spec),
        })
        const sum = proof.reduce((total, line) => total + (line.kind === 'day' ? line.seconds : 0), 0)
        expect(sum).toBe(workingSeconds)
      }),
    )
  })

  test('a later start is never due earlier, and one more day never sooner', () => {
    fc.assert(
      fc.property(scenes, fc.nat(100_000), fc.nat(8), ({ spec, start }, later, days) => {
        const calendar = createCalendar(spec)
        const due = addWorkingDays(calendar, instant(start), days)
        expect(
          Temporal.Instant.compare(due, addWorkingDays(calendar, instant(start + later), days)),
        ).toBeLessThanOrEqual(0)
        expect(
          Temporal.Instant.compare(due, addWorkingDays(calendar, instant(start), days + 1)),
        ).toBeLessThanOrEqual(0)
      }),
    )
  })

  test('a due in working days is inside hours or at a closing, forwards and back', () => {
    fc.assert(
      fc.property(scenes, fc.integer({ min: -8, max: 8 }), ({ spec, start }, days) => {
        const calendar = createCalendar(spec)
        const due = addWorkingDays(calendar, instant(start), days)
        expect(isOpen(calendar, due) || isOpen(calendar, due.subtract({ seconds: 1 }))).toBe(true)
      }),
    )
  })

  test('pauses never change how much working time a due in working days leaves', () => {
    fc.assert(
      fc.property(scenes, fc.integer({ min: 1, max: 6 }), ({ spec, start, pauses }, workingDays) => {
        const closed = pauses.filter(([, until]) => until !== Infinity)
        const plain = fast({ spec, pauses: [] }, start, { workingDays })
        const paused = fast({ spec, pauses: closed }, start, { workingDays })
        const worked = (until: Told, holes: Walk['pauses']): number => {
          const calendar = createCalendar(spec)
          const end = typeof until === 'number' ? until : start
          const taken = holes
            .filter(([from, to]) => from < end && to > start)
            .map(([from, to]) =>
              workingSecondsBetween(calendar, instant(Math.max(from, start)), instant(Math.min(to, end))),
            )
          return (
            workingSecondsBetween(calendar, instant(start), instant(end)) -
            taken.reduce((sum, one) => sum + one, 0)
          )
        }
        expect(worked(paused, closed)).toBe(worked(plain, []))
      }),
    )
  })
})
