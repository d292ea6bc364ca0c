import type { Field } from '../matter/field.ts'
import type { StepName } from './lifecycle.ts'
import { approveFields } from './step/approve.ts'
import { closeFields } from './step/close.ts'
import { contactFields } from './step/contact.ts'
import { dispatchFields } from './step/dispatch.ts'
import { escalateFields } from './step/escalate.ts'
import { followUpFields } from './step/follow-up.ts'
import { investigateFields } from './step/investigate.ts'
import { proposeFields } from './step/propose.ts'
import { relevelFields } from './step/relevel.ts'
import { replyFields } from './step/reply.ts'
import { reportUpFields } from './step/report-up.ts'
import { seenFields } from './step/seen.ts'
import { sendBackFields } from './step/send-back.ts'
import { takeFields } from './step/take.ts'
import { triageFields } from './step/triage.ts'

/** What each step's form asks. A step with no fields is done by its button alone. */
export const forms = {
  triage: triageFields,
  dispatch: dispatchFields,
  take: takeFields,
  sendBack: sendBackFields,
  contact: contactFields,
  investigate: investigateFields,
  propose: proposeFields,
  approve: approveFields,
  reply: replyFields,
  followUp: followUpFields,
  close: closeFields,
  reportUp: reportUpFields,
  relevel: relevelFields,
  escalate: escalateFields,
  seen: seenFields,
} as const satisfies Record<StepName, readonly Field[]>
