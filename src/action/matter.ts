import { isoOf } from '../matter/iso.ts'
import type { Context, Finding, Matter } from '../matter/matter.ts'
import { branchOf } from '../organisation/branch-of.ts'
import { type Action, waitingExtension } from './action.ts'
import { checkDue, highestRung } from './calls.ts'
import { ActionCommand } from './command.ts'
import { decide } from './decide.ts'
import { ActionEvent } from './event.ts'
import { evolve } from './evolve.ts'
import { approversFor, ownersOf, watchersOf } from './people.ts'
import { react } from './react.ts'
import { nextAlarm } from './tick.ts'

/** The improvement action as the door sees it, numbered `A2026-001` per branch and year. */
export const actionMatter: Matter<Action, ActionCommand, ActionEvent> = {
  kind: 'action',
  decide,
  evolve,
  nextAlarm,
  react,
  series(command, { now, rulebook, organisation }) {
    if (command.step !== 'begin') return undefined
    const branch = branchOf(organisation, command.unit)
    const { year } = now.toZonedDateTimeISO(rulebook.pack.calendar.timeZone)
    return branch && { branch: branch.id, year, prefix: 'A', digits: 3 }
  },
  finding,
  parseEvent: (json) => ActionEvent.parse(json),
  parseCommand: (json) => ActionCommand.parse(json),
}

/** The row of table `action`. `due_at` is the due while it is open, the check's once it is done. */
function finding(action: Action, context: Context): Finding {
  const check = checkDue(action, context.rulebook)
  return {
    id: action.id,
    number: action.number,
    branch: action.branch,
    unit: action.unit,
    status: action.status,
    owner: action.owner,
    root_cause: action.rootCause,
    kind: action.kind,
    origin_matter: action.origin?.matter ?? null,
    origin_id: action.origin?.id ?? null,
    begun_at: action.begunAt,
    due_at: action.status === 'open' ? action.due : check ? isoOf(check) : null,
    finished_at: action.finishes.at(-1)?.at ?? null,
    came_back: action.checks.filter(({ cameBack }) => cameBack).length,
    rung: highestRung(action) ?? 0,
    awaited: awaited(action, context),
  }
}

/** For whom it waits: who carries it out, who answers the extension, who tells whether the cause came back. */
function awaited(action: Action, context: Context): readonly string[] {
  if (action.status === 'done') return action.checkAskedAt === undefined ? [] : watchersOf(action, context)
  if (action.status !== 'open') return []
  const approvers = waitingExtension(action) ? approversFor(action, context).slice(0, 1) : []
  return [...new Set([...ownersOf(action, context), ...approvers])]
}
