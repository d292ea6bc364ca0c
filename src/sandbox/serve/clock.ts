import { type Calendar, dayAt, isOpen } from '../../clock/calendar.ts'
import { upcomingMatters } from '../../store/upcoming.ts'
import type { Sandbox } from '../sandbox.ts'
import { alarmTold } from './alarm-told.ts'
import { localTime } from './local-time.ts'
import type { ClockTold } from './told.ts'

/** So many alarms are told. */
const shownAlarms = 5

/** The bank's time, whether it is working time, and what comes next. */
export async function clockTold({ stage }: Pick<Sandbox, 'stage'>): Promise<ClockTold> {
  const { db, inForce, clock } = stage
  const now = stage.now()
  const { business } = await inForce.rulebook()
  const { timeZone } = business
  const upcoming = await upcomingMatters(db, shownAlarms)
  const holiday = specialDay(business, now)
  return {
    now: now.toString(),
    local: localTime(now, timeZone),
    weekday: now.toZonedDateTimeISO(timeZone).dayOfWeek,
    timeZone,
    isWorkingTime: isOpen(business, now),
    ...(holiday !== undefined && { holiday }),
    runs: clock.runs,
    bot: stage.bot,
    next: await Promise.all(upcoming.map((each) => alarmTold(each, inForce, timeZone))),
  }
}

/** The name of today's holiday or make-up workday; undefined on a day as the week has it. */
function specialDay(calendar: Calendar, now: Temporal.Instant): string | undefined {
  const { plan } = dayAt(calendar, now.epochMilliseconds)
  if (plan.because === 'holiday') return plan.name ?? '节假日 Holiday'
  return plan.because === 'workday' ? (plan.name ?? '调休上班 Make-up workday') : undefined
}
