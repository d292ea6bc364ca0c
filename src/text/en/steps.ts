import type { Status, StepName } from '../../complaint/lifecycle.ts'
import type { StepWords } from '../keys.ts'
import { specialSteps } from './special.ts'

export const status: Record<Status, string> = {
  received: 'Received',
  triaged: 'Level set',
  dispatched: 'Dispatched',
  in_progress: 'In progress',
  awaiting_approval: 'Awaiting approval',
  replying: 'Reply due',
  replied: 'Replied',
  follow_up: 'Follow-up due',
  closed: 'Closed',
  withdrawn: 'Withdrawn',
  not_accepted: 'Not accepted',
  merged: 'Merged',
}

export const steps: Record<StepName, StepWords> = {
  ...specialSteps,
  triage: {
    button: 'Set level',
    title: 'Accept and set level',
    submit: 'Set level',
    done: 'The level is set.',
  },
  dispatch: {
    button: 'Dispatch',
    title: 'Dispatch the complaint',
    submit: 'Dispatch',
    done: 'Dispatched. You stay responsible until it is taken over.',
  },
  take: { button: 'Take over', title: 'Take over', submit: 'Take over', done: 'It is yours now.' },
  sendBack: {
    button: 'Send back',
    title: 'Return to the sender',
    submit: 'Send back',
    done: 'Returned to the sender.',
  },
  contact: {
    button: 'Log contact',
    title: 'Contact with customer',
    submit: 'Record',
    done: 'The contact is recorded.',
  },
  investigate: {
    button: 'File findings',
    title: 'Investigation findings',
    submit: 'File findings',
    done: 'The findings are filed.',
  },
  propose: {
    button: 'Propose solution',
    title: 'Propose a solution',
    submit: 'Ask for approval',
    done: 'Proposed. The approver has been told.',
  },
  approve: {
    button: 'Decide',
    title: 'Approve or send back',
    submit: 'Decide',
    done: 'Your decision is recorded.',
  },
  reply: {
    button: 'Record reply',
    title: 'Reply to the customer',
    submit: 'Record reply',
    done: 'The reply is recorded.',
  },
  followUp: {
    button: 'Record follow-up',
    title: 'Follow-up call',
    submit: 'Record call',
    done: 'The follow-up call is recorded.',
  },
  close: { button: 'Close', title: 'Close the complaint', submit: 'Close', done: 'The complaint is closed.' },
  withdraw: {
    button: 'Customer withdraws',
    title: 'Withdrawn by customer',
    submit: 'Record withdrawal',
    done: 'The withdrawal is recorded.',
  },
  notAccept: {
    button: 'Do not accept',
    title: 'Not accepted',
    submit: 'Do not accept',
    done: 'The complaint is not accepted.',
  },
  reopen: {
    button: 'Reopen',
    title: 'Reopen the complaint',
    submit: 'Reopen',
    done: 'The complaint is reopened.',
  },
  reportUp: {
    button: 'Report up',
    title: 'Report up',
    submit: 'Record report',
    done: 'The report is recorded.',
  },
  relevel: {
    button: 'Change level',
    title: 'Change the level',
    submit: 'Change level',
    done: 'The level is changed.',
  },
  escalate: { button: 'Escalate', title: 'Escalate the complaint', submit: 'Escalate', done: 'Escalated.' },
  seen: {
    button: 'Seen, new time',
    title: 'Seen: give a new time',
    submit: 'Confirm',
    done: 'Noted. You will not be called again for one interval; the due time stays as it is.',
  },
}
