import type { BallotOutcome, Voice } from '../../matter/ballot.ts'
import type { NoticeCode } from '../../matter/effect.ts'
import type { RefusalCode } from '../../matter/refusal.ts'
import type { ClusterKind, EmergencyClock, ReportKind } from '../../emergency/emergency.ts'
import type { EmergencyStatus, EmergencyStep } from '../../emergency/lifecycle.ts'
import type { FieldName, FieldWords, FormName, NoticeFacts, RefusalFacts, StepWords } from '../keys.ts'

const because = (reason: string) => (reason ? ` Reason: ${reason}.` : '')

export const emergencyStatus: Record<EmergencyStatus, string> = {
  proposed: 'Proposed, decision awaited',
  forming: 'Formed, instruction awaited',
  active: 'Working',
  stood_down: 'Stood down, closing report awaited',
  closed: 'Closed',
  dismissed: 'Not an emergency',
}

export const emergencySteps: Record<EmergencyStep, StepWords> = {
  acceptCluster: {
    button: 'Form the group',
    title: 'One emergency',
    submit: 'Form the group',
    done: 'The group is formed.',
  },
  dismissCluster: {
    button: 'No emergency',
    title: 'Not an emergency',
    submit: 'Decide',
    done: 'Recorded: this is no emergency.',
  },
  instruct: {
    button: 'Record instruction',
    title: 'Head office instruction',
    submit: 'Record',
    done: 'The instruction is recorded.',
  },
  confirmGroup: {
    button: 'Confirm members',
    title: 'Confirm the group',
    submit: 'Confirm',
    done: 'The group is confirmed.',
  },
  appoint: {
    button: 'Appoint',
    title: 'Appoint the group',
    submit: 'Appoint',
    done: 'The appointments are made.',
  },
  situation: {
    button: 'Situation report',
    title: 'Situation report',
    submit: 'Report',
    done: 'The situation report is posted.',
  },
  oralReport: {
    button: 'Oral report given',
    title: 'Oral report',
    submit: 'Record',
    done: 'The oral report is recorded.',
  },
  writtenReport: {
    button: 'Written report',
    title: 'Written report',
    submit: 'Record',
    done: 'The written report is recorded.',
  },
  dailyReport: {
    button: 'Daily report',
    title: 'Daily report',
    submit: 'Record',
    done: 'The daily report is recorded.',
  },
  finalReport: {
    button: 'Final report',
    title: 'Final report',
    submit: 'Record',
    done: 'The final report is recorded.',
  },
  assignTask: { button: 'New task', title: 'New task', submit: 'Assign', done: 'The task is assigned.' },
  finishTask: { button: 'Task done', title: 'Task done', submit: 'Done', done: 'The task is done.' },
  takeTask: {
    button: 'Take over a task',
    title: 'Take over a task',
    submit: 'Take over',
    done: 'The task is yours now.',
  },
  handTask: {
    button: 'Hand a task over',
    title: 'Hand a task over',
    submit: 'Hand over',
    done: 'The task is handed over; it goes on after the group.',
  },
  recordDecision: {
    button: 'Record decision',
    title: 'Record a decision',
    submit: 'Record',
    done: 'The decision is recorded.',
  },
  logMedia: {
    button: 'Media contact',
    title: 'Contact with the media',
    submit: 'Record',
    done: 'The contact with the media is recorded.',
  },
  logRegulator: {
    button: 'Authority contact',
    title: 'Contact with authority',
    submit: 'Record',
    done: 'The contact with the authority is recorded.',
  },
  joinComplaint: {
    button: 'Join a complaint',
    title: 'Join a complaint',
    submit: 'Join',
    done: 'The complaint is handled under this emergency.',
  },
  putToVote: {
    button: 'Put plan to vote',
    title: 'Plan for the committee',
    submit: 'Open the vote',
    done: 'The committee has been asked to vote.',
  },
  castVote: { button: 'Vote', title: 'Vote on the plan', submit: 'Vote', done: 'Your vote is recorded.' },
  standDown: {
    button: 'Stand down',
    title: 'Stand the group down',
    submit: 'Stand down',
    done: 'The group is stood down.',
  },
  closingReport: {
    button: 'Closing report',
    title: 'Closing report',
    submit: 'Close',
    done: 'The emergency is closed.',
  },
}

type OwnField = Extract<
  FieldName,
  | 'file'
  | 'heardBy'
  | 'reportedAt'
  | 'impact'
  | 'lessons'
  | 'rootCause'
  | 'work'
  | 'taskOwner'
  | 'taskDue'
  | 'task'
  | 'result'
  | 'resolved'
  | 'decidedBy'
  | 'decidedAt'
  | 'medium'
  | 'authority'
  | 'spokenAt'
  | 'utterance'
  | 'speaker'
  | 'reference'
  | 'complaintNumber'
  | 'handlingPlan'
  | 'ballot'
  | 'voice'
  | 'ground'
>

