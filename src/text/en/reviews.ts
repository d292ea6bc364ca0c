import type { AgendaReason } from '../../review/agenda-item.ts'
import type { ReviewStatus, ReviewStep } from '../../review/lifecycle.ts'
import type { Review, WantedThing } from '../../review/review.ts'
import type { StepWords } from '../keys.ts'
import { amounts } from './clocks.ts'

const { plural } = amounts

export const reviewStatus: Record<ReviewStatus, string> = {
  convened: 'Convened',
  held: 'Held, minutes to come',
  minuted: 'Minuted, objections possible',
  closed: 'Closed',
  cancelled: 'Cancelled',
}

/** `convene` is the form that convenes a meeting. */
export const reviewSteps: Record<ReviewStep | 'convene', StepWords> = {
  convene: {
    button: 'Convene a meeting',
    title: 'Convene a review meeting',
    submit: 'Convene',
    done: 'The meeting is convened. Everybody who is called has been told.',
  },
  putOnAgenda: {
    button: 'Put on the agenda',
    title: 'Put on the agenda',
    submit: 'Put on the agenda',
    done: 'The agenda is changed.',
  },
  takeOffAgenda: {
    button: 'Take off the agenda',
    title: 'Take off the agenda',
    submit: 'Take off',
    done: 'The case is off the agenda.',
  },
  proposeVerdict: {
    button: 'Propose a verdict',
    title: 'Propose a verdict',
    submit: 'Propose',
    done: 'The proposal is recorded.',
  },
  sendPack: {
    button: 'Send the pack',
    title: 'Send the pack',
    submit: 'Send the pack',
    done: 'The pack is sent to everybody who is called.',
  },
  reschedule: {
    button: 'Move the meeting',
    title: 'Move the meeting',
    submit: 'Move',
    done: 'The meeting is moved. Everybody who is called has been told.',
  },
  attend: {
    button: 'Open the meeting',
    title: 'Who is present?',
    submit: 'Open the meeting',
    done: 'The meeting is open: verdicts can be given.',
  },
  cancelReview: {
    button: 'Cancel the meeting',
    title: 'Cancel the meeting',
    submit: 'Cancel the meeting',
    done: 'The meeting is cancelled.',
  },
  verdict: {
    button: 'Give the verdict',
    title: 'Verdict on the case',
    submit: 'Give the verdict',
    done: 'The verdict is recorded.',
  },
  defer: {
    button: 'Defer',
    title: 'Defer to next meeting',
    submit: 'Defer',
    done: 'The case goes to the next meeting.',
  },
  minutes: {
    button: 'File the minutes',
    title: 'Minutes of the meeting',
    submit: 'File the minutes',
    done: 'The minutes are filed. The units have been told their verdicts.',
  },
  object: {
    button: 'Object',
    title: 'Object to the verdict',
    submit: 'Object',
    done: 'Your objection is recorded. The committee must answer it.',
  },
  answerObjection: {
    button: 'Answer the objection',
    title: 'Answer the objection',
    submit: 'Answer',
    done: 'The answer is recorded. The unit has been told.',
  },
  closeReview: {
    button: 'Close the meeting',
    title: 'Close the meeting',
    submit: 'Close',
    done: 'The meeting is closed.',
  },
}

export const agendaReasons: Record<AgendaReason, string> = {
  level: 'its level',
  repeat: 'a repeat',
  disputed: 'responsibility disputed',
  overdue: 'badly overdue',
  sample: 'drawn as a sample',
  deferred: 'deferred by the meeting before',
  asked: 'put here by service quality',
}

/** What a meeting waits for. */
export const wantedThings: Record<WantedThing, string> = {
  attendance: 'who is present',
  minutes: 'the minutes',
  answer: 'the answer to an objection',
  closing: 'its closing',
}

