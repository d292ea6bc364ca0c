import { readFileSync } from 'node:fs'
import { isWorkday } from 'chinese-days'
import { expect, test } from 'vitest'
import { CalendarSpec } from '../../src/clock/calendar-spec.ts'
import { calendarSpecOf } from '../../src/policy/calendar-spec-of.ts'
import { readHolidays } from '../../src/policy/holidays.ts'
import { loadPolicy } from '../../src/policy/policy.ts'
import { PolicyError } from '../../src/policy/problem.ts'

const text = readFileSync('src/policy/holidays-cn.yaml', 'utf8')
const { pack, holidays } = await loadPolicy('src/policy/bank.yaml')

function changed(from: string, to: string): string {
  const parts = text.split(from)
  if (parts.length !== 2) throw new Error(`"${from}" stands ${parts.length - 1} times in the text`)
  return parts.join(to)
}

function pathsOf(file: string): string[] {
  const read = readHolidays(file, 'holidays.yaml')
  return 'problems' in read ? read.problems.map(({ path }) => path) : []
}

test.each([2024, 2025, 2026])(
  'every day of %i is off or worked as the package chinese-days has it',
  (year) => {
    const off = new Set(holidays.holidays.map(({ date }) => date))
    const worked = new Set(holidays.workdays.map(({ date }) => date))
    const first = Temporal.PlainDate.from({ year, month: 1, day: 1 })
    for (let date = first; date.year === year; date = date.add({ days: 1 })) {
      const iso = date.toString()
      const isOpen = worked.has(iso) || (date.dayOfWeek <= 5 && !off.has(iso))
      expect({ iso, isOpen }).toEqual({ iso, isOpen: isWorkday(iso) })
    }
  },
)

test('a make-up workday is a day of the weekend', () => {
  const weekdays = holidays.workdays.map(({ date }) => Temporal.PlainDate.from(date).dayOfWeek)
  expect(weekdays.filter((day) => day < 6)).toEqual([])
})

test('each day says its feast and the notice it comes from', () => {
  const day = (date: string): unknown => holidays.holidays.find((each) => each.date === date)
  const notice = '国办发明电〔2025〕7号'
  const name = { zh: '国庆节', en: 'National Day' }
  expect(day('2026-10-07')).toEqual({ date: '2026-10-07', name, notice })
  expect(day('2026-10-08')).toBeUndefined()
  expect(holidays.workdays).toContainEqual({ date: '2026-10-10', notice })
})

test('years without a notice are not covered', () => {
  expect(holidays.coveredYears).toEqual([2024, 2025, 2026])
})

// [what is wrong, passage, what is written instead, path]
const bad: [string, string, string, string][] = [
  ['a range that ends before it starts', 'to: 2026-10-07', 'to: 2026-09-30', 'years.2.holidays.6'],
  ['a date of another year', '      - 2026-10-10', '      - 2027-10-10', 'years.2.workdays.5'],
  ['a date that does not exist', '      - 2026-10-10', '      - 2026-10-32', 'years.2.workdays.5'],
  ['a day both off and worked', '      - 2026-10-10', '      - 2026-10-05', 'years.2.workdays.5'],
  ['a year twice', '- year: 2025', '- year: 2024', 'years.1.year'],
  ['a year without its notice', '    notice: 国办发明电〔2025〕7号\n', '', 'years.2.notice'],
]

test.each(bad)('%s is refused', (_, from, to, path) => {
  expect(pathsOf(changed(from, to))).toContain(path)
})

test('New Year may begin in the December before', () => {
  expect(pathsOf(changed('from: 2026-01-01', 'from: 2025-12-31'))).toEqual([])
})

test('the calendar for the clock has the hours, the days and the years that are missing', () => {
  const spec = calendarSpecOf(pack, holidays, { from: 2025, to: 2028 })
  expect(spec.timeZone).toBe('Asia/Shanghai')
  expect(spec.week.mon).toEqual([['09:00', '17:00']])
  expect(spec.week.sat).toBeUndefined()
  expect(spec.missingYears).toEqual([2027, 2028])
  expect(spec.holidays).toContainEqual({
    date: '2026-02-17',
    name: '春节 Spring Festival',
    notice: '国办发明电〔2025〕7号',
  })
})

test('the clock takes that calendar as it is', () => {
  const spec = calendarSpecOf(pack, holidays, { from: 2025, to: 2028 })
  expect(CalendarSpec.parse(spec)).toEqual(spec)
})

test('a refused policy says every problem in its message', () => {
  const read = readHolidays('years: [{}]', 'holidays.yaml')
  const problems = 'problems' in read ? read.problems : []
  expect(new PolicyError(problems).message.split('\n')).toHaveLength(problems.length)
  expect(problems.length).toBeGreaterThan(3)
})