export const emergencyFields: Record<OwnField, FieldWords> = {
  file: { label: 'Number of the file' },
  heardBy: {
    label: 'Who took the report',
    placeholder: 'Name and post, at the committee and at head office',
  },
  reportedAt: { label: 'When it was reported' },
  impact: { label: 'Impact', placeholder: 'Customers, money, the outlet, public opinion' },
  lessons: { label: 'Lessons learned' },
  rootCause: { label: 'Cause' },
  work: { label: 'What is to be done' },
  taskOwner: { label: 'Who does it', hint: 'Never somebody complained about.' },
  taskDue: { label: 'By when' },
  task: { label: 'Which task' },
  result: { label: 'What came of it' },
  resolved: { label: 'What was decided' },
  decidedBy: { label: 'Who decided it' },
  decidedAt: { label: 'When it was decided' },
  medium: { label: 'Newspaper, broadcaster or account' },
  authority: { label: 'Authority', placeholder: 'Its name, and the person spoken with' },
  spokenAt: { label: 'When it was said' },
  utterance: { label: 'What was said' },
  speaker: { label: 'Who spoke for the bank' },
  reference: { label: 'Reference', placeholder: 'Number, link or recording, and where it is kept' },
  complaintNumber: { label: 'Number of the complaint', placeholder: '2026-00123' },
  handlingPlan: { label: 'Handling plan', hint: 'The committee votes on these words.' },
  ballot: { label: 'Which vote' },
  voice: { label: 'Your vote', hint: 'Once, and not to be changed.' },
  ground: { label: 'Why it ends' },
}

export const emergencyFieldsIn: Partial<Record<FormName, Partial<Record<FieldName, FieldWords>>>> = {
  instruct: {
    wording: { label: 'The instruction, word for word', hint: 'Or the number of the file that holds it.' },
  },
  confirmGroup: {
    members: { label: 'The group', hint: 'Add whoever is missing, take out whoever is not needed.' },
    reason: { label: 'Why somebody is taken out' },
  },
  situation: { facts: { label: 'Situation now' } },
  oralReport: { summary: { label: 'What was reported' } },
  writtenReport: { facts: { label: 'What happened' } },
  dailyReport: { facts: { label: 'What is new since the last report' } },
  closingReport: { facts: { label: 'Course of events' } },
  takeTask: { reason: { label: 'Why you take it over' } },
  handTask: { reason: { label: 'Why it is handed over' }, taskOwner: { label: 'Who goes on with it' } },
  acceptCluster: { reason: { label: 'Why this is one emergency' } },
  dismissCluster: { reason: { label: 'Why this is none' } },
  standDown: { reason: { label: 'Why the group can stand down' } },
}

export const emergencyOptions = {
  voice: { yes: 'Yes', no: 'No', abstain: 'Abstain' } satisfies Record<Voice, string>,
  ground: { settled: 'The incident is settled', mistake: 'It was no level-1 incident' },
}

export const emergencyClockNames: Record<EmergencyClock, string> = {
  emergencyConfirm: 'confirm the group',
  emergencyOral: 'oral report to committee and head office',
  emergencyWritten: 'written report to committee and head office',
  emergencyDaily: 'daily report to committee and head office',
  emergencyFinal: 'final report to committee and head office',
  emergencyTask: 'task',
  emergencyVote: 'the committee’s vote on the handling plan',
  emergencyClosing: 'closing report',
}

export const reportKindNames: Record<ReportKind, string> = {
  oral: 'oral report',
  written: 'written report',
  daily: 'daily report',
  final: 'final report',
}

export const resolutionNames: Record<BallotOutcome, string> = {
  adopted: 'adopted',
  rejected: 'rejected',
  noQuorum: 'no quorum, nothing decided',
}

export const clusterNames: Record<ClusterKind, (about: string) => string> = {
  product: (about) => `the product ${about}`,
  outlet: (about) => `the outlet ${about}`,
  script: (about) => `the wording of ${about}`,
}

type EmergencyNotice = Extract<
  NoticeCode,
  | `emergency-${string}`
  | 'group-confirm-wanted'
  | 'instruction-wanted'
  | 'instruction-recorded'
  | `situation${string}`
  | 'stood-down'
  | `task-${string}`
  | 'complaint-joined'
  | `resolution-${string}`
  | 'closing-report-wanted'
  | `cluster-${string}`
>

const task = (count: string) => (count ? ` (task ${count})` : '')

