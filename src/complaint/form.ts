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
import { notAcceptFields } from './step/not-accept.ts'
import { withdrawFields } from './step/withdraw.ts'
import { reopenFields } from './step/reopen.ts'
import { replyFields } from './step/reply.ts'
import { reportUpFields } from './step/report-up.ts'
import { seenFields } from './step/seen.ts'
import { sendBackFields } from './step/send-back.ts'
import { takeFields } from './step/take.ts'
import { pauseFields } from './step/pause.ts'
import { decidePauseFields } from './step/decide-pause.ts'
import { resumeFields } from './step/resume.ts'
import { extendFields } from './step/extend.ts'
import { decideExtensionFields } from './step/decide-extension.ts'
import { tellExtensionFields } from './step/tell-extension.ts'
import { solveOnSpotFields } from './step/solve-on-spot.ts'
import { referFields } from './step/refer.ts'
import { answerReferralFields } from './step/answer-referral.ts'
import { logAuthorityFields } from './step/log-authority.ts'
import { reportLeakFields } from './step/report-leak.ts'
import { askReviewFields } from './step/ask-review.ts'
import { decideReviewFields } from './step/decide-review.ts'
import { mediateFields } from './step/mediate.ts'
import { endMediationFields } from './step/end-mediation.ts'
import { careFields } from './step/care.ts'
import { authoriseFields } from './step/authorise.ts'
import { addChildFields } from './step/add-child.ts'
import { mergeFields } from './step/merge.ts'
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
  reopen: reopenFields,
  withdraw: withdrawFields,
  notAccept: notAcceptFields,
  merge: mergeFields,
  addChild: addChildFields,
  solveOnSpot: solveOnSpotFields,
  refer: referFields,
  answerReferral: answerReferralFields,
  logAuthority: logAuthorityFields,
  reportLeak: reportLeakFields,
  askReview: askReviewFields,
  decideReview: decideReviewFields,
  mediate: mediateFields,
  endMediation: endMediationFields,
  care: careFields,
  authorise: authoriseFields,
  pause: pauseFields,
  decidePause: decidePauseFields,
  resume: resumeFields,
  extend: extendFields,
  decideExtension: decideExtensionFields,
  tellExtension: tellExtensionFields,
  reportUp: reportUpFields,
  relevel: relevelFields,
  escalate: escalateFields,
  seen: seenFields,
} as const satisfies Record<StepName, readonly Field[]>
