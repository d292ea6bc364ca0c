import { z } from 'zod'
import type { Complaint } from './complaint.ts'
import { Earlier, earlierOf } from './earlier.ts'
import { isOver } from './lifecycle.ts'

/** Another complaint that a step names by its number: what the house looks up and puts into the command. */
export const Other = z.strictObject({
  ...Earlier.shape,
  isOpen: z.boolean(),
  /** The complaint whose group it belongs to. */
  parent: z.string().exactOptional(),
  hasChildren: z.boolean(),
})
export type Other = z.infer<typeof Other>

/** What a step needs to know of the complaint that it names. */
export function otherOf(complaint: Complaint): Other {
  const { status, parent, children = [] } = complaint
  return {
    ...earlierOf(complaint),
    isOpen: !isOver(status),
    ...(parent && { parent: parent.id }),
    hasChildren: children.length > 0,
  }
}
