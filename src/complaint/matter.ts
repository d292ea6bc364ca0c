import type { Matter } from '../matter/matter.ts'
import { branchOf } from '../organisation/branch-of.ts'
import { Command } from './command.ts'
import type { Complaint } from './complaint.ts'
import { decide } from './decide.ts'
import { Event } from './event.ts'
import { toldToEmergency } from './emergency-link.ts'
import { evolve } from './evolve.ts'
import { finding } from './finding.ts'
import { nextAlarm } from './next-alarm.ts'
import { react } from './react.ts'

/** The complaint as the door sees it. Its number (`2026-00123`) counts without a gap per branch and local year of filing. */
export const complaintMatter: Matter<Complaint, Command, Event> = {
  kind: 'complaint',
  decide,
  evolve,
  nextAlarm,
  react: (event, before, complaint, context) => [
    ...react(event, before, complaint, context),
    ...toldToEmergency(event, complaint),
  ],
  series(command, { organisation, now, rulebook }) {
    if (command.step !== 'file') return undefined
    const branch = branchOf(organisation, command.outlet)
    const { year } = now.toZonedDateTimeISO(rulebook.pack.calendar.timeZone)
    return branch && { branch: branch.id, year, prefix: '', digits: 5 }
  },
  finding,
  parseEvent: (json) => Event.parse(json),
  parseCommand: (json) => Command.parse(json),
}
