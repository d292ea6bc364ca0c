import type { FieldName, FieldWords, FormName } from '../keys.ts'

/** What the forms of improvement actions and review meetings ask, and no other form does. */
export const accountabilityFields = {
  unit: { label: 'Unit that answers for it' },
  owner: { label: 'Owner', hint: 'Never somebody complained about in the case.' },
  rootCauseRemark: { label: 'More about the root cause' },
  due: { label: 'To be done by' },
  likeCause: {
    label: 'Watch for this cause',
    hint: 'Complaints of this cause after it is done open it again. Left empty, service quality counts by hand.',
  },
  likeBusiness: { label: 'Only this business type' },
  likeUnit: { label: 'Only this unit' },
  doneAt: { label: 'When it was done' },
  count: { label: 'How many complaints of this cause came since' },
  meetsAt: {
    label: 'When it meets',
    hint: 'Left empty: the next day of the rhythm, or within the limit of a special one.',
  },
  place: { label: 'Where' },
  numbers: {
    label: 'Complaints, by their numbers',
    hint: 'Numbers of this branch, with spaces or commas between them.',
    placeholder: '2026-00012, 2026-00017',
  },
  degree: { label: 'Degree', hint: '“None” goes with a verdict of no fault, and only with it.' },
  penalties: { label: 'Penalties proposed' },
  openedAt: { label: 'When the meeting was opened' },
  attended: { label: 'Who is present' },
  persons: { label: 'Persons held responsible' },
  opinion: { label: 'Opinion' },
  against: { label: 'Voted against' },
  abstained: { label: 'Abstained' },
  actionKind: {
    label: 'Improvement action',
    hint: 'Needed when the bank was at fault, with all three answers below.',
  },
  actionTask: { label: 'What is to be done' },
  actionOwner: { label: 'Owner of the action', hint: 'Never one of the persons held responsible.' },
  actionDue: { label: 'Action to be done by' },
  text: { label: 'Minutes' },
  grounds: { label: 'Grounds of the objection' },
  conclusion: { label: 'Conclusion of the meeting' },
} satisfies Record<string, FieldWords>

/** Where they ask the field of another form in other words. */
export const accountabilityFieldsIn: Partial<Record<FormName, Partial<Record<FieldName, FieldWords>>>> = {
  begin: {
    kind: { label: 'Kind of action' },
    rootCause: { label: 'Root cause' },
    task: { label: 'What is to be done' },
  },
  finish: { evidence: { label: 'Evidence', placeholder: 'What shows it, and where it is kept' } },
  askExtension: { due: { label: 'New due time' }, reason: { label: 'Why it takes longer' } },
  answerExtension: { remark: { label: 'Remark', hint: 'Needed when you refuse.' } },
  handOverAction: { owner: { label: 'New owner' }, reason: { label: 'Why it is handed over' } },
  cancelAction: { reason: { label: 'Why it is cancelled' } },
  rejectEvidence: { remark: { label: 'What the evidence lacks' }, due: { label: 'To be done again by' } },
  checkEffect: { remark: { label: 'What the check showed' } },
  convene: { kind: { label: 'Kind of meeting' } },
  takeOffAgenda: { reason: { label: 'Why it is taken off' } },
  proposeVerdict: {
    fault: { label: 'Responsibility' },
    unit: { label: 'Unit that answers for it', hint: 'Left empty: the unit that handled it.' },
    rootCause: { label: 'Root cause' },
  },
  reschedule: { meetsAt: { label: 'New time' }, reason: { label: 'Why it is moved' } },
  cancelReview: { reason: { label: 'Why it is cancelled' } },
  verdict: {
    fault: { label: 'Responsibility' },
    unit: { label: 'Unit that answers for it', hint: 'Left empty: the unit that handled it.' },
    rootCause: { label: 'Root cause' },
  },
  defer: { reason: { label: 'Why it is deferred' } },
  answerObjection: {
    outcome: { label: 'Answer' },
    remark: { label: 'Reasons of the answer' },
    fault: { label: 'Responsibility, when changed' },
    degree: { label: 'Degree, when changed' },
    penalties: { label: 'Penalties, when changed' },
  },
}
