import { z } from 'zod'
import type { Finding } from './issue.ts'
import { readChecked } from './load.ts'
import type { Problem, Words } from './problem.ts'
import { itemsAt, readAt } from './read-at.ts'

/** The official holidays and make-up workdays, a year a notice. Local dates. Plain JSON. */
export interface Holidays {
  readonly holidays: readonly { date: string; name: { zh: string; en: string }; notice: string }[]
  /** Days of the weekend on which people work, to make up for a holiday (调休). */
  readonly workdays: readonly { date: string; notice: string }[]
  /** Years whose notice is known; the due times of all others are provisional. */
  readonly coveredYears: readonly number[]
}

const Year = z.strictObject({
  year: z.number().int().min(1949).max(9999),
  /** The number of the notice, as it signs itself. */
  notice: z.string().min(1),
  dated: z.iso.date(),
  source: z.url(),
  holidays: z
    .array(
      z.strictObject({
        from: z.iso.date(),
        /** The last day of it. */
        to: z.iso.date(),
        zh: z.string().min(1),
        en: z.string().min(1),
      }),
    )
    .min(1),
  workdays: z.array(z.iso.date()),
})
const HolidayFile = z.strictObject({ years: z.array(Year) })
type Year = z.infer<typeof Year>

/** Reads a holiday file, or tells everything that is wrong with it, in the order of the file. Never throws. */
export function readHolidays(text: string, file: string): { holidays: Holidays } | { problems: Problem[] } {
  const read = readChecked(HolidayFile, [checkYears, checkDates], text, file)
  if ('problems' in read) return read
  return {
    holidays: {
      holidays: read.value.years.flatMap(daysOff),
      workdays: read.value.years.flatMap(({ workdays, notice }) =>
        workdays.map((date) => ({ date, notice })),
      ),
      coveredYears: read.value.years.map(({ year }) => year),
    },
  }
}

function daysOff({ holidays, notice }: Year): { date: string; name: Words; notice: string }[] {
  return holidays.flatMap(({ from, to, zh, en }) =>
    datesBetween(from, to).map((date) => ({ date, name: { zh, en }, notice })),
  )
}

/** Both inclusive; empty when `to` is before `from`. */
function datesBetween(from: string, to: string): string[] {
  const first = Temporal.PlainDate.from(from)
  const { days } = first.until(to)
  return Array.from({ length: Math.max(days + 1, 0) }, (_, at) => first.add({ days: at }).toString())
}

function checkYears(value: unknown): Finding[] {
  const years = yearsIn(value)
  return years.flatMap((year, at) =>
    year !== undefined && years.indexOf(year) < at
      ? [
          {
            path: ['years', at, 'year'],
            seen: { zh: `重复的 ${year}`, en: `${year} for the second time` },
            allowed: { zh: '每年一次', en: 'each year once' },
          },
        ]
      : [],
  )
}

/** Each date lies in its year or in the last December before it, ranges run forward, and no day is named twice. */
function checkDates(value: unknown): Finding[] {
  const taken = new Set<string>()
  return yearsIn(value).flatMap((year, at) =>
    year === undefined ? [] : rangesIn(value, at).flatMap((range) => checkRange(range, year, taken)),
  )
}

interface Range {
  readonly path: PropertyKey[]
  readonly from: string
  readonly to: string
}

function rangesIn(value: unknown, year: number): Range[] {
  const date = (path: PropertyKey[]): string => readAt(z.iso.date(), value, path) ?? ''
  const holidays = itemsAt(value, ['years', year, 'holidays']).map((_, at) => {
    const path = ['years', year, 'holidays', at]
    return { path, from: date([...path, 'from']), to: date([...path, 'to']) }
  })
  const workdays = itemsAt(value, ['years', year, 'workdays']).map((_, at) => {
    const path = ['years', year, 'workdays', at]
    return { path, from: date(path), to: date(path) }
  })
  return [...holidays, ...workdays].filter(({ from, to }) => from !== '' && to !== '')
}

function checkRange({ path, from, to }: Range, year: number, taken: Set<string>): Finding[] {
  const seen = { zh: from === to ? from : `${from} 至 ${to}`, en: from === to ? from : `${from} to ${to}` }
  if (from > to) return [{ path, seen, allowed: { zh: '先起后止', en: 'a range that ends after it starts' } }]
  if (from < `${year - 1}-12-01` || to > `${year}-12-31`) {
    const allowed = {
      zh: `${year} 年（或上年 12 月）的日期`,
      en: `dates of ${year}, or of the December before`,
    }
    return [{ path, seen, allowed }]
  }
  const dates = datesBetween(from, to)
  const twice = dates.some((date) => taken.has(date))
  for (const date of dates) taken.add(date)
  return twice ? [{ path, seen, allowed: { zh: '每日只列一次', en: 'each day once' } }] : []
}

function yearsIn(value: unknown): (number | undefined)[] {
  return itemsAt(value, ['years']).map((_, at) => readAt(z.number(), value, ['years', at, 'year']))
}
