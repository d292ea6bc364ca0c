import type { z } from 'zod'
import { forms } from '../../complaint/form.ts'
import { fileFields } from '../../complaint/step/file.ts'
import { emergencyForms } from '../../emergency/form.ts'
import type { Field } from '../../matter/field.ts'
import { type RefusalCode, type Refusal, refusalCodes } from '../../matter/refusal.ts'
import { type Language, textFor } from '../../text/text.ts'
import type { PersonalProblem } from '../../vault/check-personal.ts'
import { accountabilityField } from './accountability-field.ts'
import type { FieldProblem } from './read.ts'

/** What a command's schema finds wrong, by field; a fault inside the facts stands under the block of that fact. */
export function schemaProblems({ issues }: z.ZodError): FieldProblem[] {
  return issues.map((issue) => {
    const [field = '', inner] = issue.path.map(String)
    const code = 'input' in issue && issue.input === undefined ? 'required' : 'not-readable'
    return { field: field === 'facts' && inner ? `${field}:${inner}` : field, code }
  })
}

/** What the vault finds wrong with personal values, by field. */
export function personalProblems(problems: readonly PersonalProblem[]): FieldProblem[] {
  return problems.map(({ field, problem }) => ({ field, code: problem }))
}

/**
 * The answer for `response_action: 'errors'`: one sentence under each field, in the reader's language. `shown` are the block
 * ids of the inputs in the view, for Slack refuses errors under any other; a problem elsewhere stands under the first of them.
 */
export function formErrors(
  problems: readonly FieldProblem[],
  shown: readonly string[],
  language: Language,
): Record<string, string> {
  const errors = new Map<string, string>()
  for (const { field, code } of problems) {
    const block = shown.includes(field) ? field : shown[0]
    if (block !== undefined && !errors.has(block)) errors.set(block, problemWords(code, language))
  }
  return Object.fromEntries(errors)
}

function problemWords(code: FieldProblem['code'], language: Language): string {
  const { refusals, problems } = textFor(language)
  return isRefusalCode(code) ? refusals[code]({ status: '', person: '', next: '', seen: '' }) : problems[code]
}

function isRefusalCode(code: FieldProblem['code']): code is RefusalCode {
  return refusalCodes.some((each) => each === code)
}

const whenFields: Readonly<Record<string, string>> = {
  file: 'receivedAt',
  contact: 'contactAt',
  reply: 'replyAt',
  reportUp: 'reportAt',
  followUp: 'callAt',
  pay: 'paidAt',
  reopen: 'receivedAt',
  withdraw: 'withdrawnAt',
  notAccept: 'toldAt',
  merge: 'toldAt',
  pause: 'toldAt',
  solveOnSpot: 'solvedAt',
  refer: 'referredAt',
  answerReferral: 'answeredAt',
  logAuthority: 'spokeAt',
  reportLeak: 'reportAt',
  askReview: 'askedAt',
  decideReview: 'toldAt',
  mediate: 'offeredAt',
  endMediation: 'endedAt',
  tellExtension: 'toldAt',
  instruct: 'givenAt',
  oralReport: 'reportedAt',
  writtenReport: 'reportedAt',
  dailyReport: 'reportedAt',
  finalReport: 'reportedAt',
  recordDecision: 'decidedAt',
  logMedia: 'spokenAt',
  logRegulator: 'spokenAt',
}
const laterFields: Readonly<Record<string, string>> = {
  contact: 'promiseUntil',
  seen: 'newTime',
  situation: 'nextUpdate',
  assignTask: 'taskDue',
}
const remarkFields: Readonly<Record<string, string>> = {
  triage: 'levelReason',
  approve: 'remark',
  followUp: 'comment',
  reopen: 'reason',
  confirmGroup: 'reason',
  decidePause: 'remark',
  decideExtension: 'remark',
}
/** Which field names the person that a refusal is about, where it is not whoever acts. */
const personFields: Readonly<Record<string, string>> = {
  dispatch: 'handler',
  assignTask: 'taskOwner',
  handTask: 'taskOwner',
  confirmGroup: 'members',
  recordDecision: 'decidedBy',
  logMedia: 'speaker',
  logRegulator: 'speaker',
}
const unitFields: Readonly<Record<string, string>> = { file: 'outlet', dispatch: 'handlingUnit' }

/**
 * Under which field of its form does this refusal belong? Undefined for one that is about the case or the person who acts:
 * that one is answered in a message. `by` is who acts, so that their own recusal is not put down to the handler they chose.
 */