/** What a private message about a level-1 emergency, or a post in its channel, says first. */
export const emergencyNotices: Record<EmergencyNotice, (facts: NoticeFacts) => string> = {
  'emergency-member': ({ number, role, duty }) =>
    `You are in the level-1 emergency group ${number} as ${role}, who ${duty}.`,
  'emergency-role': ({ number, by, role, duty }) =>
    `${by} appointed you in the emergency group ${number}: ${role}, who ${duty}.`,
  'emergency-replaced': ({ number, by, person, role }) =>
    `${by} gave your part in the emergency group ${number} (${role}) to ${person}. You stay a member.`,
  'emergency-struck': ({ number, by, reason }) =>
    `${by} took you out of the emergency group ${number}.${because(reason)} You need do nothing more.`,
  'emergency-brief': ({ number }) => `Level-1 emergency ${number}: the brief`,
  'instruction-wanted': ({ number }) =>
    `The emergency group ${number} is formed. Please record head office’s instruction: who gave it, when, and the wording or the file.`,
  'group-confirm-wanted': ({ number }) =>
    `Please confirm who is in the emergency group ${number}: add whoever is missing, take out whoever is not needed.`,
  'instruction-recorded': ({ number, by }) => `${by} recorded head office’s instruction for ${number}.`,
  situation: ({ number, by, due }) => `${by} reports on ${number}.${due ? ` Next report by ${due}.` : ''}`,
  'situation-wanted': ({ number, due }) =>
    `The situation report on ${number} was promised for ${due}. Please report now.`,
  'emergency-reminder': ({ number, clock, count, due }) =>
    `Emergency ${number} waits for: ${clock}${task(count)}. Due ${due}.`,
  'emergency-overdue': ({ number, clock, count, due, rung }) =>
    `Emergency ${number} is overdue: ${clock}${task(count)}, due ${due}.${rung ? ` Escalated to: ${rung}.` : ''} Please see that it is done now.`,
  'emergency-nobody-found': ({ number, clock, rung }) =>
    `Emergency ${number} is overdue (${clock}), and nobody could be found for: ${rung}. The next rung was called. Please name somebody.`,
  'emergency-report': ({ number, by, reason }) => `${by} recorded the ${reason} on ${number}.`,
  'emergency-decision': ({ number, by, person }) => `${by} recorded a decision of ${person} in ${number}.`,
  'emergency-contact': ({ number, person, reason }) =>
    `${person} spoke with ${reason || 'the outside'} about ${number}.`,
  'emergency-kept': ({ number, by }) => `${by} put a message into the timeline of ${number}.`,
  'emergency-answer': ({ number, by, reason }) =>
    `${by} answered the customer of complaint ${reason}, which is handled under ${number}.`,
  'emergency-news': ({ number, by, reason }) =>
    reason
      ? `News of the level-1 emergency over complaint ${number}: ${by} answered the customer of complaint ${reason}.`
      : `News of the level-1 emergency over complaint ${number}: ${by} reported the situation.`,
  'task-yours': ({ number, by, count, due }) =>
    `${by} gave you a task in the emergency ${number}${task(count)}, due ${due}.`,
  'task-moved': ({ number, count, person, reason }) =>
    `${person} goes on with your task in ${number}${task(count)}.${because(reason)}`,
  'task-finished': ({ number, by, count }) =>
    `${by} finished a task in the emergency ${number}${task(count)}.`,
  'complaint-joined': ({ number, by, reason }) =>
    `${by} brought complaint ${reason} under the emergency ${number}.`,
  'resolution-wanted': ({ number, by, due }) =>
    `${by} put the handling plan of the emergency ${number} to the committee’s vote. Please vote by ${due}.`,
  'resolution-adopted': ({ number, count }) =>
    `The committee adopted the handling plan of ${number} (votes for it: ${count || '0'}).`,
  'resolution-rejected': ({ number, count }) =>
    `The committee rejected the handling plan of ${number} (votes for it: ${count || '0'}). Please put another one to the vote.`,
  'resolution-no-quorum': ({ number }) =>
    `Too few of the committee voted on the handling plan of ${number}; nothing is decided. Please put it to the vote again.`,
  'stood-down': ({ number, by, reason }) =>
    `${by} stood the emergency group ${number} down.${because(reason)}`,
  'closing-report-wanted': ({ number }) =>
    `The emergency group ${number} is stood down, and a review meeting is convened. Please write the closing report.`,
  'emergency-closed': ({ number, by }) =>
    `${by} filed the closing report of ${number}. The emergency is closed.`,
  'cluster-proposed': ({ number, count, reason }) =>
    `${count} complaints have come in about ${reason}. Please decide whether they are one level-1 emergency (${number}).`,
  'cluster-dismissed': ({ number, by, reason }) =>
    `${by} decided that ${number} is no emergency.${because(reason)}`,
}

type EmergencyRefusal = Extract<
  RefusalCode,
  | 'wording-missing'
  | 'task-not-open'
  | 'tasks-open'
  | 'customers-waiting'
  | 'final-report-missing'
  | 'vote-open'
  | 'in-other-emergency'
>

/** The "no"s of an emergency. */
export const emergencyRefusals: Record<EmergencyRefusal, (facts: RefusalFacts) => string> = {
  'wording-missing': () =>
    'An instruction needs its wording or the number of the file that holds it. Please give one of them.',
  'task-not-open': () =>
    'This task is done already, or there is none of this number. Please choose another one.',
  'tasks-open': () =>
    'Some tasks are not done. Finish them or hand them over to somebody who goes on with them, then stand down.',
  'customers-waiting': () =>
    'Not every customer has an answer yet. Record the replies in the complaints first, then stand down.',
  'final-report-missing': () =>
    'Committee and head office do not both have the final report yet. Give it first, then stand down.',
  'vote-open': () =>
    'The committee is still voting on the handling plan. Wait for its outcome, then stand down.',
  'in-other-emergency': () =>
    'This complaint is handled under another emergency that is still running. Please stand that one down first.',
}
