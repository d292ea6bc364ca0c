import { secondsOf, workingDaySeconds } from './length.ts'
import type { Call, ClockCode, Level, Limit, Pack, PlanName } from './pack.ts'
import { lengthPlans } from './pack.ts'

/**
 * On which calendar does this clock run for this level, and so: what do `wh` and `BD` in its moments mean?
 * The unit of its limit says it: `m` and `h` run 24x7 (1wh is 1h, 1BD is 24h), `wm`, `wh` and `BD` on the business calendar,
 * also for a level that otherwise runs 24x7. Calendar days, where the limit itself does not tell, follow the level.
 */
export function runsOn(pack: Pack, clock: ClockCode, level: Level): 'always' | 'business' {
  const limit = pack.clocks[clock].limits[level]
  if (limit && 'elapsedSeconds' in limit) return 'always'
  if (limit && !('calendarDays' in limit)) return 'business'
  return pack.levels.find((each) => each.level === level)?.runs ?? 'business'
}

/**
 * Who is reminded of this clock, and when before its due? Empty where the clock does not run.
 * The plan is the one the clock names, else the first of `short`, `day` and `long` whose `upTo` the limit does not pass,
 * a day counted as 24 h on a 24x7 clock and as the open hours of a working day otherwise (`DOMAIN.md` 9.4).
 */
export function remindersOf(pack: Pack, clock: ClockCode, level: Level): readonly Call[] {
  const limit = pack.clocks[clock].limits[level]
  if (limit === undefined) return []
  return pack.reminderPlans[pack.clocks[clock].plan ?? planFor(pack, limit, runsOn(pack, clock, level))].calls
}

function planFor(pack: Pack, limit: Limit, runs: 'always' | 'business'): PlanName {
  const daySeconds = runs === 'always' ? 86_400 : workingDaySeconds(pack.calendar)
  const fits = lengthPlans.find((name) => {
    const plan = pack.reminderPlans[name]
    return !('upTo' in plan) || secondsOf(limit, daySeconds) <= secondsOf(plan.upTo, daySeconds)
  })
  return fits ?? 'long'
}
