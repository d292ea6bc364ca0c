import { knownCode } from '../../matter/known-code.ts'
import { z } from 'zod'
import { type Field, choice, line, when } from '../../matter/field.ts'
import { Refusal } from '../../matter/refusal.ts'
import type { Complaint } from '../complaint.ts'
import type { StepContext } from '../context.ts'
import { Earlier } from '../earlier.ts'
import type { Event } from '../event.ts'
import { Other } from '../other.ts'
import { noFutureOf, utc } from './guard.ts'

/**
 * The same matter of the same customer was filed twice (`DOMAIN.md` 9.6): this one ends in the other, which hears what was said
 * here. `other` is what stands behind the number, put in by the house.
 */
export const Merge = z.strictObject({
  step: z.literal('merge'),
  otherNumber: z.string().trim().min(1),
  toldAt: z.iso.datetime().exactOptional(),
  mode: z.string().exactOptional(),
  other: Other.exactOptional(),
})

export const mergeFields: readonly Field[] = [
  line('otherNumber', true, 20),
  when('toldAt', false),
  choice('mode', 'contactMode', false),
]

export function merge(complaint: Complaint, command: z.infer<typeof Merge>, context: StepContext): Event[] {
  const { other, toldAt, mode } = command
  const into = otherThan(complaint, other)
  if (!into.isOpen) throw new Refusal('other-ended')
  if (!complaint.anonymous && (toldAt === undefined || mode === undefined))
    throw new Refusal('customer-not-told')
  if (toldAt !== undefined) noFutureOf(toldAt, context)
  if (mode !== undefined) knownCode('contactMode', mode, context)
  const told = { ...(toldAt !== undefined && { toldAt: utc(toldAt) }), ...(mode !== undefined && { mode }) }
  return [{ type: 'merged', at: context.at, by: context.by, into: linkOf(into), ...told }]
}

/** The complaint that was named, where it is another one that may be seen. */
export function otherThan({ id }: Complaint, other: Other | undefined): Other {
  if (!other) throw new Refusal('not-found')
  if (other.id === id) throw new Refusal('same-complaint')
  return other
}

/** What a link keeps of it. */
export function linkOf({ isOpen: _open, parent: _parent, hasChildren: _children, ...link }: Other): Earlier {
  return link
}