export const review = {
  title: (number: string) => `Review meeting ${number}`,
  kinds: { regular: 'regular', special: 'special' } satisfies Record<Review['kind'], string>,
  status: 'Status',
  kind: 'Kind',
  ofMonth: (kind: string, month: string) => `${kind}, ${month}`,
  meetsAt: 'Meets',
  place: 'Place',
  pack: 'Pack',
  packSent: (at: string) => `sent ${at}`,
  packDue: (at: string) => `goes out ${at}`,
  cases: 'Cases',
  held: 'Opened',
  present: (at: string, voters: number, all: number) =>
    `${at}, ${plural(all, 'person', 'people')} present, ${voters} with a vote`,
  objectUntil: 'Objections until',
  agenda: 'Agenda',
  emptyAgenda:
    'No case is on the agenda yet. What the rule calls for is put here by itself each working day.',
  hidden: (count: number) =>
    `${plural(count, 'case', 'cases')} not shown to you: you are complained about in it, or it is another unit’s.`,
  previous: 'Earlier cases',
  next: 'Further cases',
  read: 'Read',
  caseTitle: (number: string) => `Case ${number}`,
  ofMeeting: (number: string) => `of the review meeting ${number}`,
  why: 'Why it is here',
  outlet: 'Outlet',
  unit: 'Handled by',
  blamed: 'Unit that answers for it',
  level: 'Level',
  cause: 'Cause',
  business: 'Business',
  proposal: (by: string, at: string) => `Proposed by ${by}, ${at}`,
  verdict: 'Verdict',
  fault: 'Responsibility',
  degree: 'Degree',
  penalties: 'Penalties',
  persons: 'Persons',
  rootCause: 'Root cause',
  opinion: 'Opinion',
  votes: (inFavour: number, against: number, abstained: number) =>
    `Votes: ${inFavour} for, ${against} against, ${abstained} abstained`,
  against: (names: string) => `Against: ${names}`,
  abstained: (names: string) => `Abstained: ${names}`,
  action: (kind: string, task: string, owner: string, due: string) =>
    `Improvement action: ${kind}, ${owner}, due ${due}: ${task}`,
  deferred: (reason: string) => `Deferred to the next meeting: ${reason}`,
  objected: (by: string, at: string) => `Objection by ${by}, ${at}`,
  answered: (by: string, at: string) => `Answered by ${by}, ${at}`,
  kept: 'the verdict stands',
  changed: (fault: string, degree: string) => `the verdict is changed to: ${fault}, ${degree}`,
  states: {
    open: 'not decided',
    proposed: 'proposed',
    decided: 'decided',
    deferred: 'deferred',
    objected: 'objection not answered',
    answered: 'objection answered',
  },
  file: 'The file, masked',
  story: 'What happened',
  solution: 'Solution',
  foundFault: (fault: string, cause: string) =>
    `Found by the handler: bank at fault: ${fault}; cause: ${cause}`,
  reply: (response: string) => `The customer’s answer: ${response}`,
  satisfaction: (score: number) => `Follow-up call: ${score} of 5`,
  closing: (outcome: string, responsibility: string) =>
    `Closed: ${outcome}; responsibility as closed: ${responsibility}`,
  noFile: 'The file of this case is no longer there.',
  minutes: (by: string, at: string) => `Minutes (${by}, ${at})`,
  conclusion: (by: string, at: string) => `Closed (${by}, ${at})`,
  cancelled: (by: string, at: string, reason: string) => `Cancelled ${at} by ${by}: ${reason}`,
  waitsFor: (thing: string) => `It waits for ${thing}.`,
  listTitle: 'Review meetings',
  mine: 'Review meetings that wait for you',
  empty: 'There are no review meetings that you may see.',
  mayVote: (names: string) =>
    `May vote on this case: ${names}. Whoever is not named below votes for the verdict.`,
  startsFrom: (by: string) => `The answers start from the proposal of ${by}.`,
  quorum: (seats: number, needed: number) =>
    `${plural(seats, 'seat', 'seats')} with a vote; ${needed} must be present. All are named below: take off who did not come.`,
}
