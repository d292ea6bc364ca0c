import { amounts } from './clocks.ts'
import { specialCard, specialHappened } from './special.ts'

const { plural } = amounts

export const card = {
  ...specialCard,
  status: 'Status',
  proposed: 'level proposed, not yet set',
  outlet: 'Outlet',
  source: 'Came in by',
  received: 'Received',
  owner: 'Responsible',
  handler: 'Handler',
  offered: (who: string) => `${who}, not taken over yet`,
  noHandler: 'not dispatched yet',
  instruction: (words: string) => `Asked for at dispatch: ${words}`,
  handlingUnit: 'Handling unit',
  request: 'Customer wants',
  complainant: 'Complainant',
  anonymous: 'anonymous',
  unnamed: 'no name given',
  onBehalf: 'through an agent or relative',
  amount: 'Amount at stake',
  story: 'What happened',
  nextDue: 'Next due',
  statutoryDue: 'Statutory due',
  noClock: 'nothing due',
  alsoRunning: 'Also running',
  provisional: 'provisional',
  capped: 'held back for the statutory limit',
  overdue: (clocks: readonly string[]) => `Overdue: ${clocks.join(', ')}`,
  overdueReason: (clock: string) => `“${clock}” is overdue`,
  escalated: (rung: string, at: string, reason: string) => `Escalated to: ${rung}, ${at} (${reason})`,
  emergency: 'A level-1 emergency group is at work on this.',
  notContacted: 'The customer has not been contacted yet.',
  contact: (at: string, mode: string, reached: string, by: string) =>
    `Last contact: ${at}, ${mode}, ${reached} (${by})`,
  reached: 'reached',
  notReached: 'not reached',
  promise: (what: string, until: string) => `Promised: ${what}${until ? `, by ${until}` : ''}`,
  findings: (fault: string, cause: string) => `Findings: bank at fault: ${fault}; cause: ${cause}`,
  plan: (solution: string, money: string) => `Solution: ${solution}${money ? ` (${money})` : ''}`,
  approved: (by: string, conditions: string) =>
    `Approved by ${by}${conditions ? `, on condition: ${conditions}` : ''}`,
  replied: (at: string, response: string) => `Customer told ${at}: ${response}`,
  followedUp: (score: number, content: string) => `Follow-up: ${score} of 5, content: ${content}`,
  closed: (outcome: string, responsibility: string) =>
    `Closed: ${outcome}; responsibility: ${responsibility}`,
  reasons: 'Reasons for the level',
  noReasons: 'no criterion of a graver level is met',
  respondents: (names: string) => `Complained about, to be kept out: ${names}`,
  care: (kinds: string) => `Special care: ${kinds}`,
  external: (number: string) => `Authority’s number ${number}`,
  asOf: (at: string) => `As of ${at}`,
  pack: (version: string) => `policy pack ${version}`,
  cycle: (number: number) => `cycle ${number}`,
  why: 'Why these times?',
  reveal: 'Show clear data',
  open: 'Open',
  more: 'More',
  moreSteps: 'More steps',
  withdrawn: (at: string, mode: string, proof: string, by: string) =>
    `Withdrawn by the customer ${at}, ${mode}; proof: ${proof} (${by})`,
  notAccepted: (reason: string, told: string, by: string) =>
    `Not accepted: ${reason}${told ? `; customer told ${told}` : ''} (${by})`,
  repeatReason: (count: string) => `repeat ${count} of the same matter: one level up`,
  repeatOf: (count: number, number: string) =>
    `Repeat complaint: the customer came back for repeat ${count} of this matter${number ? `; before: ${number}` : ''}`,
  repeats: (count: number) => `The customer came back ${plural(count, 'time', 'times')} with this matter.`,
  added: (at: string, source: string, by: string, story: string) =>
    `Customer again ${at}, ${source} (${by}): ${story}`,
  reopened: (at: string, by: string, statutory: string, reason: string) =>
    `Reopened ${at} by ${by}; ${statutory}${reason ? `; reason: ${reason}` : ''}`,
  statutoryAnew: {
    restarts: 'new facts: the statutory limit starts again',
    stands: 'the old statutory due stands',
    met: 'the statutory limit was settled by the first reply',
  },
  cycleBack: 'Back in handling after the follow-up call',
}

