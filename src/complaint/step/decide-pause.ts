import { z } from 'zod'
import { type Field, option, text } from '../../matter/field.ts'
import { Refusal } from '../../matter/refusal.ts'
import { mayDo } from '../../organisation/rights.ts'
import type { Complaint } from '../complaint.ts'
import type { StepContext } from '../context.ts'
import type { Event } from '../event.ts'
import { subjectOf } from '../subject.ts'
import { decisions } from './approve.ts'
import { inItsTime, pausedFor, reasonOf } from './pause.ts'

/**
 * Service quality grants a pause or sends it back. That the statutory clock stands still too, only its head allows, and only
 * for the reasons of which the pack says so.
 */
export const DecidePause = z.strictObject({
  step: z.literal('decidePause'),
  decision: z.enum(decisions),
  stopsStatutory: z.enum(['yes', 'no']).exactOptional(),
  remark: z.string().trim().min(1).exactOptional(),
})

export const decidePauseFields: readonly Field[] = [
  option('decision', decisions, true),
  option('stopsStatutory', ['no', 'yes'], false),
  text('remark', false, 500),
]

export function decidePause(
  complaint: Complaint,
  command: z.infer<typeof DecidePause>,
  context: StepContext,
): Event[] {
  const { pauseAsked } = complaint
  if (!pauseAsked) throw new Refusal('nothing-asked')
  const { decision, remark, stopsStatutory = 'no' } = command
  if (decision === 'back') {
    if (!remark) throw new Refusal('remark-missing')
    return [{ type: 'pauseRefused', at: context.at, by: context.by, remark }]
  }
  const reason = reasonOf(pauseAsked.code, context)
  inItsTime(pauseAsked.until, reason, context)
  if (stopsStatutory === 'yes') allowsStatutory(complaint, reason.stopsStatutory, context)
  return [pausedFor(pauseAsked, reason, stopsStatutory, context)]
}

function allowsStatutory(
  complaint: Complaint,
  stops: 'never' | 'ifSqHeadAllows' | 'always',
  { by, organisation, now }: StepContext,
): void {
  if (stops === 'never') throw new Refusal('statutory-goes-on')
  if (!mayDo(organisation, by, 'lower', subjectOf(complaint), now)) throw new Refusal('only-head-stops')
}
