import { knownCode } from '../../matter/known-code.ts'
import { z } from 'zod'
import { type Field, choice, choices } from '../../matter/field.ts'
import { Refusal } from '../../matter/refusal.ts'
import type { Complaint } from '../complaint.ts'
import type { StepContext } from '../context.ts'
import type { Event } from '../event.ts'
import { knownCodes } from './guard.ts'

/** Codes of the list `responsibility` that say the bank was at fault; a part counts as fault (`DOMAIN.md` 9.7). */
export const faults = ['atFault', 'partFault']

/** Closing: outcome and responsibility; where the bank was at fault, what will be done about it. */
export const Close = z.strictObject({
  step: z.literal('close'),
  closeType: z.string(),
  outcome: z.string(),
  responsibility: z.string(),
  actions: z.array(z.string()).default([]),
})

export const closeFields: readonly Field[] = [
  choice('closeType', 'closeType', true),
  choice('outcome', 'outcome', true),
  choice('responsibility', 'responsibility', true),
  choices('actions', 'action', false),
]

export function close(_complaint: Complaint, command: z.infer<typeof Close>, context: StepContext): Event[] {
  knownCode('closeType', command.closeType, context)
  knownCode('outcome', command.outcome, context)
  knownCode('responsibility', command.responsibility, context)
  knownCodes('action', command.actions, context)
  if (faults.includes(command.responsibility) && command.actions.length === 0)
    throw new Refusal('actions-missing')
  const { step: _step, ...said } = command
  return [{ type: 'closed', at: context.at, by: context.by, ...said }]
}