export const emergency = {
  moreSteps: 'More steps',
  file: (number: string) => `File: ${number}`,
  cluster: 'What they have in common',
  dues: 'Due',
  due: (what: string, at: string) => `${what}: ${at}`,
  overdue: (what: string, at: string) => `${what}: overdue since ${at}`,
  taskOf: (no: number, work: string, owner: string) => `Task ${no}, ${owner}: ${work}`,
  more: (count: number) => `… and ${count} more`,
  earlier: (count: number) => `… ${plural(count, 'earlier entry', 'earlier entries')}`,
  timelineTitle: 'Timeline',
  beforeStandDown: (missing: readonly string[]) => `Before standing down: ${missing.join('; ')}`,
  conditions: {
    'vote-open': 'the vote must end',
    'tasks-open': 'every task must be done or handed over',
    'customers-waiting': 'every customer must have an answer',
    'final-report-missing': 'committee and head office must have the final report',
  },
  timeline: {
    somebody: 'somebody',
    formed: (numbers: string) => `Begun over ${numbers}`,
    instructed: (from: string, by: string) => `Head office’s instruction from ${from}, recorded by ${by}`,
    situation: (by: string, facts: string) => `Situation (${by}): ${facts}`,
    report: (kind: string, to: string, by: string, gist: string) => `${kind} to ${to} (${by}): ${gist}`,
    task: (no: number, owner: string, work: string) => `Task ${no} for ${owner}: ${work}`,
    taskDone: (no: number, by: string, result: string) => `Task ${no} done (${by}): ${result}`,
    decision: (by: string, what: string) => `Decided by ${by}: ${what}`,
    contact: {
      media: (by: string, other: string, said: string) => `Media, ${by} to ${other}: ${said}`,
      authority: (by: string, other: string, said: string) => `Authority, ${by} to ${other}: ${said}`,
    },
    kept: (author: string, text: string) => `📌 ${author}: ${text}`,
    answer: (by: string, number: string, text: string) => `Customer of ${number} answered (${by}): ${text}`,
    ballot: (no: number, plan: string) => `Vote ${no} on the handling plan: ${plan}`,
    resolved: (no: number, outcome: string, yes: number, against: number, abstained: number) =>
      `Vote ${no}: ${outcome} (${yes} for, ${against} against, ${abstained} abstained)`,
  },
  title: (number: string) => `Level-1 emergency ${number}`,
  status: 'Status',
  complaints: 'Complaints',
  outlet: 'Outlet',
  since: 'Formed',
  reasons: 'Why level 1',
  instruction: 'Head office’s instruction',
  noInstruction: 'not recorded yet',
  instructed: (from: string, at: string) => `${from}, ${at}`,
  roles: 'Who does what',
  nobody: 'not named yet',
  members: (names: string) => `Further members: ${names}`,
  situation: (at: string, by: string) => `Situation ${at} (${by})`,
  measures: 'Measures',
  media: 'Media',
  nextUpdate: (at: string) => `Next report by ${at}`,
  noSituation: 'No situation report yet.',
  next: 'What everybody does next',
  nextRecord: 'The service quality head records head office’s instruction.',
  nextScribe: 'The scribe writes the first situation report and says when the next one comes.',
  nextCustomer: 'The customer contact speaks to the customers now; nobody else does.',
  nextMedia: 'Nobody answers the media but the spokesperson.',
  nextAll: 'Everybody keeps to this channel: facts here, nowhere else.',
  stoodDown: (at: string, by: string, reason: string) => `Stood down ${at} by ${by}: ${reason}`,
}

export const filed = {
  title: (number: string) => `Complaint ${number} is filed`,
  already: (number: string) => `Complaint ${number} was filed already; nothing was filed twice.`,
  level: (level: string) =>
    `Proposed: ${level}. The service quality department or the outlet’s complaint manager confirms it.`,
  dues: 'Due times',
  internal: 'internal',
  next: 'What happens next',
  nextTriage: (who: string) =>
    `${who || 'The outlet’s complaint manager or service quality'} accepts it and sets its level.`,
  nextYours: 'You stay responsible until somebody takes it on, and you are told each step.',
  masked: (found: string) => `Masked in your text before it was kept: ${found}.`,
}

