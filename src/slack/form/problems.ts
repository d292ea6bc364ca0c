import type { z } from 'zod'
import { forms } from '../../complaint/form.ts'
import { fileFields } from '../../complaint/step/file.ts'
import { emergencyForms } from '../../emergency/form.ts'
import type { Field } from '../../matter/field.ts'
import { type RefusalCode, type Refusal, refusalCodes } from '../../matter/refusal.ts'
import { type Language, textFor } from '../../text/text.ts'
import type { PersonalProblem } from '../../vault/check-personal.ts'
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
  instruct: 'givenAt',
}
const laterFields: Readonly<Record<string, string>> = {
  contact: 'promiseUntil',
  seen: 'newTime',
  situation: 'nextUpdate',
}
const remarkFields: Readonly<Record<string, string>> = {
  triage: 'levelReason',
  approve: 'remark',
  followUp: 'comment',
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
  switch (code) {
    case 'in-the-future':
      return whenFields[step]
    case 'must-be-later':
      return detail['field'] ?? laterFields[step]
    case 'remark-missing':
      return remarkFields[step]
    case 'actions-missing':
      return step === 'close' ? 'actions' : undefined
    case 'unknown-unit':
      return unitFields[step]
    case 'unknown-person':
      return step === 'dispatch' ? 'handler' : undefined
    case 'recused':
      return step === 'dispatch' && detail['person'] !== by ? 'handler' : undefined
    case 'unknown-choice':
      return choiceField(step, detail['list'])
    case 'same-level':
    case 'only-head-lowers':
      return 'level'
    case 'nothing-above':
      return step === 'escalate' ? 'reason' : undefined
    case 'not-now':
    case 'not-you':
    case 'same-person':
    case 'already-returned':
    case 'findings-missing':
    case 'contact-missing':
    case 'follow-up-missing':
    case 'not-found':
    case 'no-clock':
    case 'too-many-tries':
      return undefined
  }
}

function choiceField(step: string, list: string | undefined): string | undefined {
  const all: Readonly<Record<string, readonly Field[]>> = { ...forms, ...emergencyForms, file: fileFields }
  return all[step]?.find((field) => field.kind === 'choice' && field.list === list)?.name
}
