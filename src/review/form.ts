import {
  type Field,
  choice,
  choices,
  line,
  option,
  people,
  person,
  text,
  unit,
  when,
} from '../matter/field.ts'
import type { ReviewStep } from './lifecycle.ts'

/** What the form asks that convenes a meeting; `numbers` are looked up and become the command's `cases`. */
export const conveneFields: readonly Field[] = [
  option('kind', ['regular', 'special'], true),
  when('meetsAt', false),
  line('place', false),
  text('numbers', false, 1000),
]

/** What each step's form asks; the case it is about rides with the button. */
export const reviewForms = {
  putOnAgenda: [text('numbers', true, 1000)],
  takeOffAgenda: [text('reason', true, 1000)],
  proposeVerdict: [
    choice('fault', 'responsibility', true),
    unit('unit', 'handling', false),
    choice('degree', 'degree', true),
    choices('penalties', 'penalty', false),
    choice('rootCause', 'rootCause', true),
    text('opinion', false),
  ],
  sendPack: [],
  reschedule: [when('meetsAt', true), text('reason', true, 1000)],
  attend: [when('openedAt', true), people('attended', true)],
  cancelReview: [text('reason', true, 1000)],
  verdict: [
    choice('fault', 'responsibility', true),
    unit('unit', 'handling', false),
    people('persons', false),
    choice('degree', 'degree', true),
    choices('penalties', 'penalty', false),
    choice('rootCause', 'rootCause', true),
    line('rootCauseRemark', false),
    text('opinion', false),
    people('against', false),
    people('abstained', false),
    choice('actionKind', 'action', false),
    text('actionTask', false),
    person('actionOwner', false),
    when('actionDue', false),
  ],
  defer: [text('reason', true, 1000)],
  minutes: [text('text', true)],
  object: [text('grounds', true)],
  answerObjection: [
    option('outcome', ['keep', 'change'], true),
    text('remark', true),
    choice('fault', 'responsibility', false),
    choice('degree', 'degree', false),
    choices('penalties', 'penalty', false),
  ],
  closeReview: [text('conclusion', true)],
} as const satisfies Record<ReviewStep, readonly Field[]>
