import { type Calendar, nextOpening, windowsOf } from '../../clock/calendar.ts'
import { upcomingMatters } from '../../store/upcoming.ts'
import type { Sandbox } from '../sandbox.ts'
import type { Stage } from '../stage.ts'
import { createHappenings } from './happenings.ts'
import type { HappeningTold, Push } from './told.ts'

/** Pushes the bank's clock, lets the bot do what comes due on the way, and tells what that was, in order. */
export async function pushClock({ stage }: Pick<Sandbox, 'stage'>, push: Push): Promise<HappeningTold[]> {
  const { mark, since } = createHappenings(() => stage)
  const before = await mark()
  await stage.waitsUntil(await targetOf(push, stage))
  return since(before)
}

async function targetOf(push: Push, stage: Stage): Promise<Temporal.Instant> {
  const now = stage.now()
  switch (push) {
    case 'now':
      return now
    case 'hour':
      return now.add({ hours: 1 })
    case 'day':
      return now.add({ hours: 24 })
    case 'workingMorning':
      return workingMorning((await stage.inForce.rulebook()).business, now)
    case 'alarm':
      return (await nextAlarm(stage)) ?? now
  }
}

/** Today's opening while it is still to come, else that of the next day on which the bank opens. */
function workingMorning(business: Calendar, now: Temporal.Instant): Temporal.Instant {
  const today = now.toZonedDateTimeISO(business.timeZone).toPlainDate()
  const [first] = windowsOf(business, today)
  if (first && Temporal.Instant.compare(now, first.opens) < 0) return first.opens
  return nextOpening(business, today.add({ days: 1 }).toZonedDateTime(business.timeZone).toInstant())
}

/** The first alarm that is still to come; those owed by now are served on the way. */
async function nextAlarm(stage: Stage): Promise<Temporal.Instant | undefined> {
  const upcoming = await upcomingMatters(stage.db, mostOwed)
  return upcoming.find(({ at }) => Temporal.Instant.compare(at, stage.now()) > 0)?.at
}

const mostOwed = 100
