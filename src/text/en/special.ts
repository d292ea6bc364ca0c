import type { ExtraStep, ExtraNotice, ExtraRefusal } from '../special-keys.ts'
import type { FieldWords, NoticeFacts, RefusalFacts, StepWords } from '../keys.ts'

/** The words of special handling (`DOMAIN.md` 9.3): pauses, extensions and what else leaves the ordinary way. */
export const specialSteps: Record<ExtraStep, StepWords> = {
  merge: {
    button: 'Merge',
    title: 'Merge a duplicate',
    submit: 'Merge',
    done: 'Merged. Whoever works on the other complaint has been told.',
  },
  addChild: {
    button: 'Add to group',
    title: 'Add to this group',
    submit: 'Add',
    done: 'Added to the group of this complaint.',
  },
  solveOnSpot: {
    button: 'Solved on the spot',
    title: 'Solved on the spot',
    submit: 'Close',
    done: 'Solved and closed. It counts like any other.',
  },
  refer: {
    button: 'Record referral',
    title: 'Taken up by an authority',
    submit: 'Record',
    done: 'The referral is recorded with its own due.',
  },
  answerReferral: {
    button: 'Answer authority',
    title: 'Answer to the authority',
    submit: 'Record answer',
    done: 'The answer is recorded.',
  },
  logAuthority: {
    button: 'Log authority contact',
    title: 'Contact with authority',
    submit: 'Record',
    done: 'The contact is in the log.',
  },
  reportLeak: {
    button: 'Report data leak',
    title: 'Data leak reported',
    submit: 'Record',
    done: 'The report of the leak is recorded.',
  },
  askReview: {
    button: 'Higher-level review',
    title: 'Ask the level above',
    submit: 'Ask for review',
    done: 'Asked. The reviewer above has been told.',
  },
  decideReview: {
    button: 'Decide review',
    title: 'Result of the review',
    submit: 'Record result',
    done: 'The result is recorded and told upward.',
  },
  mediate: {
    button: 'Mediation',
    title: 'Offer of mediation',
    submit: 'Record',
    done: 'The mediation is recorded.',
  },
  endMediation: {
    button: 'End mediation',
    title: 'Result of mediation',
    submit: 'Record',
    done: 'The result is recorded.',
  },
  care: {
    button: 'Special care',
    title: 'Special care',
    submit: 'Save',
    done: 'Kept. You are reminded to look at it again.',
  },
  authorise: {
    button: 'Record authority',
    title: 'Agent, heir or guardian',
    submit: 'Record',
    done: 'Recorded. They may be told details from now on.',
  },
  pause: {
    button: 'Pause',
    title: 'Pause the clocks',
    submit: 'Pause',
    done: 'The pause is recorded. The statutory limit goes on unless the card says so.',
  },
  decidePause: {
    button: 'Decide on pause',
    title: 'Grant or refuse a pause',
    submit: 'Decide',
    done: 'Your decision is recorded.',
  },
  resume: {
    button: 'Resume',
    title: 'End the pause',
    submit: 'Resume',
    done: 'The clocks run again.',
  },
  extend: {
    button: 'Ask for more time',
    title: 'Ask for a longer limit',
    submit: 'Ask',
    done: 'Asked. The approver has been told.',
  },
  decideExtension: {
    button: 'Decide on more time',
    title: 'Grant a longer limit?',
    submit: 'Decide',
    done: 'Your decision is recorded.',
  },
  tellExtension: {
    button: 'Customer told of delay',
    title: 'Customer told of delay',
    submit: 'Record',
    done: 'The longer limit binds from now on.',
  },
}

const lasting = (due: string) => (due ? ` until ${due}` : '')

