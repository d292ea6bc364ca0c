import { voices } from '../matter/ballot.ts'
import { type Field, line, option, people, person, text, when } from '../matter/field.ts'
import { reportBodies } from './emergency.ts'
import type { EmergencyStep } from './lifecycle.ts'

const reportedTo: Field = {
  name: 'reportedTo',
  kind: 'option',
  options: reportBodies,
  many: true,
  required: true,
}
const reported = [reportedTo, when('reportedAt', true)]
/** Which task, which vote: the answers are those of the emergency, see `choicesOf`. */
const task = option('task', [], true)
const ballot = option('ballot', [], true)
const contact = [
  when('spokenAt', true),
  text('utterance', true),
  person('speaker', true),
  line('reference', false),
]

/** What each step's form asks in a level-1 emergency. */
export const emergencyForms = {
  acceptCluster: [text('reason', true, 1000)],
  dismissCluster: [text('reason', true, 1000)],
  instruct: [line('from', true), when('givenAt', true), text('wording', false), line('file', false)],
  confirmGroup: [people('members', true), text('reason', false, 500)],
  appoint: [
    person('leader', false),
    person('spokesperson', false),
    person('regulatorContact', false),
    person('customerContact', false),
    person('scribe', false),
    people('members', false),
  ],
  situation: [text('facts', true), text('measures', true), text('media', false), when('nextUpdate', true)],
  oralReport: [...reported, line('heardBy', true), text('summary', true)],
  writtenReport: [
    ...reported,
    text('facts', true),
    text('impact', true),
    text('measures', true),
    text('media', false),
    line('file', false),
  ],
  dailyReport: [
    ...reported,
    text('facts', true),
    text('measures', true),
    text('media', false),
    line('file', false),
  ],
  finalReport: [
    ...reported,
    text('rootCause', true),
    text('impact', true),
    text('measures', true),
    text('lessons', true),
    line('file', false),
  ],
  assignTask: [text('work', true, 500), person('taskOwner', true), when('taskDue', true)],
  finishTask: [task, text('result', true, 1000)],
  takeTask: [task, text('reason', true, 500)],
  handTask: [task, person('taskOwner', true), text('reason', true, 500)],
  recordDecision: [text('resolved', true), person('decidedBy', true), when('decidedAt', true)],
  logMedia: [line('medium', true), ...contact],
  logRegulator: [line('authority', true), ...contact],
  joinComplaint: [line('complaintNumber', true, 20)],
  putToVote: [text('handlingPlan', true)],
  castVote: [ballot, option('voice', voices, true), text('remark', false, 500)],
  standDown: [option('ground', ['settled', 'mistake'], true), text('reason', true, 1000)],
  closingReport: [
    text('facts', true),
    text('rootCause', true),
    text('impact', true),
    text('lessons', true),
    line('file', false),
  ],
} as const satisfies Record<EmergencyStep, readonly Field[]>
