import { type Field, choice, line, number, option, person, text, unit, when } from '../matter/field.ts'
import type { ActionStep } from './lifecycle.ts'

/** What the form asks that begins an action; `likeCause`, `likeBusiness` and `likeUnit` make the command's `like`. */
export const beginActionFields: readonly Field[] = [
  unit('unit', 'handling', true),
  person('owner', true),
  choice('rootCause', 'rootCause', true),
  line('rootCauseRemark', false),
  choice('kind', 'action', true),
  text('task', true),
  when('due', true),
  choice('likeCause', 'cause', false),
  choice('likeBusiness', 'business', false),
  unit('likeUnit', 'handling', false),
]

/** What each step's form asks. */
export const actionForms = {
  finish: [when('doneAt', true), text('evidence', true)],
  askExtension: [when('due', true), choice('reason', 'extensionReason', true), text('remark', false, 1000)],
  answerExtension: [option('decision', ['grant', 'refuse'], true), text('remark', false, 1000)],
  handOverAction: [person('owner', true), text('reason', true, 1000)],
  cancelAction: [text('reason', true, 1000)],
  rejectEvidence: [text('remark', true, 1000), when('due', true)],
  checkEffect: [number('count', true), text('remark', false, 1000)],
} as const satisfies Record<ActionStep, readonly Field[]>
