import type { Matter } from '../matter/matter.ts'
import { FundCommand } from './command.ts'
import { decide } from './decide.ts'
import { FundEvent } from './event.ts'
import { evolve } from './evolve.ts'
import { finding } from './finding.ts'
import type { Fund } from './fund.ts'
import { react } from './react.ts'
import { nextAlarm } from './tick.ts'

/**
 * The risk reserve fund as the door sees it: one matter for a branch and year, numbered `F2026`, its requests `F2026-001` and
 * on. The series gives it no number; its lock lets two proposals at once take turns.
 */
export const fundMatter: Matter<Fund, FundCommand, FundEvent> = {
  kind: 'fund',
  decide,
  evolve,
  nextAlarm,
  react,
  series(command, { organisation }) {
    if (command.step !== 'proposeBudget' || !organisation.units.has(command.branch)) return undefined
    return { branch: command.branch, year: command.year, prefix: 'F', digits: 1 }
  },
  finding,
  parseEvent: (json) => FundEvent.parse(json),
  parseCommand: (json) => FundCommand.parse(json),
}
