import { z } from 'zod'
import { type Field, person, text, unit, units } from '../../matter/field.ts'
import { Refusal } from '../../matter/refusal.ts'
import { postsOf } from '../../organisation/posts-of.ts'
import { mayDispatchTo } from '../../organisation/rights.ts'
import type { Complaint } from '../complaint.ts'
import type { StepContext } from '../context.ts'
import type { Event } from '../event.ts'
import { subjectOf } from '../subject.ts'
import { notRecused } from './guard.ts'

/**
 * Dispatch: who handles it. The owner of now stays responsible until the handler takes it (first-asked rule). Dispatched again
 * to the handler who works on it, only the unit, the support and the instruction change.
 */
export const Dispatch = z.strictObject({
  step: z.literal('dispatch'),
  handlingUnit: z.string(),
  handler: z.string(),
  supportUnits: z.array(z.string()).default([]),
  instruction: z.string().trim().min(1).exactOptional(),
})

export const dispatchFields: readonly Field[] = [
  unit('handlingUnit', 'handling', true),
  person('handler', true),
  units('supportUnits', 'handling', false),
  text('instruction', false),
]

export function dispatch(
  complaint: Complaint,
  command: z.infer<typeof Dispatch>,
  context: StepContext,
): Event[] {
  const { by, at, now, organisation } = context
  const named = [command.handlingUnit, ...command.supportUnits]
  const unknown = named.find((id) => !organisation.units.has(id))
  if (unknown !== undefined) throw new Refusal('unknown-unit', { unit: unknown })
  if (!mayDispatchTo(organisation, by, subjectOf(complaint), command.handlingUnit, now))
    throw new Refusal('not-you')
  if (postsOf(organisation, command.handler, now).length === 0)
    throw new Refusal('unknown-person', { person: command.handler })
  notRecused(complaint, command.handler, 'handle', context)
  const { step: _step, ...said } = command
  return [{ type: 'dispatched', at, by, ...said }]
}