/** The customer who complains again: what the filing form asks then, and what is answered. */
export const again = {
  found:
    'This customer has complained before. Nothing is filed yet: please choose below what this is, and send the form again.',
  label: 'What this is',
  hidden: {
    open: 'An open complaint at another place, of which you may see no more',
    closed: (at: string) => `A complaint at another place, closed ${at}, of which you may see no more`,
  },
  open: (status: string) => `open: ${status}`,
  closedAt: (status: string, at: string) => `${status} ${at}`,
  elsewhere: 'the complaint at another place',
  choices: {
    attach: (which: string) => `The same matter: add it to ${which}`,
    reopen: (which: string) => `The same matter, nothing new: reopen ${which}`,
    reopenNew: (which: string) => `The same matter with new facts: reopen ${which}`,
    repeat: (which: string) => `The same matter: file anew, linked to ${which}`,
  },
  other: 'Another matter: file it by itself',
  attached: (number: string) =>
    number ? `Added to complaint ${number}` : 'Added to the customer’s open complaint',
  attachedNext: 'No second complaint was filed. Whoever works on it has been told.',
  alreadyThere: 'This had been added before; nothing was added twice.',
  reopened: (number: string) => `Complaint ${number} is reopened`,
  reopenedNext: 'What you wrote was added to it. Whoever works on it has been told.',
}

export const list = {
  titles: {
    mine: 'My complaints',
    overdue: 'Overdue complaints',
    list: 'Complaints',
    search: 'Found complaints',
  },
  empties: {
    mine: 'Nothing is waiting for you.',
    overdue: 'Nothing is overdue.',
    list: 'No complaint that you may see fits.',
    search: 'Nothing found that you may see.',
  },
  count: (count: number) => plural(count, 'complaint', 'complaints'),
  due: (clock: string, at: string) => `${clock}: ${at}`,
  statutory: (at: string) => `statutory: ${at}`,
  previous: 'Previous',
  next: 'Next',
  more: (count: number) => `… and ${count} more`,
}

export const home = {
  title: 'My desk',
  file: 'File a complaint',
  toAct: 'To act on now',
  dueNext: 'Due next',
  toApprove: 'Waiting for my approval',
  waiting: 'Waiting for me: votes, money, actions',
  filed: 'Filed by me',
  nothing: 'Nothing here.',
  board: 'The board',
  open: 'open',
  overdue: 'overdue',
  dueToday: 'due today',
  level1: 'level 1',
}

export const digest = {
  title: (day: string) => `Your complaints, ${day}`,
  channelTitle: (branch: string, day: string) => `${branch}, ${day}`,
  overdue: 'Overdue',
  dueToday: 'Due today',
  open: 'Open',
  summary: (overdue: number, today: number, open: number) =>
    `${overdue} overdue, ${today} due today, ${open} others open`,
  nothing: (open: number) => `Nothing is due today; ${open} open.`,
}

export const topic = {
  due: (clock: string, at: string) => `next: ${clock} ${at}`,
  overdue: (clock: string, at: string) => `OVERDUE: ${clock} ${at}`,
  statutory: (at: string) => `statutory ${at}`,
  purpose: (number: string) =>
    `Working channel of complaint ${number}. No names or numbers of customers here.`,
}

export const channel = {
  bookmark: 'The card of now',
}

export const help = {
  title: 'Complaints, by command',
  unknown: (said: string) => `“${said}” is not a command.`,
  nearest: (command: string) => `Did you mean \`/complaint ${command}\`?`,
  file: 'file a complaint',
  commands: {
    show: {
      use: 'show 2026-00123 | E2026-001',
      what: 'the card of a complaint, or of a level-1 emergency',
    },
    mine: { use: 'mine', what: 'what waits for me' },
    overdue: { use: 'overdue', what: 'what is overdue' },
    list: {
      use: 'list [L2] [open] [referred] [unit:name]',
      what: 'all that I may see; each filter narrows it',
    },
    search: {
      use: 'search words or number',
      what: 'find by number, words of what happened, name, phone, ID or card number',
    },
    why: { use: 'why 2026-00123', what: 'every due time with its sum' },
    who: {
      use: 'who [2026-00123 | 2026-11-25 09:00]',
      what: 'who answers for my unit, now or then; or whom a complaint calls, rung by rung',
    },
    org: { use: 'org', what: 'units without a complaint liaison, for whoever names them' },
    action: {
      use: 'actions [mine] [overdue] [cause:process] [unit:name]',
      what: 'improvement actions; `action 2026-00123` begins one that follows from a complaint',
    },
    review: { use: 'reviews', what: 'review meetings, with their agenda, verdicts and minutes' },
    fund: {
      use: 'fund [2027 | ledger | request 2026-00123]',
      what: 'the reserve fund of my branch; `F2026-007` alone shows a request for its money',
    },
    step: { use: 'escalate 2026-00123', what: 'any step of a complaint, by the name on its button' },
    help: { use: 'help', what: 'this list' },
  },
  wantsNumber: (verb: string) =>
    `This command needs the number of a complaint, such as \`/complaint ${verb} 2026-00123\`.`,
  writtenSo: (use: string) => `Write it like this: \`/complaint ${use}\``,
}

