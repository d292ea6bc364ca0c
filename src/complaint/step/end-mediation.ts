import { z } from 'zod'
import { type Field, option, text, when } from '../../matter/field.ts'
import type { Complaint } from '../complaint.ts'
import type { StepContext } from '../context.ts'
import type { Event } from '../event.ts'
import { activePause } from '../pausing.ts'
import { noFutureOf, utc } from './guard.ts'

export const mediationResults = ['agreed', 'failed', 'brokenOff'] as const

/** How the mediation ended; a pause for it ends with it. */
export const EndMediation = z.strictObject({
  step: z.literal('endMediation'),
  mediationResult: z.enum(mediationResults),
  endedAt: z.iso.datetime(),
  summary: z.string().trim().min(1),
})

export const endMediationFields: readonly Field[] = [
  option('mediationResult', mediationResults, true),
  when('endedAt', true),
  text('summary', true),
]

export function endMediation(
  complaint: Complaint,
  command: z.infer<typeof EndMediation>,
  context: StepContext,
): Event[] {
  const { at, by } = context
  const { mediationResult: result, endedAt, summary } = command
  noFutureOf(endedAt, context)
  const ended: Event = { type: 'mediationEnded', at, by, result, endedAt: utc(endedAt), summary }
  const isPausedForIt = activePause(complaint)?.code === mediationPause
  return isPausedForIt ? [ended, { type: 'resumed', at, by, endedAt: at }] : [ended]
}

/** The reason of the pack with which clocks stand still during a mediation. */
export const mediationPause = 'IN_MEDIATION'
