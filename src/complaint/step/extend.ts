import { knownCode } from '../../matter/known-code.ts'
import { z } from 'zod'
import { type Field, choice, text } from '../../matter/field.ts'
import { Refusal } from '../../matter/refusal.ts'
import type { Complaint } from '../complaint.ts'
import type { StepContext } from '../context.ts'
import type { Event } from '../event.ts'
import { nextExtension } from '../extending.ts'

/** Asks for the next longer statutory limit (`DOMAIN.md` 9.2): with a reason, and in time, see `objection`. */
export const Extend = z.strictObject({
  step: z.literal('extend'),
  reason: z.string(),
  remark: z.string().trim().min(1).exactOptional(),
})

export const extendFields: readonly Field[] = [
  choice('reason', 'extensionReason', true),
  text('remark', false, 500),
]

export function extend(complaint: Complaint, command: z.infer<typeof Extend>, context: StepContext): Event[] {
  const { step: _step, ...said } = command
  knownCode('extensionReason', said.reason, context)
  const next = nextExtension(complaint, context.rulebook)
  if (!next) throw new Refusal('no-extension-left')
  const { to, extraDays } = next
  const approver = next.approver === 'headOfficeSq' ? 'headOfficeSq' : 'sqHead'
  return [{ type: 'extensionAsked', at: context.at, by: context.by, to, extraDays, approver, ...said }]
}
