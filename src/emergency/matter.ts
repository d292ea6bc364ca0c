import type { Matter } from '../matter/matter.ts'
import { EmergencyCommand } from './command.ts'
import { decide } from './decide.ts'
import type { Emergency } from './emergency.ts'
import { EmergencyEvent } from './event.ts'
import { evolve } from './evolve.ts'
import { react } from './react.ts'
import { nextAlarm } from './tick.ts'

/** The level-1 emergency as the door sees it, numbered `E2026-001` per branch and year. */
export const emergencyMatter: Matter<Emergency, EmergencyCommand, EmergencyEvent> = {
  kind: 'emergency',
  decide,
  evolve,
  nextAlarm,
  react,
  series(command, { now, rulebook }) {
    if (command.step !== 'form' && command.step !== 'proposeCluster') return undefined
    const { year } = now.toZonedDateTimeISO(rulebook.pack.calendar.timeZone)
    return { branch: command.branch, year, prefix: 'E', digits: 3 }
  },
  finding: (emergency) => ({
    id: emergency.id,
    number: emergency.number,
    branch: emergency.branch,
    status: emergency.status,
    formed_at: emergency.formedAt,
    members: emergency.members,
  }),
  parseEvent: (json) => EmergencyEvent.parse(json),
  parseCommand: (json) => EmergencyCommand.parse(json),
}