export const specialNotices: Record<ExtraNotice, (facts: NoticeFacts) => string> = {
  merged: ({ number, by }) =>
    `${by} merged complaint ${number} into another one: the same matter was filed twice. You need do nothing more here.`,
  'merged-in': ({ number, by, count }) =>
    `${by} merged a duplicate into complaint ${number}; the customer came back (repeat ${count}).`,
  'group-joined': ({ number, by }) => `${by} counts complaint ${number} to a group complaint.`,
  referred: ({ number, by, reason }) =>
    `${by} recorded that complaint ${number} was taken up by: ${reason}. The answer has a due time of its own, see the card.`,
  'referral-answered': ({ number, by }) =>
    `${by} recorded the answer to the authority on complaint ${number}.`,
  'leak-report-wanted': ({ number }) =>
    `Complaint ${number} says that customers’ data leaked. The report to the authority is due within 72 hours of when we learnt it. Please report it and record that.`,
  'leak-reported': ({ number, by, reason }) =>
    `${by} recorded that the data leak of complaint ${number} was reported to: ${reason}.`,
  'higher-review-asked': ({ number, by, person }) =>
    `The customer of complaint ${number} asks for a higher-level review; ${by} recorded it. ${person} reviews the decision.`,
  'higher-review-decided': ({ number, by, reason }) =>
    `${by} reviewed the decision on complaint ${number}: ${reason}.`,
  mediation: ({ number, by, reason }) => `${by} recorded on the mediation of complaint ${number}: ${reason}.`,
  'pause-wanted': ({ number, by, reason, due }) =>
    `${by} asks to pause the clocks of complaint ${number}${lasting(due)}: ${reason}. Please decide.`,
  'pause-refused': ({ number, by }) =>
    `${by} did not grant the pause of complaint ${number}. Its clocks run on.`,
  paused: ({ number, by, reason, due }) =>
    `${by} paused the clocks of complaint ${number}${lasting(due)}: ${reason}. They run again by themselves then.`,
  'pause-ending': ({ number, reason, due }) =>
    `The pause of complaint ${number} ends ${due}: ${reason}. Its clocks run again then.`,
  'pause-review': ({ number, reason, due }) =>
    `Complaint ${number} is still paused${lasting(due)}: ${reason}. Please check whether it must be, and resume it if not.`,
  resumed: ({ number, by, reason }) =>
    by
      ? `${by} ended the pause of complaint ${number} (${reason}). Its clocks run again.`
      : `The time of the pause of complaint ${number} is over (${reason}). Its clocks run again.`,
  'extension-wanted': ({ number, by, reason, count }) =>
    `${by} asks to lengthen the statutory limit of complaint ${number} to ${count} calendar days: ${reason}. Please decide.`,
  'extension-granted': ({ number, by }) =>
    `${by} granted more time for complaint ${number}. It binds only once the customer is told the new date: please tell them and record it.`,
  'extension-refused': ({ number, by }) =>
    `${by} did not grant more time for complaint ${number}. The due time stays.`,
  extended: ({ number, by, due }) =>
    `${by} recorded that the customer of complaint ${number} was told. The new statutory due is ${due}.`,
}

export const specialRefusals: Record<ExtraRefusal, (facts: RefusalFacts) => string> = {
  'same-complaint': () => 'This is the number of the complaint itself. Please give that of the other one.',
  'other-ended': () => 'The other complaint has ended already. Reopen it first, or keep both.',
  'not-mergeable': () =>
    'A complaint that speaks for a group, or that an authority waits on, is not merged away.',
  'in-other-group': () =>
    'One of the two belongs to another group, or speaks for one. A group has one parent.',
  'too-many-representatives': () =>
    'The group has as many representatives as the policy pack allows. Add this one without representing the others.',
  'not-in-fast-lane': () =>
    'This case cannot be solved on the spot: only level 3, by the third working day, before an investigation, and not through an agent.',
  'too-late-for-fast-lane': () => 'This time lies after the third working day. Please take the ordinary way.',
  'customer-not-content': () =>
    'The fast lane is only for customers who are content with the solution. Please take the ordinary way.',
  'number-known': () => 'A referral with this number is recorded already.',
  'not-an-authority': () => 'Please choose an authority, a court or the media.',
  'no-leak': () => 'No leak of customers’ data waits to be reported in this case.',
  'before-reply': () =>
    'The customer asks for a review of a decision that they were told, so not before the reply.',
  'too-late-for-review': () =>
    'The time in which a review may be asked for is over. File what the customer says as a new complaint.',
  'no-reviewer': () =>
    'Nobody at head office’s service quality is left who never had a hand in this case. Please ask head office to name somebody.',
  'mediation-open': () => 'No mediation can be begun here: one is going on, or the customer gave no name.',
  'mediation-missing': () => 'No mediation is going on. Record that the customer accepted one first.',
  'authority-missing': () =>
    'Somebody complains for the customer, and their authority is not recorded yet. Record it first; until then they are told no details.',
  'referral-open': () => 'An authority still waits for an answer. Record the answer first.',
  'paused-already': () => 'A pause lasts already, or is asked for. End it first, or wait for the decision.',
  'not-paused': () => 'The clocks of this case are not paused.',
  'pause-too-long': () =>
    'The policy pack does not let a pause for this reason last so long. Please give an earlier end.',
  'pause-used-up': () =>
    'A pause for this reason has run its full time in this case. Go on with what is known, or close it by the rule.',
  'attempts-missing': () =>
    'This reason needs three attempts to reach the customer on two different days, recorded as contacts. Please try again first.',
  'nothing-asked': () => 'Nothing is asked for here now. Look at the card of now.',
  'asked-already': () => 'More time is asked for already. Wait for the decision.',
  'statutory-goes-on': () => 'For this reason the statutory limit never stands still. Please choose “No”.',
  'only-head-stops': () =>
    'Only the service quality head may let the statutory limit stand still. Please leave it running, or ask them.',
  'no-extension-left': () =>
    'There is no longer limit left by the policy pack. The case must be answered by its due.',
  'too-late-to-extend': () =>
    'It is too late: more time is asked for at least two working days before the statutory due, and granted and told to the customer before it.',
  'date-beyond-limit': () =>
    'This date lies after the new statutory due. Please give the date that the customer was told.',
  'before-granting': () =>
    'This time lies before the extension was granted. Please give the time when the customer was told the new date.',
}