export function refusalField(
  step: string,
  { code, detail }: Pick<Refusal, 'code' | 'detail'>,
  by: string,
): string | undefined {
  const ofAccountability = accountabilityField(step, { code, detail }, by)
  if (ofAccountability !== undefined) return ofAccountability
  switch (code) {
    case 'in-the-future':
      return whenFields[step]
    case 'must-be-later':
      return detail['field'] ?? laterFields[step]
    case 'remark-missing':
      return remarkFields[step]
    case 'actions-missing':
      return step === 'close' || step === 'solveOnSpot' ? 'actions' : undefined
    case 'unknown-unit':
      return unitFields[step]
    case 'unknown-person':
      return personFields[step]
    case 'recused':
      return detail['person'] === by ? undefined : personFields[step]
    case 'unknown-choice':
      return choiceField(step, detail['list'])
    case 'same-level':
    case 'only-head-lowers':
      return 'level'
    case 'nothing-above':
      return step === 'escalate' ? 'reason' : undefined
    case 'before-receipt':
      return step === 'solveOnSpot' ? 'solvedAt' : 'withdrawnAt'
    case 'too-late-for-fast-lane':
      return 'solvedAt'
    case 'customer-not-content':
      return 'response'
    case 'number-known':
      return step === 'addChild' ? 'otherNumber' : 'externalNumber'
    case 'same-complaint':
    case 'other-ended':
    case 'in-other-group':
      return step === 'merge' || step === 'addChild' ? 'otherNumber' : undefined
    case 'too-many-representatives':
      return 'representative'
    case 'not-mergeable':
      return undefined
    case 'not-an-authority':
      return 'body'
    case 'before-reply':
    case 'too-late-for-review':
      return step === 'askReview' ? 'askedAt' : undefined
    case 'mediation-missing':
      return step === 'pause' ? 'pauseCode' : undefined
    case 'not-in-fast-lane':
    case 'no-leak':
    case 'no-reviewer':
    case 'mediation-open':
    case 'authority-missing':
    case 'referral-open':
      return undefined
    case 'customer-not-told':
      return step === 'pause' || step === 'decideReview' || step === 'merge' ? 'toldAt' : 'toldBy'
    case 'pause-too-long':
      return step === 'pause' ? 'until' : undefined
    case 'pause-used-up':
    case 'attempts-missing':
      return 'pauseCode'
    case 'statutory-goes-on':
    case 'only-head-stops':
      return 'stopsStatutory'
    case 'date-beyond-limit':
      return 'toldDate'
    case 'before-granting':
      return 'toldAt'
    case 'paused-already':
    case 'not-paused':
    case 'nothing-asked':
    case 'asked-already':
    case 'no-extension-left':
    case 'too-late-to-extend':
      return undefined
    case 'before-closing':
      return 'receivedAt'
    case 'only-sq-restarts':
      return 'newFacts'
    case 'amount-not-readable':
    case 'amount-not-positive':
    case 'amount-not-whole-fen':
    case 'amount-too-large':
    case 'currency-not-cny':
    case 'fund-overdrawn':
    case 'budget-not-higher':
    case 'more-than-paid':
      return step === 'settle' ? 'used' : 'amount'
    case 'paid-before-approval':
      return 'paidAt'
    case 'wrong-year':
    case 'fund-exists':
      return step === 'proposeBudget' ? 'year' : undefined
    case 'wording-missing':
      return 'wording'
    case 'task-not-open':
      return 'task'
    case 'in-other-emergency':
      return 'complaintNumber'
    case 'not-found':
      if (step === 'merge' || step === 'addChild') return 'otherNumber'
      return step === 'joinComplaint' ? 'complaintNumber' : undefined
    case 'tasks-open':
    case 'customers-waiting':
    case 'final-report-missing':
    case 'vote-open':
      return step === 'standDown' ? 'ground' : undefined
    case 'not-now':
    case 'not-you':
    case 'same-person':
    case 'already-returned':
    case 'findings-missing':
    case 'contact-missing':
    case 'follow-up-missing':
    case 'no-clock':
    case 'too-many-tries':
    case 'year-not-over':
    case 'requests-open':
    case 'three-people':
    case 'over-your-limit':
    case 'vote-needed':
    case 'no-committee':
    case 'not-a-member':
    case 'voted-already':
    case 'vote-closed':
    case 'paid-already':
    case 'key-used':
    case 'too-early':
    case 'too-late':
    case 'pack-missing':
    case 'not-on-agenda':
    case 'own-unit':
    case 'no-quorum':
    case 'no-vote':
    case 'voted-twice':
    case 'no-majority':
    case 'verdict-missing':
    case 'objection-open':
    case 'review-exists':
    case 'unknown-number':
    case 'too-late-to-reopen':
      return undefined
  }
}

function choiceField(step: string, list: string | undefined): string | undefined {
  if (list === 'pauseCode') return list
  const all: Readonly<Record<string, readonly Field[]>> = { ...forms, ...emergencyForms, file: fileFields }
  return all[step]?.find((field) => field.kind === 'choice' && field.list === list)?.name
}
