import { z } from 'zod'
import { type Field, line, option } from '../../matter/field.ts'
import { Refusal } from '../../matter/refusal.ts'
import type { Complaint } from '../complaint.ts'
import type { StepContext } from '../context.ts'
import type { Event } from '../event.ts'
import { Other } from '../other.ts'
import { linkOf, otherThan } from './merge.ts'

/**
 * A group complaint (`DOMAIN.md` 9.3): this one speaks for the group, and the complaint of each person is a child of it. So
 * many of them as the pack says may represent the others. `other` is what stands behind the number, put in by the house.
 */
export const AddChild = z.strictObject({
  step: z.literal('addChild'),
  otherNumber: z.string().trim().min(1),
  representative: z.enum(['yes', 'no']),
  other: Other.exactOptional(),
})

export const addChildFields: readonly Field[] = [
  line('otherNumber', true, 20),
  option('representative', ['no', 'yes'], true),
]

export function addChild(
  complaint: Complaint,
  command: z.infer<typeof AddChild>,
  context: StepContext,
): Event[] {
  const child = otherThan(complaint, command.other)
  const { children = [] } = complaint
  if (child.hasChildren || (child.parent !== undefined && child.parent !== complaint.id))
    throw new Refusal('in-other-group')
  if (children.some(({ id }) => id === child.id)) throw new Refusal('number-known')
  const represents = command.representative === 'yes'
  const many = children.filter(({ representative }) => representative).length
  if (represents && many >= context.rulebook.pack.special.representatives)
    throw new Refusal('too-many-representatives')
  return [
    { type: 'childAdded', at: context.at, by: context.by, child: linkOf(child), representative: represents },
  ]
}
