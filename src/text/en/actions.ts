import type { ActionStatus, ActionStep } from '../../action/lifecycle.ts'
import type { StepWords } from '../keys.ts'
import { amounts } from './clocks.ts'

const { plural } = amounts

export const actionStatus: Record<ActionStatus, string> = {
  open: 'Open',
  done: 'Done, effect to be checked',
  lasting: 'Closed, the cause has not come back',
  cancelled: 'Cancelled',
}

/** `begin` is the form that begins an action. */
export const actionSteps: Record<ActionStep | 'begin', StepWords> = {
  begin: {
    button: 'Begin an action',
    title: 'Improvement action',
    submit: 'Begin',
    done: 'The improvement action has begun. Its owner has been told.',
  },
  finish: {
    button: 'Report done',
    title: 'Report the action done',
    submit: 'Report done',
    done: 'Reported done. Its effect will be checked.',
  },
  askExtension: {
    button: 'Ask for more time',
    title: 'Ask for more time',
    submit: 'Ask',
    done: 'Asked. Until somebody grants it the due time stays.',
  },
  answerExtension: {
    button: 'Decide on more time',
    title: 'More time for the action',
    submit: 'Decide',
    done: 'Your decision is recorded.',
  },
  handOverAction: {
    button: 'Hand over',
    title: 'Hand the action over',
    submit: 'Hand over',
    done: 'Handed over. The new owner has been told.',
  },
  cancelAction: {
    button: 'Cancel the action',
    title: 'Cancel the action',
    submit: 'Cancel the action',
    done: 'The action is cancelled.',
  },
  rejectEvidence: {
    button: 'Evidence not enough',
    title: 'Evidence not enough',
    submit: 'Open again',
    done: 'The action is open again.',
  },
  checkEffect: {
    button: 'Record the check',
    title: 'Did the cause come back?',
    submit: 'Record',
    done: 'The check is recorded.',
  },
}

export const action = {
  title: (number: string) => `Improvement action ${number}`,
  status: 'Status',
  unit: 'Unit',
  owner: 'Owner',
  due: 'Due',
  checkDue: 'Effect checked',
  rootCause: 'Root cause',
  kind: 'Kind',
  origin: 'Follows from',
  origins: { complaint: 'complaint', review: 'review meeting', emergency: 'emergency' },
  task: 'What is to be done',
  overdue: 'This action is overdue.',
  watched: (what: string) =>
    `A later complaint of this kind opens it again: ${what}. The system counts them.`,
  unwatched: 'No cause is named to watch for: service quality counts by hand.',
  begun: (at: string, by: string) => `Begun ${at} by ${by}`,
  asked: (by: string, due: string, reason: string) => `${by} asks for more time until ${due}: ${reason}`,
  granted: (by: string, due: string) => `${by} granted more time until ${due}`,
  refused: (by: string, remark: string) => `${by} refused more time${remark ? `: ${remark}` : ''}`,
  finished: (at: string, by: string) => `Reported done by ${by}, done ${at}`,
  evidence: 'Evidence',
  checked: (at: string, count: number, by: string) =>
    `Checked ${at} by ${by}: ${plural(count, 'like complaint', 'like complaints')} since`,
  cameBack: 'the cause came back, opened again',
  numbers: (numbers: string) => `Complaints: ${numbers}`,
  cancelled: (at: string, by: string, reason: string) => `Cancelled ${at} by ${by}: ${reason}`,
  listTitle: 'Improvement actions',
  mine: 'Improvement actions that wait for you',
  overdueTitle: 'Overdue improvement actions',
  empty: 'There are no such improvement actions that you may see.',
  byCause: (cause: string) => `root cause: ${cause}`,
  byUnit: (unit: string) => `unit: ${unit}`,
  groups: 'By root cause',
  group: (name: string, open: number, all: number) => `${name}: ${open} open of ${all}`,
  noCause: (said: string) => `No root cause is called “${said}”. Please write it as it stands in the form.`,
  noFilter: (said: string) =>
    `“${said}” is not understood here. Try: actions mine, actions overdue, actions cause:process, actions unit:Renmin.`,
  /** Words that are read, in lower case, never shown. */
  typed: {
    begin: ['action'],
    mine: ['mine'],
    overdue: ['overdue'],
    cause: ['cause'],
    unit: ['unit'],
  } satisfies Record<string, readonly string[]>,
  beginHint:
    'The owner is reminded and the action climbs the ladder like any step. When it is done, the same cause coming back opens it again.',
}
