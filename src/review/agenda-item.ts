import { z } from 'zod'
import { levels } from '../policy/pack.ts'

/** Why a case is on the agenda (`DOMAIN.md` 9.6, review meeting); `asked`: somebody put it there by its number. */
export const agendaReasons = [
  'level',
  'repeat',
  'disputed',
  'overdue',
  'sample',
  'deferred',
  'asked',
] as const
export type AgendaReason = (typeof agendaReasons)[number]

/** A case to be reviewed, with what the meeting's rules need of it; no personal data of the customer. */
export const AgendaItem = z.strictObject({
  complaint: z.string(),
  number: z.string(),
  level: z.enum(levels),
  outlet: z.string(),
  /** The unit that handled it, and answers for it until a verdict names another. */
  unit: z.string(),
  /** The staff complained about: they neither judge nor object, and are shown nothing of it. */
  respondents: z.array(z.string()),
  cause: z.string().exactOptional(),
  business: z.string().exactOptional(),
  why: z.array(z.enum(agendaReasons)).min(1),
})
export type AgendaItem = z.infer<typeof AgendaItem>
