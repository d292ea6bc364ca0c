import { z } from 'zod'
import type { Finding } from './issue.ts'
import { isWithin } from './length.ts'
import { Duration, levels, Moment } from './pack.ts'
import type { Level, Limit } from './pack.ts'
import { itemsAt, readAt } from './read-at.ts'

/** A day's length does not matter where only calendar and elapsed time are compared. */
const calendarDays = { limit: 86_400, bound: 86_400 }

/** The bank's own overall limit ends before the statutory one, and that is no longer than the law's, for every level. */
export function checkOverall(value: unknown): Finding[] {
  const law = readAt(Duration, value, ['statutory', 'limit'])
  const lawText = readAt(z.string(), value, ['statutory', 'limit'])
  return levels.flatMap((level) => {
    const overall = limitAt(value, 'overall', level)
    const statutory = limitAt(value, 'statutory', level)
    const findings: Finding[] = []
    if (overall && statutory && !endsBefore(overall, statutory)) {
      findings.push({ path: limitPath('overall', level), allowed: shorterThanStatutory(value, level) })
    }
    if (law && statutory && isWithin(statutory, law, calendarDays) !== true) {
      const allowed = {
        zh: `不长于 statutory.limit 的 ${lawText}`,
        en: `at most statutory.limit, ${lawText}`,
      }
      findings.push({ path: limitPath('statutory', level), allowed })
    }
    return findings
  })
}

/** Every level has the two clocks that span the whole complaint. */
export function checkSpanningClocks(value: unknown): Finding[] {
  return ['overall', 'statutory'].flatMap((clock) =>
    readAt(z.looseObject({}), value, ['clocks', clock, 'limits']) === undefined
      ? []
      : levels
          .filter((level) => readAt(z.unknown(), value, limitPath(clock, level)) === undefined)
          .map((level) => ({
            path: limitPath(clock, level),
            allowed: { zh: '每一级都有时限', en: 'a limit for every level' },
          })),
  )
}

/** Files are kept at least as long as the floor, and those of level 1 at least as long as the others. */
export function checkRetention(value: unknown): Finding[] {
  const years = (key: string): number | undefined => readAt(z.number(), value, ['retention', key])
  return [
    ['years', 'floorYears'],
    ['l1Years', 'years'],
  ].flatMap(([key = '', floor = '']) => {
    const least = years(floor)
    if ((years(key) ?? Infinity) >= (least ?? 0)) return []
    const allowed = { zh: `不少于 ${floor} 的 ${least}`, en: `at least ${least}, the ${floor}` }
    return [{ path: ['retention', key], allowed }]
  })
}

/** The ladder's rungs are 1, 2, 3 … without a gap, and the private channel opens at one of them. */
export function checkRungs(value: unknown): Finding[] {
  const rungs = itemsAt(value, ['ladder']).map((_, at) => readAt(z.number(), value, ['ladder', at, 'rung']))
  const misplaced = rungs.flatMap((rung, at) =>
    rung === undefined || rung === at + 1
      ? []
      : [
          {
            path: ['ladder', at, 'rung'],
            allowed: { zh: `${at + 1}（连续，从 1 起）`, en: `${at + 1} (consecutive from 1)` },
          },
        ],
  )
  const branchRung = readAt(z.number(), value, ['branchRung'])
  if (branchRung === undefined || rungs.length === 0 || branchRung <= rungs.length) return misplaced
  const allowed = {
    zh: `阶梯中的一级，1 至 ${rungs.length}`,
    en: `a rung of the ladder, 1 to ${rungs.length}`,
  }
  return [...misplaced, { path: ['branchRung'], allowed }]
}

/** A rung is called at the due or after it (or before the statutory due), a reminder before the due or at it. */
export function checkMoments(value: unknown): Finding[] {
  const rungs = itemsAt(value, ['ladder']).flatMap((_, at) =>
    levels.flatMap((level) => momentPaths(value, ['ladder', at, 'after', level])),
  )
  const reminders = ['short', 'day', 'long', 'statutory', 'ends'].flatMap((plan) =>
    itemsAt(value, ['reminderPlans', plan, 'calls']).map((_, at) => [
      'reminderPlans',
      plan,
      'calls',
      at,
      'at',
    ]),
  )
  return [
    ...rungs.filter((path) => isEarly(value, path)).map((path) => ({ path, allowed: afterDue })),
    ...reminders.filter((path) => isLate(value, path)).map((path) => ({ path, allowed: beforeDue })),
  ]
}

/** A pause that may stop the statutory clock must be told to the customer (`DOMAIN.md` 6). */
export function checkPauses(value: unknown): Finding[] {
  return itemsAt(value, ['pauses']).flatMap((_, at) => {
    const told = readAt(z.boolean(), value, ['pauses', at, 'customerTold'])
    if (told !== false || readAt(z.string(), value, ['pauses', at, 'stopsStatutory']) !== 'always') return []
    const allowed = {
      zh: 'true：停法定时限须告知客户',
      en: 'true: what stops the statutory clock is told to the customer',
    }
    return [{ path: ['pauses', at, 'customerTold'], allowed }]
  })
}

/** Make-up workdays take `workdayHours`, else Monday's; one of the two must be there. */
export function checkWorkdayHours(value: unknown): Finding[] {
  const week = readAt(z.looseObject({}), value, ['calendar', 'week'])
  if (week === undefined || 'mon' in week) return []
  const path = ['calendar', 'workdayHours']
  if (readAt(z.unknown(), value, path) !== undefined) return []
  const allowed = {
    zh: '补班日营业时段（周一不营业时必填）',
    en: 'the hours of make-up workdays, since Monday has none to lend',
  }
  return [{ path, allowed }]
}

const afterDue = {
  zh: '到期时或之后，如 0、+4wh 或 statutory-1d',
  en: 'at the due or after it, such as 0, +4wh or statutory-1d',
}
const beforeDue = {
  zh: '到期时或之前，如 50%、-1BD、-3d@09:30 或 0',
  en: 'at the due or before it, such as 50%, -1BD, -3d@09:30 or 0',
}

function limitPath(clock: string, level: Level): PropertyKey[] {
  return ['clocks', clock, 'limits', level]
}

function limitAt(value: unknown, clock: string, level: Level): Limit | undefined {
  return readAt(Duration, value, limitPath(clock, level))
}

function endsBefore(overall: Limit, statutory: Limit): boolean {
  const within = isWithin(overall, statutory, calendarDays) === true
  return within && isWithin(statutory, overall, calendarDays) !== true
}

function shorterThanStatutory(value: unknown, level: Level): { zh: string; en: string } {
  const statutory = readAt(z.string(), value, limitPath('statutory', level))
  return {
    zh: `短于法定时限 ${statutory} 的日历天数或小时数`,
    en: `calendar days or hours that end before the statutory ${statutory}`,
  }
}

function momentPaths(value: unknown, path: PropertyKey[]): PropertyKey[][] {
  const several = itemsAt(value, path)
  return several.length > 0 ? several.map((_, at) => [...path, at]) : [path]
}

function isEarly(value: unknown, path: PropertyKey[]): boolean {
  const moment = readAt(Moment, value, path)
  return moment !== undefined && !('after' in moment || 'beforeStatutory' in moment)
}

function isLate(value: unknown, path: PropertyKey[]): boolean {
  const moment = readAt(Moment, value, path)
  if (moment === undefined || !('after' in moment)) return moment !== undefined && 'beforeStatutory' in moment
  return !('elapsedSeconds' in moment.after && moment.after.elapsedSeconds === 0)
}
