import type { Context } from '../matter/matter.ts'
import type { RefusalCode } from '../matter/refusal.ts'
import type { PersonId } from '../organisation/organisation.ts'
import { type Subject, isRecused, mayDo } from '../organisation/rights.ts'
import type { Emergency } from './emergency.ts'
import { type EmergencyStep, lifecycle } from './lifecycle.ts'

type Looking = Pick<Context, 'organisation' | 'now'>

/** What the rights matrix needs to know of an emergency. */
export function emergencySubject(emergency: Emergency): Subject {
  return {
    branch: emergency.branch,
    outlet: emergency.outlet,
    level: 'L1',
    filedBy: '',
    respondents: [...emergency.respondents],
    emergencyMembers: [...emergency.members],
  }
}

/** Why may this person not take this step now? Undefined when they may. */
export function emergencyObjection(
  emergency: Emergency,
  step: EmergencyStep,
  by: PersonId,
  { organisation, now }: Looking,
): RefusalCode | undefined {
  const possible: readonly EmergencyStep[] = lifecycle[emergency.status]
  if (!possible.includes(step)) return 'not-now'
  const subject = emergencySubject(emergency)
  if (isRecused(by, subject)) return 'recused'
  const may = {
    instruct: () => mayDo(organisation, by, 'recordInstruction', subject, now),
    appoint: () => mayDo(organisation, by, 'lower', subject, now),
    situation: () =>
      emergency.members.includes(by) || mayDo(organisation, by, 'recordInstruction', subject, now),
    standDown: () => mayDo(organisation, by, 'lower', subject, now),
  }[step]()
  return may ? undefined : 'not-you'
}

/** The steps this person may take now: the buttons of their card. */
export function allowedEmergencySteps(emergency: Emergency, by: PersonId, context: Looking): EmergencyStep[] {
  return lifecycle[emergency.status].filter(
    (step) => emergencyObjection(emergency, step, by, context) === undefined,
  )
}