export const trouble = {
  nothingSaved: (reference: string) =>
    `Something broke on our side, and nothing was saved. Please try again; if it breaks again, tell the operators the reference ${reference}.`,
  loading: 'One moment …',
  titleLoading: 'One moment',
  titleTrouble: 'Nothing was saved',
}

export const stale = {
  meanwhile: (by: string, what: string, at: string) => `Meanwhile ${by} ${what} (${at}).`,
  now: 'This is the card of now:',
}

export const revealed = {
  title: (field: string, number: string) => `${field}, complaint ${number}`,
  logged: (seconds: number) =>
    `Only you see this, for ${seconds} seconds. Your name, the time and your reason are in the access log. Do not copy it into Slack.`,
  gone: 'The value is hidden again.',
  formTitle: 'Show clear data',
  submit: 'Show',
  nothing: 'There is nothing kept of this customer.',
}

export const modal = {
  cancel: 'Cancel',
  fileTitle: 'File a complaint',
  fileSubmit: 'File',
  details: 'Add customer, amount and facts',
  detailsTitle: 'Customer and facts (optional)',
  choose: 'Choose',
  none: 'none',
  proposal: 'Proposed level',
  limits: 'Limits at this level',
  plan: 'Proposed solution',
  script: 'Words for the reply',
  promised: 'Promised to the customer',
  toDo: 'Before closing',
  ready: 'Nothing is missing.',
  missingActions: 'The findings say that the bank was at fault: choose an improvement action.',
  missingReply: 'No reply to the customer is recorded.',
  due: (clock: string, at: string) => `${clock}: ${at}`,
}

/** What happened, after the name of who did it. */
export const happened = {
  ...specialHappened,
  filed: 'filed it',
  triaged: 'set its level',
  dispatched: 'dispatched it',
  taken: 'took it over',
  sentBack: 'returned it',
  contacted: 'recorded a contact',
  investigated: 'filed the findings',
  proposed: 'proposed a solution',
  approved: 'approved the solution',
  planRejected: 'sent the solution back',
  replied: 'recorded the reply',
  followUpDrawn: 'drew it for a follow-up call',
  followedUp: 'recorded the follow-up call',
  closed: 'closed it',
  withdrawn: 'recorded that the customer withdrew',
  notAccepted: 'did not accept it',
  attached: 'added what the customer said',
  reopened: 'reopened it',
  levelRaised: 'raised its level',
  reportedUp: 'reported it up',
  relevelled: 'changed its level',
  escalated: 'escalated it',
  seen: 'answered a call',
  reminded: 'reminded the people responsible',
  rungReached: 'called the next rung',
  calledAgain: 'called again',
  channelWanted: 'asked for a channel',
  memberAdded: 'added a member',
  channelOpened: 'opened the channel',
  channelLost: 'gave up a channel that can no longer be used',
  inviteRefused: 'could not invite a member',
  archiveWanted: 'asked to archive the channel',
  channelArchived: 'archived the channel',
  emergencyFormed: 'formed the emergency group',
  emergencyInstructed: 'recorded the instruction',
  formed: 'formed the group',
  instructed: 'recorded the instruction',
  appointed: 'appointed people',
  situationReported: 'reported the situation',
  updateWanted: 'asked for a situation report',
  stoodDown: 'stood the group down',
  emergencyNews: 'told news of the emergency',
}
