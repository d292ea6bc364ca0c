import type { LanedEffect } from '../matter/effect.ts'
import type { CommandOf } from './command.ts'
import type { Complaint } from './complaint.ts'
import type { Event } from './event.ts'
import type { Status } from './lifecycle.ts'

/** In these the customer has an answer, or the complaint ended without one. */
const answeredStatuses: readonly Status[] = [
  'replied',
  'follow_up',
  'closed',
  'withdrawn',
  'not_accepted',
  'merged',
]

/** Has the customer an answer, so that no emergency has to wait for one? */
export function isAnswered({ status }: Pick<Complaint, 'status'>): boolean {
  return answeredStatuses.includes(status)
}

/** What the level-1 emergency over this complaint must know of the event: the customer's answer, the report upwards. */
export function toldToEmergency(event: Event, complaint: Complaint): LanedEffect[] {
  const { emergency, id } = complaint
  const command = commandFor(event, id)
  if (emergency === undefined || !command) return []
  return [{ lane: 'emergency', effect: { kind: 'command', matter: 'emergency', id: emergency, command } }]
}

function commandFor(event: Event, complaint: string): Record<string, unknown> | undefined {
  const answer = (answered: boolean) => ({ step: 'noteAnswer', complaint, answered })
  switch (event.type) {
    case 'replied':
      return { ...answer(true), by: event.by, text: event.summary }
    case 'withdrawn':
    case 'notAccepted':
    case 'merged':
    case 'solvedOnSpot':
      return answer(true)
    case 'followedUp':
      return event.content ? undefined : answer(false)
    case 'reopened':
      return answer(false)
    case 'reportedUp': {
      const { by, reportAt, reportedTo, note } = event
      return { step: 'noteOral', by, reportedAt: reportAt, reportedTo, summary: note }
    }
    default:
      return undefined
  }
}

/** What the emergency tells its complaint: news, the oral report that was given for all, that the group has gone home. */
export function noteOfEmergency(
  complaint: Complaint,
  command: CommandOf<'noteNews' | 'noteReportedUp' | 'noteStoodDown'>,
  at: string,
): Event[] {
  switch (command.step) {
    case 'noteNews': {
      const { step: _step, ...said } = command
      return complaint.emergency === command.emergency ? [{ type: 'emergencyNews', at, ...said }] : []
    }
    case 'noteReportedUp': {
      const waits = complaint.clocks.some(({ code, stoppedAt }) => code === 'reportUp' && !stoppedAt)
      const { step: _step, ...said } = command
      return waits ? [{ type: 'reportedUp', at, mode: 'oral', ...said }] : []
    }
    case 'noteStoodDown': {
      const waits = complaint.clocks.some(({ code, stoppedAt }) => code === 'group' && !stoppedAt)
      const isOurs = complaint.emergency === command.emergency
      return waits || isOurs ? [{ type: 'stoodDown', at, emergency: command.emergency }] : []
    }
  }
}

/** The complaint when its emergency group has gone home: its members have no part in it any more. */
export function afterEmergency(complaint: Complaint, emergency: string): Complaint {
  if (complaint.emergency !== emergency) return complaint
  const { emergency: _emergency, emergencyLeader: _leader, ...kept } = complaint
  return {
    ...kept,
    emergencyMembers: [],
    emergenciesOver: [...(complaint.emergenciesOver ?? []), emergency],
  }
}
