import { knownCode } from '../../matter/known-code.ts'
import { z } from 'zod'
import { type Field, choice, choices, option, text } from '../../matter/field.ts'
import { Refusal } from '../../matter/refusal.ts'
import { mayDo } from '../../organisation/rights.ts'
import { levels } from '../../policy/pack.ts'
import type { Complaint } from '../complaint.ts'
import type { StepContext } from '../context.ts'
import type { Event } from '../event.ts'
import { isGraver } from '../level.ts'
import { raisedGrace } from '../raised-grace.ts'
import { subjectOf } from '../subject.ts'
import { knownCodes } from './guard.ts'

/**
 * Triage: what kind of case, how grave, under which codes (`DOMAIN.md` 9.6, received to triaged). It confirms or corrects the
 * proposed level; one that was set already is lowered only by the service quality head, as in `relevel`.
 */
export const Triage = z.strictObject({
  step: z.literal('triage'),
  caseType: z.string(),
  level: z.enum(levels),
  levelReason: z.string().trim().min(1).exactOptional(),
  channelCode: z.string(),
  business: z.string(),
  cause: z.string(),
  sensitivity: z.array(z.string()).default([]),
  statutoryBasis: z.string(),
})

export const triageFields: readonly Field[] = [
  choice('caseType', 'caseType', true),
  option('level', levels, true),
  text('levelReason', false, 500),
  choice('channelCode', 'channel', true),
  choice('business', 'business', true),
  choice('cause', 'cause', true),
  choices('sensitivity', 'sensitivity', false),
  choice('statutoryBasis', 'statutoryBasis', true),
]

export function triage(complaint: Complaint, command: z.infer<typeof Triage>, context: StepContext): Event[] {
  const { by, at, organisation, now } = context
  if (command.level !== complaint.level && !command.levelReason) throw new Refusal('remark-missing')
  const subject = { ...subjectOf(complaint), level: command.level }
  if (!mayDo(organisation, by, 'triage', subject, now)) throw new Refusal('not-you')
  const lowers = complaint.levelSet && isGraver(complaint.level, command.level)
  if (lowers && !mayDo(organisation, by, 'lower', subject, now)) throw new Refusal('only-head-lowers')
  knownCode('caseType', command.caseType, context)
  knownCode('channel', command.channelCode, context)
  knownCode('business', command.business, context)
  knownCode('cause', command.cause, context)
  knownCodes('sensitivity', command.sensitivity, context)
  knownCode('statutoryBasis', command.statutoryBasis, context)
  const { step: _step, levelReason, ...said } = command
  const levelReasons = command.level === complaint.level ? [...complaint.levelReasons] : []
  return [
    {
      type: 'triaged',
      at,
      by,
      ...said,
      levelReasons: levelReason ? [...levelReasons, levelReason] : levelReasons,
      ...raisedGrace(complaint, command.level, context),
    },
  ]
}