/** Labels of the fields that only these forms ask. */
export const specialFields = {
  otherNumber: { label: 'Number of the other complaint', placeholder: '2026-00123' },
  representative: { label: 'Represents the others?', hint: 'At most five of a group, by the policy pack.' },
  solvedAt: { label: 'When the customer was content' },
  body: { label: 'Authority, court or media' },
  referredAt: { label: 'When it reached the bank' },
  namedDue: {
    label: 'Answer wanted by',
    hint: 'As they named it; left empty, the limit of the policy pack counts.',
  },
  referral: { label: 'Which referral, by its number' },
  answeredAt: { label: 'When it was answered' },
  direction: { label: 'Who turned to whom' },
  spokeAt: { label: 'When' },
  askedAt: { label: 'When the customer asked', hint: 'The time for the review counts from here.' },
  result: { label: 'Result of the review' },
  mediator: {
    label: 'Mediating body',
    placeholder: 'Industry mediation centre, people’s mediation committee …',
  },
  offeredAt: { label: 'When it was offered' },
  answer: { label: 'The customer’s answer' },
  meetsOn: { label: 'Date of the mediation' },
  mediationResult: { label: 'Result' },
  endedAt: { label: 'When it ended' },
  helper: {
    label: 'Who helps the customer',
    placeholder: 'Relative, interpreter, companion: their part, no name or number',
  },
  reviewOn: { label: 'When it is looked at again' },
  capacity: { label: 'Who complains for the customer' },
  authorityKind: {
    label: 'What authority was shown',
    placeholder: 'Signed mandate, certificate of inheritance …',
  },
  fileReference: { label: 'Where the copy is kept' },
  pauseCode: { label: 'Why the clocks should stand still' },
  until: { label: 'Until when', hint: 'The clocks run again by themselves then.' },
  stopsStatutory: {
    label: 'May the statutory limit stand still too?',
    hint: 'Only the service quality head says yes, and only where the reason allows it.',
  },
  toldDate: { label: 'New date that the customer was told' },
} satisfies Record<string, FieldWords>

export const specialOptions = {
  representative: { yes: 'Yes', no: 'No' },
  direction: { fromThem: 'They turned to us', toThem: 'We turned to them' },
  result: {
    upheld: 'The decision stands',
    changed: 'The decision is changed',
    returned: 'Back to the branch, to be handled again',
  },
  answer: { accepted: 'Accepts', refused: 'Refuses' },
  mediationResult: { agreed: 'Agreed', failed: 'No agreement', brokenOff: 'Broken off' },
  capacity: { agent: 'Agent', heir: 'Heir', guardian: 'Guardian' },
  stopsStatutory: { yes: 'Yes', no: 'No' },
}

