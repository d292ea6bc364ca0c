import { type Field, line, people, person, text, when } from '../matter/field.ts'
import type { EmergencyStep } from './lifecycle.ts'

/** What each step's form asks in a level-1 emergency. */
export const emergencyForms = {
  instruct: [line('from', true), when('givenAt', true), text('wording', true)],
  appoint: [
    person('leader', false),
    person('spokesperson', false),
    person('regulatorContact', false),
    person('customerContact', false),
    person('scribe', false),
    people('members', false),
  ],
  situation: [text('facts', true), text('measures', true), text('media', false), when('nextUpdate', true)],
  standDown: [text('reason', true, 1000)],
} as const satisfies Record<EmergencyStep, readonly Field[]>
