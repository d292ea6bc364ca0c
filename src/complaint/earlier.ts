import { z } from 'zod'
import type { Subject } from '../organisation/rights.ts'
import { levels } from '../policy/pack.ts'
import type { Complaint } from './complaint.ts'

/** An earlier complaint of the same customer, as it stood when the link was made: enough to ask who may know of it. */
export const Earlier = z.strictObject({
  id: z.string(),
  number: z.string(),
  branch: z.string(),
  outlet: z.string(),
  handlingUnit: z.string().exactOptional(),
  level: z.enum(levels),
  filedBy: z.string(),
  respondents: z.array(z.string()),
})
export type Earlier = z.infer<typeof Earlier>

/** What a link keeps of the complaint it leads to. */
export function earlierOf(complaint: Complaint): Earlier {
  const { id, number, branch, outlet, handlingUnit, level, filedBy, respondents } = complaint
  return {
    id,
    number,
    branch,
    outlet,
    ...(handlingUnit !== undefined && { handlingUnit }),
    level,
    filedBy,
    respondents: [...respondents],
  }
}

/** What the rights matrix needs to know of it. */
export function subjectOfEarlier({ id: _id, number: _number, ...subject }: Earlier): Subject {
  return subject
}