export const specialCard = {
  merged: (into: string, told: string, by: string) =>
    `Merged${into ? ` into ${into}` : ' into another complaint'}${told ? `; customer told ${told}` : ''} (${by})`,
  mergedFrom: (numbers: string) => `Duplicates merged into it${numbers ? `: ${numbers}` : ''}`,
  group: (count: number, representatives: number, numbers: string) =>
    `Group complaint: ${count} in the group, ${representatives} of them representing it${numbers ? `: ${numbers}` : ''}`,
  inGroup: (number: string, represents: boolean) =>
    `Belongs to a group complaint${number ? ` (${number})` : ''}${represents ? ', as one of its representatives' : ''}`,
  deadlines: 'Deadlines beside the clocks',
  deadline: (what: string, due: string, left: string) => `${what}: ${due}, ${left}`,
  referred: (body: string, number: string, at: string, by: string) =>
    `Taken up by ${body} (${number}) ${at} (${by})`,
  referralAnswered: (number: string, at: string, by: string) => `Answered to ${number} ${at} (${by})`,
  spoken: (body: string, direction: string, at: string, by: string, note: string) =>
    `${direction}, ${body}, ${at} (${by}): ${note}`,
  leakReported: (body: string, at: string, by: string) => `Data leak reported to ${body} ${at} (${by})`,
  reviewAsked: (at: string, reviewer: string, reason: string) =>
    `Higher-level review asked for ${at}, reviewer ${reviewer}: ${reason}`,
  reviewDecided: (result: string, reviewer: string, summary: string) =>
    `Higher-level review by ${reviewer}: ${result}. ${summary}`,
  mediation: (body: string, at: string, answer: string, date: string) =>
    `Mediation offered ${at}, ${body}: customer ${answer}${date ? `, meets ${date}` : ''}`,
  mediationEnded: (result: string, at: string) => `Mediation ended ${at}: ${result}`,
  carePlan: (mode: string, helper: string, day: string) =>
    `Special care: by ${mode}${helper ? `, helper: ${helper}` : ''}; looked at again ${day}`,
  authorised: (capacity: string, kind: string, file: string, by: string) =>
    `${capacity}: ${kind}, kept at ${file}, checked by ${by}`,
  notAuthorised:
    'The authority of whoever complains for the customer is not recorded yet: no details may be told.',
  firstAsked: (who: string) => `First asked: ${who} stays answerable until it is taken on.`,
  paused: (reason: string, from: string, until: string, statutory: string) =>
    `Clocks paused: ${reason}, from ${from} until ${until}; ${statutory}`,
  statutoryStands: 'the statutory limit stands still too',
  statutoryRuns: 'the statutory limit runs on',
  pauseAsked: (reason: string, by: string, until: string) =>
    `A pause is asked for by ${by}: ${reason}, until ${until}`,
  wasPaused: (reason: string, from: string, until: string, by: string) =>
    `Paused from ${from} until ${until}: ${reason}${by ? ` (granted by ${by})` : ''}`,
  extensionAsked: (days: number, by: string, reason: string) =>
    `More time is asked for by ${by}, ${days} calendar days in all: ${reason}`,
  extensionGranted: (days: number, by: string) =>
    `${by} granted ${days} calendar days in all; it binds once the customer is told`,
  extended: (days: number, by: string, told: string, date: string) =>
    `Statutory limit lengthened to ${days} calendar days, granted by ${by}${told ? `; customer told ${told}` : ''}${date ? `, new date ${date}` : ''}`,
}

export const specialDeadlines = {
  referral: 'answer to the authority',
  higherReview: 'higher-level review',
  leak: 'report of the data leak',
  care: 'look at the special care again',
}

export const specialHappened = {
  merged: 'merged it into another complaint',
  mergedIn: 'merged a duplicate into it',
  childAdded: 'added a complaint to its group',
  groupJoined: 'counted it to a group complaint',
  solvedOnSpot: 'solved it on the spot and closed it',
  referred: 'recorded a referral',
  referralAnswered: 'recorded the answer to the authority',
  authoritySpoken: 'logged a contact with an authority',
  leakReported: 'recorded the report of the data leak',
  reviewAsked: 'asked for a higher-level review',
  reviewDecided: 'decided the higher-level review',
  mediationOffered: 'recorded a mediation',
  mediationEnded: 'recorded the end of the mediation',
  careSet: 'planned the special care',
  authorised: 'recorded the authority',
  deadlineCalled: 'reminded of a deadline',
  pauseAsked: 'asked for a pause',
  pauseRefused: 'did not grant a pause',
  paused: 'paused the clocks',
  pauseEnding: 'reminded of the end of a pause',
  pauseReviewWanted: 'asked whether the pause must last',
  resumed: 'let the clocks run again',
  extensionAsked: 'asked for more time',
  extensionGranted: 'granted more time',
  extensionRefused: 'did not grant more time',
  extended: 'recorded that the customer was told of the longer limit',
}
